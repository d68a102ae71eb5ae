"""Who wants to be reminded to keep in touch, when, and what the next draft needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import Row, delete, insert, select, update

from bot import logs
from bot.clock import Clock
from bot.errors import Gone, NotYours
from bot.identity import Address, Identity
from bot.people import Member, Space
from bot.store import Store
from bot.store.draft_tables import reminders
from bot.store.engine import new_id
from bot.store.tables import spaces
from bot.zones import is_zone
from bot.zones.rules import zone as rules

AT: Final = time(10)
"""When on its day it comes, by the clocks of whoever asked: not among the first mails."""

KEPT: Final = timedelta(days=30)
"""How long after its day it is there to be used."""

_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder: asked for on the day ``since``, it comes on the day ``on`` of its ``zone``."""

    id: str
    member: Member = field(repr=False)
    since: date
    on: date
    zone: str = field(repr=False)
    content: Mapping[str, Any] = field(repr=False)

    @property
    def due(self) -> datetime:
        """The instant it comes, by the rules of its zone as they are now."""
        zone = rules(self.zone if is_zone(self.zone) else "UTC")
        return datetime.combine(self.on, AT, zone).astimezone(UTC)


class Reminders:
    """The reminders of all spaces."""

    def __init__(self, store: Store, identity: Identity, clock: Clock) -> None:
        self._store = store
        self._identity = identity
        self._clock = clock

    async def add(
        self, member: Member, on: date, zone: str, content: Mapping[str, Any]
    ) -> Reminder:
        """Keep a new one."""
        reminder = Reminder(new_id(), member, self._clock.today(), on, zone, content)
        row = {"id": reminder.id, "space_id": member.space.id, "planned": False}
        row |= self._row(reminder)
        async with self._store.transaction() as db:
            await db.execute(insert(reminders).values(row))
        return reminder

    async def move(self, reminder: Reminder, on: date) -> Reminder:
        """Let one come on another day."""
        moved = replace(reminder, on=on)
        change = update(reminders).where(reminders.c.id == reminder.id)
        async with self._store.transaction() as db:
            await db.execute(change.values(self._row(moved) | {"planned": False}))
        return moved

    async def get(self, member: Member, reminder_id: str) -> Reminder:
        """Return a member's own one; raises ``Gone`` and ``NotYours``."""
        found = await self.find(reminder_id)
        if found is None:
            raise Gone
        if found.member != member or found.member.space != member.space:
            raise NotYours
        return found

    async def find(self, reminder_id: str) -> Reminder | None:
        """Return one, nothing when it was used or deleted. Its row is held to a transaction's end.

        For what is drawn: no member's call ends here.
        """
        query = select(reminders).where(reminders.c.id == reminder_id).with_for_update()
        async with self._store.reading() as db:
            row = (await db.execute(query)).first()
        if row is None:
            return None
        return self._opened(row, await self._identity.space_of(row.space_id))

    async def drop(self, reminder: Reminder) -> None:
        """Delete one."""
        async with self._store.transaction() as db:
            await db.execute(delete(reminders).where(reminders.c.id == reminder.id))

    async def of(self, member: Member) -> list[Reminder]:
        """Return a member's reminders in their space, the next first."""
        query = select(reminders).where(*self._mine(member)).order_by(reminders.c.day)
        async with self._store.reading() as db:
            rows = (await db.execute(query)).all()
        return [self._opened(row, member.space) for row in rows]

    async def forget(self, member: Member) -> None:
        """Delete all of a member's."""
        async with self._store.transaction() as db:
            await db.execute(delete(reminders).where(*self._mine(member)))

    async def take_coming(self) -> list[Reminder]:
        """Return some that come within a day and mark them as planned; nothing when all are.

        It belongs into the transaction that writes them into the outbox.
        """
        left = select(spaces.c.id).where(spaces.c.left_on.is_not(None))
        query = (
            select(reminders)
            .where(reminders.c.day <= self._clock.today() + timedelta(days=1))
            .where(reminders.c.planned.is_(False), reminders.c.space_id.not_in(left))
            .order_by(reminders.c.day)
            .limit(_AT_ONCE)
            .with_for_update(skip_locked=True)
        )
        async with self._store.transaction() as db:
            rows = (await db.execute(query)).all()
            ids = [row.id for row in rows]
            await db.execute(update(reminders).where(reminders.c.id.in_(ids)).values(planned=True))
        found = []
        for row in rows:
            try:
                found.append(self._opened(row, await self._identity.space_of(row.space_id)))
            except Exception as fault:  # one that cannot be read holds up nobody
                logs.fault("reminder.unreadable", fault, row=row.id)
        return found

    async def sweep(self) -> bool:
        """Delete what was never used; says whether there was any."""
        oldest = self._clock.today() - KEPT
        async with self._store.transaction() as db:
            done = await db.execute(delete(reminders).where(reminders.c.day < oldest))
            return done.rowcount > 0

    def _mine(self, member: Member) -> tuple[Any, Any]:
        owner = self._identity.owner_tag(member)
        return reminders.c.space_id == member.space.id, reminders.c.owner == owner

    def _row(self, reminder: Reminder) -> dict[str, Any]:
        owner = self._identity.owner_tag(reminder.member)
        to = self._identity.address(reminder.member)
        held = {
            "to": [to.platform, to.space, to.person],
            "since": reminder.since.isoformat(),
            "on": reminder.on.isoformat(),
            "zone": reminder.zone,
            "content": dict(reminder.content),
        }
        sealed = self._identity.seal_own(owner, held, f"reminder/{reminder.id}")
        return {"owner": owner, "day": reminder.due.date(), "sealed": sealed}

    def _opened(self, row: Row[Any], space: Space) -> Reminder:
        held = self._identity.open_own(row.owner, row.sealed, f"reminder/{row.id}")
        return Reminder(
            row.id,
            self._identity.member(Address(*held["to"]), space),
            date.fromisoformat(held["since"]),
            date.fromisoformat(held["on"]),
            held["zone"],
            held["content"],
        )
