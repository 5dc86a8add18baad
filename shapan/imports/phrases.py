"""The words of the import on screen."""

from django.utils.translation import gettext_lazy as _

from shapan.imports.terms import LeftOut

LEFT_OUT = {
    LeftOut.PICTURE: _("pictures and sounds"),
    LeftOut.PERSONAL: _("birthdays and family"),
    LeftOut.ADDRESS: _("postal addresses"),
    LeftOut.PRIVATE: _("private and fax numbers"),
    LeftOut.NOTE: _("notes"),
    LeftOut.LINK: _("web pages and messengers"),
    LeftOut.OTHER: _("other lines"),
}
