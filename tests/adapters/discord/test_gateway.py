"""The gateway: cut off and resumed, begun anew, in shards, in parts."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from bot.people import Room
from tests.adapters.discord.test_start import left, ready, until_left
from tests.adapters.discord.tools import CALLBACK, said, space_of
from tests.contract.chat import ANA, BEN
from tests.contract.discord import NAME, DiscordChat
from tests.contract.steps import shared
from tests.fakes.discord import FakeDiscord


async def holds(condition: Callable[[], Any]) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(5):
        while not condition():
            await asyncio.sleep(0.005)


def sent(chat: DiscordChat, op: int) -> list[Any]:
    """Return the frames of a kind the bot sent."""
    frames = [frame.data for frame in chat.fake.traffic.frames if not frame.sent]
    return [frame["d"] for frame in frames if frame["op"] == op]


@pytest.mark.parametrize("code", [None, 4000])
async def test_after_a_cut_it_goes_on_where_it_was(chat: DiscordChat, code: int | None) -> None:
    await ready(chat)
    chat.fake.gateway.drop(code)
    await holds(lambda: len(sent(chat, 6)) == 1 and chat.fake.gateway.connected())
    assert len(sent(chat, 2)) == 1, "it did not begin anew"
    await chat.say(ANA, "/comeback")
    assert len(await chat.private(ANA)) == 1


async def test_what_happened_during_a_cut_is_answered_once(chat: DiscordChat) -> None:
    await shared(chat)
    await ready(chat)
    (post,) = await chat.room(BEN)
    people = [chat.fake.person(f"reader-{n}", chat.guild) for n in range(5)]
    chat.fake.gateway.drop()
    outcomes = await asyncio.gather(*(one.press(post.id, "I've been there") for one in people))
    assert {outcome.kind for outcome in outcomes} == {"deferred update"}
    await chat.settle()
    assert "I've been there · 5" in (await chat.room(BEN))[0].buttons
    answers = [one for one in chat.fake.traffic.of(*CALLBACK) if one.body["type"] == 6]
    assert len(answers) == 5


async def test_what_was_answered_before_a_cut_is_not_answered_again(chat: DiscordChat) -> None:
    await ready(chat)
    await chat.say(ANA, "/comeback")
    for _ in range(3):
        resumed = len(sent(chat, 6))
        chat.fake.gateway.drop()
        await holds(lambda before=resumed: len(sent(chat, 6)) > before)  # type: ignore[misc]
        await holds(chat.fake.gateway.connected)
    assert len(chat.fake.traffic.of(*CALLBACK)) == 1


async def test_asked_to_connect_again_it_resumes(chat: DiscordChat) -> None:
    await ready(chat)
    chat.fake.gateway.reconnect()
    await holds(lambda: sent(chat, 6))
    await chat.say(ANA, "/comeback")
    assert len(await chat.private(ANA)) == 1


async def test_a_session_that_is_gone_is_begun_anew_and_no_server_is_taken_for_left(
    chat: DiscordChat,
) -> None:
    await ready(chat)
    chat.fake.gateway.drop(4009)
    await holds(lambda: len(sent(chat, 2)) == 2)
    await chat.say(ANA, "/comeback")
    assert len(await chat.private(ANA)) == 1
    assert await left(chat) == []


async def test_a_server_left_while_the_session_was_gone_is_noticed(chat: DiscordChat) -> None:
    other = chat.fake.world.add_guild("Short Visit")
    await space_of(chat, other)
    await ready(chat)
    chat.fake.gateway.drop(4009)
    chat.fake.world.remove_bot(other)
    await until_left(chat, [other["id"]])


async def test_a_server_joined_while_the_session_was_gone_is_back(chat: DiscordChat) -> None:
    await ready(chat)
    other = chat.fake.world.add_guild("Short Visit")
    space = await space_of(chat, other)
    await holds(lambda: chat.client.get_guild(int(other["id"])))
    chat.fake.world.remove_bot(other)
    await until_left(chat, [other["id"]])
    chat.fake.gateway.drop(4009)
    chat.fake.world.add_bot(other)
    await until_left(chat, [])
    assert space.id in [one.id for one, _ in await chat.house.spaces.live(NAME)]


class Sharded(DiscordChat):
    """Two servers, each on a shard of its own."""

    def __init__(self, url: str, folder: Path) -> None:
        super().__init__(url, folder)
        self.fake = FakeDiscord(shards=2)

    def furnish(self) -> None:
        """Make the other server first, so that ours is on the second shard."""
        self.other = self.fake.world.add_guild("Before")
        super().furnish()
        self.shard = (int(self.guild["id"]) >> 22) % 2


@pytest.fixture
async def sharded(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Sharded]:
    """Give both servers and all shards in one process."""
    chat = await Sharded.start(sqlite_url, tmp_path)
    assert isinstance(chat, Sharded)
    chat.fake.interactions.deadline = 10.0
    yield chat
    await chat.close()


async def test_a_server_on_the_second_shard_is_served(sharded: Sharded) -> None:
    assert {one["shard"][0] for one in sent(sharded, 2)} == {0, 1}
    await shared(sharded)
    assert len(await sharded.room(BEN)) == 1
    await ready(sharded)
    assert await left(sharded) == []


async def test_one_shard_that_begins_anew_looks_around_for_its_servers(sharded: Sharded) -> None:
    await space_of(sharded, sharded.other)
    await ready(sharded)
    other = 1 - sharded.shard
    sharded.fake.gateway.drop(4009, shard=other)
    sharded.fake.world.remove_bot(sharded.other)
    await until_left(sharded, [sharded.other["id"]])
    sharded.fake.gateway.drop(4009, shard=other)
    sharded.fake.world.add_bot(sharded.other)
    await until_left(sharded, [])
    await sharded.say(ANA, "/comeback")
    assert len(await sharded.private(ANA)) == 1


async def test_a_process_that_runs_a_part_leaves_the_others_alone(sharded: Sharded) -> None:
    await space_of(sharded, sharded.other)
    now, mine = sharded.house.clock.now(), sharded.shard
    await sharded.disconnect()
    sharded.fake.traffic.clear()
    await sharded.connect(now, COMEBACK_DISCORD_SHARDS=f"{mine}-{mine}/2")
    await ready(sharded)
    assert [one["shard"] for one in sent(sharded, 2)] == [[mine, 2]]
    assert await left(sharded) == []
    await shared(sharded)
    assert len(await sharded.room(BEN)) == 1


async def test_a_process_that_runs_a_part_sends_for_all(sharded: Sharded) -> None:
    """The outbox is everybody's; servers that are not in the cache are asked for."""
    now, other = sharded.house.clock.now(), 1 - sharded.shard
    before = sharded.client
    await sharded.disconnect()
    connecting = asyncio.create_task(
        sharded.connect(now, COMEBACK_DISCORD_SHARDS=f"{other}-{other}/2")
    )
    await holds(lambda: sharded.client is not before and sharded.client.is_ready())
    connecting.cancel()
    space = await space_of(sharded)
    assert await sharded.bot.rooms.lacks(space, Room.SUPPORT) == []
    await sharded.bot.post(space, Room.SUPPORT, said("From another part."))
    await sharded.settle()
    assert [seen.text for seen in await sharded.room(BEN)] == ["From another part."]
    member = await sharded.member(sharded.person("mo"))
    assert (await sharded.bot.standing(member)).sets_up
    assert await left(sharded) == []


async def test_the_second_of_two_processes_that_leaves_notices_only_its_own(
    sharded: Sharded,
) -> None:
    await space_of(sharded, sharded.other)
    now, mine = sharded.house.clock.now(), sharded.shard
    await sharded.disconnect()
    sharded.fake.world.remove_bot(sharded.other)
    await sharded.connect(now, COMEBACK_DISCORD_SHARDS=f"{mine}-{mine}/2")
    await ready(sharded)
    assert await left(sharded) == [], "that is for the process with its shard to notice"
