"""Pure arithmetic of major projects."""
