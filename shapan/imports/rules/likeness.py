"""A name in a file that is almost one we know: proposed to a person, never taken by itself."""

import re
from collections.abc import Collection

from rapidfuzz import fuzz, process

ALIKE = 85.0  # of 100


def squeezed(name: str) -> str:
    """Letters and digits alone."""
    return re.sub(r"[\W_]+", "", name).casefold()


def nearest(said: str, names: Collection[str]) -> str | None:
    """The one name that differs by spaces, signs and case alone; else the one most alike; None when none or several."""
    plain = squeezed(said)
    same = [name for name in names if squeezed(name) == plain] if plain else []
    if same:
        return same[0] if len(same) == 1 else None
    found = process.extract(said, list(names), scorer=fuzz.ratio, processor=squeezed, score_cutoff=ALIKE, limit=2)
    if not found or (len(found) > 1 and found[0][1] == found[1][1]):
        return None
    return str(found[0][0])
