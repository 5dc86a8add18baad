"""Reads of relationships: where each person stands, and the house of an account on any day."""

from shapan.relationships.queries.evidence import PieceOfEvidence, evidence_of_person
from shapan.relationships.queries.house import House, Pillar, TileFacts, house
from shapan.relationships.queries.standing import AccountStanding, PersonStanding, person_standings, standings

__all__ = [
    "AccountStanding",
    "House",
    "PersonStanding",
    "PieceOfEvidence",
    "Pillar",
    "TileFacts",
    "evidence_of_person",
    "house",
    "person_standings",
    "standings",
]
