"""Keeping persons findable by what they have in common with others (see duplicates)."""

from collections import defaultdict
from collections.abc import Iterable

from shapan.duplicates import actions as duplicates
from shapan.duplicates.rules.likeness import Look
from shapan.foundation import bulk
from shapan.people.models import Appointment, ContactPoint, Person
from shapan.people.terms import ContactKind


def note_persons(ids: Iterable[int]) -> None:
    """Write the keys of these persons again. Call it in the transaction that changes names or contact points."""
    ids = list(ids)
    points = defaultdict(list)
    for pk, kind, value in bulk.rows(ContactPoint, "person_id", ids, ("person_id", "kind", "value")):
        points[pk, kind].append(value)
    persons = bulk.by_id(Person, ids, ("name", "latin_name"))
    looks = {
        pk: Look(**person, mails=points[pk, ContactKind.EMAIL], phones=points[pk, ContactKind.PHONE])
        for pk, person in persons.items()
    }
    duplicates.note_keys("person", dict.fromkeys(ids) | looks)


def places_of(ids: Iterable[int]) -> set[int]:
    """Accounts where these persons have a post; of those who have none any more, where they last had one."""
    held = list(bulk.rows(Appointment, "person_id", ids, ("post__account_id", "ended_on")))
    return {account for account, ended_on in held if ended_on is None} or {account for account, _day in held}
