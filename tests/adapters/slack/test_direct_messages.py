"""Direct messages: a channel is opened once, a closed one holds what waits."""

from __future__ import annotations

import asyncio
import io
from datetime import timedelta

import pytest

from tests.adapters.slack.test_sending import tell
from tests.adapters.slack.tools import (
    OPEN_DM,
    POST,
    assert_knows_nobody,
    at_rest,
    later,
    posted,
    seen,
    states,
)
from tests.contract.chat import ANA, BEN, HANA
from tests.contract.slack import SlackChat
from tests.contract.steps import replied, shared

CLOSED = ["cannot_dm_bot", "user_disabled", "restricted_action"]


async def test_a_channel_is_opened_once_for_everybody(chat: SlackChat) -> None:
    for number in range(3):
        await tell(chat, ANA, f"number {number}")
    for who in (BEN, HANA):
        await tell(chat, who, f"for {who}")
    await chat.settle()
    await tell(chat, ANA, "number 3")
    await chat.settle()
    assert [one.text for one in await chat.inbox(ANA)] == [f"number {n}" for n in range(4)]
    for who in (BEN, HANA):
        assert [one.text for one in await chat.inbox(who)] == [f"for {who}"]
    assert len(chat.fake.traffic.of(OPEN_DM)) == 3


@pytest.mark.parametrize("error", [*CLOSED, "tab off"])
async def test_who_cannot_be_written_to_reads_it_on_their_page(
    chat: SlackChat, log_lines: io.StringIO, error: str
) -> None:
    await shared(chat)
    ana, features = chat.people[ANA], chat.fake.app.set_up.raw["features"]
    if error == "tab off":
        features["app_home"]["messages_tab_enabled"] = False
    else:
        ana.closed_with = error
        await chat.close_inbox(ANA)
    await replied(chat, "Held for her.")
    await chat.pass_time(timedelta(hours=1))
    assert (await states(chat))["held"] == 1
    features["app_home"]["messages_tab_enabled"] = True
    await chat.say(ANA, "/comeback")
    await chat.press(ANA, "Read it here")
    assert any("Held for her." in one.text for one in await chat.private(ANA))
    assert len(await chat.inbox(ANA)) == 1
    assert_knows_nobody(log_lines, chat, "Held for her.")


async def test_a_channel_slack_does_not_find_any_more_is_opened_anew(chat: SlackChat) -> None:
    await tell(chat, ANA, "Before.")
    await chat.settle()
    fault = chat.fake.faults.answer(POST, error="channel_not_found")
    await tell(chat, ANA, "After.")
    await chat.settle()
    assert not fault.times
    assert len(chat.fake.traffic.of(OPEN_DM)) == 2
    assert [one.text for one in await chat.inbox(ANA)] == ["Before.", "After."]


@pytest.mark.faults
async def test_a_channel_that_was_not_opened_is_asked_for_again(chat: SlackChat) -> None:
    """Opening one twice does nothing twice."""
    for break_it in (chat.fake.faults.lose, chat.fake.faults.drop):
        break_it(OPEN_DM)
    chat.fake.faults.answer(OPEN_DM, error="internal_error", status=500)
    chat.fake.faults.limit(OPEN_DM, 30)
    await tell(chat, ANA, "a message")
    await at_rest(chat)
    assert seen(chat) == {"a message": 1}


async def test_messages_to_one_person_come_in_their_order(chat: SlackChat) -> None:
    for number in range(6):
        await tell(chat, ANA, f"number {number}")
    chat.fake.faults.limit(POST, 3, times=2)
    await at_rest(chat)
    told = [one.text for one in await chat.inbox(ANA)]
    assert sorted(told) == [f"number {number}" for number in range(6)]


async def test_nobody_else_waits_long_while_one_channel_is_opened(chat: SlackChat) -> None:
    await tell(chat, ANA, "Before.")
    await chat.settle()
    chat.fake.faults.slow(OPEN_DM, 0.5)
    await tell(chat, BEN, "To a stranger.")
    await tell(chat, ANA, "To somebody known.")
    settling = asyncio.ensure_future(later(chat))
    await chat.fake.until(lambda: len(chat.people[ANA].inbox()) == 2)
    assert await chat.inbox(BEN) == []
    await settling
    assert len(await chat.inbox(BEN)) == 1
    dm = chat.people[BEN].dm
    assert dm is not None
    assert len(posted(chat, dm)) == 1
