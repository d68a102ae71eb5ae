"""Rows of the outbox: written with their reason, claimed with a lease, marked when they are sent.

States: ``pending``, then ``sending`` (it may be out), then gone from the table or, where the row
has a key that must not come twice, ``sent``. ``dropped`` had nothing to say any more, ``dead``
cannot be delivered, ``unsure`` may have been delivered and is not sent again. ``held`` waits for
a member whose inbox is closed, see ``bot.delivery.inboxes``.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, case, delete, exists, or_, select, update

from bot.clock import Clock
from bot.cog import Drawing
from bot.delivery.priority import Priority
from bot.identity import Expired, Identity
from bot.identity.sealing import Broken
from bot.packing import pack
from bot.people import Member
from bot.store import Store
from bot.store.engine import new_id
from bot.store.tables import outbox, spaces
from bot.ui import Card

LEASE = timedelta(seconds=60)
"""How long a claimed row belongs to one process; sending takes less, or is reconciled."""


_EMPTY: dict[str, Any] = dict.fromkeys(column.name for column in outbox.c) | {"attempts": 0}


PATIENCE = ("waiting", "try_later")
"""Reasons to come again that are nobody's failure."""


def _of(platforms: Sequence[str]) -> Select[Any]:
    """Return the ids of the spaces this process sends to; one that was left waits, or goes."""
    return select(spaces.c.id).where(spaces.c.platform.in_(platforms), spaces.c.left_on.is_(None))


def midnight(day: date) -> datetime:
    """Return a day as an instant: a row that stays tells no time, only its day."""
    return datetime.combine(day, time(), UTC)


def still(row: Row[Any]) -> ColumnElement[bool]:
    """Return the condition that a row belongs to whoever claimed it."""
    return and_(outbox.c.id == row.id, outbox.c.lease_owner == row.lease_owner)


class Outbox:
    """Writes and claims rows.

    ``wake`` is set when a row was committed that is due before the courier looks again, which is
    ``next_look``: waking it for nothing costs as much as a nod.
    """

    def __init__(self, store: Store, identity: Identity, clock: Clock) -> None:
        self._store = store
        self._identity = identity
        self._clock = clock
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

    async def claim(self, platforms: Sequence[str], owner: str, most: int) -> Sequence[Row[Any]]:
        """Return up to ``most`` due rows, leased to ``owner``: new ones, and ones left in flight.

        On PostgreSQL any number of processes may claim at once.
        """
        now = self._clock.now()
        free = or_(outbox.c.lease_until.is_(None), outbox.c.lease_until < now)
        # An edit waits for the one under way: else the older drawing may land last.
        other = outbox.alias()
        changing = exists().where(
            other.c.post_id == outbox.c.post_id,
            other.c.id != outbox.c.id,
            other.c.state.in_(("pending", "sending")),
            other.c.lease_until >= now,
        )
        due = (
            select(outbox.c.id)
            .where(outbox.c.state.in_(("pending", "sending")), outbox.c.due <= now, free)
            .where(outbox.c.space_id.in_(_of(platforms)), or_(outbox.c.kind != "edit", ~changing))
            .order_by(outbox.c.priority, outbox.c.due)
            .limit(most)
            .with_for_update(skip_locked=True)
        )
        lease = {"lease_owner": owner, "lease_until": now + LEASE}
        async with self._store.reading() as db:
            if (await db.execute(due.with_only_columns(outbox.c.id).limit(1))).first() is None:
                return []
        async with self._store.transaction() as db:
            claimed = await db.execute(
                update(outbox).where(outbox.c.id.in_(due)).values(lease).returning(outbox)
            )
            return sorted(claimed.all(), key=lambda row: (row.priority, row.due))

    async def next_due(self, platforms: Sequence[str]) -> datetime | None:
        """Return when the next row is due, or when a lease runs out; nothing when none waits."""
        when = case(
            (outbox.c.lease_until > outbox.c.due, outbox.c.lease_until), else_=outbox.c.due
        )
        query = (
            select(when)
            .where(
                outbox.c.state.in_(("pending", "sending")), outbox.c.space_id.in_(_of(platforms))
            )
            .order_by(when)
            .limit(1)
        )
        async with self._store.reading() as db:
            return (await db.execute(query)).scalar()

    async def begin(self, row: Row[Any]) -> bool:
        """Mark a claimed row as being sent and free its batch; says whether it still may be.

        The row's update comes first in its transaction: who wants to join the batch from now on
        waits for the commit and then opens a new one.
        """
        async with self._store.transaction() as db:
            done = await db.execute(
                update(outbox)
                .where(outbox.c.id == row.id, outbox.c.lease_owner == row.lease_owner)
                .where(outbox.c.lease_until == row.lease_until)
                .values(state="sending", batch=None, lease_until=self._clock.now() + LEASE)
            )
            return done.rowcount == 1

    async def keep_card(self, row: Row[Any], card: Card) -> None:
        """Keep what was drawn, so that another attempt sends the same."""
        sealed = await self._identity.seal_again(
            row.space_id, row.day, pack(card), f"card/{row.id}"
        )
        async with self._store.transaction() as db:
            await db.execute(update(outbox).where(still(row)).values(card=sealed, drawing=None))

    async def later(
        self, row: Row[Any], due: datetime, fault: str, *, in_flight: bool = False
    ) -> None:
        """Put a row back that was not sent; one ``in_flight`` keeps its state until it is due."""
        values = {"due": due, "fault": fault, "lease_until": None}
        values["state"] = "sending" if in_flight else "pending"
        values["attempts"] = row.attempts + (fault not in PATIENCE)
        async with self._store.transaction() as db:
            await db.execute(update(outbox).where(still(row)).values(values))

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

    async def finish(self, row: Row[Any], state: str, fault: str | None = None) -> None:
        """Mark a row as done with, and forget to whom, what and which message it became.

        Rows without a key go. The message holds a number made from the row's id; the row gets a
        new one.
        """
        async with self._store.transaction() as db:
            if row.key is None and state in ("sent", "dropped"):
                await db.execute(delete(outbox).where(still(row)))
                return
            # The day is enough: a time would tell when something was typed.
            day = self._clock.today()
            values = {"state": state, "fault": fault, "done": day, "due": midnight(day)}
            values["id"] = new_id()
            values |= dict.fromkeys(("recipient", "card", "drawing", "batch", "lease_until"))
            await db.execute(update(outbox).where(still(row)).values(values))

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

    async def sweep(self, before: date) -> None:
        """Delete rows that were done with before a day."""
        async with self._store.transaction() as db:
            await db.execute(delete(outbox).where(outbox.c.done < before))
