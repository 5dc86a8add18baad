"""What a contact just logged gave back: who is warmer, which bar moved, what it may prove, what is open now."""

from dataclasses import dataclass
from datetime import date

from shapan.accounts import policies as accounts
from shapan.insight import phrases
from shapan.interactions import queries as interactions
from shapan.interactions.queries import Contact
from shapan.relationships import queries as relationships
from shapan.relationships.queries import Effect
from shapan.relationships.rules.hints import hints


@dataclass(frozen=True, slots=True)
class Offer:
    """Words of the contact that may be evidence; the person decides."""

    criterion: str
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Told:
    contact: Contact
    effect: Effect
    offers: tuple[Offer, ...]
    may_edit: bool


def told(*, actor, interaction_id: int, today: date) -> Told | None:
    """None when there is no such contact, or none at an account in this actor's reach."""
    contact = interactions.contact(actor=actor, interaction_id=interaction_id, today=today)
    if contact is None:
        return None
    effect = relationships.effect(
        actor=actor,
        account_id=contact.account_id,
        interaction_id=interaction_id,
        person_ids=[person_id for person_id, _name in contact.people],
        today=today,
    )
    return Told(
        contact=contact,
        effect=effect,
        offers=tuple(
            Offer(hint.criterion.value, str(phrases.CRITERIA[hint.criterion]), hint.words)
            for hint in hints(contact.outcome, contact.quote)
        ),
        may_edit=accounts.may_edit(actor, contact.account_id, today),
    )
