"""Decision seats, and how the customer decides."""
