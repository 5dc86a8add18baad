"""products: what we sell."""

from django.utils.translation import gettext as _

from shapan.imports.kinds.common import Item, Run, once, settle
from shapan.imports.rules import cells
from shapan.opportunities import queries as opportunities
from shapan.opportunities.actions.products import ProductRow, save_products


def take(items: list[Item], run: Run) -> None:
    for item in items:
        if not item.text("name"):
            item.reject("name", _("Every product needs a name."))
        item.key = item.text("key") or item.text("name")
    standing = once(items)
    keyed = run.known("product", {item.key for item in standing})
    by_name = opportunities.product_ids_by_name()
    for item in standing:
        price = item.read("price", cells.money, _("Write a number."))
        said = {"series": item.text("series"), "list_price": price, "currency": item.text("currency").upper()}
        facts = {name: value for name, value in said.items() if value not in {None, ""}}
        known = keyed.get(item.key) or by_name.get(item.text("name"))
        item.row = ProductRow(id=known, name=item.text("name"), facts=facts)
    standing = [item for item in standing if item.stands]
    save_products(actor=run.actor, rows=[item.row for item in standing], today=run.today)
    settle(standing, {"list_price": "price"})
    run.remember("product", standing)
