"""Amounts of money as people type them: 1200万, 1.2亿, 12m, 12,000,000, ¥12 million."""

import re
import unicodedata
from decimal import Decimal, InvalidOperation

UNITS = {
    "": 1, "k": 10**3, "thousand": 10**3, "千": 10**3, "万": 10**4, "w": 10**4, "m": 10**6, "mn": 10**6,
    "million": 10**6, "百万": 10**6, "千万": 10**7, "亿": 10**8, "b": 10**9, "bn": 10**9, "billion": 10**9,
}  # fmt: skip
SAID = re.compile(r"^[¥$€£]?\s*(\d[\d,\s]*(?:\.\d+)?)\s*(\D*?)\s*(?:元|cny|rmb|usd|eur)?$")


def read_amount(text: str) -> Decimal | None:
    """The amount the words say, not negative; None when they say none."""
    found = SAID.match(unicodedata.normalize("NFKC", text).strip().lower())
    if found is None or found[2] not in UNITS:
        return None
    try:
        return Decimal(re.sub(r"[,\s]", "", found[1])) * UNITS[found[2]]
    except InvalidOperation:
        return None
