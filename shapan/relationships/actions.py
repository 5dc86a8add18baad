"""Recording, verifying and claiming; setting targets; reading indicators."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.accounts import policies as accounts
from shapan.foundation.models import Scope
from shapan.interactions import policies as interactions
from shapan.journal import actions as journal
from shapan.kernel.errors import Refused
from shapan.people import policies as people
from shapan.relationships import policies
from shapan.relationships.models import Claim, Evidence, IndicatorReading, KindTag, Settlement, Target
from shapan.relationships.rules.kinds import TAGGABLE
from shapan.relationships.terms import Criterion, General, PersonKind, Roof, Tag


class RelationshipRefused(Refused):
    """The message is fit to show to the person who asked."""


class EvidenceUnknown(RelationshipRefused):
    """There is none, or none this person may know of."""


@transaction.atomic
def record_evidence(
    *,
    actor,
    account_id: int,
    person_id: int,
    criterion: Criterion,
    level: int,
    statement: str,
    observed_on: date,
    today: date,
    interaction_id: int | None = None,
) -> Evidence:
    """Write down what was seen that shows a level in one criterion. It counts once a second person verifies it."""
    _check(actor, account_id, person_id, observed_on, today)
    if interaction_id is not None and not _took_part(actor, interaction_id, person_id, today):
        raise RelationshipRefused(_("This person took no part in that interaction."), field="interaction")
    evidence = Evidence(
        account_id=account_id,
        person_id=person_id,
        criterion=criterion,
        level=level,
        statement=statement,
        observed_on=observed_on,
        interaction_id=interaction_id,
        recorded_by=actor,
        recorded_on=today,
    )
    evidence.full_clean()
    evidence.save()
    journal.record(
        actor=actor,
        tag=Tag.EVIDENCE_RECORDED,
        subject=evidence,
        account_id=account_id,
        person_id=person_id,
        person=person_id,
        criterion=criterion,
        level=level,
    )
    return evidence


@transaction.atomic
def verify_evidence(*, actor, evidence_id: int, today: date) -> Evidence:
    """A second person, who may edit the account, confirms the evidence (domain.md §2.1)."""
    evidence = policies.evidence_editable_by(actor, today).filter(pk=evidence_id).first()
    if evidence is None:
        raise EvidenceUnknown(_("There is no such evidence."))
    if evidence.recorded_by_id == actor.pk:
        raise RelationshipRefused(_("Evidence is verified by somebody other than the one who recorded it."))
    if evidence.verified_by_id is not None:
        return evidence
    hit = Evidence.objects.scope(Scope.WRITE).filter(pk=evidence.pk, verified_by=None)
    hit.update(verified_by=actor, verified_on=today)
    evidence.verified_by, evidence.verified_on = actor, today
    journal.record(
        actor=actor,
        tag=Tag.EVIDENCE_VERIFIED,
        subject=evidence,
        account_id=evidence.account_id,
        person_id=evidence.person_id,
        person=evidence.person_id,
    )
    return evidence


@transaction.atomic
def claim_level(*, actor, account_id: int, person_id: int, level: int, today: date, reason: str = "") -> Claim:
    """Say at which level a person stands in the actor's own judgement."""
    _check(actor, account_id, person_id, today, today)
    claim = Claim(
        account_id=account_id, person_id=person_id, level=level, claimed_by=actor, claimed_on=today, reason=reason
    )
    claim.full_clean()
    claim.save()
    journal.record(
        actor=actor,
        tag=Tag.LEVEL_CLAIMED,
        subject=claim,
        account_id=account_id,
        person_id=person_id,
        person=person_id,
        level=level,
    )
    return claim


@transaction.atomic
def settle_opposition(*, actor, account_id: int, person_id: int, reason: str, today: date) -> Settlement:
    """A manager records that a person's opposition is over."""
    _check(actor, account_id, person_id, today, today)
    if not policies.may_settle(actor, today):
        raise RelationshipRefused(_("Only a manager may record that opposition is settled."))
    settlement = Settlement(
        account_id=account_id, person_id=person_id, reason=reason, settled_on=today, settled_by=actor
    )
    settlement.full_clean()
    settlement.save()
    journal.record(
        actor=actor,
        tag=Tag.OPPOSITION_SETTLED,
        subject=settlement,
        account_id=account_id,
        person_id=person_id,
        person=person_id,
    )
    return settlement


