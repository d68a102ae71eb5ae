"""The gateway: HELLO, IDENTIFY, heartbeats, RESUME and everything that can go wrong with them."""

from __future__ import annotations

import asyncio
import contextlib
import json
import zlib
from typing import TYPE_CHECKING, Any

from aiohttp import WSMsgType, web

from tests.fakes.discord.connection import (
    ALREADY,
    BAD_INTENTS,
    BAD_SEQ,
    BAD_SHARD,
    BAD_TOKEN,
    BAD_VERSION,
    DECODE,
    DISALLOWED,
    GUILDS_A_SHARD,
    LONGEST,
    MUST_SHARD,
    NOT_AUTHENTICATED,
    TIMED_OUT,
    TOO_FAST,
    UNKNOWN_OP,
    Closed,
    Connection,
)
from tests.fakes.discord.sessions import (
    KNOWN_INTENTS,
    MESSAGE_CONTENT,
    PRIVILEGED,
    Session,
    hidden,
)
from tests.fakes.discord.shapes import guild_create
from tests.fakes.discord.world import Json

if TYPE_CHECKING:
    from tests.fakes.discord.server import FakeDiscord


class Gateway:
    """All sessions and connections, and the switches a test turns."""

    def __init__(self, fake: FakeDiscord) -> None:
        self.fake = fake
        self.sessions: dict[str, Session] = {}
        self.connections: list[Connection] = []
        self.heartbeat_ms = 41_250
        self.events_a_minute = 120
        self.identifies_left = 1000
        self.max_concurrency = 1
        self.identify_window = 0.0
        """Seconds in which a shard group may identify once; Discord's is 5, 0 turns it off."""
        self.approved = 0
        """Privileged intents switched on in the developer portal."""
        self.withhold_acks = False
        self.identifies: list[tuple[float, int]] = []

    # What a test does.

    def dispatch(self, event: str, data: Json, guild_id: str | None = None) -> bool:
        """Send an event to whom it concerns; say whether any session got it."""
        bot_id, heard = self.fake.world.app_id, False
        for session in self.sessions.values():
            if session.hears(event, data, guild_id, bot_id):
                cut = event.startswith("MESSAGE_") and "author" in data
                cut = cut and not session.intents & MESSAGE_CONTENT
                session.dispatch(event, hidden(data, bot_id) if cut else data)
                heard = True
        self.fake.moved()
        return heard

    def drop(self, code: int | None = None, shard: int | None = None) -> None:
        """Close connections with a code, or cut them without a word; their sessions stay."""
        for connection in self._of(shard):
            if code in (BAD_SEQ, TIMED_OUT) and connection.session is not None:
                self.sessions.pop(connection.session.id, None)
            connection.out.put_nowait(("cut", None) if code is None else ("close", code))

    def reconnect(self, shard: int | None = None) -> None:
        """Ask to reconnect and resume (op 7)."""
        for connection in self._of(shard):
            connection.op(7)

    def invalidate(self, *, resumable: bool = False, shard: int | None = None) -> None:
        """Send INVALID_SESSION; without ``resumable`` the session is gone."""
        for connection in self._of(shard):
            if not resumable and connection.session is not None:
                self.sessions.pop(connection.session.id, None)
            connection.op(9, resumable)

    def connected(self, shard: int = 0) -> bool:
        """Say whether a shard is identified and connected."""
        return any(one.out is not None and one.shard == shard for one in self.sessions.values())

    def _of(self, shard: int | None) -> list[Connection]:
        return [
            one
            for one in self.connections
            if one.session is not None and shard in (None, one.session.shard)
        ]

    # What happens on a socket.

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Serve one connection until it ends."""
        compress = request.query.get("compress")
        if compress not in (None, "zlib-stream"):
            self.fake.violations.append(f"gateway: compress={compress} is not served here")
        socket = web.WebSocketResponse(max_msg_size=0, compress=False, timeout=1.0)
        await socket.prepare(request)
        connection = Connection(socket, zlib.compressobj() if compress else None)
        self.connections.append(connection)
        writer = asyncio.ensure_future(self._write(connection))
        try:
            if request.query.get("v") != "10" or request.query.get("encoding") != "json":
                raise Closed(BAD_VERSION)
            self._expect_heartbeat(connection)
            connection.op(10, {"heartbeat_interval": self.heartbeat_ms, "_trace": ["[]"]})
            await self._read(connection)
        except Closed as closed:
            connection.out.put_nowait(("close", closed.code))
            await writer
        finally:
            self._leave(connection)
            writer.cancel()
            await asyncio.wait([writer])
            self.fake.moved()
        return socket

    def _expect_heartbeat(self, connection: Connection) -> None:
        """Close a connection that stays silent for one and a half intervals."""
        if connection.timer is not None:
            connection.timer.cancel()
        late = self.heartbeat_ms / 1000 * 1.5
        out, loop = connection.out, asyncio.get_running_loop()
        connection.timer = loop.call_later(late, out.put_nowait, ("close", TIMED_OUT))

    def _leave(self, connection: Connection) -> None:
        if connection.timer is not None:
            connection.timer.cancel()
        self.connections.remove(connection)
        session = connection.session
        if session is None or session.out is not connection.out:
            return
        session.out = None
        if not connection.ours and connection.socket.close_code in (1000, 1001):
            self.sessions.pop(session.id, None)

    async def _write(self, connection: Connection) -> None:
        while True:
            what, value = await connection.out.get()
            connection.ours = what != "send"
            if what == "close":
                await connection.socket.close(code=value)
                return
            if what == "cut":
                transport = connection.socket._req.transport if connection.socket._req else None
                if transport is not None:
                    transport.abort()
                return
            shard = connection.session.shard if connection.session else 0
            self.fake.traffic.frame(True, shard, value)
            with contextlib.suppress(ConnectionError):
                if connection.deflate is None:
                    await connection.socket.send_str(value)
                else:
                    packed = connection.deflate.compress(value.encode())
                    packed += connection.deflate.flush(zlib.Z_SYNC_FLUSH)
                    await connection.socket.send_bytes(packed)

    async def _read(self, connection: Connection) -> None:
        async for message in connection.socket:
            if message.type is not WSMsgType.TEXT:
                raise Closed(DECODE)
            shard = connection.session.shard if connection.session else 0
            self.fake.traffic.frame(False, shard, message.data)
            self._count(connection)
            try:
                frame = json.loads(message.data)
                op, data = frame["op"], frame.get("d")
            except (ValueError, KeyError, TypeError):
                raise Closed(DECODE) from None
            if len(message.data.encode()) > LONGEST:
                raise Closed(DECODE)
            self._take(connection, op, data)

    def _count(self, connection: Connection) -> None:
        now = self.fake.clock.monotonic()
        times = connection.times
        times.append(now)
        while times[0] <= now - 60:
            times.popleft()
        if len(times) > self.events_a_minute:
            raise Closed(TOO_FAST)

    def _take(self, connection: Connection, op: int, data: Any) -> None:
        if op == 1:
            self._expect_heartbeat(connection)
            if not self.withhold_acks:
                connection.op(11)
        elif op == 2:
            if connection.session is not None:
                raise Closed(ALREADY)
            self._identify(connection, data)
        elif op == 6:
            if connection.session is not None:
                raise Closed(ALREADY)
            self._resume(connection, data)
        elif op in (3, 4, 8):
            if connection.session is None:
                raise Closed(NOT_AUTHENTICATED)
        else:
            raise Closed(UNKNOWN_OP)

    def _identify(self, connection: Connection, data: Json) -> None:
        if data.get("token", "").removeprefix("Bot ") != self.fake.token:
            raise Closed(BAD_TOKEN)
        shard, shards = data.get("shard") or (0, 1)
        if not 0 <= shard < shards:
            raise Closed(BAD_SHARD)
        world = self.fake.world
        guilds = [one for one in world.present if (int(one) >> 22) % shards == shard]
        if len(guilds) > GUILDS_A_SHARD:
            raise Closed(MUST_SHARD)
        intents = data.get("intents")
        if not isinstance(intents, int) or intents & ~KNOWN_INTENTS or "properties" not in data:
            raise Closed(BAD_INTENTS)
        if intents & PRIVILEGED & ~self.approved:
            raise Closed(DISALLOWED)
        if not self._may_identify(shard):
            connection.op(9, False)
            return
        for old in list(self.sessions.values()):
            if old.out is None and old.shard == shard:
                del self.sessions[old.id]
        session = Session(shard, shards, intents, out=connection.out)
        self.sessions[session.id] = connection.session = session
        self._welcome(session, sorted(guilds, key=int))

    def _may_identify(self, shard: int) -> bool:
        now, group = self.fake.clock.monotonic(), shard % self.max_concurrency
        since = now - self.identify_window
        recent = [one for at, one in self.identifies if at > since and one == group]
        if recent or self.identifies_left <= 0:
            return False
        self.identifies_left -= 1
        self.identifies.append((now, group))
        return True

    def _welcome(self, session: Session, guilds: list[str]) -> None:
        world = self.fake.world
        ready: Json = {
            "v": 10,
            "user": world.bot,
            "session_id": session.id,
            "private_channels": [],
        }
        ready["guilds"] = [{"id": one, "unavailable": True} for one in guilds]
        ready["resume_gateway_url"] = self.fake.gateway_url + "resume"
        ready["session_type"], ready["relationships"] = "normal", []
        ready["shard"] = [session.shard, session.shards]
        ready["application"] = {"id": world.app_id, "flags": self.fake.app_flags}
        session.dispatch("READY", ready)
        for guild_id in guilds:
            if session.intents & 1 and guild_id not in world.unavailable:
                data = guild_create(world, world.guilds[guild_id], self.fake.messages.threads_of)
                session.dispatch("GUILD_CREATE", data)
        self.fake.moved()

    def _resume(self, connection: Connection, data: Json) -> None:
        if data.get("token", "").removeprefix("Bot ") != self.fake.token:
            raise Closed(BAD_TOKEN)
        session = self.sessions.get(data.get("session_id", ""))
        if session is None:
            connection.op(9, False)
            return
        if data["seq"] > session.seq:
            raise Closed(BAD_SEQ)
        connection.session, session.out = session, connection.out
        for text in session.after(data["seq"]):
            connection.out.put_nowait(("send", text))
        session.dispatch("RESUMED", {"_trace": ["[]"]})
        self.fake.moved()
