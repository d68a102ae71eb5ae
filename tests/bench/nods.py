"""Nods a second on one share, each its own durable commit, against bare commits of a row."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import insert

from bot import logs
from bot.adapters.memory import Memory
from bot.records import Words
from bot.store.tables import meta
from tests import databases
from tests.houses import open_house

_PEOPLE = 300


async def figures() -> AsyncIterator[str]:
    """Yield a line a database."""
    logs.configure("ERROR")
    with TemporaryDirectory() as folder:
        for name in ("sqlite", "postgresql"):
            url = f"sqlite:///{folder}/bench.db" if name == "sqlite" else databases.new_postgres()
            nods, commits = await _measure(url, Path(folder))
            yield (
                f"{name}: {nods:.0f} nods/s, {commits:.0f} commits/s, ratio {nods / commits:.2f}"
            )
    databases.drop_all()


async def _measure(url: str, folder: Path) -> tuple[float, float]:
    """Return nods a second, and commits of one bare row a second, each eight at a time."""
    house, bot = await open_house(url, folder)
    platform = Memory(house, bot)
    ana = await platform.member("ana")
    share = await bot.records.shares.draft(ana, Words("They said no.", "", "listen", "final", ""))
    await platform.event("ana", f"share.publish:{share.id}")
    call = f"nod.nod:{share.id}:alone"
    gate = asyncio.Semaphore(8)

    async def nod(number: int) -> None:
        async with gate:
            await platform.event(f"person {number}", call)

    async def commit(number: int) -> None:
        async with gate, house.store.transaction() as db:
            await db.execute(insert(meta).values(key=f"row {number}", value=b"x"))

    await nod(-1)
    began = time.perf_counter()
    await asyncio.gather(*(nod(number) for number in range(_PEOPLE)))
    nodded = time.perf_counter()
    await asyncio.gather(*(commit(number) for number in range(_PEOPLE)))
    committed = time.perf_counter()
    assert (await bot.records.shares.get(share.id)).alone == _PEOPLE + 1
    await house.close()
    return _PEOPLE / (nodded - began), _PEOPLE / (committed - nodded)
