"""Which of a platform's channels is which room of a space, and what is wrong with it."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import delete, select, update

from bot.identity import Identity
from bot.people import Room, Space
from bot.store import Store
from bot.store.tables import rooms

_REMEMBERED: Final = 60.0  # seconds; other processes learn of a change in that time


@dataclass(frozen=True, slots=True)
class _Chosen:
    channel: str
    fault: str | None


class Rooms:
    """The rooms that were chosen. A cog holds a channel only as a handle nobody else can read."""

    def __init__(self, store: Store, identity: Identity) -> None:
        self._store = store
        self._identity = identity
        self._known: dict[str, tuple[float, dict[Room, _Chosen]]] = {}

    async def channel(self, space: Space, room: Room) -> str | None:
        """Return the platform's channel of a room; a digest goes where shares go by default."""
        chosen = await self._chosen(space.id)
        found = chosen.get(room) or (chosen.get(Room.SUPPORT) if room is Room.DIGEST else None)
        return found.channel if found else None

    async def chosen(self, space: Space) -> dict[Room, str]:
        """Return a handle for every room that was chosen."""
        chosen = await self._chosen(space.id)
        return {room: self.handle(space, found.channel) for room, found in chosen.items()}

    async def choose(self, space: Space, handles: Mapping[Room, str]) -> None:
        """Keep a choice whole: rooms that are not in it are not chosen any more.

        Raises ``Gone`` for a handle of another space.
        """
        channels = {room: self.reveal(space, handle) for room, handle in handles.items()}
        rows = [
            {"space_id": space.id, "room": room.value, "external": channel, "fault": None}
            for room, channel in channels.items()
        ]
        async with self._store.transaction() as db:
            await db.execute(delete(rooms).where(rooms.c.space_id == space.id))
            for row in rows:
                await db.execute(self._store.insert(rooms).values(row))
            self._store.after_commit(lambda: self._forget(space.id))

    def handle(self, space: Space, channel: str) -> str:
        """Return a platform's channel as a cog may hold it: sealed, for this space alone."""
        return self._identity.hide(channel, f"channel/{space.id}")

    def reveal(self, space: Space, handle: str) -> str:
        """Return the platform's channel; raises ``Gone`` when it is no handle of this space."""
        return self._identity.show(handle, f"channel/{space.id}")

    async def note(self, space_id: str, room: Room, lack: str) -> bool:
        """Keep what is wrong with a room; say whether that is news."""
        return await self._set_fault(space_id, room, lack)

    async def fine(self, space_id: str, room: Room) -> None:
        """Forget what was wrong with a room; costs nothing while nothing was."""
        found = (await self._chosen(space_id)).get(room)
        if found is not None and found.fault is not None:
            await self._set_fault(space_id, room, None)

    async def _set_fault(self, space_id: str, room: Room, lack: str | None) -> bool:
        changed = update(rooms).where(
            rooms.c.space_id == space_id,
            rooms.c.room == room.value,
            rooms.c.fault.is_distinct_from(lack),
        )
        async with self._store.transaction() as db:
            self._store.after_commit(lambda: self._forget(space_id))
            return bool((await db.execute(changed.values(fault=lack))).rowcount)

    def _forget(self, space_id: str) -> None:
        self._known.pop(space_id, None)

    async def _chosen(self, space_id: str) -> dict[Room, _Chosen]:
        known = self._known.get(space_id)
        now = time.monotonic()
        if known is not None and known[0] > now:
            return known[1]
        async with self._store.reading() as db:
            found = await db.execute(select(rooms).where(rooms.c.space_id == space_id))
            chosen = {Room(row.room): _Chosen(row.external, row.fault) for row in found}
        self._store.after_commit(
            lambda: self._known.__setitem__(space_id, (now + _REMEMBERED, chosen))
        )
        return chosen
