"""The parameters in force in this installation: the method's defaults, and what the settings switch on."""

from dataclasses import replace
from functools import cache

from django.conf import settings

from shapan.relationships.rules.policy import DEFAULT, HousePolicy


def in_force() -> HousePolicy:
    """The policy every reading is made with; its version says what differs from the method's defaults."""
    return _with_ally() if settings.LEVEL_FOUR else DEFAULT


@cache
def _with_ally() -> HousePolicy:
    return replace(DEFAULT, top_level=4, version=f"{DEFAULT.version}+level4")
