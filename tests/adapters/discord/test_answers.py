"""Answers in three seconds: told to wait, answered later, in private, whatever is done."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable
from typing import Any

import pytest

from bot.context import Context
from bot.platform import Event, Responder
from bot.ui import Card
from bot.words import Ours
from cogs.share.words import Rejection
from tests.adapters.discord.tools import (
    CALLBACK,
    Gate,
    answered,
    assert_knows_nobody,
    events,
    long_card,
    said,
)
from tests.contract.chat import ANA, BEN
from tests.contract.discord import DiscordChat
from tests.contract.steps import TYPED, shared

Hurry = Callable[[], None]


async def replies(event: Event, responder: Responder) -> None:
    await responder.reply(said("Here it is."))


async def updates(event: Event, responder: Responder) -> None:
    await responder.update(said("Changed."))


async def nothing(event: Event, responder: Responder) -> None:
    pass


async def test_a_slow_command_is_told_to_wait_and_answered_later_in_private(
    chat: DiscordChat, hurry: Hurry
) -> None:
    hurry()
    ana, gate = chat.people[ANA], Gate(chat, replies)
    outcome = await ana.use(chat.support, "comeback")
    assert outcome.kind == "deferred"
    (waiting,) = ana.private()
    assert waiting.thinking
    assert waiting.ephemeral
    gate.open()
    await answered(chat)
    (seen,) = ana.private()
    assert (seen.id, seen.words, seen.thinking) == (waiting.id, "Here it is.", False)
    assert chat.people[BEN].messages(chat.support) == []


async def test_a_slow_press_on_a_private_message_changes_that_message_later(
    chat: DiscordChat, hurry: Hurry
) -> None:
    await chat.say(ANA, "/privacy")
    hurry()
    ana, gate = chat.people[ANA], Gate(chat, updates)
    (page,) = ana.private()
    outcome = await ana.press(page, page.buttons[0].custom_id)
    assert outcome.kind == "deferred update"
    gate.open()
    await answered(chat)
    (now,) = ana.private()
    assert (now.id, now.words) == (page.id, "Changed.")


async def test_a_slow_press_in_the_room_leaves_the_room_alone_and_is_answered_in_private(
    chat: DiscordChat, hurry: Hurry
) -> None:
    await shared(chat)
    before = await chat.room(BEN)
    hurry()
    ben, gate = chat.people[BEN], Gate(chat, updates)
    outcome = await ben.press(before[0].id, "I've been there")
    assert outcome.kind == "deferred update"
    assert ben.private() == []
    gate.open()
    await answered(chat)
    (seen,) = ben.private()
    assert (seen.words, seen.ephemeral) == ("Changed.", True)
    assert await chat.room(BEN) == before


async def test_a_slow_submit_is_told_to_wait_and_answered_later(
    chat: DiscordChat, hurry: Hurry
) -> None:
    ana = chat.people[ANA]
    await chat.say(ANA, "/rejection")
    hurry()
    gate = Gate(chat)
    outcome = await ana.submit(**{**TYPED, "stage": ["final"], "need": ["listen"]})
    assert outcome.kind == "deferred"
    assert ana.private()[-1].thinking
    gate.open()
    await answered(chat)
    (preview,) = ana.private()
    assert TYPED["happened"] in preview.words


async def test_a_slow_submit_of_a_form_from_the_room_is_answered_in_private(
    chat: DiscordChat, hurry: Hurry
) -> None:
    await shared(chat)
    ben = chat.people[BEN]
    await chat.press(BEN, "Write to them")
    hurry()
    gate = Gate(chat)
    outcome = await ben.submit(words="I sat there too.")
    assert outcome.kind == "deferred update"
    gate.open()
    await answered(chat)
    (seen,) = ben.private()
    assert "Your words are going up" in seen.words
    await chat.settle()
    assert len(await chat.room(ANA)) == 2


@pytest.mark.parametrize("defer_after", [0.0, 60.0])
async def test_a_handler_that_says_nothing_leaves_nothing_on_the_screen(
    chat: DiscordChat, monkeypatch: pytest.MonkeyPatch, defer_after: float
) -> None:
    await shared(chat)
    (post,) = await chat.room(BEN)
    monkeypatch.setattr("bot.adapters.discord.desk.DEFER_AFTER", defer_after)
    monkeypatch.setattr(chat.bot, "handle", nothing)
    ben = chat.people[BEN]
    command = await ben.use(chat.support, "comeback")
    press = await ben.press(post.id, "I've been there")
    await answered(chat)
    assert (command.text, press.text) == ("", "")
    assert (command.kind, press.kind) == ("deferred", "deferred update")
    assert ben.private() == []
    assert await chat.room(BEN) == [post]


async def test_a_quick_answer_is_never_followed_by_a_deferral(
    chat: DiscordChat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.adapters.discord.desk.DEFER_AFTER", 0.02)
    monkeypatch.setattr(chat.bot, "handle", replies)
    chat.fake.traffic.clear()
    await chat.say(ANA, "/comeback")
    await asyncio.sleep(0.05)
    (first,) = chat.fake.traffic.of(*CALLBACK)
    assert first.body["type"] == 4


async def test_an_update_after_a_deferral_may_take_several_messages(
    chat: DiscordChat, hurry: Hurry
) -> None:
    async def at_length(event: Event, responder: Responder) -> None:
        await responder.update(long_card("part"))

    await chat.say(ANA, "/privacy")
    hurry()
    ana, gate = chat.people[ANA], Gate(chat, at_length)
    (page,) = ana.private()
    await ana.press(page, page.buttons[0].custom_id)
    gate.open()
    await answered(chat)
    words = [one.words for one in ana.private()]
    assert [text.count("part") for text in words] == [3, 2, 1], "the title stands in the first"
    assert ana.private()[0].id == page.id


async def test_several_answers_are_all_private(chat: DiscordChat) -> None:
    async def talks(event: Event, responder: Responder) -> None:
        for number in range(3):
            await responder.reply(said(f"Number {number}."))

    chat.bot.handle = talks  # type: ignore[method-assign]
    await chat.say(ANA, "/comeback")
    assert [one.text for one in await chat.private(ANA)] == ["Number 0.", "Number 1.", "Number 2."]
    assert all(one.private for one in await chat.private(ANA))


async def test_a_form_that_can_no_longer_open_is_a_sentence(
    chat: DiscordChat, hurry: Hurry
) -> None:
    hurry()
    gate = Gate(chat)
    outcome = await chat.people[ANA].use(chat.support, "rejection", happened="some words")
    assert outcome.kind == "deferred"
    gate.open()
    await answered(chat)
    assert await chat.form(ANA) is None
    assert (await chat.last(ANA)).text == "That took too long to open. Press it once more."


@pytest.mark.faults
async def test_a_form_is_never_the_answer_to_a_form(
    chat: DiscordChat, monkeypatch: pytest.MonkeyPatch, log_lines: io.StringIO
) -> None:
    async def preview(self: Any, ctx: Context, form: Rejection) -> None:
        await self.start(ctx)

    await chat.say(ANA, "/rejection")
    monkeypatch.setattr(type(chat.bot.cogs["share"]), "preview", preview)
    await chat.submit(ANA, **TYPED)
    assert await chat.form(ANA) is None
    assert "Something broke on our side" in (await chat.last(ANA)).text
    (fault,) = events(log_lines, "event.failed")
    assert "Refused" in fault["raised"]
    assert [one.body["type"] for one in chat.fake.traffic.of(*CALLBACK)] == [9, 4]
    assert_knows_nobody(log_lines, chat, TYPED["happened"])


@pytest.mark.faults
@pytest.mark.parametrize("deferred", [False, True])
async def test_a_fault_before_the_handler_is_a_sentence_and_no_silence(
    chat: DiscordChat, monkeypatch: pytest.MonkeyPatch, log_lines: io.StringIO, deferred: bool
) -> None:
    go = asyncio.Event()
    if deferred:
        monkeypatch.setattr("bot.adapters.discord.desk.DEFER_AFTER", 0.0)
    else:
        go.set()

    async def away(*args: object) -> None:
        await go.wait()
        raise ConnectionError(chat.person(ANA))

    monkeypatch.setattr(chat.client.desk, "_spaces", away)
    ana = chat.people[ANA]
    outcome = await ana.use(chat.support, "comeback")
    go.set()
    await answered(chat)
    assert outcome.text == ""
    (seen,) = ana.private()
    assert not seen.thinking
    (fault,) = events(log_lines, "discord.not_answered")
    assert seen.words == (
        "Something broke on our side, and it is written down. "
        f"If you ask about it, say {fault['ticket']}."
    )
    assert_knows_nobody(log_lines, chat)


async def test_a_card_without_words_can_be_an_answer(chat: DiscordChat) -> None:
    async def shows(event: Event, responder: Responder) -> None:
        await responder.reply(Card(title=Ours("Only a title")))

    chat.bot.handle = shows  # type: ignore[method-assign]
    await chat.say(ANA, "/comeback")
    assert (await chat.last(ANA)).text == "Only a title"
