"""A space that is left: its data waits for a week, and then nothing of it stays."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Column, ForeignKey, MetaData, String, Table, insert, select
from sqlalchemy.exc import IntegrityError

from bot.adapters.memory import NAME, Memory
from bot.app import Bot
from bot.delivery.courier import Courier
from bot.house import House
from bot.identity import Address, Expired, identity
from bot.people import Member, Room, Space
from bot.records import Answer, Digest, GoesTo, Signed, Words
from bot.records.spaces import GRACE, _own
from bot.retention import sweep
from bot.store.schema import metadata
from bot.store.tables import rooms, shares
from bot.ui import Card
from bot.weekly import Weekly
from bot.words import Ours, plain
from tests.houses import deliver, open_house

OF_NO_SPACE = {"meta"}
"""Tables whose rows are of no space. Every other one is emptied with the last space."""

DAY = timedelta(days=1)


class World:
    """A house, and as many spaces as a test needs."""

    def __init__(self, house: House, bot: Bot) -> None:
        self.house, self.bot, self.records = house, bot, bot.records
        self.platform = Memory(house, bot)

    async def member(self, who: str, external: str = "here") -> Member:
        """Return a member of a space."""
        space = await self.house.identity.space(NAME, external)
        return self.house.identity.member(Address(NAME, external, who), space)

    async def fill(self, external: str = "here") -> Space:
        """Put at least one row of a space into every table; a new table is added here."""
        ana, ben = await self.member("ana", external), await self.member("ben", external)
        space = ana.space
        share = await self.records.shares.draft(ana, Words("They said no.", "", "listen", "", ""))
        post = await self.bot.post(space, Room.SUPPORT, _card("share"), key=f"share:{share.id}")
        assert share.words is not None
        await self.records.shares.publish(share, share.words, post)
        await self.records.nods.set(share, ben, "been")
        reply = await self.records.replies.add(share, ben, "With you.", Signed.PSEUDONYM)
        await self.records.replies.place(
            reply, await self.bot.post(space, Room.SUPPORT, _card("reply"), under=post)
        )
        await self.records.receipts.add("share", share.id)
        await self.records.receipts.add("reply", reply.id)
        await self.records.kept.add(ben, "reply.send:x", {"words": "typed"})
        async with self.house.store.transaction() as db:
            room = {"space_id": space.id, "room": "support", "external": "support"}
            await db.execute(insert(rooms).values(room))
        await self.house.tokens.keep(space.id, {"token": "secret"})
        await self.fill_checkins(ana, ben, post)
        self.platform.closed_inboxes = {"ana"}
        await self.bot.tell(ana, _card("held"))
        await deliver(self.house, self.bot)
        self.platform.closed_inboxes = set()
        return space

    async def fill_checkins(self, ana: Member, ben: Member, post: str) -> None:
        """Let two people check in, be buddies, and be in a digest."""
        space, week = ana.space, date(2026, 11, 23)
        checkins = self.records.checkins
        when = Weekly(0, 540, "Europe/Berlin")
        both = [await checkins.join(one, when, GoesTo.BUDDY) for one in (ana, ben)]
        await self.records.weeks.put(both[0], Answer(week, mood="four"))
        ids = [one.id for one in both]
        await self.records.circles.add(space, GoesTo.BUDDY, week, week + GRACE, ids)
        await self.records.customs.match(space, week)
        wins = dict.fromkeys(ids, "A win")
        await self.records.digests.add(Digest(space, week, post, 5, {}, 0, 0, wins))
        await self.records.spared.add(ana)
        await self.records.drafts.add(ana, {"letter": "Dear Ana"})
        await self.records.reminders.add(ana, week + GRACE, "UTC", {"company": "Vela"})

    async def rows(self) -> dict[str, int]:
        """Return how many rows every table has that is not of no space."""
        async with self.house.store.reading() as db:
            return {
                table.name: len((await db.execute(select(table))).all())
                for table in metadata.sorted_tables
                if table.name not in OF_NO_SPACE
            }


def _card(text: str) -> Card:
    return Card(text=Ours(text))


@pytest.fixture
async def world(database_url: str, tmp_path: Path) -> AsyncIterator[World]:
    """Give a house."""
    house, bot = await open_house(database_url, tmp_path)
    yield World(house, bot)
    await house.close()


@pytest.fixture
async def other(world: World, database_url: str, tmp_path: Path) -> AsyncIterator[World]:
    """Give a second process on the same database."""
    house, bot = await open_house(database_url, tmp_path)
    yield World(house, bot)
    await house.close()


async def test_of_a_deleted_space_no_table_keeps_a_row(world: World) -> None:
    space = await world.fill()
    empty = [name for name, count in (await world.rows()).items() if count == 0]
    assert empty == [], "`fill` says what a row of a new table is"
    await world.house.spaces.delete(space.id)
    assert {name for name, count in (await world.rows()).items() if count} == set()


async def test_the_other_spaces_keep_everything(world: World) -> None:
    await world.fill("there")
    before = await world.rows()
    space = await world.fill("here")
    await world.house.spaces.delete(space.id)
    assert await world.rows() == before


def test_a_table_that_is_not_here_yet_is_found_by_what_it_refers_to() -> None:
    future = MetaData()
    direct = Table("direct", future, Column("space_id", String))
    below = Table("below", future, Column("id", ForeignKey(shares.c.id), primary_key=True))
    far = Table("far", future, Column("of", ForeignKey(below.c.id)))
    itself = Table("itself", future, Column("id", String), Column("at", ForeignKey("itself.id")))
    assert all(_own(table) is not None for table in (direct, below, far))
    assert _own(itself) is None


async def test_a_space_goes_seven_full_days_after_it_was_left(world: World) -> None:
    space = await world.fill()
    await world.house.spaces.leave(space.id)
    world.house.clock.move(GRACE)
    await sweep(world.house, world.bot)
    assert (await world.rows())["spaces"] == 1
    world.house.clock.move(DAY)
    await sweep(world.house, world.bot)
    assert not any((await world.rows()).values())


async def test_being_told_again_does_not_put_it_off(world: World) -> None:
    space = await world.fill()
    for _ in range(GRACE.days + 1):
        await world.house.spaces.leave(space.id)
        world.house.clock.move(DAY)
    await sweep(world.house, world.bot)
    assert (await world.rows())["spaces"] == 0


async def test_a_space_that_comes_back_in_time_keeps_everything(world: World) -> None:
    space = await world.fill()
    await world.house.spaces.leave(space.id)
    assert await world.house.spaces.live(NAME) == []
    world.house.clock.move(GRACE)
    assert await world.house.spaces.come_back(space.id)
    assert await world.house.spaces.come_back(space.id)
    assert await world.house.spaces.live(NAME) == [(space, "here")]
    world.house.clock.move(GRACE)
    await sweep(world.house, world.bot)
    assert (await world.rows())["shares"] == 1


async def test_the_living_spaces_of_one_platform_are_listed(world: World) -> None:
    one = await world.house.identity.space(NAME, "one")
    two = await world.house.identity.space(NAME, "two")
    await world.house.identity.space("elsewhere", "three")
    left = await world.house.identity.space(NAME, "left")
    await world.house.spaces.leave(left.id)
    assert await world.house.spaces.live(NAME) == [(one, "one"), (two, "two")]


async def test_nothing_is_sent_to_a_space_that_was_left_until_it_comes_back(
    world: World,
) -> None:
    ana = await world.member("ana")
    await world.house.spaces.leave(ana.space.id)
    await world.bot.tell(ana, _card("Hello"))
    courier = Courier(world.house, world.bot.draw)
    assert await courier.round() == 0
    assert await world.house.outbox.next_due((NAME,)) is None, "or the courier would not sleep"
    world.house.clock.move(timedelta(days=3))
    world.house.outbox.wake.clear()
    await world.house.spaces.come_back(ana.space.id)
    assert world.house.outbox.wake.is_set()
    await deliver(world.house, world.bot)
    assert [plain(message.card.text) for message in world.platform.messages] == ["Hello"]


@pytest.mark.parametrize("round_", range(3))
async def test_two_processes_sweep_at_once(world: World, other: World, round_: int) -> None:
    for name in ("a", "b", "c"):
        await world.house.spaces.leave((await world.fill(name)).id)
    stays = await world.fill("d")
    for one in (world, other):
        one.house.clock.move(GRACE + DAY + timedelta(minutes=round_))
    await asyncio.gather(*(sweep(one.house, one.bot) for one in (world, other, world, other)))
    assert await world.house.spaces.live(NAME) == [(stays, "d")]
    assert (await world.rows())["spaces"] == 1
    assert (await world.rows())["shares"] == 1


async def test_coming_back_while_it_is_being_deleted_is_one_or_the_other(
    world: World, other: World
) -> None:
    for number in range(6):
        space = await world.fill(f"space {number}")
        await world.house.spaces.leave(space.id)
        for one in (world, other):
            one.house.clock.move(GRACE + DAY)
        came_back, _ = await asyncio.gather(
            other.house.spaces.come_back(space.id), sweep(world.house, world.bot)
        )
        assert (await world.rows())["shares"] == int(came_back)
        await world.house.spaces.delete(space.id)
    assert not any((await world.rows()).values())


async def test_coming_back_a_moment_before_it_would_be_deleted_saves_it(
    world: World, other: World
) -> None:
    space = await world.fill()
    await world.house.spaces.leave(space.id)
    world.house.clock.move(GRACE + DAY)
    on_its_way = asyncio.Event()

    async def come_back_slowly() -> None:
        async with other.house.store.transaction():
            await other.house.spaces.come_back(space.id)
            on_its_way.set()
            await asyncio.sleep(0.3)

    async def sweep_meanwhile() -> None:
        await on_its_way.wait()
        assert await world.house.spaces.sweep() == 0

    await asyncio.gather(come_back_slowly(), sweep_meanwhile())
    assert (await world.rows())["shares"] == 1


async def test_a_space_that_was_deleted_begins_anew(world: World) -> None:
    space = await world.fill()
    await world.house.spaces.delete(space.id)
    assert not await world.house.spaces.come_back(space.id)
    again = await world.fill()
    assert again != space
    with pytest.raises(Expired):
        await world.house.identity.days.key(space.id, world.house.clock.today())


async def test_another_process_learns_of_it_in_a_minute(
    world: World, other: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana = await other.member("ana")
    await world.house.spaces.delete(ana.space.id)
    with pytest.raises(IntegrityError):
        await other.bot.tell(await other.member("ana"), _card("Hello"))
    now = identity.time.monotonic()
    monkeypatch.setattr(identity.time, "monotonic", lambda: now + 61)
    await other.bot.tell(await other.member("ana"), _card("Hello"))
    assert (await world.rows())["spaces"] == 1


async def test_coming_back_tells_this_process_at_once(world: World, other: World) -> None:
    ana = await other.member("ana")
    await world.house.spaces.delete(ana.space.id)
    assert not await other.house.spaces.come_back(ana.space.id)
    await other.bot.tell(await other.member("ana"), _card("Hello"))


async def test_what_is_under_way_while_a_space_goes_ends_and_leaves_nothing(
    world: World, other: World
) -> None:
    """Whoever writes at that moment is before it, or fails; nothing waits in a circle."""
    for number in range(4):
        space = await world.fill(f"space {number}")
        ana = await world.member("ana", f"space {number}")
        work = [other.bot.tell(ana, _card("Hello"), batch=f"{one % 3}") for one in range(6)]
        done = await asyncio.gather(
            *work, world.house.spaces.delete(space.id), return_exceptions=True
        )
        assert not [one for one in done if one is not None and not _refused(one)]
    assert not any((await world.rows()).values())


def _refused(raised: object) -> bool:
    return isinstance(raised, (IntegrityError, Expired))


async def test_nothing_of_it_stays_on_the_disk(sqlite_url: str, tmp_path: Path) -> None:
    house, bot = await open_house(sqlite_url, tmp_path)
    world = World(house, bot)
    space = await world.fill("canary-space")
    await house.spaces.leave(space.id)
    house.clock.move(GRACE + DAY)
    await sweep(house, bot)
    await house.close()
    for path in tmp_path.iterdir():
        if path.is_file():
            assert b"canary-space" not in path.read_bytes()
            assert space.id.encode() not in path.read_bytes()
