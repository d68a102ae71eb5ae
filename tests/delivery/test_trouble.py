"""The clock is set back, the database is locked, full or gone: late once, never twice."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from datetime import timedelta
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from sqlalchemy import make_url

from bot.adapters.memory import Memory, Message
from bot.app import Bot
from bot.clock import Clock
from bot.cog import Cog, drawn
from bot.delivery.courier import Courier
from bot.delivery.rows import LEASE
from bot.house import House
from bot.identity import RootKey
from bot.platform import Target
from bot.settings import load
from bot.store.engine import Store
from bot.ui import Card
from bot.words import Ours, plain
from tests import databases
from tests.houses import ROOT

pytestmark = pytest.mark.faults

HOUR = timedelta(hours=1)
WAVE = 12


class Long(Cog, name="long"):
    """Draws cards that take room on a disk."""

    @drawn
    async def card(self, number: int) -> Card:
        """Draw one."""
        return Card(text=Ours(f"{number} " + "word " * 300))


class Careless(Memory):
    """A platform that puts up whatever it is given, and can be held up or told to call somebody.

    Nothing here looks whether a message stands there already: who sends one twice is seen.
    """

    def __init__(self, house: House, bot: Bot) -> None:
        super().__init__(house, bot)
        self.open = asyncio.Event()
        self.open.set()
        self.at_the_door = 0
        self.afterwards: Callable[[], Any] | None = None

    async def send(self, target: Target, card: Card, nonce: str) -> str:
        """Take a message when the door is open; then call who wants to know."""
        self.at_the_door += 1
        await self.open.wait()
        assert target.to is not None
        sent = self.add(Message("", card, None, target.to.person, None, nonce))
        if self.afterwards is not None:
            called, self.afterwards = self.afterwards, None
            await called()
        return sent.id


class Wave:
    """A dozen messages for a dozen people, and a courier at work on a database of any kind."""

    def __init__(self, url: str, house: House, bot: Bot) -> None:
        self.url, self.house, self.bot = url, house, bot
        self.platform = Careless(house, bot)
        self.courier = Courier(house, bot.draw)
        self.long = Long(bot)
        bot.add(self.long)
        self._running: asyncio.Task[None] | None = None

    async def write(self, *, long: bool = False, ago: timedelta = timedelta(0)) -> None:
        """Write the messages, due some time ago."""
        at = self.house.clock.now() - ago
        for number in range(WAVE):
            member = await self.platform.member(f"person {number}")
            drawing = self.long.drawing(self.long.card, number)
            what = drawing if long else Card(text=Ours(f"{number}"))
            await self.bot.tell(member, what, at=at, key=f"wave:{number}")

    def run(self) -> None:
        """Let the loop run."""
        self._running = asyncio.create_task(self.courier.run())

    async def stop(self) -> None:
        """End the loop, which must not have ended by itself."""
        if self._running is not None:
            assert not self._running.done()
            self.courier.stop()
            await self._running

    def said(self) -> Counter[int]:
        """Return how often each message was put up."""
        texts = (plain(message.card.text) for message in self.platform.messages)
        return Counter(int(text.split()[0]) for text in texts)

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        async with asyncio.timeout(60):
            while not holds():
                await asyncio.sleep(0.01)

    async def all_are_there_once(self) -> None:
        """Wait until all are there, and nothing is left to do; then each must be there once.

        Whatever was in hand when something broke is looked for when its lease is over.
        """
        while (await self.house.outbox.backlog())[0]:
            self.house.clock.move(LEASE / 4)
            await asyncio.sleep(0.02)
        assert self.said() == Counter(range(WAVE))

    def locked(self) -> AbstractAsyncContextManager[None]:
        """Keep everybody else from writing, for as long as the block lasts."""
        if self.house.store.is_sqlite:
            return _locked_file(self.house.store)
        return _locked_table(self.url)


@contextlib.asynccontextmanager
async def opened(url: str, folder: Path) -> AsyncIterator[Wave]:
    """Give a courier; time passes for it as for everybody, and can be moved."""
    settings = load({"COMEBACK_DATABASE_URL": url, "COMEBACK_FOLDER": str(folder)})
    house = House(settings, RootKey(ROOT), Clock())
    await house.open()
    wave = Wave(url, house, Bot(house))
    yield wave
    await wave.stop()
    await house.close()


@pytest.fixture
async def wave(database_url: str, tmp_path: Path) -> AsyncIterator[Wave]:
    """Give a courier on each kind of database."""
    async with opened(database_url, tmp_path) as wave:
        yield wave


@contextlib.asynccontextmanager
async def _locked_file(store: Store) -> AsyncIterator[None]:
    # The bot waits for half a minute; a test need not.
    await _pragma(store, "busy_timeout=20")
    other = sqlite3.connect(store.url.database or "", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()
        await _pragma(store, "busy_timeout=30000")


@contextlib.asynccontextmanager
async def _locked_table(url: str) -> AsyncIterator[None]:
    other = await asyncpg.connect(url)
    try:
        async with other.transaction():
            await other.execute("LOCK TABLE outbox IN ACCESS EXCLUSIVE MODE")
            yield
    finally:
        await other.close()


async def _pragma(store: Store, pragma: str) -> int:
    """Set something of the one connection that writes."""
    async with store.transaction() as db:
        told = await db.exec_driver_sql(f"PRAGMA {pragma}")
        return int(told.scalar() or 0)


@contextlib.asynccontextmanager
async def gone(url: str) -> AsyncIterator[None]:
    """Close every connection to a PostgreSQL database and let nobody in while the block lasts."""
    name = make_url(url).database
    other = await asyncpg.connect(databases.postgres())
    try:
        await other.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        query = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1"
        await other.execute(query, name)
        try:
            yield
        finally:
            await other.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
    finally:
        await other.close()


class Held:
    """A block that is entered in one task and left from another."""

    def __init__(self, block: AbstractAsyncContextManager[None]) -> None:
        self._block = block
        self.begun, self._over = asyncio.Event(), asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def begin(self) -> None:
        """Enter it."""
        self._task = asyncio.create_task(self._hold())
        await self.begun.wait()

    async def _hold(self) -> None:
        async with self._block:
            self.begun.set()
            await self._over.wait()

    async def end(self) -> None:
        """Leave it."""
        assert self._task is not None
        self._over.set()
        await self._task


async def test_a_clock_that_is_set_back_loses_nothing_and_repeats_nothing(wave: Wave) -> None:
    await wave.write(ago=2 * HOUR)
    wave.platform.open.clear()
    wave.run()
    await wave.until(lambda: wave.platform.at_the_door >= WAVE // 2)
    wave.house.clock.move(-HOUR)
    await asyncio.sleep(0.1)
    wave.platform.open.set()
    await wave.all_are_there_once()


async def test_what_somebody_had_when_the_clock_was_set_back_waits_for_no_hour(wave: Wave) -> None:
    await wave.write(ago=2 * HOUR)
    rows = await wave.house.outbox.claim(["memory"], "the dead one", WAVE // 2)
    assert await wave.house.outbox.begin(rows[0])
    wave.house.clock.move(-HOUR)
    while await wave.courier.round():
        pass
    assert wave.said() == Counter(range(WAVE))


async def test_what_falls_due_after_the_clock_was_set_back_comes_in_its_time(wave: Wave) -> None:
    await wave.write(ago=-HOUR / 2)
    wave.run()
    wave.house.clock.move(-HOUR)
    wave.house.clock.move(HOUR)
    await asyncio.sleep(0.1)
    assert not wave.said()
    wave.house.clock.move(HOUR / 2)
    await wave.all_are_there_once()


async def test_the_loop_goes_on_after_the_database_was_locked(wave: Wave) -> None:
    await wave.write(ago=-HOUR)
    async with wave.locked():
        wave.run()
        wave.house.clock.move(HOUR)
        await asyncio.sleep(0.3)
        assert not wave.said()
    await wave.until(lambda: len(wave.said()) == WAVE)
    await wave.all_are_there_once()


async def test_what_was_sent_while_the_database_was_locked_is_marked_later(wave: Wave) -> None:
    await wave.write()
    locked = Held(wave.locked())
    wave.platform.afterwards = locked.begin
    wave.run()
    await locked.begun.wait()
    await asyncio.sleep(0.3)
    await locked.end()
    await wave.all_are_there_once()


async def test_what_cannot_be_marked_on_a_full_disk_is_not_sent_until_there_is_room(
    sqlite_url: str, tmp_path: Path
) -> None:
    async with opened(sqlite_url, tmp_path) as wave:
        await wave.write(long=True)
        store = wave.house.store
        await _pragma(store, f"max_page_count={await _pragma(store, 'page_count')}")
        wave.run()
        await asyncio.sleep(1.5)
        waiting, _ = await wave.house.outbox.backlog()
        assert waiting > 0, "there was room after all"
        assert len(wave.said()) + waiting >= WAVE
        await _pragma(store, "max_page_count=1000000")
        await wave.all_are_there_once()


async def test_the_loop_goes_on_after_the_database_was_gone(tmp_path: Path) -> None:
    url = databases.new_postgres()
    async with opened(url, tmp_path) as wave:
        await wave.write()
        away = Held(gone(url))
        await away.begin()
        wave.run()
        await asyncio.sleep(1.2)
        assert not wave.said()
        await away.end()
        await wave.all_are_there_once()


async def test_what_was_sent_when_the_database_went_is_marked_when_it_is_back(
    tmp_path: Path,
) -> None:
    url = databases.new_postgres()
    async with opened(url, tmp_path) as wave:
        await wave.write()
        away = Held(gone(url))
        wave.platform.afterwards = away.begin
        wave.run()
        await away.begun.wait()
        await asyncio.sleep(1.2)
        await away.end()
        await wave.all_are_there_once()
