"""Who our people are, who leads whom, and the organisation they stand in."""

from shapan.identity.queries.organisation import ColleagueFacts, UnitFacts, colleague, colleagues_in, unit_names, units
from shapan.identity.queries.people import (
    SYSTEM_USERNAME,
    Colleague,
    administers,
    colleagues,
    everybody,
    heads_above,
    leads_anyone,
    may_enrol,
    names,
    people_led_by,
    roles_of,
    system_actor,
    units_around,
    user_called,
    user_numbered,
)

__all__ = [
    "SYSTEM_USERNAME",
    "Colleague",
    "ColleagueFacts",
    "UnitFacts",
    "administers",
    "colleague",
    "colleagues",
    "colleagues_in",
    "everybody",
    "heads_above",
    "leads_anyone",
    "may_enrol",
    "names",
    "people_led_by",
    "roles_of",
    "system_actor",
    "unit_names",
    "units",
    "units_around",
    "user_called",
    "user_numbered",
]
