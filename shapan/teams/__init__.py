"""Account teams: who holds which seat, the shape of the team and who is missing (method 3, 12, 16)."""
