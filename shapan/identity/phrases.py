"""What a colleague is in the whole company, in the reader's language."""

from django.utils.translation import gettext_lazy as _

from shapan.identity.terms import Role

ROLES = {
    Role.KEY_ACCOUNT_OFFICE: _("key-account office"),
    Role.ADMINISTRATOR: _("administrator"),
    Role.COMPLIANCE: _("compliance"),
}
