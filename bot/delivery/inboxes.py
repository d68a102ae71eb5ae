"""Closed inboxes: whose they are, and the messages that wait because of it.

Whatever is held has a note beside it: both are written in one transaction, a note outlives the
day keys of what it was written for, and it goes together with what waits. So nobody's rows are
opened but those of a space where the member asking has a note.

Locks are taken in one order: a row of the outbox, a share, a note. Whoever takes a note first,
takes held rows after it, which no courier touches.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, delete, select, update

from bot.clock import Clock
from bot.delivery.outbox import Outbox
from bot.delivery.rows import midnight, still
from bot.identity import Expired, Identity
from bot.packing import pack, unpack
from bot.people import Member
from bot.store import Store
from bot.store.tables import closed_inboxes, outbox, spaces
from bot.ui import Card

INBOX_CLOSED = "inbox_closed"
"""The fault a platform gives when it does not let the bot write to somebody."""

_HELD = outbox.c.state == "held"
_WHAT_IS_HELD = select(
    outbox.c.id, outbox.c.space_id, outbox.c.day, outbox.c.key, outbox.c.lease_owner
).where(_HELD)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message that could not reach its member, as it would have been sent.

    What is routine is not drawn before it is read: instead of a card it has the call that draws
    it, which may have nothing to say any more.
    """

    id: str
    card: Card | None = field(repr=False)
    drawing: str = ""


class Inboxes:
    """Notes of closed inboxes and the held rows behind them; a cog reaches its own member's."""

    def __init__(self, store: Store, identity: Identity, clock: Clock, rows: Outbox) -> None:
        self._store = store
        self._identity = identity
        self._clock = clock
        self._rows = rows
        insert = store.insert(closed_inboxes)
        self._note = insert.on_conflict_do_update(
            index_elements=["tag", "space_id"], set_={"day": insert.excluded.day}
        )

    async def is_closed(self, member: Member) -> bool:
        """Return whether the platform let the bot not write to a member here, as far as known.

        In a transaction the note is held to its end, so that who asks for another attempt
        meanwhile finds what was held in it.
        """
        query = select(closed_inboxes.c.day).where(self._note_of(member)).with_for_update()
        async with self._store.reading() as db:
            return (await db.execute(query)).first() is not None

    async def closed(self, members: Sequence[Member]) -> set[str]:
        """Return the tags of members whose inboxes are closed; in a transaction, held as above.

        Every courier takes the notes in one order.
        """
        tags = {self._identity.inbox_tag(member) for member in members}
        query = select(closed_inboxes.c.tag).where(closed_inboxes.c.tag.in_(tags))
        query = query.order_by(closed_inboxes.c.tag).with_for_update()
        async with self._store.reading() as db:
            return set((await db.execute(query)).scalars())

    async def hold(self, row: Row[Any], card: Card | None, member: Member) -> bool:
        """Keep a claimed row with what it says for its member, and note their inbox as closed.

        Without a card it is drawn when it is read, or sent after all.

        When it was due is sealed with the card: the row tells no time. Returns whether the row
        was still there and its claimer's; raises ``Expired`` when its day's key is gone.
        """
        content = pack(card) if card is not None else {"drawing": row.drawing}
        content |= {"due": row.due.timestamp()}
        sealed = await self._identity.seal_again(row.space_id, row.day, content, f"card/{row.id}")
        values = {"state": "held", "card": sealed, "due": midnight(row.day)}
        values |= dict.fromkeys(("drawing", "batch", "fault", "lease_owner", "lease_until"))
        note = {
            "tag": self._identity.inbox_tag(member),
            "space_id": member.space.id,
            "day": self._clock.today(),
        }
        async with self._store.transaction() as db:
            done = await db.execute(update(outbox).where(still(row)).values(values))
            if done.rowcount == 1:  # else it was forgotten, or is another's: nothing is noted
                await db.execute(self._note, note)
            return done.rowcount == 1

    async def waiting(self, member: Member) -> list[Waiting]:
        """Return what waits for a member, in the order it was due."""
        return [
            Waiting(row.id, None, packed["drawing"])
            if "drawing" in packed
            else Waiting(row.id, unpack(packed))
            for row, packed in await self._held(member)
        ]

    async def read(self, message: Waiting) -> None:
        """Mark a message as read: it is done with, as if it had been sent.

        One that is being sent again by now is left to that.
        """
        query = select(outbox).where(
            outbox.c.id == message.id,
            outbox.c.state.in_(("held", "pending")),
            outbox.c.lease_owner.is_(None),
        )
        async with self._store.transaction() as db:
            row = (await db.execute(query)).first()
            if row is not None:
                await self._rows.finish(row, "sent")

    async def reopen(self, member: Member) -> None:
        """Forget that a member's inbox is closed, and let what still waits be sent."""
        async with self._store.transaction() as db:
            await db.execute(delete(closed_inboxes).where(self._note_of(member)))
            for row, packed in await self._held(member, noted=True):
                due = datetime.fromtimestamp(packed["due"], UTC)
                values: dict[str, Any] = {"state": "pending", "due": due, "attempts": 0}
                if "drawing" in packed:
                    values |= {"drawing": packed["drawing"], "card": None}
                await db.execute(update(outbox).where(outbox.c.id == row.id, _HELD).values(values))
            self._store.after_commit(self._rows.wake.set)

    async def forget(self, member: Member) -> None:
        """Delete what is on its way to a member, what waits for them, and the note.

        In two transactions: once the rows are gone nothing can write the note again.
        """
        await self._rows.forget(member)
        async with self._store.transaction() as db:
            await db.execute(delete(closed_inboxes).where(self._note_of(member)))

    async def sweep(self) -> int:
        """Delete notes past the retention and what no key opens; return how many notes."""
        query = select(closed_inboxes, spaces.c.retention_days).join(
            spaces, spaces.c.id == closed_inboxes.c.space_id
        )
        today, gone = self._clock.today(), 0
        async with self._store.transaction() as db:
            for row in (await db.execute(query)).all():
                if row.day + timedelta(days=row.retention_days) < today:
                    # As it was read: it may have been renewed meanwhile.
                    done = await db.execute(
                        delete(closed_inboxes).where(
                            closed_inboxes.c.tag == row.tag,
                            closed_inboxes.c.space_id == row.space_id,
                            closed_inboxes.c.day == row.day,
                        )
                    )
                    gone += done.rowcount
            has_key = await self._identity.days.all_days()
            for row in (await db.execute(_WHAT_IS_HELD)).all():
                if (row.space_id, row.day) not in has_key:
                    await self._rows.finish(row, "dropped", "expired")
        return gone

    async def _held(
        self, member: Member, *, noted: bool = False
    ) -> list[tuple[Row[Any], dict[str, Any]]]:
        """Return a member's held rows and what is sealed in them, in the order they were due."""
        found: list[tuple[Row[Any], dict[str, Any]]] = []
        if not (noted or await self.is_closed(member)):
            return found
        for row in await self._rows.to(member, _HELD):
            try:
                packed = await self._identity.open(
                    row.space_id, row.day, row.card, f"card/{row.id}"
                )
            except Expired:
                continue
            found.append((row, packed))
        return sorted(found, key=lambda held: (held[1]["due"], held[0].id))

    def _note_of(self, member: Member) -> ColumnElement[bool]:
        return and_(
            closed_inboxes.c.tag == self._identity.inbox_tag(member),
            closed_inboxes.c.space_id == member.space.id,
        )
