"""Where a row came from: the outside system and the key it has there, so that the same file imported twice changes nothing."""
