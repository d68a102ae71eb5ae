"""Putting the parts together, and keeping them running until somebody says stop."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator, Coroutine
from typing import Any

from bot import logs
from bot.app import Bot
from bot.clock import Clock
from bot.delivery.courier import Courier
from bot.house import House
from bot.identity import RootKey
from bot.scheduling import Scheduler
from bot.settings import Settings

_PATIENCE = 40.0  # seconds, longer than one send may take


def root_key(settings: Settings) -> RootKey:
    """Return the root key of the environment or the file; raises ``KeyFailure``."""
    if settings.root_key is not None:
        return RootKey.from_text(settings.root_key.reveal())
    return RootKey.from_file(settings.key_file)


@contextlib.asynccontextmanager
async def opened(
    settings: Settings, root: RootKey, clock: Clock | None = None
) -> AsyncIterator[tuple[House, Bot]]:
    """Give a house with its database open and a bot with its cogs loaded.

    Raises ``StoreFailure`` and ``KeyFailure``.
    """
    house = House(settings, root, clock)
    try:
        await house.open()
        bot = Bot(house)
        bot.load()
        yield house, bot
    finally:
        await house.close()


@contextlib.asynccontextmanager
async def working(house: House, bot: Bot) -> AsyncIterator[None]:
    """Deliver what is due and run the jobs, for as long as the block lasts."""
    courier, scheduler = Courier(house, bot.draw), Scheduler(house, bot)
    tasks = [asyncio.create_task(courier.run()), asyncio.create_task(scheduler.run())]
    try:
        yield
    finally:
        # What is being sent or deleted is brought to its end; only what hangs is broken off.
        courier.stop()
        scheduler.stop()
        _, hanging = await asyncio.wait(tasks, timeout=_PATIENCE)
        for task in hanging:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        logs.event("bot.stopped")


async def until_stopped(*connections: Coroutine[Any, Any, None]) -> None:
    """Wait for SIGINT or SIGTERM, or until a connection ends; raises what it ended with."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows has none
            loop.add_signal_handler(number, stopped.set)
    tasks = [asyncio.create_task(connection) for connection in connections]
    waiting = asyncio.create_task(stopped.wait())
    done, _ = await asyncio.wait([waiting, *tasks], return_when=asyncio.FIRST_COMPLETED)
    for task in (waiting, *tasks):
        if task not in done:
            task.cancel()
    await asyncio.gather(waiting, *tasks, return_exceptions=True)
    for task in done:
        task.result()
