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
from shapan.people.actions.posts import PersonRefused
from shapan.people.models import Appointment, ContactPoint, Person, Post
from shapan.people.terms import ContactKind, Tag

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
    known = [row for row in standing if row not in set(new)]
    bulk.insert(
        Person,
        [row.id for row in new],
        name=[row.name for row in new],
        latin_name=[row.latin_name for row in new],
    ) if new else None
    _change_persons(known)
    _add_points(standing)
    posts.store()
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
        if row.latin_name and row.id in standing and standing[row.id]["latin_name"] != row.latin_name:
            changes[row.id] = {"latin_name": row.latin_name}
            row.outcome = Outcome.UPDATED
    bulk.update(Person, changes)


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
    """The posts of some accounts and who held them when, so that a row finds its post without asking for each."""

    def __init__(self, account_ids: set[int]):
        self.by_name: dict[tuple, list[int]] = {}
        self.grades: dict[int, str] = {}
        self.held: dict[int, list[Period]] = {}
        self.appointments: dict[tuple[int, int], list[list]] = {}
        fields = ("pk", "account_id", "department_id", "title", "grade")
        for pk, account, department, title, grade in bulk.rows(Post, "account_id", account_ids, fields):
            self.by_name.setdefault((account, department, title), []).append(pk)
            self.grades[pk], self.held[pk] = grade, []
        fields = ("pk", "person_id", "post_id", "started_on", "ended_on")
        for pk, person, post, start, end in bulk.rows(Appointment, "post__account_id", account_ids, fields):
            self.held[post].append((start, end))
            self.appointments.setdefault((person, post), []).append([pk, start, end])
        self.opened: dict[int, PersonRow] = {}
        self.reserved: list[int] = []
        self.begun: list[PersonRow] = []
        self.changed: dict[int, dict[str, object]] = {}
        self.regraded: dict[int, dict[str, object]] = {}

    def place(self, row: PersonRow) -> None:
        """The row's own appointment when it is known; else a vacant post of that name; else a new one."""
        names = self.by_name.setdefault((row.account_id, row.department_id, row.title), [])
        for post in names:
            for known in self.appointments.get((row.id, post), ()):
                if known[1] == row.started_on or None in {known[1], row.started_on}:
                    self._meet(row, post, known)
                    return
        vacant = next((p for p in names if not any(overlaps(*held, *row.period) for held in self.held[p])), None)
        row.post_id = self._open(row, names) if vacant is None else vacant
        self.held[row.post_id].append(row.period)
        self.appointments.setdefault((row.id, row.post_id), []).append([None, *row.period])
        self.begun.append(row)
        if row.outcome is Outcome.UNCHANGED:
            row.outcome = Outcome.UPDATED if row.same_as is None else Outcome.CREATED

    def _meet(self, row: PersonRow, post: int, known: list) -> None:
        """The appointment stands already; take over what the row says otherwise."""
        row.post_id, row.appointment_id = post, known[0]
        said = {}
        if row.started_on and known[1] != row.started_on:
            said["started_on"] = row.started_on
        if row.ended_on and known[2] != row.ended_on:
            said["ended_on"] = row.ended_on
        if row.grade and self.grades.get(post) != row.grade:
            self.regraded[post] = {"grade": row.grade}
        if known[0] is not None and said:
            self.changed[known[0]] = said
        if (said or post in self.regraded) and row.outcome is Outcome.UNCHANGED:
            row.outcome = Outcome.UPDATED

    def _open(self, row: PersonRow, names: list[int]) -> int:
        if not self.reserved:
            self.reserved = bulk.reserve(Post, 500)[::-1]
        post = self.reserved.pop()
        names.append(post)
        self.opened[post], self.held[post], self.grades[post] = row, [], row.grade
        return post

    def store(self) -> None:
        rows = list(self.opened.values())
        if rows:
            bulk.insert(
                Post,
                list(self.opened),
                account=[row.account_id for row in rows],
                department=[row.department_id for row in rows],
                title=[row.title for row in rows],
                grade=[row.grade for row in rows],
            )
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
        bulk.update(Post, {pk: said for pk, said in self.regraded.items() if pk not in self.opened})
