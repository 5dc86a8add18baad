"""What the journal says of account teams."""

from django.utils.translation import gettext_lazy as _

from shapan.journal import registry
from shapan.teams.phrases import SEATS
from shapan.teams.terms import Tag

registry.tell(Tag.SEATED, _("{actor} gave {holder} the seat “{role}” from {on}"), words={"role": SEATS}, holder="user")
registry.tell(
    Tag.SEAT_LEFT,
    _("{actor} recorded that {holder} left the seat “{role}” on {on}"),
    words={"role": SEATS},
    holder="user",
)
registry.tell(Tag.IMPORTED, _("{actor} imported team seats: {created} new, {updated} changed"))
