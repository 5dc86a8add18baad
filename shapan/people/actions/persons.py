"""Persons, their facts and how they stand to each other."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.access.terms import Level
from shapan.foundation.models import Scope, change, in_force, touch
from shapan.journal import actions as journal
from shapan.people import policies
from shapan.people.actions.likes import note_persons
from shapan.people.actions.posts import PersonRefused, check_may_edit, open_post
from shapan.people.models import Appointment, ContactPoint, Objection, Person, PersonLink, Post
from shapan.people.terms import ContactKind, LinkKind, Tag
from shapan.search import actions as search


@transaction.atomic
def enrol_person(
    *,
    actor,
    name: str,
    post_id: int,
    started_on: date | None,
    today: date,
    latin_name: str = "",
    emails: tuple[str, ...] = (),
    phones: tuple[str, ...] = (),
) -> Person:
    """Take in a person nobody of us knew, in the post held now. A person is always met somewhere."""
    post = Post.objects.scope(Scope.WRITE).filter(pk=post_id).first()
    if post is None:
        raise PersonRefused(_("There is no such post."), field="post")
    check_may_edit(actor, post.account_id, today)
    person = Person(name=name, latin_name=latin_name)
    person.full_clean()
    person.save()
    for kind, values in ((ContactKind.EMAIL, emails), (ContactKind.PHONE, phones)):
        for value in dict.fromkeys(values):
            ContactPoint(person=person, kind=kind, value=value).save()
    Appointment(person=person, post=post, started_on=started_on).save()
    search.index("person", [person.pk])
    note_persons([person.pk])
    journal.record(
        actor=actor,
        tag=Tag.PERSON_ENROLLED,
        subject=person,
        account_id=post.account_id,
        person_id=person.pk,
        person=person.pk,
        post=post.pk,
    )
    return person


@transaction.atomic
def meet_person(
    *,
    actor,
    account_id: int,
    title: str,
    today: date,
    department_id: int | None = None,
    grade: str = "",
    parent_id: int | None = None,
    vacant_post_id: int | None = None,
    **person,
) -> Person:
    """Take in a person with the post held: a vacant one that is known, or a new one of that title."""
    if vacant_post_id is None:
        post = open_post(
            actor=actor,
            account_id=account_id,
            title=title,
            department_id=department_id,
            grade=grade,
            parent_id=parent_id,
            today=today,
        )
        vacant_post_id = post.pk
    return enrol_person(actor=actor, post_id=vacant_post_id, today=today, **person)


@transaction.atomic
def change_person(
    *,
    actor,
    person_id: int,
    version: int,
    today: date,
    emails: tuple[str, ...] | None = None,
    phones: tuple[str, ...] | None = None,
    **facts,
) -> Person:
    """Change names and ways to reach a person; None leaves mail addresses or phones as they are. The journal of each
    account where the person works and the actor may write tells which facts changed, and never their values.
    """
    person = _editable(actor, person_id, today)
    changed = list(change(person, version=version, **facts))
    reached = [
        kind.value
        for kind, values in ((ContactKind.EMAIL, emails), (ContactKind.PHONE, phones))
        if values is not None and _reach(person, kind, values)
    ]
    if reached and not changed:
        touch(person, version=version)
    if changed or reached:
        search.index("person", [person.pk])
        note_persons([person.pk])
        here = policies.appointments_open_to(actor, today, Level.EDIT).filter(in_force(today), person=person)
        for account_id in sorted(set(here.values_list("post__account_id", flat=True))):
            journal.record(
                actor=actor,
                tag=Tag.PERSON_CHANGED,
                subject=person,
                account_id=account_id,
                person_id=person.pk,
                person=person.pk,
                facts=changed + reached,
            )
    return person


def _reach(person: Person, kind: ContactKind, values: tuple[str, ...]) -> bool:
    """Make the person's points of one kind exactly these; True when that changed anything."""
    standing = ContactPoint.objects.scope(Scope.WRITE).filter(person=person, kind=kind)
    have, due = set(standing.values_list("value", flat=True)), dict.fromkeys(values)
    standing.exclude(value__in=due).delete()
    for value in due:
        if value not in have:
            point = ContactPoint(person=person, kind=kind, value=value)
            point.full_clean()
            point.save()
    return have != due.keys()


@transaction.atomic
def link_people(
    *, actor, person_id: int, other_id: int, kind: LinkKind, evidence: str, today: date, started_on: date | None = None
) -> PersonLink:
    """Record how one person stands to another, with the evidence for it."""
    known = policies.people_open_to(actor, today).filter(pk__in=[person_id, other_id]).count()
    if known != len({person_id, other_id}) or person_id == other_id:
        raise PersonRefused(_("Name two different persons you know."), field="other")
    if not policies.may_edit_person(actor, person_id, today):
        raise PersonRefused(_("You hold no seat on this person’s account team."))
    link = PersonLink(
        person_id=person_id,
        other_id=other_id,
        kind=kind,
        evidence=evidence,
        recorded_by=actor,
        started_on=started_on or today,
    )
    link.full_clean()
    link.save()
    journal.record(
        actor=actor, tag=Tag.LINKED, subject=link, person_id=person_id, person=person_id, other=other_id, kind=kind
    )
    return link


@transaction.atomic
def record_objection(*, actor, person_id: int, words: str, objected_on: date, today: date) -> Objection:
    """The person asks us to leave them alone: from now on nobody is led to or through them."""
    person = _editable(actor, person_id, today)
    if objected_on > today:
        raise PersonRefused(_("An objection is recorded after it was made."), field="objected_on")
    if Objection.objects.scope(Scope.WRITE).filter(person=person, withdrawn_on=None).exists():
        raise PersonRefused(_("The objection is recorded already."))
    objection = Objection(person=person, words=words, objected_on=objected_on, recorded_by=actor)
    objection.full_clean()
    objection.save()
    journal.record(actor=actor, tag=Tag.OBJECTED, subject=objection, person_id=person.pk, person=person.pk)
    return objection


@transaction.atomic
def withdraw_objection(*, actor, person_id: int, withdrawn_on: date, today: date) -> None:
    """The person takes the objection back."""
    person = _editable(actor, person_id, today)
    standing = Objection.objects.scope(Scope.WRITE).filter(person=person, withdrawn_on=None)
    if not standing.update(withdrawn_on=withdrawn_on):
        raise PersonRefused(_("No objection stands."))
    journal.record(actor=actor, tag=Tag.OBJECTION_WITHDRAWN, subject=person, person_id=person.pk, person=person.pk)


def _editable(actor, person_id: int, today: date) -> Person:
    if not policies.may_edit_person(actor, person_id, today):
        raise PersonRefused(_("You hold no seat on this person’s account team."))
    return Person.objects.scope(Scope.WRITE).get(pk=person_id)
