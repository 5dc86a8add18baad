"""What the journal says of contacts."""

from django.utils.translation import gettext_lazy as _

from shapan.duplicates import registry as duplicates
from shapan.foundation.models import listed
from shapan.foundation.navigation import Entry, register
from shapan.interactions import policies, search
from shapan.interactions.terms import Tag
from shapan.journal import registry
from shapan.people import policies as people
from shapan.search.registry import Command, Kind, find, follow, offer

register(Entry(_("Log a contact"), "plus", "interactions:capture", 25, act=True))
registry.tell(Tag.LOGGED, _("{actor} logged a contact with {people}, held on {on}"), people="person")
registry.tell(Tag.IMPORTED, _("{actor} imported interactions: {created} new, {updated} changed"))
registry.tell(
    Tag.OUTCOME_TOLD, _("{actor} wrote what came out of a contact"),
    labels={
        "outcome": _("What came out"), "purpose": _("Purpose"), "next_step": _("Next step"),
        "next_on": _("Next step on"), "effective": _("Effective"),
    },
)  # fmt: skip
registry.tell(Tag.PROMISED, _("{owner} made a promise, due on {due}"), owner="user")
registry.tell(Tag.PROMISE_KEPT, _("{actor} recorded that a promise was kept on {on}"))
registry.tell(Tag.PROMISE_REOPENED, _("{actor} opened a promise again"), labels={"kept_on": _("Kept on")})
find(
    Kind(
        name="interaction",
        number=4,
        label=_("Contacts"),
        icon="message",
        rows=search.rows,
        documents=search.documents,
        open_to=policies.interactions_open_to,
        shown=search.shown,
        is_named=False,
        newest_first=True,
    )
)
follow("person", "interaction", search.with_persons)
offer(
    Command(
        _("Log a contact with {name}"), "plus", "interactions:log", kind="company", allowed=search.may_be_logged_for
    )
)
duplicates.holds(
    "person", "interactions.InteractionPerson.person", _("Contacts"),
    rows=lambda actor, today, ids: policies.participations_in(people.history(actor, ids, today)),
)  # fmt: skip
duplicates.holds(
    "person", "interactions.Promise.person", _("Promises"),
    rows=lambda actor, today, ids: policies.promises_open_to(actor, today).filter(person__in=listed(ids)),
)  # fmt: skip
