"""Account teams: who of us holds which seat at a customer, the shape of the team and who is missing (method 3, 12, 16)."""
