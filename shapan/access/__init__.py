"""Who may see what. Everything hangs off an account; one table of grants says which accounts a colleague reaches."""
