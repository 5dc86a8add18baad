"""Where insight hangs its pages into the frame."""

from django.utils.translation import gettext_lazy as _

from shapan.foundation.navigation import Entry, register

register(Entry(_("Today"), "sun", "insight:today", 10))
register(Entry(_("Customers"), "building", "insight:accounts", 20))
register(Entry(_("People"), "users", "insight:people", 30))
