"""Reads of likes: suspects and hints, two entries side by side, where a merged entry went."""

from shapan.duplicates.queries.comparison import Comparison, comparison, merges, survivors
from shapan.duplicates.queries.queue import Like, Pair, Queue, hints, suspects

__all__ = ["Comparison", "Like", "Pair", "Queue", "comparison", "hints", "merges", "survivors", "suspects"]
