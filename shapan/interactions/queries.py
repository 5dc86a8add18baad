"""Reads of contacts: timelines, the last effective contact of each person, promises due."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Q

from shapan.accounts import queries as accounts
from shapan.foundation.models import listed
from shapan.identity import queries as identity
from shapan.interactions import policies
from shapan.people import policies as people_policies
from shapan.people import queries as people
from shapan.people.policies import History


@dataclass(frozen=True, slots=True)
class Contact:
    """One interaction as a timeline shows it. People the reader may not see are left out."""

    id: int
    account_id: int
    account: str
    kind: str
    held_on: date
    purpose: str
    outcome: str
    quote: str
    next_step: str
    next_on: date | None
    effective: bool
    people: tuple[tuple[int, str], ...]
    colleagues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Touch:
    """How often and how lately we met one person: `effective_on` None when never effectively."""

    effective_on: date | None
    count: int


@dataclass(frozen=True, slots=True)
class PromiseDue:
    id: int
    version: int
    text: str
    account_id: int
    account: str
    person_id: int | None
    person: str
    owner_id: int
    owner: str
    due_on: date


FIELDS = (
    "pk", "account_id", "kind", "held_on", "purpose", "outcome", "quote", "next_step", "next_on", "effective",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PromiseKept:
    id: int
    text: str
    owner: str
    kept_on: date


NEVER = Touch(None, 0)


def touches(history: History, on: date) -> dict[int, Touch]:
    """For each person: the day of the last effective contact and the number of contacts, up to and including `on`."""
    return _touches(policies.participations_in(history).filter(interaction__held_on__lte=on))


def touches_without(history: History, interaction_id: int, on: date) -> dict[int, Touch]:
    """The same as if this interaction had not been: what it changed is the difference."""
    parts = policies.participations_in(history).exclude(interaction_id=interaction_id)
    return _touches(parts.filter(interaction__held_on__lte=on))


def _touches(parts) -> dict[int, Touch]:
    effective = Q(interaction__effective=True)
    rows = parts.values_list("person_id").annotate(
        last=Max("interaction__held_on", filter=effective), count=Count("interaction_id")
    )
    return {person_id: Touch(last, count) for person_id, last, count in rows}


def contact(*, actor, interaction_id: int, today: date) -> Contact | None:
    """One contact held at an account in reach; None when there is no such contact for this actor."""
    return next(iter(_contacts(policies.interactions_at(actor, today).filter(pk=interaction_id), actor, today)), None)


def last_met(*, actor, account_ids, since: date, today: date) -> dict[int, date]:
    """{person id: the last day we were in contact there} of those met since then."""
    parts = policies.participations_at(actor, today).filter(
        interaction__account_id__in=listed(account_ids), interaction__held_on__gte=since
    )
    return dict(parts.values_list("person_id").annotate(last=Max("interaction__held_on")))


def next_steps(*, actor, account_ids, since: date, today: date, most: int = 20) -> list[str]:
    """What we said we would do next at these accounts, the latest first."""
    found = policies.interactions_at(actor, today).filter(account_id__in=listed(account_ids), held_on__gte=since)
    rows = found.exclude(next_step="").order_by("-held_on", "-pk").values_list("next_step", flat=True)[:most]
    return list(dict.fromkeys(rows))


def contacts_of_account(
    *, actor, account_id: int, today: date, on: date | None = None, after: int | None = None, limit: int = 30
) -> list[Contact]:
    """The account's contacts, the latest first, after the interaction `after` when a page before ended there."""
    found = policies.interactions_at(actor, today).filter(account_id=account_id, held_on__lte=on or today)
    if after is not None:
        day = found.filter(pk=after).values_list("held_on", flat=True).first()
        found = found.filter(Q(held_on__lt=day) | Q(held_on=day, pk__lt=after)) if day else found.none()
    return _contacts(found.order_by("-held_on", "-pk")[:limit], actor, today)


