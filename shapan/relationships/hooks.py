"""What the journal says of relationships."""

from django.utils.translation import gettext_lazy as _

from shapan.journal import registry
from shapan.relationships.terms import Tag

registry.tell(Tag.EVIDENCE_RECORDED, _("{actor} recorded evidence about {person}"), person="person")
registry.tell(Tag.EVIDENCE_VERIFIED, _("{actor} verified evidence about {person}"), person="person")
registry.tell(Tag.LEVEL_CLAIMED, _("{actor} claimed level {level} for {person}"), person="person")
registry.tell(Tag.OPPOSITION_SETTLED, _("{actor} recorded that the opposition of {person} is settled"), person="person")
registry.tell(Tag.TARGET_SET, _("{actor} set the target level {level} for {person}"), person="person")
registry.tell(Tag.KIND_TAGGED, _("{actor} placed {person} among one of the six kinds"), person="person")
registry.tell(Tag.KIND_ENDED, _("{actor} took {person} out of one of the six kinds"), person="person")
registry.tell(Tag.INDICATOR_READ, _("{actor} recorded a reading of an indicator"))
