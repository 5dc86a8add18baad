"""Who decides at the customer on acceptance and payment, and how we stand with them (domain.md §7.1, §11.7)."""

from dataclasses import dataclass
from datetime import date

from shapan.decisions import queries as decisions
from shapan.people import queries as people
from shapan.relationships import queries as relationships
from shapan.relationships.queries import PersonStanding


@dataclass(frozen=True, slots=True)
class Decider:
    """A post of the customer with its holder; `title` empty: nobody has recorded which post it is."""

    title: str
    person: PersonStanding | None
    owner: str


@dataclass(frozen=True, slots=True)
class Deciders:
    acceptance: Decider
    payment: Decider


def deciders(*, actor, account_id: int, category: str, today: date) -> Deciders:
    """By the customer's way of deciding on this category, or else on everything."""
    who = {"actor": actor, "today": today}
    mode = decisions.modes_for(account_ids=[account_id], category=category, **who).get(account_id)
    acceptance, payment = (mode.acceptance_decider_id, mode.payment_decider_id) if mode else (None, None)
    if not acceptance and not payment:
        nobody = Decider("", None, "")
        return Deciders(nobody, nobody)
    titles = {post.id: post.title for post in people.posts(account_id=account_id, **who)}
    standing = relationships.standings(account_ids=[account_id], on=today, **who)[account_id]
    owners = relationships.owners_at(account_id=account_id, on=today, **who)
    held = {post.post_id: person for person in standing.people.values() for post in person.posts}

    def decider(post_id: int | None) -> Decider:
        person = held.get(post_id)
        return Decider(titles.get(post_id, ""), person, owners.get(person.person_id, "") if person else "")

    return Deciders(decider(acceptance), decider(payment))
