"""Comparisons in the reader's language."""

from django.utils.translation import gettext_lazy as _

from shapan.lists.terms import Op

OPS = {
    Op.CONTAINS: _("contains"),
    Op.IS: _("is"),
    Op.IS_NOT: _("is not"),
    Op.AT_LEAST: _("at least, or from"),
    Op.AT_MOST: _("at most, or until"),
    Op.EMPTY: _("is empty"),
    Op.FILLED: _("is filled in"),
}
