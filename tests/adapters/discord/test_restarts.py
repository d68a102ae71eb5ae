"""The bot stops at the worst moment, and starts again."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.adapters.discord.posting import Posting
from bot.delivery.courier import Courier
from tests.adapters.discord.tools import Gate, at_rest, put_everywhere, seen, states, waiting
from tests.contract.chat import ANA, BEN
from tests.contract.discord import DiscordChat
from tests.contract.steps import TYPED, replied, shared


async def killed_at(
    chat: DiscordChat, monkeypatch: pytest.MonkeyPatch, where: type, method: str, call: int
) -> None:
    """Deliver until ``method`` is called for the n-th time, and kill the courier there."""
    original, reached, calls = getattr(where, method), asyncio.Event(), 0

    async def stops(*args: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls >= call:
            reached.set()
            await asyncio.Event().wait()
        return await original(*args)

    with monkeypatch.context() as patched:
        patched.setattr(where, method, stops)
        delivering = asyncio.create_task(_rounds(chat))
        await asyncio.wait_for(reached.wait(), 5)
        for _ in range(20):  # what goes on beside it
            await asyncio.sleep(0.01)
        delivering.cancel()
        await asyncio.wait([delivering])


async def _rounds(chat: DiscordChat) -> None:
    courier = Courier(chat.house, chat.bot.draw)
    while await courier.round():
        pass


@pytest.mark.parametrize(("call", "later"), [(1, timedelta(minutes=2)), (4, timedelta(hours=2))])
async def test_killed_between_sending_and_marking_nothing_comes_twice(
    chat: DiscordChat, monkeypatch: pytest.MonkeyPatch, call: int, later: timedelta
) -> None:
    expected = await put_everywhere(chat)
    await killed_at(chat, monkeypatch, Courier, "_sent", call)
    assert seen(chat)
    await chat.restart()
    await chat.pass_time(later)
    await at_rest(chat)
    assert seen(chat) == expected
    assert set(await states(chat)) <= {"sent"}


@pytest.mark.parametrize("call", [3, 8])
async def test_killed_between_the_parts_of_a_card_each_part_comes_once(
    chat: DiscordChat, monkeypatch: pytest.MonkeyPatch, call: int
) -> None:
    expected = await put_everywhere(chat)
    await killed_at(chat, monkeypatch, Posting, "write", call)
    assert 0 < len(seen(chat)) < len(expected)
    await chat.restart()
    await chat.pass_time(timedelta(minutes=10))
    await at_rest(chat)
    assert seen(chat) == expected


async def test_killed_after_starting_a_thread_the_reply_finds_it(
    chat: DiscordChat, monkeypatch: pytest.MonkeyPatch
) -> None:
    await shared(chat)
    await chat.press(BEN, "Write to them")
    await chat.submit(BEN, words="In that same corridor.")
    await killed_at(chat, monkeypatch, Posting, "write", 2)
    await chat.restart()
    await chat.pass_time(timedelta(minutes=2))
    assert [one.under is None for one in await chat.room(ANA)] == [True, False]


async def test_buttons_and_forms_work_after_a_restart_at_every_step(chat: DiscordChat) -> None:
    await chat.say(ANA, "/rejection")
    await chat.restart()
    await chat.submit(ANA, **TYPED)
    await chat.restart()
    await chat.press(ANA, "Post now")
    await chat.restart()
    await chat.settle()
    await chat.restart()
    await chat.press(BEN, "Write to them")
    await chat.restart()
    await chat.submit(BEN, words="Words after a restart.")
    await chat.settle()
    await chat.restart()
    await chat.press(BEN, "Take it back")
    await chat.settle()
    assert (await chat.room(ANA))[-1].text == "Removed by its writer."
    await chat.restart()
    await chat.press(ANA, "Delete it")
    await chat.restart()
    await chat.press(ANA, "Yes, delete it")
    await chat.settle()
    assert (await chat.room(BEN))[0].text == "Removed by its author."


async def test_the_bot_stops_only_when_what_it_answers_is_answered(chat: DiscordChat) -> None:
    gate = Gate(chat)
    doing = asyncio.ensure_future(chat.people[ANA].use(chat.support, "privacy show"))
    while not chat.client.desk._under_way:
        await asyncio.sleep(0.001)
    again = asyncio.ensure_future(chat.restart())
    await asyncio.sleep(0.02)
    assert not again.done()
    gate.open()
    outcome = await doing
    await again
    assert outcome.kind == "message"


async def test_what_waits_when_the_bot_stops_goes_out_when_it_is_back(chat: DiscordChat) -> None:
    await chat.say(ANA, "/rejection")
    await chat.submit(ANA, **TYPED)
    await chat.press(ANA, "Post some time")
    assert await waiting(chat)
    await chat.restart()
    await chat.pass_time(timedelta(hours=1))
    assert len(await chat.room(BEN)) == 1
    await replied(chat)
    assert len(await chat.room(ANA)) == 2
