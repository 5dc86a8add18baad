"""How texts are cut into terms, how a question is asked of the terms, and what counts as found. Pure."""
