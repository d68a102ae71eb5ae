"""Answers: to one person alone, in the right place, in order, and in time or said to be late."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable
from typing import Any

import pytest

from bot.platform import Event, Responder
from bot.ui import Button, Card
from bot.words import Ours
from tests.adapters.slack.tools import (
    HOOK,
    OPEN_DM,
    WHISPER,
    Gate,
    answered,
    assert_knows_nobody,
    events,
    long_card,
    said,
)
from tests.contract.chat import ANA, BEN
from tests.contract.slack import SlackChat
from tests.contract.steps import TYPED, replied, shared

Hurry = Callable[[], None]
HALF_AN_HOUR = 30 * 60 + 1


async def replies(event: Event, responder: Responder) -> None:
    """Answer once."""
    await responder.reply(said("Here it is."))


async def replies_late(event: Event, responder: Responder) -> None:
    """Answer after the acknowledgment, where there is a hurry."""
    await asyncio.sleep(0.01)
    await responder.reply(said("Here it is."))


async def updates(event: Event, responder: Responder) -> None:
    """Answer in the place of what was pressed."""
    await responder.update(said("Changed."))


async def talks(event: Event, responder: Responder) -> None:
    """Answer more often than Slack's address can be used."""
    for number in range(7):
        assert await responder.reply(said(f"Number {number}."))


async def at_length(event: Event, responder: Responder) -> None:
    """Answer with what takes three messages."""
    await responder.reply(long_card("part"))
    await responder.reply(said("The end."))


async def many_buttons(event: Event, responder: Responder) -> None:
    """Answer with as many buttons as a card takes."""
    buttons = tuple(Button(Ours(f"Button {n}"), f"x.y:{n}") for n in range(25))
    await responder.reply(Card(text=Ours("Choose."), buttons=buttons))


def answers(chat: SlackChat, handler: Any) -> None:
    """Let a handler answer everything."""
    chat.bot.handle = handler  # type: ignore[method-assign]


def words(chat: SlackChat, who: str) -> list[str]:
    """Return what only one person sees."""
    return [one.words for one in chat.people[who].private()]


def elsewhere(chat: SlackChat) -> Any:
    """Return a channel the bot is not in, with Ana in it."""
    channel = chat.fake.channel(chat.workspace, "elsewhere", bot=False)
    chat.people[ANA].join(channel)
    return channel


async def test_the_one_answer_to_a_command_is_its_acknowledgment(chat: SlackChat) -> None:
    answers(chat, replies)
    outcome = await chat.people[ANA].use(chat.support, "/comeback")
    assert outcome.body["response_type"] == "ephemeral"
    await answered(chat)
    assert words(chat, ANA) == ["Here it is."]
    assert chat.fake.traffic.of(HOOK) == chat.fake.traffic.of(WHISPER) == []
    assert chat.people[BEN].messages(chat.support) == []


async def test_several_answers_come_in_order_and_all_in_private(chat: SlackChat) -> None:
    answers(chat, at_length)
    await chat.say(ANA, "/comeback")
    told = words(chat, ANA)
    assert [text.count("part") for text in told] == [3, 2, 1, 0], "the title stands in the first"
    assert told[-1] == "The end."
    assert chat.people[BEN].messages(chat.support) == []


@pytest.mark.parametrize("inside", [True, False])
async def test_an_address_that_is_used_up_ends_no_conversation(
    chat: SlackChat, inside: bool
) -> None:
    """In a channel without the bot the rest is told in the direct messages."""
    answers(chat, talks)
    await chat.say_in(chat.support if inside else elsewhere(chat), ANA, "/comeback")
    assert words(chat, ANA) == [f"Number {number}." for number in range(7)]
    assert len([one for one in chat.fake.traffic.of(HOOK) if one.status == 200]) == 5
    assert len(chat.fake.traffic.of(OPEN_DM)) == (0 if inside else 1)
    assert all(one.ephemeral for one in chat.people[ANA].private())
    assert await chat.inbox(ANA) == []


@pytest.mark.parametrize("inside", [True, False])
async def test_an_answer_after_half_an_hour_is_whispered(
    chat: SlackChat, hurry: Hurry, inside: bool, log_lines: io.StringIO
) -> None:
    hurry()
    gate = Gate(chat, replies)
    place = chat.support if inside else elsewhere(chat)
    outcome = await chat.people[ANA].use(place, "/comeback")
    assert not outcome.body
    chat.fake.clock.forward(HALF_AN_HOUR)
    gate.open()
    await answered(chat)
    assert words(chat, ANA) == ["Here it is."]
    assert len(chat.fake.traffic.of(HOOK)) == 1
    assert events(log_lines, "slack.too_late")
    assert_knows_nobody(log_lines, chat)


FAULTS: dict[str, Callable[[Any], Any]] = {
    "lose": lambda faults: faults.lose(HOOK),
    "drop": lambda faults: faults.drop(HOOK),
    "500": lambda faults: faults.answer(HOOK, status=500, body="no"),
    "limited": lambda faults: faults.limit(HOOK, 1),
}


async def test_an_answer_gets_through_whatever_happens_on_the_way(
    chat: SlackChat, hurry: Hurry
) -> None:
    """A private message shown twice is better than none."""
    answers(chat, replies_late)
    hurry()
    for number, (name, break_it) in enumerate(FAULTS.items(), 1):
        break_it(chat.fake.faults)
        await chat.say(ANA, "/comeback")
        assert len(words(chat, ANA)) == number + 1, name  # the lost one stands there twice
        assert not chat.fake.faults.active
    for kind in (HOOK, WHISPER):
        chat.fake.faults.drop(kind, times=None)
    arrived: list[bool] = []

    async def asks(event: Event, responder: Responder) -> None:
        await asyncio.sleep(0.01)
        arrived.append(await responder.reply(said("Nobody sees it.")))

    answers(chat, asks)
    await chat.say(ANA, "/comeback")
    assert arrived == [False]


