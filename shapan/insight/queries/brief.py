"""The one-page visit brief (domain.md §22.3): everything to read in the lift, nothing to look up."""

from dataclasses import dataclass
from datetime import date, timedelta

from shapan.identity import queries as identity
from shapan.insight import phrases, rules
from shapan.insight.queries.people import PersonPage, person_page
from shapan.interactions import queries as interactions
from shapan.interactions.queries import Contact, PromiseDue
from shapan.relationships import queries as relationships
from shapan.relationships.queries import PersonStanding, Targeted
from shapan.teams import queries as teams

LATELY = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Brief:
    """One person, before a visit. `standing` None: holds no post at a customer of ours today."""

    person: PersonPage
    standing: PersonStanding | None
    owner: str
    target: Targeted | None
    last: tuple[Contact, ...]
    words: Contact | None
    promises: tuple[PromiseDue, ...]
    role: str
    concerns: str
    goal: str
    steps: tuple[str, ...]
    questions: tuple[str, ...]
    by: str
    today: date


def brief(*, actor, person_id: int, today: date) -> Brief | None:
    """None when there is no such person, or none that this actor may know of."""
    page = person_page(actor=actor, person_id=person_id, today=today)
    if page is None:
        return None
    who = {"actor": actor, "today": today}
    standing = page.standings[0] if page.standings else None
    ids = [standing.account_id] if standing else []
    promises = [
        promise
        for promise in interactions.open_promises(account_id=ids[0] if ids else 0, **who)
        if promise.person_id in {None, person_id}
    ]
    target = relationships.targets(account_ids=ids, on=today, **who).get((ids[0], person_id)) if ids else None
    owners = [seat.holder for seat in teams.seats(account_ids=ids, on=today, **who) if seat.role == "AR"]
    role = _role(standing)
    return Brief(
        person=page,
        standing=standing,
        owner=owners[0] if owners else "",
        target=target,
        last=page.contacts[:3],
        words=next((contact for contact in page.contacts if contact.quote), None),
        promises=tuple(promises),
        role=str(phrases.ROLES[role]),
        concerns=str(phrases.CONCERNS_OF[role]),
        goal=_goal(standing, target),
        steps=tuple(map(str, phrases.STEPS[standing.level if standing else None])),
        questions=_questions(standing, role, promises),
        by=identity.names([actor.pk]).get(actor.pk, ""),
        today=today,
    )


def _role(standing: PersonStanding | None) -> rules.Role:
    post = standing.posts[0] if standing else None
    return rules.role(post.title, post.department, standing.seats) if post else rules.Role.USERS


def _goal(standing: PersonStanding | None, target: Targeted | None) -> str:
    known = rules.Standing(
        level=standing.level if standing else None,
        target=target.level if target else None,
        cold=standing is None or standing.days is None or standing.days > standing.cadence,
        stale=standing is not None and standing.is_stale,
        over_claimed=standing is not None and standing.over_claimed,
    )
    words = {"level": known.level, "target": known.target}
    return str(phrases.GOALS[rules.goal(known)]).format(**words)


def _questions(standing: PersonStanding | None, role: rules.Role, promises: list[PromiseDue]) -> tuple[str, ...]:
    level, columns = (standing.reading.level, standing.reading.columns) if standing else (None, {})
    asked = rules.questions(level, columns, promised=bool(promises))
    words = {"promise": promises[0].text if promises else "", "topic": str(phrases.ASK_ABOUT[role])}
    return tuple(str(phrases.QUESTIONS[question]).format(**words) for question in asked)
