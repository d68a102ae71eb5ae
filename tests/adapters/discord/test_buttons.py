"""What a changed client or an older bot may send."""

from __future__ import annotations

import asyncio
import copy
import io
from datetime import timedelta
from typing import Any

from bot.people import Room
from tests.adapters.discord.tools import assert_knows_nobody, events, space_of
from tests.contract.chat import ANA, BEN, MO
from tests.contract.discord import DiscordChat
from tests.contract.steps import TYPED, a_share_id, replied, shared
from tests.fakes.discord import Outcome
from tests.fakes.discord.interactions import COMPONENT, SUBMIT

UNKNOWN = "I don't know that one. /comeback shows everything I can do."
HOSTILE = [
    "§",
    "§§",
    "share.publish",
    "share.publish§",
    "share.publish:x§nospace",
    "x" * 100,
    "🙂" * 50,
    "/",
    "//",
    "/nonsense § x",
    ">",
    ">write-to-them",
    ":",
    ".",
    "share.:",
    "share.__init__",
    "share.bot",
    "bot.again:" + "9" * 80,
    "%00",
    "nod.nod:%00:alone",
    "nod.nod:x:%F0%9F",
    "share.keep:x:email:more:more",
    "\n",
    " ",
    "' OR 1=1 --",
    "<@1>",
    "{0.__class__}",
    "share.show:x",
]


async def sends(
    chat: DiscordChat, who: str, custom_id: str, place: Any = None, **answers: str
) -> Outcome:
    """Send a press, or with answers a form, as a changed client could."""
    person = chat.people[who]
    where = chat.fake.world.channels[(place or chat.support)["id"]]
    if answers:
        fields = [
            {"type": 18, "component": {"type": 4, "custom_id": name, "value": answer}}
            for name, answer in answers.items()
        ]
        data = {"custom_id": custom_id, "components": fields}
        return await chat._done(person._send(SUBMIT, where, data))
    message = copy.deepcopy(person.messages(where)[-1].raw)
    button = {"type": 2, "style": 2, "label": "?", "custom_id": custom_id, "id": 2}
    message["components"] = [{"type": 1, "id": 1, "components": [button]}]
    data = {"custom_id": custom_id, "component_type": 2}
    return await chat._done(person._send(COMPONENT, where, data, message))


async def test_whatever_a_button_sends_is_answered_with_a_sentence(
    chat: DiscordChat, log_lines: io.StringIO
) -> None:
    await shared(chat)
    before = await chat.room(ANA)
    dm = chat.people[ANA].dm
    for custom_id in HOSTILE:
        for place in (chat.support, dm):
            outcome = await sends(chat, ANA, custom_id, place)
            assert outcome.kind in ("message", "update"), custom_id
            assert outcome.message is not None
            assert outcome.message.words, custom_id
            assert not outcome.message.live
    await chat.settle()
    assert await chat.room(ANA) == before
    assert not events(log_lines, "event.failed")
    assert_knows_nobody(log_lines, chat, *(one for one in HOSTILE if len(one) > 20))


async def test_whatever_a_form_sends_is_answered_and_its_words_are_given_back(
    chat: DiscordChat,
) -> None:
    await shared(chat)
    for custom_id in HOSTILE:
        outcome = await sends(chat, BEN, custom_id, words="Typed for nothing.")
        assert outcome.message is not None
        assert "Typed for nothing." in outcome.message.words, custom_id


async def test_a_button_without_a_cog_says_so(chat: DiscordChat) -> None:
    await chat.say(ANA, "/privacy")
    await shared(chat)
    (post,) = await chat.room(BEN)
    del chat.bot.cogs["nod"]
    await chat.press(BEN, "I've been there")
    assert (await chat.last(BEN)).text == UNKNOWN
    assert await chat.room(BEN) == [post]


async def test_a_form_without_a_cog_gives_the_words_back(chat: DiscordChat) -> None:
    await shared(chat)
    await chat.press(BEN, "Write to them")
    del chat.bot.cogs["reply"]
    await chat.submit(BEN, words="Typed for nothing.")
    assert "Typed for nothing." in (await chat.last(BEN)).text


async def test_a_command_the_bot_does_not_have_any_more_says_so(
    chat: DiscordChat, log_lines: io.StringIO
) -> None:
    await chat.say(ANA, "/nonsense")
    assert (await chat.last(ANA)).text == UNKNOWN
    (line,) = events(log_lines, "discord.stale_command")
    assert set(line) <= {"event", "level", "timestamp", "kind"}
    assert_knows_nobody(log_lines, chat, "nonsense")


