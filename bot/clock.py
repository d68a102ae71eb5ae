"""What time it is, injected everywhere, so that tests and the playground can move it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta


class Clock:
    """The system's time, shifted by ``offset``. Instants are aware and in UTC."""

    def __init__(self, offset: timedelta = timedelta(0)) -> None:
        self.offset = offset
        self._watchers: list[Callable[[], None]] = []

    def now(self) -> datetime:
        """Return the instant."""
        return datetime.now(UTC) + self.offset

    def today(self) -> date:
        """Return the day, in UTC: day keys are cut there."""
        return self.now().date()

    def move(self, by: timedelta) -> None:
        """Go forward (or back) by ``by`` and wake whoever waits for a time."""
        self.offset += by
        for watcher in self._watchers:
            watcher()

    def watch(self, watcher: Callable[[], None]) -> None:
        """Call ``watcher`` whenever the clock is moved."""
        self._watchers.append(watcher)


class StoppedClock(Clock):
    """A clock that stands still until it is moved, for tests."""

    def __init__(self, at: datetime) -> None:
        super().__init__()
        self._at = at

    def now(self) -> datetime:
        """Return the instant it was stopped at, plus what it was moved."""
        return self._at + self.offset


async def wait(event: asyncio.Event, seconds: float) -> None:
    """Wait until ``event`` is set, at most ``seconds``; clear it."""
    try:
        await asyncio.wait_for(event.wait(), timeout=seconds)
    except TimeoutError:
        return
    finally:
        event.clear()
