"""The platforms: each turns what it gets into events, and cards into what it shows."""