async def test_what_is_pressed_in_a_thread_is_answered_there(chat: SlackChat) -> None:
    await shared(chat)
    await replied(chat)
    answers(chat, replies)
    reply = (await chat.room(ANA))[-1]
    ana = chat.people[ANA]
    await chat.done(ana.press_raw("x.y", on=chat._looked[reply]))
    seen = ana.private()[-1]
    assert (seen.words, seen.ephemeral) == ("Here it is.", True)
    assert f"{seen.channel}/{seen.thread_ts}" == reply.under
    chat.fake.faults.answer(HOOK, status=404, body="expired_url", times=None)
    await chat.done(ana.press_raw("x.y", on=chat._looked[reply]))
    whispered = ana.private()[-1]
    assert whispered.ts != seen.ts
    assert whispered.thread_ts == seen.thread_ts


async def test_an_update_changes_what_only_this_person_sees_and_nothing_else(
    chat: SlackChat,
) -> None:
    await shared(chat)
    await chat.say(BEN, "/privacy")
    ben = chat.people[BEN]
    (page,) = ben.private()
    answers(chat, updates)
    await chat.done(ben.press(page, page.buttons[0].action_id))
    assert [(one.ts, one.words) for one in ben.private()] == [(page.ts, "Changed.")]
    before = await chat.room(ANA)
    await chat.press(BEN, "I've been there", on=before[0])
    assert words(chat, BEN) == ["Changed.", "Changed."]
    assert await chat.room(ANA) == before
    assert chat.fake.urls.replaced == []


async def test_an_update_in_several_parts_begins_in_the_place_of_what_was_pressed(
    chat: SlackChat,
) -> None:
    async def changes(event: Event, responder: Responder) -> None:
        await responder.update(long_card("part"))

    await chat.say(ANA, "/privacy")
    ana = chat.people[ANA]
    (page,) = ana.private()
    answers(chat, changes)
    await chat.done(ana.press(page, page.buttons[0].action_id))
    assert [text.count("part") for text in words(chat, ANA)] == [3, 2, 1]
    assert ana.private()[0].ts == page.ts


async def test_an_update_whose_address_expired_is_told_below(
    chat: SlackChat, hurry: Hurry
) -> None:
    await chat.say(ANA, "/privacy")
    (page,) = chat.people[ANA].private()
    hurry()
    gate = Gate(chat, updates)
    await chat.people[ANA].press(page, page.buttons[0].action_id)
    chat.fake.clock.forward(HALF_AN_HOUR)
    gate.open()
    await answered(chat)
    assert words(chat, ANA)[1:] == ["Changed."]


async def test_a_command_works_where_the_bot_is_not(chat: SlackChat) -> None:
    place = elsewhere(chat)
    await chat.say_in(place, ANA, "/privacy")
    assert (await chat.last(ANA)).buttons
    await chat.say_in(place, ANA, "/rejection")
    await chat.submit(ANA, **TYPED)
    await chat.press(ANA, "Post now")
    await chat.settle()
    assert len(await chat.room(BEN)) == 1
    assert {one.channel for one in chat.people[ANA].private()} == {place["id"]}


async def test_a_card_takes_all_its_buttons_in_one_block(chat: SlackChat) -> None:
    answers(chat, many_buttons)
    await chat.say(ANA, "/comeback")
    assert len((await chat.last(ANA)).buttons) == 25
    (shown,) = chat.people[ANA].private()
    assert sum(block["type"] == "actions" for block in shown.blocks) == 1


async def test_nothing_is_shown_where_nothing_is_answered(chat: SlackChat) -> None:
    async def nothing(event: Event, responder: Responder) -> None:
        pass

    await shared(chat)
    answers(chat, nothing)
    before = await chat.room(BEN)
    await chat.say(BEN, "/comeback")
    await chat.press(BEN, "I've been there")
    assert words(chat, BEN) == []
    assert await chat.room(BEN) == before


@pytest.mark.faults
@pytest.mark.parametrize("late", [False, True])
async def test_a_fault_before_the_bot_could_take_it_is_a_sentence_with_a_ticket(
    chat: SlackChat, hurry: Hurry, log_lines: io.StringIO, late: bool
) -> None:
    async def breaks(event: Event, responder: Responder) -> None:
        raise ConnectionError(chat.person(ANA))

    if late:
        hurry()
    gate = Gate(chat, breaks)
    gate.open()
    await chat.say(ANA, "/comeback")
    (fault,) = events(log_lines, "slack.not_answered")
    assert words(chat, ANA) == [
        "Something broke on our side, and it is written down. "
        f"If you ask about it, say {fault['ticket']}."
    ]
    assert_knows_nobody(log_lines, chat)


@pytest.mark.faults
async def test_an_answer_slack_does_not_take_is_a_fault_of_ours_and_a_sentence(
    chat: SlackChat, hurry: Hurry, log_lines: io.StringIO
) -> None:
    chat.fake.faults.answer(HOOK, status=404, body={"ok": False, "error": "invalid_blocks"})
    answers(chat, replies_late)
    hurry()
    await chat.say(ANA, "/comeback")
    assert "Something broke on our side" in (await chat.last(ANA)).text
    assert_knows_nobody(log_lines, chat)
