"""What we sell, as files bring it."""

from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.foundation import bulk
from shapan.journal import actions as journal
from shapan.kernel.batches import Outcome, Row, Tally
from shapan.opportunities import policies
from shapan.opportunities.actions.refusals import OpportunityRefused
from shapan.opportunities.models import Product
from shapan.opportunities.terms import Tag

FACTS = {"series": "", "list_price": None, "currency": ""}


@dataclass(slots=True, eq=False, kw_only=True)
class ProductRow(Row):
    """One product. `facts` holds what the file says, nothing for what it leaves open."""

    name: str
    facts: dict[str, object] = field(default_factory=dict)


@transaction.atomic
def save_products(*, actor, rows: list[ProductRow], today: date) -> Tally:
    """Add the new products and change the known ones."""
    _refuse(actor, rows, today)
    standing = [row for row in rows if row.outcome is not Outcome.REJECTED]
    _change([row for row in standing if row.id is not None])
    new = [row for row in standing if row.id is None]
    if new:
        columns = {name: [row.facts.get(name, empty) for row in new] for name, empty in FACTS.items()}
        keys = bulk.insert(Product, name=[row.name for row in new], **columns)
        for row, key in zip(new, keys, strict=True):
            row.id, row.outcome = key, Outcome.CREATED
    tally = Tally()
    tally.count(rows)
    if tally.counts:
        journal.record(actor=actor, tag=Tag.PRODUCTS_IMPORTED, created=tally.created, updated=tally.updated)
    return tally


def keep_product(*, actor, today: date, product_id: int | None = None, name: str, **facts) -> int:
    """One product, new or changed; its id."""
    row = ProductRow(id=product_id, name=name, facts=facts)
    with transaction.atomic():
        save_products(actor=actor, rows=[row], today=today)
        if row.outcome is Outcome.REJECTED:
            raise row.refusal
    return row.id


def _refuse(actor, rows: list[ProductRow], today: date) -> None:
    allowed = policies.may_keep_catalogue(actor, today)
    taken = dict(bulk.rows(Product, "name", [row.name for row in rows], ("name", "pk")))
    for row in rows:
        wrong = bulk.complaint(Product, {"name": row.name, **row.facts})
        if wrong:
            row.refuse(OpportunityRefused(wrong[1], field=wrong[0]))
        elif not allowed:
            row.refuse(OpportunityRefused(_("Only the key-account office and administrators keep the products.")))
        elif taken.setdefault(row.name, row.id) != row.id:
            row.refuse(OpportunityRefused(_("Another product has this name."), field="name"))


def _change(rows: list[ProductRow]) -> None:
    before = bulk.by_id(Product, [row.id for row in rows], ("name", *FACTS))
    changes = {}
    for row in rows:
        said = {"name": row.name, **row.facts}
        differs = {name: value for name, value in said.items() if before[row.id][name] != value}
        if differs:
            changes[row.id], row.outcome = differs, Outcome.UPDATED
    bulk.update(Product, changes)
