"""What happened, who did it, and what was there before: append-only events and the sentences that tell them (method 16)."""
