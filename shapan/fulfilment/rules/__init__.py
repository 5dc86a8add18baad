"""The arithmetic of contracts, deliveries and cash. Pure: days and amounts in, figures with their parts out."""
