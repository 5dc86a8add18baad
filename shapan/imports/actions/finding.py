"""What is found by its words, or by its likeness to another, must be told so when an import is taken back."""

from collections import defaultdict
from collections.abc import Iterable

from django.apps import apps

from shapan.accounts import actions as accounts
from shapan.foundation import ledger
from shapan.people import actions as people
from shapan.search import actions as search

SAYS = {  # model: the kind of thing found by its rows, and the field that names the thing
    "accounts.Account": ("company", "id"),
    "people.Person": ("person", "id"),
    "people.ContactPoint": ("person", "person"),
    "people.Appointment": ("person", "person"),
    "people.Post": ("post", "id"),
    "interactions.Interaction": ("interaction", "id"),
    "opportunities.Opportunity": ("opportunity", "id"),
    "interactions.InteractionPerson": ("interaction", "interaction"),
}


def found_by(rows: Iterable[ledger.Row], entries: dict[ledger.Row, ledger.Entry]) -> dict[str, set[int]]:
    """{kind: ids of the things found by these rows}, as they stand and as they will be."""
    keys = defaultdict(list)
    things: dict[str, set[int]] = defaultdict(set)
    for label, key in rows:
        if label in SAYS:
            keys[label].append(key)
            kind, name = SAYS[label]
            things[kind].add(entries[label, key].before.get(name))
    for label, of_label in keys.items():
        kind, name = SAYS[label]
        standing = ledger.values_of(apps.get_model(label), of_label, [name])
        things[kind] |= {values[name] for values in standing.values()}
    return {kind: ids - {None} for kind, ids in things.items()}


def tell(things: dict[str, set[int]]) -> None:
    for kind, ids in things.items():
        search.place(kind, ids)
    accounts.note_accounts(things.get("company", ()))
    people.note_persons(things.get("person", ()))
