"""Many contacts at once, as files bring them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.access.terms import Level
from shapan.accounts import policies as accounts
from shapan.compliance import actions as compliance
from shapan.compliance.rules.quiet import Quiet
from shapan.compliance.terms import Bearing, Door
from shapan.foundation import bulk
from shapan.interactions import rules
from shapan.interactions.actions.limits import contact_of, periods
from shapan.interactions.actions.promises import InteractionRefused
from shapan.interactions.models import Interaction, InteractionColleague, InteractionPerson
from shapan.interactions.terms import Kind, Tag
from shapan.journal import actions as journal
from shapan.kernel.batches import Outcome, Row, Tally
from shapan.search import actions as search

WORDS = ("purpose", "outcome", "quote", "next_step", "next_on")


@dataclass(slots=True, eq=False, kw_only=True)
class InteractionRow(Row):
    """One contact with its participants. Empty words say nothing; participants are the whole table when named."""

    account_id: int
    kind: Kind
    held_on: date
    held_at: datetime | None = None
    person_ids: tuple[int, ...] = ()
    colleague_ids: tuple[int, ...] = ()
    bearing: Bearing | None = None
    words: dict[str, object]

    def is_effective(self, words: dict[str, object], people: int) -> bool:
        return rules.is_effective(
            self.kind,
            purpose=bool(words["purpose"]),
            outcome=bool(words["outcome"]),
            next_step=bool(words["next_step"]),
            people=people,
        )


@transaction.atomic
def save_interactions(*, actor, rows: list[InteractionRow], today: date) -> Tally:
    """Log the new contacts and change the known ones. Refused rows say why; the others stand."""
    editable = accounts.accounts_open_to(actor, today, Level.EDIT)
    parts = bulk.parts(row.account_id for row in rows)
    mine = {pk for part in parts for pk in editable.filter(pk__in=part).values_list("pk", flat=True)}
    quiet = periods(actor, today, min((row.held_on for row in rows), default=today))
    for row in rows:
        if row.account_id not in mine:
            row.refuse(InteractionRefused(_("You hold no seat on this account team.")))
        elif any("\x00" in str(value) for value in row.words.values()):
            row.refuse(InteractionRefused(_("A character in this row cannot be stored."), field="purpose"))
        elif row.held_on > today:
            row.refuse(InteractionRefused(_("An interaction is logged after it was held."), field="date"))
        else:
            _keep_out(row, actor, today, quiet)
    standing = [row for row in rows if row.outcome is not Outcome.REJECTED]
    _change([row for row in standing if row.id is not None])
    _insert([row for row in standing if row.id is None], actor)
    search.index("interaction", [row.id for row in rows if row.outcome in {Outcome.CREATED, Outcome.UPDATED}])
    tally = Tally()
    tally.count(rows)
    if tally.counts:
        journal.record(actor=actor, tag=Tag.IMPORTED, created=tally.created, updated=tally.updated)
    return tally


def _keep_out(row: InteractionRow, actor, today: date, quiet: list[Quiet]) -> None:
    """Into quarantine what must not be stored; refused what may not be while a tender is quiet."""
    texts = {name: text for name, text in row.words.items() if isinstance(text, str) and text}
    contact = contact_of(
        kind=row.kind, texts=texts.values(), people=row.person_ids, account_id=row.account_id, held_on=row.held_on,
        bearing=row.bearing,
    )  # fmt: skip
    strict = any(one.account_id == row.account_id and (one.covers(row.held_on) or one.covers(today)) for one in quiet)
    try:
        compliance.screen(
            actor=actor, today=today, door=Door.IMPORT, place="interactions", account_id=row.account_id, texts=texts,
            quiet=strict,
        )  # fmt: skip
        compliance.hold_to_quiet(contact, quiet)
    except (compliance.Withheld, compliance.QuietPeriod) as refusal:
        row.refuse(refusal)


def _insert(rows: list[InteractionRow], actor) -> None:
    if not rows:
        return
    keys = bulk.insert(
        Interaction,
        account=[row.account_id for row in rows],
        kind=[row.kind.value for row in rows],
        held_on=[row.held_on for row in rows],
        held_at=[row.held_at for row in rows],
        bearing=[row.bearing.value if row.bearing else "" for row in rows],
        effective=[row.is_effective(row.words, len(row.person_ids)) for row in rows],
        logged_by=[actor.pk] * len(rows),
        **{name: [row.words[name] for row in rows] for name in WORDS},
    )
    for row, key in zip(rows, keys, strict=True):
        row.id, row.outcome = key, Outcome.CREATED
    _seat(InteractionPerson, "person", {(row.id, pk) for row in rows for pk in row.person_ids})
    _seat(InteractionColleague, "colleague", {(row.id, pk) for row in rows for pk in row.colleague_ids})


def _change(rows: list[InteractionRow]) -> None:
    """What the file says otherwise; empty cells say nothing, named participants are all there were."""
    ids = [row.id for row in rows]
    before = bulk.by_id(Interaction, ids, ("account_id", "kind", "held_on", "held_at", "effective", "bearing", *WORDS))
    people = _around(InteractionPerson, "person_id", ids)
    colleagues = _around(InteractionColleague, "colleague_id", ids)
    changes = {}
    for row in rows:
        was = before[row.id]
        said = {"account_id": row.account_id, "kind": row.kind.value, "held_on": row.held_on}
        said |= {
            name: value
            for name, value in {**row.words, "held_at": row.held_at, "bearing": row.bearing}.items()
            if value
        }
        now_people = set(row.person_ids) or people.get(row.id, set())
        words = {name: said.get(name, was[name]) for name in WORDS}
        said["effective"] = row.is_effective(words, len(now_people))
        differs = {name.removesuffix("_id"): value for name, value in said.items() if was[name] != value}
        if differs:
            changes[row.id] = differs
        moved = _reseat(InteractionPerson, "person", row.id, people.get(row.id, set()), set(row.person_ids))
        moved |= _reseat(
            InteractionColleague, "colleague", row.id, colleagues.get(row.id, set()), set(row.colleague_ids)
        )
        if differs or moved:
            row.outcome = Outcome.UPDATED
    bulk.update(Interaction, changes)


def _around(model, column: str, ids: list[int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for interaction, who in bulk.rows(model, "interaction_id", ids, ("interaction_id", column)):
        found.setdefault(interaction, set()).add(who)
    return found


def _reseat(model, name: str, interaction_id: int, was: set[int], now: set[int]) -> bool:
    """Make the participants exactly `now`, when any are named; returns whether anything changed."""
    if not now or was == now:
        return False
    gone = bulk.rows(model, "interaction_id", [interaction_id], ("pk",), **{f"{name}_id__in": was - now})
    bulk.delete(model, [pk for (pk,) in gone])
    _seat(model, name, {(interaction_id, pk) for pk in now - was})
    return True


def _seat(model, name: str, pairs: set[tuple[int, int]]) -> None:
    if pairs:
        interaction, who = zip(*sorted(pairs), strict=True)
        bulk.insert(model, interaction=interaction, **{name: who})
