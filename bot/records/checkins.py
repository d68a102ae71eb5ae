"""The check-ins of all spaces, as they are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Row, delete, select, update

from bot import logs
from bot.clock import Clock
from bot.delivery.outbox import Outbox
from bot.errors import Gone
from bot.identity import Address, Identity
from bot.people import Member, Space
from bot.records.checkin import WEEK, CheckIn, GoesTo, Rest
from bot.store import Store
from bot.store.checkin_tables import checkin_weeks, checkins, circle_members
from bot.store.engine import new_id
from bot.store.tables import spaces
from bot.weekly import Weekly, iso, week_of
from bot.zones import is_zone

_REMEMBERED: Final = 60
"""Rests that are kept, the newest: what was longer ago makes no streak."""


class CheckIns:
    """The check-ins of all spaces; what they say is sealed with a key of each owner's."""

    def __init__(self, store: Store, identity: Identity, clock: Clock, rows: Outbox) -> None:
        self._store = store
        self._identity = identity
        self._clock = clock
        self._rows = rows

    async def of(self, member: Member) -> CheckIn | None:
        """Return a member's check-in, nothing when they have not joined."""
        owner = self._identity.owner_tag(member)
        query = select(checkins).where(
            checkins.c.space_id == member.space.id, checkins.c.owner == owner
        )
        async with self._store.reading() as db:
            row = (await db.execute(query)).first()
        return None if row is None else self.opened(row, member.space)

    async def find(self, checkin_id: str) -> CheckIn | None:
        """Return a check-in, nothing when its owner has left."""
        query = select(checkins).where(checkins.c.id == checkin_id)
        async with self._store.reading() as db:
            row = (await db.execute(query)).first()
        if row is None:
            return None
        return self.opened(row, await self._identity.space_of(row.space_id))

    async def own(self, member: Member) -> CheckIn:
        """Return a member's check-in, held to the end of a transaction under way; raises ``Gone``.

        Whoever changes one begins with it.
        """
        query = select(checkins).where(
            checkins.c.space_id == member.space.id,
            checkins.c.owner == self._identity.owner_tag(member),
        )
        async with self._store.reading() as db:
            row = (await db.execute(query.with_for_update())).first()
        if row is None:
            raise Gone
        return self.opened(row, member.space)

    async def in_space(self, space: Space) -> list[CheckIn]:
        """Return every check-in of a space."""
        query = select(checkins).where(checkins.c.space_id == space.id).order_by(checkins.c.id)
        async with self._store.reading() as db:
            rows = (await db.execute(query)).all()
        found = []
        for row in rows:
            try:
                found.append(self.opened(row, space))
            except Exception as fault:  # one that cannot be read holds up nobody
                logs.fault("checkin.unreadable", fault, row=row.id)
        return found

    async def join(self, member: Member, weekly: Weekly, goes_to: GoesTo) -> CheckIn:
        """Begin a member's check-in, or change it if they have joined already."""
        now = self._clock.now()
        this = week_of(now, weekly.zone)
        owner, row_id = self._identity.owner_tag(member), new_id()
        # Not this week if its moment has passed: the planner would send it late.
        first = weekly.after(now)
        made = CheckIn(row_id, member, weekly, goes_to, this, first, owner=owner)
        async with self._store.transaction() as db:
            row = self._content(made) | planned(made, now)
            row |= {"id": row_id, "space_id": member.space.id, "owner": owner, "silent": 0}
            added = self._store.insert(checkins).on_conflict_do_nothing()
            await db.execute(added, row)
            return await self.change(await self.own(member), weekly=weekly, goes_to=goes_to)

    async def change(self, checkin: CheckIn, **changes: Any) -> CheckIn:
        """Keep what is different; where that changes when it is asked, plan anew.

        A message that is not on its way yet comes at its new time. The transaction under way
        holds the check-in, see ``own``.
        """
        changed = replace(checkin, **changes)
        async with self._store.transaction() as db:
            values = self._content(changed)
            if (changed.weekly, changed.rests) != (checkin.weekly, checkin.rests):
                week, now = await self._put_off(checkin), self._clock.now()
                while changed.weekly.instant(week) <= now:
                    week += WEEK
                changed = replace(changed, week=week)
                values |= planned(changed, now)
            await db.execute(update(checkins).where(checkins.c.id == checkin.id).values(values))
        return changed

    async def plan_anew(self, checkin: CheckIn) -> None:
        """Look again at when the next message is due: the rules of its zone may have changed."""
        async with self._store.transaction() as db:
            week = await self._put_off(checkin)
            before = checkin.weekly.instant(week) - WEEK  # what is late stays to be planned
            values = planned(replace(checkin, week=week), min(before, self._clock.now()))
            await db.execute(update(checkins).where(checkins.c.id == checkin.id).values(values))

    async def _put_off(self, checkin: CheckIn) -> date:
        """Take the last message that was planned back, unless its moment has come.

        Returns the week that is to be planned next then.
        """
        last = checkin.week - WEEK
        is_late = checkin.weekly.instant(last) <= self._clock.now()
        return (
            checkin.week if is_late or not await self._rows.cancel(key_of(checkin, last)) else last
        )

    async def next_week(self, checkin: CheckIn) -> date:
        """Return the first week that is not asked yet: one may be planned and not be due."""
        last = checkin.week - WEEK
        return last if await self._rows.waits(key_of(checkin, last)) else checkin.week

    def nudge_key(self, checkin: CheckIn, week: date) -> str:
        """Return the key of what reminds a member of a week, once."""
        return f"nudge:{checkin.owner}:{iso(week)}"

    async def set_silent(self, checkin: CheckIn, count: int) -> None:
        """Keep how many weeks were asked and not answered."""
        if count != checkin.silent:
            async with self._store.transaction() as db:
                change = update(checkins).where(checkins.c.id == checkin.id)
                await db.execute(change.values(silent=count))

    async def leave(self, member: Member) -> bool:
        """Delete a member's check-in and all that belongs to it; says whether there was one."""
        async with self._store.transaction() as db:
            try:
                checkin = await self.own(member)
            except Gone:
                return False
            for key in (key_of, self.nudge_key):
                await self._rows.cancel(key(checkin, checkin.week - WEEK))
            mine = checkin.id
            await db.execute(delete(checkin_weeks).where(checkin_weeks.c.checkin_id == mine))
            await db.execute(delete(circle_members).where(circle_members.c.checkin_id == mine))
            await db.execute(delete(checkins).where(checkins.c.id == mine))
        return True

    async def spaces(self) -> list[Space]:
        """Return every space that has a check-in and was not left."""
        some = select(checkins.c.id).where(checkins.c.space_id == spaces.c.id).exists()
        query = select(spaces.c.id, spaces.c.platform).where(spaces.c.left_on.is_(None), some)
        async with self._store.reading() as db:
            rows = (await db.execute(query.order_by(spaces.c.id))).all()
        return [Space(row.id, row.platform) for row in rows]

    def excluded(self, everybody: Sequence[CheckIn]) -> dict[str, set[str]]:
        """Return with whom each never wants to be, by the check-ins' ids; either's word counts."""
        of_owner = {one.owner: one.id for one in everybody}
        found: dict[str, set[str]] = {one.id: set() for one in everybody}
        for one in everybody:
            for other in map(self._identity.owner_tag, one.excluded):
                if other in of_owner:
                    found[one.id].add(of_owner[other])
                    found[of_owner[other]].add(one.id)
        return found

    def opened(self, row: Row[Any], space: Space) -> CheckIn:
        """Return a row as what it is."""
        held = self._identity.open_own(row.owner, row.sealed, f"checkin/{row.id}")
        return CheckIn(
            row.id,
            self._identity.member(Address(*held["to"]), space),
            _weekly(*held["weekly"]),
            GoesTo(held["goes_to"]),
            date.fromisoformat(held["joined"]),
            row.week,
            row.silent,
            tuple(_rest(one) for one in held["rests"]),
            tuple(self._identity.member(Address(*one), space) for one in held["excluded"]),
            row.owner,
        )

    def _content(self, checkin: CheckIn) -> dict[str, Any]:
        address = self._identity.address
        content = {
            "to": _packed(address(checkin.member)),
            "weekly": [checkin.weekly.weekday, checkin.weekly.minute, checkin.weekly.zone],
            "goes_to": checkin.goes_to.value,
            "joined": checkin.joined.isoformat(),
            "rests": [_pack_rest(one) for one in _newest(checkin.rests)],
            "excluded": [_packed(address(one)) for one in checkin.excluded],
        }
        about = f"checkin/{checkin.id}"
        return {"sealed": self._identity.seal_own(checkin.owner, content, about)}


