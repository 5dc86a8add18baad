"""What a tender may do next, when it is quiet, and what its calendar asks. Pure."""
