"""What the journal says of account teams."""

from django.utils.translation import gettext_lazy as _

from shapan.accounts import queries as accounts
from shapan.journal import registry
from shapan.lists import registry as lists
from shapan.teams import actions, forms
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

lists.offer(
    lists.Act(
        page="accounts",
        name="seat",
        label=_("Put a colleague on the teams"),
        form=forms.seat_on_several,
        carry_out=actions.take_seats,
        take_back=actions.take_seats_back,
        names=accounts.names,
    )
)
