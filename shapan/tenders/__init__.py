"""The tender behind an opportunity: states, calendar, quiet period, the one bidder we support (method 5, 10)."""
