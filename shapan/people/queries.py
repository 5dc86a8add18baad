"""Reads of persons, posts and appointments."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q
from django.db.models.functions import Coalesce

from shapan.access.terms import Level
from shapan.duplicates import queries as duplicates
from shapan.duplicates.rules.likeness import At, Look
from shapan.foundation.bulk import parts
from shapan.foundation.models import Scope, in_force, listed
from shapan.people import policies
from shapan.people.models import Appointment
from shapan.people.terms import ContactKind


@dataclass(frozen=True, slots=True)
class PersonFacts:
    id: int
    name: str
    latin_name: str
    version: int


@dataclass(frozen=True, slots=True)
class PostHeld:
    """A person in a post at one company, with the dates of the appointment."""

    appointment_id: int
    version: int
    person_id: int
    person: str
    post_id: int
    title: str
    grade: str
    department_id: int | None
    department: str
    account_id: int
    account: str
    started_on: date | None
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class PostFacts:
    id: int
    title: str
    grade: str
    department_id: int | None
    department: str
    parent_id: int | None
    account_id: int
    account: str
    version: int


@dataclass(frozen=True, slots=True)
class Link:
    id: int
    person_id: int
    person: str
    kind: str
    other_id: int
    other: str
    evidence: str
    started_on: date | None
    recorded_by: str


@dataclass(frozen=True, slots=True)
class Objected:
    words: str
    on: date
    by: str


HELD = (
    "pk", "version", "person_id", "person__name", "post_id", "post__title", "post__grade", "post__department_id",
    "post__department__name", "post__account_id", "post__account__name", "started_on", "ended_on",
)  # fmt: skip
ASKED = {
    "name": "person__name",
    "title": "post__title",
    "department": "post__department__name",
    "grade": "post__grade",
    "account": "post__account__name",
    "tier": "post__account__tier",
}  # columns of the directory, by the name a list asks for them


def person(*, actor, person_id: int, today: date) -> PersonFacts | None:
    """None when there is no such person, or none that this actor may know of."""
    row = policies.people_open_to(actor, today, among=[person_id])
    row = row.values_list("pk", "name", "latin_name", "version").first()
    return PersonFacts(*row) if row else None


def career(*, actor, person_id: int, today: date, history: policies.History | None = None) -> list[PostHeld]:
    """The person's appointments, as far as the history is open to the actor, the latest first."""
    held = policies.careers_in(history or policies.history(actor, [person_id], today)).filter(person_id=person_id)
    return _held(held.order_by(F("started_on").desc(nulls_last=True), "-pk"))


def appointment(*, actor, appointment_id: int, today: date) -> PostHeld | None:
    """None when there is no such appointment, or none that this actor may know of."""
    return next(iter(_held(policies.appointments_open_to(actor, today).filter(pk=appointment_id))), None)


def people_in_posts(*, actor, account_id: int, on: date, today: date) -> list[PostHeld]:
    """Everybody in a post at the account on that day, by name. One person in two posts stands twice."""
    held = policies.appointments_open_to(actor, today).filter(in_force(on), post__account_id=account_id)
    return _held(held.order_by("person__name", "person_id", "pk"))


def people_in_posts_of(*, actor, account_ids, on: date, today: date, person_ids=None) -> list[PostHeld]:
    """The same for several accounts at once; of these persons only, when they are named."""
    held = policies.appointments_open_to(actor, today).filter(in_force(on), post__account_id__in=listed(account_ids))
    if person_ids is not None:
        held = held.filter(person_id__in=listed(person_ids))
    return _held(held.order_by("post__account_id", "person__name", "person_id", "pk"))


def directory(
    *, actor, on: date, today: date, search: str = "", where: Q | None = None, after=None, limit: int = 50
) -> list[PostHeld]:
    """People in posts by name, one row for each post, after the (name, appointment id) of the last row shown. `where`
    narrows by columns of ASKED.
    """
    held = policies.appointments_open_to(actor, today).filter(in_force(on), where or Q())
    if search:
        held = held.filter(Q(person__name__icontains=search) | Q(person__latin_name__icontains=search))
    if after:
        name, pk = after
        held = held.filter(Q(person__name__gt=name) | Q(person__name=name, pk__gt=pk))
    return _held(held.order_by("person__name", "pk")[:limit])


