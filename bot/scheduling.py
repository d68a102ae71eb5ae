"""Jobs that come again and again: every cog's ``@every`` methods, and the house's own."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot import logs
from bot.app import Bot
from bot.clock import wait
from bot.house import House
from bot.planning import Planner
from bot.retention import sweep

_AT_ONCE = datetime.min.replace(tzinfo=UTC)


@dataclass(slots=True)
class _Job:
    name: str
    interval: timedelta
    work: Callable[[], Awaitable[None]]
    due: datetime = _AT_ONCE


class Scheduler:
    """Runs each job at start and then after its interval, by the injected clock."""

    def __init__(self, house: House, bot: Bot) -> None:
        self._clock = house.clock
        self._moved = asyncio.Event()
        self._stopping = False
        house.clock.watch(self._moved.set)
        planner = Planner(house, bot.records)
        self._jobs = [
            _Job("bot.sweep", timedelta(hours=1), lambda: sweep(house, bot)),
            _Job("bot.plan", timedelta(minutes=1), planner.run),
        ]
        for cog in bot.cogs.values():
            for method, mark in cog.marks.items():
                if mark.kind == "every":
                    work = getattr(cog, method)
                    self._jobs.append(_Job(f"{cog.name}.{method}", mark.interval, work))

    async def run(self) -> None:
        """Run what is due, then sleep until something is or the clock is moved; until ``stop``."""
        while not self._stopping:
            await self.round()
            ahead = min(job.due for job in self._jobs) - self._clock.now()
            await wait(self._moved, min(max(ahead.total_seconds(), 0.05), 3600.0))

    def stop(self) -> None:
        """Let ``run`` end after the job under way."""
        self._stopping = True
        self._moved.set()

    async def round(self) -> None:
        """Run every job that is due; one that fails is logged and comes again in its time."""
        now = self._clock.now()
        for job in self._jobs:
            # A clock that was moved back must not put a job off for longer than its interval.
            if job.due <= now or job.due > now + job.interval:
                job.due = now + job.interval
                try:
                    await job.work()
                except Exception as fault:
                    logs.fault("job.failed", fault, call=job.name)
