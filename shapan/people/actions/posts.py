"""Posts at the customer, and who is appointed to them."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.accounts import policies as accounts
from shapan.foundation.models import Scope, change
from shapan.journal import actions as journal
from shapan.kernel.errors import Refused
from shapan.kernel.periods import overlaps
from shapan.people import policies
from shapan.people.models import Appointment, Post
from shapan.people.terms import Tag


class PersonRefused(Refused):
    """The message is fit to show to the person who asked."""


@transaction.atomic
def open_post(
    *,
    actor,
    account_id: int,
    title: str,
    today: date,
    department_id: int | None = None,
    grade: str = "",
    parent_id: int | None = None,
) -> Post:
    """A new place in the customer's organisation, vacant until somebody is appointed."""
    check_may_edit(actor, account_id, today)
    if parent_id is not None and not _post_at(account_id, parent_id):
        raise PersonRefused(_("There is no such post at this company."), field="reports_to")
    if department_id is not None and not accounts.is_department_of(account_id, department_id):
        raise PersonRefused(_("There is no such department at this company."), field="department")
    post = Post(account_id=account_id, title=title, department_id=department_id, grade=grade, parent_id=parent_id)
    post.full_clean()
    post.save()
    journal.record(actor=actor, tag=Tag.POST_OPENED, subject=post, account_id=account_id, post=post.pk)
    return post


@transaction.atomic
def end_appointment(*, actor, appointment_id: int, ended_on: date, today: date) -> Appointment:
    """The person leaves the post on that day; the post stays, vacant."""
    appointment = _standing(appointment_id)
    check_may_edit(actor, appointment.post.account_id, today)
    _close(appointment, ended_on)
    journal.record(
        actor=actor,
        tag=Tag.APPOINTMENT_ENDED,
        subject=appointment,
        account_id=appointment.post.account_id,
        person_id=appointment.person_id,
        person=appointment.person_id,
        post=appointment.post_id,
        on=str(ended_on),
    )
    return appointment


@transaction.atomic
def move_person(
    *,
    actor,
    appointment_id: int,
    on: date,
    today: date,
    to_post_id: int | None = None,
    to_account_id: int | None = None,
    title: str = "",
) -> Appointment:
    """The director who moves from Hebei to Zhejiang: the old appointment closes with its date, a new one begins, the
    person and the whole history stay one. The actor must hold both ends, or lead both. Without a post, one of that
    title is opened at that account.
    """
    old = _standing(appointment_id)
    if to_post_id is None and to_account_id is not None:
        check_may_edit(actor, old.post.account_id, today)
        to_post_id = open_post(actor=actor, account_id=to_account_id, title=title, today=today).pk
    post = Post.objects.scope(Scope.WRITE).filter(pk=to_post_id).first()
    check_may_edit(actor, old.post.account_id, today)
    if post is None or not accounts.may_edit(actor, post.account_id, today):
        raise PersonRefused(_("You hold no seat at the company the person moves to."), field="to_post_id")
    if post.pk == old.post_id:
        raise PersonRefused(_("The person holds this post already."), field="to_post_id")
    _close(old, on)
    new = Appointment(person_id=old.person_id, post=post, started_on=on)
    new.full_clean()
    new.save()
    for account_id in dict.fromkeys((old.post.account_id, post.account_id)):
        journal.record(
            actor=actor,
            tag=Tag.MOVED,
            subject=new,
            account_id=account_id,
            person_id=old.person_id,
            person=old.person_id,
            post=post.pk,
            old_post=old.post_id,
            on=str(on),
        )
    return new


@transaction.atomic
def appoint(*, actor, person_id: int, post_id: int, started_on: date, today: date) -> Appointment:
    """A known person takes a further post, keeping the ones held."""
    post = Post.objects.scope(Scope.WRITE).filter(pk=post_id).first()
    if post is None or not policies.people_open_to(actor, today).filter(pk=person_id).exists():
        raise PersonRefused(_("There is no such post or person."))
    check_may_edit(actor, post.account_id, today)
    held = Appointment.objects.scope(Scope.WRITE).filter(person_id=person_id, post=post)
    if any(overlaps(row.started_on, row.ended_on, started_on, None) for row in held):
        raise PersonRefused(_("The person holds this post already."), field="post")
    appointment = Appointment(person_id=person_id, post=post, started_on=started_on)
    appointment.full_clean()
    appointment.save()
    journal.record(
        actor=actor,
        tag=Tag.APPOINTED,
        subject=appointment,
        account_id=post.account_id,
        person_id=person_id,
        person=person_id,
        post=post.pk,
        on=str(started_on),
    )
    return appointment


def _standing(appointment_id: int) -> Appointment:
    rows = Appointment.objects.scope(Scope.WRITE).select_related("post").filter(pk=appointment_id, ended_on=None)
    appointment = rows.first()
    if appointment is None:
        raise PersonRefused(_("This appointment has ended already."))
    return appointment


def _close(appointment: Appointment, on: date) -> None:
    if appointment.started_on is not None and on < appointment.started_on:
        raise PersonRefused(_("An appointment cannot end before it began."), field="on")
    change(appointment, ended_on=on)


def _post_at(account_id: int, post_id: int) -> bool:
    return Post.objects.scope(Scope.WRITE).filter(pk=post_id, account_id=account_id).exists()


def check_may_edit(actor, account_id: int, today: date) -> None:
    if not accounts.may_edit(actor, account_id, today):
        raise PersonRefused(_("You hold no seat on this account team."))
