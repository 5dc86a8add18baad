"""Doors of interactions: a contact captured, a promise kept."""
