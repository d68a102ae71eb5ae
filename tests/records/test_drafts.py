"""Drafts and reminders, on both databases: sealed, their owner's alone, and gone in time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.adapters.memory import Memory
from bot.app import Bot
from bot.errors import Gone, NotYours
from bot.house import House
from bot.people import Member
from bot.retention import sweep
from bot.store.draft_tables import drafts, reminders
from cogs.draft.reminding import months_after
from tests.contract.test_draft import LETTER
from tests.houses import open_house, work

CONTENT = {"letter": "Dear Ana, unfortunately", "company": "Vela"}


class Stage:
    """A house, its drafts and reminders, and whoever is asked for."""

    def __init__(self, house: House, bot: Bot) -> None:
        self.house, self.bot = house, bot
        self.drafts, self.reminders = bot.records.drafts, bot.records.reminders
        self.platform = Memory(house, bot)

    async def member(self, who: str) -> Member:
        """Return a member."""
        return await self.platform.member(who)


@pytest.fixture
async def stage(database_url: str, tmp_path: Path) -> AsyncIterator[Stage]:
    """Give a house."""
    house, bot = await open_house(database_url, tmp_path)
    yield Stage(house, bot)
    await house.close()


async def test_a_draft_is_its_owners_alone(stage: Stage) -> None:
    ana, ben = await stage.member("ana"), await stage.member("ben")
    draft = await stage.drafts.add(ana, CONTENT)
    assert (await stage.drafts.get(ana, draft.id)).content == CONTENT
    assert [one.id for one in await stage.drafts.of(ana)] == [draft.id]
    assert await stage.drafts.of(ben) == []
    with pytest.raises(NotYours):
        await stage.drafts.get(ben, draft.id)
    with pytest.raises(Gone):
        await stage.drafts.get(ana, "nothing")


async def test_no_row_says_what_was_pasted_or_by_whom(stage: Stage) -> None:
    ana = await stage.member("ana")
    await stage.drafts.add(ana, CONTENT)
    await stage.reminders.add(ana, date(2027, 2, 23), "Asia/Thimphu", CONTENT)
    async with stage.house.store.reading() as db:
        rows = [tuple((await db.execute(select(table))).one()) for table in (drafts, reminders)]
    stored = b"|".join(
        value if isinstance(value, bytes) else str(value).encode() for row in rows for value in row
    )
    for secret in ("Vela", "unfortunately", "Thimphu", ana.id, "ana"):
        assert secret.encode() not in stored
    assert drafts.c.day.type.python_type is date  # a day, and no time of day


async def test_a_draft_goes_after_thirty_days_and_a_reminder_thirty_after_its_own(
    stage: Stage,
) -> None:
    ana = await stage.member("ana")
    draft = await stage.drafts.add(ana, CONTENT)
    today = stage.house.clock.today()
    await stage.reminders.add(ana, today + timedelta(days=10), "UTC", CONTENT)
    stage.house.clock.move(timedelta(days=30))
    await sweep(stage.house, stage.bot)
    assert (await stage.drafts.get(ana, draft.id)).until == stage.house.clock.today()
    stage.house.clock.move(timedelta(days=1))
    with pytest.raises(Gone):
        await stage.drafts.get(ana, draft.id)
    await sweep(stage.house, stage.bot)
    async with stage.house.store.reading() as db:
        assert (await db.execute(select(drafts))).all() == []
    assert len(await stage.reminders.of(ana)) == 1
    stage.house.clock.move(timedelta(days=10))
    await sweep(stage.house, stage.bot)
    assert await stage.reminders.of(ana) == []


async def test_a_reminder_comes_once_at_ten_where_somebody_lives(stage: Stage) -> None:
    ana = await stage.member("ana")
    reminder = await stage.reminders.add(ana, date(2026, 11, 30), "America/New_York", CONTENT)
    assert reminder.due.isoformat() == "2026-11-30T15:00:00+00:00"
    for step in (*[timedelta(days=1)] * 6, *[timedelta(hours=1)] * 48):
        await work(stage.house, stage.bot)
        sent = [one for one in stage.platform.messages if one.to == "ana"]
        assert bool(sent) == (stage.house.clock.now() >= reminder.due)
        stage.house.clock.move(step)
    assert len(sent) == 1


async def test_a_reminder_that_is_late_comes_all_the_same(stage: Stage) -> None:
    ana = await stage.member("ana")
    await stage.reminders.add(ana, date(2026, 11, 30), "UTC", CONTENT)
    stage.house.clock.move(timedelta(days=20))
    for _ in range(3):
        await work(stage.house, stage.bot)
    assert len([one for one in stage.platform.messages if one.to == "ana"]) == 1


async def test_a_reminder_that_is_moved_comes_on_its_new_day_alone(stage: Stage) -> None:
    ana = await stage.member("ana")
    reminder = await stage.reminders.add(ana, date(2026, 11, 24), "UTC", CONTENT)
    await work(stage.house, stage.bot)  # it is in the outbox by now
    await stage.reminders.move(reminder, date(2026, 12, 24))
    stage.house.clock.move(timedelta(days=3))
    await work(stage.house, stage.bot)
    assert stage.platform.messages == []
    stage.house.clock.move(timedelta(days=30))
    await work(stage.house, stage.bot)
    assert len([one for one in stage.platform.messages if one.to == "ana"]) == 1


async def test_forgetting_a_member_takes_drafts_reminders_and_what_is_on_its_way(
    stage: Stage,
) -> None:
    ana, ben = await stage.member("ana"), await stage.member("ben")
    for member in (ana, ben):
        await stage.drafts.add(member, CONTENT)
        await stage.reminders.add(member, date(2026, 11, 24), "UTC", CONTENT)
    await work(stage.house, stage.bot)
    await stage.bot.forget(ana)
    assert await stage.drafts.of(ana) == []
    assert len(await stage.drafts.of(ben)) == 1
    stage.house.clock.move(timedelta(days=3))
    await work(stage.house, stage.bot)
    assert [one.to for one in stage.platform.messages] == ["ben"]


def test_three_months_later_is_the_same_day_or_the_months_last() -> None:
    assert months_after(date(2026, 11, 23), 3) == date(2027, 2, 23)
    assert months_after(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert months_after(date(2027, 11, 30), 3) == date(2028, 2, 29)
    assert months_after(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_after(date(2026, 12, 1), 6) == date(2027, 6, 1)


async def test_presses_on_a_draft_and_on_its_reminder_wait_for_nobody_in_a_circle(
    stage: Stage,
) -> None:
    ana = await stage.member("ana")
    for _ in range(5):
        await stage.platform.event("ana", "draft.write", form={"letter": LETTER, "tone": "warm"})
        draft = (await stage.drafts.of(ana))[-1]
        await stage.platform.event("ana", f"remind.remind:{draft.id}")
        (reminder,) = await stage.reminders.of(ana)
        await asyncio.gather(
            stage.platform.event("ana", f"remind.later:{draft.id}"),
            stage.platform.event("ana", f"remind.not_now:{reminder.id}"),
            stage.platform.event("ana", f"draft.sound:{draft.id}:plain"),
        )
        kept = (await stage.drafts.get(ana, draft.id)).content
        assert kept["choice"]["tone"] == "plain"
        assert kept["reminder"] == ""
        assert await stage.reminders.of(ana) == []
        await stage.drafts.drop(draft)
