"""Nods: one a person and share, counted under a tag that means nothing anywhere else."""

from __future__ import annotations

from typing import Literal

from sqlalchemy import delete, insert, select, update

from bot.identity.identity import nod_tag
from bot.people import Member
from bot.records.shares import Share, Shares
from bot.store import Store
from bot.store.tables import nods, shares

NodKind = Literal["alone", "been"]


class Nods:
    """Nods of shares."""

    def __init__(self, store: Store, shares: Shares) -> None:
        self._store = store
        self._shares = shares

    async def tag(self, share: Share, member: Member) -> bytes:
        """Return what a member's nod is kept under; raises ``Gone`` for a resting share."""
        return nod_tag(await self._shares.key(share), member)

    async def of(self, share: Share, member: Member) -> NodKind | None:
        """Return how a member nodded, nothing when they did not."""
        return await self._kind(share.id, await self.tag(share, member))

    async def set(self, share: Share, member: Member, kind: NodKind | None) -> bool:
        """Set or take back a member's nod; returns whether that changed anything."""
        tag = await self.tag(share, member)
        async with self._store.transaction() as db:
            # The share's row is held, so that two presses at once count once.
            await db.execute(
                select(shares.c.id).where(shares.c.id == share.id).with_for_update()
            )
            before = await self._kind(share.id, tag)
            if before == kind:
                return False
            if before:
                await db.execute(
                    delete(nods).where(nods.c.share_id == share.id, nods.c.tag == tag)
                )
            if kind:
                await db.execute(insert(nods).values(share_id=share.id, tag=tag, kind=kind))
            counts = {
                column: column + int(kind == column.name) - int(before == column.name)
                for column in (shares.c.alone, shares.c.been)
            }
            await db.execute(update(shares).where(shares.c.id == share.id).values(counts))
        return True

    async def take_untold(self, share_id: str) -> int:
        """Return how many nods a share has if the author knows of fewer, and mark it as told."""
        total = shares.c.alone + shares.c.been
        async with self._store.transaction() as db:
            done = await db.execute(
                update(shares)
                .where(shares.c.id == share_id, shares.c.told < total)
                .values(told=total)
                .returning(total)
            )
            return done.scalar() or 0

    async def _kind(self, share_id: str, tag: bytes) -> NodKind | None:
        query = select(nods.c.kind).where(nods.c.share_id == share_id, nods.c.tag == tag)
        async with self._store.reading() as db:
            kind: NodKind | None = (await db.execute(query)).scalar()
        return kind
