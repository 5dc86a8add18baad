"""What we know of a customer and of competitors there (method 13, 15). For now: at which level a competitor stands with
a person of the customer.
"""
