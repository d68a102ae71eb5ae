"""Replies stand in a thread under their share: started once, found again, folded away, gone."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import pytest

from bot.people import Room
from tests.adapters.discord.tools import (
    CHANGE,
    THREAD,
    at_rest,
    events,
    said,
    space_of,
    states,
)
from tests.contract.chat import ANA, BEN, HANA, MO
from tests.contract.discord import DiscordChat
from tests.contract.steps import replied, shared
from tests.fakes.discord.permissions import CREATE_PUBLIC_THREADS

WEEK = timedelta(days=7, hours=1)


def thread_of(chat: DiscordChat) -> Any:
    """Return the one thread there is."""
    (thread,) = [one for one in chat.fake.world.channels.values() if one["type"] == 11]
    return thread


async def test_a_share_has_no_thread_until_somebody_replies(chat: DiscordChat) -> None:
    await shared(chat)
    assert not chat.fake.traffic.of(*THREAD)
    await replied(chat, "One.")
    await replied(chat, "Two.")
    await replied(chat, "Three.", who=HANA)
    assert len(chat.fake.traffic.of(*THREAD)) == 1
    post, *replies = await chat.room(ANA)
    assert [reply.under for reply in replies] == [post.id] * 3
    assert 1 <= len(thread_of(chat)["name"]) <= 100


async def test_a_thread_somebody_else_started_is_used(chat: DiscordChat) -> None:
    await shared(chat)
    (post,) = await chat.room(ANA)
    await chat.client.http.start_thread_with_message(
        int(chat.support["id"]), int(post.id), name="By hand", auto_archive_duration=60
    )
    await replied(chat, "Into the one there is.")
    assert (await chat.room(ANA))[-1].under == post.id
    assert thread_of(chat)["name"] == "By hand"


@pytest.mark.faults
async def test_a_thread_that_is_started_meanwhile_is_used(chat: DiscordChat) -> None:
    await shared(chat)
    chat.fake.faults.lose(*THREAD)
    await replied(chat, "Into the one there is.")
    await at_rest(chat)
    assert len(await chat.room(ANA)) == 2
    assert [one.status for one in chat.fake.traffic.of(*THREAD)] in ([0, 400], [0])


async def test_two_replies_at_once_start_one_thread(chat: DiscordChat) -> None:
    await shared(chat)
    for who in (BEN, HANA):
        await chat.press(who, "Write to them")
        await chat.submit(who, words=f"From {len(who)}.")
    chat.fake.faults.slow(*THREAD, 0.05)
    await chat.settle()
    assert len(await chat.room(ANA)) == 3
    assert len([one for one in chat.fake.traffic.of(*THREAD) if one.status == 201]) == 1


async def test_a_reply_opens_a_thread_that_was_folded_away(chat: DiscordChat) -> None:
    await shared(chat)
    await replied(chat)
    await chat.pass_time(WEEK)
    chat.fake.messages.age(thread_of(chat))
    assert thread_of(chat)["thread_metadata"]["archived"]
    await replied(chat, "Later.")
    assert not thread_of(chat)["thread_metadata"]["archived"]
    assert len(await chat.room(ANA)) == 3


async def test_a_reply_in_a_folded_thread_can_still_be_taken_back(chat: DiscordChat) -> None:
    await shared(chat)
    await replied(chat)
    await chat.pass_time(WEEK)
    chat.fake.messages.age(thread_of(chat))
    await chat.press(BEN, "Take it back")
    await chat.settle()
    assert (await chat.room(ANA))[-1].text == "Removed by its writer."
    assert 403 in [one.status for one in chat.fake.traffic.of(*CHANGE)], "it was folded away"


@pytest.mark.parametrize("archived", [False, True])
async def test_nothing_more_is_said_in_a_locked_thread_and_no_moderator_is_bothered(
    chat: DiscordChat, archived: bool
) -> None:
    await shared(chat)
    await replied(chat)
    chat.fake.world.edit_thread(thread_of(chat), locked=True, archived=archived)
    await replied(chat, "Too late.")
    assert len(await chat.room(ANA)) == 2
    assert await chat.room(MO, "moderators") == []
    assert (await states(chat))["dead"] == 1


async def test_a_reply_in_a_locked_thread_is_taken_back_when_it_is_opened_again(
    chat: DiscordChat,
) -> None:
    await shared(chat)
    await replied(chat, "Not for ever.")
    thread = chat.fake.world.edit_thread(thread_of(chat), locked=True, archived=True)
    await chat.press(BEN, "Take it back")
    await chat.settle()
    assert "Not for ever." in (await chat.room(ANA))[-1].text
    assert await chat.room(MO, "moderators") == [], "the room itself has all the bot needs"
    chat.fake.world.edit_thread(thread, locked=False)
    await at_rest(chat, timedelta(hours=1))
    assert (await chat.room(ANA))[-1].text == "Removed by its writer."


async def test_a_deleted_thread_is_not_the_rooms_fault(
    chat: DiscordChat, log_lines: io.StringIO
) -> None:
    await shared(chat)
    await replied(chat)
    chat.fake.world.delete_channel(thread_of(chat))
    await replied(chat, "Where to?")
    await at_rest(chat)
    assert await chat.room(MO, "moderators") == []
    assert not events(log_lines, "delivery.no_access")
    assert (await states(chat))["dead"] == 1


@pytest.mark.parametrize("had_thread", [False, True])
async def test_a_share_a_moderator_deleted_takes_no_reply_and_no_nod(
    chat: DiscordChat, had_thread: bool
) -> None:
    await shared(chat)
    (post,) = await chat.room(BEN)
    if had_thread:
        await replied(chat)
    await chat.press(BEN, "Write to them")
    await chat.press(HANA, "I've been there")
    chat.fake.messages.remove(chat.fake.messages.by_id[post.id])
    await chat.submit(BEN, words="To nobody.")
    await chat.press(ANA, "Delete it")
    await chat.press(ANA, "Yes, delete it")
    await at_rest(chat)
    assert await chat.room(MO, "moderators") == []
    assert (await states(chat))["dead"] >= 1
    await shared(chat)
    assert "Somebody was turned down" in (await chat.room(BEN))[-1].text


async def test_a_rush_of_presses_is_one_edit(chat: DiscordChat) -> None:
    await shared(chat)
    chat.fake.traffic.clear()
    for who in (BEN, HANA, MO):
        await chat.press(who, "♥ You are not alone")
        await chat.press(who, "I've been there")
    await chat.settle()
    assert len(chat.fake.traffic.of(*CHANGE)) == 1
    assert "I've been there · 3" in (await chat.room(ANA))[0].buttons


async def test_more_edits_of_old_messages_than_discord_lets_one_make_come_later(
    chat: DiscordChat,
) -> None:
    await shared(chat)
    await chat.pass_time(timedelta(hours=2))
    chat.fake.messages.old_edits_an_hour = 1
    await chat.press(BEN, "I've been there")
    await chat.settle()
    await chat.press(HANA, "I've been there")
    await chat.settle()
    assert "I've been there · 1" in (await chat.room(ANA))[0].buttons
    assert 429 in [one.status for one in chat.fake.traffic.of(*CHANGE)]
    await chat.pass_time(timedelta(hours=1))
    assert "I've been there · 2" in (await chat.room(ANA))[0].buttons
    assert await chat.room(MO, "moderators") == []


async def test_a_room_with_slow_mode_gets_everything_one_after_the_other(
    chat: DiscordChat,
) -> None:
    chat.fake.world.edit_channel(chat.support, rate_limit_per_user=120)
    space = await space_of(chat)
    for number in range(3):
        await chat.bot.post(space, Room.SUPPORT, said(f"number {number}"))
    await at_rest(chat, timedelta(seconds=130))
    assert sorted(one.text for one in await chat.room(ANA)) == [f"number {n}" for n in range(3)]


async def test_no_thread_where_the_bot_may_not_start_one_and_the_reply_waits(
    chat: DiscordChat,
) -> None:
    await shared(chat)
    me = chat.fake.world.app_id
    chat.fake.world.overwrite(chat.support, me, deny=CREATE_PUBLIC_THREADS)
    await replied(chat)
    (warning,) = await chat.room(MO, "moderators")
    assert "has no threads for replies: allow Create Public Threads." in warning.text
    chat.fake.world.overwrite(chat.support, me)
    await at_rest(chat)
    assert len(await chat.room(ANA)) == 2
    assert len(await chat.room(MO, "moderators")) == 1


@pytest.mark.parametrize("code", [50083, 160005])
async def test_a_deletion_that_a_closed_thread_refuses_is_not_given_up(
    chat: DiscordChat, code: int
) -> None:
    await shared(chat)
    await replied(chat, "Take this one back.")
    refusing = chat.fake.faults.answer(*CHANGE, code=code, times=None)
    await chat.press(BEN, "Take it back")
    await chat.pass_time(timedelta(hours=3))
    assert "Take this one back." in (await chat.room(BEN))[-1].text
    chat.fake.faults.clear(refusing)
    await chat.pass_time(timedelta(hours=3))
    assert "Removed by its writer." in (await chat.room(BEN))[-1].text
