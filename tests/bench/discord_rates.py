"""Interactions a second on one core through the Discord adapter, against bare discord.py.

Real frames over the gateway of a fake in another process, sixteen under way at a time; both sides
answer with the same card, and are asked in turns. What is compared is the time of a core each
program used, so that other work on the machine cancels.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import statistics
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.bench.discord_stage import BARE, FIXED, SLASH, Program, Stage
from tests.fakes.discord.interactions import COMMAND, COMPONENT, SUBMIT

_ROUNDS = 15
_A_ROUND = 200
_AT_ONCE = 16

_INPUT = {"type": 4, "id": 2, "custom_id": "words", "value": "I sat in that same corridor. " * 6}
_FORM = {
    "custom_id": "fixed.take",
    "components": [{"type": 18, "id": 1, "component": _INPUT}],
}
_PRESS = {"custom_id": "fixed.press", "component_type": 2, "id": 6}
KINDS: dict[str, tuple[int, Any]] = {
    "slash": (COMMAND, SLASH),
    "button": (COMPONENT, _PRESS),
    "form": (SUBMIT, _FORM),
}


@dataclass
class Side:
    """One program, its Discord, and what was measured: rounds by kind."""

    stage: Stage
    program: Program
    cards: dict[str, Any] = field(default_factory=dict)
    a_core: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    a_second: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    busy: list[float] = field(default_factory=list)
    _kinds: dict[str, tuple[bytes, Any]] = field(default_factory=dict)

    async def prepare(self) -> None:
        """Let the fake answer each kind once itself, and keep what it said."""
        for kind, (number, data) in KINDS.items():
            stage, message = self.stage, None
            stage.parrot = None
            if kind == "button":
                message = stage.show(self.cards["slash"])
            await stage.answered(number, stage.ana.id, data, message)
            self.cards[kind] = json.loads(stage.said)["resource"]["message"]["components"]
            self._kinds[kind] = stage.said, stage.frame(number, data, message)
            stage.parrot = stage.said
            await rush(stage, self._kinds[kind][1], 500)

    async def round(self, kind: str) -> None:
        """Measure one kind."""
        self.stage.parrot, make = self._kinds[kind]
        mine, theirs, began = time.process_time(), self.program.seconds(), time.perf_counter()
        await rush(self.stage, make, _A_ROUND)
        seconds, busy = time.perf_counter() - began, time.process_time() - mine
        await asyncio.sleep(0.05)  # the last answers are still being read
        self.a_core[kind].append(_A_ROUND / (self.program.seconds() - theirs))
        self.a_second[kind].append(_A_ROUND / seconds)
        self.busy.append(busy / seconds)


async def rush(stage: Stage, make: Any, count: int) -> None:
    """Send ``count`` frames, each as soon as an earlier one is answered; wait for the last."""
    (session,) = stage.gateway.sessions.values()
    assert session.out is not None
    out, done = session.out, asyncio.Event()
    sent = heard = 0

    def send() -> None:
        nonlocal sent
        out.put_nowait(("send", make(sent)[0]))
        sent += 1

    def hear() -> None:
        nonlocal heard
        heard += 1
        if sent < count:
            send()
        elif heard == count:
            done.set()

    stage.heard = hear
    for _ in range(_AT_ONCE):
        send()
    await asyncio.wait_for(done.wait(), 60)


@contextlib.asynccontextmanager
async def sides(folder: Path) -> AsyncIterator[tuple[Side, Side]]:
    """Give bare discord.py and the adapter, each on its own fake."""
    async with Stage() as one, Stage() as other:
        programs = [
            await Program.start(one, BARE, folder / "bare"),
            await Program.start(other, FIXED, folder / "ours"),
        ]
        try:
            for stage, program in zip((one, other), programs, strict=True):
                await stage.connected()
                await program.ready()
            bare, ours = Side(one, programs[0]), Side(other, programs[1])
            for side in (bare, ours):
                await side.prepare()
            yield bare, ours
        finally:
            for program in programs:
                await program.stop()


async def figures() -> AsyncIterator[str]:
    """Yield a line a kind."""
    with TemporaryDirectory() as folder:
        async with sides(Path(folder)) as (bare, ours):
            for _ in range(_ROUNDS):
                for kind in KINDS:
                    await bare.round(kind)
                    await ours.round(kind)
        for kind in KINDS:
            shapes = [list(_shape(side.cards[kind])) for side in (bare, ours)]
            assert shapes[0] == shapes[1], "the two do not answer the same"
    for kind in KINDS:
        ratios = _ratios(bare.a_core[kind], ours.a_core[kind])
        low, _, high = statistics.quantiles(ratios, n=4)
        clocks = statistics.median(_ratios(bare.a_second[kind], ours.a_second[kind]))
        theirs, mine = (statistics.median(side.a_core[kind]) for side in (bare, ours))
        yield (
            f"{kind}: bare {theirs:.0f}/s, ours {mine:.0f}/s of a core, ratio "
            f"{statistics.median(ratios):.2f} ({low:.2f}–{high:.2f}), "
            f"by the clock {clocks:.2f}"
        )
    busy = statistics.median(bare.busy + ours.busy)
    yield f"the fake was busy {busy:.0%} of the time, in its own process"


def _shape(components: Any) -> Iterator[tuple[Any, ...]]:
    """Yield what components are and say, without the marks of headings and small print."""
    for one in components:
        yield one["type"], one.get("custom_id"), (one.get("content") or "").lstrip("#- ")
        yield from _shape(one.get("components", ()))


def _ratios(bare: list[float], ours: list[float]) -> list[float]:
    return sorted(mine / theirs for theirs, mine in zip(bare, ours, strict=True))
