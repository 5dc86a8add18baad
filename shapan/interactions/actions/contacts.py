"""Logging contacts."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from shapan.accounts import policies as accounts
from shapan.compliance.terms import Bearing, Door
from shapan.foundation.models import Scope, change
from shapan.interactions import policies, rules
from shapan.interactions.actions.limits import hold_to_quiet, keep_out
from shapan.interactions.actions.promises import InteractionRefused, Promised, make_promises
from shapan.interactions.models import Interaction, InteractionColleague, InteractionPerson, Promise
from shapan.interactions.terms import Kind, Tag
from shapan.journal import actions as journal
from shapan.people import policies as people
from shapan.search import actions as search


class Logged(NamedTuple):
    """One contact as it was written, with the promises made in it."""

    interaction: Interaction
    promises: tuple[Promise, ...]


def log_interaction(*, door: Door = Door.PAGE, **contact) -> Logged:
    """Write one interaction with its participants, promises and journal event: all or nothing. What must not be
    stored is kept out before.
    """
    keep_out(door=door, **contact)
    return _log(**contact)


@transaction.atomic
def _log(
    *,
    actor,
    account_id: int,
    kind: Kind,
    held_on: date,
    today: date,
    person_ids: tuple[int, ...],
    colleague_ids: tuple[int, ...] = (),
    purpose: str = "",
    outcome: str = "",
    quote: str = "",
    next_step: str = "",
    next_on: date | None = None,
    held_at: datetime | None = None,
    promises: tuple[Promised, ...] = (),
    bearing: Bearing | None = None,
    token: UUID | None = None,
) -> Logged:
    """A form sent a second time, known by its `token`, answers with what the first time wrote."""
    if token is not None and (written := policies.interactions_sent_by(actor).filter(token=token).first()):
        return _as_logged(written)
    persons = _check(actor, account_id, person_ids, held_on, today)
    hold_to_quiet(
        actor, today, kind=kind, people=persons, account_id=account_id, held_on=held_on, bearing=bearing,
        texts=(purpose, outcome, quote, next_step, *(made.text for made in promises)),
    )  # fmt: skip
    interaction = Interaction(
        account_id=account_id, kind=kind, held_on=held_on, held_at=held_at, purpose=purpose, outcome=outcome,
        quote=quote, next_step=next_step, next_on=next_on, logged_by=actor, token=token, bearing=bearing or "",
        effective=rules.is_effective(
            kind, purpose=bool(purpose), outcome=bool(outcome), next_step=bool(next_step), people=len(persons)
        ),
    )  # fmt: skip
    interaction.full_clean()
    try:
        with transaction.atomic():
            interaction.save()
    except IntegrityError:  # the same form, sent twice at the same moment
        return _as_logged(policies.interactions_sent_by(actor).get(token=token))
    _seat_around_the_table(interaction, persons, tuple(dict.fromkeys(colleague_ids)) or (actor.pk,))
    made = make_promises(actor, interaction, promises)
    search.index("interaction", [interaction.pk])
    journal.record(
        actor=actor, tag=Tag.LOGGED, subject=interaction, account_id=account_id, people=list(persons), kind=kind,
        on=str(held_on),
    )  # fmt: skip
    return Logged(interaction, made)


def tell_outcome(*, door: Door = Door.PAGE, **told) -> Interaction:
    """What came out of a contact that was logged without it; a purpose and a next step when they are given."""
    place = policies.interactions_at(told["actor"], told["today"]).filter(pk=told["interaction_id"])
    account_id, held_on = place.values_list("account_id", "held_on").first() or (None, None)
    keep_out(door=door, account_id=account_id, held_on=held_on, **told)
    return _tell(**told)


@transaction.atomic
def _tell(
    *,
    actor,
    interaction_id: int,
    outcome: str,
    today: date,
    purpose: str = "",
    next_step: str = "",
    next_on: date | None = None,
    version: int | None = None,
) -> Interaction:
    contact = policies.interactions_at(actor, today).filter(pk=interaction_id, outcome="").first()
    if contact is None or not accounts.may_edit(actor, contact.account_id, today):
        raise InteractionRefused(_("There is no such contact without an outcome."))
    purpose, next_step = purpose or contact.purpose, next_step or contact.next_step
    met = tuple(policies.everybody_in([contact.pk]).values_list("person_id", flat=True))
    hold_to_quiet(
        actor, today, kind=Kind(contact.kind), people=met, account_id=contact.account_id, held_on=contact.held_on,
        texts=(outcome, purpose, next_step), bearing=None, only_hospitality=True,
    )  # fmt: skip
    changed = change(
        contact, version=version, outcome=outcome, purpose=purpose, next_step=next_step,
        next_on=next_on or contact.next_on,
        effective=rules.is_effective(
            Kind(contact.kind), purpose=bool(purpose), outcome=bool(outcome), next_step=bool(next_step),
            people=len(met),
        ),
    )  # fmt: skip
    search.index("interaction", [contact.pk])
    journal.record(actor=actor, tag=Tag.OUTCOME_TOLD, subject=contact, account_id=contact.account_id, changed=changed)
    return contact


def _as_logged(written: Interaction) -> Logged:
    return Logged(written, tuple(Promise.objects.scope(Scope.WRITE).filter(interaction=written).order_by("pk")))


def _check(actor, account_id: int, person_ids, held_on: date, today: date) -> tuple[int, ...]:
    """The persons, each once, when the actor may log this."""
    if not accounts.may_edit(actor, account_id, today):
        raise InteractionRefused(_("You hold no seat on this account team."))
    if held_on > today:
        raise InteractionRefused(_("An interaction is logged after it was held."), field="held_on")
    persons = tuple(dict.fromkeys(person_ids))
    if people.people_open_to(actor, today).filter(pk__in=persons).count() != len(persons):
        raise InteractionRefused(_("One of these people is not known to you."), field="people")
    return persons


def _seat_around_the_table(interaction: Interaction, persons: tuple[int, ...], ours: tuple[int, ...]) -> None:
    InteractionPerson.objects.scope(Scope.WRITE).bulk_create(
        InteractionPerson(interaction=interaction, person_id=pk) for pk in persons
    )
    InteractionColleague.objects.scope(Scope.WRITE).bulk_create(
        InteractionColleague(interaction=interaction, colleague_id=pk) for pk in ours
    )
