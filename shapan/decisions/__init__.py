"""How the customer decides: decision units, their seats and holders (method 10). Modes and amounts come later."""
