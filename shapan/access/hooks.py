"""What the journal says of our own organisation, and where its page stands."""

from django.utils.translation import gettext_lazy as _

from shapan.foundation.navigation import Entry, register
from shapan.identity import queries as identity
from shapan.identity.terms import Tag
from shapan.journal import registry

FACTS = {
    "name": _("Person’s name"),
    "email": _("Work e-mail"),
    "title": _("Title"),
    "unit": _("Unit"),
    "manager": _("Manager"),
}

register(Entry(_("Our organisation"), "hierarchy", "access:organisation", 90, aside=True))
registry.name_with("user", lambda ids, **_who: identity.names(ids))
registry.name_with("unit", lambda ids, **_who: identity.unit_names(ids))
registry.tell(Tag.USER_ENROLLED, _("{actor} added the colleague {user}"), user="user")
registry.tell(
    Tag.USER_CHANGED, _("{actor} changed facts of {user}"), labels=FACTS, user="user", unit="unit", manager="user"
)
registry.tell(Tag.USER_DEACTIVATED, _("{actor} deactivated {user}"), user="user")
registry.tell(Tag.USER_ACTIVATED, _("{actor} activated {user}"), user="user")
registry.tell(Tag.USER_INVITED, _("{actor} made a sign-in link for {user}"), user="user")
registry.tell(Tag.USERS_IMPORTED, _("{actor} imported colleagues: {created} new, {updated} changed"))
registry.tell(Tag.UNIT_OPENED, _("{actor} added the unit {unit}"), unit="unit")
