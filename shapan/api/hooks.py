"""What the journal says of tokens, and where their page stands."""

from django.utils.translation import gettext_lazy as _

from shapan.api.terms import Tag
from shapan.foundation.navigation import Entry, register
from shapan.journal import registry

register(Entry(_("API tokens"), "key", "tokens:tokens", 95, aside=True))
registry.tell(Tag.ISSUED, _("{actor} made the API token “{name}”"))
registry.tell(Tag.REVOKED, _("{actor} revoked the API token “{name}”"))
