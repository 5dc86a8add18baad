"""What the journal says of the decision chain."""

from django.utils.translation import gettext_lazy as _

from shapan.decisions import policies
from shapan.decisions.phrases import FIELDS, SEAT_FIELDS, SEATS
from shapan.decisions.terms import Tag
from shapan.duplicates import registry as duplicates
from shapan.foundation.models import listed
from shapan.journal import registry

registry.tell(Tag.UNIT_OPENED, _("{actor} opened the decision unit"))
registry.tell(Tag.SEAT_DEFINED, _("{actor} defined the decision seat “{seat}”"), words={"seat": SEATS})
registry.tell(
    Tag.SEAT_CHANGED, _("{actor} changed the decision seat “{seat}”"), words={"seat": SEATS}, labels=SEAT_FIELDS
)
registry.tell(
    Tag.SEAT_ENDED,
    _("{actor} recorded that the decision seat “{seat}” exists no longer from {on}"),
    words={"seat": SEATS},
)
registry.tell(
    Tag.HOLDER_LEFT,
    _("{actor} recorded that {person} left the decision seat “{seat}” on {on}"),
    words={"seat": SEATS},
    person="person",
)
registry.tell(
    Tag.HOLDER_NAMED,
    _("{actor} recorded that {person} holds the decision seat “{seat}”"),
    words={"seat": SEATS},
    person="person",
)
registry.tell(Tag.MODE_RECORDED, _("{actor} recorded how the customer decides: {category}"))
registry.tell(Tag.MODE_CHANGED, _("{actor} changed how the customer decides: {category}"), labels=FIELDS)
registry.tell(Tag.MODE_ENDED, _("{actor} recorded that the customer no longer decides this way: {category}"))

duplicates.holds(
    "person", "decisions.SeatHolder.person", _("Seats in the decision"), once=("seat",),
    rows=lambda actor, today, ids: policies.holders_open_to(actor, today).filter(person__in=listed(ids)),
)  # fmt: skip
