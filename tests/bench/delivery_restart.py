"""2,000 overdue messages after a restart: seconds from the start of the process to the first one
that is out, and to the last one that is marked. 128 of them were being sent when it ended.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Final

from sqlalchemy import select, update

from bot.app import Bot
from bot.house import House
from bot.planning import Planner
from bot.store.tables import outbox
from tests.bench.delivery_rows import AFTER, cards, joined
from tests.bench.delivery_stage import Database, Worker, prepared
from tests.houses import MONDAY

_ROWS: Final = 2_000
_ROUNDS: Final = 3
_IN_FLIGHT: Final = 128


async def figures() -> AsyncIterator[str]:
    """Yield a line for each kind of message and database."""
    for kind, fill in (("plain cards", _cards), ("the week's messages", _week)):
        async with prepared(fill) as made:
            for database in made:
                yield f"{kind}, {database.name}: {await _line(database)}"


async def _cards(house: House, bot: Bot) -> None:
    await cards(house, bot, _ROWS)
    await _broken_off(house)


async def _week(house: House, bot: Bot) -> None:
    await joined(house, bot, _ROWS)
    house.clock.move(MONDAY - house.clock.now())
    await Planner(house, bot.records).run()
    await _broken_off(house)


async def _broken_off(house: House) -> None:
    """Leave some as a process leaves them that was killed."""
    first = select(outbox.c.id).order_by(outbox.c.due).limit(_IN_FLIGHT)
    async with house.store.transaction() as db:
        change = update(outbox).where(outbox.c.id.in_(first))
        until = AFTER - timedelta(minutes=1)
        await db.execute(change.values(state="sending", lease_owner="gone", lease_until=until))


async def _line(database: Database) -> str:
    starts, firsts, lasts = [], [], []
    for _ in range(_ROUNDS):
        async with database.copy() as url:
            worker = await Worker.start("restart", url, at=AFTER.isoformat(), rows=_ROWS)
            said = await worker.hear()
            await worker.end()
        starts.append(said["open"] - worker.began)
        firsts.append(said["first"] - worker.began)
        lasts.append(said["last"] - worker.began)
    return (
        f"{_range(starts)} s until the house is open, {_range(firsts)} s until the first is out, "
        f"{_range(lasts)} s until all are marked"
    )


def _range(seconds: list[float]) -> str:
    return f"{min(seconds):.1f}–{max(seconds):.1f}"
