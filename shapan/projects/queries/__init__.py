"""Reads of major projects."""

from shapan.projects.queries.elements import AssessmentFacts, Scored, assessments, orientation_of
from shapan.projects.queries.units import (
    Derivation,
    Offered,
    Unit,
    deciding,
    derivation,
    reported_amount,
    seat_of,
    unit_of,
    what_is_known,
)

__all__ = [
    "AssessmentFacts",
    "Derivation",
    "Offered",
    "Scored",
    "Unit",
    "assessments",
    "deciding",
    "derivation",
    "orientation_of",
    "reported_amount",
    "seat_of",
    "unit_of",
    "what_is_known",
]
