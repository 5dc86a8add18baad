"""What a cell of a spreadsheet may be given. Pure."""

import re
from datetime import date
from decimal import Decimal

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "|", "%")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
Cell = str | int | float | Decimal | date | None


def harmless(value: Cell) -> Cell:
    """Text that a spreadsheet would run as a formula begins with an apostrophe; numbers and days stay what they are."""
    if not isinstance(value, str):
        return value
    plain = CONTROL.sub("", value)
    return f"'{plain}" if plain.lstrip(" ").startswith(FORMULA) else plain
