"""Words of the customer's people. Class 1 data only: business identity (domain.md §15.3)."""

from enum import StrEnum


class ContactKind(StrEnum):
    EMAIL = "email"
    PHONE = "phone"


class LinkKind(StrEnum):
    """How one person stands to another; every link carries its evidence (domain.md §2.8)."""

    INFLUENCES = "influences"
    ALLIED = "allied"
    CONFLICTS = "conflicts"
    MENTORED_BY = "mentored_by"


class Tag(StrEnum):
    PERSON_ENROLLED = "people:person:enrol"
    PERSON_CHANGED = "people:person:change"
    PEOPLE_IMPORTED = "people:person:import"
    POST_OPENED = "people:post:open"
    APPOINTED = "people:appointment:begin"
    APPOINTMENT_ENDED = "people:appointment:end"
    MOVED = "people:person:move"
    LINKED = "people:link:record"
    REPORTS_TO = "people:post:report"
    REPORTS_TO_NOBODY = "people:post:top"
    OBJECTED = "people:objection:record"
    OBJECTION_WITHDRAWN = "people:objection:withdraw"
