"""The steps of a tender, each with its day; and the tender that follows one that was cancelled."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.foundation.models import Scope, change
from shapan.tenders.actions.tenders import TenderRefused, account_of, open_tender, tell, tender_to_change
from shapan.tenders.models import Tender, TenderStep
from shapan.tenders.phrases import NEEDS
from shapan.tenders.rules.steps import Known, missing, shuts_us_out
from shapan.tenders.terms import Authorship, Need, Procurement, State, Tag

FIELDS = {Need.PROCUREMENT: "procurement", Need.CHANNEL: "official_channel", Need.AUTHORSHIP: "authorship"}
KEPT = ("name", "reference", "procurement", "own_rule", "official_channel", "authorship", "calendar")


@transaction.atomic
def take_step(*, actor, tender_id: int, version: int, to: State, on: date, today: date, why: str = "") -> Tender:
    """What the buyer did on that day. Publishing begins the quiet period; the award or the end of it ends it."""
    tender, to, why = tender_to_change(actor, tender_id, today), State(to), why.strip()
    before = State(tender.state)
    _refuse_missing(actor, tender, to, today, why=bool(why))
    last = TenderStep.objects.scope(Scope.WRITE).filter(tender=tender).order_by("-pk").first()
    if on > today:
        raise TenderRefused(_("A step is recorded when it was taken."), field="on")
    if last and last.before and on < last.on:
        raise TenderRefused(_("The step before was taken on {day}.").format(day=last.on), field="on")
    days = {"published_on": on} if to is State.PUBLISHED else {}
    if to in {State.AWARDED, State.CANCELLED} and tender.ended_on is None:
        days["ended_on"] = on
    change(tender, version=version, state=to, **days)
    TenderStep(tender=tender, before=before, after=to, on=on, by=actor, why=why).save()
    tell(actor, Tag.STEPPED, tender, today, before=before, after=to, on=str(on), why=why)
    return tender


@transaction.atomic
def retender(*, actor, tender_id: int, version: int, today: date) -> Tender:
    """The buyer begins again: a new tender in planning, which knows the one before it."""
    old = tender_to_change(actor, tender_id, today)
    if old.state != State.CANCELLED:
        raise TenderRefused(_("Only a tender that was cancelled is begun again."))
    if old.version != version:
        change(old, version=version)
    if Tender.objects.scope(Scope.WRITE).filter(retender_of=old).exists():
        raise TenderRefused(_("It was begun again already."))
    facts = {name: getattr(old, name) for name in KEPT}
    tender = open_tender(actor=actor, opportunity_id=old.opportunity_id, today=today, retender_of=old, **facts)
    tell(actor, Tag.RETENDERED, tender, today)
    return tender


def _refuse_missing(actor, tender: Tender, to: State, today: date, *, why: bool) -> None:
    known = Known(
        customer=account_of(actor, tender, today) is not None,
        procurement=Procurement(tender.procurement) if tender.procurement else None,
        channel=bool(tender.official_channel.strip()),
        authorship=Authorship(tender.authorship) if tender.authorship else None,
    )
    needs = missing(State(tender.state), to, known, why=why)
    if needs is None:
        raise TenderRefused(_("This step does not lead on from where it stands."))
    if needs:
        named = _(", ").join(str(NEEDS[need]) for need in needs)
        field = "why" if needs == (Need.REASON,) else FIELDS.get(needs[0], "")
        raise TenderRefused(_("Still missing: {facts}.").format(facts=named), field=field)
    if to is State.PUBLISHED and shuts_us_out(known.procurement, known.authorship):
        raise TenderRefused(
            _("We wrote its specification and may not take part: no step leads on from here. Ask compliance."),
            field="authorship",
        )
