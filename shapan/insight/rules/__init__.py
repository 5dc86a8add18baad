"""What insight works out itself: ways to a person, and what is folded away. Pure."""
