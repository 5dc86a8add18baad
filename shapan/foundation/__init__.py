"""What every app stands on: abstract models, page frames, the database engine, test helpers."""