@transaction.atomic
def set_target(
    *, actor, account_id: int, person_id: int, level: int, today: date, due_on: date | None = None
) -> Target:
    """The level we want this person to reach."""
    _check(actor, account_id, person_id, today, today)
    target = Target(account_id=account_id, person_id=person_id, level=level, set_on=today, due_on=due_on, set_by=actor)
    target.full_clean()
    target.save()
    journal.record(
        actor=actor,
        tag=Tag.TARGET_SET,
        subject=target,
        account_id=account_id,
        person_id=person_id,
        person=person_id,
        level=level,
    )
    return target


@transaction.atomic
def tag_kind(*, actor, account_id: int, person_id: int, kind: PersonKind, reason: str, today: date) -> KindTag:
    """Say that a person is one of the six kinds, where the data alone cannot tell."""
    _check(actor, account_id, person_id, today, today)
    if kind not in TAGGABLE:
        raise RelationshipRefused(_("Who is difficult follows from evidence, not from a name."), field="kind")
    said = KindTag.objects.scope(Scope.WRITE).filter(account_id=account_id, person_id=person_id, kind=kind)
    if said.filter(ended_on=None).exists():
        raise RelationshipRefused(_("This has been said of the person already."), field="kind")
    tag = KindTag(
        account_id=account_id, person_id=person_id, kind=kind, reason=reason, tagged_on=today, tagged_by=actor
    )
    tag.full_clean()
    tag.save()
    journal.record(
        actor=actor,
        tag=Tag.KIND_TAGGED,
        subject=tag,
        account_id=account_id,
        person_id=person_id,
        person=person_id,
        kind=kind,
    )
    return tag


@transaction.atomic
def end_kind(*, actor, tag_id: int, today: date) -> KindTag:
    """What was said of a person holds no longer."""
    tag = policies.kinds_open_to(actor, today).filter(pk=tag_id, ended_on=None).first()
    if tag is None or not accounts.may_edit(actor, tag.account_id, today):
        raise RelationshipRefused(_("Nothing of the kind stands."))
    tag.ended_on = today
    tag.save(update_fields=["ended_on"])
    journal.record(
        actor=actor,
        tag=Tag.KIND_ENDED,
        subject=tag,
        account_id=tag.account_id,
        person_id=tag.person_id,
        person=tag.person_id,
        kind=tag.kind,
    )
    return tag


@transaction.atomic
def read_indicator(
    *,
    actor,
    account_id: int,
    indicator: General | Roof,
    value: float,
    statement: str,
    observed_on: date,
    today: date,
) -> IndicatorReading:
    """Record one reading of an indicator of the foundation or the roof, with what it rests on."""
    if not accounts.may_edit(actor, account_id, today):
        raise RelationshipRefused(_("You hold no seat on this account team."))
    if observed_on > today:
        raise RelationshipRefused(_("An indicator is read when it has been observed."), field="observed_on")
    reading = IndicatorReading(
        account_id=account_id,
        indicator=indicator,
        value=value,
        statement=statement,
        observed_on=observed_on,
        recorded_by=actor,
    )
    reading.full_clean()
    reading.save()
    journal.record(
        actor=actor,
        tag=Tag.INDICATOR_READ,
        subject=reading,
        account_id=account_id,
        indicator=indicator,
        value=value,
    )
    return reading


def _check(actor, account_id: int, person_id: int, observed_on: date, today: date) -> None:
    if not accounts.may_edit(actor, account_id, today):
        raise RelationshipRefused(_("You hold no seat on this account team."))
    if not people.people_open_to(actor, today).filter(pk=person_id).exists():
        raise RelationshipRefused(_("There is no such person."), field="person")
    if observed_on > today:
        raise RelationshipRefused(_("This day lies in the future."), field="observed_on")


def _took_part(actor, interaction_id: int, person_id: int, today: date) -> bool:
    parts = interactions.participations_in(people.history(actor, [person_id], today))
    return parts.filter(interaction_id=interaction_id).exists()
