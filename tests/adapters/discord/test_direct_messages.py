"""Direct messages: a channel is opened once, a closed one holds what waits, Discord is obeyed."""

from __future__ import annotations

import asyncio
import io
from datetime import timedelta
from typing import Any

import pytest

from bot.adapters.discord import create, examine, logged_in
from tests.adapters.discord.tools import (
    OPEN_DM,
    assert_knows_nobody,
    at_rest,
    events,
    later,
    posted,
    said,
    states,
    waiting,
)
from tests.contract.chat import ANA, BEN, HANA
from tests.contract.discord import DiscordChat
from tests.contract.steps import replied, shared

STOPS = {
    40003: (timedelta(minutes=30), "too fast"),
    20026: (timedelta(days=1), "quarantined"),
}


async def tell(chat: DiscordChat, who: str, words: str) -> None:
    """Put a direct message on its way."""
    async with chat.bot.transaction():
        await chat.bot.tell(await chat.member(chat.person(who)), said(words))


async def test_a_channel_is_opened_once(chat: DiscordChat) -> None:
    for number in range(3):
        await tell(chat, ANA, f"number {number}")
    await chat.settle()
    await tell(chat, ANA, "number 3")
    await chat.settle()
    assert len(chat.fake.traffic.of(*OPEN_DM)) == 1
    assert [one.text for one in await chat.inbox(ANA)] == [f"number {n}" for n in range(4)]


async def test_everybody_has_a_channel_of_their_own(chat: DiscordChat) -> None:
    for who in (ANA, BEN, HANA):
        await tell(chat, who, f"for {who}")
    await chat.settle()
    for who in (ANA, BEN, HANA):
        assert [one.text for one in await chat.inbox(who)] == [f"for {who}"]


@pytest.mark.parametrize("leaves", [False, True])
async def test_who_cannot_be_written_to_reads_it_on_their_page(
    chat: DiscordChat, leaves: bool
) -> None:
    await shared(chat)
    ana = chat.people[ANA]
    if leaves:
        chat.fake.world.remove_member(chat.guild, ana.id)  # 50278
    else:
        await chat.close_inbox(ANA)  # 50007
    await replied(chat, "Held for her.")
    await chat.pass_time(timedelta(hours=1))
    assert (await states(chat))["held"] == 1
    if leaves:
        chat.fake.world.add_member(chat.guild, ana.user)
    await chat.say(ANA, "/comeback")
    await chat.press(ANA, "Read it here")
    assert any("Held for her." in seen.text for seen in await chat.private(ANA))
    assert len(await chat.inbox(ANA)) == 1


@pytest.mark.parametrize("code", STOPS)
async def test_at_the_first_sign_nothing_more_is_opened(
    chat: DiscordChat, log_lines: io.StringIO, code: int
) -> None:
    pause, kind = STOPS[code]
    people = [chat.fake.person(f"one-{n}", chat.guild) for n in range(8)]
    fault = chat.fake.faults.answer(*OPEN_DM, code=code, times=None)
    async with chat.bot.transaction():
        for person in people:
            await chat.bot.tell(await chat.member(person.id), said("Hello."))
    await chat.settle()
    assert len(chat.fake.traffic.of(*OPEN_DM)) == 1, "the others did not even ask"
    await chat.pass_time(pause - timedelta(minutes=2))
    assert len(chat.fake.traffic.of(*OPEN_DM)) == 1
    assert len(await waiting(chat)) == 8
    chat.fake.faults.clear(fault)
    await chat.pass_time(timedelta(minutes=3))
    assert [len(person.inbox()) for person in people] == [1] * 8
    (paused,) = events(log_lines, "discord.opening_paused")
    assert (paused["kind"], paused["seconds"]) == (kind, pause.total_seconds())
    assert_knows_nobody(log_lines, chat)


