"""How names compare (`names`), and how alike two entries are (`likeness`). Pure."""
