"""What the journal says of entries that became one, or stayed two."""

from django.utils.translation import gettext_lazy as _

from shapan.duplicates.terms import Tag
from shapan.journal import registry

registry.tell(Tag.MERGED, _("{actor} merged two entries of {person}"), person="person")
registry.tell(Tag.UNDONE, _("{actor} took back the merge of {person} and {away}"), person="person", away="person")
registry.tell(Tag.TOLD_APART, _("{actor} recorded that {person} and {away} are two"), person="person", away="person")