def key_of(checkin: CheckIn, week: date) -> str:
    """Return the key of a member's message of a week: there is never a second one with it."""
    return f"checkin:{checkin.owner}:{iso(week)}"


def planned(checkin: CheckIn, after: datetime) -> dict[str, Any]:
    """Return the columns that say which week comes next, and when something is to be planned.

    A rest puts only the day ahead, so that whoever ends it early is asked from then on.
    """
    following = checkin.next_from(checkin.week, after)
    plan_on = checkin.weekly.instant(following).date() if following else None
    return {"week": checkin.week, "plan_on": plan_on}


def _packed(address: Address) -> Sequence[str]:
    return [address.platform, address.space, address.person]


def _weekly(weekday: int, minute: int, zone: str) -> Weekly:
    """Return when it is; a zone that is in no data any more is shown as UTC, to be changed."""
    return Weekly(weekday, minute, zone if is_zone(zone) else "UTC")


def _newest(rests: Sequence[Rest]) -> list[Rest]:
    return sorted(rests, key=lambda one: one.first)[-_REMEMBERED:]


def _pack_rest(rest: Rest) -> list[Any]:
    return [rest.first.isoformat(), rest.last.isoformat() if rest.last else None, rest.own]


def _rest(packed: list[Any]) -> Rest:
    first, last, own = packed
    return Rest(date.fromisoformat(first), date.fromisoformat(last) if last else None, own)
