"""What happens to one row: mark, send, mark; late once, never twice."""

from __future__ import annotations

import asyncio
import random
from base64 import b32encode
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import Row, bindparam, update

from bot import logs, metrics
from bot.cog import Drawing
from bot.delivery.addressing import Addressing, Whereto
from bot.delivery.inboxes import INBOX_CLOSED
from bot.delivery.priority import Priority
from bot.delivery.rows import PATIENCE
from bot.house import House
from bot.identity import Expired
from bot.packing import pack, unpack
from bot.people import Member, Room
from bot.platform import NoAccess, Platform, Target, Trace, TryLater, Unreachable
from bot.store.tables import posts
from bot.store.together import Together
from bot.ui import Card

__all__ = ["ATTEMPTS", "UNANSWERED", "Delivering", "Whereto", "nonce_of"]

ATTEMPTS = 180
"""After so many failures a row is given up; with the backoff that is about a week.

A platform that asks for patience has not failed, and an edit is never given up.
"""
UNANSWERED = "unanswered"
"""What the moderators are told of a room where it is not known whether something was posted."""
_PATIENCE = 30.0  # seconds for one send, well within the lease
_WRITTEN = 64  # rows marked in one transaction
_STANDS = update(posts).where(posts.c.id == bindparam("post")).values(ref=bindparam("at"))


@dataclass(frozen=True, slots=True)
class _Begun:
    """A row that is to be marked as being sent, and drawn."""

    row: Row[Any]
    where: Whereto


@dataclass(frozen=True, slots=True)
class _Sent:
    """A row that was sent, and the platform's id of the message."""

    row: Row[Any]
    ref: str


def nonce_of(row: Row[Any]) -> str:
    """Return what a row is known by on its platform: 25 characters, Discord's limit."""
    return b32encode(sha256(row.id.encode()).digest()).decode().lower()[:25]


