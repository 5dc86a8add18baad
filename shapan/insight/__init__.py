"""What people look at every day: the house, the account page, Today. No models of its own (method 8, 12)."""
