"""A Slack, the bot in it, and no waiting for real."""

from __future__ import annotations

import asyncio
import logging
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from bot.store import Store
from tests.contract.slack import SlackChat

Start = Callable[..., Awaitable[SlackChat]]


class Hasty:
    """``asyncio``, for pauses between attempts: seconds are hundredths."""

    def __getattr__(self, name: str) -> Any:
        return getattr(asyncio, name)

    async def sleep(self, seconds: float, result: Any = None) -> Any:
        """Sleep a hundredth of it."""
        return await asyncio.sleep(seconds / 100, result)


@pytest.fixture(autouse=True)
def _patient_and_hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a busy machine not be the reason for a deferral, and nothing wait for seconds."""
    monkeypatch.setattr("bot.adapters.slack.desk.DEFER_AFTER", 60.0)
    monkeypatch.setattr("bot.adapters.slack.posting.asyncio", Hasty())
    monkeypatch.setattr("slack_sdk.http_retry.builtin_async_handlers.asyncio", Hasty())
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
