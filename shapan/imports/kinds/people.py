"""people: persons at the customer, the posts they hold or held, and whom they report to.

One person may stand in several lines, one for each appointment: identity is for life.
"""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from shapan.accounts import queries as account_reads
from shapan.accounts.actions.batch import DepartmentRow, save_departments
from shapan.imports.kinds.common import Accounts, Item, Run, days, settle
from shapan.imports.rules import cells
from shapan.people import queries as people
from shapan.people.actions import PersonRefused
from shapan.people.actions.batch import PersonRow, save_people, set_reporting

LONGEST = 200  # as ContactPoint.value and Department.name hold


class People:
    """The state of one file: who has come by already, and who reports to whom, settled when all are in."""

    def __init__(self, run: Run):
        self.run, self.accounts = run, Accounts(run)
        self.met: dict[str, PersonRow] = {}
        self.lines: list[tuple[int, int, str]] = []

    def take(self, items: list[Item]) -> None:
        self.accounts.learn({item.text("account") for item in items})
        for item in items:
            self._read(item)
        standing = [item for item in items if item.stands]
        self._departments(standing)
        self._recognise(standing)
        tally = save_people(actor=self.run.actor, rows=[item.row for item in standing], today=self.run.today)
        self.run.implied += tally.implied
        settle(standing, {"title": "title"})
        self.run.remember("person", [item for item in standing if item.stands])
        for item in standing:
            if item.stands and item.text("reports_to"):
                self.lines.append((item.row.account_id, item.row.post_id, item.text("reports_to")))

    def finish(self) -> None:
        """Draw the reporting lines: a person of that name or key at the same company, else a post of that title."""
        who = {"actor": self.run.actor, "today": self.run.today}
        posts = people.posts_of_people(account_ids={account for account, _post, _name in self.lines}, **who)
        by_key = {key: row.post_id for key, row in self.met.items()}
        found = {post: by_key.get(name) or posts.get((account, name)) for account, post, name in self.lines}
        set_reporting(lines={post: above for post, above in found.items() if above and above != post})

    def carried(self, item: Item) -> list:
        """What later rows must know of this one."""
        return [item.key, item.row.id, item.row.account_id, item.row.post_id]

    def recall(self, item: Item, carried: list) -> None:
        """A row that an earlier run stored."""
        item.key, person, account, post = carried
        item.row = PersonRow(name=item.text("name"), account_id=account, id=person, post_id=post)
        self.met.setdefault(item.key, item.row)
        if item.text("reports_to"):
            self.lines.append((account, post, item.text("reports_to")))

    def _read(self, item: Item) -> None:
        account = self.accounts.one(item)
        emails, phones = tuple(cells.values(item.text("email"))), tuple(cells.values(item.text("phone")))
        if not item.text("name"):
            item.reject("name", _("Every person needs a name."))
        for email in emails:
            try:
                validate_email(email)
            except ValidationError:
                item.reject("email", _("“{value}” is not a mail address.").format(value=email))
        if len(item.text("department")) > LONGEST:
            item.reject("department", _("This is too long for a name."))
        if any(len(phone) > LONGEST for phone in phones):
            item.reject("phone", _("This is too long for a phone number."))
        started, ended = days(item, "from"), days(item, "to")
        where = item.text("account") or (f"#{account}" if account else "")
        item.key = item.text("key") or f"{item.text('name')}|{where}|{emails[0].lower() if emails else ''}"
        if item.stands:
            item.row = PersonRow(
                name=item.text("name"),
                account_id=account,
                title=item.text("title"),
                grade=item.text("grade"),
                latin_name=item.text("latin_name"),
                emails=emails,
                phones=phones,
                started_on=started,
                ended_on=ended,
            )

    def _departments(self, items: list[Item]) -> None:
        named = {(item.row.account_id, item.text("department")) for item in items if item.text("department")}
        who = {"actor": self.run.actor, "today": self.run.today}
        known = account_reads.departments_of({account for account, _name in named}, **who)
        rows = [DepartmentRow(account_id=account, name=name) for account, name in sorted(named - known.keys())]
        save_departments(rows=rows)
        self.run.implied["departments"] += len(rows)
        known |= {(row.account_id, row.name): row.id for row in rows}
        for item in items:
            if item.text("department"):
                item.row.department_id = known[item.row.account_id, item.text("department")]

    def _recognise(self, items: list[Item]) -> None:
        """By key; by mail address and name; by name at the same company. Else somebody new."""
        who = {"actor": self.run.actor, "today": self.run.today}
        keyed = self.run.known("person", {item.key for item in items})
        by_email = people.people_by_email(emails={e for item in items for e in item.row.emails}, **who)
        here: dict[tuple[int, str], set[int]] = {}
        for account, person, name, _start, _end in people.everybody_ever_at(
            account_ids={item.row.account_id for item in items}, **who
        ):
            here.setdefault((account, name), set()).add(person)
        everybody = {person for persons in here.values() for person in persons}
        spoken_for = self.run.keyed("person", everybody), people.people_with_email(person_ids=everybody, **who)
        for item in items:
            before = self.met.setdefault(item.key, item.row)
            mailed = next((by_email[e.lower()] for e in item.row.emails if e.lower() in by_email), None)
            if before is not item.row:
                item.row.same_as, item.row.id = before, before.id
            elif item.key in keyed:
                item.row.id = keyed[item.key]
            elif mailed and mailed[1] == item.row.name:
                item.row.id = mailed[0]
            else:
                self._recognise_by_name(item, here.get((item.row.account_id, item.row.name), set()), spoken_for)

    def _recognise_by_name(self, item: Item, namesakes: set[int], spoken_for: tuple[set[int], set[int]]) -> None:
        """A namesake at the same company whom neither another key nor another address tells apart."""
        with_key, with_email = spoken_for
        if item.text("key"):
            namesakes = namesakes - with_key
        if item.row.emails:
            namesakes = namesakes - with_email
        if len(namesakes) == 1:
            item.row.id = next(iter(namesakes))
        elif len(namesakes) > 1:
            told = _("Several people here are called “{name}”: give a key or a mail address.")
            item.reject("name", told.format(name=item.row.name))
            item.row.refuse(PersonRefused(told))
