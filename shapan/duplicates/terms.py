"""Words of likeness."""

from enum import StrEnum


class Sign(StrEnum):
    """What two entries have in common."""

    NAME = "name"
    PINYIN = "pinyin"
    PHONE = "phone"
    MAIL = "mail"
    COMPANY = "company"


class Tag(StrEnum):
    MERGED = "duplicates:entry:merge"
    UNDONE = "duplicates:merge:undo"
    TOLD_APART = "duplicates:entry:tell-apart"
