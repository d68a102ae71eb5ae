"""A wave of 1,500 direct messages to a Discord that allows 50 requests a second, and no more.

Through the real adapter and the courier, in a process of its own; everybody's channel is known.
The fake counts as Discord does, in seconds that begin with a request, and answers 429 to what is
too much. Five urgent messages are written in the middle of it.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import AsyncIterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from bot.adapters.discord import create, logged_in
from bot.app import Bot
from bot.delivery import Priority
from bot.delivery.courier import Courier
from bot.house import House
from bot.identity import Address
from bot.ui import Card
from bot.words import Ours
from tests import databases
from tests.bench.delivery_stage import ALLOWED, BOTH, Database, Worker
from tests.fakes.discord import FakeDiscord
from tests.fakes.discord.faults import SEND
from tests.fakes.discord.traffic import Request, Traffic

_PEOPLE: Final = 1_500
_URGENT: Final = 5
_EVERY: Final = 4.0  # seconds between two urgent messages
_CARD: Final = Card(title=Ours("Your week"), text=Ours("How did it go? Two questions, a minute."))


class Stopwatch(Traffic):
    """When each message was asked for, in seconds of ``monotonic``."""

    def __init__(self) -> None:
        super().__init__()
        self.all: list[Request] = []
        self.messages: list[tuple[float, Request]] = []

    def request(self, request: Request) -> None:
        """Note the time when its head has been read."""
        self.all.append(request)
        if (request.method, request.template) == SEND:
            self.messages.append((time.monotonic(), request))


async def figures() -> AsyncIterator[str]:
    """Yield two lines a database."""
    with TemporaryDirectory() as folder, ExitStack() as after:
        after.callback(databases.drop_all)
        for name in BOTH:
            async for line in _lines(Database(name, Path(folder))):
                yield f"{name}: {line}"


async def _lines(database: Database) -> AsyncIterator[str]:
    async with FakeDiscord(check=False) as fake:
        fake.traffic = watch = Stopwatch()
        guild = fake.world.add_guild("Second Start")
        people = [fake.person(f"person {number}", guild) for number in range(_PEOPLE + _URGENT)]
        known = {one.id: one.open_dm()["id"] for one in people}
        fake.rates.as_discord()
        settings = {
            "COMEBACK_DISCORD_TOKEN": fake.token,
            "COMEBACK_DISCORD_API_URL": fake.api,
            "COMEBACK_DISCORD_GATEWAY_URL": fake.gateway_url,
        }
        now = datetime.now(UTC).isoformat()
        order = {"at": now, "settings": settings, "guild": guild["id"], "known": known}
        worker = await Worker.start("pace", database.url, **order)
        said = await worker.hear()
        await worker.end()
    arrived = {request.path.split("/")[2]: at for at, request in watch.messages}
    sent = [at for at, request in watch.messages if request.status == 200]
    refused = [one for one in watch.all if one.status == 429]
    waited = [arrived[known[person]] - at for person, at in said["urgent"].items()]
    rate = (len(sent) - 1) / (max(sent) - min(sent))
    yield (
        f"{len(sent)} messages in {max(sent) - min(sent):.1f} s, {rate:.1f}/s, "
        f"{rate / ALLOWED:.1%} of what is allowed; {len(refused)} of {len(watch.all)} requests "
        f"answered 429; {said['busy'] / len(sent) * 1000:.1f} ms of a core each"
    )
    yield (
        f"urgent ones were out after {statistics.median(waited):.2f} s, "
        f"at most {max(waited):.2f} s"
    )


async def paced(house: House, bot: Bot, order: dict[str, Any]) -> dict[str, Any]:
    """Send the wave, in the worker's process; return when urgent ones were written, by person."""
    people = list(order["known"])
    space = await house.identity.space("discord", order["guild"])
    members = {
        one: house.identity.member(Address("discord", order["guild"], one), space)
        for one in people
    }
    async with house.store.transaction():
        for one in people[_URGENT:]:
            await bot.tell(members[one], _CARD, priority=Priority.ROUTINE)
    client = create(house.settings, bot)
    for person, channel in order["known"].items():
        client.platform._doors._open[int(person)] = int(channel)
    written: dict[str, float] = {}
    async with logged_in(client, house.settings, looks_only=True):
        courier, busy = Courier(house, bot.draw), time.process_time()
        running = asyncio.create_task(courier.run())
        for one in people[:_URGENT]:
            await asyncio.sleep(_EVERY)
            written[one] = time.monotonic()
            await bot.tell(members[one], _CARD, priority=Priority.URGENT)
        while (await house.outbox.backlog())[0]:
            await asyncio.sleep(0.25)
        courier.stop()
        await running
        return {"urgent": written, "busy": time.process_time() - busy}
