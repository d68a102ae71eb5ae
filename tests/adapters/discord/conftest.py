"""A Discord, the bot in it, and no waiting for real."""

from __future__ import annotations

import asyncio
import logging
import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from bot.adapters.discord import Client
from bot.adapters.discord import create as create_client
from bot.store import Store
from tests.contract import discord as contract
from tests.contract.discord import DiscordChat


class Hasty:
    """``asyncio``, for discord.py's pauses between attempts: seconds are hundredths."""

    def __getattr__(self, name: str) -> Any:
        return getattr(asyncio, name)

    async def sleep(self, seconds: float, result: Any = None) -> Any:
        """Sleep a hundredth of it."""
        return await asyncio.sleep(seconds / 100, result)


@pytest.fixture(autouse=True)
def _patient_and_hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a busy machine not be the reason for a deferral, and nothing wait for seconds."""

    async def at_once(shard_id: int | None, *, initial: bool = False) -> None:
        pass  # discord.py waits five seconds between shards

    def create(settings: Any, bot: Any) -> Client:
        client = create_client(settings, bot)
        client._connection.guild_ready_timeout = 0.1
        monkeypatch.setattr(client, "before_identify_hook", at_once)
        return client

    monkeypatch.setattr(contract, "create", create)
    monkeypatch.setattr("bot.adapters.discord.desk.DEFER_AFTER", 60.0)
    monkeypatch.setattr("discord.http.asyncio", Hasty())
    monkeypatch.setattr("discord.webhook.async_.asyncio", Hasty())
    for name in ("aiosqlite", "asyncio"):  # a line for each statement, of which nothing is kept
        monkeypatch.setattr(logging.getLogger(name), "disabled", True)


@pytest.fixture(scope="session")
def _migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a migrated database with nothing in it, to be copied."""
    path = tmp_path_factory.mktemp("migrated") / "comeback.db"

    async def migrate() -> None:
        store = Store(f"sqlite:///{path}")
        await store.open()
        await store.close()

    asyncio.run(migrate())
    return path


@pytest.fixture
def sqlite_url(_migrated: Path, tmp_path: Path) -> str:
    """Return the URL of an empty SQLite database, which needs no migration."""
    path = tmp_path / "comeback.db"
    shutil.copy(_migrated, path)
    return f"sqlite:///{path}"


@pytest.fixture
async def chat(sqlite_url: str, tmp_path: Path) -> AsyncIterator[DiscordChat]:
    """Give a server with four people in it, and the bot; in the end nothing bad was sent."""
    chat = await DiscordChat.start(sqlite_url, tmp_path)
    chat.fake.interactions.deadline = 10.0  # a busy machine is not what is tested
    yield chat
    await chat.close()


@pytest.fixture
def hurry(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Return what lets the bot from then on tell Discord to wait as soon as it can."""
    return lambda: monkeypatch.setattr("bot.adapters.discord.desk.DEFER_AFTER", 0.0)
