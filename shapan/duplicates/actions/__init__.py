"""Keys by which likes are found; telling entries apart; merging them, and taking a merge back."""

from shapan.duplicates.actions.entries import MergeRefused, merge, tell_apart, undo_merge
from shapan.duplicates.actions.keys import note_keys

__all__ = ["MergeRefused", "merge", "note_keys", "tell_apart", "undo_merge"]
