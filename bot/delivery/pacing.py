"""How fast a platform may be sent to: evenly, within its limits, and nobody behind a long queue.

The rule is the generic cell rate algorithm: each message moves the time at which the next one may
go by one interval (ITU-T I.371, appendix I.1.1).
"""

from __future__ import annotations

import asyncio
import math
import time
from collections import deque
from collections.abc import Callable
from datetime import timedelta
from typing import Final

from bot.platform import Pace

AHEAD: Final = 0.5
"""Seconds a row may wait for its turn in this process; what would wait longer is put back.

Whoever is urgent waits behind those that have a turn already, so it is not long.
"""

_BURST: Final = 20
"""Messages to one space that go at once: its limit is counted by the minute."""

_LONGEST: Final = 3600.0
"""Seconds something is put back at most: what was ahead of it may be gone by then."""

_SECOND: Final = 1.01
"""Seconds in which a gate lets out what may leave in one: the way there is not always as long."""


class Turns:
    """When the next message may go, of one budget; ``burst`` of them may go at once."""

    def __init__(self, rate: float, burst: int) -> None:
        self._interval = 1.0 / rate
        self._ahead = (burst - 1) * self._interval
        self._next = 0.0
        self._queue = 0.0

    def wait(self, now: float) -> float:
        """Return how many seconds the next message has to wait."""
        return max(0.0, self._next - self._ahead - now)

    def take(self, now: float) -> None:
        """Use the next turn."""
        self._next = max(self._next, now) + self._interval

    def queue(self, now: float) -> float:
        """Give a turn further ahead to what is put back; return in how many seconds it is."""
        ahead = max(self._queue, self._next - self._ahead, now) + self._interval
        self._queue = min(ahead, now + _LONGEST)
        return self._queue - now


class Gate:
    """Where messages leave, in any second no more than a platform may be sent to in one.

    Turns are given ahead of time; a commit, or a process that is slow for a moment, holds up
    several, and together with those that are in time they would be too many.
    """

    def __init__(self, rate: float, now: Callable[[], float]) -> None:
        self._left: deque[float] = deque(maxlen=math.ceil(rate))
        self._now = now
        self._one = asyncio.Lock()  # fair: first come, first out

    async def leave(self, *, at_once: bool) -> None:
        """Wait until the next message may leave; one ``at_once`` only makes others wait."""
        if at_once:
            self._left.append(self._now())
            return
        async with self._one:
            if len(self._left) == self._left.maxlen:
                await asyncio.sleep(max(0.0, self._left[0] + _SECOND - self._now()))
            self._left.append(self._now())


class Pacing:
    """The budgets of a process. ``now`` is in seconds, of a clock that is never set."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._turns: dict[tuple[str, str], Turns] = {}
        self._gates: dict[str, Gate] = {}

    def take(self, platform: str, space_id: str, pace: Pace, most: float = AHEAD) -> float:
        """Take a turn and return in how many seconds it is; more than ``most`` is not taken."""
        now = self._now()
        budgets = self._budgets(platform, space_id, pace)
        wait = max((one.wait(now) for one in budgets), default=0.0)
        if wait <= most:
            for one in budgets:
                one.take(now)
        return wait

    async def leave(self, platform: str, pace: Pace, *, at_once: bool) -> None:
        """Wait, for a moment, until a message whose turn it is may leave for a platform."""
        if pace.platform is not None:
            if platform not in self._gates:
                self._gates[platform] = Gate(pace.platform, self._now)
            await self._gates[platform].leave(at_once=at_once)

    def queue(self, platform: str, space_id: str, pace: Pace) -> timedelta:
        """Return how long what found no turn is put back: each thing to a turn of its own."""
        now = self._now()
        budgets = self._budgets(platform, space_id, pace)
        return timedelta(seconds=max((one.queue(now) for one in budgets), default=AHEAD))

    def _budgets(self, platform: str, space_id: str, pace: Pace) -> list[Turns]:
        found = []
        for name, rate, burst in (("", pace.platform, 1), (space_id, pace.space, _BURST)):
            if rate is not None:
                key = platform, name
                if key not in self._turns:
                    self._turns[key] = Turns(rate, burst)
                found.append(self._turns[key])
        return found
