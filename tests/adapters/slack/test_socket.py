"""Socket Mode: how the connection is kept, what is lost with it, and when the bot gives up."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable
from typing import Any

import aiohttp
import pytest

from bot.errors import StartFailure
from tests.adapters.slack.tools import (
    OPEN_VIEW,
    POST,
    UPDATE,
    Gate,
    answered,
    assert_knows_nobody,
)
from tests.contract.chat import ANA, BEN
from tests.contract.slack import SlackChat
from tests.contract.steps import replied, shared


@pytest.fixture(autouse=True)
def _hasty_pings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the client look after its connection all the time."""
    monkeypatch.setattr("bot.adapters.slack.socket._PING", 0.2)


def greeted(chat: SlackChat) -> int:
    """Return how many connections were ever greeted."""
    return sum(one.sent and '"hello"' in one.text for one in chat.fake.traffic.frames)


async def renewed(chat: SlackChat, than: int) -> None:
    """Wait until there is another connection than there was."""
    await chat.fake.until(lambda: greeted(chat) > than and chat.fake.socket.connected)
    async with asyncio.timeout(5):
        while not chat.app.is_ready():
            await asyncio.sleep(0.001)


async def ready(chat: SlackChat) -> int:
    """Return what the bot answers when asked whether it is ready."""
    where = f"http://127.0.0.1:{chat.health.port}/ready"
    async with aiohttp.ClientSession() as session, session.get(where) as answer:
        return answer.status


async def is_ready(chat: SlackChat, status: int) -> None:
    """Wait until the bot answers like this; slack_sdk renews twice where it is told twice."""
    async with asyncio.timeout(5):
        while await ready(chat) != status:
            await asyncio.sleep(0.001)


async def works(chat: SlackChat) -> None:
    """See that a command is answered."""
    await chat.say(ANA, "/comeback")
    assert (await chat.last(ANA)).text.startswith("Your page")


@pytest.mark.faults
async def test_the_connection_is_renewed_whatever_ends_it(chat: SlackChat) -> None:
    assert chat.fake.socket.connected == 1
    ends: list[Callable[[], Any]] = [
        lambda: chat.fake.socket.disconnect("warning"),
        lambda: chat.fake.socket.disconnect("refresh_requested"),
        lambda: chat.fake.socket.disconnect("too_many_websockets"),
        chat.fake.socket.drop,
    ]
    for end in ends:
        before = greeted(chat)
        end()
        await renewed(chat, before)
        await is_ready(chat, 200)
        await works(chat)
        await chat.fake.until(lambda: len(chat.fake.socket.connections) == 1)


@pytest.mark.faults
async def test_an_answer_missing_to_pings_renews_the_connection(chat: SlackChat) -> None:
    before = greeted(chat)
    chat.fake.socket.withhold_pongs = True
    await chat.fake.until(lambda: greeted(chat) > before)
    chat.fake.socket.withhold_pongs = False
    await renewed(chat, before)
    await works(chat)


async def test_slacks_own_pings_are_answered_and_keep_it(chat: SlackChat) -> None:
    before = greeted(chat)
    await chat.fake.socket.ping()
    await works(chat)
    assert greeted(chat) == before


@pytest.mark.faults
async def test_while_slack_opens_no_connection_the_bot_is_not_ready_and_tries_on(
    chat: SlackChat,
) -> None:
    before = greeted(chat)
    chat.fake.socket.open_fails("internal_error", 3)
    chat.fake.socket.disconnect("too_many_websockets")
    await is_ready(chat, 503)
    await renewed(chat, before)
    await is_ready(chat, 200)
    await works(chat)


@pytest.mark.faults
async def test_an_address_that_does_not_work_is_not_tried_for_ever(chat: SlackChat) -> None:
    """An address is good for one connection: after a fault on the way there must be another."""
    before, ticket = greeted(chat), chat.fake.socket.ticket
    given: list[str] = []

    def used_up() -> str:
        given.append(ticket())
        if len(given) == 1:
            chat.fake.socket._tickets.clear()
        return given[-1]

    chat.fake.socket.ticket = used_up  # type: ignore[method-assign]
    chat.fake.socket.drop()
    await renewed(chat, before)
    assert len(given) > 1
    await works(chat)


