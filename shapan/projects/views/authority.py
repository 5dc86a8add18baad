"""Who decides: the table of authority, and who stands in for whom. Every colleague may read it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from shapan.foundation.doors import carry, form_page
from shapan.identity import queries as identity
from shapan.projects import actions, forms, policies, queries


@require_GET
@login_required
def table(request):
    today = localdate()
    context = {
        "table": queries.table(today),
        "delegations": queries.delegations(today),
        "may_set": policies.may_set_authority(request.user, today),
        "may_give": identity.leads_anyone(request.user),
    }
    return render(request, "projects/authority.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def change(request):
    today = localdate()
    if not policies.may_set_authority(request.user, today):
        raise Http404
    form = forms.SetAuthority(request.POST or None, rows=queries.table(today).rows)
    if form.is_bound and carry(form, lambda **told: actions.set_authority(actor=request.user, today=today, **told)):
        messages.success(request, _("It is recorded."))
        return redirect("projects:authority")
    return render(request, "projects/set_authority.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@login_required
def delegate(request):
    today = localdate()
    if not identity.leads_anyone(request.user):
        raise Http404
    colleagues = [(row.id, row.name) for row in identity.colleagues() if row.id != request.user.pk]
    form = forms.Delegate(request.POST or None, initial={"started_on": today}, colleagues=colleagues)
    back = reverse("projects:authority")
    if form.is_bound and carry(
        form, lambda **told: actions.delegate_authority(actor=request.user, today=today, **told)
    ):
        messages.success(request, _("It is recorded."))
        return redirect(back)
    return form_page(request, form, title=_("Let somebody decide in your place"), back=back, context=_("Authority"))
