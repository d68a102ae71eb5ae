"""``python -m tests.bench.delivery_worker TASK ORDER``: a bot that delivers, and times it.

A process of its own, so that its memory and its time of a core are its own. Says what it found as
lines of JSON; a line that comes in lets it begin. Instants are of ``time.monotonic``, which all
processes of a machine share.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import sys
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from sqlalchemy import delete, event, func, select, update

from bot import logs
from bot.adapters.memory import Memory
from bot.app import Bot
from bot.clock import Clock
from bot.delivery.courier import AT_ONCE, Courier
from bot.house import House
from bot.identity import RootKey
from bot.planning import Planner
from bot.platform import Pace, Target, Trace
from bot.retention import sweep
from bot.running import working
from bot.settings import load
from bot.store import Store
from bot.store.tables import outbox
from bot.store.together import Together
from bot.ui import Card
from tests.bench.delivery_replay import Recorder, replayed
from tests.houses import ROOT

Order = dict[str, Any]

_QUIET: Final = 1.0  # seconds without a commit after which nothing is left
_DAY: Final = timedelta(days=1)


class Instantly(Memory):
    """A platform that takes everything at once and keeps none of it."""

    def __init__(self, house: House, bot: Bot) -> None:
        super().__init__(house, bot)
        self.sent = 0
        self.first = 0.0

    async def send(self, target: Target, card: Card, nonce: str) -> str:
        """Count a message."""
        if not self.sent:
            self.first = time.monotonic()
        self.sent += 1
        return "1"

    async def find(self, target: Target, nonce: str) -> str | Trace:
        """Return that it is not there."""
        return Trace.ABSENT


class Meter:
    """How many commits there were, and what the clocks showed at the last one."""

    def __init__(self, store: Store) -> None:
        self.commits = 0
        self.last = self.began = time.monotonic()
        self.busy = self.before = time.process_time()
        event.listen(store.engine.sync_engine, "commit", self._committed)

    def _committed(self, connection: Any) -> None:
        self.commits += 1
        self.last, self.busy = time.monotonic(), time.process_time()

    def is_busy(self) -> bool:
        """Say whether something was written within a second."""
        return time.monotonic() < self.last + _QUIET


def say(**what: Any) -> None:
    """Say something to whoever started this."""
    print(json.dumps(what), flush=True)


async def told_to() -> None:
    """Wait for the line that lets it begin."""
    await asyncio.to_thread(sys.stdin.readline)


def peak() -> float:
    """Return the most memory this process held so far, in MB."""
    # Not getrusage: what that says begins with what the process before had that started this one.
    found = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text("utf-8"))
    return int(found[1]) / 1024 if found else float("nan")


@contextlib.asynccontextmanager
async def opened(order: Order) -> AsyncIterator[tuple[House, Bot]]:
    """Open the house on ``url`` with a clock that runs on from ``at`` (ISO)."""
    clock = Clock(datetime.fromisoformat(order["at"]) - datetime.now(UTC))
    folder = str(Path(order["url"].partition("///")[2]).parent)
    environment = {"COMEBACK_DATABASE_URL": order["url"], "COMEBACK_FOLDER": folder}
    house = House(load(environment | order.get("settings", {})), RootKey(ROOT), clock)
    await house.open()
    bot = Bot(house)
    bot.load()
    yield house, bot
    await house.close()


async def deliver(order: Order) -> None:
    """Deliver what is due, at least ``most`` rows, after ``warm`` that are not measured.

    With ``alone`` each is written by itself.
    """
    async with opened(order) as (house, bot):
        platform, courier = Instantly(house, bot), Courier(house, bot.draw)
        if order.get("alone"):
            courier._written = Together(house.store, courier._write, 1)
        while platform.sent < order["warm"]:
            await courier.round()
        say(ready=platform.sent)
        await told_to()
        before, meter = platform.sent, Meter(house.store)
        running = asyncio.create_task(courier.run())
        while meter.is_busy() and platform.sent - before < order["most"]:
            await asyncio.sleep(0.02)
        courier.stop()
        await running
        say(
            rows=platform.sent - before,
            began=meter.began,
            ended=meter.last,
            busy=meter.busy - meter.before,
            commits=meter.commits,
        )


async def replay(order: Order) -> None:
    """Deliver all that is due, and ask the same of ``copy`` without anything else."""
    async with opened(order) as (house, bot):
        platform, courier = Instantly(house, bot), Courier(house, bot.draw)
        say(ready=0)
        await told_to()
        recorder = Recorder(house.store)
        while await courier.round():
            pass
    store = Store(order["copy"])
    seconds, busy = await replayed(recorder, store)
    done = select(func.count()).select_from(outbox).where(outbox.c.state == "sent")
    async with store.reading() as db:
        assert (await db.execute(done)).scalar_one() == platform.sent, "it was not the same"
    await store.close()
    say(rows=platform.sent, seconds=seconds, busy=busy)


async def wave(order: Order) -> None:
    """Plan all that is to be planned, and claim it when all of it is due."""
    async with opened(order) as (house, bot):
        Instantly(house, bot)
        before = peak()
        say(ready=0)
        await told_to()
        began, busy = time.perf_counter(), time.process_time()
        await Planner(house, bot.records).run()
        planned, used = time.perf_counter() - began, time.process_time() - busy
        say(planned=planned, busy=used, before=before, peak=peak())
        house.clock.move(timedelta(hours=24))
        rows, claimed, used = await _claimed(house, None)
        say(rows=rows, claimed=claimed, busy=used, peak=peak())


async def _claimed(house: House, most: int | None) -> tuple[int, float, float]:
    """Claim what is due; return rows, seconds, seconds of a core.

    What was claimed is marked as sent meanwhile, which does not count: a courier has no more in
    hand than it claims at once. With ``most`` it is given back in the end.
    """
    total, seconds, used = 0, 0.0, 0.0
    kept: list[str] = []
    while most is None or total < most:
        began, busy = time.perf_counter(), time.process_time()
        rows = await house.outbox.claim(("memory",), "somebody", AT_ONCE)
        seconds += time.perf_counter() - began
        used += time.process_time() - busy
        total += len(rows)
        if not rows:
            break
        ids = [row.id for row in rows]
        kept += ids if most is not None else []
        async with house.store.transaction() as db:
            mine = update(outbox).where(outbox.c.id.in_(ids))
            await db.execute(mine.values(state="sent", lease_until=None))
    for start in range(0, len(kept), AT_ONCE):
        async with house.store.transaction() as db:
            mine = update(outbox).where(outbox.c.id.in_(kept[start : start + AT_ONCE]))
            await db.execute(mine.values(state="pending"))
    return total, seconds, used


async def flat(order: Order) -> None:
    """Plan, claim and deliver one day's rows, on each of ``days`` days, in what else is there."""
    async with opened(order) as (house, bot):
        platform, courier = Instantly(house, bot), Courier(house, bot.draw)
        planner = Planner(house, bot.records)
        say(ready=0)
        await told_to()
        for _ in range(order["days"]):
            began, busy = time.perf_counter(), time.process_time()
            await planner.run()
            said: dict[str, Any] = {"plan": time.perf_counter() - began}
            said["plan_busy"] = time.process_time() - busy
            house.clock.move(timedelta(hours=10))
            rows, said["claim"], said["claim_busy"] = await _claimed(house, order["rows"])
            assert rows == order["rows"], rows
            before, began, busy = platform.sent, time.perf_counter(), time.process_time()
            while platform.sent - before < order["rows"]:
                await courier.round()
            said["deliver"] = time.perf_counter() - began
            said["deliver_busy"] = time.process_time() - busy
            say(**said)
            await _tidy(house)
            house.clock.move(_DAY - timedelta(hours=10))


