"""Rooms: chosen by who may, lacking something, gone; who is in the moderators' room."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.people import Room, Standing
from bot.platform import TryLater
from tests.adapters.slack.tools import (
    POST,
    answered,
    at_rest,
    events,
    later,
    said,
    space_of,
    waiting,
)
from tests.contract.chat import ANA, BEN, MO
from tests.contract.slack import SlackChat
from tests.contract.steps import TYPED, shared

FEW_MINUTES = timedelta(minutes=11)


async def warnings(chat: SlackChat) -> list[str]:
    """Return what the moderators were told, the words that tell what is lacking."""
    return [seen.text.split("\n")[1] for seen in await chat.room(MO, "moderators")]


async def choose(chat: SlackChat, rooms: dict[Room, str]) -> None:
    """Choose channels by their ids."""
    space = await space_of(chat)
    handle = chat.house.rooms.handle
    await chat.house.rooms.choose(space, {room: handle(space, at) for room, at in rooms.items()})


async def check(chat: SlackChat, **answers: str) -> str:
    """Let an admin set the workspace up, as it is or otherwise, and return what the bot says."""
    await chat.say(MO, "/support set-up")
    await chat.submit(MO, **answers)
    return (await chat.last(MO)).text


async def again(chat: SlackChat) -> str:
    """Press *Check again*, and return what the bot says."""
    await chat.press(MO, "Check again")
    return (await chat.last(MO)).text


async def standing(chat: SlackChat, who: str) -> Standing:
    """Return what somebody may do."""
    return await chat.bot.standing(await chat.member(chat.person(who)))


def invite(chat: SlackChat, channel: dict[str, Any]) -> None:
    """Let somebody write ``/invite @comeback``."""
    chat.fake.world.join(channel, chat.workspace.bot_user_id)


def throw_out(chat: SlackChat, channel: dict[str, Any]) -> None:
    """Let somebody remove the bot from a channel."""
    chat.fake.world.leave(channel, chat.workspace.bot_user_id)


async def test_admins_and_owners_set_up_and_nobody_else(chat: SlackChat) -> None:
    chat.people["owner"] = chat.fake.person(
        "owner", chat.workspace, owner=True, channels=[chat.support]
    )
    for who in (MO, "owner"):
        await chat.say(who, "/support set-up")
        form = await chat.form(who)
        assert form is not None
        assert form.values["support"] == chat.support["id"]
    for who in (ANA, BEN):
        await chat.say(who, "/support set-up")
        assert await chat.form(who) is None
        assert "whoever manages this space" in (await chat.last(who)).text
    assert (await check(chat)).startswith("Ready")


async def test_a_moderators_room_anybody_can_enter_makes_nobody_a_moderator(
    chat: SlackChat,
) -> None:
    public = chat.fake.channel(chat.workspace, "open")
    chat.people[BEN].join(public)
    text = await check(chat, moderators=public["id"])
    assert "can be entered by everybody, so nobody counts as a moderator" in text
    assert not (await standing(chat, BEN)).moderates
    assert (await check(chat, moderators=chat.moderators["id"])).startswith("Ready")
    assert (await standing(chat, MO)).moderates


@pytest.mark.parametrize("private", [False, True])
async def test_a_room_without_the_bot_is_said_and_seen_at_once_after_the_invitation(
    chat: SlackChat, private: bool
) -> None:
    room = chat.fake.channel(chat.workspace, "new", private=private, bot=False)
    chat.people[MO].join(room)
    text = await check(chat, support=room["id"])
    assert text.startswith("Almost there")
    words = "cannot be found. If it is private, invite me" if private else "is without me"
    assert f"The support room {words}" in text
    invite(chat, room)
    assert (await again(chat)).startswith("Ready")
    chat.fake.archive(room)
    assert "The support room is archived" in await again(chat)
    chat.fake.delete_channel(room)
    assert "The support room cannot be found" in await again(chat)


async def test_a_permission_that_was_not_given_is_said(chat: SlackChat) -> None:
    chat.workspace.scopes.discard("files:write")
    text = await check(chat, digest=chat.support["id"])
    assert "The room for the digest needs a permission I was not given" in text
    assert text.count("needs a permission") == 1
    chat.workspace.scopes.discard("groups:read")
    text = await again(chat)
    assert "The moderators' room needs a permission I was not given" in text
    chat.fake.violations.clear()  # nothing tells the bot of it but that it is refused
    chat.workspace.scopes.update({"files:write", "groups:read"})
    assert (await again(chat)).startswith("Ready")


LACKS: dict[str, tuple[Callable[[SlackChat], Any], Callable[[SlackChat], Any], str]] = {
    "thrown out": (
        lambda chat: throw_out(chat, chat.support),
        lambda chat: invite(chat, chat.support),
        "is without me: write /invite and my name there.",
    ),
    "archived": (
        lambda chat: chat.fake.archive(chat.support),
        lambda chat: chat.fake.archive(chat.support, False),
        "is archived: take it out of the archive, or choose another one.",
    ),
    "hidden": (
        lambda chat: hide(chat, True),
        lambda chat: hide(chat, False),
        "cannot be found. If it is private, invite me there",
    ),
    "restricted": (
        lambda chat: refuse(chat, "restricted_action_read_only_channel"),
        lambda chat: chat.fake.faults.clear(),
        "lets only some people post",
    ),
}


def hide(chat: SlackChat, hidden: bool) -> None:
    """Make the support room private, and without the bot."""
    chat.support["is_private"] = hidden
    (throw_out if hidden else invite)(chat, chat.support)


def refuse(chat: SlackChat, error: str, times: int | None = None) -> None:
    """Let Slack refuse posts in the support room."""
    chat.fake.faults.answer(POST, error=error, times=times, channel=chat.support["id"])


@pytest.mark.parametrize("lack", LACKS)
async def test_a_post_waits_for_what_is_lacking_and_moderators_hear_of_it_once(
    chat: SlackChat, log_lines: io.StringIO, lack: str
) -> None:
    break_it, mend, words = LACKS[lack]
    space = await space_of(chat)
    break_it(chat)
    for number in range(4):
        await chat.bot.post(space, Room.SUPPORT, said(f"number {number}"))
    await chat.settle()
    for _ in range(4):
        await later(chat, FEW_MINUTES)
    (warning,) = await warnings(chat)
    assert warning.startswith(f"The support room {words}")
    assert len(await waiting(chat)) == 4
    mend(chat)
    await at_rest(chat)
    assert len(await chat.room(BEN)) == 4
    assert len(await warnings(chat)) == 1
    break_it(chat)
    await chat.bot.post(space, Room.SUPPORT, said("once more"))
    await chat.settle()
    assert await warnings(chat) == [warning] * 2
    assert len({line["fault"] for line in events(log_lines, "delivery.no_access")}) == 1
    mend(chat)


REFUSALS = {
    "restricted_action": "lets only some people post",
    "restricted_action_thread_only_channel": "lets only some people post",
    "restricted_action_non_threadable_channel": "has no threads for replies",
    "no_permission": "lets only some people post",
    "missing_scope": "needs a permission I was not given",
}


async def test_every_lack_slack_names_is_told_in_words_and_waited_for(chat: SlackChat) -> None:
    space = await space_of(chat)
    for error, words in REFUSALS.items():
        refuse(chat, error, times=2)
        await chat.bot.post(space, Room.SUPPORT, said(error))
        await at_rest(chat)
        assert (await warnings(chat))[-1].startswith(f"The support room {words}")
        assert (await chat.room(BEN))[-1].text == error
    assert len(await warnings(chat)) == len(REFUSALS)


async def test_what_waits_is_sent_as_soon_as_somebody_checks_again(chat: SlackChat) -> None:
    throw_out(chat, chat.support)
    await chat.bot.post(await space_of(chat), Room.SUPPORT, said("Waits."))
    await chat.settle()
    assert (await check(chat)).startswith("Almost there")
    invite(chat, chat.support)
    assert (await again(chat)).startswith("Ready")
    await later(chat)
    assert [one.text for one in await chat.room(BEN)] == ["Waits."]


async def test_another_room_takes_what_waits_for_one_that_is_deleted(chat: SlackChat) -> None:
    await shared(chat, happened="In the old room.")
    chat.fake.delete_channel(chat.support)
    await chat.bot.post(await space_of(chat), Room.SUPPORT, said("Waits."))
    await chat.settle()
    assert len(await warnings(chat)) == 1
    chat.support = chat.fake.channel(chat.workspace, "new")
    chat.people[BEN].join(chat.support)
    await choose(chat, {Room.SUPPORT: chat.support["id"], Room.MODERATORS: chat.moderators["id"]})
    await at_rest(chat)
    assert [one.text for one in await chat.room(BEN)] == ["Waits."]


async def test_a_broken_room_of_the_moderators_tells_nobody_and_waits(chat: SlackChat) -> None:
    throw_out(chat, chat.moderators)
    await chat.bot.post(await space_of(chat), Room.MODERATORS, said("For moderators."))
    await chat.settle()
    assert len(await waiting(chat)) == 1
    invite(chat, chat.moderators)
    await at_rest(chat)
    assert [seen.text for seen in await chat.room(MO, "moderators")] == ["For moderators."]


async def test_rooms_unchosen_while_somebody_types_leave_the_words_in_the_form(
    chat: SlackChat,
) -> None:
    await chat.say(ANA, "/rejection")
    await choose(chat, {})
    await chat.submit(ANA, **TYPED)
    form = await chat.form(ANA)
    assert form is not None
    assert "Comeback isn't set up here yet" in form.faults[""]
    assert form.values["happened"] == TYPED["happened"]
    await choose(chat, {Room.SUPPORT: chat.support["id"]})
    await chat.submit(ANA)
    assert await chat.form(ANA) is None
    assert TYPED["happened"] in (await chat.last(ANA)).text


async def test_a_workspace_without_the_bot_asks_for_patience(chat: SlackChat) -> None:
    space, platform = await space_of(chat), chat.app.platform
    await chat.fake.revoke(chat.workspace)
    await answered(chat)
    assert await platform.check(space, Room.SUPPORT) == ["not_here"]
    assert await platform.people_in(space, Room.SUPPORT) is None
    with pytest.raises(TryLater):
        await standing(chat, ANA)
