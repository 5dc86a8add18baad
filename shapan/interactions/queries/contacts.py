"""Timelines, and the last effective contact of each person."""

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


FIELDS = (
    "pk", "account_id", "kind", "held_on", "purpose", "outcome", "quote", "next_step", "next_on", "effective",
)  # fmt: skip


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


def last_effective(*, actor, account_ids, since: date, today: date) -> dict[tuple[int, int], date]:
    """{(account, person): the last day of an effective contact there} of those met so since then."""
    parts = policies.participations_at(actor, today).filter(
        interaction__account_id__in=listed(account_ids), interaction__effective=True,
        interaction__held_on__gte=since, interaction__held_on__lte=today,
    )  # fmt: skip
    rows = parts.values_list("interaction__account_id", "person_id").annotate(last=Max("interaction__held_on"))
    return {(account_id, person_id): last for account_id, person_id, last in rows}


def next_steps(*, actor, account_ids, since: date, today: date, most: int = 20) -> list[str]:
    """What we said we would do next at these accounts, the latest first."""
    found = policies.interactions_at(actor, today).filter(account_id__in=listed(account_ids), held_on__gte=since)
    rows = found.exclude(next_step="").order_by("-held_on", "-pk").values_list("next_step", flat=True)[:most]
    return list(dict.fromkeys(rows))


def touches_between(*, actor, account_id: int, since: date, on: date, today: date) -> dict[tuple[int, int], Touch]:
    """For each (person, colleague of ours): the last effective contact at this account and how many, in (since, on]."""
    asked = {
        "interaction__account_id": account_id,
        "interaction__effective": True,
        "interaction__held_on__gt": since,
        "interaction__held_on__lte": on,
    }
    ours = defaultdict(list)
    colleagues = policies.colleagues_open_to(actor, today).filter(**asked)
    for interaction_id, colleague_id, day in colleagues.values_list(
        "interaction_id", "colleague_id", "interaction__held_on"
    ):
        ours[interaction_id].append((colleague_id, day))
    met: dict[tuple[int, int], Touch] = {}
    people_met = policies.participations_at(actor, today).filter(**asked)
    for interaction_id, person_id in people_met.values_list("interaction_id", "person_id"):
        for colleague_id, day in ours[interaction_id]:
            before = met.get((person_id, colleague_id), NEVER)
            last = max(day, before.effective_on or day)
            met[person_id, colleague_id] = Touch(last, before.count + 1)
    return met


def contacts_of_account(
    *, actor, account_id: int, today: date, on: date | None = None, after: int | None = None, limit: int = 30
) -> list[Contact]:
    """The account's contacts, the latest first, after the interaction `after` when a page before ended there."""
    found = policies.interactions_at(actor, today).filter(account_id=account_id, held_on__lte=on or today)
    if after is not None:
        day = found.filter(pk=after).values_list("held_on", flat=True).first()
        found = found.filter(Q(held_on__lt=day) | Q(held_on=day, pk__lt=after)) if day else found.none()
    return _contacts(found.order_by("-held_on", "-pk")[:limit], actor, today)


def contacts_logged(
    *, actor, today: date, account_id: int | None = None, after: int | None = None, limit: int = 50
) -> list[Contact]:
    """Contacts with customers in reach, those logged last first, after the one with that number."""
    found = policies.interactions_at(actor, today)
    if account_id is not None:
        found = found.filter(account_id=account_id)
    if after is not None:
        found = found.filter(pk__lt=after)
    return _contacts(found.order_by("-pk")[:limit], actor, today)


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
