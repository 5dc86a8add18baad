"""Settings that can be reached from the search box."""

from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from shapan.foundation.context import THEMES
from shapan.search.registry import Command, offer

for code, name in settings.LANGUAGES:
    words = format_lazy("{}: {}", _("Language"), name)
    offer(Command(words, "language", "set_language", fields=(("language", code),)))
for theme in THEMES:
    words = format_lazy("{}: {}", _("Look"), theme.label)
    offer(Command(words, theme.icon, "foundation:theme", fields=(("theme", theme.key),)))
