"""The one page setting that belongs to a browser, not to a person: light or dark."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from shapan.foundation.context import THEME_COOKIE, THEMES

A_YEAR = 365 * 24 * 3600


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Remember the choice and go back to where it was made; before sign-in, too."""
    response = redirect(_back(request))
    chosen = request.POST.get("theme")
    if chosen in {known.key for known in THEMES}:
        response.set_cookie(
            THEME_COOKIE, chosen, max_age=A_YEAR, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
        )
    return response


def _back(request: HttpRequest) -> str:
    target = request.POST.get("next", "")
    here = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return target if here else "/"
