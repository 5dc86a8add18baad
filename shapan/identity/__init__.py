"""Our own people: users, the tree of organisation units, posts, who heads what and who reports to whom (method 1)."""
