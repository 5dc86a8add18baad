"""Products and rates: everybody reads them, the key-account office and administrators keep them."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from shapan.foundation.doors import carry, form_page
from shapan.opportunities import actions, forms, policies, queries


@require_GET
@login_required
def catalogue(request):
    today = localdate()
    context = {
        "products": queries.products(),
        "rates": queries.rate_rows(today=today),
        "currency": queries.reporting_currency(),
        "may_keep": policies.may_keep_catalogue(request.user, today),
    }
    return render(request, "opportunities/catalogue.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def rate(request):
    who = _keeper_or_404(request)
    form = forms.SetRate(request.POST or None, initial={"since": who["today"]})
    note = _("In {currency}, from that day until the next one. What was decided keeps the rate of its day.")
    told = note.format(currency=queries.reporting_currency())
    return _kept(request, form, lambda **said: actions.set_rate(**who, **said), title=_("Set a rate"), note=told)


@require_http_methods(["GET", "POST"])
@login_required
def product(request, product_id=None):
    who = _keeper_or_404(request)
    known = queries.product(product_id) if product_id else None
    if product_id and known is None:
        raise Http404
    names = forms.KeepProduct.base_fields
    form = forms.KeepProduct(request.POST or None, initial={n: getattr(known, n) for n in names} if known else {})
    title = _("Change the product") if known else _("New product")
    return _kept(request, form, lambda **said: actions.keep_product(**who, product_id=product_id, **said), title=title)


def _keeper_or_404(request):
    who = {"actor": request.user, "today": localdate()}
    if not policies.may_keep_catalogue(**who):
        raise Http404
    return who


def _kept(request, form, act, *, title, note=""):
    back = reverse("opportunities:catalogue")
    if request.method == "POST" and carry(form, act):
        messages.success(request, _("It is recorded."))
        return redirect(back)
    return form_page(request, form, title=title, back=back, context=_("Products and rates"), note=note)
