"""The bot is killed at every point of sending, in a process of its own: late once, never twice."""
