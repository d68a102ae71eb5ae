"""One warm process for all lives of a test run."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from tests.kills.lives import Lives, Nursery


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Return the process the lives are forks of."""
    made = Nursery()
    yield made
    made.close()


@pytest.fixture
async def lives(nursery: Nursery) -> AsyncIterator[Lives]:
    """Return what begins lives."""
    async with Lives(nursery).here() as here:
        yield here
