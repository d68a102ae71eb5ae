"""What goes wrong between the bot and Discord while somebody waits for an answer."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable
from typing import Any

import pytest

from bot.platform import Event, Responder
from tests.adapters.discord.tools import (
    CALLBACK,
    HOOK,
    ORIGINAL,
    Gate,
    answered,
    assert_knows_nobody,
    events,
    said,
)
from tests.contract.chat import ANA, BEN
from tests.contract.discord import DiscordChat
from tests.contract.steps import TYPED, shared
from tests.fakes.discord.interactions import Interaction

Hurry = Callable[[], None]


async def talks(event: Event, responder: Responder) -> None:
    """Answer twice, and then open a form as nobody can."""
    await responder.reply(said("First."))
    await responder.reply(said("Second."))


def told(log: io.StringIO, name: str = "discord.too_late") -> list[str]:
    """Return the kinds that were logged."""
    return [line["kind"] for line in events(log, name)]


async def previewed(chat: DiscordChat) -> None:
    """Let Ana write a draft."""
    await chat.say(ANA, "/rejection")
    await chat.submit(ANA, **TYPED)


def answered_elsewhere(chat: DiscordChat) -> None:
    """Let another process of the bot answer everything first."""
    send = chat.fake.interactions.send

    async def answer(interaction: Interaction) -> None:
        interaction.answer = 5
        interaction.answered.set()
        await send(interaction)

    chat.fake.interactions.send = answer  # type: ignore[method-assign]


async def test_a_share_is_posted_although_its_answer_came_too_late(
    chat: DiscordChat, log_lines: io.StringIO
) -> None:
    await previewed(chat)
    ana, gate = chat.people[ANA], Gate(chat)
    chat.fake.interactions.deadline = 0.05
    outcome = await ana.press(ana.private()[-1], "Post now")
    assert outcome.text == "The application did not respond"
    gate.open()
    await answered(chat)
    await chat.settle()
    assert len(await chat.room(BEN)) == 1
    assert told(log_lines) == ["three seconds"]
    assert_knows_nobody(log_lines, chat, TYPED["happened"])


async def test_an_answer_after_a_quarter_of_an_hour_is_too_late_and_said_once(
    chat: DiscordChat, hurry: Hurry, log_lines: io.StringIO
) -> None:
    hurry()
    gate = Gate(chat, talks)
    await chat.people[ANA].use(chat.support, "comeback")
    chat.fake.clock.forward(15 * 60 + 1)
    gate.open()
    await answered(chat)
    assert told(log_lines) == ["fifteen minutes"]
    assert_knows_nobody(log_lines, chat)


@pytest.mark.parametrize(
    ("code", "kind"), [(10015, "fifteen minutes"), (50027, "fifteen minutes")]
)
async def test_a_follow_up_that_is_refused_is_logged_once_and_ends_it(
    chat: DiscordChat, log_lines: io.StringIO, code: int, kind: str
) -> None:
    chat.bot.handle = talks  # type: ignore[method-assign]
    chat.fake.faults.answer(*HOOK, code=code, times=None)
    await chat.say(ANA, "/comeback")
    assert [seen.text for seen in await chat.private(ANA)] == ["First."]
    assert told(log_lines) == [kind]


@pytest.mark.parametrize(
    ("code", "kind", "shown"),
    [(10062, "three seconds", []), (40060, "answered before", ["First.", "Second."])],
)
async def test_a_first_answer_that_is_refused_is_logged_once(
    chat: DiscordChat, log_lines: io.StringIO, code: int, kind: str, shown: list[str]
) -> None:
    """Another process may have answered: what this one says follows that."""
    chat.bot.handle = talks  # type: ignore[method-assign]
    chat.fake.faults.answer(*CALLBACK, code=code, times=None)
    chat.fake.interactions.deadline = 0.5
    if code == 40060:
        answered_elsewhere(chat)
    await chat.say(ANA, "/comeback")
    await chat.fake.until(lambda: len(chat.fake.traffic.of(*HOOK)) == len(shown))
    await answered(chat)
    assert [seen.text for seen in await chat.private(ANA)] == shown
    assert told(log_lines) == [kind]
    assert_knows_nobody(log_lines, chat)


@pytest.mark.parametrize("fault", ["lose", "drop", "500", "503"])
async def test_a_first_answer_comes_once_whatever_happens_on_the_way(
    chat: DiscordChat, fault: str
) -> None:
    faults = chat.fake.faults
    if fault.isdigit():
        faults.server_error(*CALLBACK, int(fault))
    else:
        getattr(faults, fault)(*CALLBACK)
    await chat.say(ANA, "/privacy")
    (page,) = await chat.private(ANA)
    assert page.buttons


@pytest.mark.parametrize("fault", ["lose", "drop", "500"])
async def test_a_form_opens_whatever_happens_on_the_way(chat: DiscordChat, fault: str) -> None:
    faults = chat.fake.faults
    break_it: Any = faults.server_error if fault == "500" else getattr(faults, fault)
    break_it(*CALLBACK)
    await chat.say(ANA, "/rejection")
    assert await chat.form(ANA) is not None
    break_it(*CALLBACK)
    await chat.submit(ANA, **TYPED)
    break_it(*CALLBACK)
    await chat.press(ANA, "Post now")
    await chat.settle()
    assert len(await chat.room(BEN)) == 1
    (last,) = await chat.private(ANA)
    assert "It is going up now" in last.text


@pytest.mark.parametrize("fault", ["lose", "drop", "500"])
async def test_waiting_that_is_lost_on_the_way_leaves_one_answer(
    chat: DiscordChat, hurry: Hurry, fault: str
) -> None:
    hurry()
    faults = chat.fake.faults
    break_it: Any = faults.server_error if fault == "500" else getattr(faults, fault)
    break_it(*CALLBACK)
    gate = Gate(chat, talks)
    outcome = await chat.people[ANA].use(chat.support, "comeback")
    assert outcome.kind == "deferred"
    gate.open()
    await answered(chat)
    assert [one.words for one in chat.people[ANA].private()] == ["First.", "Second."]


async def test_waiting_that_never_arrives_takes_no_answer_away(
    chat: DiscordChat, hurry: Hurry
) -> None:
    hurry()
    chat.fake.faults.drop(*CALLBACK, times=2)
    gate = Gate(chat, talks)
    doing = asyncio.ensure_future(chat.people[ANA].use(chat.support, "comeback"))
    await chat.fake.until(lambda: not chat.fake.faults.active)
    await chat.fake.until(lambda: len(chat.fake.traffic.of(*CALLBACK)) == 2)
    gate.open()
    assert (await doing).kind == "message"
    await answered(chat)
    assert [one.words for one in chat.people[ANA].private()] == ["First.", "Second."]


@pytest.mark.parametrize("fault", ["lose", "drop"])
async def test_a_change_of_a_message_is_lost_and_made_again(
    chat: DiscordChat, hurry: Hurry, fault: str
) -> None:
    await chat.say(ANA, "/privacy forget")
    hurry()
    gate = Gate(chat)
    ana = chat.people[ANA]
    getattr(chat.fake.faults, fault)("PATCH", ORIGINAL)
    await ana.press(ana.private()[-1], "No, leave it")
    gate.open()
    await answered(chat)
    (seen,) = ana.private()
    assert not seen.buttons


async def test_a_lost_follow_up_is_rather_shown_twice_than_never(chat: DiscordChat) -> None:
    chat.bot.handle = talks  # type: ignore[method-assign]
    chat.fake.faults.lose(*HOOK)
    await chat.say(ANA, "/comeback")
    assert [seen.text for seen in await chat.private(ANA)] == ["First.", "Second.", "Second."]
    chat.fake.faults.drop(*HOOK)
    await chat.say(BEN, "/comeback")
    assert [seen.text for seen in await chat.private(BEN)] == ["First.", "Second."]


@pytest.mark.parametrize("fault", ["drop", "500"])
async def test_the_flow_goes_on_when_no_answer_gets_through(
    chat: DiscordChat, log_lines: io.StringIO, fault: str
) -> None:
    await previewed(chat)
    ana, faults = chat.people[ANA], chat.fake.faults
    chat.fake.interactions.deadline = 0.5
    if fault == "500":
        faults.server_error(*CALLBACK, times=None)
    else:
        faults.drop(*CALLBACK, times=None)
    await ana.press(ana.private()[-1], "Post now")
    await answered(chat)
    faults.clear()
    await chat.settle()
    assert len(await chat.room(BEN)) == 1
    assert told(log_lines, "discord.answer_lost")
    assert not told(log_lines)
    assert_knows_nobody(log_lines, chat, TYPED["happened"])


async def test_an_answer_after_a_lost_one_still_gets_through(chat: DiscordChat) -> None:
    """Twice nothing got through: what follows must not take that for an answer."""
    chat.bot.handle = talks  # type: ignore[method-assign]
    chat.fake.faults.drop(*CALLBACK, times=2)
    await chat.say(ANA, "/comeback")
    assert [seen.text for seen in await chat.private(ANA)] == ["Second."]


@pytest.mark.faults
async def test_an_answer_discord_does_not_take_is_a_fault_of_ours_and_a_sentence(
    chat: DiscordChat, log_lines: io.StringIO
) -> None:
    chat.fake.faults.answer(
        *CALLBACK, status=400, code=50035, body={"message": "!", "code": 50035}
    )
    chat.bot.handle = talks  # type: ignore[method-assign]
    await chat.say(ANA, "/comeback")
    (seen,) = await chat.private(ANA)
    assert "Something broke on our side" in seen.text
    assert len(events(log_lines, "discord.not_answered")) == 1
    assert_knows_nobody(log_lines, chat)


async def test_a_rush_of_presses_is_answered_each_in_time(chat: DiscordChat) -> None:
    await shared(chat)
    chat.fake.rates.as_discord()
    (post,) = await chat.room(BEN)
    people = [chat.fake.person(f"reader-{n}", chat.guild) for n in range(20)]
    outcomes = await asyncio.gather(*(one.press(post.id, "I've been there") for one in people))
    await answered(chat)
    assert {outcome.kind for outcome in outcomes} == {"deferred update"}
    chat.fake.traffic.clear()
    await chat.settle()
    patches = [one for one in chat.fake.traffic.requests if one.method == "PATCH"]
    assert len(patches) == 1
    assert "I've been there · 20" in (await chat.room(BEN))[0].buttons
