"""Major projects in the reader's language."""

from django.utils.translation import gettext_lazy as _

from shapan.opportunities.terms import Advice, Element, Orientation, Veto
from shapan.projects.terms import Move

MOVES = {
    Move.ADD: _("Add the seat"),
    Move.SEAT: _("Name its holder"),
    Move.LEAVE: _("No longer holds the seat"),
    Move.DROP: _("End the seat"),
}
FIGURES = {
    "ir": (_("Identified"), _("seats with a name, of all seats")),
    "cr": (_("Covered"), _("weight of supporters who are warm, of all weight")),
    "si": (_("Support index"), _("weight × level × what silence leaves, over three times all weight")),
    "ow": (_("Against"), _("weight of those against us")),
    "uw": (_("Unknown"), _("weight of seats without a holder or a stance")),
    "lm": (_("Mean level"), _("weighted level of those we know")),
}
ELEMENTS = {
    Element.RELATIONSHIP: _("Customer relationship"),
    Element.SOLUTION: _("Solution"),
    Element.DELIVERY: _("Delivery"),
    Element.COMMERCE: _("Financing and commerce"),
}
ORIENTATIONS = {
    Orientation.BALANCED: _("Balanced"),
    Orientation.RELATIONSHIP: _("Relationship first"),
    Orientation.TECHNOLOGY: _("Technology first"),
    Orientation.PRICE: _("Price first"),
}
ADVICE = {Advice.BID: _("Bid"), Advice.CONDITIONAL: _("Bid with conditions"), Advice.NO_BID: _("No bid")}
VETOES = {
    Veto.COMPLIANCE: _("A compliance flag is up"),
    Veto.REQUIREMENT_UNMET: _("A mandatory requirement is not met"),
    Veto.SEAT_UNKNOWN: _("Who decides or approves is unknown"),
    Veto.MARGIN: _("The margin is below the floor"),
    Veto.OPPONENT_DECIDES: _("An opponent decides, and there is no plan for it"),
}
