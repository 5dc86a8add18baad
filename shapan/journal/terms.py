"""Kinds of subject a journal event can be about: "<app>.<Model>" in lower case, as the sentences' placeholders name them."""

from enum import StrEnum


class Named(StrEnum):
    """What a placeholder of a sentence stands for; each kind has one registered source of names."""

    USER = "user"
    ACCOUNT = "account"
    PERSON = "person"
    POST = "post"
    DEPARTMENT = "department"
