"""Replies under shares: signed with a pseudonym, a mention, or as the author."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, Select, delete, insert, select, update

from bot.errors import Gone
from bot.identity import Expired, Identity
from bot.identity.identity import pseudonym, voice_tag
from bot.people import Member, Space
from bot.records.shares import Share, Shares, ShareState
from bot.store import Store
from bot.store.engine import new_id
from bot.store.tables import replies, shares, spaces, voices

_MANY = 100
"""After so many taken pseudonyms one gets a number, so that the search ends."""


class Signed(StrEnum):
    """How a reply is signed."""

    PSEUDONYM = "pseudonym"
    MENTION = "mention"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply. ``name`` is the pseudonym, empty for the other two; ``words`` may be gone."""

    id: str
    share_id: str
    space: Space
    day: date
    signed: Signed
    name: str
    post_id: str | None
    up: bool
    thanked: bool
    words: str | None = field(repr=False)
    sealed_writer: bytes | None = field(repr=False)


class Replies:
    """Replies by id. Who wrote one is in its seal."""

    def __init__(self, store: Store, identity: Identity, shares: Shares) -> None:
        self._store = store
        self._identity = identity
        self._shares = shares

    async def voice(self, share: Share, member: Member) -> str:
        """Return a member's pseudonym under a share, given now if they have none.

        Raises ``Gone`` for a resting share.
        """
        key = await self._shares.key(share)
        tag = voice_tag(key, member)
        async with self._store.transaction() as db:
            # The share's row is held, so that two people never get one name.
            query = select(shares.c.id).where(shares.c.id == share.id).with_for_update()
            await db.execute(query)
            names = (
                await db.execute(
                    select(voices.c.tag, voices.c.name).where(voices.c.share_id == share.id)
                )
            ).all()
            known = {row.tag: row.name for row in names}
            if tag in known:
                return str(known[tag])
            taken, attempt = set(known.values()), 0
            while (name := pseudonym(key, member, attempt)) in taken:
                attempt += 1
                if attempt > _MANY:
                    name = f"{name} {attempt + len(taken)}"
                    break
            await db.execute(insert(voices).values(share_id=share.id, tag=tag, name=name))
            return name

    async def add(self, share: Share, member: Member, words: str, signed: Signed) -> Reply:
        """Write a reply; raises ``Gone`` for a share that rests, or was closed meanwhile."""
        reply_id = new_id()
        async with self._store.transaction() as db:
            held = select(shares.c.state).where(shares.c.id == share.id).with_for_update()
            if (await db.execute(held)).scalar() != ShareState.UP:
                raise Gone
            name = await self.voice(share, member) if signed is Signed.PSEUDONYM else ""
            day, writer = await self._identity.seal_member(member, f"writer/{reply_id}")
            sealed = await self._identity.seal_again(
                member.space.id, day, words, f"words/{reply_id}"
            )
            row = {"id": reply_id, "share_id": share.id, "space_id": share.space.id, "day": day}
            row |= {"state": "up", "signed": signed.value, "name": name, "writer": writer}
            row |= {"words": sealed, "told": signed is Signed.AUTHOR, "thanked": False}
            await db.execute(insert(replies).values(row))
            return await self.get(reply_id)

    async def forget_voice(self, share: Share, member: Member) -> None:
        """Forget a member's pseudonym under a share that is not resting."""
        tag = voice_tag(await self._shares.key(share), member)
        async with self._store.transaction() as db:
            await db.execute(
                delete(voices).where(voices.c.share_id == share.id, voices.c.tag == tag)
            )

    async def place(self, reply: Reply, post_id: str) -> None:
        """Write down which post shows a reply."""
        await self._set(reply.id, post_id=post_id)

    async def get(self, reply_id: str) -> Reply:
        """Return a reply; raises ``Gone`` when there is none."""
        async with self._store.reading() as db:
            row = (await db.execute(_with_space().where(replies.c.id == reply_id))).first()
        if row is None:
            raise Gone
        return await self._reply(row)

    async def writer(self, reply: Reply) -> Member | None:
        """Return who wrote a reply, nothing once that cannot be known."""
        if reply.sealed_writer is None:
            return None
        try:
            return await self._identity.open_member(
                reply.space, reply.day, reply.sealed_writer, f"writer/{reply.id}"
            )
        except Expired:
            return None

    async def under(self, share_id: str) -> list[Reply]:
        """Return the replies that stand under a share."""
        query = _with_space().where(replies.c.share_id == share_id, replies.c.state == "up")
        async with self._store.reading() as db:
            rows = (await db.execute(query)).all()
        return [await self._reply(row) for row in rows]

    async def take_untold(self, share_id: str, most: int | None = None) -> list[Reply]:
        """Return replies the author was not told of, at most so many, and mark them as told."""
        query = _with_space().where(
            replies.c.share_id == share_id, replies.c.state == "up", replies.c.told.is_(False)
        )
        async with self._store.transaction() as db:
            rows = (await db.execute(query.limit(most).with_for_update(of=replies))).all()
            ids = [row.id for row in rows]
            await db.execute(update(replies).where(replies.c.id.in_(ids)).values(told=True))
        return [await self._reply(row) for row in rows]

    async def thank(self, reply: Reply) -> bool:
        """Mark a reply as thanked for; returns whether it was not yet."""
        async with self._store.transaction() as db:
            done = await db.execute(
                update(replies)
                .where(replies.c.id == reply.id, replies.c.thanked.is_(False))
                .values(thanked=True)
            )
            return done.rowcount == 1

    async def delete(self, reply_id: str) -> None:
        """Forget a reply's words, writer and pseudonym."""
        await self._set(reply_id, state="deleted", words=None, writer=None, name="", told=True)

    async def of(self, member: Member) -> list[Reply]:
        """Return a member's replies in their space, as far as it can still be known."""
        query = _with_space().where(
            replies.c.space_id == member.space.id, replies.c.writer.is_not(None)
        )
        async with self._store.reading() as db:
            rows = (await db.execute(query)).all()
        found = [await self._reply(row) for row in rows]
        return [reply for reply in found if await self.writer(reply) == member]

    async def sweep(self) -> None:
        """Delete what no key opens any more."""
        has_key = await self._identity.days.all_days()
        query = select(replies.c.id, replies.c.space_id, replies.c.day)
        async with self._store.transaction() as db:
            rows = await db.execute(query.where(replies.c.writer.is_not(None)))
            for row in rows.all():
                if (row.space_id, row.day) not in has_key:
                    await self._set(row.id, words=None, writer=None, name="")

    async def _set(self, reply_id: str, **values: object) -> None:
        async with self._store.transaction() as db:
            await db.execute(update(replies).where(replies.c.id == reply_id).values(values))

    async def _reply(self, row: Row[Any]) -> Reply:
        words = None
        if row.words is not None:
            try:
                words = await self._identity.open(
                    row.space_id, row.day, row.words, f"words/{row.id}"
                )
            except Expired:
                words = None
        space = Space(row.space_id, row.platform)
        signed = Signed(row.signed)
        return Reply(
            row.id,
            row.share_id,
            space,
            row.day,
            signed,
            row.name,
            row.post_id,
            row.state == "up",
            row.thanked,
            words,
            row.writer,
        )


def _with_space() -> Select[Any]:
    return select(replies, spaces.c.platform).join(spaces, spaces.c.id == replies.c.space_id)
