"""Which of the six kinds the people of an account are (method 12)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from shapan.people.queries import PostHeld
from shapan.people.rules import is_executive
from shapan.relationships import policies
from shapan.relationships.queries.standing import AccountStanding, PersonStanding
from shapan.relationships.rules import pillars
from shapan.relationships.rules.kinds import Seen
from shapan.relationships.terms import PersonKind


@dataclass(frozen=True, slots=True)
class Tagged:
    """One kind said of a person, with the reason."""

    id: int
    kind: PersonKind
    reason: str
    on: date
    by: str


def kinds_told(*, actor, account_id: int, on: date, today: date) -> dict[int, list[Tagged]]:
    """What our people have said of whom at this account, as it stood on that day."""
    rows = policies.kinds_open_to(actor, today).filter(
        Q(ended_on__isnull=True) | Q(ended_on__gt=on), account_id=account_id, tagged_on__lte=on
    )
    told = defaultdict(list)
    for person_id, pk, kind, *rest in rows.order_by("tagged_on", "pk").values_list(
        "person_id", "pk", "kind", "reason", "tagged_on", "tagged_by__name"
    ):
        told[person_id].append(Tagged(pk, PersonKind(kind), *rest))
    return told


def seen_at(
    standing: AccountStanding,
    *,
    former: Iterable[PostHeld],
    left: Iterable[PostHeld],
    told: Mapping[int, list[Tagged]],
    on: date,
) -> dict[int, Seen]:
    """What the rule of the six kinds looks at, for everybody in a post and everybody who left."""
    shares = defaultdict(float)
    total = standing.key.si.denominator / 3
    for placed in pillars.placed(standing.states):
        shares[placed.held.person_id] += placed.weight / total if total else 0.0
    moved = _moves(standing.people.values(), former, on)

    def tags(person_id):
        return tuple((tag.kind, (on - tag.on).days) for tag in told.get(person_id, ()))

    here = {
        pk: Seen(
            executive=any(is_executive(post.grade, post.title) for post in person.posts),
            level=person.level,
            share=shares[pk],
            days=person.days,
            moved_days=moved.get(pk),
            tagged=tags(pk),
        )
        for pk, person in standing.people.items()
    }
    gone = {
        row.person_id: Seen(left_days=(on - row.ended_on).days, tagged=tags(row.person_id))
        for row in left
        if row.ended_on is not None
    }
    return gone | here


def _moves(people: Iterable[PersonStanding], former: Iterable[PostHeld], on: date) -> dict[int, int]:
    """Days since each person came into a post here from another company or department; who did not is missing."""
    last: dict[int, PostHeld] = {}
    for row in former:
        held = last.get(row.person_id)
        if held is None or row.ended_on > held.ended_on:
            last[row.person_id] = row
    moved = {}
    for person in people:
        came_from = last.get(person.person_id)
        if came_from is None:
            continue
        place = (came_from.account_id, came_from.department_id)
        since = [
            (on - post.started_on).days
            for post in person.posts
            if post.started_on is not None and (post.account_id, post.department_id) != place
        ]
        if since:
            moved[person.person_id] = min(since)
    return moved
