"""SQLite as a server's database: Django's own backend on a safe driver, durable, with writers served in order."""
