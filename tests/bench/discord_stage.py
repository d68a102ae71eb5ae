"""Discord's side of the benchmarks: the fake with a stopwatch, and the programs on it."""

from __future__ import annotations

import asyncio
import json
import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.identity import RootKey
from tests.fakes.discord import FakeDiscord
from tests.fakes.discord.interactions import COMMAND, Interaction
from tests.fakes.discord.traffic import Request, Traffic

COMEBACK = ("bot", "run")
BARE = ("tests.bench.discord_bare",)
FIXED = ("tests.bench.discord_fixed",)
SLASH = {"id": "1", "name": "comeback", "type": 1, "options": []}

_KEY = RootKey.new_text()
_CALLBACK = "/callback"
_EVENT = '{"t": "INTERACTION_CREATE"'
_TOKEN = re.compile(r'"token": "([^"]+)"')


class Stopwatch(Traffic):
    """When each interaction's frame was written and when its callback came, by token.

    Both in seconds of ``perf_counter``; nothing else of the traffic is kept.
    """

    def __init__(self) -> None:
        super().__init__()
        self.keep = False
        self.written: dict[str, float] = {}
        self.came: dict[str, float] = {}

    def frame(self, sent: bool, shard: int, text: str) -> None:
        """Note the time when it goes to the socket."""
        if sent and text.startswith(_EVENT) and (token := _TOKEN.search(text)):
            self.written[token[1]] = time.perf_counter()

    def request(self, request: Request) -> None:
        """Note the time when its head has been read."""
        if request.path.endswith(_CALLBACK):
            self.came.setdefault(request.path.split("/")[-2], time.perf_counter())

    def delays(self, tokens: list[str]) -> list[float]:
        """Return the milliseconds each took, the shortest first; what never came is endless."""
        return sorted(
            (self.came.get(token, float("inf")) - self.written[token]) * 1000 for token in tokens
        )


class Stage(FakeDiscord):
    """The fake, with a server, a room and somebody in it.

    With ``parrot`` it answers every callback with those bytes and does nothing else, then calls
    ``heard``: its own work does not count then.
    """

    def __init__(self) -> None:
        super().__init__(check=False)
        self.traffic = self.stopwatch = Stopwatch()
        self.parrot: bytes | None = None
        self.heard: Callable[[], None] = lambda: None
        self.said = b""
        """The last callback's answer."""
        self.guild = self.world.add_guild("Second Start")
        self.support = self.world.add_channel(self.guild, "support")
        self.ana = self.person("ana", self.guild)

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        if not request.path.endswith(_CALLBACK):
            return await super()._serve(request)
        if self.parrot is None:
            response = await super()._serve(request)
            assert isinstance(response, web.Response)
            self.said = response.body if isinstance(response.body, bytes) else b""
            return response
        self.stopwatch.request(Request(request.method, request.path, "", {}))
        await request.read()
        self.heard()
        return web.Response(body=self.parrot, content_type="application/json")

    async def answered(
        self, kind: int, user_id: str, data: Any, message: Any = None
    ) -> Interaction:
        """Let somebody do something in the room; return when it is answered, or too late."""
        interaction = self.interactions.new(kind, user_id, self.support, data, message)
        await self.interactions.send(interaction)
        return interaction

    async def connected(self) -> None:
        """Wait until a bot is there and answers."""
        await self.until(self.gateway.connected, 60)
        while not (await self.answered(COMMAND, self.ana.id, SLASH)).answer:
            await asyncio.sleep(0.1)

    def show(self, components: Any) -> Any:
        """Let the bot write these components into the room; return the message."""
        body = {"flags": 1 << 15, "components": components}
        return self.messages.send(self.world.app_id, self.support, body, {})

    def frame(self, kind: int, data: Any, message: Any = None) -> Callable[[int], tuple[str, str]]:
        """Return what makes the n-th frame of something Ana does, and its token."""
        interaction = self.interactions.new(kind, self.ana.id, self.support, data, message)
        payload = self.interactions.payload(interaction) | {"id": "@id", "token": "@token"}
        text = json.dumps({"t": "INTERACTION_CREATE", "s": "@s", "op": 0, "d": payload})
        (session,) = self.gateway.sessions.values()
        first = int(interaction.id)

        def make(number: int) -> tuple[str, str]:
            session.seq += 1
            token = f"{first}-{number}"
            made = text.replace('"@s"', str(session.seq), 1)
            made = made.replace("@id", str(first + number), 1).replace("@token", token, 1)
            return made, token

        return make


class Program:
    """A Python program connected to a stage: ``module`` and arguments, as after ``python -m``."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @classmethod
    async def start(cls, fake: FakeDiscord, module: tuple[str, ...], folder: Path) -> Program:
        """Start it with the settings of a bot on this fake; ``folder`` holds its database."""
        folder.mkdir(exist_ok=True)
        settings = {
            "COMEBACK_FOLDER": str(folder),
            "COMEBACK_ROOT_KEY": _KEY,
            "COMEBACK_PORT": "0",
            "COMEBACK_LOG_LEVEL": "INFO",
            "COMEBACK_DISCORD_TOKEN": fake.token,
            "COMEBACK_DISCORD_API_URL": fake.api,
            "COMEBACK_DISCORD_GATEWAY_URL": fake.gateway_url,
        }
        others = {key: it for key, it in os.environ.items() if not key.startswith("COMEBACK_")}
        return cls(
            await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                *module,
                env=others | settings,
                stderr=asyncio.subprocess.PIPE,
            )
        )

    async def ready(self) -> None:
        """Wait for the line of its log that says it."""
        assert self._process.stderr is not None
        said = b""
        async for line in self._process.stderr:
            said += line
            if b"discord.ready" in line:
                return
        raise AssertionError(said.decode())

    def seconds(self) -> float:
        """Return how many seconds of a core it used so far."""
        # The clock of another process, as clock_getcpuclockid(3) makes it on Linux.
        return time.clock_gettime(~self._process.pid << 3 | 2)

    async def calm(self) -> None:
        """Wait until it hardly does anything any more."""
        before = -1.0
        while (now := self.seconds()) > before + 0.02:
            before = now
            await asyncio.sleep(0.3)

    def megabytes(self) -> float:
        """Return how much memory it holds."""
        status = Path(f"/proc/{self._process.pid}/status").read_text("utf-8")
        found = re.search(r"VmRSS:\s+(\d+)", status)
        return int(found[1]) / 1024 if found else float("nan")

    async def stop(self) -> None:
        """End it as an operator does."""
        if self._process.returncode is None:
            self._process.terminate()
        await self._process.communicate()
