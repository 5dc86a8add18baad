"""Persons at the customer: one identity for life, posts that stay, appointments that pass (method 11, 12)."""
