"""Reads of relationships: where each person stands, and the house of an account on any day."""

from shapan.relationships.queries.deciding import Deciding, Step, who_decides
from shapan.relationships.queries.effect import Effect, effect
from shapan.relationships.queries.evidence import PieceOfEvidence, Targeted, evidence_of_person, targets
from shapan.relationships.queries.house import House, Pillar, TileFacts, house
from shapan.relationships.queries.owners import owners_at, owners_of
from shapan.relationships.queries.standing import AccountStanding, PersonStanding, person_standings, standings
from shapan.relationships.queries.units import Chair, UnitStanding, unit_standing

__all__ = [
    "AccountStanding",
    "Chair",
    "Deciding",
    "Effect",
    "House",
    "PersonStanding",
    "PieceOfEvidence",
    "Pillar",
    "Step",
    "Targeted",
    "TileFacts",
    "UnitStanding",
    "effect",
    "evidence_of_person",
    "house",
    "owners_at",
    "owners_of",
    "person_standings",
    "standings",
    "targets",
    "unit_standing",
    "who_decides",
]
