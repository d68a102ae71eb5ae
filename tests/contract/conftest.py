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


OVER_HTTP = {"test_checkin", "test_privacy", "test_share", "test_support", "test_vocabulary"}
"""What runs on Slack over HTTP as well: it differs from the socket in the way in alone."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Let a test run on every platform."""
    if "chat" in metafunc.fixturenames:
        module = metafunc.module.__name__.rpartition(".")[2]
        chosen = [one for one in sorted(PLATFORMS) if one != "slack-http" or module in OVER_HTTP]
        metafunc.parametrize("chat", chosen, indirect=True)


@pytest.fixture
async def chat(
    request: pytest.FixtureRequest, sqlite_url: str, tmp_path: Path
) -> AsyncIterator[Chat]:
    """Give a platform with four people on it, and the bot."""
    chat = await PLATFORMS[request.param].start(sqlite_url, tmp_path)
    yield chat
    await chat.close()
