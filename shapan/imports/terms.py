"""What a file can hold."""

from enum import StrEnum


class FileKind(StrEnum):
    USERS = "users"
    ACCOUNTS = "accounts"
    PEOPLE = "people"
    TEAMS = "teams"
    INTERACTIONS = "interactions"
