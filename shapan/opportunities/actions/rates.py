"""The rates we reckon with."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.foundation.models import Scope
from shapan.journal import actions as journal
from shapan.opportunities import policies
from shapan.opportunities.actions.refusals import OpportunityRefused
from shapan.opportunities.models import ExchangeRate
from shapan.opportunities.terms import Tag


@transaction.atomic
def set_rate(*, actor, currency: str, since: date, value: Decimal, today: date) -> ExchangeRate:
    """From that day on, one unit of the currency is worth so much of the reporting currency."""
    if not policies.may_keep_catalogue(actor, today):
        raise OpportunityRefused(_("Only the key-account office and administrators keep the rates."))
    if value <= 0:
        raise OpportunityRefused(_("A rate is above nothing."), field="value")
    known = ExchangeRate.objects.scope(Scope.WRITE).filter(currency=currency, since=since).first()
    rate = known or ExchangeRate(currency=currency, since=since)
    rate.value = value
    rate.full_clean()
    rate.save()
    journal.record(actor=actor, tag=Tag.RATE_SET, subject=rate, currency=currency, since=str(since), value=str(value))
    return rate
