"""What lets the bot into spaces that were added by a page instead of a setting."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import delete, select

from bot.identity import RootKey, sealing
from bot.people import Space
from bot.store import Store
from bot.store.tables import spaces, tokens


class Tokens:
    """One sealed thing a space, fit for JSON. A thief of the database cannot use it."""

    def __init__(self, store: Store, root: RootKey) -> None:
        self._store = store
        self._key = root.derive("token")

    async def keep(self, space_id: str, content: object) -> None:
        """Keep what lets the bot into a space, in the place of what did before."""
        sealed = sealing.seal(self._key, json.dumps(content).encode(), f"token/{space_id}")
        add = self._store.insert(tokens).values({"space_id": space_id, "sealed": sealed})
        put = add.on_conflict_do_update(index_elements=["space_id"], set_={"sealed": sealed})
        async with self._store.transaction() as db:
            await db.execute(put)

    async def find(self, platform: str, external: str) -> tuple[Space, Any] | None:
        """Return the space a platform calls ``external`` and what was kept for it, if it was."""
        query = (
            select(tokens)
            .join(spaces, spaces.c.id == tokens.c.space_id)
            .where(spaces.c.platform == platform, spaces.c.external == external)
        )
        async with self._store.reading() as db:
            row = (await db.execute(query)).first()
        if row is None:
            return None
        opened = sealing.open_sealed(self._key, row.sealed, f"token/{row.space_id}")
        return Space(row.space_id, platform), json.loads(opened)

    async def externals(self, platform: str) -> list[str]:
        """Return what a platform calls the spaces something is kept for."""
        query = select(spaces.c.external).join(tokens, spaces.c.id == tokens.c.space_id)
        async with self._store.reading() as db:
            found = await db.execute(query.where(spaces.c.platform == platform))
            return sorted(found.scalars())

    async def drop(self, space_id: str) -> None:
        """Forget what let the bot into a space."""
        async with self._store.transaction() as db:
            await db.execute(delete(tokens).where(tokens.c.space_id == space_id))
