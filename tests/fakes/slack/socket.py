"""Socket Mode: tickets, connections, envelopes and everything that can go wrong with them."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import secrets
import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import WSMsgType, web

from tests.fakes.slack.delivery import COMMAND, EVENT, FAILED, TIMEOUT, Ack
from tests.fakes.slack.errors import ApiError
from tests.fakes.slack.world import Json

if TYPE_CHECKING:
    from tests.fakes.slack.server import FakeSlack

MOST = 10
TICKET_SECONDS = 30.0
"""How long a URL can be connected to; from memory, Slack says only that it is temporary."""
DISABLED = "forbidden_team"
"""What ``apps.connections.open`` answers while Socket Mode is off; ours, nothing names it."""


@dataclass(eq=False)
class Envelope:
    """Something on its way; ``ids`` are those it had on each connection."""

    type: str
    payload: Json
    answers: bool
    attempt: int
    reason: str
    answered: asyncio.Future[Json]
    ids: list[str] = field(default_factory=list)


@dataclass(eq=False)
class Connection:
    """One socket. ``leaving`` was told to go, and gets nothing more."""

    number: int
    socket: web.WebSocketResponse
    leaving: bool = False
    unacked: dict[str, Envelope] = field(default_factory=dict)


class Socket:
    """All connections, and the switches a test turns."""

    def __init__(self, fake: FakeSlack) -> None:
        self.fake = fake
        self.connections: list[Connection] = []
        self.withhold_pongs = False
        self.approximate_seconds = 3600
        self._enabled = True
        self._tickets: dict[str, float] = {}
        self._failing: list[str] = []
        self._numbers, self._turn = itertools.count(1), itertools.count()
        self._known: dict[str, Envelope] = {}
        self._lost: list[Envelope] = []

    # What a test does.

    @property
    def connected(self) -> int:
        """Return how many connections are open and not told to leave."""
        return len(self._ready())

    def _ready(self) -> list[Connection]:
        return [one for one in self.connections if not one.leaving and not one.socket.closed]

    def disconnect(self, reason: str = "warning") -> asyncio.Task[None]:
        """Tell every connection to go: warning, refresh_requested, link_disabled, …

        After ``warning`` and ``refresh_requested`` the client has a moment to replace it, so the
        old one stays until the client closes it; after the others it is closed. Returns a task
        that may be awaited.
        """
        return self.fake.delivery.background(self._disconnect(reason))

    async def _disconnect(self, reason: str) -> None:
        told: Json = {"type": "disconnect", "reason": reason}
        told["debug_info"] = {"host": "applink-1"}
        if reason == "link_disabled":
            self._enabled = False
        for one in self._ready():
            one.leaving = True
            await self._write(one, json.dumps(told))
            if reason not in ("warning", "refresh_requested"):
                await one.socket.close()
        self.fake.moved()

    def enable(self) -> None:
        """Switch Socket Mode on again after ``link_disabled``."""
        self._enabled = True

    def drop(self) -> None:
        """Cut every connection without a word."""
        for one in list(self.connections):
            transport = one.socket._req.transport if one.socket._req else None
            if transport is not None:
                transport.abort()

    def open_fails(self, error: str = "internal_error", times: int = 1) -> None:
        """Let the next calls of ``apps.connections.open`` fail."""
        self._failing += [error] * times

    async def ping(self) -> None:
        """Send a PING frame to every connection, as Slack does every few seconds."""
        for one in self._ready():
            await one.socket.ping(b"Ping from applink-1")

    def redeliver_last(self) -> asyncio.Task[None]:
        """Send the last event once more although it was acknowledged."""
        return self.fake.delivery.background(self.fake.delivery.redeliver_last())

    async def retry_due(self) -> int:
        """Send again the events that are due by the fake's clock."""
        return await self.fake.delivery.retry_due()

    # Connecting.

    def ticket(self) -> str:
        """Return an address for one connection; raises where there is none to get."""
        if self._failing:
            raise ApiError(self._failing.pop(0))
        if not self._enabled or not self.fake.world.app.set_up.socket:
            raise ApiError(DISABLED)
        ticket = str(uuid.uuid4())
        self._tickets[ticket] = self.fake.clock.monotonic()
        host = self.fake.host.replace("http://", "ws://")
        return f"{host}/link/?ticket={ticket}&app_id={secrets.token_hex(32)}"

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Serve one connection until it ends."""
        made = self._tickets.pop(request.query.get("ticket", ""), None)
        if made is None or self.fake.clock.monotonic() - made > TICKET_SECONDS:
            return web.Response(status=408)
        socket = web.WebSocketResponse(autoping=False, compress=False, timeout=0.2)
        await socket.prepare(request)
        connection = Connection(next(self._numbers), socket)
        if len(self.connections) >= MOST:
            told = {"type": "disconnect", "reason": "too_many_websockets"}
            told_all = told | {"debug_info": {"host": "applink-1"}}
            await self._write(connection, json.dumps(told_all))
            await socket.close()
            return socket
        self.connections.append(connection)
        try:
            await self._greet(connection)
            await self._read(connection)
        finally:
            self.connections.remove(connection)
            await self._leave(connection)
            self.fake.moved()
        return socket

    async def _greet(self, connection: Connection) -> None:
        hello: Json = {"type": "hello", "num_connections": len(self.connections)}
        about = {"host": "applink-1", "build_number": 1}
        hello["debug_info"] = about | {"approximate_connection_time": self.approximate_seconds}
        hello["connection_info"] = {"app_id": self.fake.world.app.id}
        await self._write(connection, json.dumps(hello))
        lost, self._lost = self._lost, []
        for envelope in lost:
            await self._put(connection, envelope)
        self.fake.moved()

    async def _leave(self, connection: Connection) -> None:
        """Send what a connection took with it on another one, or keep it for the next."""
        for envelope in connection.unacked.values():
            if envelope.answered.done():
                continue
            ready = self._ready()
            if ready:
                await self._put(ready[0], envelope)
            else:
                self._lost.append(envelope)

    # Sending.

    async def _write(self, connection: Connection, text: str) -> None:
        self.fake.traffic.frame(True, connection.number, text)
        with contextlib.suppress(ConnectionError):
            await connection.socket.send_str(text)

    async def _put(self, connection: Connection, envelope: Envelope) -> None:
        name = str(uuid.uuid4())
        envelope.ids.append(name)
        self._known[name] = connection.unacked[name] = envelope
        frame: Json = {"envelope_id": name, "type": envelope.type, "payload": envelope.payload}
        frame["accepts_response_payload"] = envelope.answers
        if envelope.type == EVENT:
            frame |= {"retry_attempt": envelope.attempt, "retry_reason": envelope.reason}
        await self._write(connection, json.dumps(frame))

    async def deliver(
        self,
        kind: str,
        payload: Json,
        *,
        answers: bool = False,
        attempt: int = 0,
        reason: str = "",
    ) -> Ack:
        """Send an envelope over one of the connections and wait for its acknowledgement."""
        ready = self._ready()
        if not ready:
            return Ack(error=FAILED)
        answered: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        takes = answers or kind == COMMAND
        envelope = Envelope(kind, payload, takes, attempt, reason, answered)
        await self._put(ready[next(self._turn) % len(ready)], envelope)
        try:
            told = await asyncio.wait_for(answered, self.fake.deadline)
        except TimeoutError:
            return Ack(error=TIMEOUT)
        return Ack(200, told.get("payload"))

    # Reading.

    async def _read(self, connection: Connection) -> None:
        async for message in connection.socket:
            if message.type is WSMsgType.PING:
                if not self.withhold_pongs:
                    await connection.socket.pong(message.data)
            elif message.type is WSMsgType.TEXT:
                self.fake.traffic.frame(False, connection.number, message.data)
                self._take(connection, message.data)
                self.fake.moved()

    def _take(self, connection: Connection, text: str) -> None:
        try:
            told: Any = json.loads(text)
            envelope = self._known[told["envelope_id"]]
        except (ValueError, KeyError, TypeError):
            self.fake.violations.append(f"socket: this acknowledges nothing: {text[:200]}")
            return
        connection.unacked.pop(told["envelope_id"], None)
        if told.get("payload") and not envelope.answers:
            self.fake.violations.append(f"socket: a payload where none is read: {text[:200]}")
        if not envelope.answered.done():
            envelope.answered.set_result(told)
