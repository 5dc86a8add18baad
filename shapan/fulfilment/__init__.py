"""Contract, delivery, acceptance, invoice, cash, and the next lead (method 17; domain.md §11.7)."""
