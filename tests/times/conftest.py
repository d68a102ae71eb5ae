"""A folder for rules of zones that are read before those of tzdata."""

from __future__ import annotations

import zoneinfo
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.weekly import forget_rules


@pytest.fixture
def rules(tmp_path: Path) -> Iterator[Path]:
    """Return the folder; afterwards tzdata's own rules hold again."""
    zoneinfo.reset_tzpath([tmp_path])
    yield tmp_path
    zoneinfo.reset_tzpath(())
    forget_rules()
