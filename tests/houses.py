"""Houses for tests: a stopped clock, a fixed root key, any database."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from bot.app import Bot
from bot.clock import StoppedClock
from bot.delivery.courier import Courier
from bot.house import House
from bot.identity import RootKey
from bot.scheduling import Scheduler
from bot.settings import load

ROOT: Final = bytes(range(32))
MONDAY: Final = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


async def open_house(
    url: str, folder: Path, at: datetime = MONDAY, **settings: str
) -> tuple[House, Bot]:
    """Return an open house on a database and a bot with all its cogs."""
    environment = {"COMEBACK_DATABASE_URL": url, "COMEBACK_FOLDER": str(folder), **settings}
    house = House(load(environment), RootKey(ROOT), StoppedClock(at))
    await house.open()
    bot = Bot(house)
    bot.load()
    return house, bot


async def work(house: House, bot: Bot) -> None:
    """Do what is done again and again, and deliver what is due then."""
    await Scheduler(house, bot).round()
    await deliver(house, bot)


async def deliver(house: House, bot: Bot) -> None:
    """Deliver what is due, and the counters that are gathered for a moment."""
    courier = Courier(house, bot.draw)
    for _ in range(3):
        while await courier.round():
            pass
        house.clock.move(bot.waits.counters)
    while await courier.round():
        pass