@pytest.mark.faults
async def test_an_address_that_does_not_work_at_the_start_is_a_sentence(chat: SlackChat) -> None:
    await chat.disconnect()
    ticket = chat.fake.socket.ticket
    chat.fake.socket.ticket = lambda: f"{ticket()}x".replace("ticket=", "ticket=x")  # type: ignore[method-assign]
    with pytest.raises(StartFailure, match="cannot be reached"):
        await asyncio.wait_for(chat.connect(chat.house.clock.now()), 5)
    await chat._running.aclose()
    await chat.house.close()
    chat.fake.socket.ticket = ticket  # type: ignore[method-assign]
    await chat.connect(chat.house.clock.now())
    await works(chat)


@pytest.mark.faults
@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        ("invalid_auth", "does not accept COMEBACK_SLACK_APP_TOKEN"),
        ("token_revoked", "does not accept COMEBACK_SLACK_APP_TOKEN"),
        ("", "does not let this app connect"),
    ],
    ids=["invalid", "revoked", "disabled"],
)
async def test_what_ends_it_for_good_ends_the_bot_with_a_sentence(
    chat: SlackChat, error: str, sentence: str
) -> None:
    staying = asyncio.ensure_future(chat.app.stay())
    if error:
        chat.fake.socket.open_fails(error, 1000)
    chat.fake.socket.disconnect("too_many_websockets" if error else "link_disabled")
    with pytest.raises(StartFailure, match=sentence):
        await asyncio.wait_for(staying, 5)
    assert await ready(chat) == 503


async def test_what_is_under_way_while_the_connection_is_renewed_is_done_once(
    chat: SlackChat, log_lines: io.StringIO
) -> None:
    await shared(chat)
    posts = len(chat.fake.traffic.of(POST))
    gate, ben, before = Gate(chat), chat.people[BEN], greeted(chat)
    (post,) = [one for one in chat._visible(ben) if one.buttons]
    nodding = asyncio.ensure_future(ben.press(post, "I've been there"))
    writing = asyncio.ensure_future(ben.press(post, "Write to them"))
    while len(chat.app.desk._under_way) < 2:
        await asyncio.sleep(0.001)
    await chat.fake.socket.disconnect("refresh_requested")
    await renewed(chat, before)
    gate.open()
    assert (await nodding).acked
    assert (await writing).acked
    await answered(chat)
    assert len(chat.fake.traffic.of(OPEN_VIEW)) == 2, "Ana's, and one for Ben"
    assert ben.modal is not None
    await chat.submit(BEN, words="In that same corridor.", sign="pseudonym")
    await chat.settle()
    assert len(chat.fake.traffic.of(POST)) == posts + 1
    assert chat.fake.traffic.of(UPDATE), "one nod, counted once"
    assert len([one for one in await chat.room(ANA) if one.under]) == 1
    assert_knows_nobody(log_lines, chat, "corridor")


@pytest.mark.faults
async def test_a_cut_while_something_is_under_way_brings_it_again_and_it_is_done_once(
    chat: SlackChat,
) -> None:
    await shared(chat)
    await replied(chat)
    replies = len(chat.fake.traffic.of(POST))
    await chat.press(BEN, "Write to them")
    gate, before = Gate(chat), greeted(chat)
    sending = asyncio.ensure_future(
        chat.people[BEN].submit({"words": "A second time.", "sign": "pseudonym"})
    )
    while not chat.app.desk._under_way:
        await asyncio.sleep(0.001)
    chat.fake.socket.drop()
    await renewed(chat, before)
    gate.open()
    outcome = await sending
    assert outcome.acked, "told again, and answered on the new connection"
    assert not outcome.errors
    await answered(chat)
    await chat.settle()
    assert len(chat.fake.traffic.of(POST)) == replies + 1
    assert len([one for one in await chat.room(ANA) if "A second time." in one.text]) == 1
