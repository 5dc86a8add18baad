"""Words of what we know."""

from enum import StrEnum


class Tag(StrEnum):
    COMPETITOR_SEEN = "intelligence:competitor:see"
