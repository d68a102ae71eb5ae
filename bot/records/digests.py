"""What a space's weekly digest says, as it was when it was written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, insert, select

from bot.identity import Identity
from bot.people import Space
from bot.store import Store
from bot.store.checkin_tables import digests


@dataclass(frozen=True, slots=True)
class Digest:
    """One week: how many people, what they did in sum, goals, and the wins by the check-ins' ids.

    ``goals`` is how many had set themselves one, ``met`` how many met it, at least partly. Wins
    are the words as they were told then.
    """

    space: Space
    week: date
    post_id: str
    people: int
    effort: Mapping[str, int]
    goals: int
    met: int
    wins: Mapping[str, str]


class Digests:
    """The digests of all spaces."""

    def __init__(self, store: Store, identity: Identity) -> None:
        self._store = store
        self._identity = identity

    async def add(self, digest: Digest) -> None:
        """Keep what a digest says."""
        content = {
            "people": digest.people,
            "effort": dict(digest.effort),
            "goals": digest.goals,
            "met": digest.met,
            "wins": dict(digest.wins),
        }
        about = f"digest/{digest.space.id}/{digest.week}"
        row = {
            "space_id": digest.space.id,
            "week": digest.week,
            "post_id": digest.post_id,
            "sealed": self._identity.seal_own(digest.space.id, content, about),
        }
        async with self._store.transaction() as db:
            await db.execute(insert(digests).values(row))

    async def get(self, space_id: str, week: date) -> Digest | None:
        """Return a digest, nothing when there is none."""
        query = select(digests).where(digests.c.space_id == space_id, digests.c.week == week)
        async with self._store.reading() as db:
            row = (await db.execute(query)).first()
        return None if row is None else await self._opened(row)

    async def telling(self, space: Space, checkin_id: str) -> list[Digest]:
        """Return the digests that tell somebody's win."""
        query = select(digests).where(digests.c.space_id == space.id)
        async with self._store.reading() as db:
            rows = (await db.execute(query.order_by(digests.c.week))).all()
        found = [await self._opened(row) for row in rows]
        return [digest for digest in found if checkin_id in digest.wins]

    async def _opened(self, row: Row[Any]) -> Digest:
        about = f"digest/{row.space_id}/{row.week}"
        held = self._identity.open_own(row.space_id, row.sealed, about)
        space = await self._identity.space_of(row.space_id)
        return Digest(space, row.week, row.post_id, **held)
