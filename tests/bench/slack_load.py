"""Programs under load on Slack: so many commands at a time, or so many a second."""

from __future__ import annotations

import asyncio
import contextlib
import random
import statistics
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.slack_stage import Program, Stage
from tests.bench.slack_ways import Made, Post, Way

_PATIENCE = 180  # seconds for a round


@dataclass(frozen=True, slots=True)
class Round:
    """What a round took: milliseconds of each answer, and seconds by the clock and of a core.

    ``later`` counts acknowledgments that held no answer: those of Bolt never do, the bot's only
    when it took longer than the bot lets Slack wait.
    """

    delays: list[float]
    seconds: float
    core: float
    later: int

    @property
    def a_second(self) -> float:
        """Return the answers a second."""
        return len(self.delays) / self.seconds

    @property
    def a_core(self) -> float:
        """Return the answers in a second of a core."""
        return len(self.delays) / self.core

    def mark(self, hundredth: int) -> float:
        """Return the delay that so many of a hundred do not exceed."""
        return statistics.quantiles(self.delays, n=100)[hundredth - 1]


@dataclass
class Side:
    """One program on a Slack of its own, and what was measured of it."""

    name: str
    stage: Stage
    program: Program
    way: Way
    at_once: dict[int, list[Round]] = field(default_factory=lambda: defaultdict(list))
    a_second: dict[int, list[Round]] = field(default_factory=lambda: defaultdict(list))
    answered: int = 0
    megabytes: float = 0.0

    async def prepare(self) -> None:
        """Let it answer for the first time, and some times more."""
        await self.program.said("bot.started")
        await asyncio.sleep(0.2)  # the log says so just before the port is open
        await self.way.open()
        await self._measured(await self._made(300), at_once=16)
        await self.program.calm()
        self.answered, self.megabytes = 0, self.program.megabytes()

    async def crowd(self, at_once: int, count: int) -> None:
        """Measure with ``at_once`` people who each wait for their answer before the next."""
        self.at_once[at_once].append(await self._measured(await self._made(count), at_once))

    async def arrivals(self, rate: int, seconds: int) -> None:
        """Measure with people who come when they like, ``rate`` of them a second."""
        made = await self._made(rate * seconds)
        await self.program.calm()
        self.a_second[rate].append(await self._measured(made, rate=rate))

    def growth(self) -> float:
        """Return the kilobytes its memory has grown by an answer."""
        return (self.program.megabytes() - self.megabytes) * 1024 / self.answered

    async def _made(self, count: int) -> list[Made]:
        return [self.way.make(payload) for payload in await self.stage.commands(count)]

    async def _measured(self, made: Sequence[Made], at_once: int = 0, rate: int = 0) -> Round:
        empty, used, began = self.way.empty, self.program.seconds(), time.perf_counter()
        async with asyncio.timeout(_PATIENCE):
            work = rush(self.way, made, at_once) if at_once else come(self.way, made, rate)
            delays = await work
        seconds = time.perf_counter() - began
        self.answered += len(made)
        core = self.program.seconds() - used
        return Round(delays, seconds, core, self.way.empty - empty)


async def rush(way: Way, made: Sequence[Made], at_once: int) -> list[float]:
    """Send everything, ``at_once`` at a time; return what each took."""
    left, delays = iter(made), []

    async def one() -> None:
        for request in left:
            delays.append(await way.ask(request))

    await asyncio.gather(*(one() for _ in range(at_once)))
    return delays


async def come(way: Way, made: Sequence[Made], rate: int) -> list[float]:
    """Send everything at times nobody waits for (Poisson); return what each took."""
    times, tasks = random.Random(7), []  # noqa: S311  the same each time
    loop = asyncio.get_running_loop()
    due = loop.time()
    for request in made:
        due += times.expovariate(rate)
        if due > loop.time():
            await asyncio.sleep(due - loop.time())
        tasks.append(asyncio.create_task(way.ask(request)))
    return await asyncio.gather(*tasks)


@contextlib.asynccontextmanager
async def running(
    name: str,
    module: tuple[str, ...],
    folder: Path,
    *,
    socket_mode: bool,
    database: str | None = None,
) -> AsyncIterator[Side]:
    """Give a program that was started and has warmed up."""
    async with Stage() as stage:
        program = await Program.on(
            stage, module, folder / name, socket_mode=socket_mode, database=database
        )
        way = stage.line if socket_mode else Post(stage, program.port)
        try:
            side = Side(name, stage, program, way)
            await side.prepare()
            yield side
        finally:
            way.close()
            await program.stop()
