"""The relationship house: key, general and organisational relations, from evidence to numbers (method 7, 8, 11)."""
