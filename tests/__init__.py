"""What Comeback promises, as sentences."""
