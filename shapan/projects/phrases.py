"""Major projects in the reader's language."""

from django.utils.translation import gettext_lazy as _

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
