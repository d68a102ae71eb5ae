"""Fixtures every test may ask for."""

from __future__ import annotations

import gc
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from bot import logs
from tests import databases

# A slow machine is no reason to fail.
settings.register_profile("comeback", deadline=None)
settings.load_profile("comeback")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the URL of an empty database, once of each kind."""
    if request.param == "sqlite":
        return databases.new_sqlite(tmp_path)
    return databases.new_postgres()


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """Return the URL of an empty SQLite database."""
    return databases.new_sqlite(tmp_path)


@pytest.fixture(scope="session", autouse=True)
def _dropped_at_the_end() -> Iterator[None]:
    yield
    databases.drop_all()


@pytest.fixture(autouse=True)
def log_lines(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    """Collect what is logged, at DEBUG; a fault nobody expected fails the test.

    A test that provokes faults is marked ``faults``.
    """
    lines = io.StringIO()
    logs.configure("DEBUG", lines)
    yield lines
    if "faults" not in request.keywords:
        raised = [line for line in lines.getvalue().splitlines() if '"level": "error"' in line]
        assert not raised, raised


@pytest.fixture(scope="session", autouse=True)
def _rarely_collected() -> None:
    """Look for garbage seldom: what was imported is looked through for nothing."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 1000)
