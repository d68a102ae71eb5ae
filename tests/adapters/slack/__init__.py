"""What only Slack has."""