async def test_a_server_cannot_be_reached_by_naming_it_in_another(chat: DiscordChat) -> None:
    """A space in a custom_id counts in direct messages alone."""
    await shared(chat)
    share = await a_share_id(chat)
    world = chat.fake.world
    other = world.add_guild("Other")
    elsewhere = world.add_channel(other, "elsewhere")
    mallory = chat.people["mallory"] = chat.fake.person("canary-mallory", other)
    await chat.restart()
    space, there = await space_of(chat), await space_of(chat, other)
    handle = chat.house.rooms.handle(there, elsewhere["id"])
    await chat.house.rooms.choose(there, {Room.SUPPORT: handle})
    await chat.say_in(elsewhere, "mallory", "/comeback")
    for call in (f"nod.nod:{share}:been§{space.id}", f"reply.write:{share}§{space.id}"):
        outcome = await sends(chat, "mallory", call, elsewhere)
        assert outcome.message is not None
        assert "there any more" in outcome.message.words
    assert mallory.modal is None
    await chat.settle()
    assert "I've been there" in (await chat.room(ANA))[0].buttons


async def test_a_server_one_is_not_in_cannot_be_written_to_from_direct_messages(
    chat: DiscordChat,
) -> None:
    await shared(chat)
    share = await a_share_id(chat)
    world = chat.fake.world
    other = world.add_guild("Other")
    elsewhere = world.add_channel(other, "elsewhere")
    mallory = chat.people["mallory"] = chat.fake.person("canary-mallory", other)
    await chat.restart()
    await chat.say_in(elsewhere, "mallory", "/comeback")
    space = await space_of(chat)
    dm = mallory.open_dm()
    mallory.write(dm, "hello")
    for call in (f"nod.nod:{share}:been", f"reply.write:{share}"):
        outcome = await sends(chat, "mallory", f"{call}§{space.id}", dm)
        assert outcome.message is not None
        assert "You aren't in that space any more" in outcome.message.words
    for call in ("/support set-up", "support.choose", "support.check"):
        outcome = await sends(chat, "mallory", f"{call}§{space.id}", dm)
        assert outcome.message is not None
        assert "whoever manages this space" in outcome.message.words
    form = await sends(
        chat, "mallory", f"reply.send:{share}§{space.id}", dm, words="In.", sign="pseudonym"
    )
    assert form.message is not None
    assert "You aren't in that space any more" in form.message.words
    await chat.settle()
    assert len(await chat.room(ANA)) == 1


async def test_a_press_that_crossed_a_change_is_answered(chat: DiscordChat) -> None:
    await chat.say(ANA, "/rejection")
    await chat.submit(ANA, **TYPED)
    preview = await chat.last(ANA)
    await chat.press(ANA, "Post now")
    await chat.press_late(ANA, "Post now", preview)
    await chat.settle()
    assert len(await chat.room(BEN)) == 1
    assert all(one.text for one in await chat.private(ANA))


async def test_the_same_press_twice_posts_once(chat: DiscordChat) -> None:
    await chat.say(ANA, "/rejection")
    await chat.submit(ANA, **TYPED)
    ana = chat.people[ANA]
    (preview,) = ana.private()
    await asyncio.gather(*(ana.press_stale(preview, "Post now", crossed=True) for _ in range(5)))
    await chat.settle()
    assert len(await chat.room(BEN)) == 1
    assert len(await chat.inbox(ANA)) == 1


async def test_the_shortcut_works_on_a_share_and_on_nothing_else(chat: DiscordChat) -> None:
    await shared(chat)
    await replied(chat)
    post, reply = await chat.room(BEN)
    (label,) = [one["name"] for one in chat.fake.commands.registered[""] if one["type"] == 3]
    await chat.people[BEN].context_menu(label, post.id)
    assert chat.people[BEN].modal is not None
    chat.people[BEN].close_modal()
    own = chat.people[MO].write(chat.support, "Just talking.")
    for other in (reply.id, own.id):
        await chat._done(chat.people[BEN].context_menu(label, other))
        assert "That message isn't a share." in (await chat.last(BEN)).text


async def test_old_buttons_work_a_month_later(chat: DiscordChat) -> None:
    await shared(chat)
    for _ in range(4):
        await chat.pass_time(timedelta(days=10))
    await chat.restart()
    await chat.press(ANA, "Delete it")
    await chat.press(ANA, "Yes, delete it")
    await chat.settle()
    assert (await chat.room(BEN))[0].text == "Removed by its author."
