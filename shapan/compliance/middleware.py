"""The door of every page: what is posted is screened before any view sees it.

Views that screen with more knowledge (which customer, which day) say so with `screens_itself`.
"""

from django.shortcuts import render
from django.utils.timezone import localdate

from shapan.compliance import actions, queries
from shapan.compliance.terms import Door

UNREAD = ("account_", "mfa_", "set_language", "foundation:", "duplicates:hints")  # passwords; what stores nothing
LEFT_OUT = frozenset({"csrfmiddlewaretoken"})


def screens_itself(view):
    view.screens_itself = True
    return view


class Screening:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, _args, kwargs):
        asked = request.resolver_match.view_name or ""
        if request.method != "POST" or getattr(view, "screens_itself", False) or asked.startswith(UNREAD):
            return None
        if not request.user.is_authenticated:
            return None
        who, account_id = {"actor": request.user, "today": localdate()}, kwargs.get("account_id")
        texts, quiet = posted(request), account_id and queries.quiet(account_ids=[account_id], **who)
        told = {"texts": texts, "account_id": account_id, "quiet": bool(quiet)}
        try:
            actions.screen(door=Door.PAGE, place=asked, **told, **who)
        except actions.Withheld as withheld:
            return _told(request, withheld)
        return None


def posted(request) -> dict[str, str]:
    """Every text and every file name of a form."""
    texts = {name: "\n".join(values) for name, values in request.POST.lists() if name not in LEFT_OUT}
    names = [file.name for _field, files in request.FILES.lists() for file in files if file.name]
    return texts | ({"file_name": "\n".join(names)} if names else {})


def _told(request, withheld):
    page = render(request, "compliance/withheld.html", {"words": str(withheld), "again": request.path}, status=422)
    page["HX-Retarget"] = page["HX-Reselect"] = "#content"
    page["HX-Reswap"] = "outerHTML"
    return page
