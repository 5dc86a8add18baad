"""What the journal says of compliance, and where its page stands."""

from django.utils.translation import gettext_lazy as _

from shapan.compliance.phrases import KINDS
from shapan.compliance.terms import Tag
from shapan.foundation.navigation import Entry, register
from shapan.journal import registry

register(Entry(_("Compliance"), "shield-check", "compliance:desk", 85, aside=True))
registry.tell(
    Tag.HELD, _("{writer} wrote something that went into quarantine: {kinds}"), words={"kinds": KINDS}, writer="user"
)
registry.tell(Tag.REPORTED, _("{actor} reported something received that nobody should have sent"))
registry.tell(Tag.RELEASED, _("{actor} released what {writer} had written: {reason}"), writer="user")
registry.tell(Tag.DESTROYED, _("{actor} destroyed what {writer} had written: {reason}"), writer="user")
registry.tell(Tag.APPOINTED, _("{user} was appointed to compliance"), user="user")
