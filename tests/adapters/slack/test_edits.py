"""Changes of what is up: never given up, in their order, and refused without a fuss."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.delivery import delivering
from bot.people import Room
from bot.store.tables import posts
from tests.adapters.slack.tools import (
    POST,
    UPDATE,
    at_rest,
    events,
    later,
    long_card,
    space_of,
    states,
    waiting,
)
from tests.contract.chat import ANA, BEN, HANA, MO
from tests.contract.slack import SlackChat
from tests.contract.steps import replied, shared
from tests.fakes.slack.faults import Faults

HOUR = timedelta(hours=1)
EDITS = "The support room keeps me from changing my own messages"


async def warnings(chat: SlackChat) -> list[str]:
    """Return what the moderators were told, the words that tell what is lacking."""
    return [seen.text.split("\n")[1] for seen in await chat.room(MO, "moderators")]


async def delete_share(chat: SlackChat) -> None:
    """Let Ana delete her share with her receipt."""
    await chat.press(ANA, "Delete it")
    await chat.press(ANA, "Yes, delete it")


async def texts(chat: SlackChat) -> list[str]:
    """Return what stands in the support room."""
    return [one.text for one in await chat.room(BEN)]


FAULTS: dict[str, Callable[[Faults], Any]] = {
    "lost": lambda faults: faults.lose(UPDATE, times=3),
    "dropped": lambda faults: faults.drop(UPDATE, times=3),
    "502": lambda faults: faults.answer(UPDATE, status=502, body="<html></html>", times=3),
    "limited": lambda faults: faults.limit(UPDATE, 3000, times=3),
    "out": lambda faults: faults.answer(UPDATE, error="token_revoked", times=3),
}


@pytest.mark.faults
@pytest.mark.parametrize("fault", FAULTS)
async def test_a_post_is_changed_whatever_happens_on_the_way(chat: SlackChat, fault: str) -> None:
    await shared(chat)
    await replied(chat)
    (post, reply) = await chat.room(ANA)
    FAULTS[fault](chat.fake.faults)
    await chat.press(BEN, "Take it back")
    await delete_share(chat)
    await at_rest(chat, HOUR)
    assert not chat.fake.faults.active
    assert await texts(chat) == ["Removed by its author.", "Removed by its writer."]
    assert [one.id for one in await chat.room(ANA)] == [post.id, reply.id]
    assert await warnings(chat) == []


async def test_where_editing_is_turned_off_a_deletion_waits_and_moderators_hear_once(
    chat: SlackChat,
) -> None:
    await shared(chat)
    fault = chat.fake.faults.answer(UPDATE, error="edit_window_closed", times=None)
    await delete_share(chat)
    await chat.settle()
    for _ in range(5):
        await later(chat, 3 * HOUR)
    assert len(await waiting(chat)) == 1
    (warning,) = await warnings(chat)
    assert warning.startswith(EDITS)
    chat.fake.faults.clear(fault)
    await at_rest(chat, HOUR)
    assert await texts(chat) == ["Removed by its author."]
    assert len(await warnings(chat)) == 1


async def test_a_closed_window_does_not_hold_up_what_else_is_for_the_room(
    chat: SlackChat,
) -> None:
    await shared(chat)
    chat.fake.faults.answer(UPDATE, error="edit_window_closed", times=None)
    await chat.press(BEN, "I've been there")
    await chat.settle()
    await replied(chat, "It still comes up.")
    assert "It still comes up." in (await texts(chat))[-1]


@pytest.mark.parametrize("by", ["admin", "error"])
async def test_a_post_that_is_gone_is_let_go_without_a_word(
    chat: SlackChat, log_lines: io.StringIO, by: str
) -> None:
    await shared(chat)
    if by == "admin":
        chat.people[MO].delete(chat.people[MO].messages(chat.support)[-1])
    else:
        chat.fake.faults.answer(UPDATE, error="cant_update_message", times=None)
    await delete_share(chat)
    await chat.settle()
    assert await waiting(chat) == []
    assert (await states(chat))["dead"] >= 1
    assert await warnings(chat) == []
    assert events(log_lines, "delivery.unreachable")


@pytest.mark.parametrize("threaded", [False, True])
async def test_a_reply_to_a_post_that_an_admin_deleted_posts_nothing_on_top(
    chat: SlackChat, threaded: bool
) -> None:
    """With a reply under it a tombstone stays, which takes more; without, nothing is there."""
    await shared(chat)
    if threaded:
        await replied(chat, "The first.")
    await chat.press(BEN, "Write to them")
    mo = chat.people[MO]
    mo.delete(mo.messages(chat.support)[-1])
    await chat.submit(BEN, words="Too late.")
    await chat.settle()
    assert [row for row in await waiting(chat) if row.kind != "tell"] == []
    on_top = [one for one in chat.people[BEN].messages(chat.support) if one.bot_id]
    assert not any("Too late." in one.words for one in on_top)
    (sent,) = [one for one in chat.fake.traffic.of(POST) if "Too late." in str(one.body)]
    assert sent.body["thread_ts"]
    assert await warnings(chat) == []


@pytest.mark.faults
async def test_a_change_the_courier_gave_up_never_lands_on_a_later_one(
    chat: SlackChat, monkeypatch: pytest.MonkeyPatch
) -> None:
    await shared(chat)
    await chat.press(BEN, "I've been there")
    await chat.settle()
    await chat.press(HANA, "I've been there")
    monkeypatch.setattr(delivering, "_PATIENCE", 0.05)
    held = chat.fake.faults.slow(UPDATE, 0.15)
    await chat.settle()
    assert not held.times, "the counters are on their way, and nobody waits for them any more"
    await delete_share(chat)
    await at_rest(chat)
    await asyncio.sleep(0.2)
    assert await texts(chat) == ["Removed by its author."]


async def test_counters_are_gathered_and_nothing_is_changed_where_nothing_changed(
    chat: SlackChat,
) -> None:
    await shared(chat)
    await chat.press(BEN, "Write to them")
    await chat.settle()
    assert not chat.fake.traffic.of(UPDATE)
    for who in (BEN, HANA, MO):
        await chat.press(who, "I've been there")
    await chat.settle()
    assert len(chat.fake.traffic.of(UPDATE)) == 1
    assert "I've been there · 3" in (await chat.room(BEN))[0].buttons
    (post,) = [one for one in chat.people[BEN].messages(chat.support) if one.bot_id]
    assert not post.edited


async def test_a_card_in_parts_is_changed_at_its_end(chat: SlackChat) -> None:
    space = await space_of(chat)
    await chat.bot.post(space, Room.SUPPORT, long_card("part"))
    await chat.settle()
    before = await chat.room(ANA)
    assert len(before) == 3
    (row,) = await _posts(chat)
    assert row.ref == before[-1].id


async def _posts(chat: SlackChat) -> list[Any]:
    async with chat.house.store.reading() as db:
        return list((await db.execute(select(posts))).all())


async def test_changes_in_a_room_that_was_left_bother_no_moderator(chat: SlackChat) -> None:
    await shared(chat)
    old, space = chat.support, await space_of(chat)
    chat.support = chat.fake.channel(chat.workspace, "new")
    for who in (ANA, BEN, HANA, MO):
        chat.people[who].join(chat.support)
    chosen = {Room.SUPPORT: chat.support["id"], Room.MODERATORS: chat.moderators["id"]}
    handle = chat.house.rooms.handle
    await chat.house.rooms.choose(space, {at: handle(space, one) for at, one in chosen.items()})
    chat.fake.archive(old)
    await delete_share(chat)
    await chat.settle()
    assert await warnings(chat) == []
    assert len(await waiting(chat)) == 1, "a deletion is never given up"
    chat.fake.archive(old, False)
    await at_rest(chat, HOUR)
    (post,) = [one for one in chat.people[BEN].messages(old) if one.bot_id]
    assert post.words == "Removed by its author."
