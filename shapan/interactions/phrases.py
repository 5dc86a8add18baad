"""The kinds of contact in the reader's language."""

from django.utils.translation import gettext_lazy as _

from shapan.interactions.terms import Kind

KINDS = {
    Kind.TECHNICAL_EXCHANGE: _("Technical exchange"),
    Kind.MODEL_SITE_VISIT: _("Model-site visit"),
    Kind.HQ_VISIT: _("HQ visit"),
    Kind.EXECUTIVE_MEETING: _("Executive meeting"),
    Kind.POC: _("Proof of concept"),
    Kind.JOINT_WORKSHOP: _("Joint workshop"),
    Kind.TRAINING: _("Training"),
    Kind.QBR: _("Quarterly business review"),
    Kind.MEETING: _("Meeting"),
    Kind.BUSINESS_MEAL: _("Business meal"),
    Kind.CALL: _("Call"),
    Kind.MESSAGE: _("Message"),
    Kind.GREETING: _("Greeting"),
    Kind.MASS_MAIL: _("Mass mail"),
}
