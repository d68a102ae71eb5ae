"""Sending through the courier: once each, whatever happens to a request."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.delivery import delivering
from bot.delivery.courier import Courier
from bot.people import Room
from tests.adapters.discord.tools import (
    CHANGE,
    HISTORY,
    OPEN_DM,
    SEND,
    THREAD,
    at_rest,
    events,
    later,
    long_card,
    put_everywhere,
    said,
    seen,
    space_of,
    states,
    waiting,
)
from tests.contract.chat import ANA, BEN, HANA
from tests.contract.discord import DiscordChat
from tests.contract.steps import TYPED, replied, shared
from tests.fakes.discord.faults import Faults
from tests.fakes.discord.permissions import READ_MESSAGE_HISTORY

FAULTS: dict[str, Callable[[Faults, str, str], Any]] = {
    "lost": lambda faults, *at: faults.lose(*at, times=3),
    "every answer lost": lambda faults, *at: faults.lose(*at, times=60),
    "dropped": lambda faults, *at: faults.drop(*at, times=3),
    "502": lambda faults, *at: faults.server_error(*at, 502, times=7),
    "503": lambda faults, *at: faults.server_error(*at, 503, times=3),
    "limited": lambda faults, *at: faults.limit(*at, times=4),
    "limited for all": lambda faults, *at: faults.limit(*at, scope="global", times=4),
    "limited at the edge": lambda faults, *at: faults.limit(*at, via=False, times=4),
    "limited for long": lambda faults, *at: faults.limit(*at, 3000, times=4),
}


ROUTES = {"send": SEND, "thread": THREAD, "dm": OPEN_DM, "read": HISTORY}
CASES = [("send", fault) for fault in FAULTS]
CASES += [("thread", "lost"), ("dm", "lost"), ("read", "503")]


@pytest.mark.faults
@pytest.mark.parametrize(("at", "fault"), CASES)
async def test_everything_comes_exactly_once(chat: DiscordChat, at: str, fault: str) -> None:
    expected = await put_everywhere(chat)
    FAULTS[fault](chat.fake.faults, *ROUTES[at])
    await at_rest(chat)
    chat.fake.faults.clear()
    await at_rest(chat)
    assert seen(chat) == expected
    assert set(await states(chat)) <= {"sent"}


@pytest.mark.faults
@pytest.mark.parametrize("after", [False, True])
async def test_what_takes_longer_than_the_courier_waits_comes_exactly_once(
    chat: DiscordChat, monkeypatch: pytest.MonkeyPatch, after: bool
) -> None:
    monkeypatch.setattr(delivering, "_PATIENCE", 0.3)
    expected = await put_everywhere(chat)
    chat.fake.faults.slow(*SEND, 0.6, after=after, times=4)
    await at_rest(chat)
    assert seen(chat) == expected


@pytest.mark.faults
@pytest.mark.parametrize("at", [SEND, OPEN_DM, HISTORY], ids=["send", "dm", "read"])
async def test_a_limit_for_all_the_courier_does_not_wait_out_does_not_shut_the_bot_for_ever(
    chat: DiscordChat, monkeypatch: pytest.MonkeyPatch, at: tuple[str, str]
) -> None:
    monkeypatch.setattr(delivering, "_PATIENCE", 0.2)
    expected = await put_everywhere(chat)
    if at == HISTORY:
        monkeypatch.setattr(Courier, "_sent", _fails_once(Courier._sent))
        with pytest.raises(ConnectionError):
            await chat.settle()
        chat.house.clock.move(timedelta(minutes=2))
    chat.fake.faults.limit(*at, 60, scope="global")
    chat.client.http.max_ratelimit_timeout = None
    await asyncio.wait_for(at_rest(chat), 10)
    assert chat.client.http._global_over.is_set()
    assert seen(chat) == expected


def _fails_once(original: Any) -> Any:
    failed = False

    async def sent(self: Courier, row: Any, ref: str) -> None:
        nonlocal failed
        if not failed:
            failed = True
            raise ConnectionError
        await original(self, row, ref)

    return sent


async def delete_share(chat: DiscordChat) -> None:
    """Let Ana delete her share with her receipt."""
    await chat.press(ANA, "Delete it")
    await chat.press(ANA, "Yes, delete it")


@pytest.mark.faults
@pytest.mark.parametrize("fault", ["lost", "502", "limited for all"])
async def test_a_post_is_changed_whatever_happens_on_the_way(
    chat: DiscordChat, fault: str
) -> None:
    await shared(chat)
    await replied(chat)
    (post, reply) = await chat.room(ANA)
    FAULTS[fault](chat.fake.faults, *CHANGE)
    await chat.press(BEN, "Take it back")
    await delete_share(chat)
    await at_rest(chat)
    assert [one.text for one in await chat.room(ANA)] == [
        "Removed by its author.",
        "Removed by its writer.",
    ]
    assert [one.id for one in await chat.room(ANA)] == [post.id, reply.id]


@pytest.mark.faults
async def test_a_change_the_courier_gave_up_never_lands_on_a_later_one(
    chat: DiscordChat, monkeypatch: pytest.MonkeyPatch
) -> None:
    await shared(chat)
    await chat.press(BEN, "I've been there")
    await chat.settle()
    await chat.press(HANA, "I've been there")
    monkeypatch.setattr(delivering, "_PATIENCE", 0.3)
    held = chat.fake.faults.slow(*CHANGE, 1.0)
    await chat.settle()
    assert not held.times, "the counters are on their way, and nobody waits for them any more"
    await delete_share(chat)
    await at_rest(chat)
    await asyncio.sleep(1.1)
    (post,) = await chat.room(BEN)
    assert post.text == "Removed by its author."


@pytest.mark.faults
async def test_where_the_past_is_hidden_a_lost_answer_waits_until_it_can_be_asked_after(
    chat: DiscordChat,
) -> None:
    """Discord shows who may not read the past an empty room: that proves nothing."""
    me = chat.fake.world.app_id
    chat.fake.world.overwrite(chat.support, me, deny=READ_MESSAGE_HISTORY)
    chat.fake.faults.lose(*SEND)
    await chat.bot.post(await space_of(chat), Room.SUPPORT, said("a post"))
    for _ in range(3):
        await later(chat, timedelta(minutes=11))
    assert seen(chat) == {"a post": 1}
    chat.fake.world.overwrite(chat.support, me)
    await at_rest(chat)
    assert seen(chat) == {"a post": 1}


async def test_a_rush_of_posts_keeps_to_the_limits_discord_tells(
    chat: DiscordChat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("discord.http.asyncio", asyncio)
    chat.fake.rates.buckets["POST /channels/{channel_id}/messages"] = (5, 0.2)
    space = await space_of(chat)
    for number in range(12):
        await chat.bot.post(space, Room.SUPPORT, said(f"number {number}"))
    await chat.settle()
    assert seen(chat) == {f"number {number}": 1 for number in range(12)}
    assert chat.fake.rates.invalid_requests == 0


async def test_what_is_logged_of_a_fault_names_nobody(
    chat: DiscordChat, log_lines: io.StringIO
) -> None:
    chat.fake.faults.limit(*SEND, 3000)
    await shared(chat)
    assert len(await waiting(chat)) == 1
    await at_rest(chat)
    assert events(log_lines, "delivery.sent")
    for secret in (TYPED["happened"], chat.person(ANA), chat.support["id"], "canary-"):
        assert secret not in log_lines.getvalue()


async def test_a_card_in_parts_is_changed_at_its_end(chat: DiscordChat) -> None:
    space = await space_of(chat)
    await chat.bot.post(space, Room.SUPPORT, long_card("part"))
    await chat.settle()
    posts = [one.id for one in await chat.room(ANA)]
    assert len(posts) == 3
    refs = [request.answer for request in chat.fake.traffic.of(*SEND)]
    assert len(refs) == 3
    nonces = [request.body["nonce"] for request in chat.fake.traffic.of(*SEND)]
    assert len(set(nonces)) == 3
    assert all(len(nonce) == 25 for nonce in nonces)
