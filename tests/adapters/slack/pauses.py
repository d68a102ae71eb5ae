"""``asyncio`` for one module, whose pauses and waits end when a test says so."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import Any


class Paused:
    """Pauses end when they are released, however long they were meant to be."""

    def __init__(self) -> None:
        self.asked: list[float] = []
        """How long each pause was meant to be, in seconds."""
        self._released = asyncio.Event()

    def __getattr__(self, name: str) -> Any:
        return getattr(asyncio, name)

    async def sleep(self, seconds: float) -> None:
        """Sleep until it is released."""
        self.asked.append(seconds)
        await self._released.wait()

    def release(self) -> None:
        """End every pause, also those to come."""
        self._released.set()


class Deferred:
    """What waits for a task for a while has waited long enough as soon as something happened."""

    def __init__(self, happened: Callable[[], Awaitable[Any]]) -> None:
        self._happened = happened

    def __getattr__(self, name: str) -> Any:
        return getattr(asyncio, name)

    async def wait(self, tasks: Iterable[asyncio.Task[Any]], timeout: float | None = None) -> Any:  # noqa: ASYNC109 - as asyncio has it
        """Wait until it happened, not for the tasks."""
        await self._happened()
        return await asyncio.wait(tasks, timeout=0)
