"""A Discord, the bot in it, and no waiting for real."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from bot.adapters.discord import Client
from bot.adapters.discord import create as create_client
from tests.adapters.hasty import Hasty
from tests.contract import discord as contract
from tests.contract.discord import DiscordChat


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
