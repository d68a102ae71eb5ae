"""To whom nothing cheerful is written for a while, because it would hurt."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from sqlalchemy import delete, select

from bot.clock import Clock
from bot.identity import Identity
from bot.people import Member
from bot.store import Store
from bot.store.checkin_tables import spared

FOR: Final = timedelta(days=14)
"""How long; ``safety.md``: nobody flagged in the last 14 days gets a cheerful template."""


class Spared:
    """Under a keyed hash that nothing else is kept under: no row says who is in a crisis."""

    def __init__(self, store: Store, identity: Identity, clock: Clock) -> None:
        self._store = store
        self._identity = identity
        self._clock = clock
        insert = store.insert(spared)
        self._add = insert.on_conflict_do_update(
            index_elements=["tag", "space_id"], set_={"until": insert.excluded.until}
        )

    async def add(self, member: Member) -> None:
        """Write nothing cheerful to a member from now on, for 14 days."""
        row = {
            "tag": self._identity.spared_tag(member),
            "space_id": member.space.id,
            "until": self._clock.today() + FOR,
        }
        async with self._store.transaction() as db:
            await db.execute(self._add, row)

    async def has(self, member: Member) -> bool:
        """Say whether nothing cheerful is written to a member now."""
        query = select(spared.c.until).where(
            spared.c.tag == self._identity.spared_tag(member),
            spared.c.until >= self._clock.today(),
        )
        async with self._store.reading() as db:
            return (await db.execute(query)).first() is not None

    async def forget(self, member: Member) -> None:
        """Delete that a member is spared."""
        tag = self._identity.spared_tag(member)
        async with self._store.transaction() as db:
            await db.execute(delete(spared).where(spared.c.tag == tag))

    async def sweep(self) -> None:
        """Delete what is over."""
        async with self._store.transaction() as db:
            await db.execute(delete(spared).where(spared.c.until < self._clock.today()))
