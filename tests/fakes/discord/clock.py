"""The time of the fake: real, plus an offset a test may move forward."""

from __future__ import annotations

import time
from datetime import UTC, datetime

EPOCH = 1_420_070_400_000
"""Discord's first millisecond, as every snowflake counts from it."""


class Clock:
    """Wall and monotonic time, both moved by ``forward``."""

    def __init__(self) -> None:
        self.offset = 0.0

    def now(self) -> float:
        """Return seconds since 1970."""
        return time.time() + self.offset

    def monotonic(self) -> float:
        """Return seconds that never run backwards; deadlines are measured with it."""
        return time.monotonic() + self.offset

    def forward(self, seconds: float) -> None:
        """Let time pass without waiting."""
        self.offset += seconds

    def iso(self) -> str:
        """Return now as Discord writes it."""
        return iso(self.now())


def iso(seconds: float) -> str:
    """Return a time as Discord writes it."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="microseconds")


def seconds_of(snowflake: str) -> float:
    """Return when an id was made, in seconds since 1970."""
    return ((int(snowflake) >> 22) + EPOCH) / 1000


class Snowflakes:
    """Ids that grow: 42 bits of milliseconds, 22 bits of counting."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = 0

    def __call__(self) -> str:
        fresh = (int(self._clock.now() * 1000) - EPOCH) << 22
        self._last = max(fresh, self._last + 1)
        return str(self._last)
