"""Group commit: what several tasks want written at the same moment is one transaction.

A commit waits for the disk; the next one carries all that came meanwhile. Nobody is told that
something is written before it is.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

from bot.store.engine import Store

I = TypeVar("I")  # noqa: E741 - an item
O = TypeVar("O")  # noqa: E741 - and its outcome


class Together(Generic[I, O]):
    """Hands items to ``work`` in transactions, as many at once as are there, up to ``most``.

    ``work`` returns an outcome for each. Where it raises, nothing of it is written, and each item
    is tried by itself, so that one cannot spoil the others'.
    """

    def __init__(
        self, store: Store, work: Callable[[Sequence[I]], Awaitable[Sequence[O]]], most: int
    ) -> None:
        self._store = store
        self._work = work
        self._most = most
        self._queue: deque[tuple[I, asyncio.Future[O]]] = deque()
        self._task: asyncio.Task[None] | None = None

    async def __call__(self, item: I) -> O:
        """Write an item and return its outcome once that is durable; raises what ``work`` did."""
        done: asyncio.Future[O] = asyncio.get_running_loop().create_future()
        self._queue.append((item, done))
        if self._task is None:
            self._task = asyncio.create_task(self._drain())
        # Whoever waits may be broken off; what is written is brought to its end.
        return await asyncio.shield(done)

    async def _drain(self) -> None:
        try:
            while self._queue:
                await asyncio.sleep(0)  # whoever is as far as this comes along
                count = min(self._most, len(self._queue))
                batch = [self._queue.popleft() for _ in range(count)]
                await self._write(batch)
        finally:
            self._task = None

    async def _write(self, batch: Sequence[tuple[I, asyncio.Future[O]]]) -> None:
        try:
            async with self._store.transaction():
                outcomes = await self._work([item for item, _ in batch])
        except Exception as fault:
            if len(batch) > 1:
                for one in batch:
                    await self._write([one])
                return
            if not batch[0][1].cancelled():
                batch[0][1].set_exception(fault)
            return
        for (_, done), outcome in zip(batch, outcomes, strict=True):
            if not done.cancelled():
                done.set_result(outcome)
