"""What happened, who did it, what was there before: append-only events and their sentences (method 16)."""
