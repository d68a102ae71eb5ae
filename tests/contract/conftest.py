"""One suite, every platform: a test that asks for ``chat`` runs on all of them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.contract.chat import Chat
from tests.contract.discord import DiscordChat
from tests.contract.memory import MemoryChat
from tests.contract.slack import SlackChat, SlackOverHttp
from tests.contract.web import WebChat

PLATFORMS = {
    "discord": DiscordChat,
    "memory": MemoryChat,
    "slack": SlackChat,
    "slack-http": SlackOverHttp,
    "web": WebChat,
}


@pytest.fixture(params=sorted(PLATFORMS))
async def chat(
    request: pytest.FixtureRequest, sqlite_url: str, tmp_path: Path
) -> AsyncIterator[Chat]:
    """Give a platform with four people on it, and the bot."""
    chat = await PLATFORMS[request.param].start(sqlite_url, tmp_path)
    yield chat
    await chat.close()
