"""Contact and communication: what was said and agreed between us and the customer (method 4, 7, 9c)."""
