"""Where a row came from: the outside system and its key there, so that a file imported twice changes nothing."""
