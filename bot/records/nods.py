"""Nods: one a person and share, counted under a tag that means nothing anywhere else."""

from __future__ import annotations

from typing import Literal

from sqlalchemy import Integer, bindparam, delete, insert, select, update

from bot.errors import Gone
from bot.identity.identity import nod_tag
from bot.people import Member
from bot.records.shares import Share, Shares, ShareState
from bot.store import Store
from bot.store.tables import nods, shares

NodKind = Literal["alone", "been"]

_THE_SHARE = shares.c.id == bindparam("share")
_THE_NOD = (nods.c.share_id == bindparam("share")) & (nods.c.tag == bindparam("by"))
# Built once: building a statement costs more than running it.
_HOLD = select(shares.c.state).where(_THE_SHARE).with_for_update()
_KIND = select(nods.c.kind).where(_THE_NOD)
_TAKE = delete(nods).where(_THE_NOD)
_GIVE = insert(nods).values(share_id=bindparam("share"), tag=bindparam("by"), kind=bindparam("is"))
_COUNT = (
    update(shares)
    .where(_THE_SHARE)
    .values(
        alone=shares.c.alone + bindparam("alone_more", type_=Integer),
        been=shares.c.been + bindparam("been_more", type_=Integer),
    )
)


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
        """Set or take back a member's nod; returns whether that changed anything.

        Raises ``Gone`` when the share was closed or deleted meanwhile.
        """
        tag = await self.tag(share, member)
        nod = {"share": share.id, "by": tag, "is": kind}
        async with self._store.transaction() as db:
            # The share's row is held, so that two presses at once count once.
            state = (await db.execute(_HOLD, {"share": share.id})).scalar()
            if kind is not None and state != ShareState.UP:
                raise Gone
            before = await self._kind(share.id, tag)
            if before == kind:
                return False
            if before:
                await db.execute(_TAKE, {"share": share.id, "by": tag})
            if kind:
                await db.execute(_GIVE, nod)
            change = {
                f"{name}_more": int(kind == name) - int(before == name)
                for name in ("alone", "been")
            }
            await db.execute(_COUNT, change | {"share": share.id})
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
        async with self._store.reading() as db:
            found = await db.execute(_KIND, {"share": share_id, "by": tag})
            kind: NodKind | None = found.scalar()
        return kind
