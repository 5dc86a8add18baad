"""The words of the import on screen."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from shapan.foundation.ledger import Why
from shapan.imports.terms import FileKind, LeftOut, Status
from shapan.kernel.batches import Outcome

LEFT_OUT = {
    LeftOut.PICTURE: _("pictures and sounds"),
    LeftOut.PERSONAL: _("birthdays and family"),
    LeftOut.ADDRESS: _("postal addresses"),
    LeftOut.PRIVATE: _("private and fax numbers"),
    LeftOut.NOTE: _("notes"),
    LeftOut.LINK: _("web pages and messengers"),
    LeftOut.OTHER: _("other lines"),
}
STATUS = {
    Status.MAPPING: _("columns to be named"),
    Status.CHECKING: _("dry run under way"),
    Status.CHECKED: _("dry run done"),
    Status.STORING: _("importing"),
    Status.STORED: _("imported"),
    Status.REFUSED: _("stopped"),
    Status.UNDOING: _("being undone"),
    Status.UNDONE: _("undone"),
}
KINDS = {
    FileKind.PEOPLE: _("people"),
    FileKind.ACCOUNTS: _("customers"),
    FileKind.INTERACTIONS: _("contacts"),
    FileKind.TEAMS: _("team seats"),
    FileKind.USERS: _("colleagues"),
    FileKind.PRODUCTS: _("products"),
    FileKind.OPPORTUNITIES: _("opportunities"),
}
OUTCOMES = {
    Outcome.CREATED: pgettext_lazy("row", "new"),
    Outcome.UPDATED: pgettext_lazy("row", "changed"),
    Outcome.UNCHANGED: pgettext_lazy("row", "known already"),
    Outcome.REJECTED: pgettext_lazy("row", "rejected"),
}
OTHER = _("other records")
THINGS = {
    "accounts.Account": _("customers"),
    "accounts.Department": _("departments"),
    "identity.Unit": _("units"),
    "identity.User": _("colleagues"),
    "interactions.Interaction": _("contacts"),
    "interactions.InteractionColleague": _("contacts"),
    "interactions.InteractionPerson": _("contacts"),
    "interactions.Promise": _("promises"),
    "opportunities.DatePush": _("pushes"),
    "opportunities.Opportunity": _("opportunities"),
    "opportunities.OpportunityLine": _("products in opportunities"),
    "opportunities.Product": _("products"),
    "opportunities.StageChange": _("steps of opportunities"),
    "people.Appointment": _("appointments"),
    "people.Person": _("people"),
    "people.PersonLink": _("links"),
    "people.Post": _("posts"),
    "relationships.Claim": _("claims"),
    "relationships.Evidence": _("evidence"),
    "sources.ExternalKey": _("rows of other files"),
    "teams.Seat": _("team seats"),
}
WHY = {
    Why.CHANGED: _("{things} kept: {count}, changed since"),
    Why.HANGING: _("{things} kept: {count}, because {others} hang on them"),
}
COLUMNS = {
    "bearing": _("about the tender?"),
    "account": _("customer"),
    "amount": _("amount"),
    "category": _("category"),
    "decided": _("day of the decision"),
    "expected": _("expected day of the decision"),
    "opened": _("day it was opened"),
    "owner": _("owner"),
    "price": _("list price"),
    "product": _("product"),
    "reason": _("reason"),
    "route": _("route"),
    "series": _("series"),
    "stage": _("stage"),
    "colleagues": _("our people"),
    "country": _("country"),
    "currency": _("currency"),
    "date": _("day"),
    "department": _("department"),
    "email": _("mail address"),
    "employees": _("employees"),
    "founded": _("year founded"),
    "from": _("from"),
    "grade": _("grade"),
    "industry": _("industry"),
    "key": _("key in the other system"),
    "latin_name": _("name in Latin letters"),
    "manager": _("manager"),
    "name": _("name"),
    "next_date": _("day of the next step"),
    "next_step": _("next step"),
    "outcome": _("outcome"),
    "ownership": _("ownership"),
    "parent": _("parent company"),
    "people": _("their people"),
    "phone": _("phone"),
    "purpose": _("purpose"),
    "quote": _("in their words"),
    "reports_to": _("reports to"),
    "revenue": _("revenue"),
    "role": _("role"),
    "roles": _("what it is to us"),
    "tier": _("tier"),
    "title": _("title"),
    "to": _("until"),
    "type": _("kind of contact"),
    "unit": _("unit"),
    "user": _("colleague"),
}
IMPLIED = {
    "accounts": _("customers"),
    "departments": _("departments"),
    "posts": _("posts"),
    "units": _("units"),
    "users": _("colleagues"),
}


def kept(group: dict) -> str:
    """Why some rows stay when an import is taken back: how many, of what, and the names of some."""
    others = dict.fromkeys(str(THINGS.get(label, OTHER)) for label in group["by"])
    told = str(WHY[Why(group["why"])]).format(
        things=THINGS.get(group["label"], OTHER), count=group["count"], others=", ".join(others)
    )
    return f"{told}: {', '.join(group['names'])}" if group["names"] else told
