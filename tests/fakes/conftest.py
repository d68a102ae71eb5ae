"""A running fake, and the ways to talk to it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.fakes.discord import FakeDiscord
from tests.fakes.discord.sessions import Session
from tests.fakes.stage import Stage
from tests.fakes.talk import Raw


@pytest.fixture
async def fake() -> AsyncIterator[FakeDiscord]:
    """Start a fake; at the end the bot must have sent nothing it never should."""
    async with FakeDiscord() as running:
        yield running
        running.assert_clean()


@pytest.fixture
async def rough() -> AsyncIterator[FakeDiscord]:
    """Start a fake that is going to be sent what it refuses."""
    async with FakeDiscord(check=False) as running:
        yield running


@pytest.fixture
async def raw(rough: FakeDiscord) -> AsyncIterator[Raw]:
    """Return a client that sends what it is told, right or wrong."""
    async with Raw(rough) as client:
        yield client


@pytest.fixture
async def stage(raw: Raw) -> AsyncIterator[Stage]:
    """Return a stage with one registered command."""
    raw.fake.gateway.sessions["one"] = Session(0, 1, 1)
    path = f"/applications/{raw.fake.world.app_id}/commands"
    command = {"name": "word", "description": "Something", "type": 1}
    await raw("PUT", path, [command, {"name": "Note", "type": 3}])
    stage = Stage(raw)
    yield stage
    for one in raw.fake.interactions.by_token.values():
        one.answered.set()
    await stage.end()
