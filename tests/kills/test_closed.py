"""Killed before a message went out, to somebody who closes their inbox meanwhile."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.adapters.slack import posting
from bot.delivery.courier import Courier
from tests.adapters.slack.test_restarts import WithHistory, killed_at
from tests.adapters.slack.tools import at_rest, said, states
from tests.contract.chat import ANA


@pytest.mark.parametrize("went_out", [False, True])
async def test_what_may_be_in_a_closed_inbox_waits_until_that_can_be_seen(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, went_out: bool
) -> None:
    chat = await WithHistory.start(sqlite_url, tmp_path)
    await chat.bot.tell(await chat.member(chat.person(ANA)), said("a message"))
    where, name = (Courier, "_sent") if went_out else (posting, "write")
    await killed_at(chat, monkeypatch, where, name, 1)
    await chat.close_inbox(ANA)
    await chat.restart()
    await at_rest(chat)
    assert await states(chat) == {"sending": 1}
    await chat.open_inbox(ANA)
    await chat.pass_time(timedelta(hours=2))
    assert [one.text for one in await chat.inbox(ANA)] == ["a message"]
    assert not await states(chat)
    await chat.close()
