"""Making and keeping promises."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.accounts import policies as accounts
from shapan.foundation.models import change
from shapan.interactions import policies
from shapan.interactions.models import Interaction, Promise
from shapan.interactions.terms import Tag
from shapan.journal import actions as journal
from shapan.kernel.errors import Refused


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


def make_promises(actor, interaction: Interaction, promises: tuple[Promised, ...]) -> tuple[Promise, ...]:
    """The promises made in one contact, each with its event."""
    return tuple(_make_promise(actor, interaction, made) for made in promises)


def _make_promise(actor, interaction: Interaction, made: Promised) -> Promise:
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
    return promise
