"""Many colleagues at once, as files bring them."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.foundation import bulk
from shapan.foundation.models import Scope
from shapan.identity import queries
from shapan.identity.actions.staff import IdentityRefused, give_role
from shapan.identity.models import Unit, User
from shapan.identity.terms import Role
from shapan.kernel.batches import Outcome, Row, Tally
from shapan.kernel.trees import is_beneath_itself

NO_PASSWORD = "!imported"  # noqa: S105 -- says that there is none: nobody can sign in with it


@dataclass(slots=True, eq=False, kw_only=True)
class UserRow(Row):
    """One colleague. Empty words say nothing; `manager` is another row or an id; `unit` the name of a unit.

    The action fills in the `username` of whoever is new.
    """

    name: str
    email: str = ""
    title: str = ""
    unit: str = ""
    manager: "UserRow | int | None" = None
    role: Role | None = None
    implied: bool = False
    username: str = ""


@transaction.atomic
def save_users(*, actor, rows: list[UserRow], today: date) -> Tally:
    """Enrol the new colleagues and change the known ones. Nobody can sign in before a password is set."""
    if not queries.may_enrol(actor, today):
        for row in rows:
            row.refuse(IdentityRefused(_("Only an administrator may enrol colleagues.")))
        return Tally()
    for row in rows:
        wrong = bulk.complaint(User, {"name": row.name, "email": row.email, "title": row.title})
        if wrong:
            row.refuse(IdentityRefused(wrong[1], field=wrong[0]))
    tally = Tally()
    units = _units({row.unit for row in rows if row.unit and row.outcome is not Outcome.REJECTED}, tally)
    new = [row for row in rows if row.id is None and row.outcome is not Outcome.REJECTED]
    for row, key in zip(new, bulk.reserve(User, len(new)), strict=True):
        row.id, row.outcome = key, Outcome.CREATED
    _refuse_circles(rows)
    _insert([row for row in rows if row.outcome is Outcome.CREATED], units)
    _change([row for row in rows if row.outcome is Outcome.UNCHANGED], units)
    for row in rows:
        if row.role and row.outcome is not Outcome.REJECTED:
            give_role(user=User.objects.get(pk=row.id), role=row.role, today=today)
    tally.count(row for row in rows if not row.implied)
    tally.implied["users"] = sum(row.implied and row.outcome is Outcome.CREATED for row in rows)
    return tally


def _units(names: set[str], tally: Tally) -> dict[str, int]:
    """Units by name; those nobody knew are opened at the top, once."""
    known = dict(Unit.objects.scope(Scope.WRITE).filter(name__in=names).order_by("-pk").values_list("name", "pk"))
    fresh = sorted(names - known.keys())
    if fresh:
        known |= dict(zip(fresh, bulk.insert(Unit, name=fresh), strict=True))
    tally.implied["units"] = len(fresh)
    return known


def _manager_id(row: UserRow) -> int | None:
    return row.manager.id if isinstance(row.manager, UserRow) else row.manager


def _refuse_circles(rows: list[UserRow]) -> None:
    managers = dict(User.objects.exclude(manager=None).values_list("pk", "manager_id"))
    for row in rows:
        if row.id and row.manager is not None and row.outcome is not Outcome.REJECTED:
            before, managers[row.id] = managers.get(row.id), _manager_id(row)
            if is_beneath_itself(row.id, managers):
                managers[row.id] = before
                row.refuse(IdentityRefused(_("Nobody can be their own manager."), field="manager"))


def _insert(rows: list[UserRow], units: dict[str, int]) -> None:
    if not rows:
        return
    taken = set(User.objects.values_list("username", flat=True))
    for row in rows:
        row.username = _username(row, taken)
    bulk.insert(
        User,
        [row.id for row in rows],
        username=[row.username for row in rows],
        name=[row.name for row in rows],
        email=[row.email for row in rows],
        title=[row.title for row in rows],
        unit=[units.get(row.unit) for row in rows],
        password=[NO_PASSWORD] * len(rows),
    )
    bulk.update(
        User, {row.id: {"manager": _manager_id(row)} for row in rows if row.manager is not None}, versioned=False
    )


def _username(row: UserRow, taken: set[str]) -> str:
    """From the mail address, else from the name's letters, else a number; nobody else's."""
    latin = unicodedata.normalize("NFKD", row.name).encode("ascii", "ignore").decode().strip().lower()
    wished = row.email.partition("@")[0].lower() or re.sub(r"[^a-z0-9]+", ".", latin).strip(".") or f"user{row.id}"
    wished = re.sub(r"[^\w.@+-]", "", wished)[:140] or f"user{row.id}"
    name, n = wished, 1
    while name in taken:
        n += 1
        name = f"{wished}{n}"
    taken.add(name)
    return name


def _change(rows: list[UserRow], units: dict[str, int]) -> None:
    standing = {
        pk: {"name": name, "email": email, "title": title, "unit": unit, "manager": manager}
        for part in bulk.parts(row.id for row in rows)
        for pk, name, email, title, unit, manager in User.objects.filter(pk__in=part).values_list(
            "pk", "name", "email", "title", "unit_id", "manager_id"
        )
    }
    changes = {}
    for row in rows:
        said = {
            "name": row.name,
            "email": row.email,
            "title": row.title,
            "unit": units.get(row.unit),
            "manager": _manager_id(row),
        }
        differs = {name: value for name, value in said.items() if value and standing[row.id][name] != value}
        if differs:
            changes[row.id], row.outcome = differs, Outcome.UPDATED
    bulk.update(User, changes)