def contacts_of_person(
    *, actor, person_id: int, today: date, on: date | None = None, limit: int = 30, history: History | None = None
) -> list[Contact]:
    """The person's contacts with us wherever the person worked, the latest first, as far as open to the actor."""
    found = policies.interactions_in(history or people_policies.history(actor, [person_id], today))
    return _contacts(found.filter(held_on__lte=on or today).order_by("-held_on", "-pk")[:limit], actor, today)


def last_effective_by_account(*, actor, account_ids, on: date, today: date) -> dict[int, date]:
    found = policies.interactions_at(actor, today)
    found = found.filter(account_id__in=listed(account_ids), effective=True, held_on__lte=on)
    return dict(found.values_list("account_id").annotate(last=Max("held_on")))


def days_by_kind(*, actor, account_id: int, since: date, on: date, today: date) -> dict[str, list[date]]:
    """The days of effective contacts of each kind in [since, on]."""
    found = policies.interactions_at(actor, today)
    found = found.filter(account_id=account_id, effective=True, held_on__gte=since, held_on__lte=on)
    days = defaultdict(list)
    for kind, day in found.values_list("kind", "held_on"):
        days[kind].append(day)
    return days


def colleagues_in_touch(*, actor, account_id: int, since: date, on: date, today: date) -> int:
    """How many of our people had an effective contact at the account in [since, on]."""
    parts = policies.colleagues_open_to(actor, today).filter(
        interaction__account_id=account_id, interaction__effective=True,
        interaction__held_on__gte=since, interaction__held_on__lte=on,
    )  # fmt: skip
    return parts.values("colleague_id").distinct().count()


def open_promises(*, actor, today: date, owner_ids=None, account_id: int | None = None, until: date | None = None):
    """Promises not yet kept, the most overdue first."""
    found = policies.promises_open_to(actor, today).filter(kept_on__isnull=True)
    if owner_ids is not None:
        found = found.filter(owner_id__in=owner_ids)
    if account_id is not None:
        found = found.filter(account_id=account_id)
    if until is not None:
        found = found.filter(due_on__lte=until)
    rows = found.order_by("due_on", "pk").values_list(
        "pk", "version", "text", "account_id", "account__name", "person_id", "owner_id", "owner__name", "due_on"
    )[:100]
    names = people.names({row[5] for row in rows} - {None}, actor=actor, today=today)
    return [PromiseDue(*row[:6], names.get(row[5], ""), *row[6:]) for row in rows]


def kept_promises(*, actor, account_id: int, since: date, today: date) -> list[PromiseKept]:
    """Promises to the account that were kept since that day, the latest first."""
    found = policies.promises_open_to(actor, today).filter(account_id=account_id, kept_on__gte=since)
    rows = found.order_by("-kept_on", "-pk").values_list("pk", "text", "owner__name", "kept_on")[:20]
    return [PromiseKept(*row) for row in rows]


def _contacts(interactions, actor, today) -> list[Contact]:
    """Of a contact at an account in reach everybody who took part is named whom the actor may know; of one that
    travelled here with a person, those whose history travelled as well.
    """
    rows = list(interactions.values_list(*FIELDS))
    ids = [row[0] for row in rows]
    persons, ours = defaultdict(list), defaultdict(list)
    for interaction_id, person_id in _pairs(policies.everybody_in(ids), "person_id"):
        persons[interaction_id].append(person_id)
    for interaction_id, colleague_id in _pairs(policies.colleagues_in(ids), "colleague_id"):
        ours[interaction_id].append(colleague_id)
    met = {pk for who in persons.values() for pk in who}
    history = people_policies.history(actor, met, today)
    names = people.names(met, actor=actor, today=today)
    staff = identity.names({pk for who in ours.values() for pk in who})
    companies = accounts.names({row[1] for row in rows}, actor=actor, today=today)
    return [
        Contact(
            pk, account_id, companies.get(account_id, ""), kind, held_on, *rest,
            people=tuple(
                (who, names[who])
                for who in persons[pk]
                if who in names and (account_id in companies or history.covers(who, held_on))
            ),
            colleagues=tuple(staff[who] for who in ours[pk]),
        )
        for pk, account_id, kind, held_on, *rest in rows
    ]  # fmt: skip


def _pairs(parts, who: str):
    return parts.order_by("pk").values_list("interaction_id", who)
