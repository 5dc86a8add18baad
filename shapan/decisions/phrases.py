"""The customer's decision chain in the reader's language."""

from django.utils.translation import gettext_lazy as _

from shapan.decisions.terms import Confidence, Influence, SeatCode

SEATS = {
    SeatCode.DECIDER: _("Decides"),
    SeatCode.APPROVER: _("Approves"),
    SeatCode.EVALUATOR: _("Evaluates"),
    SeatCode.PROCUREMENT: _("Procures"),
    SeatCode.USER: _("Uses"),
    SeatCode.SUPPORTER: _("Assists"),
    SeatCode.INFLUENCER: _("Influences"),
    SeatCode.LEGAL_FINANCE: _("Legal and finance"),
    SeatCode.GATEKEEPER: _("Gatekeeper"),
    SeatCode.OUTSIDE_ADVISER: _("Outside adviser"),
}
INFLUENCE = {Influence.HIGH: _("high"), Influence.MEDIUM: _("medium"), Influence.LOW: _("low")}
CONFIDENCE = {
    Confidence.CONFIRMED: _("confirmed"),
    Confidence.INFERRED: _("inferred"),
    Confidence.UNKNOWN: _("not confirmed"),
}
