"""Alembic's scripts: forward only, packaged, run at every start."""
