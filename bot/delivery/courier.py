"""The loop that claims what is due and has it delivered, as fast as platforms take it."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from weakref import WeakValueDictionary

from sqlalchemy import Row

from bot import logs
from bot.clock import wait
from bot.delivery.delivering import Delivering, Whereto
from bot.delivery.pacing import AHEAD, Pacing
from bot.delivery.priority import Priority
from bot.house import House
from bot.platform import Platform
from bot.store.engine import new_id
from bot.ui import Card

AT_ONCE = 128
"""Rows one process has in hand at once."""
_SLOW = 5.0
"""Seconds after which a row in hand is a slow one."""
_SLOW_OF_A_SPACE = 32
"""Slow rows of one space in hand at once: where it hangs, it must not hold up the others."""
_CROWDED = timedelta(seconds=5)
_EPOCH = datetime.fromtimestamp(0, UTC)
_BEAT = timedelta(milliseconds=250)
"""What is put back comes again in groups, and is given its turn then: a claim is worth its commit
when it is for many, and a loop that looks for each by itself is late for the next."""


class Courier(Delivering):
    """Sends due rows, each as soon as its turn comes; what one waits for holds up no other."""

    def __init__(self, house: House, draw: Callable[[str], Awaitable[Card | None]]) -> None:
        super().__init__(house, draw)
        self._owner = new_id()
        self._stopping = False
        self._pacing = Pacing()
        self._in_hand: set[asyncio.Task[None]] = set()
        self._since: dict[str, tuple[str, float]] = {}
        # Gone when nobody holds or waits for it.
        self._turns: WeakValueDictionary[object, asyncio.Lock] = WeakValueDictionary()

    async def run(self) -> None:
        """Send what is due, then sleep until something is; until ``stop``."""
        try:
            await self._run()
        finally:  # only what hangs is still there
            for task in self._in_hand:
                task.cancel()

    async def _run(self) -> None:
        while not self._stopping:
            self._rows.wake.clear()
            self._rows.next_look = None  # whatever is written from here on is not seen below
            try:
                # A claim is worth its commit when it is for many.
                if len(self._in_hand) > AT_ONCE // 2:
                    await asyncio.wait(self._in_hand, timeout=1, return_when="FIRST_COMPLETED")
                    if len(self._in_hand) > AT_ONCE - 8:
                        continue
                if await self._take(AT_ONCE - len(self._in_hand)):
                    await asyncio.sleep(0)
                    continue
                due = await self._rows.next_due(tuple(self.platforms))
            except Exception as fault:
                # The loop must outlive a database that is away for a minute.
                logs.fault("courier.failed", fault)
                await asyncio.sleep(1)
                continue
            now = self._clock.now()
            ahead = 60.0 if due is None else (due - now).total_seconds()
            ahead = min(max(ahead, 0.05), 60.0)
            self._rows.next_look = now + timedelta(seconds=ahead)
            await wait(self._rows.wake, ahead)
        await asyncio.gather(*self._in_hand, return_exceptions=True)

    def stop(self) -> None:
        """Let ``run`` end after what is in hand."""
        self._stopping = True
        self._rows.wake.set()

    async def round(self) -> int:
        """Claim what is due and deliver it; return how many rows there were."""
        count, tasks = await self._claimed(AT_ONCE)
        await asyncio.gather(*tasks)
        return count

    async def _take(self, most: int) -> int:
        """Claim what is due and let it be delivered; return how many rows there were."""
        count, tasks = await self._claimed(most)
        for task in tasks:
            task.add_done_callback(_told)
        return count

    async def _claimed(self, most: int) -> tuple[int, list[asyncio.Task[None]]]:
        """Claim due rows and give each a task; what finds no turn is put back."""
        claimed = await self._rows.claim(tuple(self.platforms), self._owner, most)
        back: list[tuple[Row[Any], datetime]] = []
        tasks: list[asyncio.Task[None]] = []
        self._spaces_known.clear()
        before = time.monotonic() - _SLOW
        slow = Counter(space for space, since in self._since.values() if since < before)
        for row in claimed:
            crowded = slow[row.space_id] >= _SLOW_OF_A_SPACE
            later = _CROWDED if crowded else await self._put_back(row)
            if isinstance(later, timedelta):
                again = self._clock.now() + later
                back.append((row, again - (again - _EPOCH) % _BEAT))
                continue
            about = await self._about(row)
            lock = self._turns.setdefault(about, asyncio.Lock())
            task = asyncio.create_task(self._deliver_after(later, lock, row))
            self._in_hand.add(task)
            task.add_done_callback(self._in_hand.discard)
            tasks.append(task)
        if back:
            await self._rows.put_back(back)
        return len(claimed), tasks

    async def _put_back(self, row: Row[Any]) -> float | timedelta:
        """Return the seconds until a row's turn, or for how long it is put back."""
        name = (await self._space(row.space_id)).space.platform
        pace = self.platforms[name].pace
        is_routine = row.priority >= Priority.ROUTINE
        most = AHEAD if is_routine else 2 * AHEAD  # so that it finds a turn behind what is routine
        seconds = self._pacing.take(name, row.space_id, pace, most)
        if seconds <= most:
            return seconds
        if not is_routine:
            return timedelta(seconds=AHEAD)  # it is the first when its turn comes
        return self._pacing.queue(name, row.space_id, pace)

    async def _deliver_after(self, seconds: float, lock: asyncio.Lock, row: Row[Any]) -> None:
        """Deliver a row in its turn, after what is about the same post or for the same person.

        The last drawing must land last; and a closed inbox is found out by one row, not by all.
        """
        try:
            async with lock:
                self._since[row.id] = row.space_id, time.monotonic()
                if seconds:
                    await asyncio.sleep(seconds)
                await self._deliver(row)
        finally:
            self._since.pop(row.id, None)
            self._recipients.pop(row.id, None)

    async def _send(self, row: Row[Any], platform: Platform, where: Whereto, card: Card) -> None:
        at_once = row.priority == Priority.URGENT  # it has had its turn
        await self._pacing.leave(platform.name, platform.pace, at_once=at_once)
        await super()._send(row, platform, where, card)

    async def _about(self, row: Row[Any]) -> object:
        """Return what a row has in common with those it must not overtake: a post, a person."""
        try:
            if row.post_id is not None:
                return row.post_id
            self._recipients[row.id] = to = await self._recipient(row)
            return to
        except Exception:
            return row.id  # whatever it is, delivering it meets it again and says so


def _told(task: asyncio.Task[None]) -> None:
    """Log what a delivery failed with: its row is claimed again when its lease is over."""
    if not task.cancelled() and (fault := task.exception()) is not None:
        logs.fault("delivery.failed", fault)
