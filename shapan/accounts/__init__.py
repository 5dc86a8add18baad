"""Companies and the parts they play for us; their tree, departments and tier (method 2, 10)."""
