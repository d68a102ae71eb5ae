"""What an adapter sends: whole even if nobody waits, once at a time, one change after another."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar
from weakref import WeakValueDictionary

T = TypeVar("T")


async def whole(work: Awaitable[T]) -> T:
    """Let a request come to its end even when nobody waits for it any more.

    What is broken off half-way may have been done, and nobody would know.
    """
    task = asyncio.ensure_future(work)
    task.add_done_callback(lambda done: done.cancelled() or done.exception())
    return await asyncio.shield(task)


class Sending:
    """What is on its way to a platform in this process."""

    def __init__(self) -> None:
        self._under_way: dict[str, asyncio.Task[str]] = {}
        # Gone when nobody holds or waits for it.
        self._turns: WeakValueDictionary[object, asyncio.Lock] = WeakValueDictionary()

    def __contains__(self, nonce: str) -> bool:
        """Say whether the message of a ``nonce`` is being sent."""
        return nonce in self._under_way

    async def once(self, nonce: str, send: Callable[[], Awaitable[str]]) -> str:
        """Send a message and return its id; who asks for the same one meanwhile waits for it.

        What takes longer than anybody waits goes on, and is not taken for absent meanwhile.
        """
        if nonce not in self._under_way:
            task = self._under_way[nonce] = asyncio.ensure_future(send())
            task.add_done_callback(lambda done: self._done(nonce, done))
        return await asyncio.shield(self._under_way[nonce])

    def _done(self, nonce: str, sending: asyncio.Task[str]) -> None:
        del self._under_way[nonce]
        if not sending.cancelled():
            sending.exception()  # whoever waited has it

    async def in_turn(self, message: object, change: Callable[[], Awaitable[T]]) -> T:
        """Change a message after what is changing it already.

        A change nobody waits for any more may still be under way, and must not land on a later
        one.
        """
        turn = self._turns.get(message)
        if turn is None:
            turn = self._turns[message] = asyncio.Lock()

        async def work() -> T:
            async with turn:
                return await change()

        return await whole(work())
