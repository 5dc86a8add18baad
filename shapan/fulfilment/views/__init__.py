"""Contracts, their acceptances, their money, and the cash page."""
