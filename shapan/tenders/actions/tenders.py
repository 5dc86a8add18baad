"""A tender, its facts and its days."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.foundation.models import Scope, change, touch
from shapan.journal import actions as journal
from shapan.kernel.errors import Refused
from shapan.opportunities import policies as opportunities
from shapan.opportunities import queries as deals
from shapan.tenders import policies
from shapan.tenders.models import Lot, Tender, TenderDay, TenderStep
from shapan.tenders.rules import calendar
from shapan.tenders.rules.steps import QUIET
from shapan.tenders.terms import Calendar, Day, State, Tag

SETTLED = ("procurement", "own_rule", "authorship")  # once published, these do not change


class TenderRefused(Refused):
    """The message is fit to show to the person who asked."""


@transaction.atomic
def open_tender(*, actor, opportunity_id: int, name: str, today: date, retender_of=None, **facts) -> Tender:
    """A tender that is being planned, with one lot; more may follow."""
    if not opportunities.may_change(actor, opportunity_id, today):
        raise TenderRefused(_("This opportunity is not yours to change."))
    tender = Tender(opportunity_id=opportunity_id, name=name.strip(), retender_of=retender_of, **facts)
    tender.full_clean()
    tender.save()
    Lot(tender=tender, name=_("The whole")).save()
    TenderStep(tender=tender, after=State.PLANNING, on=today, by=actor).save()
    tell(actor, Tag.OPENED, tender, today)
    return tender


@transaction.atomic
def change_tender(*, actor, tender_id: int, version: int, today: date, **facts) -> Tender:
    """What is known better now. From publication on, what decides whether it is quiet no longer changes."""
    tender = tender_to_change(actor, tender_id, today)
    if tender.published_on:
        changed = [name for name in SETTLED if name in facts and facts[name] != getattr(tender, name)]
        if changed:
            raise TenderRefused(_("It is published: this no longer changes."), field=changed[0])
        if tender.state in QUIET and not facts.get("official_channel", tender.official_channel).strip():
            raise TenderRefused(_("Name the official channel."), field="official_channel")
    difference = change(tender, version=version, **facts)
    if difference:
        tell(actor, Tag.CHANGED, tender, today, changed=difference)
    return tender


@transaction.atomic
def set_days(
    *, actor, tender_id: int, version: int, today: date, days: Mapping[Day, date | None], fill: bool = False
) -> Tender:
    """The days as they are known, None for unknown; `fill` proposes those that follow by its calendar."""
    tender = tender_to_change(actor, tender_id, today)
    known = {Day(code): day for code, day in days.items() if day}
    if fill and tender.calendar:
        known = calendar.fill(Calendar(tender.calendar), known)
    touch(tender, version=version)
    standing = TenderDay.objects.scope(Scope.WRITE).filter(tender=tender)
    before = dict(standing.values_list("code", "day"))
    standing.exclude(code__in=known).delete()
    for code, day in known.items():
        TenderDay.objects.scope(Scope.WRITE).update_or_create(tender=tender, code=code, defaults={"day": day})
    moved = {
        code: [str(before[code]) if code in before else None, str(known[code]) if code in known else None]
        for code in (before.keys() | known.keys())
        if before.get(code) != known.get(code)
    }
    if moved:
        tell(actor, Tag.DAYS_SET, tender, today, changed=moved)
    return tender


def tender_to_change(actor, tender_id: int, today: date) -> Tender:
    if not policies.may_change(actor, tender_id, today):
        raise TenderRefused(_("This tender is not yours to change."))
    return Tender.objects.scope(Scope.WRITE).select_for_update().get(pk=tender_id)


def account_of(actor, tender: Tender, today: date) -> int | None:
    facts = deals.opportunity(actor=actor, opportunity_id=tender.opportunity_id, today=today)
    return facts and facts.account_id


def tell(actor, tag: Tag, tender: Tender, today: date, **particulars) -> None:
    journal.record(
        actor=actor, tag=tag, subject=tender, account_id=account_of(actor, tender, today), tender=tender.pk,
        **particulars,
    )  # fmt: skip
