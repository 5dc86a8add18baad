"""Signs of likeness in the reader's language."""

from django.utils.translation import gettext_lazy as _

from shapan.duplicates.terms import Sign

SIGNS = {
    Sign.NAME: _("name alike"),
    Sign.PINYIN: _("sounds alike"),
    Sign.PHONE: _("same phone"),
    Sign.MAIL: _("same mail address"),
    Sign.COMPANY: _("same company"),
}
