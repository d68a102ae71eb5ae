"""What benchmarks of delivery find in a database: cards, check-ins, and rows that only lie there.

Sealed as the bot seals them. Much is written in bulk, since how it got there is not measured.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import insert

from bot.adapters.memory import NAME, SPACE
from bot.app import Bot
from bot.delivery import Priority
from bot.house import House
from bot.identity import Address
from bot.people import Space
from bot.records import CheckIn, GoesTo
from bot.records.checkins import planned
from bot.store import Store
from bot.store.checkin_tables import checkins
from bot.store.engine import new_id
from bot.store.tables import outbox, spaces
from bot.ui import Card
from bot.weekly import Weekly, week_of
from bot.words import Ours
from tests.houses import MONDAY

BEFORE: Final = MONDAY - timedelta(days=3)
"""When everybody has joined: the Friday before."""
AFTER: Final = MONDAY + timedelta(hours=1, minutes=5)
"""When every message of a wave at nine is due: they are spread over an hour."""
NINE: Final = Weekly(0, 540, "UTC")

_ZONES: Final = (
    "UTC",
    "Europe/Berlin",
    "Europe/Lisbon",
    "America/New_York",
    "America/Sao_Paulo",
    "Asia/Kolkata",
)
_A_SPACE: Final = 5_000  # members
_CHUNK: Final = 10_000
_CARD: Final = Card(
    title=Ours("Your share is in the room"),
    text=Ours("What you wrote is there under a name of its own. Keep this for later."),
)
_NOT_SET: Final = dict.fromkeys(column.name for column in outbox.c) | {"attempts": 0}


async def cards(house: House, bot: Bot, count: int) -> None:
    """Write ``count`` plain cards with keys, a millisecond apart, due before ``AFTER``."""
    space = await house.identity.space(NAME, SPACE)
    async with house.store.transaction():
        for number in range(count):
            member = house.identity.member(Address(NAME, SPACE, f"person {number}"), space)
            at = MONDAY + timedelta(milliseconds=number)
            await bot.tell(member, _CARD, at=at, key=f"receipt:{number}")


async def joined(house: House, bot: Bot, count: int) -> None:
    """Let ``count`` members join the check-in one by one, as they would, for Monday at nine."""
    space = await house.identity.space(NAME, SPACE)
    async with house.store.transaction():
        for number in range(count):
            member = house.identity.member(Address(NAME, SPACE, f"person {number}"), space)
            await bot.records.checkins.join(member, NINE, GoesTo.ME)


async def crowd(houses: Sequence[tuple[House, Bot]], count: int) -> int:
    """Let ``count`` members join in spaces of 5,000, in the same way in every database.

    All for Monday at nine, in six zones. Returns how many spaces there are.
    """
    house, bot = houses[0]
    known = [Space(new_id(), NAME) for _ in range(max(1, count // _A_SPACE))]
    for other, _ in houses:
        async with other.store.transaction() as db:
            rows = [
                {"id": one.id, "platform": NAME, "external": one.id, "retention_days": 30}
                for one in known
            ]
            await db.execute(insert(spaces), rows)
    stores = [other.store for other, _ in houses]
    now = house.clock.now()
    await _write(stores, checkins, _members(house, bot, known, count, now))
    return len(known)


async def lying(house: House, count: int, due: Sequence[datetime], later: datetime) -> None:
    """Write ``count`` rows that wait and as many that are done with; a twentieth is due at
    instants of ``due``, the others after ``later``."""
    space = await house.identity.space(NAME, SPACE)
    day, _ = await house.identity.days.today(space.id)
    every = _NOT_SET | {"kind": "tell", "space_id": space.id, "priority": int(Priority.ROUTINE)}
    waits = every | {"day": day, "state": "pending", "drawing": "week.weekly:none:2026-W48"}
    sent = every | {"day": day, "state": "sent", "done": day, "due": BEFORE}

    def rows() -> Iterator[dict[str, Any]]:
        for number in range(count):
            at = later + timedelta(milliseconds=number)
            if number % 20 == 0:
                at = due[number // 20 % len(due)]
            yield waits | {"id": new_id(), "key": _key(), "recipient": os.urandom(157), "due": at}
            yield sent | {"id": new_id(), "key": _key()}

    await _write([house.store], outbox, rows())


async def waiting(house: House, count: int, plan_on: date) -> None:
    """Write ``count`` check-ins that are planned on a later day."""
    space = await house.identity.space(NAME, SPACE)
    every = {"space_id": space.id, "week": plan_on, "plan_on": plan_on, "silent": 0}
    rows = (
        every | {"id": new_id(), "owner": _key(), "sealed": os.urandom(285)} for _ in range(count)
    )
    await _write([house.store], checkins, rows)


async def on_days(house: House, bot: Bot, count: int, days: int) -> None:
    """Let ``count`` members join for nine of each of the first ``days`` of the week."""
    space = await house.identity.space(NAME, SPACE)
    now = house.clock.now()
    for day in range(days):
        rows = (
            _joins(house, bot, space, f"person {day} {number}", Weekly(day, 540, "UTC"), now)
            for number in range(count)
        )
        await _write([house.store], checkins, rows)


def _members(
    house: House, bot: Bot, known: Sequence[Space], count: int, now: datetime
) -> Iterator[dict[str, Any]]:
    """Yield the rows of ``count`` members, as they come: of one space and then another."""
    zones = [Weekly(0, 540, zone) for zone in _ZONES]
    for number in range(count):
        space, weekly = known[number % len(known)], zones[number % len(zones)]
        yield _joins(house, bot, space, f"person {number}", weekly, now)


def _joins(
    house: House, bot: Bot, space: Space, person: str, weekly: Weekly, now: datetime
) -> dict[str, Any]:
    """Return the row of somebody who joins and is asked from the next week on."""
    records, this = bot.records.checkins, week_of(now, weekly.zone)
    member = house.identity.member(Address(NAME, space.id, person), space)
    owner = house.identity.owner_tag(member)
    made = CheckIn(new_id(), member, weekly, GoesTo.ME, this, weekly.after(now), owner=owner)
    row = {"id": made.id, "space_id": space.id, "owner": owner, "silent": 0}
    return row | records._content(made) | planned(made, now)


async def _write(stores: Sequence[Store], table: Any, rows: Iterable[dict[str, Any]]) -> None:
    """Write rows in the same way into every store."""
    coming = iter(rows)
    while chunk := list(itertools.islice(coming, _CHUNK)):
        for store in stores:
            async with store.transaction() as db:
                await db.execute(insert(table), chunk)


def _key() -> str:
    """Return what a keyed hash looks like."""
    return os.urandom(16).hex()[:25]
