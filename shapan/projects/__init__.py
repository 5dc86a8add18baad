"""Major projects: who decides on this purchase, the four elements, class, gates, authority, meetings (method 5, 10)."""