def posts(*, actor, account_id: int, today: date) -> list[PostFacts]:
    """All posts of the account, vacant ones too."""
    found = policies.posts_open_to(actor, today).filter(account_id=account_id)
    return _posts(found.order_by("department__name", "title", "pk"))


def posts_for_a_move(*, actor, today: date, besides: int, most: int = 2000) -> list[PostFacts]:
    """Posts a person could move to: those of every account the actor may edit, but the one held now."""
    found = policies.posts_open_to(actor, today, Level.EDIT).exclude(pk=besides)
    return _posts(found.order_by("account__name", "department__name", "title", "pk")[:most])


def holders(post_ids, *, actor, on: date, today: date) -> dict[int, str]:
    """{post id: who holds it on that day} for the posts that are not vacant."""
    held = policies.appointments_open_to(actor, today).filter(in_force(on)).order_by("pk")
    return {
        post: name
        for part in parts(post_ids)
        for post, name in held.filter(post_id__in=part).values_list("post_id", "person__name")
    }


def acquaintances(*, actor, person_id: int, on: date, today: date) -> list[tuple[int, str]]:
    """Whom a person could be linked with: people at the same companies, by name."""
    mine = policies.appointments_open_to(actor, today).filter(person_id=person_id).values("post__account_id")
    held = policies.appointments_open_to(actor, today).filter(in_force(on), post__account_id__in=mine)
    rows = _held(held.exclude(person_id=person_id).order_by("person__name", "pk"))
    return list({row.person_id: f"{row.person} · {row.title}" for row in rows}.items())


def contact_points(*, actor, person_id: int, today: date) -> list[tuple[str, str]]:
    found = policies.contact_points_open_to(actor, today, among=[person_id])
    return list(found.order_by("kind", "pk").values_list("kind", "value"))


LINK = (
    "pk", "person_id", "person__name", "kind", "other_id", "other__name", "evidence", "started_on", "recorded_by__name",
)  # fmt: skip


def links(*, actor, person_id: int, on: date, today: date) -> list[Link]:
    found = policies.links_about([person_id]).filter(in_force(on)).order_by("kind", "pk")
    rows = list(found.values_list("pk", "person_id", "kind", "other_id", "evidence", "started_on", "recorded_by__name"))
    known = names({row[1] for row in rows} | {row[3] for row in rows}, actor=actor, today=today)
    return [
        Link(pk, one, known[one], kind, other, known[other], *rest)
        for pk, one, kind, other, *rest in rows
        if one in known and other in known
    ]


def links_at(*, actor, account_id: int, on: date, today: date) -> list[Link]:
    """How people who are, or once were, at this account stand to each other."""
    here = policies.appointments_open_to(actor, today).filter(post__account_id=account_id).values("person_id")
    found = policies.links_among(here).filter(in_force(on))
    return [Link(*row) for row in found.order_by("kind", "pk").values_list(*LINK)]


def bosses(*, actor, account_id: int, on: date, today: date) -> dict[int, int | None]:
    """{post: the post it reported to on that day}: as it is now, unless a line has been changed since."""
    found = policies.posts_open_to(actor, today).filter(account_id=account_id)
    now = dict(found.order_by("pk").values_list("pk", "parent_id"))
    former = policies.former_bosses_open_to(actor, today).filter(post__account_id=account_id, ended_on__gt=on)
    return now | dict(former.order_by("-ended_on", "-pk").values_list("post_id", "parent_id"))


def former_bosses(*, actor, post_id: int, today: date) -> list[tuple[int | None, str, date]]:
    """(post, its title, until when) for each post this one reported to before, the latest first."""
    found = policies.former_bosses_open_to(actor, today).filter(post_id=post_id).order_by("-ended_on", "-pk")
    return [(pk, title or "", day) for pk, title, day in found.values_list("parent_id", "parent__title", "ended_on")]


