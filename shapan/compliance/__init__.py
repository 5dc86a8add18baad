"""What must not be stored, and what may not be done while a tender is in its quiet period (domain.md §15.4)."""
