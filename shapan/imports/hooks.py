"""Where imports hang in the frame, and what the journal says of one that was taken back."""

from django.utils.translation import gettext_lazy as _

from shapan.foundation.navigation import Entry, register
from shapan.imports.terms import Tag
from shapan.journal import registry

registry.tell(Tag.UNDONE, _("{actor} took an import back: {rows} rows, {kept} kept"))
register(Entry(_("Import"), "upload", "imports:every", 80, desk=True))