def former_posts(*, actor, account_id: int, on: date, today: date) -> list[PostHeld]:
    """Appointments, anywhere, that had ended by that day, of people who are or once were at this account; as far as
    their history is open to the actor.
    """
    here = policies.appointments_open_to(actor, today).filter(post__account_id=account_id).values("person_id")
    history = policies.history(actor, set(here.values_list("person_id", flat=True)), today)
    held = policies.careers_in(history).filter(ended_on__lte=on)
    return _held(held.order_by("person_id", F("started_on").asc(nulls_first=True), "pk"))


def came_and_went(*, actor, account_ids, since: date, until: date, today: date, most: int = 20) -> list[PostHeld]:
    """Appointments at these accounts that began or ended in [since, until], the latest first."""
    held = policies.appointments_open_to(actor, today).filter(post__account_id__in=listed(account_ids))
    began, ended = Q(started_on__gte=since, started_on__lte=until), Q(ended_on__gte=since, ended_on__lte=until)
    return _held(held.filter(began | ended).order_by(Coalesce("ended_on", "started_on").desc(), "pk")[:most])


def people_who_left(*, actor, account_id: int, since: date, on: date, today: date) -> list[PostHeld]:
    """The last post here of those who left after `since`, up to `on`, and are in no post the actor knows of."""
    held = policies.appointments_open_to(actor, today)
    still = held.filter(in_force(on)).values("person_id")
    gone = held.filter(post__account_id=account_id, ended_on__gt=since, ended_on__lte=on).exclude(person__in=still)
    return list({row.person_id: row for row in _held(gone.order_by("ended_on", "pk"))}.values())


def objections_at(*, actor, account_id: int, today: date) -> dict[int, Objected]:
    """Standing objections of people who are or once were at this account: today's, whatever day is looked at."""
    here = policies.appointments_open_to(actor, today).filter(post__account_id=account_id).values("person_id")
    return _objections(policies.objections_open_to(actor, today).filter(person_id__in=here))


def who_objects(ids, *, actor, today: date) -> set[int]:
    """Those of these people who have asked to be left alone."""
    found = policies.objections_open_to(actor, today).filter(person_id__in=listed(ids), withdrawn_on__isnull=True)
    return set(found.values_list("person_id", flat=True))


def objection(*, actor, person_id: int, today: date) -> Objected | None:
    return _objections(policies.objections_open_to(actor, today).filter(person_id=person_id)).get(person_id)


def _objections(found) -> dict[int, Objected]:
    rows = found.filter(withdrawn_on__isnull=True)
    return {
        row[0]: Objected(*row[1:]) for row in rows.values_list("person_id", "words", "objected_on", "recorded_by__name")
    }


def post(*, actor, post_id: int, today: date) -> PostFacts | None:
    """None when there is no such post, or none that this actor may know of."""
    return next(iter(_posts(policies.posts_open_to(actor, today).filter(pk=post_id))), None)


def accounts_ever(ids) -> dict[int, set[int]]:
    """{person: accounts where the person has or had a post}: for the index, which answers no person."""
    found: dict[int, set[int]] = {}
    for part in parts(ids):
        held = Appointment.objects.scope(Scope.SYSTEM).filter(person_id__in=part)
        for person_id, account_id in held.values_list("person_id", "post__account_id"):
            found.setdefault(person_id, set()).add(account_id)
    return found


def names(ids, *, actor, today: date) -> dict[int, str]:
    return dict(policies.people_open_to(actor, today, among=list(ids)).values_list("pk", "name"))


def post_names(ids, *, actor, today: date) -> dict[int, str]:
    return dict(policies.posts_open_to(actor, today).filter(pk__in=ids).values_list("pk", "title"))


def post_places(ids, *, actor, today: date) -> dict[int, str]:
    """Titles of posts with their company, for sentences that lead from one company to another."""
    rows = policies.posts_open_to(actor, today).filter(pk__in=ids).values_list("pk", "account__name", "title")
    return {pk: " · ".join(filter(None, [account, title])) for pk, account, title in rows}


def _held(appointments) -> list[PostHeld]:
    rows = appointments.values_list(*HELD)
    return [PostHeld(*row[:8], row[8] or "", *row[9:]) for row in rows]


