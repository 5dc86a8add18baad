"""Where insight hangs its pages into the frame."""

from django.utils.translation import gettext_lazy as _

from shapan.foundation.navigation import Entry, register
from shapan.lists import registry as lists

register(Entry(_("Today"), "sun", "insight:today", 10))
register(Entry(_("Customers"), "building", "insight:accounts", 20))
register(Entry(_("People"), "users", "insight:people", 30))
lists.register("accounts", "insight:accounts")
lists.register("people", "insight:people")
