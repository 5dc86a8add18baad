"""Doors of insight: pages that read and change nothing."""
