"""What a message costs in a table that holds ten times as much, or a hundred times.

Planning, claiming and delivering 1,920 weekly messages out of so many rows that wait (a twentieth
of them due as well, but not before these), as many that are done with, and as many check-ins that
are not due. 10,000 against 100,000, or against as many as ``BENCH_MEMBERS`` says.
"""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial
from typing import Final

from bot.app import Bot
from bot.house import House
from tests.bench.delivery_rows import lying, on_days, waiting
from tests.bench.delivery_stage import BOTH, Database, Worker, members, prepared
from tests.houses import MONDAY

_SMALL: Final = 10_000
_ROWS: Final = 15 * 128
_DAYS: Final = 3
_MIDNIGHT: Final = MONDAY - timedelta(hours=8, minutes=55)
_STEPS: Final = ("plan", "claim", "deliver")


async def figures() -> AsyncIterator[str]:
    """Yield a line a step and database."""
    large = members(100_000)
    sizes = sorted({_SMALL, min(large, 100_000), large})
    for name in BOTH:
        found: dict[str, list[float]] = defaultdict(list)
        for size in sizes:
            async with prepared(partial(_fill, size), [name]) as (database,):
                for step, micros in (await _steps(database)).items():
                    found[step].append(micros)
        for step in _STEPS:
            told = ", ".join(
                f"{micros:.0f} µs in {size}"
                for size, micros in zip(sizes, found[step], strict=True)
            )
            busy = found[f"{step}_busy"]
            yield (
                f"{name}, {step}: {told}, ratio {found[step][-1] / found[step][0]:.2f} "
                f"(of a core {busy[-1] / busy[0]:.2f})"
            )


async def _fill(size: int, house: House, bot: Bot) -> None:
    """Prepare three days, and what lies there."""
    due = [MONDAY + timedelta(days=day, minutes=45) for day in range(_DAYS)]
    later = MONDAY + timedelta(days=_DAYS)
    await waiting(house, size // 2, (MONDAY + timedelta(days=7)).date())
    await on_days(house, bot, _ROWS, _DAYS)
    await waiting(house, size // 2, (MONDAY + timedelta(days=7)).date())
    await lying(house, size, due, later)


async def _steps(database: Database) -> dict[str, float]:
    """Return the median microseconds a row of each step."""
    order = {"at": _MIDNIGHT.isoformat(), "rows": _ROWS, "days": _DAYS}
    worker = await Worker.start("flat", database.url, **order)
    await worker.hear()
    worker.go()
    days = [await worker.hear() for _ in range(_DAYS)]
    await worker.end()
    return {step: statistics.median(day[step] for day in days) / _ROWS * 1e6 for step in days[0]}
