"""What only Discord has."""