@pytest.mark.parametrize("code", STOPS)
async def test_whose_channel_is_known_is_still_written_to(chat: DiscordChat, code: int) -> None:
    await tell(chat, ANA, "Before.")
    await chat.settle()
    chat.fake.faults.answer(*OPEN_DM, code=code, times=None)
    await tell(chat, BEN, "To a stranger.")
    await tell(chat, ANA, "To somebody known.")
    await chat.settle()
    assert [one.text for one in await chat.inbox(ANA)] == ["Before.", "To somebody known."]
    assert await chat.inbox(BEN) == []


async def test_a_restart_does_not_forget_the_pause(chat: DiscordChat) -> None:
    chat.fake.faults.opening_too_fast()
    await tell(chat, ANA, "Hello.")
    await chat.settle()
    await chat.restart()
    await chat.pass_time(timedelta(minutes=20))
    assert len(chat.fake.traffic.of(*OPEN_DM)) == 1
    await chat.pass_time(timedelta(minutes=15))
    assert len(chat.fake.traffic.of(*OPEN_DM)) == 2
    assert len(await chat.inbox(ANA)) == 1


async def test_only_so_many_new_ones_as_discord_lets_and_all_of_them_in_the_end(
    chat: DiscordChat,
) -> None:
    chat.fake.rates.new_dms = (3, 600.0)
    people = [chat.fake.person(f"one-{n}", chat.guild) for n in range(10)]
    async with chat.bot.transaction():
        for person in people:
            await chat.bot.tell(await chat.member(person.id), said("Hello."))
    await at_rest(chat, timedelta(minutes=31))
    assert [len(person.inbox()) for person in people] == [1] * 10
    refused = [one for one in chat.fake.traffic.of(*OPEN_DM) if one.status == 403]
    assert len(refused) == 3, "one for each pause"


async def test_the_doctor_says_until_when_nothing_is_opened(chat: DiscordChat) -> None:
    chat.fake.faults.quarantined()
    await tell(chat, ANA, "Hello.")
    await chat.settle()
    assert "none is opened until 24 November" in await doctors_words(chat)
    chat.fake.faults.clear()
    await chat.pass_time(timedelta(days=1, minutes=1))
    assert "none is opened" not in await doctors_words(chat)


async def doctors_words(chat: DiscordChat) -> str:
    """Return all that ``comeback doctor`` says of Discord."""
    client = create(chat.house.settings, chat.bot)
    puts = chat.fake.commands.puts
    async with logged_in(client, chat.house.settings, looks_only=True):
        found = await examine(client)
    chat.house.platforms["discord"] = chat.client.platform
    assert chat.fake.commands.puts == puts
    return "\n".join(one.text for one in found)


async def test_nobody_else_waits_while_one_channel_is_opened(
    chat: DiscordChat, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def create_dm(user: Any) -> Any:
        await opens.wait()
        return await original(user)

    await tell(chat, ANA, "Before.")
    await chat.settle()
    opens, original = asyncio.Event(), chat.client.create_dm
    monkeypatch.setattr(chat.client, "create_dm", create_dm)
    await tell(chat, BEN, "To a stranger.")
    await tell(chat, ANA, "To somebody known.")
    settling = asyncio.ensure_future(chat.settle())
    await chat.fake.until(lambda: len(chat.people[ANA].inbox()) == 2)
    assert await chat.inbox(BEN) == []
    opens.set()
    await settling
    assert len(await chat.inbox(BEN)) == 1


@pytest.mark.faults
@pytest.mark.parametrize("code", [40003, 20026])
async def test_the_same_sign_while_writing_is_obeyed_as_well(chat: DiscordChat, code: int) -> None:
    await tell(chat, ANA, "Before.")
    await chat.settle()
    dm = chat.people[ANA].dm
    assert dm is not None
    chat.fake.faults.answer(
        "POST", "/channels/{channel_id}/messages", code=code, times=None, channel_id=dm["id"]
    )
    await tell(chat, ANA, "After.")
    await chat.settle()
    for _ in range(20):
        await later(chat, timedelta(minutes=1))
    assert len(posted(chat, dm)) == 2
    chat.fake.faults.clear()
    await chat.pass_time(timedelta(days=1))
    assert [one.text for one in await chat.inbox(ANA)] == ["Before.", "After."]
