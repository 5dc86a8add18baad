"""How the customer decides: decision units, their seats and who holds them (method 10). Modes and amounts come later."""
