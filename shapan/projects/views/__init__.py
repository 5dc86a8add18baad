"""Pages of major projects."""
