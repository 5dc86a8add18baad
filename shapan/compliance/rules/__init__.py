"""What is restricted, and what a quiet period allows. Pure."""
