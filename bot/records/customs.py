"""What a space has chosen for its check-ins, and how far its weekly round has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, or_, select

from bot.identity import Identity
from bot.people import Space
from bot.store import Store
from bot.store.checkin_tables import checkin_spaces
from bot.weekly import Weekly

SUNDAY_EVENING: Final = Weekly(6, 18 * 60, "UTC")
"""When the digest appears where nobody chose: at the end of the week it is about."""


@dataclass(frozen=True, slots=True)
class Custom:
    """A space's own questions and the time of its digest.

    ``went_well`` and ``learned`` are questions in the place of ours; ``None`` is ours, ``""``
    leaves it out. ``matched`` and ``digested`` are the Mondays of the last weeks done.
    """

    went_well: str | None = None
    learned: str | None = None
    digest: Weekly = SUNDAY_EVENING
    matched: date | None = None
    digested: date | None = None


class Customs:
    """One a space, sealed: a question may say where people are."""

    def __init__(self, store: Store, identity: Identity) -> None:
        self._store = store
        self._identity = identity
        self._insert = store.insert(checkin_spaces)

    async def of(self, space: Space) -> Custom:
        """Return what a space has chosen, or what is there without a choice."""
        query = select(checkin_spaces).where(checkin_spaces.c.space_id == space.id)
        async with self._store.reading() as db:
            row = (await db.execute(query)).first()
        return Custom() if row is None else self._opened(row)

    async def choose(
        self, space: Space, went_well: str | None, learned: str | None, digest: Weekly
    ) -> None:
        """Keep a choice."""
        when = [digest.weekday, digest.minute, digest.zone]
        content = {"went_well": went_well, "learned": learned, "digest": when}
        sealed = self._identity.seal_own(space.id, content, f"customs/{space.id}")
        put = self._insert.values({"space_id": space.id, "sealed": sealed})
        async with self._store.transaction() as db:
            await db.execute(
                put.on_conflict_do_update(index_elements=["space_id"], set_={"sealed": sealed})
            )

    async def match(self, space: Space, week: date) -> bool:
        """Take on putting people together for a week; says whether nobody else has."""
        return await self._take_on(space, "matched", week)

    async def digest(self, space: Space, week: date) -> bool:
        """Take on the digest of a week; says whether nobody else has."""
        return await self._take_on(space, "digested", week)

    async def _take_on(self, space: Space, what: str, week: date) -> bool:
        column = checkin_spaces.c[what]
        take = self._insert.values({"space_id": space.id, what: week}).on_conflict_do_update(
            index_elements=["space_id"],
            set_={what: week},
            where=or_(column.is_(None), column < week),
        )
        async with self._store.transaction() as db:
            return (await db.execute(take)).rowcount == 1

    def _opened(self, row: Row[Any]) -> Custom:
        if row.sealed is None:
            return Custom(matched=row.matched, digested=row.digested)
        held = self._identity.open_own(row.space_id, row.sealed, f"customs/{row.space_id}")
        return Custom(
            held["went_well"],
            held["learned"],
            Weekly(*held["digest"]),
            row.matched,
            row.digested,
        )
