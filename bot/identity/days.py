"""Day keys: one a space and day, wrapped by the root key, deleted after the retention.

What a day's key sealed can be opened until then and by nobody afterwards.
"""

from __future__ import annotations

import os
import time
from datetime import date, timedelta

from sqlalchemy import delete, select

from bot.clock import Clock
from bot.identity import sealing
from bot.identity.root import RootKey
from bot.store import Store
from bot.store.tables import day_keys, spaces

_REMEMBERED = (
    60.0  # seconds a key stays in memory; other processes learn of a deletion in that time
)


class Expired(Exception):
    """The day's key is gone: what it sealed can never be opened again."""


class DayKeys:
    """The day keys of all spaces."""

    def __init__(self, store: Store, root: RootKey, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._wrap = root.derive("day keys")
        self._known: dict[tuple[str, date], tuple[float, bytes]] = {}

    async def today(self, space_id: str) -> tuple[date, bytes]:
        """Return today and its key (32 bytes), which is made when the day has none yet."""
        day = self._clock.today()
        try:
            return day, await self.key(space_id, day)
        except Expired:
            made = sealing.seal(self._wrap, os.urandom(32), f"{space_id}/{day}")
        row = {"space_id": space_id, "day": day, "wrapped": made}
        async with self._store.transaction() as db:
            await db.execute(self._store.insert(day_keys).values(row).on_conflict_do_nothing())
            # Read back, and not remembered until others can see it: a rollback would undo it.
            return day, await self._read(space_id, day)

    async def key(self, space_id: str, day: date) -> bytes:
        """Return the key of a day; raises ``Expired`` when it was deleted or never made."""
        known = self._known.get((space_id, day))
        now = time.monotonic()
        if known is not None and known[0] > now:
            return known[1]
        key = await self._read(space_id, day)
        self._store.after_commit(
            lambda: self._known.__setitem__((space_id, day), (now + _REMEMBERED, key))
        )
        return key

    async def _read(self, space_id: str, day: date) -> bytes:
        query = select(day_keys.c.wrapped).where(
            day_keys.c.space_id == space_id, day_keys.c.day == day
        )
        async with self._store.reading() as db:
            wrapped = (await db.execute(query)).scalar()
        if wrapped is None:
            self._known.pop((space_id, day), None)
            raise Expired
        return sealing.open_sealed(self._wrap, wrapped, f"{space_id}/{day}")

    async def days(self, space_id: str) -> list[date]:
        """Return the days whose keys are still there."""
        async with self._store.reading() as db:
            found = await db.execute(select(day_keys.c.day).where(day_keys.c.space_id == space_id))
            return list(found.scalars())

    async def all_days(self) -> set[tuple[str, date]]:
        """Return space and day of every key that is still there."""
        async with self._store.reading() as db:
            rows = await db.execute(select(day_keys.c.space_id, day_keys.c.day))
            return {(row.space_id, row.day) for row in rows}

    def forget(self, space_id: str) -> None:
        """Let go of the keys of a space that was deleted, in this process."""
        self._known = {at: known for at, known in self._known.items() if at[0] != space_id}

    async def sweep(self) -> list[tuple[str, date]]:
        """Delete every key older than its space's retention; return space and day of each."""
        async with self._store.transaction() as db:
            rows = await db.execute(
                select(day_keys.c.space_id, day_keys.c.day, spaces.c.retention_days).join(
                    spaces, spaces.c.id == day_keys.c.space_id
                )
            )
            today = self._clock.today()
            old = [
                (row.space_id, row.day)
                for row in rows
                if row.day + timedelta(days=row.retention_days) < today
            ]
            for space_id, day in old:
                await db.execute(
                    delete(day_keys).where(day_keys.c.space_id == space_id, day_keys.c.day == day)
                )
                self._known.pop((space_id, day), None)
        # What another process deleted is forgotten here as well.
        now = time.monotonic()
        self._known = {at: known for at, known in self._known.items() if known[0] > now}
        return old
