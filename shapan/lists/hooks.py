"""What the journal says of lists."""

from django.utils.translation import gettext_lazy as _

from shapan.journal import registry
from shapan.lists.terms import Tag

registry.tell(Tag.EXPORTED, _("{actor} exported {rows} rows"))
