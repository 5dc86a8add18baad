"""Words of conditions."""

from enum import StrEnum


class Op(StrEnum):
    """How a column compares with what was typed."""

    CONTAINS = "contains"
    IS = "is"
    IS_NOT = "is_not"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    EMPTY = "empty"
    FILLED = "filled"


class Tag(StrEnum):
    EXPORTED = "lists:rows:export"
