"""Reads of relationships: where each person stands, and the house of an account on any day."""

from shapan.relationships.queries.effect import Effect, effect
from shapan.relationships.queries.evidence import PieceOfEvidence, Targeted, evidence_of_person, targets
from shapan.relationships.queries.house import House, Pillar, TileFacts, house
from shapan.relationships.queries.standing import AccountStanding, PersonStanding, person_standings, standings

__all__ = [
    "AccountStanding",
    "Effect",
    "House",
    "PersonStanding",
    "PieceOfEvidence",
    "Pillar",
    "Targeted",
    "TileFacts",
    "effect",
    "evidence_of_person",
    "house",
    "person_standings",
    "standings",
    "targets",
]
