"""The two ways to a bot on Slack, with a stopwatch: signed requests, and envelopes on a socket.

Both do as little as they can, in the process of the benchmark: what is measured is the bot.
"""

from __future__ import annotations

import asyncio
import json
import re
import time
import uuid
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from tests.fakes.slack.delivery import COMMAND
from tests.fakes.slack.socket import Connection, Socket
from tests.fakes.slack.world import Json

if TYPE_CHECKING:
    from tests.fakes.slack.server import FakeSlack

PATH: Final = "/slack/events"
_LENGTH: Final = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)

Made = tuple[str, Any]
"""Something to be sent: the name of its answer, and what is written."""


class _Wire(asyncio.Protocol):
    """A connection that is kept, with one request at a time on it."""

    def __init__(self) -> None:
        self.answer: asyncio.Future[bytes]
        self.came = 0.0
        self._transport: asyncio.WriteTransport
        self._got = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep what is written to."""
        assert isinstance(transport, asyncio.WriteTransport)
        self._transport = transport

    def write(self, raw: bytes) -> asyncio.Future[bytes]:
        """Send a request, and return what will be its answer."""
        self._got, self.answer = b"", asyncio.get_running_loop().create_future()
        self._transport.write(raw)
        return self.answer

    def data_received(self, data: bytes) -> None:
        """Note the time when an answer is whole."""
        came = time.perf_counter()
        self._got += data
        head, _, body = self._got.partition(b"\r\n\r\n")
        length = _LENGTH.search(head)
        if length is not None and len(body) >= int(length[1]) and not self.answer.done():
            self.came = came
            self.answer.set_result(self._got)

    def connection_lost(self, exc: Exception | None) -> None:
        """Fail what waits."""
        if hasattr(self, "answer") and not self.answer.done():
            self.answer.set_exception(ConnectionError("the bot hung up"))

    def close(self) -> None:
        """Hang up."""
        self._transport.close()


class Post:
    """Signed requests to a port, over connections that are kept."""

    def __init__(self, fake: FakeSlack, port: int) -> None:
        self._fake, self._port = fake, port
        self._idle: list[_Wire] = []
        self.empty = 0
        """How many were acknowledged with nothing: what they show comes later, if at all."""

    async def open(self, count: int = 128) -> None:
        """Connect, as often as will be needed at a time."""
        self._idle += [await self._connected() for _ in range(count)]

    async def _connected(self) -> _Wire:
        loop = asyncio.get_running_loop()
        _, wire = await loop.create_connection(_Wire, "127.0.0.1", self._port)
        return wire

    def make(self, payload: Json) -> Made:
        """Return a signed request. Its signature is good for five minutes, and once."""
        body = urlencode(payload).encode()
        headers = self._fake.http.signed(body) | {"Host": f"127.0.0.1:{self._port}"}
        headers |= {"Content-Length": str(len(body))}
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        return "", f"POST {PATH} HTTP/1.1\r\n{head}\r\n".encode() + body

    async def ask(self, made: Made) -> float:
        """Send a request and return the milliseconds to its whole answer."""
        wire = self._idle.pop() if self._idle else await self._connected()
        sent = time.perf_counter()
        answer = await wire.write(made[1])
        assert answer.startswith(b"HTTP/1.1 200 "), answer
        self.empty += answer.endswith(b"\r\n\r\n")
        self._idle.append(wire)
        return (wire.came - sent) * 1000

    def close(self) -> None:
        """Hang up everywhere."""
        for wire in self._idle:
            wire.close()


class Line(Socket):
    """The fake's socket: what ``ask`` sends goes past all that the fake does with envelopes."""

    def __init__(self, fake: FakeSlack) -> None:
        super().__init__(fake)
        self._asked: dict[str, asyncio.Future[float]] = {}
        self.empty = 0

    async def open(self, count: int = 1) -> None:
        """Wait until the bot is connected."""
        await self.fake.until(lambda: self.connected, 60)

    def make(self, payload: Json) -> Made:
        """Return an envelope."""
        name = str(uuid.uuid4())
        frame = {"envelope_id": name, "type": COMMAND, "payload": payload}
        return name, json.dumps(frame | {"accepts_response_payload": True})

    async def ask(self, made: Made) -> float:
        """Send an envelope and return the milliseconds to its acknowledgment."""
        name, text = made
        came = self._asked[name] = asyncio.get_running_loop().create_future()
        (connection,) = self.connections
        sent = time.perf_counter()
        await connection.socket.send_str(text)
        return (await came - sent) * 1000

    def _take(self, connection: Connection, text: str) -> None:
        came = time.perf_counter()
        told = json.loads(text)
        asked = self._asked.pop(told["envelope_id"], None)
        if asked is None:
            super()._take(connection, text)
            return
        self.empty += not told.get("payload")
        asked.set_result(came)

    def close(self) -> None:
        """Leave the connection to the fake."""


Way = Post | Line
