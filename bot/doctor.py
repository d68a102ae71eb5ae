"""What whoever runs the bot should know: said in sentences, gathered in one place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import func, select

from bot.house import House
from bot.people import Room, Space
from bot.rooms import SpaceRooms
from bot.store.tables import LEFT, closed_inboxes, outbox
from bot.templates import Texts
from bot.words import plain

_LATE = timedelta(minutes=10)
"""For how long a message may be due: a platform's limits may make one wait, a few minutes."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence, and whether all is well with it."""

    fine: bool
    text: str


async def about_house(house: House) -> list[Finding]:
    """Return what there is to say of the database and of what waits in it."""
    kind = "SQLite" if house.store.is_sqlite else "PostgreSQL"
    found = [Finding(True, f"The database ({kind}) is up to date, and the root key is its own.")]
    async with house.store.reading() as db:
        rows = await db.execute(
            select(outbox.c.state, outbox.c.fault, func.count())
            .where(LEFT)
            .group_by(outbox.c.state, outbox.c.fault)
        )
        counts = [(str(state), str(fault or "no reason"), int(n)) for state, fault, n in rows]
        closed = (await db.execute(select(func.count()).select_from(closed_inboxes))).scalar_one()
    found += [
        Finding(False, f"Messages that were given up: {number} ({fault}).")
        for state, fault, number in counts
        if state in ("dead", "unsure")
    ]
    waiting, late = await house.outbox.backlog()
    found.append(Finding(True, f"Messages on their way: {waiting}."))
    if late > _LATE:
        minutes = int(late.total_seconds() // 60)
        text = f"The most overdue message has been due for {minutes} minutes. Is the bot running?"
        found.append(Finding(False, text))
    if closed:
        found.append(Finding(True, f"Inboxes that are closed: {closed}. /comeback has the rest."))
    return found


async def about_rooms(house: House, space: Space, name: str) -> list[Finding]:
    """Return what the bot lacks in each room of a space that its platform calls ``name``."""
    rooms, called = SpaceRooms(house), Texts.of("says/support")
    found = []
    chosen = await rooms.chosen(space)
    for room in Room:
        if room is Room.DIGEST and room not in chosen:
            continue  # it goes to the support room
        lacks: Sequence[str] = await rooms.lacks(space, room)
        said = [plain(rooms.say(space, lack)) for lack in lacks]
        found += [Finding(False, f"{name}: {plain(called(room.value))} {lack}") for lack in said]
    return found or [Finding(True, f"{name}: every room has all the bot needs.")]
