"""Weekly messages, planned once for each local week, whatever happens in between."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.adapters.memory import Memory
from bot.app import Bot
from bot.house import House
from bot.people import Member
from bot.planning import Planner
from bot.records import CheckIn, GoesTo, Rest
from bot.store.checkin_tables import checkins
from bot.store.tables import outbox
from bot.weekly import Weekly
from tests.houses import deliver, open_house

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
TUESDAYS = Weekly(1, 540, "Europe/London")


class World:
    """A house, people who check in, and what they were asked."""

    def __init__(self, house: House, bot: Bot) -> None:
        self.house, self.bot = house, bot
        self.records = bot.records
        self.platform = Memory(house, bot)

    async def member(self, who: str = "ana") -> Member:
        """Return a member."""
        return await self.platform.member(who)

    async def join(self, weekly: Weekly = TUESDAYS, who: str = "ana") -> CheckIn:
        """Let somebody join, or change when they are asked."""
        return await self.records.checkins.join(await self.member(who), weekly, GoesTo.ME)

    async def plan(self) -> None:
        """Plan what falls on today."""
        await Planner(self.house, self.records).run()

    async def go_on(self, by: timedelta) -> None:
        """Let time pass, plan, and send what is due."""
        self.house.clock.move(by)
        await self.plan()
        await deliver(self.house, self.bot)

    def asked(self, who: str = "ana") -> int:
        """Return how often somebody was asked."""
        calls = [
            button.call
            for message in self.platform.messages
            if message.to == who
            for button in message.card.buttons
        ]
        return sum(call.startswith("week.count") for call in calls)

    async def dues(self) -> list[datetime]:
        """Return when the planned messages are due."""
        query = select(outbox.c.due).where(outbox.c.state == "pending").order_by(outbox.c.due)
        async with self.house.store.reading() as db:
            return list((await db.execute(query)).scalars())


@pytest.fixture
async def world(database_url: str, tmp_path: Path) -> AsyncIterator[World]:
    """Give a house on Monday 23 November 2026, nine in the morning, in London."""
    house, bot = await open_house(database_url, tmp_path)
    yield World(house, bot)
    await house.close()


async def test_a_quarter_of_weeks_is_asked_once_each(world: World) -> None:
    await world.join(Weekly(6, 90, "America/New_York"))
    member = await world.member()
    for _ in range(13):
        await world.go_on(WEEK)
        checkin = await world.records.checkins.of(member)
        assert checkin is not None
        await world.records.checkins.set_silent(checkin, 0)
    assert world.asked() == 13


async def test_who_joins_after_the_weeks_moment_is_first_asked_the_next_week(world: World) -> None:
    world.house.clock.move(4 * DAY)
    await world.join()
    for _ in range(4):
        await world.go_on(DAY)
    assert world.asked() == 1


async def test_planning_again_and_again_and_at_once_plans_nothing_twice(
    world: World, database_url: str, tmp_path: Path
) -> None:
    for number in range(30):
        await world.join(who=f"person {number}")
    world.house.clock.move(DAY)
    house, bot = await open_house(database_url, tmp_path, world.house.clock.now())
    other = Planner(house, bot.records)
    own = Planner(world.house, world.records)
    await asyncio.gather(own.run(), other.run(), own.run(), other.run())
    await house.close()
    assert len(await world.dues()) == 30
    await world.go_on(timedelta(minutes=5))
    await world.go_on(DAY)
    assert [world.asked(f"person {number}") for number in range(30)] == [1] * 30


async def test_few_are_asked_at_their_minute_and_many_within_the_hour(world: World) -> None:
    for number in range(3):
        await world.join(who=f"person {number}")
    world.house.clock.move(timedelta(hours=20))
    await world.plan()
    nine = datetime(2026, 11, 24, 9, tzinfo=UTC)
    dues = await world.dues()
    assert dues[0] == nine
    assert dues[-1] < nine + timedelta(seconds=2)


async def test_after_a_long_stop_the_latest_week_is_asked_late_and_no_earlier_one(
    world: World,
) -> None:
    await world.join()
    await world.go_on(3 * WEEK)
    assert world.asked() == 1
    await world.go_on(timedelta(hours=20))
    assert world.asked() == 1
    await world.go_on(timedelta(hours=5))
    assert world.asked() == 2


async def test_a_new_time_later_in_the_week_takes_the_planned_message_back(world: World) -> None:
    await world.join()
    world.house.clock.move(timedelta(hours=23))
    await world.plan()
    assert len(await world.dues()) == 1
    await world.join(Weekly(4, 540, "Europe/London"))
    assert await world.dues() == []
    await world.go_on(2 * DAY)
    assert world.asked() == 0
    await world.go_on(DAY * 2)
    assert world.asked() == 1


async def test_a_week_that_was_asked_is_not_asked_again_on_another_day(world: World) -> None:
    await world.join()
    await world.go_on(DAY)
    assert world.asked() == 1
    for weekday in (2, 4, 6):
        await world.join(Weekly(weekday, 540, "Pacific/Auckland"))
        await world.go_on(timedelta(hours=30))
    assert world.asked() == 1
    await world.go_on(WEEK + 3 * DAY)
    assert world.asked() == 2


async def test_who_leaves_and_comes_back_in_one_week_is_asked_once(world: World) -> None:
    await world.join()
    await world.go_on(DAY)
    assert await world.records.checkins.leave(await world.member())
    assert not await world.records.checkins.leave(await world.member())
    await world.join(Weekly(3, 540, "Europe/London"))
    await world.go_on(3 * DAY)
    assert world.asked() == 1
    await world.go_on(WEEK)
    assert world.asked() == 2


async def test_leaving_takes_back_what_is_planned(world: World) -> None:
    await world.join()
    world.house.clock.move(timedelta(hours=23))
    await world.plan()
    await world.records.checkins.leave(await world.member())
    assert await world.dues() == []
    await world.go_on(DAY)
    assert world.platform.messages == []


async def test_rests_are_passed_over_and_end(world: World) -> None:
    checkin = await world.join()
    rest = Rest(date(2026, 11, 24), date(2026, 12, 8))
    await world.records.checkins.change(checkin, rests=(rest,))
    for _ in range(2):
        await world.go_on(WEEK)
    assert world.asked() == 0
    await world.go_on(WEEK + DAY)
    assert world.asked() == 1


async def test_a_rest_without_an_end_is_never_looked_at(world: World) -> None:
    checkin = await world.join()
    await world.records.checkins.change(checkin, rests=(Rest(date(2026, 11, 24)),))
    async with world.house.store.reading() as db:
        assert (await db.execute(select(checkins.c.plan_on))).scalar_one() is None
    await world.go_on(10 * WEEK)
    assert world.asked() == 0


async def test_after_an_update_of_tzdata_every_next_message_is_looked_at_again(
    world: World,
) -> None:
    await world.join()
    await world.plan()
    async with world.house.store.transaction() as db:
        # As rules that are no more in force had it.
        await db.execute(update(checkins).values(plan_on=date(2027, 1, 5)))
    await world.house.notes.put("tzdata", b"2020a")
    await world.go_on(DAY)
    assert world.asked() == 1


async def test_a_clock_that_goes_back_asks_nothing_twice(world: World) -> None:
    await world.join()
    await world.go_on(DAY)
    await world.go_on(-3 * DAY)
    await world.go_on(3 * DAY)
    assert world.asked() == 1
    await world.go_on(WEEK)
    assert world.asked() == 2


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Africa/Cairo"])
async def test_where_a_day_begins_elsewhere_it_is_the_local_week_that_counts(
    world: World, zone: str
) -> None:
    await world.join(Weekly(0, 0, zone))
    for _ in range(21):
        await world.go_on(DAY)
    assert world.asked() == 3
