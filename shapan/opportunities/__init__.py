"""Leads and opportunities: their states, their money, what they stand on, what is likely (method 5; domain.md §11)."""
