"""What an effective contact is and how a relationship cools; what pasted minutes say. Pure."""

from shapan.interactions.rules.contact import EFFECT, ONE_WAY, Cooling, is_effective, is_going_cold, state, warmth

__all__ = ["EFFECT", "ONE_WAY", "Cooling", "is_effective", "is_going_cold", "state", "warmth"]
