"""Small things one process leaves for the next: what a platform was told, until when to wait."""

from __future__ import annotations

from sqlalchemy import delete, select

from bot.store.engine import Store
from bot.store.tables import meta


class Notes:
    """Values by key (at most 32 characters). Nothing about a person."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def get(self, key: str) -> bytes | None:
        """Return a note, nothing when there is none."""
        async with self._store.reading() as db:
            found = await db.execute(select(meta.c.value).where(meta.c.key == key))
            value: bytes | None = found.scalar()
            return value

    async def put(self, key: str, value: bytes) -> None:
        """Keep a note, in the place of an earlier one."""
        add = self._store.insert(meta).values({"key": key, "value": value})
        put = add.on_conflict_do_update(index_elements=["key"], set_={"value": value})
        async with self._store.transaction() as db:
            await db.execute(put)

    async def drop(self, key: str) -> None:
        """Forget a note."""
        async with self._store.transaction() as db:
            await db.execute(delete(meta).where(meta.c.key == key))
