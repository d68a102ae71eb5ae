"""Answers of forms that did not fit, kept for a day so that nobody types twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Row, delete, insert, select

from bot.clock import Clock
from bot.errors import Gone, NotYours
from bot.identity import Expired, Identity
from bot.people import Member
from bot.store import Store
from bot.store.engine import new_id
from bot.store.tables import kept_forms

_FOR = timedelta(days=1)
"""Until the end of the next day: the row holds no time, which would tell when it was typed."""


@dataclass(frozen=True, slots=True)
class KeptForm:
    """Where the answers were going, and what they were."""

    id: str
    member_id: str
    call: str
    answers: Mapping[str, str]


class Kept:
    """Kept forms. Whose one is stands inside the seal: the row tells nothing of a person."""

    def __init__(self, store: Store, identity: Identity, clock: Clock) -> None:
        self._store = store
        self._identity = identity
        self._clock = clock

    async def add(self, member: Member, call: str, answers: Mapping[str, str]) -> str:
        """Keep answers and return their id."""
        kept_id = new_id()
        content = [member.id, call, dict(answers)]
        async with self._store.transaction() as db:
            day, sealed = await self._identity.seal(member.space.id, content, f"kept/{kept_id}")
            row = {"id": kept_id, "space_id": member.space.id, "day": day, "sealed": sealed}
            await db.execute(insert(kept_forms).values(row))
        return kept_id

    async def get(self, member: Member, kept_id: str) -> KeptForm:
        """Return what was kept; raises ``Gone`` after a day and ``NotYours`` for another's."""
        query = select(kept_forms).where(kept_forms.c.id == kept_id)
        async with self._store.reading() as db:
            row = (await db.execute(query)).first()
        if row is None or row.day < self._clock.today() - _FOR:
            raise Gone
        kept = await self._open(row)
        if kept.member_id != member.id:
            raise NotYours
        return kept

    async def of(self, member: Member) -> list[KeptForm]:
        """Return all that is kept of a member's."""
        async with self._store.reading() as db:
            rows = (
                await db.execute(
                    select(kept_forms).where(kept_forms.c.space_id == member.space.id)
                )
            ).all()
        found = []
        for row in rows:
            try:
                kept = await self._open(row)
            except Gone:
                continue
            if kept.member_id == member.id:
                found.append(kept)
        return found

    async def drop(self, kept_id: str) -> None:
        """Delete what was kept, because it was used."""
        async with self._store.transaction() as db:
            await db.execute(delete(kept_forms).where(kept_forms.c.id == kept_id))

    async def forget(self, member: Member) -> None:
        """Delete all that is kept of a member's."""
        ids = [kept.id for kept in await self.of(member)]
        async with self._store.transaction() as db:
            await db.execute(delete(kept_forms).where(kept_forms.c.id.in_(ids)))

    async def sweep(self) -> None:
        """Delete what is older than a day."""
        oldest = self._clock.today() - _FOR
        async with self._store.transaction() as db:
            await db.execute(delete(kept_forms).where(kept_forms.c.day < oldest))

    async def _open(self, row: Row[Any]) -> KeptForm:
        try:
            member_id, call, answers = await self._identity.open(
                row.space_id, row.day, row.sealed, f"kept/{row.id}"
            )
        except Expired:
            raise Gone from None
        return KeptForm(row.id, member_id, call, answers)
