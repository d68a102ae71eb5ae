"""Databases that can be copied, and programs of their own that work on the copies."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import shutil
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final
from uuid import uuid4

from bot import logs
from bot.app import Bot
from bot.house import House
from tests import databases
from tests.bench.delivery_rows import BEFORE
from tests.houses import open_house

BOTH: Final = ("sqlite", "postgresql")
ALLOWED: Final = 50
"""Requests a second Discord takes from a bot, and so the messages."""

Said = dict[str, Any]


def members(usual: int) -> int:
    """Return how many members to measure with: ``BENCH_MEMBERS`` of the environment, if set."""
    return int(os.environ.get("BENCH_MEMBERS", usual))


class Database:
    """A database that was prepared, to be copied as it is."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self.folder = folder / uuid4().hex
        self.folder.mkdir()
        is_sqlite = name == "sqlite"
        self.url = databases.new_sqlite(self.folder) if is_sqlite else databases.new_postgres()

    @contextlib.asynccontextmanager
    async def house(self) -> AsyncIterator[tuple[House, Bot]]:
        """Open it as on the Friday before."""
        house, bot = await open_house(self.url, self.folder, BEFORE)
        try:
            yield house, bot
        finally:
            await house.close()

    @contextlib.asynccontextmanager
    async def copy(self) -> AsyncIterator[str]:
        """Give the URL of a copy; it goes in the end."""
        if self.name == "sqlite":
            there = self.folder / uuid4().hex
            there.mkdir()
            for file in self.folder.glob("comeback.db*"):
                shutil.copy(file, there)
            yield f"sqlite:///{there / 'comeback.db'}"
            shutil.rmtree(there)
        else:
            made, mine = f"comeback_{uuid4().hex[:12]}", _named(self.url)
            await databases._run(f"CREATE DATABASE {made} TEMPLATE {mine}")
            databases._made.append(made)
            yield databases._url(made)
            await databases._run(f"DROP DATABASE {made} WITH (FORCE)")
            databases._made.remove(made)


def _named(url: str) -> str:
    return url.rpartition("/")[2].partition("?")[0]


@contextlib.asynccontextmanager
async def prepared(
    fill: Callable[[House, Bot], Awaitable[object]], names: Sequence[str] = BOTH
) -> AsyncIterator[list[Database]]:
    """Give a database of each kind, filled in the same way."""
    logs.configure("ERROR")
    with TemporaryDirectory() as folder:
        made = [Database(name, Path(folder)) for name in names]
        for database in made:
            async with database.house() as (house, bot):
                await fill(house, bot)
        try:
            yield made
        finally:
            databases.drop_all()


class Worker:
    """``tests.bench.delivery_worker`` in a process of its own."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.began = time.monotonic()

    @classmethod
    async def start(cls, task: str, url: str, **order: Any) -> Worker:
        """Start it; what it is to do is in the worker's own functions."""
        others = {key: it for key, it in os.environ.items() if not key.startswith("COMEBACK_")}
        return cls(
            await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "tests.bench.delivery_worker",
                task,
                json.dumps(order | {"url": url}),
                env=others,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
            )
        )

    async def hear(self) -> Said:
        """Return the next line it says."""
        assert self._process.stdout is not None
        line = await self._process.stdout.readline()
        assert line, "it ended before it was done"
        said: Said = json.loads(line)
        return said

    def go(self) -> None:
        """Tell it that it may begin."""
        assert self._process.stdin is not None
        self._process.stdin.write(b"go\n")

    async def end(self) -> None:
        """Wait until it has ended."""
        await self._process.communicate()


async def worked(task: str, url: str, *, processes: int = 1, **order: Any) -> list[Said]:
    """Return what each of some workers says in the end; they begin together."""
    workers = [await Worker.start(task, url, **order) for _ in range(processes)]
    for worker in workers:
        await worker.hear()
    for worker in workers:
        worker.go()
    said = [await worker.hear() for worker in workers]
    for worker in workers:
        await worker.end()
    return said
