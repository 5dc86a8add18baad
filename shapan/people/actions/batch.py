"""Many people at once, as files bring them: persons, the posts they hold, from when to when."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.access.terms import Level
from shapan.accounts import policies as accounts
from shapan.foundation import bulk
from shapan.journal import actions as journal
from shapan.kernel.batches import Outcome, Row, Tally
from shapan.kernel.periods import overlaps
from shapan.people.actions.likes import note_persons
from shapan.people.actions.posts import PersonRefused
from shapan.people.models import Appointment, ContactPoint, Person, Post
from shapan.people.terms import ContactKind, Tag
from shapan.search import actions as search

Period = tuple[date | None, date | None]


@dataclass(slots=True, eq=False, kw_only=True)
class PersonRow(Row):
    """One person in one post. Rows about the same new person share `same_as`, the first of them.

    `id` is the person's; `appointment_id` the appointment's, when it is known already.
    """

    name: str
    account_id: int
    department_id: int | None = None
    title: str = ""
    grade: str = ""
    latin_name: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    started_on: date | None = None
    ended_on: date | None = None
    same_as: "PersonRow | None" = None
    post_id: int | None = None
    appointment_id: int | None = None

    @property
    def period(self) -> Period:
        return self.started_on, self.ended_on


@transaction.atomic
def save_people(*, actor, rows: list[PersonRow], today: date) -> Tally:
    """Enrol the new persons, appoint, change what is said otherwise. Refused rows say why; the others stand."""
    _refuse(actor, rows, today)
    posts = Posts({row.account_id for row in rows})
    standing = [row for row in rows if row.outcome is not Outcome.REJECTED]
    new = [row for row in standing if row.id is None and row.same_as is None]
    for row, key in zip(new, bulk.reserve(Person, len(new)), strict=True):
        row.id, row.outcome = key, Outcome.CREATED
    for row in standing:
        if row.id is None:
            row.id = row.same_as.id
        if row.id is None:
            row.refuse(PersonRefused(_("The first row about this person was refused.")))
        else:
            posts.place(row)
    standing = [row for row in standing if row.outcome is not Outcome.REJECTED]
    if new:
        names, latin_names = [row.name for row in new], [row.latin_name for row in new]
        bulk.insert(Person, [row.id for row in new], name=names, latin_name=latin_names)
    fresh = {row.id for row in new}
    _change_persons([row for row in standing if row.id not in fresh])
    _add_points(standing)
    posts.store()
    _index(standing, fresh, posts)
    note_persons({row.id for row in standing if row.outcome is not Outcome.UNCHANGED})
    tally = Tally()
    tally.count(rows)
    tally.implied["posts"] = len(posts.opened)
    if tally.counts:
        journal.record(actor=actor, tag=Tag.PEOPLE_IMPORTED, created=tally.created, updated=tally.updated)
    return tally


@transaction.atomic
def set_reporting(*, lines: dict[int, int]) -> None:
    """Post → the post it reports to, for posts of accounts the caller may edit."""
    before = bulk.by_id(Post, lines, ("parent_id",))
    bulk.update(Post, {pk: {"parent": above} for pk, above in lines.items() if before[pk]["parent_id"] != above})


def _refuse(actor, rows: list[PersonRow], today: date) -> None:
    editable = accounts.accounts_open_to(actor, today, Level.EDIT)
    parts = bulk.parts(row.account_id for row in rows)
    mine = {pk for part in parts for pk in editable.filter(pk__in=part).values_list("pk", flat=True)}
    for row in rows:
        wrong = bulk.complaint(Person, {"name": row.name, "latin_name": row.latin_name})
        wrong = wrong or bulk.complaint(Post, {"title": row.title, "grade": row.grade})
        if row.account_id not in mine:
            row.refuse(PersonRefused(_("You hold no seat on this account team.")))
        elif wrong:
            row.refuse(PersonRefused(wrong[1], field=wrong[0]))
        elif row.started_on and row.ended_on and row.ended_on < row.started_on:
            row.refuse(PersonRefused(_("An appointment cannot end before it began."), field="to"))


def _change_persons(rows: list[PersonRow]) -> None:
    standing = bulk.by_id(Person, [row.id for row in rows], ("name", "latin_name"))
    changes = {}
    for row in rows:
        said = {"name": row.name, "latin_name": row.latin_name or standing[row.id]["latin_name"]}
        if said != standing[row.id]:
            changes[row.id], row.outcome = said, Outcome.UPDATED
    bulk.update(Person, changes)


def _index(rows: list[PersonRow], fresh: set[int], posts: "Posts") -> None:
    """Known persons in new posts are reached through other accounts, and their history with them."""
    changed = [row.id for row in rows if row.outcome in {Outcome.CREATED, Outcome.UPDATED}]
    search.index("person", changed)
    search.place("person", {row.id for row in posts.begun} - fresh)
    search.index("post", {*posts.opened, *posts.reworded})


def _add_points(rows: list[PersonRow]) -> None:
    """Mail addresses and phones nobody had written down yet; none is ever taken away by a file."""
    said = {}
    for row in rows:
        for kind, values in ((ContactKind.EMAIL, row.emails), (ContactKind.PHONE, row.phones)):
            for value in values:
                said.setdefault((row.id, kind.value, value), row)
    known = set(bulk.rows(ContactPoint, "person_id", {pk for pk, _k, _v in said}, ("person_id", "kind", "value")))
    fresh = [key for key in said if key not in known]
    if fresh:
        person, kind, value = zip(*fresh, strict=True)
        bulk.insert(ContactPoint, person=person, kind=kind, value=value)
    for key in fresh:
        if said[key].outcome is Outcome.UNCHANGED:
            said[key].outcome = Outcome.UPDATED


class Posts:
    """The posts of some accounts and who held them when, so that a row finds its post without asking for each.

    A person's appointment is the row's when it began the same day, or when either does not say when; a post is
    vacant for the row when no period held there overlaps the row's.
    """

    def __init__(self, account_ids: set[int]):
        self.vacated: dict[tuple, list[int]] = {}
        self.about: dict[int, dict[str, object]] = {}
        self.held: dict[int, list[Period]] = {}
        self.careers: dict[tuple[int, int], list[list]] = {}
        fields = ("pk", "account_id", "department_id", "title", "grade")
        for pk, account, department, title, grade in bulk.rows(Post, "account_id", account_ids, fields):
            self.about[pk] = {"account": account, "department": department, "title": title, "grade": grade}
            self.held[pk] = []
        fields = ("pk", "person_id", "post_id", "started_on", "ended_on")
        for pk, person, post, start, end in bulk.rows(Appointment, "post__account_id", account_ids, fields):
            self.held[post].append((start, end))
            self.careers.setdefault((person, self.about[post]["account"]), []).append([pk, post, start, end])
        for pk, about in self.about.items():
            if not any(end is None for _start, end in self.held[pk]):
                self.vacated.setdefault((about["account"], about["department"], about["title"]), []).append(pk)
        self.opened: dict[int, PersonRow] = {}
        self.reserved: list[int] = []
        self.begun: list[PersonRow] = []
        self.changed: dict[int, dict[str, object]] = {}
        self.reworded: dict[int, dict[str, object]] = {}

    def place(self, row: PersonRow) -> None:
        """The row's own appointment when it is known; else a vacant post of that name; else a new one."""
        career = self.careers.setdefault((row.id, row.account_id), [])
        known = self._same(row, career)
        if known is not None:
            self._meet(row, known)
            return
        row.post_id = self._vacant(row) or self._open(row)
        self.held[row.post_id].append(row.period)
        career.append([None, row.post_id, *row.period])
        self.begun.append(row)
        if row.outcome is Outcome.UNCHANGED:
            row.outcome = Outcome.UPDATED if row.same_as is None else Outcome.CREATED

    def _same(self, row: PersonRow, career: list[list]) -> list | None:
        """The appointment the row speaks of: the same title and start; else the same start; else the only open one
        of that title that does not say when it began.
        """
        titled = [one for one in career if self.about[one[1]]["title"] == row.title]
        for some in (titled, career):
            began = next((one for one in some if one[2] is not None and one[2] == row.started_on), None)
            if began is not None:
                return began
        if row.started_on is None:
            return next(iter(titled), None) or (career[0] if len(career) == 1 else None)
        return next((one for one in titled if one[2] is None), None)

    def _meet(self, row: PersonRow, known: list) -> None:
        """The appointment stands already; take over what the row says otherwise."""
        row.appointment_id, row.post_id = known[0], known[1]
        said = {"started_on": row.started_on or known[2], "ended_on": row.ended_on or known[3]}
        if said != {"started_on": known[2], "ended_on": known[3]}:
            known[2:] = said.values()
            if known[0] is not None:
                self.changed[known[0]] = said
        about, words = self.about[known[1]], {}
        for name, value in (("title", row.title), ("grade", row.grade), ("department", row.department_id)):
            if value and about[name] != value:
                words[name] = about[name] = value
        if words and known[1] not in self.opened:
            self.reworded.setdefault(known[1], {}).update(words)
        if (words or known[0] in self.changed) and row.outcome is Outcome.UNCHANGED:
            row.outcome = Outcome.UPDATED

    def _vacant(self, row: PersonRow) -> int | None:
        """A post of that name that nobody held in the row's time. A row without an end takes it for good."""
        free = self.vacated.get((row.account_id, row.department_id, row.title), [])
        for place, post in enumerate(free[:20]):
            if not any(overlaps(*held, *row.period) for held in self.held[post]):
                return free.pop(place) if row.ended_on is None else post
        return None

    def _open(self, row: PersonRow) -> int:
        if not self.reserved:
            self.reserved = bulk.reserve(Post, 500)[::-1]
        post = self.reserved.pop()
        self.opened[post], self.held[post] = row, []
        self.about[post] = {
            "account": row.account_id,
            "department": row.department_id,
            "title": row.title,
            "grade": row.grade,
        }
        if row.ended_on is not None:
            self.vacated.setdefault((row.account_id, row.department_id, row.title), []).append(post)
        return post

    def store(self) -> None:
        """Write the posts opened, the appointments begun, and what was said otherwise."""
        if self.opened:
            about = [self.about[post] for post in self.opened]
            columns = {name: [one[name] for one in about] for name in ("account", "department", "title", "grade")}
            bulk.insert(Post, list(self.opened), **columns)
        if self.begun:
            keys = bulk.insert(
                Appointment,
                person=[row.id for row in self.begun],
                post=[row.post_id for row in self.begun],
                started_on=[row.started_on for row in self.begun],
                ended_on=[row.ended_on for row in self.begun],
            )
            for row, key in zip(self.begun, keys, strict=True):
                row.appointment_id = key
        bulk.update(Appointment, self.changed)
        bulk.update(Post, self.reworded)
