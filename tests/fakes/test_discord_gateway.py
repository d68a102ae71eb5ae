"""The gateway: what it refuses, and that discord.py survives what it does."""

from __future__ import annotations

import asyncio
import json
import zlib
from collections.abc import Callable
from typing import Any

import aiohttp
import pytest

from tests.fakes.discord import FakeDiscord
from tests.fakes.talk import running

GUILDS = 1
PROPERTIES = {"os": "linux", "browser": "test", "device": "test"}


class Socket:
    """A bare connection; frames are unpacked where they are packed."""

    def __init__(self, fake: FakeDiscord, *, packed: bool = False) -> None:
        self.fake, self._packed, self._inflate = fake, packed, zlib.decompressobj()
        self._session: aiohttp.ClientSession

    async def __aenter__(self) -> Socket:
        self._session = aiohttp.ClientSession()
        query = "?v=10&encoding=json" + ("&compress=zlib-stream" if self._packed else "")
        self.socket = await self._session.ws_connect(self.fake.gateway_url + query)
        assert (await self.next())["op"] == 10
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._session.close()

    async def next(self) -> dict[str, Any]:
        message = await self.socket.receive(5)
        if message.type is aiohttp.WSMsgType.BINARY:
            assert self._packed
            found = json.loads(self._inflate.decompress(message.data))
        else:
            assert message.type is aiohttp.WSMsgType.TEXT, message
            found = json.loads(message.data)
        assert isinstance(found, dict)
        return found

    async def closed(self) -> int | None:
        message = await self.socket.receive(5)
        assert message.type is aiohttp.WSMsgType.CLOSE, message
        return self.socket.close_code

    async def op(self, op: int, data: Any = None) -> None:
        await self.socket.send_json({"op": op, "d": data})

    async def identify(self, **more: Any) -> None:
        data = {"token": self.fake.token, "properties": PROPERTIES, "intents": GUILDS}
        await self.op(2, data | more)


@pytest.mark.parametrize("packed", [False, True])
async def test_a_session_begins_with_ready_and_its_guilds(fake: FakeDiscord, packed: bool) -> None:
    guild = fake.world.add_guild("Support")
    hidden = fake.world.add_channel(guild, "hidden", only=[])
    async with Socket(fake, packed=packed) as socket:
        await socket.identify()
        ready = await socket.next()
        assert (ready["t"], ready["s"]) == ("READY", 1)
        assert ready["d"]["guilds"] == [{"id": guild["id"], "unavailable": True}]
        created = await socket.next()
        assert created["t"] == "GUILD_CREATE"
        assert [one["id"] for one in created["d"]["channels"]] == [hidden["id"]]
        assert [one["user"]["id"] for one in created["d"]["members"]] == [fake.world.app_id]
        await socket.op(1, 2)
        assert (await socket.next())["op"] == 11


REFUSED = [
    ({"token": "wrong"}, 4004),
    ({"shard": [2, 2]}, 4010),
    ({"intents": 1 << 1}, 4014),
    ({"intents": 1 << 8}, 4014),
    ({"intents": 1 << 15}, 4014),
    ({"intents": 1 << 40}, 4013),
    ({"intents": None}, 4013),
]


@pytest.mark.parametrize(("wrong", "code"), REFUSED)
async def test_a_wrong_identify_is_refused(
    fake: FakeDiscord, wrong: dict[str, Any], code: int
) -> None:
    async with Socket(fake) as socket:
        await socket.identify(**wrong)
        assert await socket.closed() == code


async def test_a_privileged_intent_may_be_approved(fake: FakeDiscord) -> None:
    fake.gateway.approved = 1 << 1
    async with Socket(fake) as socket:
        await socket.identify(intents=1 << 1)
        assert (await socket.next())["t"] == "READY"


async def test_frames_that_make_no_sense_end_the_connection(fake: FakeDiscord) -> None:
    async with Socket(fake) as socket:
        await socket.op(3, {})
        assert await socket.closed() == 4003
    async with Socket(fake) as socket:
        await socket.op(99)
        assert await socket.closed() == 4001
    async with Socket(fake) as socket:
        await socket.socket.send_str("no json")
        assert await socket.closed() == 4002
    async with Socket(fake) as socket:
        await socket.op(1, "x" * 4096)
        assert await socket.closed() == 4002
    async with Socket(fake) as socket:
        await socket.identify()
        await socket.next()
        await socket.identify()
        assert await socket.closed() == 4005
    async with Socket(fake) as socket:
        for _ in range(121):
            await socket.op(1)
        while (message := await socket.socket.receive(5)).type is aiohttp.WSMsgType.TEXT:
            pass
        assert message.type is aiohttp.WSMsgType.CLOSE
        assert socket.socket.close_code == 4008


async def test_heartbeats_may_go_unanswered(fake: FakeDiscord) -> None:
    fake.gateway.withhold_acks = True
    async with Socket(fake) as socket:
        await socket.op(1)
        await socket.identify()
        assert (await socket.next())["t"] == "READY"


async def test_silence_ends_a_connection(fake: FakeDiscord) -> None:
    fake.gateway.heartbeat_ms = 20
    async with Socket(fake) as socket:
        assert await socket.closed() == 4009


async def test_identifying_too_often_is_refused(fake: FakeDiscord) -> None:
    fake.gateway.identify_window = 5.0
    async with Socket(fake) as first, Socket(fake) as second:
        await first.identify()
        assert (await first.next())["t"] == "READY"
        await second.identify()
        assert await second.next() == {"t": None, "s": None, "op": 9, "d": False}
        fake.clock.forward(5)
        await second.identify()
        assert (await second.next())["t"] == "READY"
    fake.gateway.identifies_left = 0
    fake.clock.forward(5)
    async with Socket(fake) as third:
        await third.identify()
        assert (await third.next())["op"] == 9


