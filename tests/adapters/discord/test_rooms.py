"""Rooms: chosen, lacking something, gone, changed; moderators hear of it once."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest

from bot.adapters.discord.permissions import _IN_ROOM, NEEDED
from bot.people import Room
from bot.templates import Texts
from bot.ui import Card, File
from bot.words import Ours, plain
from tests.adapters.discord.tools import (
    CHANGE,
    SEND,
    at_rest,
    events,
    later,
    said,
    space_of,
    states,
    waiting,
)
from tests.contract.chat import ANA, BEN, MO
from tests.contract.discord import DiscordChat
from tests.contract.steps import TYPED, replied, shared
from tests.fakes.discord import permissions
from tests.fakes.discord.permissions import ATTACH_FILES, SEND_MESSAGES, VIEW_CHANNEL

ROOMS = {Room.SUPPORT: "support", Room.MODERATORS: "moderators"}


async def warnings(chat: DiscordChat) -> list[str]:
    """Return what the moderators were told, the words that tell what is lacking."""
    return [seen.text.split("\n")[1] for seen in await chat.room(MO, "moderators")]


async def choose(chat: DiscordChat, rooms: dict[Room, str]) -> None:
    """Choose channels by their ids."""
    space = await space_of(chat)
    handle = chat.house.rooms.handle
    await chat.house.rooms.choose(space, {room: handle(space, at) for room, at in rooms.items()})


async def check(chat: DiscordChat) -> str:
    """Let a moderator set the server up as it is, and return what the bot says of it."""
    await chat.say(MO, "/support set-up")
    await chat.submit(MO)
    return (await chat.last(MO)).text


async def test_where_nothing_is_chosen_a_sentence_says_so_and_nothing_is_lost(
    chat: DiscordChat,
) -> None:
    await choose(chat, {})
    await chat.say(ANA, "/rejection the words after the command")
    assert await chat.form(ANA) is None
    last = await chat.last(ANA)
    assert "Comeback isn't set up here yet" in last.text
    assert "the words after the command" in last.text


async def test_rooms_unchosen_while_somebody_types_give_the_words_back(chat: DiscordChat) -> None:
    await chat.say(ANA, "/rejection")
    await choose(chat, {})
    await chat.submit(ANA, **TYPED)
    assert "Comeback isn't set up here yet" in (await chat.last(ANA)).text
    await choose(chat, {Room.SUPPORT: chat.support["id"]})
    await chat.press(ANA, "Try again")
    form = await chat.form(ANA)
    assert form is not None
    assert form.values["happened"] == TYPED["happened"]


async def test_the_owner_sets_up_and_who_only_reads_does_not(chat: DiscordChat) -> None:
    owner = chat.guild["owner_id"]
    chat.fake.world.users[owner].setdefault("locale", "en-US")
    chat.people["owner"] = type(chat.people[ANA])(chat.fake, owner)
    await chat.say("owner", "/support set-up")
    assert await chat.form("owner") is not None
    await chat.say(ANA, "/support set-up")
    assert await chat.form(ANA) is None
    assert "whoever manages this space" in (await chat.last(ANA)).text


@pytest.mark.parametrize("room", ROOMS)
async def test_each_missing_permission_is_said_in_words(chat: DiscordChat, room: Room) -> None:
    world, me = chat.fake.world, chat.fake.world.app_id
    channel = chat.support if room is Room.SUPPORT else chat.moderators
    called = plain(Texts.of("says/support")(room.value))
    for name, lack in NEEDED.items():
        bit = getattr(permissions, name.upper())
        seen = VIEW_CHANNEL if room is Room.MODERATORS and bit != VIEW_CHANNEL else 0
        world.overwrite(channel, me, allow=seen, deny=bit)
        text = await check(chat)
        line = plain(Texts.of("says/checks")(f"discord_{lack}"))
        if name in _IN_ROOM[room]:
            assert text.startswith("Almost there")
            assert f"{called} {line}" in text
            assert text.count("allow ") == 1
        else:
            assert text.startswith("Ready")


async def test_a_moderators_room_everybody_reads_makes_nobody_a_moderator(
    chat: DiscordChat,
) -> None:
    world = chat.fake.world
    world.overwrite(chat.moderators, chat.guild["id"], allow=VIEW_CHANNEL)
    assert "can be read by everybody, so nobody counts as a moderator" in await check(chat)
    member = await chat.member(chat.person(MO))
    assert not (await chat.bot.standing(member)).moderates
    world.overwrite(chat.moderators, chat.guild["id"], deny=VIEW_CHANNEL)
    await chat.press(MO, "Check again")
    assert (await chat.last(MO)).text.startswith("Ready")
    assert (await chat.bot.standing(member)).moderates
    assert not (await chat.bot.standing(await chat.member(chat.person(ANA)))).moderates


@pytest.mark.parametrize(
    ("denied", "words"),
    [
        (VIEW_CHANNEL, "The support room is hidden from me: allow View Channel."),
        (SEND_MESSAGES, "The support room lets me read only: allow Send Messages."),
    ],
)
async def test_a_post_waits_for_its_permission_and_moderators_hear_of_it_once(
    chat: DiscordChat, log_lines: io.StringIO, denied: int, words: str
) -> None:
    world, me = chat.fake.world, chat.fake.world.app_id
    space = await space_of(chat)
    world.overwrite(chat.support, me, deny=denied)
    await shared(chat)
    for number in range(3):
        await chat.bot.post(space, Room.SUPPORT, said(f"number {number}"))
    for _ in range(4):
        await later(chat, timedelta(minutes=11))
    assert await warnings(chat) == [words]
    assert len(await waiting(chat)) == 4
    world.overwrite(chat.support, me, allow=VIEW_CHANNEL)
    await at_rest(chat)
    assert len(await chat.room(BEN)) == 4
    assert await warnings(chat) == [words]
    world.overwrite(chat.support, me, deny=denied)
    await chat.bot.post(space, Room.SUPPORT, said("once more"))
    await chat.settle()
    assert await warnings(chat) == [words] * 2
    assert {line["fault"] for line in events(log_lines, "delivery.no_access")} <= {"see", "write"}


@pytest.mark.parametrize("code", [50001, 50013])
async def test_a_lack_the_bot_cannot_see_itself_is_told_once_as_well(
    chat: DiscordChat, code: int
) -> None:
    chat.fake.faults.answer(*SEND, code=code, times=3, channel_id=chat.support["id"])
    await shared(chat)
    await at_rest(chat)
    assert len(await chat.room(BEN)) == 1
    assert len(await warnings(chat)) == 1


async def test_a_file_where_none_may_be_sent_waits(chat: DiscordChat) -> None:
    chat.fake.world.overwrite(chat.support, chat.fake.world.app_id, deny=ATTACH_FILES)
    card = Card(text=Ours("With a file"), file=File("report.txt", b"content"))
    await chat.bot.post(await space_of(chat), Room.SUPPORT, card)
    await chat.settle()
    assert await warnings(chat) == [
        "The support room takes no pictures from me: allow Attach Files."
    ]
    chat.fake.world.overwrite(chat.support, chat.fake.world.app_id)
    await at_rest(chat)
    assert (await chat.room(BEN))[0].file == ("report.txt", b"content")


async def test_a_deleted_room_is_told_once_and_another_one_takes_what_waits(
    chat: DiscordChat,
) -> None:
    await shared(chat, happened="In the old room.")
    chat.fake.world.delete_channel(chat.support)
    await shared_by_id(chat)
    assert await warnings(chat) == ["The support room is gone. Choose another one."]
    await choose_new(chat)
    await at_rest(chat)
    assert len(await chat.room(BEN)) == 1
    assert len(await warnings(chat)) == 1


async def shared_by_id(chat: DiscordChat) -> None:
    """Put a post on its way where no command can be typed."""
    await chat.bot.post(await space_of(chat), Room.SUPPORT, said("Waits."))
    await chat.settle()


async def choose_new(chat: DiscordChat) -> None:
    """Choose a new room for shares."""
    chat.support = chat.fake.world.add_channel(chat.guild, "new")
    moderators = chat.moderators["id"]
    await choose(chat, {Room.SUPPORT: chat.support["id"], Room.MODERATORS: moderators})


@pytest.mark.parametrize("gone", [False, True])
async def test_changes_in_a_room_that_was_left_bother_no_moderator(
    chat: DiscordChat, gone: bool
) -> None:
    await shared(chat)
    await replied(chat)
    old = chat.support
    await chat.press(BEN, "Write to them")
    await chat.submit(BEN, words="A late reply.")
    await chat.press(BEN, "I've been there")
    await choose_new(chat)
    if gone:
        chat.fake.world.delete_channel(old)
    else:
        chat.fake.world.overwrite(old, chat.fake.world.app_id, deny=VIEW_CHANNEL)
    await chat.press(ANA, "Delete it")
    await chat.press(ANA, "Yes, delete it")
    await chat.settle()
    assert await warnings(chat) == []
    if gone:
        rows = [row for row in await waiting(chat) if row.kind != "tell"]
        assert not rows, "it will never work"
        assert (await states(chat))["dead"] >= 1
        return
    chat.fake.world.overwrite(old, chat.fake.world.app_id)
    await at_rest(chat)
    assert chat.people[BEN].messages(old)[0].words == "Removed by its author."
    assert await warnings(chat) == []


async def test_a_broken_room_of_the_moderators_tells_nobody_and_waits(chat: DiscordChat) -> None:
    world, me = chat.fake.world, chat.fake.world.app_id
    world.overwrite(chat.moderators, me, deny=VIEW_CHANNEL)
    await chat.bot.post(await space_of(chat), Room.MODERATORS, said("For moderators."))
    await chat.settle()
    assert len(await waiting(chat)) == 1
    world.overwrite(chat.moderators, me, allow=VIEW_CHANNEL)
    await at_rest(chat)
    assert [seen.text for seen in await chat.room(MO, "moderators")] == ["For moderators."]


async def test_the_form_opens_also_when_a_chosen_room_is_gone(chat: DiscordChat) -> None:
    chat.fake.world.delete_channel(chat.support)
    outcome = await chat.say_in(chat.moderators, MO, "/support set-up")
    assert outcome.kind == "modal"
    new = chat.fake.world.add_channel(chat.guild, "new")
    await chat.submit(MO, support=new["id"])
    assert (await chat.last(MO)).text.startswith("Ready")


async def test_no_edit_is_made_where_nothing_changed(chat: DiscordChat) -> None:
    await shared(chat)
    await chat.press(BEN, "Write to them")
    await chat.settle()
    assert not chat.fake.traffic.of(*CHANGE)
