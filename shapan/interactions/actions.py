"""Logging contacts, making and keeping promises."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.accounts import policies as accounts
from shapan.foundation.models import Scope, change
from shapan.interactions import policies, rules
from shapan.interactions.models import Interaction, InteractionColleague, InteractionPerson, Promise
from shapan.interactions.terms import Kind, Tag
from shapan.journal import actions as journal
from shapan.kernel.errors import Refused
from shapan.people import policies as people


class InteractionRefused(Refused):
    """The message is fit to show to the person who asked."""


@dataclass(frozen=True, slots=True)
class Promised:
    """One promise made in front of the customer. `owner_id` None: whoever logs the interaction."""

    text: str
    due_on: date
    owner_id: int | None = None
    person_id: int | None = None


@transaction.atomic
def log_interaction(
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
) -> Interaction:
    """Write one interaction with its participants, promises and journal event: all or nothing."""
    if not accounts.may_edit(actor, account_id, today):
        raise InteractionRefused(_("You hold no seat on this account team."))
    if held_on > today:
        raise InteractionRefused(_("An interaction is logged after it was held."), field="held_on")
    persons = tuple(dict.fromkeys(person_ids))
    if people.people_open_to(actor, today).filter(pk__in=persons).count() != len(persons):
        raise InteractionRefused(_("One of these people is not known to you."), field="people")
    interaction = Interaction(
        account_id=account_id, kind=kind, held_on=held_on, held_at=held_at, purpose=purpose, outcome=outcome,
        quote=quote, next_step=next_step, next_on=next_on, logged_by=actor,
        effective=rules.is_effective(
            kind, purpose=bool(purpose), outcome=bool(outcome), next_step=bool(next_step), people=len(persons)
        ),
    )  # fmt: skip
    interaction.full_clean()
    interaction.save()
    ours = tuple(dict.fromkeys(colleague_ids)) or (actor.pk,)
    InteractionPerson.objects.scope(Scope.WRITE).bulk_create(
        InteractionPerson(interaction=interaction, person_id=pk) for pk in persons
    )
    InteractionColleague.objects.scope(Scope.WRITE).bulk_create(
        InteractionColleague(interaction=interaction, colleague_id=pk) for pk in ours
    )
    _make_promises(actor, interaction, promises)
    journal.record(
        actor=actor,
        tag=Tag.LOGGED,
        subject=interaction,
        account_id=account_id,
        people=list(persons),
        kind=kind,
        on=str(held_on),
    )
    return interaction


@transaction.atomic
def keep_promise(*, actor, promise_id: int, kept_on: date, today: date, version: int | None = None) -> Promise:
    """The promise was kept on that day."""
    promise = policies.promises_open_to(actor, today).filter(pk=promise_id, kept_on__isnull=True).first()
    if promise is None or not accounts.may_edit(actor, promise.account_id, today):
        raise InteractionRefused(_("There is no such open promise."))
    change(promise, version=version, kept_on=kept_on)
    journal.record(
        actor=actor,
        tag=Tag.PROMISE_KEPT,
        subject=promise,
        account_id=promise.account_id,
        person_id=promise.person_id,
        promise=promise.pk,
        on=str(kept_on),
    )
    return promise


@transaction.atomic
def reopen_promise(*, actor, promise_id: int, today: date) -> Promise:
    """Undo of keep_promise."""
    promise = policies.promises_open_to(actor, today).filter(pk=promise_id, kept_on__isnull=False).first()
    if promise is None or not accounts.may_edit(actor, promise.account_id, today):
        raise InteractionRefused(_("There is no such promise."))
    changed = change(promise, kept_on=None)
    journal.record(
        actor=actor,
        tag=Tag.PROMISE_REOPENED,
        subject=promise,
        account_id=promise.account_id,
        person_id=promise.person_id,
        changed=changed,
    )
    return promise


def _make_promises(actor, interaction: Interaction, promises: tuple[Promised, ...]) -> None:
    for made in promises:
        promise = Promise(
            interaction=interaction, account_id=interaction.account_id, person_id=made.person_id, text=made.text,
            owner_id=made.owner_id or actor.pk, due_on=made.due_on,
        )  # fmt: skip
        promise.full_clean()
        promise.save()
        journal.record(
            actor=actor,
            tag=Tag.PROMISED,
            subject=promise,
            account_id=interaction.account_id,
            person_id=made.person_id,
            owner=promise.owner_id,
            due=str(made.due_on),
        )
