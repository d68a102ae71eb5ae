"""The bot stops at the worst moment, and starts again."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.adapters.slack import posting
from bot.delivery.courier import Courier
from tests.adapters.slack.conftest import Start
from tests.adapters.slack.tools import (
    POST,
    UPDATE,
    Gate,
    at_rest,
    put_everywhere,
    seen,
    states,
    waiting,
)
from tests.contract.chat import ANA, BEN, HANA
from tests.contract.slack import SlackChat, SlackOverHttp
from tests.contract.steps import TYPED, replied, shared
from tests.fakes.slack.traffic import Request


class WithHistory(SlackChat):
    """A workspace that lets the bot read its own direct messages."""

    also = ("im:history",)


async def killed_at(
    chat: SlackChat, monkeypatch: pytest.MonkeyPatch, where: Any, name: str, call: int
) -> None:
    """Deliver until something is called for the n-th time, and kill the courier there."""
    original, reached, calls = getattr(where, name), asyncio.Event(), 0

    async def stops(*args: Any, **more: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls >= call:
            reached.set()
            await asyncio.Event().wait()
        return await original(*args, **more)

    with monkeypatch.context() as patched:
        patched.setattr(where, name, stops)
        delivering = asyncio.create_task(_rounds(chat))
        await asyncio.wait_for(reached.wait(), 5)
        for _ in range(20):  # what goes on beside it
            await asyncio.sleep(0.01)
        delivering.cancel()
        await asyncio.wait([delivering])


async def _rounds(chat: SlackChat) -> None:
    courier = Courier(chat.house, chat.bot.draw)
    while await courier.round():
        pass


def to_people(found: dict[str, int]) -> dict[str, int]:
    """Return what of it is in direct messages."""
    return {word: count for word, count in found.items() if "message" in word}


@pytest.mark.parametrize("call", [1, 4])
async def test_killed_between_sending_and_marking_nothing_comes_twice(
    start: Start, monkeypatch: pytest.MonkeyPatch, call: int
) -> None:
    chat = await start(WithHistory)
    expected = await put_everywhere(chat)
    await killed_at(chat, monkeypatch, Courier, "_sent", call)
    assert seen(chat)
    await chat.restart()
    await chat.pass_time(timedelta(minutes=2))
    await at_rest(chat)
    found = seen(chat)
    assert all(count == 1 for count in found.values())
    assert to_people(found) == to_people(expected), "in direct messages it finds what it sent"
    # What a room holds cannot be told without reading it: such a row is left, and said.
    assert set(await states(chat)) <= {"sent", "unsure", "dropped", "pending"}
    assert (await states(chat))["unsure"] or found == expected, "unless it was a direct message"


async def test_without_its_history_a_direct_message_is_left_unsure_rather_than_sent_twice(
    chat: SlackChat, monkeypatch: pytest.MonkeyPatch
) -> None:
    await put_everywhere(chat)
    await killed_at(chat, monkeypatch, Courier, "_sent", 1)
    await chat.restart()
    await at_rest(chat)
    assert all(count == 1 for count in seen(chat).values())


@pytest.mark.parametrize("call", [2, 8])
async def test_killed_between_the_parts_of_a_card_no_part_comes_twice(
    start: Start, monkeypatch: pytest.MonkeyPatch, call: int
) -> None:
    chat = await start(WithHistory)
    expected = await put_everywhere(chat)
    await killed_at(chat, monkeypatch, posting, "write", call)
    assert len(seen(chat)) < len(expected)
    await chat.restart()
    await chat.pass_time(timedelta(minutes=10))
    await at_rest(chat)
    found = seen(chat)
    assert all(count == 1 for count in found.values())
    assert to_people(found) == to_people(expected)


@pytest.mark.parametrize("kind", [SlackChat, SlackOverHttp], ids=["socket", "http"])
async def test_buttons_and_forms_work_after_a_restart_at_every_step(
    start: Start, kind: type[SlackChat]
) -> None:
    chat = await start(kind)
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


def changed(chat: SlackChat) -> list[Request]:
    """Return the bot's changes to messages."""
    return chat.fake.traffic.of(UPDATE)


async def test_counters_go_on_counting_after_a_restart(chat: SlackChat) -> None:
    await shared(chat)
    await chat.press(BEN, "I've been there")
    await chat.restart()
    assert not changed(chat)
    await chat.settle()
    assert len(changed(chat)) == 1, "what was counted before is shown after it"
    await chat.restart()
    await chat.press(HANA, "I've been there")
    await chat.settle()
    (post,) = await chat.room(ANA)
    assert any("2" in label for label in post.buttons)
    assert f"{changed(chat)[-1].body['channel']}/{changed(chat)[-1].body['ts']}" == post.id


async def test_the_home_and_what_is_open_from_it_work_after_a_restart(chat: SlackChat) -> None:
    ana = chat.people[ANA]
    await chat.done(ana.open_home())
    await chat.restart()
    await chat.done(ana.press_home("Share a rejection"))
    await chat.restart()
    await chat.done(ana.submit(TYPED))
    await chat.restart()
    await chat.done(ana.press_modal("Change it"))
    await chat.restart()
    await chat.done(ana.submit({"happened": "Changed after a restart."}))
    await chat.restart()
    await chat.done(ana.press_modal("Post now"))
    await chat.settle()
    assert "Changed after a restart." in (await chat.room(BEN))[0].text
    assert not await chat.private(ANA)


@pytest.mark.parametrize("kind", [SlackChat, SlackOverHttp], ids=["socket", "http"])
async def test_the_bot_stops_only_when_what_it_answers_is_answered(
    start: Start, kind: type[SlackChat]
) -> None:
    chat = await start(kind)
    gate = Gate(chat)
    doing = asyncio.ensure_future(chat.people[ANA].use(chat.support, "/privacy"))
    while not chat.app.desk._under_way:
        await asyncio.sleep(0.001)
    again = asyncio.ensure_future(chat.restart())
    await asyncio.sleep(0.02)
    assert not again.done()
    gate.open()
    outcome = await doing
    await again
    assert outcome.acked
    assert outcome.body["response_type"] == "ephemeral"


async def test_what_waits_when_the_bot_stops_goes_out_when_it_is_back(chat: SlackChat) -> None:
    await chat.say(ANA, "/rejection")
    await chat.submit(ANA, **TYPED)
    await chat.press(ANA, "Post some time")
    assert await waiting(chat)
    await chat.restart()
    await chat.pass_time(timedelta(hours=1))
    assert len(await chat.room(BEN)) == 1
    await replied(chat)
    assert len(await chat.room(ANA)) == 2
    assert len(chat.fake.traffic.of(POST)) == 3