async def _tidy(house: House) -> None:
    """Delete what else was due, so that it is not before the next day's rows."""
    async with house.store.transaction() as db:
        soon = house.clock.now() + timedelta(hours=1)
        await db.execute(delete(outbox).where(outbox.c.state == "pending", outbox.c.due <= soon))


async def restart(order: Order) -> None:
    """Do what ``comeback run`` does at a start, until nothing is due; ``pace`` is per second."""
    async with opened(order) as (house, bot):
        platform = Instantly(house, bot)
        platform.pace = Pace(order.get("pace"))
        is_open, meter = time.monotonic(), Meter(house.store)
        await sweep(house, bot)
        async with working(house, bot):
            while platform.sent < order["rows"]:
                await asyncio.sleep(0.005)
            while meter.is_busy():
                await asyncio.sleep(0.02)
        say(open=is_open, first=platform.first, last=meter.last, rows=platform.sent)


async def pace(order: Order) -> None:
    """Send a wave through the Discord adapter."""
    from tests.bench.discord_pace import paced  # a wave in memory needs no SDK

    async with opened(order) as (house, bot):
        say(**await paced(house, bot, order))


_TASKS: Final = {one.__name__: one for one in (deliver, replay, wave, flat, restart, pace)}

if __name__ == "__main__":
    logs.configure("ERROR")
    asyncio.run(_TASKS[sys.argv[1]](json.loads(sys.argv[2])))
