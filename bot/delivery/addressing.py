"""Where a row goes: to whom, into which room, under which message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select

from bot.house import House
from bot.identity import Address, Expired
from bot.identity.identity import SpaceRow
from bot.identity.sealing import open_sealed
from bot.people import Member, Room
from bot.platform import Target, TryLater
from bot.store.tables import outbox, posts

_MET_AGAIN = 3600.0  # seconds until a post that may stand there is looked at again


@dataclass(frozen=True, slots=True)
class Whereto:
    """Where a row goes, to whom, which message it changes, and how its post is drawn."""

    target: Target
    ref: str = ""
    drawing: str = ""
    member: Member | None = None


class Addressing:
    """Works out where rows go."""

    def __init__(self, house: House) -> None:
        self._store = house.store
        self._identity = house.identity
        self._clock = house.clock
        # As it is when rows are claimed: asking for each row would be half of what it costs.
        self._spaces_known: dict[str, SpaceRow] = {}
        self._recipients: dict[str, Address] = {}

    async def _whereto(self, row: Row[Any]) -> Whereto:
        """Return where a row goes; raises ``TryLater`` while what it needs is not up yet."""
        where = await self._space(row.space_id)
        if row.kind == "tell":
            to = self._recipients.pop(row.id, None) or await self._recipient(row)
            member = self._identity.member(to, where.space)
            return Whereto(Target(where.external, to=to, since=row.day), member=member)
        above = posts.alias()
        query = (
            select(posts, above.c.ref.label("above"))
            .outerjoin(above, above.c.id == posts.c.under)
            .where(posts.c.id == row.post_id)
        )
        async with self._store.reading() as db:
            post = (await db.execute(query)).one()
        if (row.kind == "edit" and post.ref is None) or (post.under and post.above is None):
            await self._is_coming(row.post_id if row.kind == "edit" else post.under)
        room, since = Room(post.room), row.day
        target = Target(where.external, room, post.above, since=since, post=row.post_id)
        return Whereto(target, post.ref or "", post.drawing)

    async def _space(self, space_id: str) -> SpaceRow:
        if space_id not in self._spaces_known:
            self._spaces_known[space_id] = await self._identity.where(space_id)
        return self._spaces_known[space_id]

    async def _recipient(self, row: Row[Any]) -> Address:
        key = await self._identity.days.key(row.space_id, row.day)
        return Address.from_bytes(open_sealed(key, row.recipient, f"outbox/{row.id}"))

    async def _is_coming(self, post_id: str) -> None:
        """Raise ``TryLater`` while a post is on its way, ``Expired`` when it never will be.

        One that is ``unsure`` may stand there, and be met again: what is to change in it waits.
        """
        query = select(outbox.c.state, outbox.c.due).where(
            outbox.c.post_id == post_id,
            outbox.c.kind == "post",
            outbox.c.state.in_(("pending", "sending", "unsure")),
        )
        async with self._store.reading() as db:
            found = (await db.execute(query)).first()
            due = found.due if found is not None and found.state != "unsure" else None
            # Asked again, for it may have gone up since; the row goes as the id comes.
            sent = await db.execute(select(posts.c.ref).where(posts.c.id == post_id))
        if due is None and sent.scalar() is not None:
            raise TryLater(0)
        if found is not None and found.state == "unsure":
            raise TryLater(_MET_AGAIN)
        if due is None:
            raise Expired
        raise TryLater(max(1.0, (due - self._clock.now()).total_seconds() + 1))
