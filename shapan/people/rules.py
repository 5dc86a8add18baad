"""Who counts as an executive (domain.md §2.5: CXO and VP). Pure."""

import re

GRADES = re.compile(r"^(c-?[a-z]o|cxo|c-level|[se]?vp|executive|senior executive|高层|高管|领导班子)$", re.IGNORECASE)
TITLES = re.compile(
    r"^(chief\b|c[efotimps]o\b|president\b|vice[ -]president\b|[se]?vp\b|general manager\b|managing director\b"
    r"|董事长|总裁|副总裁|总经理|副总经理|首席|院长|副院长|局长|副局长)",
    re.IGNORECASE,
)


def is_executive(grade: str, title: str) -> bool:
    """By the grade when there is one, else by how the title begins: a department's general manager is none."""
    grade = grade.strip()
    return bool(GRADES.match(grade)) if grade else bool(TITLES.match(title.strip()))
