"""A person as a vCard 3.0, which phones and mail programs of every age read: the business identity and nothing else."""

import vobject

from shapan.people.queries import PersonFacts, PostHeld
from shapan.people.terms import ContactKind


def vcard(person: PersonFacts, held: PostHeld | None, points: list[tuple[str, str]]) -> str:
    card = vobject.vCard()
    card.add("n").value = vobject.vcard.Name(family=person.name)
    card.add("fn").value = person.name
    card.add("uid").value = f"shapan-person-{person.id}"
    if held is not None:
        card.add("org").value = [held.account, *filter(None, [held.department])]
        if held.title:
            card.add("title").value = held.title
    for kind, value in points:
        line = card.add("email" if kind == ContactKind.EMAIL else "tel")
        line.value, line.type_param = value, "WORK"
    return card.serialize()
