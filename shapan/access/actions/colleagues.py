"""Changes to our own organisation by those who may. Unit and manager decide whose customers one sees, so each change is
in the journal.
"""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.identity import actions as identity
from shapan.identity import queries as staff
from shapan.identity.terms import Tag
from shapan.journal import actions as journal
from shapan.kernel.errors import Refused


class ColleagueRefused(Refused):
    """The message is fit to show to the person who asked."""


@transaction.atomic
def add_colleague(
    *,
    actor,
    username: str,
    name: str,
    today: date,
    email: str = "",
    title: str = "",
    unit_id: int | None = None,
    manager_id: int | None = None,
) -> None:
    """A new colleague, who cannot sign in before choosing a password."""
    _check_may_enrol(actor, today)
    user = identity.enrol_user(username=username, name=name, email=email, title=title)
    identity.change_user(user_id=user.pk, version=user.version, unit=unit_id, manager=manager_id)
    journal.record(actor=actor, tag=Tag.USER_ENROLLED, subject=user, user=user.pk)


@transaction.atomic
def change_colleague(
    *,
    actor,
    user_id: int,
    version: int,
    today: date,
    name: str,
    email: str,
    title: str,
    unit_id: int | None,
    manager_id: int | None,
) -> None:
    """Change what is known of a colleague, and by unit and manager whose customers the colleague sees."""
    _check_may_enrol(actor, today)
    user, changed = identity.change_user(
        user_id=user_id, version=version, name=name, email=email, title=title, unit=unit_id,
        manager=manager_id,
    )  # fmt: skip
    if changed:
        journal.record(actor=actor, tag=Tag.USER_CHANGED, subject=user, user=user.pk, changed=changed)


@transaction.atomic
def deactivate_colleague(*, actor, user_id: int, today: date) -> None:
    """The colleague can no longer sign in and is signed out everywhere; what they wrote and hold stays."""
    _check_may_admit(actor, today)
    if user_id == actor.pk:
        raise ColleagueRefused(_("You cannot lock yourself out. Another administrator can."))
    _admit(actor, user_id, Tag.USER_DEACTIVATED, active=False)


@transaction.atomic
def activate_colleague(*, actor, user_id: int, today: date) -> None:
    """The colleague may sign in again, with the password there was."""
    _check_may_admit(actor, today)
    _admit(actor, user_id, Tag.USER_ACTIVATED, active=True)


@transaction.atomic
def invite_colleague(*, actor, user_id: int, today: date) -> tuple[str, str]:
    """What a link carries that lets the colleague choose a password, once. Whoever hands it over never knows that."""
    _check_may_admit(actor, today)
    user, uid, token = identity.sign_in_token(user_id)
    journal.record(actor=actor, tag=Tag.USER_INVITED, subject=user, user=user.pk)
    return uid, token


@transaction.atomic
def add_unit(*, actor, name: str, today: date, parent_id: int | None = None) -> None:
    """A unit of our organisation, once under each parent."""
    _check_may_enrol(actor, today)
    unit = identity.add_unit(name=name, parent_id=parent_id)
    journal.record(actor=actor, tag=Tag.UNIT_OPENED, subject=unit, unit=unit.pk)


def _admit(actor, user_id: int, tag: Tag, *, active: bool) -> None:
    user, changed = identity.change_user(user_id=user_id, is_active=active)
    if changed:
        journal.record(actor=actor, tag=tag, subject=user, user=user.pk)


def _check_may_enrol(actor, today: date) -> None:
    if not staff.may_enrol(actor, today):
        raise ColleagueRefused(_("Only administrators and the key-account office may change our organisation."))


def _check_may_admit(actor, today: date) -> None:
    if not staff.administers(actor, today):
        raise ColleagueRefused(_("Only an administrator says who may sign in."))
