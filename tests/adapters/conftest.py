"""What the tests of every adapter need."""

from __future__ import annotations

import logging

import pytest


@pytest.fixture(autouse=True)
def _silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out a line for each statement, of which nothing is kept."""
    for name in ("aiosqlite", "asyncio"):
        monkeypatch.setattr(logging.getLogger(name), "disabled", True)