async def test_a_session_is_taken_up_again_with_what_was_missed(fake: FakeDiscord) -> None:
    guild = fake.world.add_guild("Support")
    async with Socket(fake) as socket:
        await socket.identify()
        session = (await socket.next())["d"]["session_id"]
        await socket.next()
        fake.gateway.drop(4000)
        assert await socket.closed() == 4000
    fake.world.add_channel(guild, "meanwhile")
    again = {"token": fake.token, "session_id": session, "seq": 2}
    async with Socket(fake, packed=True) as socket:
        await socket.op(6, again)
        missed = await socket.next()
        assert (missed["t"], missed["s"]) == ("CHANNEL_CREATE", 3)
        assert (await socket.next())["t"] == "RESUMED"
        await socket.socket.close(code=1000)
    await fake.until(lambda: not fake.gateway.connections)
    async with Socket(fake) as socket:
        await socket.op(6, again)
        assert await socket.next() == {"t": None, "s": None, "op": 9, "d": False}
        await socket.op(6, again | {"token": "wrong"})
        assert await socket.closed() == 4004


async def test_events_need_their_intents_and_their_shard(fake: FakeDiscord) -> None:
    even, odd = fake.world.add_guild("Even"), fake.world.add_guild("Odd")
    room = fake.world.add_channel(even, "general")
    async with Socket(fake) as none, Socket(fake) as zero, Socket(fake) as one:
        await none.identify(intents=0, shard=[0, 2])
        await zero.identify(intents=GUILDS | 1 << 9, shard=[0, 2])
        await one.identify(shard=[1, 2])
        for socket in (none, zero, one):
            assert (await socket.next())["t"] == "READY"
        assert [(await one.next())["d"]["id"]] == [odd["id"]]
        assert (await zero.next())["d"]["id"] == even["id"]
        ana = fake.person("ana", even, odd)
        ana.write(room, "hello")
        fake.world.edit_guild(odd, name="Odder")
        heard = await zero.next()
        assert (heard["t"], heard["d"]["content"]) == ("MESSAGE_CREATE", "")
        assert (await one.next())["t"] == "GUILD_UPDATE"
        await none.op(1)
        assert (await none.next())["op"] == 11


async def test_discord_py_resumes_after_every_kind_of_cut(fake: FakeDiscord) -> None:
    guild = fake.world.add_guild("Support")
    async with running(fake) as bot:
        cuts: list[Callable[[], None]] = [
            lambda: fake.gateway.drop(4000),
            lambda: fake.gateway.drop(),
            fake.gateway.reconnect,
            lambda: fake.gateway.invalidate(resumable=True),
        ]
        for cut in cuts:
            resumed = asyncio.ensure_future(bot.wait_for("resumed", timeout=5))
            await asyncio.sleep(0)
            cut()
            fake.world.edit_guild(guild, name=f"Support {len(fake.gateway.identifies)}")
            await resumed
        assert len(fake.gateway.identifies) == 1


async def test_discord_py_identifies_anew_when_its_session_is_gone(fake: FakeDiscord) -> None:
    guild = fake.world.add_guild("Support")
    room = fake.world.add_channel(guild, "general")
    ana = fake.person("ana", guild)
    async with running(fake) as bot:
        again = asyncio.ensure_future(bot.wait_for("ready", timeout=5))
        await asyncio.sleep(0)
        fake.gateway.invalidate()
        await again
        assert (await ana.use(room, "hello")).kind == "message"


async def test_an_interaction_waits_for_a_session_that_comes_back(fake: FakeDiscord) -> None:
    guild = fake.world.add_guild("Support")
    room = fake.world.add_channel(guild, "general")
    ana = fake.person("ana", guild)
    async with running(fake):
        fake.gateway.drop(4000)
        assert (await ana.use(room, "hello")).kind == "message"
    assert (await ana.use(room, "hello")).kind == "nothing"


async def test_two_shards_each_hear_their_guilds(fake: FakeDiscord) -> None:
    fake.shards = 2
    even, odd = fake.world.add_guild("Even"), fake.world.add_guild("Odd")
    rooms = [fake.world.add_channel(guild, "general") for guild in (even, odd)]
    ana = fake.person("ana", even, odd)
    async with running(fake) as bot:
        assert bot.shard_count == 2
        assert {guild.name: guild.shard_id for guild in bot.guilds} == {"Even": 0, "Odd": 1}
        for room in rooms:
            assert (await ana.use(room, "hello")).kind == "message"
        assert (await ana.use(ana.open_dm(), "hello")).kind == "message"
        asked = [one.shard for one in fake.traffic.frames if "INTERACTION_CREATE" in one.text]
        assert asked == [0, 1, 0]


async def test_a_guild_goes_and_comes(fake: FakeDiscord) -> None:
    guild = fake.world.add_guild("Support")
    async with running(fake) as bot:
        seen: list[str] = []
        for event in ("guild_unavailable", "guild_available", "guild_remove", "guild_join"):

            async def heard(*args: Any, event: str = event) -> None:
                seen.append(event)
                fake.moved()

            setattr(bot, f"on_{event}", heard)
        fake.world.make_unavailable(guild)
        fake.world.make_available(guild)
        fake.world.remove_bot(guild)
        fake.world.add_bot(guild)
        await fake.until(lambda: len(seen) == 4)
        assert seen == ["guild_unavailable", "guild_available", "guild_remove", "guild_join"]
