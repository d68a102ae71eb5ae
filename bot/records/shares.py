"""Shares: their words and their author sealed with the day's key, never a member's id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, Select, bindparam, delete, func, insert, select, update

from bot.clock import Clock
from bot.errors import Gone, NotYours
from bot.identity import Expired, Identity
from bot.people import Member, Space
from bot.store import Store
from bot.store.engine import new_id
from bot.store.tables import nods, posts, shares, spaces, voices


def _with_space() -> Select[Any]:
    return (
        select(shares, spaces.c.platform, spaces.c.retention_days, posts.c.ref)
        .join(spaces, spaces.c.id == shares.c.space_id)
        .outerjoin(posts, posts.c.id == shares.c.post_id)
    )


# Built once: building a statement costs more than running it.
_ONE = _with_space().where(shares.c.id == bindparam("id"))
_LOCKED = _ONE.with_for_update(of=shares)


class ShareState(StrEnum):
    """``draft`` is only previewed; ``up`` is posted or on its way; the rest is over."""

    DRAFT = "draft"
    UP = "up"
    LOCKED = "locked"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Words:
    """What was typed; ``kept`` are the kinds of private details the author wants to keep.

    A ``quiet`` one asks for replies that the author alone reads.
    """

    happened: str
    feeling: str
    need: str
    stage: str
    field: str
    kept: tuple[str, ...] = ()
    quiet: bool = False

    def packed(self) -> dict[str, Any]:
        """Return it fit for JSON."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}

    @classmethod
    def unpacked(cls, values: Mapping[str, Any]) -> Words:
        """Return what ``packed`` packed."""
        return cls(**{**values, "kept": tuple(values["kept"])})


@dataclass(frozen=True, slots=True)
class Share:
    """One share. ``words`` is empty once it is deleted or its day's key is gone."""

    id: str
    space: Space
    day: date
    state: ShareState
    stage: str
    alone: int
    been: int
    post_id: str | None
    posted: bool
    words: Words | None = field(repr=False)
    resting: bool
    sealed_author: bytes | None = field(repr=False)
    sealed_key: bytes | None = field(repr=False)

    @property
    def open(self) -> bool:
        """Whether one can still nod and write."""
        return self.state is ShareState.UP and not self.resting


