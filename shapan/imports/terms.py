"""What a file can hold, and what of it is left out."""

from enum import StrEnum


class FileKind(StrEnum):
    USERS = "users"
    ACCOUNTS = "accounts"
    PEOPLE = "people"
    TEAMS = "teams"
    INTERACTIONS = "interactions"
    PRODUCTS = "products"
    OPPORTUNITIES = "opportunities"


class LeftOut(StrEnum):
    """What a vCard holds beside the business identity; it is not kept, and the report says so."""

    PICTURE = "picture"
    PERSONAL = "personal"
    ADDRESS = "address"
    PRIVATE = "private"
    NOTE = "note"
    LINK = "link"
    OTHER = "other"


class Status(StrEnum):
    """Where an import in the browser stands."""

    MAPPING = "mapping"
    CHECKING = "checking"
    CHECKED = "checked"
    STORING = "storing"
    STORED = "stored"
    REFUSED = "refused"
    UNDOING = "undoing"
    UNDONE = "undone"


AT_WORK = frozenset({Status.CHECKING, Status.STORING, Status.UNDOING})


class Tag(StrEnum):
    UNDONE = "imports:import:undo"