class Delivering(Addressing):
    """Delivers claimed rows through the platforms of this process."""

    def __init__(self, house: House, draw: Callable[[str], Awaitable[Card | None]]) -> None:
        super().__init__(house)
        self._rows = house.outbox
        self._inboxes = house.inboxes
        self._rooms = house.rooms
        self._posts = house.posts
        self._draw = draw
        self._written: Together[_Begun | _Sent, Card | None] = Together(
            house.store, self._write, _WRITTEN
        )
        self.platforms: Mapping[str, Platform] = house.platforms

    async def _deliver(self, row: Row[Any]) -> None:
        try:
            platform = self.platforms[(await self._space(row.space_id)).space.platform]
            where = await self._whereto(row)
            if row.state == "sending" and not await self._may_send_again(
                row, platform, where.target
            ):
                return
            card = await self._prepare(row, where)
        except Expired:
            await self._rows.finish(row, "dropped", "expired")
        except TryLater as patience:
            await self._postpone(row, patience.seconds, "waiting")
        except Exception as fault:
            # Nothing new was sent: asking the platform, drawing or the database failed.
            logs.fault("delivery.not_prepared", fault, row=row.id)
            await self._postpone(row, None, "not_prepared")
        else:
            if card is not None:
                await self._send(row, platform, where, card)

    async def _send(self, row: Row[Any], platform: Platform, where: Whereto, card: Card) -> None:
        try:
            async with asyncio.timeout(_PATIENCE):
                if row.kind == "edit":
                    await platform.edit(where.target, where.ref, card)
                    sent = where.ref
                else:
                    sent = await platform.send(where.target, card, nonce_of(row))
        except TryLater as patience:
            if isinstance(patience, NoAccess) and where.target.room is not None:
                await self._warn(row, platform.name, where.target.room, patience.lack)
            begun = patience.begun
            await self._postpone(row, patience.seconds, "try_later", in_flight=begun)
        except Unreachable as fault:
            logs.event("delivery.unreachable", row=row.id, fault=fault.fault)
            if where.member is not None and fault.fault == INBOX_CLOSED:
                late = _is_drawn_late(row)
                await self._hold(row, None if late else card, where.member)
            else:
                metrics.given_up.labels(fault.fault).inc()
                await self._rows.finish(row, "dead", fault.fault)
        except Exception as fault:
            # It may be out. The platform is asked before it is sent again.
            logs.fault("delivery.unsure", fault, row=row.id)
            await self._postpone(row, None, "unsure", in_flight=True)
        else:
            await self._sent(row, sent)

    async def _warn(self, row: Row[Any], platform: str, room: Room, lack: str) -> None:
        """Tell the moderators once what keeps the bot out of a room, unless it is theirs."""
        logs.warning("delivery.no_access", space=row.space_id, kind=room.value, fault=lack)
        async with self._store.transaction():
            is_news = await self._rooms.note(row.space_id, room, lack)
            if is_news and room is not Room.MODERATORS:
                drawing = f"trouble.room:{platform}:{room.value}:{lack}"
                post_id = await self._posts.add(row.space_id, Room.MODERATORS, None, drawing)
                await self._rows.post(row.space_id, post_id, Drawing(drawing))

    async def _sent(self, row: Row[Any], ref: str) -> None:
        await self._written(_Sent(row, ref))
        metrics.delivered.labels(row.kind).inc()
        logs.event("delivery.sent", row=row.id, kind=row.kind)

    async def _prepare(self, row: Row[Any], where: Whereto) -> Card | None:
        """Mark the row as being sent and return its card, drawn in the same transaction.

        What a closed inbox would refuse is held in that transaction: what is drawn is told.
        """
        return await self._written(_Begun(row, where))

    async def _write(self, items: Sequence[_Begun | _Sent]) -> list[Card | None]:
        """Mark what was sent and what is about to be, in one transaction."""
        sent = [item for item in items if isinstance(item, _Sent)]
        begun = [item for item in items if isinstance(item, _Begun)]
        if sent:
            stands = [
                {"post": one.row.post_id, "at": one.ref} for one in sent if one.row.kind == "post"
            ]
            if stands:
                async with self._store.transaction() as db:
                    await db.execute(_STANDS, stands)
            await self._rows.finish_all([(one.row, "sent", None) for one in sent])
        cards = await self._begin(begun) if begun else {}
        return [cards.get(item.row.id) if isinstance(item, _Begun) else None for item in items]

    async def _begin(self, begun: Sequence[_Begun]) -> dict[str, Card]:
        """Mark rows as being sent; return the cards of those that are, by the rows' ids."""
        cards: dict[str, Card] = {}
        ours = await self._rows.begin_all([one.row for one in begun])
        to = [one.where.member for one in begun if one.where.member is not None]
        closed = await self._inboxes.closed(to) if to else set()
        kept = []
        for row, where in ((one.row, one.where) for one in begun if one.row.id in ours):
            shut = where.member
            if shut is not None and self._identity.inbox_tag(shut) not in closed:
                shut = None
            if shut is not None and _is_drawn_late(row):
                await self._hold(row, None, shut)
                continue
            card = await self._card(row, where)
            if card is None:
                await self._rows.finish(row, "dropped")
            elif shut is not None:
                await self._hold(row, card, shut)
            else:
                cards[row.id] = card
                if row.kind == "tell" and row.card is None:
                    kept.append((row, pack(card)))
        await self._rows.keep_cards(kept)
        return cards

    async def _card(self, row: Row[Any], where: Whereto) -> Card | None:
        if row.card is None:
            return await self._draw(row.drawing or where.drawing)
        about = f"card/{row.id}"
        return unpack(await self._identity.open(row.space_id, row.day, row.card, about))

    async def _hold(self, row: Row[Any], card: Card | None, member: Member) -> None:
        """Let a row wait for a member whose inbox is closed."""
        try:
            if await self._inboxes.hold(row, card, member):
                logs.event("delivery.held", row=row.id)
        except Expired:
            await self._rows.finish(row, "dropped", "expired")

    async def _may_send_again(self, row: Row[Any], platform: Platform, target: Target) -> bool:
        """Find out about a row that was in flight when its process stopped."""
        if row.kind == "edit":
            return True  # an edit can be made twice
        async with asyncio.timeout(_PATIENCE):
            found = await platform.find(target, nonce_of(row))
        if found is Trace.ABSENT:
            return True
        if isinstance(found, str):
            await self._sent(row, found)
        else:
            logs.event("delivery.left_unsure", row=row.id)
            await self._rows.finish(row, "unsure", "unsure")
            if row.kind == "post" and target.room is not None:
                await self._warn(row, platform.name, target.room, UNANSWERED)
        return False

    async def _postpone(
        self, row: Row[Any], seconds: float | None, fault: str, *, in_flight: bool = False
    ) -> None:
        """Try a row again later; one in flight stays so, and the platform is asked first."""
        in_flight = in_flight or (row.state == "sending" and fault != "try_later")
        is_last = row.attempts + 1 >= ATTEMPTS and fault not in PATIENCE
        if is_last and row.kind != "edit":  # an edit may be a deletion, which is never given up
            await self._rows.finish(row, "unsure" if in_flight else "dead", fault)
            return
        delay = _backoff(row.attempts) if seconds is None else timedelta(seconds=seconds)
        await self._rows.later(row, self._clock.now() + delay, fault, in_flight=in_flight)


def _is_drawn_late(row: Row[Any]) -> bool:
    """Say whether what a row says is worked out when it is read: a routine may be over by then."""
    return bool(row.drawing) and row.priority >= Priority.ROUTINE


def _backoff(attempts: int) -> timedelta:
    """Return a pause of 2 s, doubled each attempt up to an hour, give or take a quarter."""
    jitter = random.uniform(0.75, 1.25)  # noqa: S311 - no secret
    return timedelta(seconds=min(2.0 * 2 ** min(attempts, 12), 3600.0) * jitter)
