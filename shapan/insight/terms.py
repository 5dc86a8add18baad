"""Words of the pictures."""

from enum import StrEnum


class Bond(StrEnum):
    """What two people have in common, or what we have with one of them."""

    WITH_US = "with_us"
    MENTOR = "mentor"
    STUDENT = "student"
    ALLY = "ally"
    INFLUENCE = "influence"
    FORMER_COLLEAGUE = "former_colleague"
