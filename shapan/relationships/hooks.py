"""What the journal says of relationships."""

from django.utils.translation import gettext_lazy as _

from shapan.duplicates import registry as duplicates
from shapan.foundation.models import listed
from shapan.journal import registry
from shapan.people import policies as people
from shapan.relationships import policies
from shapan.relationships.terms import Tag

registry.tell(Tag.EVIDENCE_RECORDED, _("{actor} recorded evidence about {person}"), person="person")
registry.tell(Tag.EVIDENCE_VERIFIED, _("{actor} verified evidence about {person}"), person="person")
registry.tell(Tag.LEVEL_CLAIMED, _("{actor} claimed level {level} for {person}"), person="person")
registry.tell(Tag.OPPOSITION_SETTLED, _("{actor} recorded that the opposition of {person} is settled"), person="person")
registry.tell(Tag.TARGET_SET, _("{actor} set the target level {level} for {person}"), person="person")
registry.tell(Tag.KIND_TAGGED, _("{actor} placed {person} among one of the six kinds"), person="person")
registry.tell(Tag.KIND_ENDED, _("{actor} took {person} out of one of the six kinds"), person="person")
registry.tell(Tag.INDICATOR_READ, _("{actor} recorded a reading of an indicator"))

for judged, read, label in (
    ("Evidence", policies.evidence_in, _("Evidence")),
    ("Claim", policies.claims_in, _("Claims")),
    ("Settlement", policies.settlements_in, _("Oppositions settled")),
):
    duplicates.holds(
        "person", f"relationships.{judged}.person", label,
        rows=lambda actor, today, ids, read=read: read(people.history(actor, ids, today)),
    )  # fmt: skip
duplicates.holds(
    "person", "relationships.Target.person", _("Targets"),
    rows=lambda actor, today, ids: policies.targets_open_to(actor, today).filter(person__in=listed(ids)),
)  # fmt: skip
duplicates.holds(
    "person", "relationships.KindTag.person", _("Six kinds"),
    rows=lambda actor, today, ids: policies.kinds_open_to(actor, today).filter(person__in=listed(ids)),
)  # fmt: skip
