"""What the journal says of competitors."""

from django.utils.translation import gettext_lazy as _

from shapan.intelligence.terms import Tag
from shapan.journal import registry

registry.tell(
    Tag.COMPETITOR_SEEN,
    _("{actor} recorded where {competitor} stands with {person}"),
    person="person",
    competitor="account",
)
