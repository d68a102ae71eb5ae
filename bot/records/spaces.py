"""Spaces the bot was taken out of: what is theirs waits for a week, and then all of it goes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from sqlalchemy import ColumnElement, Delete, Table, bindparam, delete, or_, select, update

from bot.clock import Clock
from bot.delivery import Outbox
from bot.identity import Identity
from bot.people import Space
from bot.store import Store
from bot.store.schema import ROW, metadata
from bot.store.tables import outbox, receipts, replies, shares, spaces

GRACE: Final = timedelta(days=7)
"""How many full days a space's data is kept after the bot was taken out of it.

Long enough to notice that it was an accident, short enough that nobody has to ask for deletion.
"""

_SPACE: Final = bindparam("space", type_=ROW)


class Spaces:
    """Which spaces the bot is in. For adapters and the sweep: a space's id at its platform."""

    def __init__(self, store: Store, identity: Identity, clock: Clock, rows: Outbox) -> None:
        self._store = store
        self._identity = identity
        self._clock = clock
        self._rows = rows

    async def leave(self, space_id: str) -> None:
        """Note that the bot was taken out of a space; the first day it is told of stays."""
        staying = spaces.c.id == space_id, spaces.c.left_on.is_(None)
        async with self._store.transaction() as db:
            await db.execute(update(spaces).where(*staying).values(left_on=self._clock.today()))

    async def come_back(self, space_id: str) -> bool:
        """Note that the bot is in a space again: what waited for that goes out.

        Returns whether the space is still written down; if it was deleted meanwhile,
        ``Identity.space`` begins it anew.
        """
        async with self._store.transaction() as db:
            here = update(spaces).where(spaces.c.id == space_id).values(left_on=None)
            found = (await db.execute(here)).rowcount == 1
            self._store.after_commit(self._rows.wake.set)
        if not found:
            self._identity.forget_space(space_id)
        return found

    async def live(self, platform: str) -> list[tuple[Space, str]]:
        """Return the spaces of a platform the bot was not taken out of, and their ids there."""
        return await self._of(platform, spaces.c.left_on.is_(None))

    async def left(self, platform: str) -> list[tuple[Space, str]]:
        """Return the spaces of a platform the bot was taken out of, and their ids there."""
        return await self._of(platform, spaces.c.left_on.is_not(None))

    async def _of(self, platform: str, where: ColumnElement[bool]) -> list[tuple[Space, str]]:
        query = select(spaces.c.id, spaces.c.external).where(spaces.c.platform == platform, where)
        async with self._store.reading() as db:
            rows = await db.execute(query.order_by(spaces.c.external))
            return [(Space(row.id, platform), row.external) for row in rows]

    async def sweep(self) -> int:
        """Delete every space that was left more than ``GRACE`` ago; return how many."""
        overdue = select(spaces.c.id).where(spaces.c.left_on < self._clock.today() - GRACE)
        async with self._store.reading() as db:
            ids = (await db.execute(overdue)).scalars().all()
        count = 0
        for space_id in ids:
            still = overdue.where(spaces.c.id == space_id).with_for_update()
            async with self._store.transaction() as db:
                # Asked again, with its row held: it may have come back, or be deleted by now.
                if (await db.execute(still)).first() is not None:
                    await self.delete(space_id)
                    count += 1
        return count

    async def delete(self, space_id: str) -> None:
        """Delete a space with every row that is its own, of whatever table, at once.

        The space's row is held first: who adds something to it waits, and then fails. Another
        process that still knows the space by its old id asks again within a minute.
        """
        one = {"space": space_id}
        async with self._store.transaction() as db:
            for statement in (_HOLD, _OUTBOX, _HOLD_SHARES, *_THE_REST):
                await db.execute(statement, one)
            self._store.after_commit(lambda: self._identity.forget_space(space_id))


def _own(table: Table) -> ColumnElement[bool] | None:
    """Return the condition that a row is of one space, nothing for a table that knows of none.

    A row is of a space when it has its id, or that of another row that is.
    """
    if table is spaces:
        return spaces.c.id == _SPACE
    if "space_id" in table.c:
        return table.c.space_id == _SPACE
    for key in table.foreign_keys:
        above = key.column.table
        condition = None if above is table else _own(above)
        if condition is not None:
            return key.parent.in_(select(key.column).where(condition))
    return None


def _the_rest() -> Iterator[Delete]:
    """Yield what deletes a space but its outbox, no row before those that refer to it.

    A new table is among them, unless it refers to a row without a foreign key, as receipts do.
    """
    subjects = [
        receipts.c.subject.in_(select(table.c.id).where(table.c.space_id == _SPACE))
        for table in (shares, replies)
    ]
    yield delete(receipts).where(or_(*subjects))
    for table in reversed(metadata.sorted_tables):
        condition = _own(table)
        if condition is not None and table is not outbox:
            yield delete(table).where(condition)


# In this order everywhere: the outbox before the shares, or two wait for each other.
_HOLD = select(spaces.c.id).where(spaces.c.id == _SPACE).with_for_update()
_OUTBOX = delete(outbox).where(outbox.c.space_id == _SPACE)
_HOLD_SHARES = select(shares.c.id).where(shares.c.space_id == _SPACE).with_for_update()
_THE_REST: Final = tuple(_the_rest())
