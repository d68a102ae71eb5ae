"""Replies to rejection letters, as their owners keep them: thirty days, and sealed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import Row, delete, insert, select, update

from bot.clock import Clock
from bot.errors import Gone, NotYours
from bot.identity import Identity
from bot.people import Member
from bot.store import Store
from bot.store.draft_tables import drafts
from bot.store.engine import new_id

DAYS: Final = 30
"""How long a letter and the reply to it are kept, from the day it was begun."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter and the reply to it. ``content`` is the feature's own, fit for JSON."""

    id: str
    day: date
    content: Mapping[str, Any] = field(repr=False)
    owner: str = field(repr=False)

    @property
    def until(self) -> date:
        """The last day it is there."""
        return self.day + timedelta(days=DAYS)


class Drafts:
    """The drafts of all spaces; whose one is says a keyed hash, what it says nobody but them."""

    def __init__(self, store: Store, identity: Identity, clock: Clock) -> None:
        self._store = store
        self._identity = identity
        self._clock = clock

    async def add(self, member: Member, content: Mapping[str, Any]) -> Draft:
        """Keep a new one."""
        owner = self._identity.owner_tag(member)
        draft = Draft(new_id(), self._clock.today(), content, owner)
        row = {"id": draft.id, "space_id": member.space.id, "owner": owner, "day": draft.day}
        async with self._store.transaction() as db:
            await db.execute(insert(drafts).values(row | {"sealed": self._sealed(draft)}))
        return draft

    async def get(self, member: Member, draft_id: str) -> Draft:
        """Return a member's own draft; raises ``Gone`` and ``NotYours``.

        In a transaction its row is held to the end of that.
        """
        query = select(drafts).where(drafts.c.id == draft_id).with_for_update()
        async with self._store.reading() as db:
            row = (await db.execute(query)).first()
        # One whose thirty days are over is gone, whether it was swept already or not.
        if row is None or row.day + timedelta(days=DAYS) < self._clock.today():
            raise Gone
        if row.owner != self._identity.owner_tag(member):
            raise NotYours
        return self._opened(row)

    async def put(self, draft: Draft, content: Mapping[str, Any]) -> Draft:
        """Keep a draft as it is now."""
        changed = replace(draft, content=content)
        change = update(drafts).where(drafts.c.id == draft.id)
        async with self._store.transaction() as db:
            await db.execute(change.values(sealed=self._sealed(changed)))
        return changed

    async def drop(self, draft: Draft) -> None:
        """Delete one."""
        async with self._store.transaction() as db:
            await db.execute(delete(drafts).where(drafts.c.id == draft.id))

    async def of(self, member: Member) -> list[Draft]:
        """Return a member's drafts in their space, the oldest first."""
        query = (
            select(drafts)
            .where(
                drafts.c.space_id == member.space.id,
                drafts.c.owner == self._identity.owner_tag(member),
                drafts.c.day >= self._clock.today() - timedelta(days=DAYS),
            )
            .order_by(drafts.c.day, drafts.c.id)
        )
        async with self._store.reading() as db:
            return [self._opened(row) for row in (await db.execute(query)).all()]

    async def forget(self, member: Member) -> None:
        """Delete all of a member's."""
        mine = (
            drafts.c.space_id == member.space.id,
            drafts.c.owner == self._identity.owner_tag(member),
        )
        async with self._store.transaction() as db:
            await db.execute(delete(drafts).where(*mine))

    async def sweep(self) -> bool:
        """Delete what is older than thirty days; says whether there was any."""
        oldest = self._clock.today() - timedelta(days=DAYS)
        async with self._store.transaction() as db:
            return (await db.execute(delete(drafts).where(drafts.c.day < oldest))).rowcount > 0

    def _sealed(self, draft: Draft) -> bytes:
        return self._identity.seal_own(draft.owner, dict(draft.content), f"draft/{draft.id}")

    def _opened(self, row: Row[Any]) -> Draft:
        content = self._identity.open_own(row.owner, row.sealed, f"draft/{row.id}")
        return Draft(row.id, row.day, content, row.owner)