def _posts(found) -> list[PostFacts]:
    rows = found.values_list(
        "pk", "title", "grade", "department_id", "department__name", "parent_id", "account_id", "account__name",
        "version",
    )  # fmt: skip
    return [PostFacts(pk, title, grade, dept, name or "", *rest) for pk, title, grade, dept, name, *rest in rows]


def everybody_ever_at(*, actor, account_ids, today: date) -> list[tuple]:
    """(account id, person id, name, started on, ended on) of every appointment at these accounts, for matching."""
    found = policies.appointments_open_to(actor, today)
    return [
        row
        for part in parts(account_ids)
        for row in found.filter(post__account_id__in=part).values_list(
            "post__account_id", "person_id", "person__name", "started_on", "ended_on"
        )
    ]


def people_by_email(*, actor, emails, today: date) -> dict[str, tuple[int, str]]:
    """{address in lower case: (person id, name)} of those the actor may see, for matching."""
    found = policies.contact_points_open_to(actor, today).filter(kind="email")
    rows = (
        row
        for part in parts(emails)
        for row in found.filter(value__in=part).values_list("value", "person_id", "person__name")
    )
    return {value.lower(): (person_id, name) for value, person_id, name in rows}


def posts_of_people(*, actor, account_ids, today: date) -> dict[tuple[int, str], int]:
    """{(account id, a person's name or a post's title): post id} for finding whom somebody reports to; people win."""
    held = policies.appointments_open_to(actor, today)
    named = policies.posts_open_to(actor, today)
    found: dict[tuple[int, str], int] = {}
    for part in parts(account_ids):
        found |= {(a, t): pk for a, t, pk in named.filter(account_id__in=part).values_list("account_id", "title", "pk")}
    for part in parts(account_ids):
        rows = held.filter(post__account_id__in=part).order_by(F("ended_on").asc(nulls_last=True), "pk")
        found |= {(a, n): pk for a, n, pk in rows.values_list("post__account_id", "person__name", "post_id")}
    return found


def people_with_email(*, actor, person_ids, today: date) -> set[int]:
    """Those of these persons of whom a mail address is known."""
    found = policies.contact_points_open_to(actor, today).filter(kind="email")
    return {
        pk for part in parts(person_ids) for pk in found.filter(person_id__in=part).values_list("person_id", flat=True)
    }


def looks(ids, *, actor, today: date) -> dict[int, Look]:
    """What is compared of persons the actor may see (see duplicates)."""
    ids = list(ids)
    points = defaultdict(list)
    found = policies.contact_points_open_to(actor, today, among=ids).order_by("pk")
    for person_id, kind, value in found.values_list("person_id", "kind", "value"):
        points[person_id, kind].append(value)
    places = defaultdict(list)
    held = policies.appointments_open_to(actor, today).filter(person_id__in=listed(ids)).order_by("pk")
    for person_id, *at in held.values_list(
        "person_id", "post__account_id", "post__account__name", "started_on", "ended_on"
    ):
        places[person_id].append(At(*at))
    persons = policies.people_open_to(actor, today, among=ids).order_by("pk").values_list("pk", "name", "latin_name")
    return {
        pk: Look(
            name,
            latin_name,
            mails=tuple(points[pk, ContactKind.EMAIL]),
            phones=tuple(points[pk, ContactKind.PHONE]),
            companies=tuple(places[pk]),
            id=pk,
        )
        for pk, name, latin_name in persons
    }


def around(account_id: int, *, actor, today: date) -> tuple[tuple[At, ...], set[int]]:
    """The company where a new person is met, and who was ever there: a name typed with a slip shares no key."""
    held = policies.appointments_open_to(actor, today).filter(post__account_id=account_id)
    ids = set(held.values_list("person_id", flat=True))
    return (At(account_id, ""),) if ids else (), ids


def names_through_merges(ids, *, actor, today: date) -> dict[int, str]:
    """Names also of persons who were merged into others: history keeps the old number, and means the one who stayed."""
    into = duplicates.survivors("person", ids)
    known = names({*ids, *into.values()}, actor=actor, today=today)
    return known | {old: known[new] for old, new in into.items() if new in known}
