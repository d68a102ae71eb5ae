"""From the gateway's frame to the callback with the database, at 25 and 200 interactions a second.

The real program and SQLite on disk, half ``/comeback`` and half first nods, each by another
person, at times nobody waits for (Poisson). Bare discord.py at the same rate shows what of it is
the fake and the machine; what the program uses of a core shows which rate it can hold at all.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import itertools
import random
import statistics
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.bench.discord_stage import BARE, COMEBACK, SLASH, Program, Stage
from tests.fakes.discord import Outcome, Person, Shown
from tests.fakes.discord.interactions import COMMAND, COMPONENT, Interaction
from tests.fakes.discord.permissions import MANAGE_GUILD

_RATES = {25: 8, 200: 4}  # interactions a second, and seconds of a round
_ROUNDS = 2
_AIM = 25  # milliseconds
_TYPED = {"happened": "They said somebody else had more years.", "feeling": "hollow"}
_TYPED |= {"stage": "final", "need": "listen", "field": "design"}
_KINDS = ("/comeback", "a nod")


class Crowd:
    """Somebody new for every thing that is done, and what there is to do."""

    def __init__(self, stage: Stage, program: Program, share: Shown) -> None:
        self.stage, self.program, self.share = stage, program, share
        nods = [one.custom_id for one in share.buttons if one.custom_id.startswith("nod.")]
        self._nods = itertools.cycle(nods)
        self._things = random.Random(7)  # noqa: S311  the same each time
        self._people = itertools.count()
        self.begin()

    def begin(self) -> None:
        """Forget what was measured."""
        self.delays: dict[str, list[float]] = {kind: [] for kind in _KINDS}
        self.core_ms: list[float] = []

    @property
    def every(self) -> list[float]:
        """Return the delays of all kinds."""
        return [delay for delays in self.delays.values() for delay in delays]

    async def round(self, rate: int, seconds: int) -> None:
        """Let people come for a while, note how long each waited, and wait for calm."""
        people = [self._newcomer() for _ in range(rate * seconds)]
        before = self.program.seconds()
        loop = asyncio.get_running_loop()
        due = loop.time()
        tasks: dict[str, list[asyncio.Task[Interaction]]] = {kind: [] for kind in _KINDS}
        for person in people:
            due += self._things.expovariate(rate)
            if due > loop.time():
                await asyncio.sleep(due - loop.time())
            kind = self._things.choice(_KINDS)
            tasks[kind].append(asyncio.create_task(self._do(kind, person)))
        for kind, under_way in tasks.items():
            done = await asyncio.gather(*under_way)
            self.delays[kind] += self.stage.stopwatch.delays([one.token for one in done])
        await self.program.calm()
        self.core_ms.append((self.program.seconds() - before) / len(people) * 1000)

    def _newcomer(self) -> str:
        return self.stage.person(f"person-{next(self._people)}", self.stage.guild).id

    async def _do(self, kind: str, person: str) -> Interaction:
        if kind == "/comeback":
            return await self.stage.answered(COMMAND, person, SLASH)
        data = {"component_type": 2, "custom_id": next(self._nods), "id": 9}
        return await self.stage.answered(COMPONENT, person, data, self.share.raw)


async def figures() -> AsyncIterator[str]:
    """Yield a line a rate and kind."""
    gc.collect()
    gc.freeze()
    gc.disable()  # a pause of the fake would count as the bot's
    try:
        with TemporaryDirectory() as folder:
            async with _crowds(Path(folder)) as (bare, ours):
                for rate, seconds in _RATES.items():
                    for crowd in (bare, ours):
                        crowd.begin()
                    for _ in range(_ROUNDS):
                        await bare.round(rate, seconds)
                        await ours.round(rate, seconds)
                    for line in _lines(rate, bare, ours):
                        yield line
    finally:
        gc.enable()
        gc.unfreeze()


def _lines(rate: int, bare: Crowd, ours: Crowd) -> Iterator[str]:
    late = sum(delay >= 3000 for delay in ours.every)
    aim = f"the aim is {_AIM} ms" if rate == max(_RATES) else f"{len(ours.every)} in all"
    yield f"{rate}/s: {_told(ours.every)}, bare {_told(bare.every)}; {late} too late, {aim}"
    for kind in _KINDS:
        yield f"  {kind}: {_told(ours.delays[kind])}, bare {_told(bare.delays[kind])}"
    mine, theirs = (statistics.mean(crowd.core_ms) for crowd in (ours, bare))
    yield f"  {mine:.1f} ms of a core each (bare {theirs:.1f}), so at most {1000 / mine:.0f}/s"


@contextlib.asynccontextmanager
async def _crowds(folder: Path) -> AsyncIterator[tuple[Crowd, Crowd]]:
    """Give people before bare discord.py and before the bot, each on its own fake."""
    async with Stage() as one, Stage() as other:
        bare = await Program.start(one, BARE, folder / "bare")
        ours = await Program.start(other, COMEBACK, folder / "ours")
        try:
            share = await _shared(other)
            await one.connected()
            one.show(share.raw["components"])
            alike = one.ana.messages(one.support)[-1]
            yield Crowd(one, bare, alike), Crowd(other, ours, share)
        finally:
            await bare.stop()
            await ours.stop()


def _told(delays: list[float]) -> str:
    marks = statistics.quantiles(delays, n=100)
    return f"p50 {marks[49]:.1f} ms, p99 {marks[98]:.1f} ms"


async def _shared(stage: Stage) -> Shown:
    """Set the server up and post a share, as people do; return it as it stands in the room."""
    world = stage.world
    role = world.add_role(stage.guild, "moderators", MANAGE_GUILD)
    room = world.add_channel(stage.guild, "moderators", only=[role, world.bot])
    mo = stage.person("mo", stage.guild, roles=[role])
    await stage.connected()
    await mo.use(stage.support, "support set-up")
    await mo.submit(support=stage.support["id"], moderators=room["id"])
    ana = stage.ana
    await ana.use(stage.support, "rejection")
    await ana.submit(**_TYPED)
    await stage.until(lambda: _with(ana, stage.support, "Post now"))
    await _press(ana, stage.support, "Post now")
    found = await stage.until(lambda: _with(mo, stage.support, "not alone"))
    assert isinstance(found, Shown)
    return found


async def _press(person: Person, channel: Any, label: str) -> Outcome:
    shown = _with(person, channel, label)
    assert shown is not None
    button = next(one for one in shown.buttons if label in one.label)
    return await person.press(shown, button.custom_id)


def _with(person: Person, channel: Any, label: str) -> Shown | None:
    """Return the message that has a button with this label."""
    has: Callable[[Shown], bool] = lambda shown: any(label in it.label for it in shown.buttons)  # noqa: E731
    return next(filter(has, person.messages(channel)), None)
