"""The seats of an account team in the reader's language."""

from django.utils.translation import gettext_lazy as _

from shapan.teams.terms import SeatRole

SEATS = {
    SeatRole.AR: _("Account manager (AR)"),
    SeatRole.SR: _("Solution manager (SR)"),
    SeatRole.FR: _("Delivery and service (FR)"),
    SeatRole.CM: _("Channel manager (CM)"),
    SeatRole.SPONSOR: _("Executive sponsor"),
    SeatRole.SUBSTITUTE: _("Substitute (B)"),
}
