"""What there is to do: weekly messages, messages, posts and edits, and what must come of them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import select

from bot.app import Bot
from bot.cog import Drawing
from bot.house import House
from bot.people import Member, Room, Space
from bot.records import Answer, GoesTo
from bot.store.tables import outbox
from bot.weekly import Weekly, iso
from tests.adapters.tools import long_card, said
from tests.houses import open_house
from tests.kills.board import Board, read_notes
from tests.kills.stages import Stage

_ZONES: Final = (
    "Pacific/Auckland",
    "Asia/Kolkata",
    "Europe/Berlin",
    "UTC",
    "America/Toronto",
    "Pacific/Honolulu",
)
_NOTES: Final = 3
_REDRAWN: Final = (30, 30, 54, 56, 80)
"""Hours into a week, which begins on a Saturday, at which each note is drawn anew."""


@dataclass(frozen=True)
class Plan:
    """How a campaign goes: ``kills`` in all, and what there is to do in each week.

    With ``weeks`` there are so many, and at most that number of kills. ``late`` begins when every
    moment of the week has passed, so that all is due at once. ``chosen`` are points to die at
    first, in this order.
    """

    kills: int
    people: int = 30
    tells: int = 24
    posts: int = 6
    processes: int = 1
    weeks: int | None = None
    late: bool = False
    chosen: tuple[str, ...] = ()


class Work:
    """What is written into the outbox before anybody is killed, and what must stand there."""

    def __init__(self, url: str, folder: Path, stage: Stage, plan: Plan, seed: int) -> None:
        self.url, self.folder, self.stage, self.plan = url, folder, stage, plan
        self.expected: set[str] = set()
        """What must be there once."""
        self.maybe: set[str] = set()
        """What must be there at most once: in rooms of a platform that does not let it look."""
        self._chance = random.Random(seed)  # noqa: S311 - no secret
        self._week = 0
        self._redrawn: datetime
        self._notes: list[str]

    @asynccontextmanager
    async def _house(self, at: datetime) -> AsyncIterator[tuple[House, Bot, Space, list[Member]]]:
        house, bot = await open_house(self.url, self.folder, at)
        try:
            bot.add(Board(bot))
            space = await house.identity.space(self.stage.name, self.stage.space)
            yield (
                house,
                bot,
                space,
                [house.identity.member(one, space) for one in self.stage.everybody],
            )
        finally:
            await house.close()

    async def begin(self, at: datetime) -> None:
        """Choose rooms, let everybody join, and post what is changed later on."""
        async with self._house(at) as (house, bot, space, members):
            rooms = {Room.SUPPORT: self.stage.room, Room.MODERATORS: self.stage.moderators}
            handles = {room: house.rooms.handle(space, where) for room, where in rooms.items()}
            await house.rooms.choose(space, handles)
            for number, member in enumerate(members):
                weekly = Weekly(0, 9 * 60, _ZONES[number % len(_ZONES)])
                await bot.records.checkins.join(member, weekly, GoesTo.ME)
            drawings = [Drawing(f"board.note:{number}") for number in range(_NOTES)]
            self._notes = [await bot.post(space, Room.SUPPORT, one) for one in drawings]

    async def prepare(self, saturday: datetime) -> None:
        """Write down what there is to do in the week that begins two days later."""
        self._week += 1
        async with self._house(saturday) as (house, bot, space, members):
            await self._expect_weekly(bot, members, saturday)
            await self._expect_tells(bot, members, saturday)
            await self._expect_posts(bot, space, saturday)
            for hours in _REDRAWN:
                for number, post_id in enumerate(self._notes):
                    after = timedelta(hours=hours, seconds=number)
                    key = f"note:{self._chance.random()}"
                    await house.outbox.refresh(space.id, post_id, after=after, key=key)
        self._redrawn = saturday + timedelta(hours=max(_REDRAWN))

    async def _expect_weekly(self, bot: Bot, members: list[Member], saturday: datetime) -> None:
        """Every tenth has answered already; to everybody else comes one message and one nudge."""
        monday = saturday.date() + timedelta(days=2)
        for number, member in enumerate(members):
            checkin = await bot.records.checkins.of(member)
            assert checkin is not None
            await bot.records.checkins.set_silent(checkin, 0)
            if number % 10 == 9:
                await bot.records.weeks.put(checkin, Answer(monday, "three"))
                continue
            person = self.stage.everybody[number].person.rpartition("/")[2]
            self.expected |= {f"{kind} {person} {iso(monday)}" for kind in ("weekly", "nudge")}
        self.stage.set_inbox(0, closed=True)

    async def _expect_tells(self, bot: Bot, members: list[Member], saturday: datetime) -> None:
        for number in range(self.plan.tells):
            member, at = members[number % len(members)], self._some_time(saturday)
            if number % 6 == 5:
                mark = f"Klong{number}w{self._week}p"
                await bot.tell(member, long_card(mark), at=at)
                self.expected |= {f"{mark}{part}" for part in range(5)}
            else:
                mark = f"Ktold{number}w{self._week}"
                key = mark if number % 2 else None
                await bot.tell(member, said(mark), at=at, key=key)
                self.expected.add(mark)

    async def _expect_posts(self, bot: Bot, space: Space, saturday: datetime) -> None:
        sure = self.expected if self.stage.finds_in_rooms else self.maybe
        for number in range(self.plan.posts):
            mark, at = f"Kpost{number}w{self._week}", self._some_time(saturday)
            above = await bot.post(space, Room.SUPPORT, said(mark), at=at)
            sure.add(mark)
            if self.stage.finds_in_rooms and number % 2:
                mark = f"Kreply{number}w{self._week}"
                await bot.post(space, Room.SUPPORT, said(mark), at=at, under=above)
                sure.add(mark)

    def _some_time(self, saturday: datetime) -> datetime:
        return saturday + timedelta(hours=self._chance.choice((28, 32, 48, 55, 56, 57)))

    async def reopen(self, at: datetime) -> None:
        """Let the one whose inbox was closed open it, and ask for what waits."""
        self.stage.set_inbox(0, closed=False)
        async with self._house(at) as (_, bot, _, members):
            await bot.inboxes.reopen(members[0])

    async def left(self, at: datetime) -> list[str]:
        """Return what is in the outbox and should not be: all that is not sent."""
        async with self._house(at) as (house, *_), house.store.reading() as db:
            query = select(outbox.c.kind, outbox.c.state, outbox.c.fault)
            rows = (
                await db.execute(query.where(outbox.c.state.not_in(("sent", "dropped"))))
            ).all()
        # Of what was put in a room only a platform that can look knows whether it is there.
        unknown = () if self.stage.finds_in_rooms else (("post", "unsure"),)
        left = [row for row in rows if (row.kind, row.state) not in unknown]
        return [f"{row.kind} {row.state} {row.fault}" for row in left]

    def notes(self) -> tuple[list[str], list[str]]:
        """Return which notes are lost or not drawn anew, and which are there twice.

        The latest drawing must be the one that stands.
        """
        shown = read_notes(self.stage.texts())
        seen = Counter(number for number, _ in shown)
        last = self._redrawn.replace(tzinfo=None)
        lost = [f"note {number}" for number in range(_NOTES) if not seen[number]]
        lost += [f"edit of note {number}" for number, at in shown if at < last]
        return lost, [f"note {number}" for number in seen if seen[number] > 1]
