"""What was worked out before, kept from one command to the next."""
