"""What the journal says of competitors."""

from django.utils.translation import gettext_lazy as _

from shapan.duplicates import registry as duplicates
from shapan.foundation.models import listed
from shapan.intelligence import policies
from shapan.intelligence.terms import Tag
from shapan.journal import registry

registry.tell(
    Tag.COMPETITOR_SEEN,
    _("{actor} recorded where {competitor} stands with {person}"),
    person="person",
    competitor="account",
)

duplicates.holds(
    "person", "intelligence.CompetitorStanding.person", _("Standing with competitors"),
    rows=lambda actor, today, ids: policies.standings_open_to(actor, today).filter(person__in=listed(ids)),
)  # fmt: skip
