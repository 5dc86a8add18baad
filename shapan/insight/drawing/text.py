"""How wide words are, near enough to place them without a browser."""

import unicodedata

WIDE = {"W", "F"}


def width(words: str, size: float) -> float:
    """Width in pixels at a font size: a Chinese character is one em, other letters a little over half."""
    return sum(size if unicodedata.east_asian_width(letter) in WIDE else size * 0.56 for letter in words)


def fit(words: str, room: float, size: float) -> str:
    """The words, cut with an ellipsis when they are wider than the room."""
    if width(words, size) <= room:
        return words
    kept = words
    while kept and width(kept + "…", size) > room:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def lines(words: str, room: float, size: float, most: int = 2) -> tuple[str, ...]:
    """The words broken into at most `most` lines; the last is cut when they still do not fit."""
    if width(words, size) <= room:
        return (words,)
    rows, row = [], ""
    pieces = words.split(" ") if " " in words else list(words)
    glue = " " if " " in words else ""
    while pieces:
        longer = f"{row}{glue}{pieces[0]}" if row else pieces[0]
        if row and width(longer, size) > room and len(rows) < most - 1:
            rows.append(row)
            row = ""
        else:
            row = longer
            pieces.pop(0)
    return (*rows, fit(row, room, size))
