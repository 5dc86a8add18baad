"""Reads of contacts: timelines, the last effective contact of each person, promises due."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Q

from shapan.accounts import queries as accounts
from shapan.foundation.models import Scope
from shapan.identity import queries as identity
from shapan.interactions import policies
from shapan.interactions.models import InteractionColleague
from shapan.people import queries as people


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
    person: str
    owner_id: int
    owner: str
    due_on: date


FIELDS = (
    "pk", "account_id", "kind", "held_on", "purpose", "outcome", "quote", "next_step", "next_on", "effective",
)  # fmt: skip
NEVER = Touch(None, 0)


def touches(*, actor, person_ids, on: date, today: date) -> dict[int, Touch]:
    """For each person: the day of the last effective contact and the number of contacts, up to and including `on`."""
    parts = policies.participations_open_to(actor, today).filter(person_id__in=person_ids, interaction__held_on__lte=on)
    effective = Q(interaction__effective=True)
    rows = parts.values_list("person_id").annotate(
        last=Max("interaction__held_on", filter=effective), count=Count("interaction_id")
    )
    return {person_id: Touch(last, count) for person_id, last, count in rows}


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
    people_met = policies.participations_open_to(actor, today).filter(**asked)
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


def contacts_of_person(*, actor, person_id: int, today: date, on: date | None = None, limit: int = 30) -> list[Contact]:
    """The person's contacts with us wherever the person worked, the latest first, as far as open to the actor."""
    parts = policies.participations_open_to(actor, today).filter(
        person_id=person_id, interaction__held_on__lte=on or today
    )
    ids = parts.order_by("-interaction__held_on", "-interaction_id").values_list("interaction_id", flat=True)[:limit]
    found = policies.interactions_open_to(actor, today).filter(pk__in=list(ids))
    return _contacts(found.order_by("-held_on", "-pk"), actor, today)


def last_effective_by_account(*, actor, account_ids, on: date, today: date) -> dict[int, date]:
    found = policies.interactions_at(actor, today)
    found = found.filter(account_id__in=account_ids, effective=True, held_on__lte=on)
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
    return [PromiseDue(*row[:5], names.get(row[5], ""), *row[6:]) for row in rows]


def _contacts(interactions, actor, today) -> list[Contact]:
    rows = list(interactions.values_list(*FIELDS))
    ids = [row[0] for row in rows]
    persons, colleagues = defaultdict(list), defaultdict(list)
    parts = policies.participations_open_to(actor, today).filter(interaction_id__in=ids)
    for interaction_id, person_id in parts.order_by("pk").values_list("interaction_id", "person_id"):
        persons[interaction_id].append(person_id)
    names = people.names({pk for who in persons.values() for pk in who}, actor=actor, today=today)
    # The rows are open to the actor already, and colleagues are known to every colleague.
    ours = InteractionColleague.objects.scope(Scope.POLICY).filter(interaction_id__in=ids).order_by("pk")
    for interaction_id, colleague_id in ours.values_list("interaction_id", "colleague_id"):
        colleagues[interaction_id].append(colleague_id)
    staff = identity.names({pk for who in colleagues.values() for pk in who})
    companies = accounts.names({row[1] for row in rows}, actor=actor, today=today)
    return [
        Contact(
            row[0], row[1], companies.get(row[1], ""), *row[2:],
            people=tuple((pk, names[pk]) for pk in persons[row[0]] if pk in names),
            colleagues=tuple(staff[pk] for pk in colleagues[row[0]]),
        )
        for row in rows
    ]  # fmt: skip
