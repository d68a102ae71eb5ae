"""Weekly messages, written into the outbox on the day they fall on; instants computed then.

What is kept of a check-in is wall time and zone. Its row says only which week comes next and on
which day (in UTC), so that a wave is found by an index; the instant is worked out here, at most a
day before, by the rules of the zone as they are then.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta
from importlib.metadata import version
from typing import Any, Final

from sqlalchemy import Row, select, update

from bot import logs
from bot.delivery.outbox import Told
from bot.house import House
from bot.people import Space
from bot.records import CheckIn, Records
from bot.records.checkin import WEEK
from bot.records.checkins import key_of
from bot.store.checkin_tables import checkins
from bot.store.tables import spaces
from bot.weekly import iso

_EARLY: Final = timedelta(hours=3)
"""How long before a day begins its messages are planned: a change of rules may move one over."""
_AT_ONCE: Final = 500
_STEP: Final = timedelta(seconds=0.72)
"""Between two messages of one moment, so that 5,000 are spread over its hour."""
_SPREAD: Final = timedelta(hours=1)
_RULES: Final = "tzdata"


class Planner:
    """Plans what is asked each week. Any number of processes may do it at once."""

    def __init__(self, house: House, records: Records) -> None:
        self._house = house
        self._store = house.store
        self._clock = house.clock
        self._records = records

    async def run(self) -> None:
        """Write every message that falls on today, or is late, into the outbox."""
        await self._follow_rules()
        until = (self._clock.now() + _EARLY).date()
        moments: Counter[datetime] = Counter()
        count = 0
        while planned := await self._plan(until, moments):
            count += planned
        if count:
            logs.event("checkins.planned", count=count)

    async def _plan(self, until: date, moments: Counter[datetime]) -> int:
        """Plan some of what is to be planned; return how many."""
        # Said and sorted so that both databases walk the index on ``plan_on`` and stop: what else
        # is planned on that day would be read, and sorted, for each of these steps.
        left = select(spaces.c.id).where(spaces.c.left_on.is_not(None))
        query = (
            select(checkins)
            .where(checkins.c.plan_on <= until, checkins.c.space_id.not_in(left))
            .order_by(checkins.c.plan_on)
            .limit(_AT_ONCE)
            .with_for_update(skip_locked=True)
        )
        async with self._store.transaction() as db:
            rows = (await db.execute(query)).all()
            told: dict[str, list[Told]] = {}
            following: dict[tuple[date, date | None], list[str]] = {}
            for row in rows:
                space = await self._house.identity.space_of(row.space_id)
                one, week, day = self._next(row, space, moments)
                following.setdefault((week, day), []).append(row.id)
                if one is not None:
                    told.setdefault(space.id, []).append(one)
            # Of all spaces at once: a wave has a few members of each.
            await self._house.outbox.tell_all(told)
            for (week, day), ids in following.items():
                change = update(checkins).where(checkins.c.id.in_(ids))
                await db.execute(change.values(week=week, plan_on=day))
        return len(rows)

    def _next(
        self, row: Row[Any], space: Space, moments: Counter[datetime]
    ) -> tuple[Told | None, date, date | None]:
        """Return what is told a member now, if anything, the week that comes next, and its day."""
        try:
            checkin = self._records.checkins.opened(row, space)
        except Exception as fault:  # one that cannot be read holds up nobody
            logs.fault("checkin.unreadable", fault, row=row.id)
            return None, row.week, self._clock.today() + timedelta(days=2)
        now = self._clock.now()
        # After a long stop the latest one is sent, late; not one for each week that passed.
        week = max(checkin.week, checkin.weekly.latest(now))
        told = self._told(checkin, week, moments) if checkin.rests_in(week) is None else None
        then = checkin.next_from(week + WEEK, now)
        return told, week + WEEK, checkin.weekly.instant(then).date() if then else None

    def _told(self, checkin: CheckIn, week: date, moments: Counter[datetime]) -> Told:
        moment = checkin.weekly.instant(week)
        due = max(moment, self._clock.now())
        due += (_STEP * moments[moment]) % _SPREAD
        moments[moment] += 1
        drawing = f"week.weekly:{checkin.id}:{iso(week)}"
        to = self._house.identity.address(checkin.member)
        return Told(to, drawing, due, key_of(checkin, week))

    async def _follow_rules(self) -> None:
        """After an update of tzdata, look again at when every next message is due."""
        rules = version(_RULES).encode()
        known = await self._house.notes.get(_RULES)
        if known == rules:
            return
        if known is not None:
            for space in await self._records.checkins.spaces():
                for checkin in await self._records.checkins.in_space(space):
                    async with self._store.transaction():
                        await self._records.checkins.plan_anew(checkin)
        await self._house.notes.put(_RULES, rules)
