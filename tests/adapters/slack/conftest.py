"""A Slack, the bot in it, and no waiting for real."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from tests.adapters.hasty import Hasty
from tests.contract.slack import SlackChat

Start = Callable[..., Awaitable[SlackChat]]


@pytest.fixture(autouse=True)
def _patient_and_hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a busy machine not be the reason for a deferral, and nothing wait for seconds."""
    monkeypatch.setattr("bot.adapters.slack.desk.DEFER_AFTER", 60.0)
    monkeypatch.setattr("bot.adapters.slack.posting.asyncio", Hasty())
    monkeypatch.setattr("slack_sdk.http_retry.builtin_async_handlers.asyncio", Hasty())


@pytest.fixture
async def start(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Start]:
    """Give what starts a chat of a kind: a subclass of ``SlackChat``; it is closed in the end."""
    started: list[SlackChat] = []

    async def begin(kind: type[SlackChat] = SlackChat) -> SlackChat:
        chat = await kind.start(sqlite_url, tmp_path)
        chat.fake.deadline = 10.0  # a busy machine is not what is tested
        started.append(chat)
        return chat

    yield begin
    for chat in started:
        await chat.close()


@pytest.fixture
async def chat(start: Start) -> SlackChat:
    """Give a workspace with four people in it, and the bot on a socket."""
    return await start()


@pytest.fixture
def hurry(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Return what lets the bot from then on acknowledge before it has an answer."""
    return lambda: monkeypatch.setattr("bot.adapters.slack.desk.DEFER_AFTER", 0.0)
