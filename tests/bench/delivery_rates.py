"""Messages a second, claimed, sent to a platform that answers at once, and marked.

Plain cards that are sealed in their rows, and the week's message that is drawn when it is sent.
Against what Discord takes from one bot, and against the same SQL alone: the same statements in the
same groups through the same store, one after the other. Every run has a copy of the same database
and processes of its own; they are run in turns.
"""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import AsyncIterator
from typing import Final

from bot.app import Bot
from bot.house import House
from bot.planning import Planner
from tests.bench.delivery_rows import AFTER, cards, joined
from tests.bench.delivery_stage import ALLOWED, Database, Said, Worker, prepared, worked
from tests.houses import MONDAY

_CARDS: Final = 1_800
_WEEKS: Final = 900
_WARM: Final = 256
_ALONE: Final = 128  # messages, where each is a group of its own
_ROUNDS: Final = 2


async def figures() -> AsyncIterator[str]:
    """Yield lines for each kind of message and database."""
    for kind, fill in (("plain cards", _cards), ("the week's messages", _week)):
        async with prepared(fill) as made:
            for database in made:
                async for line in _lines(database):
                    yield f"{kind}, {database.name}: {line}"


async def _cards(house: House, bot: Bot) -> None:
    await cards(house, bot, _CARDS)


async def _week(house: House, bot: Bot) -> None:
    await joined(house, bot, _WEEKS)
    house.clock.move(MONDAY - house.clock.now())
    await Planner(house, bot.records).run()


async def _lines(database: Database) -> AsyncIterator[str]:
    """Measure in turns and yield what came out."""
    found: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
    bare: list[tuple[float, float]] = []
    ways = {"one process": (1, False), "groups of one": (1, True)}
    if database.name != "sqlite":
        ways["two processes"] = (2, False)
    for _ in range(_ROUNDS):
        for name, (processes, alone) in ways.items():
            async with database.copy() as url:
                most = _ALONE if alone else _CARDS
                order = {"at": AFTER.isoformat(), "warm": _WARM, "most": most, "alone": alone}
                said = await worked("deliver", url, processes=processes, **order)
                found[name].append(_rate(said))
        async with database.copy() as url, database.copy() as copy:
            worker = await Worker.start("replay", url, at=AFTER.isoformat(), copy=copy)
            await worker.hear()
            worker.go()
            one = await worker.hear()
            await worker.end()
            bare.append((one["rows"] / one["seconds"], one["busy"] / one["rows"] * 1000))
    for name, rounds in found.items():
        rates, busy, commits = zip(*rounds, strict=True)
        middle = statistics.median(rates)
        yield (
            f"{name} {middle:.0f}/s ({min(rates):.0f}–{max(rates):.0f}), "
            f"{middle / ALLOWED:.0f} times what Discord takes, "
            f"{statistics.median(busy):.2f} ms of a core and "
            f"{statistics.median(commits):.3f} commits a message"
        )
    ratios = [mine[0] / its[0] for mine, its in zip(found["one process"], bare, strict=True)]
    rates, busy = zip(*bare, strict=True)
    yield (
        f"its SQL alone {statistics.median(rates):.0f}/s, {statistics.median(busy):.2f} ms of a "
        f"core; one process reaches {statistics.median(ratios):.2f} "
        f"({min(ratios):.2f}–{max(ratios):.2f}) of it"
    )


def _rate(said: list[Said]) -> tuple[float, float, float]:
    """Return messages a second, milliseconds of a core a message, and commits a message."""
    rows = sum(one["rows"] for one in said)
    seconds = max(one["ended"] for one in said) - min(one["began"] for one in said)
    busy = sum(one["busy"] for one in said)
    return rows / seconds, busy / rows * 1000, sum(one["commits"] for one in said) / rows
