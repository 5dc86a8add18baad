"""What search reads of contacts, and how it shows them."""

from collections import defaultdict

from django.urls import reverse

from shapan.access import policies as access
from shapan.access.terms import Level
from shapan.accounts import policies as account_rights
from shapan.accounts import queries as accounts
from shapan.foundation.models import Scope
from shapan.interactions import policies
from shapan.interactions.models import Interaction, InteractionPerson
from shapan.interactions.phrases import KINDS
from shapan.people import queries as people
from shapan.search.registry import Shown
from shapan.search.rules.documents import Document

WORDS = ("purpose", "outcome", "quote", "next_step")


def rows():
    return Interaction.objects.scope(Scope.SYSTEM)


def documents(ids) -> dict[int, Document]:
    """A contact is seen through its account, and through the accounts its people came from or went to."""
    present = defaultdict(set)
    parts = InteractionPerson.objects.scope(Scope.SYSTEM).filter(interaction_id__in=ids)
    for interaction, person in parts.values_list("interaction_id", "person_id"):
        present[interaction].add(person)
    places = people.accounts_ever({person for persons in present.values() for person in persons})
    return {
        pk: Document(
            prose=tuple(filter(None, texts)),
            places=frozenset([account]).union(*(places.get(person, ()) for person in present[pk])),
        )
        for pk, account, *texts in rows().filter(pk__in=ids).values_list("pk", "account_id", *WORDS)
    }


def with_persons(ids) -> list[int]:
    """The contacts these persons took part in."""
    parts = InteractionPerson.objects.scope(Scope.SYSTEM).filter(person_id__in=ids)
    return list(parts.values_list("interaction_id", flat=True))


def shown(ids, *, actor, today) -> dict[int, Shown]:
    """By the purpose, in the timeline of the account; one that travelled with a person has no page to show."""
    found = policies.interactions_open_to(actor, today).filter(pk__in=ids)
    contacts = list(found.values_list("pk", "account_id", "kind", "held_on", *WORDS))
    named = accounts.names({contact[1] for contact in contacts}, actor=actor, today=today)
    return {
        pk: Shown(
            next(filter(None, texts), ""),
            " · ".join(filter(None, (day.isoformat(), str(KINDS[kind]), named.get(account, "")))),
            f"{reverse('insight:timeline', args=[account])}?at={day.isoformat()}#contact-{pk}",
        )
        for pk, account, kind, day, *texts in contacts
    }


def may_be_logged_for(ids, *, actor, today) -> set[int]:
    """Those of the accounts for which the actor may log a contact."""
    editable = account_rights.accounts_open_to(access.near(actor, today, ids), today, Level.EDIT)
    return set(editable.filter(pk__in=ids).values_list("pk", flat=True))
