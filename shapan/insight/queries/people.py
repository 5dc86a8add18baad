"""People of an account by department, and one person's page."""

from dataclasses import dataclass
from datetime import date

from shapan.accounts import policies as accounts
from shapan.accounts import queries as account_reads
from shapan.compliance import queries as compliance
from shapan.compliance.rules.quiet import Quiet
from shapan.decisions import queries as decisions
from shapan.duplicates import queries as duplicates
from shapan.interactions import queries as interactions
from shapan.interactions.queries import Contact
from shapan.people import policies
from shapan.people import queries as people
from shapan.people.queries import Link, Objected, PersonFacts, PostFacts, PostHeld
from shapan.relationships import queries as relationships
from shapan.relationships.queries import PersonStanding, PieceOfEvidence


@dataclass(frozen=True, slots=True)
class DepartmentGroup:
    """A department with the people in posts there and the posts that stand vacant. `id` None: no department."""

    id: int | None
    name: str
    relevant: bool
    people: tuple[PersonStanding, ...]
    vacant: tuple[PostFacts, ...]


@dataclass(frozen=True, slots=True)
class PersonPage:
    """One person for life: career, standing at each account, evidence, contacts, links."""

    facts: PersonFacts
    may_edit: bool
    points: tuple[tuple[str, str], ...]
    career: tuple[PostHeld, ...]
    standings: tuple[PersonStanding, ...]
    reached: frozenset[int]
    evidence: tuple[PieceOfEvidence, ...]
    contacts: tuple[Contact, ...]
    links: tuple[Link, ...]
    objection: Objected | None
    quiet: tuple[Quiet, ...]
    today: date


def people_by_department(*, actor, account_id: int, on: date, today: date) -> list[DepartmentGroup]:
    """Departments in order of name; those without anybody we know are there too, since a hole is news."""
    who = {"actor": actor, "on": on, "today": today}
    standing = relationships.standings(account_ids=[account_id], **who).get(account_id)
    here = list(standing.people.values()) if standing else []
    held = {post.post_id for person in here for post in person.posts}
    vacant = [post for post in people.posts(actor=actor, account_id=account_id, today=today) if post.id not in held]
    departments = account_reads.departments(actor=actor, account_id=account_id, today=today)
    groups = [_group(d.id, d.name, d.relevant, here, vacant) for d in departments]
    rest = _group(None, "", True, here, vacant)
    return [*groups, rest] if rest.people or rest.vacant else groups


def _group(department_id, name, relevant, here, vacant) -> DepartmentGroup:
    return DepartmentGroup(
        department_id,
        name,
        relevant,
        tuple(p for p in here if any(post.department_id == department_id for post in p.posts)),
        tuple(post for post in vacant if post.department_id == department_id),
    )


def person_page(*, actor, person_id: int, today: date) -> PersonPage | None:
    """None when there is no such person, or none that this actor may know of."""
    facts = people.person(actor=actor, person_id=person_id, today=today)
    if facts is None:
        return None
    who = {"actor": actor, "today": today}
    history = policies.history(actor, [person_id], today)
    career = people.career(person_id=person_id, history=history, **who)
    standing = [post for post in career if post.ended_on is None or post.ended_on > today]
    ids = [post.account_id for post in standing]
    tiers = dict(accounts.accounts_open_to(actor, today).filter(pk__in=ids).values_list("pk", "tier"))
    now = [post for post in standing if post.account_id in tiers]
    seats = decisions.default_seats(account_ids=list(tiers), on=today, **who)
    return PersonPage(
        facts=facts,
        may_edit=policies.may_edit_person(actor, person_id, today),
        points=tuple(people.contact_points(person_id=person_id, **who)),
        career=tuple(career),
        standings=tuple(
            relationships.person_standings(posts=now, seats=seats, tiers=tiers, on=today, history=history, **who)
        ),
        reached=frozenset(account_reads.names({post.account_id for post in career}, **who)),
        evidence=tuple(relationships.evidence_of_person(history, today)),
        contacts=tuple(interactions.contacts_of_person(person_id=person_id, history=history, **who)),
        links=tuple(people.links(person_id=person_id, on=today, **who)),
        objection=people.objection(person_id=person_id, **who),
        quiet=tuple(compliance.quiet(account_ids=list(tiers), **who)),
        today=today,
    )


def lives_on_as(*, actor, person_id: int, today: date) -> int | None:
    """The id of the person that this one was merged into, if the actor may see that one."""
    into = duplicates.survivors("person", [person_id]).get(person_id)
    known = people.person(actor=actor, person_id=into, today=today) if into else None
    return known.id if known else None
