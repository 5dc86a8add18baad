"""What leaders and account managers look at: the house, the account page, Today. No models of its own (method 8, 12)."""
