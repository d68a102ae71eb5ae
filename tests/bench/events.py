"""An event through the memory platform, against its own SQL alone.

The statements of one nod are recorded with their values and replayed in the same transactions:
once through SQLAlchemy as they were, once as plain text on the driver. What is left is the core:
dispatch, typed arguments, seals, templates. All are run in turns; medians are compared.
"""

from __future__ import annotations

import contextlib
import statistics
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.ext.asyncio import engine as engine_module

from bot import logs
from bot.adapters.memory import Memory
from bot.records import Words
from tests.houses import open_house

_ROUNDS = 400
_MEMORY = Path("/dev/shm")  # noqa: S108 - a disk would be measured instead of the core


async def figures() -> AsyncIterator[str]:
    """Yield a line a figure."""
    logs.configure("ERROR")
    home = str(_MEMORY) if _MEMORY.is_dir() else None
    with TemporaryDirectory(dir=home) as folder:
        house, bot = await open_house(f"sqlite:///{folder}/bench.db", Path(folder))
        platform = Memory(house, bot)
        ana = await platform.member("ana")
        share = await bot.records.shares.draft(
            ana, Words("They said no.", "", "listen", "final", "")
        )
        await platform.event("ana", f"share.publish:{share.id}")
        calls = [f"nod.nod:{share.id}:alone", f"nod.nod:{share.id}:been"]
        recorded = [await _record(platform, call) for call in calls]
        whole, core, driver, nothing, outside, bare = [], [], [], [], [], []
        for number in range(_ROUNDS):
            at = number % 2
            with _inside() as inside:
                whole.append(await _timed(platform.event("ben", calls[at])))
            outside.append(whole[-1] - sum(inside))
            with _inside() as inside:
                core.append(await _timed(_replay(recorded[at], plain=False)))
            bare.append(core[-1] - sum(inside))
            driver.append(await _timed(_replay(recorded[at], plain=True)))
            nothing.append(await _timed(platform.event("ben", "nod.nod:a:b:c:d")))
        await house.close()
    event_ms, core_ms, driver_ms = (statistics.median(times) for times in (whole, core, driver))
    statements = sum(len(group) for group in recorded[0])
    yield f"one nod: {event_ms:.2f} ms with {statements} statements in {len(recorded[0])} blocks"
    yield f"its SQL through SQLAlchemy alone: {core_ms:.2f} ms, ratio {event_ms / core_ms:.2f}"
    yield f"its SQL on the driver alone: {driver_ms:.2f} ms, ratio {event_ms / driver_ms:.2f}"
    own, theirs = statistics.median(outside), statistics.median(bare)
    yield f"not waiting for the database: {own:.2f} ms of it, {theirs:.2f} ms of its SQL alone"
    yield f"so the core adds {own - theirs:.2f} ms"
    yield f"an event without a row (an unknown call): {statistics.median(nothing):.3f} ms"


@contextlib.contextmanager
def _inside() -> Iterator[list[float]]:
    """Collect the milliseconds of every step that goes to the database."""
    spent: list[float] = []
    original = engine_module.greenlet_spawn

    async def timed(*args: Any, **more: Any) -> Any:
        began = time.perf_counter()
        try:
            return await original(*args, **more)
        finally:
            spent.append((time.perf_counter() - began) * 1000)

    engine_module.greenlet_spawn = timed
    try:
        yield spent
    finally:
        engine_module.greenlet_spawn = original


async def _timed(work: Any) -> float:
    """Return how many milliseconds ``work`` took."""
    began = time.perf_counter()
    await work
    return (time.perf_counter() - began) * 1000


@dataclass
class _Statement:
    """One statement as SQLAlchemy got it, and as the driver did."""

    engine: AsyncEngine
    element: Any
    values: Any
    text: str = ""
    packed: Any = None


async def _record(platform: Memory, call: str) -> list[list[_Statement]]:
    """Return the statements of one event, grouped by connection as they ran."""
    groups: list[list[_Statement]] = []
    store = platform.house.store
    hooks: list[tuple[Any, str, Any]] = []
    for engine in (store.engine, store._reader):

        def began(connection: Any, engine: AsyncEngine = engine) -> None:
            groups.append([])

        def stated(
            connection: Any,
            element: Any,
            multi: Any,
            values: Any,
            options: Any,
            engine: AsyncEngine = engine,
        ) -> None:
            if engine is store._reader:
                groups.append([])
            groups[-1].append(_Statement(engine, element, multi or values))

        def ran(connection: Any, cursor: Any, text: str, values: Any, *rest: Any) -> None:
            if not text.startswith(("BEGIN", "PRAGMA")):
                groups[-1][-1].text, groups[-1][-1].packed = text, values

        if engine is store.engine:
            hooks.append((engine.sync_engine, "begin", began))
        hooks.append((engine.sync_engine, "before_execute", stated))
        hooks.append((engine.sync_engine, "before_cursor_execute", ran))
    other = {"alone": "been", "been": "alone"}[call.rpartition(":")[2]]
    for before in (call, call.rpartition(":")[0] + f":{other}"):  # caches are warm, and it moves
        await platform.event("ben", before)
    for hook in hooks:
        event.listen(*hook)
    await platform.event("ben", call)
    for hook in hooks:
        event.remove(*hook)
    return [group for group in groups if group]


async def _replay(groups: list[list[_Statement]], *, plain: bool) -> None:
    """Run recorded statements again, in transactions as they were."""
    for group in groups:
        engine = group[0].engine
        async with engine.connect() as connection:
            for statement in group:
                if plain:
                    await connection.exec_driver_sql(statement.text, statement.packed)
                else:
                    await connection.execute(statement.element, statement.values or None)
            await connection.commit()
