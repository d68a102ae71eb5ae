"""One socket of the gateway, and the codes it is closed with."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.fakes.discord.sessions import Out, Session

UNKNOWN_OP, DECODE, NOT_AUTHENTICATED, BAD_TOKEN, ALREADY = 4001, 4002, 4003, 4004, 4005
TIMED_OUT = 4009
BAD_SEQ, TOO_FAST, BAD_SHARD, MUST_SHARD, BAD_VERSION = 4007, 4008, 4010, 4011, 4012
BAD_INTENTS, DISALLOWED = 4013, 4014
GUILDS_A_SHARD = 2500
LONGEST = 4096  # bytes of a frame a client may send


class Closed(Exception):
    """The server closes this connection with a code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


@dataclass
class Connection:
    """One socket; ``session`` once it identified or resumed."""

    socket: web.WebSocketResponse
    deflate: Any
    out: asyncio.Queue[Out] = field(default_factory=asyncio.Queue)
    session: Session | None = None
    times: deque[float] = field(default_factory=deque)
    timer: asyncio.TimerHandle | None = None
    ours: bool = False
    """Whether it is this side that closed it."""

    def op(self, op: int, data: Any = None) -> None:
        """Queue a frame that is not an event."""
        self.out.put_nowait(("send", json.dumps({"t": None, "s": None, "op": op, "d": data})))
