"""What the API answers when it refuses, in the language asked for."""

from django.utils.translation import gettext_lazy as _

from shapan.api.terms import Problem

TITLES = {
    Problem.UNAUTHORIZED: _("No valid token"),
    Problem.NOT_FOUND: _("Not found"),
    Problem.INVALID: _("Not understood"),
    Problem.REFUSED: _("Not done"),
    Problem.QUIET: _("Refused in a quiet period"),
    Problem.WITHHELD: _("Not stored for restricted words"),
}
REMEDIES = {
    Problem.UNAUTHORIZED: _("Send “Authorization: Bearer …” with a token made under API tokens and still in force."),
    Problem.NOT_FOUND: _("Check the number; what you may not see is not found either."),
    Problem.INVALID: _("Send the field as /api/v1/openapi.json describes it."),
    Problem.REFUSED: _("Change the field that is named and send it again."),
    Problem.QUIET: _("Use the official channel and say so in “bearing”, or leave the contact until the award."),
    Problem.WITHHELD: _("Send it again without the restricted words; they went to compliance."),
}
