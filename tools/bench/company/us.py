"""Our own side: units five to one above, colleagues eight to a unit, a head for each, the key-account office."""

from dataclasses import dataclass, field

from tools.bench.company.store import Store
from tools.bench.company.words import Words

BREADTH, IN_UNIT = 5, 8
OFFICE = 5  # colleagues of the key-account office
ACCOUNTS_EACH = {"AR": 12, "SR": 15, "FR": 15, "CM": 40}  # how many accounts one colleague serves in a seat
SALES, OTHERS = 1, 2  # units beneath the root


@dataclass
class Us:
    """Keys of those whom the customers' side needs."""

    office: list[int] = field(default_factory=list)
    leader: int = 0
    serving: dict[str, list[int]] = field(default_factory=dict)


def found_us(store: Store, words: Words, *, colleagues: int, accounts: int, since: str) -> Us:
    """The root, sales and everybody else beneath it; account teams sit in sales, spread over its units."""
    us, units = Us(), _units(store, colleagues // IN_UNIT)
    heads = {unit: _colleague(store, words, unit, "负责人", None) for unit in units}
    for unit, head in heads.items():
        store.add("identity_post", unit, "负责人", head, True)
        if words.draw() < 0.1:  # noqa: PLR2004 -- one unit in ten looks for somebody
            store.add("identity_post", unit, "招聘中", None, False)
    us.leader = heads[units[SALES]]
    us.office = [_colleague(store, words, units[OTHERS], "重客办", heads[units[OTHERS]]) for _ in range(OFFICE)]
    for user in us.office:
        store.add("identity_roleholding", user, "key_account_office", since)
    sales = [unit for place, unit in enumerate(units) if _beneath(place, SALES)]
    for role, each in ACCOUNTS_EACH.items():
        people = [words.one(sales) for _ in range(accounts // each + 1)]
        us.serving[role] = [_colleague(store, words, unit, role, heads[unit]) for unit in people]
    while store.last["identity_user"] <= colleagues:
        unit = words.one(units)
        _colleague(store, words, unit, "员工", heads[unit])
    us.serving["sponsor"] = [heads[unit] for unit in sales]
    return us


def _units(store: Store, count: int) -> list[int]:
    units: list[int] = []
    for place in range(max(count, OTHERS + 1)):
        parent = units[(place - 1) // BREADTH] if place else None
        units.append(store.add("identity_unit", f"部门 {place}", parent))
    return units


def _beneath(place: int, top: int) -> bool:
    while place > top:
        place = (place - 1) // BREADTH
    return place == top


def _colleague(store: Store, words: Words, unit: int, title: str, manager: int | None) -> int:
    number = store.last["identity_user"] + 1
    username = f"user{number}"
    return store.add("identity_user", username, f"{username}@us.example", words.chinese_name(), title, unit, manager)
