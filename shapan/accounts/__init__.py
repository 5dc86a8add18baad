"""Companies and the parts they play for us: customer, partner, competitor; their tree, departments and tier (method 2, 10)."""
