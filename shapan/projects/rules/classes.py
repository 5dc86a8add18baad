"""The class of a project (domain.md §11.1): A strategic, large or first of its kind; B the middle; C the rest."""

from dataclasses import dataclass
from decimal import Decimal

from shapan.projects.terms import ClassReason, ProjectClass

STRATEGIC_TIERS = frozenset("S")


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Amounts in the reporting currency from which a project is large, or of the middle."""

    large: Decimal = Decimal(10_000_000)
    middle: Decimal = Decimal(2_000_000)


@dataclass(frozen=True, slots=True)
class Classed:
    letter: ProjectClass
    reason: ClassReason


def classify(amount: Decimal | None, tier: str, *, first: bool, thresholds: Thresholds) -> Classed:
    """An amount nobody knows is not small: such a project is watched like one of the middle."""
    if tier in STRATEGIC_TIERS and (amount is None or amount >= thresholds.middle):
        return Classed(ProjectClass.A, ClassReason.STRATEGIC)
    if first:
        return Classed(ProjectClass.A, ClassReason.FIRST)
    if amount is None:
        return Classed(ProjectClass.B, ClassReason.UNKNOWN)
    if amount >= thresholds.large:
        return Classed(ProjectClass.A, ClassReason.LARGE)
    middle = amount >= thresholds.middle
    return Classed(ProjectClass.B if middle else ProjectClass.C, ClassReason.MIDDLE if middle else ClassReason.SMALL)
