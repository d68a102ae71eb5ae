"""Lives of the bot as seen from outside: begun, killed, and what they said."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

_PATIENCE: Final = 50.0  # seconds; whatever lives longer hangs


class Hangs(AssertionError):
    """A life neither rested nor ended."""


@dataclass(eq=False)
class Life:
    """One life. ``point`` is where it ended by itself, ``rested`` that nothing was left to do."""

    number: int
    pid: int = 0
    point: str = ""
    rested: bool = False
    next_due: datetime | None = None
    waiting: int = 0
    status: int | None = None
    said: asyncio.Event = field(default_factory=asyncio.Event)
    words: set[str] = field(default_factory=set)

    @property
    def was_killed(self) -> bool:
        """Say whether it ended by SIGKILL, and not by a fault of its own."""
        return self.status is not None and os.WIFSIGNALED(self.status)

    async def until(self, *words: str, seconds: float = _PATIENCE) -> bool:
        """Wait until it said one of these or is dead; says whether it did within ``seconds``."""
        try:
            async with asyncio.timeout(seconds):
                while not self.words.intersection((*words, "dead")):
                    self.said.clear()
                    await self.said.wait()
        except TimeoutError:
            return False
        return True

    def kill(self) -> None:
        """End it now, if it lives."""
        if self.pid and "dead" not in self.words:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)

    def heard(self, told: Mapping[str, Any]) -> None:
        """Take in what is told of it."""
        says = told["says"]
        if says == "born":
            self.pid = told["pid"]
        elif says == "point":
            self.point = told["at"]
        elif says == "dead":
            self.status = told["status"]
        elif says == "rests":
            self.rested, self.waiting = True, told["waiting"]
            self.next_due = datetime.fromisoformat(told["due"]) if told["due"] else None
        self.words.add(says)
        self.said.set()


class Nursery:
    """The process whose forks the lives are; it imports everything once."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        self.line = ours
        self.line.setblocking(False)
        number, name = tempfile.mkstemp(prefix="comeback-lives-", suffix=".log")
        os.close(number)
        self.log = Path(name)
        command = [sys.executable, "-m", "tests.kills.worker", str(theirs.fileno())]
        clean = {key: it for key, it in os.environ.items() if not key.startswith("COMEBACK_")}
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(  # noqa: S603 - this very interpreter
                command, pass_fds=(theirs.fileno(),), stdout=log, stderr=log, env=clean
            )
        theirs.close()

    def close(self) -> None:
        """End it, and whoever lives."""
        self.line.shutdown(socket.SHUT_RDWR)
        self.line.close()
        self._process.wait()
        self.log.unlink(missing_ok=True)


_numbers = itertools.count(1)


class Lives:
    """Begins lives for one test or benchmark."""

    def __init__(self, nursery: Nursery) -> None:
        self._nursery = nursery
        self._lives: dict[int, Life] = {}
        self._writer: asyncio.StreamWriter

    @contextlib.asynccontextmanager
    async def here(self) -> AsyncIterator[Lives]:
        """Listen to the nursery in this loop; in the end nobody lives."""
        reader, self._writer = await asyncio.open_connection(sock=self._nursery.line.dup())
        listening = asyncio.create_task(self._listen(reader))
        try:
            yield self
        finally:
            for life in self._lives.values():
                await life.until("born")
                life.kill()
                await life.until()
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)
            self._writer.close()

    async def _listen(self, reader: asyncio.StreamReader) -> None:
        while line := await reader.readline():
            told = json.loads(line)
            if told["life"] in self._lives:
                self._lives[told["life"]].heard(told)
        for life in self._lives.values():  # the nursery itself ended
            life.heard({"says": "dead", "status": 1})

    async def begin(self, environment: Mapping[str, str], **order: Any) -> Life:
        """Begin a life; ``ahead`` seconds its clock, ``die``, ``rate`` and ``batch``."""
        life = Life(next(_numbers))
        self._lives[life.number] = life
        whole = {"life": life.number, "environment": dict(environment), "die": None, "rate": None}
        self._writer.write(json.dumps(whole | {"batch": 500} | order).encode() + b"\n")
        await life.until("born")
        return life

    async def ended(self, life: Life) -> None:
        """Wait until a life is dead; raises ``Hangs`` with the log's end where it is not."""
        if not await life.until() or not life.was_killed:
            raise Hangs(self.log_end())
        del self._lives[life.number]

    def log_end(self) -> str:
        """Return the last lines the lives logged."""
        return "\n".join(self._nursery.log.read_text("utf-8").splitlines()[-40:])
