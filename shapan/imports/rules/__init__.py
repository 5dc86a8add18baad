"""Understanding files, without a database: which column is which, and what a cell says."""
