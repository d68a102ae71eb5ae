"""Slack's side of the benchmarks: the fake, commands to be sent, and the programs on it."""

from __future__ import annotations

import asyncio
import itertools
import os
import secrets
import socket
import sys
from pathlib import Path
from typing import Any

import yaml

from bot.identity import RootKey
from tests.bench import discord_stage
from tests.bench.slack_ways import Line
from tests.fakes.slack import FakeSlack
from tests.fakes.slack.delivery import Ack, Delivery
from tests.fakes.slack.world import Json

COMEBACK = ("bot", "run")
STOCK = ("tests.bench.slack_bare",)
BEFORE = ("tests.bench.slack_bare", "before")
FIXED = ("tests.bench.slack_fixed",)
WORD = "/comeback"

_KEY = RootKey.new_text()
_PEOPLE = 1000
_MANIFEST = Path(__file__).parents[2] / "deploy/slack-manifest.yaml"


class _Tap(Delivery):
    """Keeps what was sent last, as the fake shaped it."""

    payload: Json

    async def send(self, kind: str, payload: Json, *, answers: bool = False) -> Ack:
        """Keep it and send it."""
        self.payload = payload
        return await super().send(kind, payload, answers=answers)


class Stage(FakeSlack):
    """The fake, with a workspace and two rooms, and a thousand people who use one command."""

    def __init__(self) -> None:
        super().__init__(check=False)
        self.traffic.keep = False
        self.rates.on = False
        self.socket = self.line = Line(self)
        self.delivery = self._tap = _Tap(self)
        self.configure(yaml.safe_load(_MANIFEST.read_text("utf-8")))
        self.space = self.workspace("Second Start")
        self.install(self.space)
        self.support = self.channel(self.space, "support")
        self.moderators = self.channel(self.space, "moderators", private=True)
        rooms = [self.support, self.moderators]
        self.ana = self.person("ana", self.space, admin=True, channels=rooms)
        self._numbers = itertools.count(1)

    async def commands(self, count: int) -> list[Json]:
        """Return payloads of the command, each of its own trigger, by one after the other."""
        if not hasattr(self._tap, "payload"):
            await self.ana.use(self.support, WORD)
        return [self._command(number) for number in itertools.islice(self._numbers, count)]

    def _command(self, number: int) -> Json:
        user = f"U0BENCH{number % _PEOPLE:04}"
        trigger = f"{number}.{self.space.id}.{secrets.token_hex(16)}"
        made = {"user_id": user, "user_name": user.lower(), "trigger_id": trigger}
        return self._tap.payload | made


class Program(discord_stage.Program):
    """A Python program on a stage; what it logs goes to a file, so that nobody has to read it."""

    port = 0
    log = Path()

    @classmethod
    async def on(
        cls,
        stage: Stage,
        module: tuple[str, ...],
        folder: Path,
        *,
        socket_mode: bool,
        database: str | None = None,
    ) -> Program:
        """Start it; ``folder`` holds its database, unless there is another."""
        folder.mkdir(exist_ok=True)
        port, log = _free_port(), folder / "log"
        settings = _settings(stage, folder, port, socket_mode, database)
        others = {key: it for key, it in os.environ.items() if not key.startswith("COMEBACK_")}
        with log.open("wb") as file:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", *module, env=others | settings, stdout=file, stderr=file
            )
        made = cls(process)
        made.port, made.log = port, log
        return made

    async def said(self, event: str) -> None:
        """Wait until it logged an event."""
        while event not in (text := self.log.read_text("utf-8")):
            assert self._process.returncode is None, text
            await asyncio.sleep(0.01)


def _settings(
    stage: Stage, folder: Path, port: int, socket_mode: bool, database: str | None
) -> dict[str, str]:
    made: dict[str, Any] = {
        "COMEBACK_FOLDER": str(folder),
        "COMEBACK_ROOT_KEY": _KEY,
        "COMEBACK_PORT": str(port),
        "COMEBACK_LOG_LEVEL": "INFO",
        "COMEBACK_SLACK_BOT_TOKEN": stage.space.bot_token,
        "SLACK_API_URL": stage.api,
    }
    if socket_mode:
        made["COMEBACK_SLACK_APP_TOKEN"] = stage.app.app_token
    else:
        made["COMEBACK_SLACK_SIGNING_SECRET"] = stage.app.signing_secret
    return made | ({"COMEBACK_DATABASE_URL": database} if database else {})


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
