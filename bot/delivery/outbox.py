"""The outbox: everything the bot sends on its own, written with its reason.

States: ``pending``, then ``sending`` (it may be out), then gone from the table or, where the row
has a key that must not come twice, ``sent``. ``dropped`` had nothing to say any more, ``dead``
cannot be delivered, ``unsure`` may have been delivered and is not sent again. ``held`` waits for
a member whose inbox is closed, see ``bot.delivery.inboxes``.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, case, delete, select, update

from bot.clock import Clock
from bot.cog import Drawing
from bot.delivery.priority import Priority
from bot.delivery.rows import PATIENCE, Rows
from bot.identity import Address, Expired, Identity, sealing
from bot.identity.sealing import Broken
from bot.packing import pack
from bot.people import Member
from bot.store import Store
from bot.store.engine import new_id
from bot.store.tables import outbox
from bot.ui import Card

_EMPTY: dict[str, Any] = dict.fromkeys(column.name for column in outbox.c) | {"attempts": 0}


@dataclass(frozen=True, slots=True)
class Told:
    """One of many direct messages: to whom, the call that draws it, when, and its key."""

    to: Address
    drawing: str
    due: datetime
    key: str


class Outbox(Rows):
    """Writes and claims rows.

    ``wake`` is set when a row was committed that is due before the courier looks again, which is
    ``next_look``: waking it for nothing costs as much as a nod.
    """

    def __init__(self, store: Store, identity: Identity, clock: Clock) -> None:
        super().__init__(store, identity, clock)
        self.wake = asyncio.Event()
        self.next_look: datetime | None = None
        # Built once: building them costs more than running them.
        self._add = store.insert(outbox).on_conflict_do_nothing(index_elements=["key"])
        join = store.insert(outbox)
        sooner = case((join.excluded.due < outbox.c.due, join.excluded.due), else_=outbox.c.due)
        self._join = join.on_conflict_do_update(index_elements=["batch"], set_={"due": sooner})

    async def tell(
        self,
        member: Member,
        what: Card | Drawing,
        *,
        at: datetime | None = None,
        key: str | None = None,
        batch: str | None = None,
        priority: Priority = Priority.ANSWER,
    ) -> None:
        """Write a direct message, in the transaction under way.

        A second row with the same ``key`` is never written; one with the same ``batch`` joins the
        row that waits and at most brings it forward.
        """
        row_id = new_id()
        day, recipient = await self._identity.seal_member(member, f"outbox/{row_id}")
        row = {"id": row_id, "kind": "tell", "space_id": member.space.id, "day": day}
        row |= {"recipient": recipient, "key": key, "batch": batch}
        await self._write(row, what, at, priority)

    async def tell_all(
        self, told: Mapping[str, Sequence[Told]], priority: Priority = Priority.ROUTINE
    ) -> None:
        """Write direct messages by their spaces' ids, each drawn when it is sent; see ``tell``."""
        rows = []
        for space_id, some in told.items():
            day, key = await self._identity.days.today(space_id)
            every = _EMPTY | {"kind": "tell", "space_id": space_id, "day": day, "state": "pending"}
            every["priority"] = int(priority)
            for one in some:
                row_id = new_id()
                to = sealing.seal(key, sealing.pad(one.to.to_bytes()), f"outbox/{row_id}")
                row = {"id": row_id, "recipient": to, "drawing": one.drawing, "due": one.due}
                rows.append(every | row | {"key": self._identity.opaque(one.key)})
        if not rows:
            return
        soonest = min(row["due"] for row in rows)
        async with self._store.transaction() as db:
            await db.execute(self._add, rows)
            self._store.after_commit(lambda: self._wake_for(soonest))

    async def waits(self, key: str) -> bool:
        """Say whether a row is there that is not sent yet."""
        mine = outbox.c.key == self._identity.opaque(key), outbox.c.state == "pending"
        async with self._store.reading() as db:
            return (await db.execute(select(outbox.c.id).where(*mine))).first() is not None

    async def cancel(self, key: str, *, after: datetime | None = None) -> bool:
        """Delete a row that nobody has begun to send; with ``after``, one that is due later."""
        mine = outbox.c.key == self._identity.opaque(key)
        waits = [mine, outbox.c.state == "pending", outbox.c.lease_until.is_(None)]
        if after is not None:
            waits.append(outbox.c.due > after)
        # What somebody has hold of is being sent: waiting for it could be waiting in a circle.
        ids = select(outbox.c.id).where(*waits).with_for_update(skip_locked=True)
        async with self._store.transaction() as db:
            done = await db.execute(delete(outbox).where(outbox.c.id.in_(ids)))
            return done.rowcount > 0

    async def post(
        self,
        space_id: str,
        post_id: str,
        what: Card | Drawing,
        *,
        at: datetime | None = None,
        key: str | None = None,
        priority: Priority = Priority.ANSWER,
    ) -> None:
        """Write a message for a room; where it goes is in ``posts``."""
        row = {"id": new_id(), "kind": "post", "space_id": space_id, "post_id": post_id}
        await self._write(row | {"key": key}, what, at, priority)

    async def refresh(
        self,
        space_id: str,
        post_id: str,
        *,
        after: timedelta = timedelta(0),
        key: str | None = None,
    ) -> None:
        """Draw a post again as ``posts`` says; what is asked for within ``after`` is one edit.

        With a ``key`` it is done once for ever.
        """
        row = {"id": new_id(), "kind": "edit", "space_id": space_id, "post_id": post_id}
        at = self._clock.now() + after
        row |= {"key": key} if key else {"batch": f"edit:{post_id}"}
        await self._write(row, None, at, Priority.NEWS)

    async def _write(
        self,
        row: dict[str, Any],
        what: Card | Drawing | None,
        at: datetime | None,
        priority: Priority,
    ) -> None:
        row.setdefault("day", self._clock.today())
        if isinstance(what, Drawing):
            row["drawing"] = what.call
        elif what is not None:
            # With the key of the row's day, which may have been yesterday a moment ago.
            about, space_id = f"card/{row['id']}", row["space_id"]
            await self._identity.days.today(space_id)
            row["card"] = await self._identity.seal_again(space_id, row["day"], pack(what), about)
        for name in ("key", "batch"):
            row[name] = self._identity.opaque(row[name]) if row.get(name) else None
        row |= {"due": at or self._clock.now(), "priority": int(priority), "state": "pending"}
        statement = self._join if row.get("batch") else self._add
        async with self._store.transaction() as db:
            await db.execute(statement, _EMPTY | row)
            self._store.after_commit(lambda: self._wake_for(row["due"]))

    def _wake_for(self, due: datetime) -> None:
        if self.next_look is None or due < self.next_look:
            self.wake.set()

    async def hurry(self, space_id: str) -> None:
        """Make due what a platform asked to send later, into the rooms of a space."""
        waits = and_(
            outbox.c.space_id == space_id,
            outbox.c.state == "pending",
            outbox.c.post_id.is_not(None),
            outbox.c.fault.in_(PATIENCE),
            outbox.c.lease_until.is_(None),
        )
        async with self._store.transaction() as db:
            await db.execute(update(outbox).where(waits).values(due=self._clock.now()))
            self._store.after_commit(self.wake.set)

    async def to(self, member: Member, *which: ColumnElement[bool]) -> list[Row[Any]]:
        """Return the rows on their way to a member; recipients are sealed, so all are opened."""
        query = select(outbox).where(
            outbox.c.space_id == member.space.id, outbox.c.recipient.is_not(None), *which
        )
        async with self._store.reading() as db:
            rows = (await db.execute(query)).all()
        found = []
        for row in rows:
            try:
                to = await self._identity.open_member(
                    member.space, row.day, row.recipient, f"outbox/{row.id}"
                )
            except (Expired, Broken):
                continue
            if to == member:
                found.append(row)
        return found

    async def forget(self, member: Member) -> None:
        """Delete what is on its way to a member."""
        async with self._store.transaction() as db:
            ids = [row.id for row in await self.to(member)]
            await db.execute(delete(outbox).where(outbox.c.id.in_(ids)))

    async def sweep(self, before: date, priority: Priority | None = None) -> None:
        """Delete rows that were done with before a day, of one priority or all."""
        which = [outbox.c.done < before]
        if priority is not None:
            which.append(outbox.c.priority == int(priority))
        async with self._store.transaction() as db:
            await db.execute(delete(outbox).where(*which))
