"""What is restricted, in the reader's language, and why it is."""

from django.utils.translation import gettext_lazy as _

from shapan.compliance.terms import Bearing, Category, Door, State, Stop

KINDS = {
    Category.BASE_PRICE: _("a buyer’s base price"),
    Category.EVALUATORS: _("who evaluates a tender"),
    Category.SCORES: _("scores or rankings of an evaluation"),
    Category.RIVAL_BIDS: _("another bidder’s bid"),
    Category.UNPUBLISHED: _("tender information not published"),
    Category.PREFERENCE: _("a promise of preference"),
    Category.COLLUSION: _("collusion between bidders"),
    Category.KICKBACK: _("a kickback"),
}
DOORS = {
    Door.PAGE: _("on a page"),
    Door.API: _("over the API"),
    Door.IMPORT: _("in an import"),
    Door.REPORT: _("reported"),
}
STATES = {
    State.HELD: _("waits for compliance"),
    State.RELEASED: _("released"),
    State.DESTROYED: _("destroyed"),
}
FIELDS = {
    "purpose": _("Purpose"),
    "outcome": _("What came out"),
    "quote": _("In the customer’s own words"),
    "next_step": _("Next step"),
    "promise": _("What we promised"),
    "paste": _("Minutes or chat"),
    "file_name": _("Name of the file"),
    "how": _("How it reached you"),
    "what": _("What it is"),
}
BEARINGS = {
    Bearing.OFFICIAL: _("Yes, through the official channel"),
    Bearing.OFFERED: _("Offered to every bidder alike"),
    Bearing.OTHER: _("No, about something else"),
    Bearing.UNOFFICIAL: _("Yes, in another way"),
}
STOPS = {
    Stop.HOSPITALITY: _(
        "{account}: the tender “{tender}” is quiet since {since}, and {day} falls into it. No meals, gifts or outings "
        "with anybody there until the award. Allowed: the official channel, {channel}."
    ),
    Stop.VISIT: _(
        "{account}: the tender “{tender}” is quiet since {since}, and {day} falls into it. A visit is allowed only if "
        "every bidder was offered one; else only the official channel, {channel}."
    ),
    Stop.UNANSWERED: _(
        "{account}: the tender “{tender}” is quiet since {since}, and {day} falls into it. Say what this contact had "
        "to do with it. Allowed: the official channel, {channel}."
    ),
    Stop.UNOFFICIAL: _(
        "{account}: the tender “{tender}” is quiet since {since}, and {day} falls into it. With those who decide, and "
        "about the tender with anybody, only the official channel is allowed: {channel}."
    ),
}
