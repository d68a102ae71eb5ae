"""Killed while the rest of a long message waits, because the platform asked for patience."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.adapters.slack.test_restarts import WithHistory
from tests.adapters.slack.tools import POST, at_rest, later, long_card, seen, states
from tests.contract.chat import ANA
from tests.contract.slack import SlackChat

PARTS = {f"part{number}": 1 for number in range(5)}


async def _begun(kind: type[SlackChat], url: str, folder: Path) -> SlackChat:
    """Return a chat where the first part of a message is out and the second met a limit."""
    chat = await kind.start(url, folder)
    await chat.bot.tell(await chat.member(chat.person(ANA)), long_card("part"))
    await _limited_after_one(chat)
    assert 0 < len(seen(chat)) < len(PARTS)
    return chat


async def _limited_after_one(chat: SlackChat) -> None:
    take = chat.fake.faults.take
    asked = 0

    def second(method: str, args: dict[str, object]) -> object:
        nonlocal asked
        asked += method == POST
        if method == POST and asked == 2:
            chat.fake.faults.limit(POST, 30)
        return take(method, args)

    chat.fake.faults.take = second  # type: ignore[assignment,method-assign]
    await later(chat)


@pytest.mark.parametrize("kind", [SlackChat, WithHistory])
async def test_the_rest_of_a_message_follows_when_patience_is_over(
    sqlite_url: str, tmp_path: Path, kind: type[SlackChat]
) -> None:
    chat = await _begun(kind, sqlite_url, tmp_path)
    await at_rest(chat)
    assert seen(chat) == PARTS
    await chat.close()


async def test_killed_meanwhile_no_part_comes_twice(sqlite_url: str, tmp_path: Path) -> None:
    chat = await _begun(WithHistory, sqlite_url, tmp_path)
    await chat.restart()
    await later(chat, timedelta(minutes=2))
    await at_rest(chat)
    assert seen(chat) == PARTS
    await chat.close()


async def test_killed_meanwhile_where_it_cannot_look_the_rest_is_left(
    sqlite_url: str, tmp_path: Path
) -> None:
    chat = await _begun(SlackChat, sqlite_url, tmp_path)
    before = seen(chat)
    await chat.restart()
    await at_rest(chat)
    assert seen(chat) == before
    assert await states(chat) == {"unsure": 1}
    await chat.close()
