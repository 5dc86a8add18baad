"""Kinds of things that the sentences of the journal name."""

from enum import StrEnum


class Named(StrEnum):
    """What a placeholder of a sentence stands for; each kind has one registered source of names."""

    USER = "user"
    ACCOUNT = "account"
    PERSON = "person"
    POST = "post"
    PLACE = "place"
    DEPARTMENT = "department"
    UNIT = "unit"
