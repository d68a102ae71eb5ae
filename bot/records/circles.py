"""Buddies and pods: who is with whom, from one week to another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from bot.identity import Identity
from bot.people import Space
from bot.records.checkin import GoesTo
from bot.store import Store
from bot.store.checkin_tables import circle_members, circles
from bot.store.engine import new_id


@dataclass(frozen=True, slots=True)
class Circle:
    """Two or three buddies, or a pod of three to five, from a Monday to before another.

    ``members`` are ids of check-ins, each with the week it came in: those who left are not there.
    """

    id: str
    space: Space
    kind: GoesTo
    since: date
    until: date
    members: Mapping[str, date]

    def holds(self, week: date, *members: str) -> bool:
        """Say whether a week is one of it, and one of all of some members."""
        begins = max([self.since, *(self.members.get(one, self.until) for one in members)])
        return begins <= week < self.until


class Circles:
    """The circles of all spaces."""

    def __init__(self, store: Store, identity: Identity) -> None:
        self._store = store
        self._identity = identity
        add = store.insert(circle_members)
        self._enter = add.on_conflict_do_update(
            index_elements=["circle_id", "checkin_id"],
            set_={"left": False, "since": add.excluded.since},
        )

    async def add(
        self, space: Space, kind: GoesTo, since: date, until: date, members: Sequence[str]
    ) -> Circle:
        """Put people together."""
        circle_id = new_id()
        row = {"id": circle_id, "space_id": space.id, "kind": kind.value}
        async with self._store.transaction() as db:
            await db.execute(insert(circles).values(row | {"since": since, "until": until}))
            for member in members:
                await db.execute(self._enter, _in(circle_id, member, since))
        return Circle(circle_id, space, kind, since, until, dict.fromkeys(members, since))

    async def join(self, circle: Circle, member: str, since: date) -> None:
        """Put somebody into a circle that is there."""
        async with self._store.transaction() as db:
            await db.execute(self._enter, _in(circle.id, member, since))

    async def get(self, circle_id: str) -> Circle | None:
        """Return a circle, nothing when it is not there any more."""
        async with self._store.reading() as db:
            row = (await db.execute(select(circles).where(circles.c.id == circle_id))).first()
        return None if row is None else (await self._opened([row]))[0]

    async def of(self, checkin_id: str, week: date) -> Circle | None:
        """Return the circle somebody is in during a week, if any."""
        query = (
            select(circles)
            .join(circle_members, circle_members.c.circle_id == circles.c.id)
            .where(circle_members.c.checkin_id == checkin_id, circle_members.c.left.is_(False))
            .where(circles.c.since <= week, circles.c.until > week)
        )
        async with self._store.reading() as db:
            row = (await db.execute(query)).first()
        return None if row is None else (await self._opened([row]))[0]

    async def live(self, space: Space, week: date) -> list[Circle]:
        """Return the circles of a space during a week."""
        query = select(circles).where(
            circles.c.space_id == space.id, circles.c.since <= week, circles.c.until > week
        )
        async with self._store.reading() as db:
            return await self._opened((await db.execute(query.order_by(circles.c.id))).all())

    async def met(self, space: Space, since: date) -> dict[str, frozenset[str]]:
        """Return with whom each was in a circle that lasted into a week, or longer."""
        query = (
            select(circle_members.c.circle_id, circle_members.c.checkin_id)
            .join(circles, circles.c.id == circle_members.c.circle_id)
            .where(circles.c.space_id == space.id, circles.c.until >= since)
        )
        together: dict[str, set[str]] = {}
        async with self._store.reading() as db:
            for circle_id, checkin_id in await db.execute(query):
                together.setdefault(circle_id, set()).add(checkin_id)
        found: dict[str, set[str]] = {}
        for members in together.values():
            for one in members:
                found.setdefault(one, set()).update(members - {one})
        return {one: frozenset(others) for one, others in found.items()}

    async def leave(self, circle: Circle, member: str) -> None:
        """Take somebody out of a circle; that they were in it is remembered until it is over."""
        mine = circle_members.c.circle_id == circle.id, circle_members.c.checkin_id == member
        async with self._store.transaction() as db:
            await db.execute(update(circle_members).where(*mine).values(left=True))

    async def sweep(self, before: date) -> None:
        """Delete circles that were over before a week."""
        old = select(circles.c.id).where(circles.c.until < before)
        async with self._store.transaction() as db:
            await db.execute(delete(circle_members).where(circle_members.c.circle_id.in_(old)))
            await db.execute(delete(circles).where(circles.c.until < before))

    async def _opened(self, rows: Sequence[Row[Any]]) -> list[Circle]:
        query = (
            select(circle_members)
            .where(circle_members.c.circle_id.in_([row.id for row in rows]))
            .where(circle_members.c.left.is_(False))
            .order_by(circle_members.c.checkin_id)
        )
        members: dict[str, dict[str, date]] = {}
        async with self._store.reading() as db:
            for row in await db.execute(query):
                members.setdefault(row.circle_id, {})[row.checkin_id] = row.since
        found = []
        for row in rows:
            space = await self._identity.space_of(row.space_id)
            who = members.get(row.id, {})
            found.append(Circle(row.id, space, GoesTo(row.kind), row.since, row.until, who))
        return found


def _in(circle_id: str, checkin_id: str, since: date) -> dict[str, Any]:
    return {"circle_id": circle_id, "checkin_id": checkin_id, "since": since, "left": False}