class Shares:
    """Shares by id. Who asks is compared with the seal, while it can be opened."""

    def __init__(self, store: Store, identity: Identity, clock: Clock) -> None:
        self._store = store
        self._identity = identity
        self._clock = clock

    async def draft(self, member: Member, words: Words) -> Share:
        """Write a share nobody sees yet."""
        share_id = new_id()
        async with self._store.transaction() as db:
            day, author = await self._identity.seal_member(member, f"author/{share_id}")
            space_id = member.space.id
            values = {
                "id": share_id,
                "space_id": space_id,
                "day": day,
                "state": ShareState.DRAFT.value,
                "author": author,
                "share_key": await self._identity.new_share_key(space_id, day, f"key/{share_id}"),
                "words": await self._identity.seal_again(
                    space_id, day, words.packed(), f"words/{share_id}"
                ),
            }
            await db.execute(insert(shares).values(values | {"alone": 0, "been": 0, "told": 0}))
            return await self.get(share_id)

    async def get(self, share_id: str, *, locked: bool = False) -> Share:
        """Return a share; raises ``Gone`` when there is none. ``locked`` holds its row."""
        async with self._store.reading() as db:
            row = (await db.execute(_LOCKED if locked else _ONE, {"id": share_id})).first()
        if row is None:
            raise Gone
        return await self._share(row)

    async def draft_of(self, member: Member, share_id: str) -> Share:
        """Return a member's own share that is not posted; raises ``NotYours`` or ``Gone``."""
        share = await self.get(share_id, locked=True)
        if await self.author(share) != member:
            raise NotYours
        if share.state is not ShareState.DRAFT:
            raise Gone
        return share

    async def author(self, share: Share) -> Member | None:
        """Return who wrote a share, nothing once that cannot be known."""
        if share.sealed_author is None:
            return None
        try:
            return await self._identity.open_member(
                share.space, share.day, share.sealed_author, f"author/{share.id}"
            )
        except Expired:
            return None

    async def key(self, share: Share) -> bytes:
        """Return a share's own key, for pseudonyms and tags; raises ``Gone`` for a resting one."""
        if share.sealed_key is None:
            raise Gone
        try:
            return await self._identity.share_key(
                share.space.id, share.day, share.sealed_key, f"key/{share.id}"
            )
        except Expired:
            raise Gone from None

    async def rewrite(self, share: Share, words: Words) -> None:
        """Change the words."""
        sealed = await self._identity.seal_again(
            share.space.id, share.day, words.packed(), f"words/{share.id}"
        )
        await self._set(share.id, words=sealed)

    async def publish(self, share: Share, words: Words, post_id: str) -> None:
        """Mark a share as posted, with the words as they go out; the others are forgotten."""
        await self.rewrite(share, words)
        await self._set(share.id, state=ShareState.UP.value, stage=words.stage, post_id=post_id)

    async def lock(self, share_id: str) -> None:
        """Let nobody nod or write any more."""
        await self._set(share_id, state=ShareState.LOCKED.value)

    async def delete(self, share_id: str) -> None:
        """Forget a share's words, author and keys; its counts and the row's state stay."""
        gone = dict.fromkeys(("author", "share_key", "words"))
        async with self._store.transaction() as db:
            for table in (nods, voices):
                await db.execute(delete(table).where(table.c.share_id == share_id))
            await self._set(share_id, state=ShareState.DELETED.value, **gone)

    async def discard(self, share_id: str) -> bool:
        """Delete a draft altogether; returns whether it was still one."""
        async with self._store.transaction() as db:
            done = await db.execute(
                delete(shares).where(shares.c.id == share_id, shares.c.state == ShareState.DRAFT)
            )
            return done.rowcount == 1

    async def of(self, member: Member) -> list[Share]:
        """Return a member's shares in their space, as far as it can still be known."""
        query = (
            _with_space()
            .where(shares.c.space_id == member.space.id, shares.c.author.is_not(None))
            .order_by(shares.c.day, shares.c.id)
        )
        async with self._store.reading() as db:
            rows = (await db.execute(query)).all()
        found = [await self._share(row) for row in rows]
        return [share for share in found if await self.author(share) == member]

    async def at_post(self, post_id: str) -> Share:
        """Return the share a post shows; raises ``Gone`` when it shows none."""
        query = _with_space().where(shares.c.post_id == post_id)
        async with self._store.reading() as db:
            row = (await db.execute(query)).first()
        if row is None:
            raise Gone
        return await self._share(row)

    async def live(self, space_id: str) -> list[Share]:
        """Return the shares of a space whose keys are still there."""
        days = await self._identity.days.days(space_id)
        query = _with_space().where(shares.c.space_id == space_id, shares.c.day.in_(days))
        async with self._store.reading() as db:
            rows = (await db.execute(query.where(shares.c.share_key.is_not(None)))).all()
        return [await self._share(row) for row in rows]

    async def count(self, space: Space, days: int, stage: str | None = None) -> int:
        """Return how many rejections were shared in the last ``days``, at one stage or at all."""
        since = self._clock.today() - timedelta(days=days)
        query = (
            select(func.count())
            .select_from(shares.join(posts, posts.c.id == shares.c.post_id))
            .where(shares.c.space_id == space.id, shares.c.day >= since)
            .where(shares.c.state.in_((ShareState.UP, ShareState.LOCKED)))
            .where(posts.c.ref.is_not(None), shares.c.stage != "")
        )
        if stage is not None:
            query = query.where(shares.c.stage == stage)
        async with self._store.reading() as db:
            return (await db.execute(query)).scalar_one()

    async def resting_today(self) -> list[Share]:
        """Return the posted shares whose last day it is."""
        query = _with_space().where(
            shares.c.state == ShareState.UP, shares.c.words.is_not(None), posts.c.ref.is_not(None)
        )
        async with self._store.reading() as db:
            rows = (await db.execute(query)).all()
        today = self._clock.today()
        lasts = [row for row in rows if row.day + timedelta(days=row.retention_days) == today]
        return [await self._share(row) for row in lasts]

    async def sweep(self) -> None:
        """Delete drafts of the day before yesterday and all that no key opens any more."""
        gone = dict.fromkeys(("author", "share_key", "words"))
        old = self._clock.today() - timedelta(days=1)
        has_key = await self._identity.days.all_days()
        async with self._store.transaction() as db:
            await db.execute(
                delete(shares).where(shares.c.state == ShareState.DRAFT, shares.c.day < old)
            )
            query = select(shares.c.id, shares.c.space_id, shares.c.day)
            rows = await db.execute(query.where(shares.c.share_key.is_not(None)))
            for row in rows.all():
                if (row.space_id, row.day) in has_key:
                    continue
                for table in (nods, voices):
                    await db.execute(delete(table).where(table.c.share_id == row.id))
                await self._set(row.id, **gone)

    async def _set(self, share_id: str, **values: object) -> None:
        async with self._store.transaction() as db:
            await db.execute(update(shares).where(shares.c.id == share_id).values(values))

    async def _share(self, row: Row[Any]) -> Share:
        # It rests from its last day on, so that its buttons can go while it can still be drawn.
        last_day = row.day + timedelta(days=row.retention_days)
        words, resting = None, row.share_key is None or last_day <= self._clock.today()
        try:
            if row.words is not None:
                packed = await self._identity.open(
                    row.space_id, row.day, row.words, f"words/{row.id}"
                )
                words = Words.unpacked(packed)
        except Expired:
            resting = True
        return Share(
            row.id,
            Space(row.space_id, row.platform),
            row.day,
            ShareState(row.state),
            row.stage or (words.stage if words else ""),
            row.alone,
            row.been,
            row.post_id,
            row.ref is not None,
            words,
            resting,
            row.author,
            row.share_key,
        )
