"""A wave of check-ins, all on Monday at nine in six zones: planned, then claimed when it is due.

In spaces of 5,000; 50,000 members, or as many as ``BENCH_MEMBERS`` says. What is claimed is marked
as sent at once, which does not count. Memory is of a process that does only this.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from bot import logs
from tests import databases
from tests.bench.delivery_rows import crowd
from tests.bench.delivery_stage import BOTH, Database, Worker, members
from tests.houses import MONDAY

_MIDNIGHT: Final = MONDAY - timedelta(hours=8, minutes=55)


async def figures() -> AsyncIterator[str]:
    """Yield a line a database."""
    logs.configure("ERROR")
    count = members(50_000)
    with TemporaryDirectory() as folder, ExitStack() as after:
        after.callback(databases.drop_all)
        made = [Database(name, Path(folder)) for name in BOTH]
        async with made[0].house() as one, made[1].house() as other:
            spaces = await crowd([one, other], count)
        for database in made:
            yield f"{database.name}, {await _line(database, count, spaces)}"


async def _line(database: Database, count: int, spaces: int) -> str:
    worker = await Worker.start("wave", database.url, at=_MIDNIGHT.isoformat())
    await worker.hear()
    worker.go()
    plan, claim = await worker.hear(), await worker.hear()
    await worker.end()
    assert claim["rows"] == count, (claim["rows"], count)
    both = plan["planned"] + claim["claimed"]
    return (
        f"{count} members in {spaces} spaces: planned in {plan['planned']:.1f} s "
        f"({_each(plan['planned'], count)}, {_each(plan['busy'], count)} of a core), "
        f"claimed in {claim['claimed']:.1f} s ({_each(claim['claimed'], count)}, "
        f"{_each(claim['busy'], count)} of a core), both {both:.1f} s; "
        f"{claim['peak']:.0f} MB at most, {plan['before']:.0f} before"
    )


def _each(seconds: float, count: int) -> str:
    return f"{seconds / count * 1e6:.0f} µs each"
