"""What both ways in are measured by: a command's answer, against Bolt that does nothing."""

from __future__ import annotations

import contextlib
import gc
import statistics
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests import databases
from tests.bench.slack_load import Round, Side, running
from tests.bench.slack_stage import BEFORE, COMEBACK, FIXED, STOCK

_ROUNDS = 3
_CROWDS = {1: 150, 8: 400, 32: 800, 128: 1600}  # at a time, and how many of them in a round
_WHOLE = 4  # the whole bot gets one in so many of these
_RATES = {25: 6, 50: 6, 100: 4, 200: 4}  # commands a second, and seconds of a round
_TIMES_FASTER, _NO_FEWER, _LATE = 20, 0.8, 50
"""The aims: p50 of one at a time and answers a second of 128, against stock Bolt; p99 in ms."""

Figure = Callable[[Round], float]


async def figures(*, socket_mode: bool) -> AsyncIterator[str]:
    """Yield a line a figure; everything is measured in turns."""
    gc.collect()
    gc.freeze()
    gc.disable()  # a pause here would count as the bot's
    try:
        with TemporaryDirectory() as folder:
            async with _sides(Path(folder), socket_mode=socket_mode) as (light, whole):
                await _measure(light, whole)
                for line in _lines(light, whole):
                    yield line
    finally:
        gc.enable()
        gc.unfreeze()
        databases.drop_all()


@contextlib.asynccontextmanager
async def _sides(
    folder: Path, *, socket_mode: bool
) -> AsyncIterator[tuple[list[Side], list[Side]]]:
    """Give what asks no database, stock Bolt first, and the whole bot on each database."""
    light = {"stock Bolt": STOCK, "Bolt, work first": BEFORE, "our adapter": FIXED}
    whole = {"the bot, SQLite": None, "the bot, PostgreSQL": databases.new_postgres()}
    async with contextlib.AsyncExitStack() as stack:
        enter = stack.enter_async_context
        yield (
            [
                await enter(running(name, module, folder, socket_mode=socket_mode))
                for name, module in light.items()
            ],
            [
                await enter(running(name, COMEBACK, folder, socket_mode=socket_mode, database=url))
                for name, url in whole.items()
            ],
        )


async def _measure(light: list[Side], whole: list[Side]) -> None:
    for _ in range(_ROUNDS):
        for at_once, count in _CROWDS.items():
            for side in light:
                await side.crowd(at_once, count)
            for side in whole:
                await side.crowd(at_once, max(count // _WHOLE, 2 * at_once))
    for _ in range(_ROUNDS):
        for rate, seconds in _RATES.items():
            for side in (light[1], *whole):
                await side.arrivals(rate, seconds)


def _lines(light: list[Side], whole: list[Side]) -> Iterator[str]:
    for at_once in _CROWDS:
        yield f"{at_once} at a time"
        for side in (*light, *whole):
            yield f"  {side.name}: {_told(side.at_once[at_once])}"
    yield from _against_bolt(light)
    for side in whole:
        later = sum(one.later for rounds in side.at_once.values() for one in rounds)
        yield f"{side.name}: {later} of these answers came later, after an empty acknowledgment"
        for rate in _RATES:
            bare = _span(light[1].a_second[rate], lambda it: it.mark(99))
            told = _arrivals(side.a_second[rate])
            yield f"{side.name}, {rate}/s: {told}; {light[1].name}: p99 {bare} ms"
    for side in (*light, *whole):
        yield f"{side.name}: {side.growth():.1f} KB more memory an answer, of {side.answered}"


def _told(rounds: list[Round]) -> str:
    p50, p99 = _span(rounds, lambda it: it.mark(50)), _span(rounds, lambda it: it.mark(99))
    speed = _span(rounds, lambda it: it.a_second, 0)
    core = _span(rounds, lambda it: it.core / len(it.delays) * 1000)
    return f"p50 {p50} ms, p99 {p99} ms, {speed}/s, {core} ms of a core each"


def _against_bolt(light: list[Side]) -> Iterator[str]:
    """Yield the two ratios there are aims for, of rounds that followed each other."""
    stock, first, ours = light
    for other, reference in ((stock, f"the aim is {_TIMES_FASTER}"), (first, "for reference")):
        ratios = _ratios(other.at_once[1], ours.at_once[1], lambda it: 1 / it.mark(50))
        yield f"p50 of one at a time, {other.name} through ours: {ratios} ({reference})"
    for other, reference in ((stock, f"the aim is {_NO_FEWER}"), (first, "for reference")):
        for how, figure in (("clock", _a_second), ("core", _a_core)):
            ratios = _ratios(other.at_once[128], ours.at_once[128], figure)
            yield f"128 at a time, ours of {other.name} by the {how}: {ratios} ({reference})"


def _arrivals(rounds: list[Round]) -> str:
    later, count = sum(one.later for one in rounds), sum(len(one.delays) for one in rounds)
    p50, p99 = _span(rounds, lambda it: it.mark(50)), _span(rounds, lambda it: it.mark(99))
    core = _span(rounds, lambda it: it.core / it.seconds, 2)
    held = "holds" if statistics.median(one.mark(99) for one in rounds) < _LATE else "misses"
    return (
        f"p50 {p50} ms, p99 {p99} ms, {later} of {count} answered later, "
        f"{core} of a core; {held} {_LATE} ms"
    )


def _a_second(one: Round) -> float:
    return one.a_second


def _a_core(one: Round) -> float:
    return one.a_core


def _ratios(theirs: list[Round], ours: list[Round], figure: Figure) -> str:
    pairs = zip(theirs, ours, strict=True)
    return _range([figure(mine) / figure(other) for other, mine in pairs], 2)


def _span(rounds: list[Round], figure: Figure, places: int = 1) -> str:
    return _range([figure(one) for one in rounds], places)


def _range(values: Sequence[float], places: int) -> str:
    low, high = min(values), max(values)
    return f"{statistics.median(values):.{places}f} ({low:.{places}f}–{high:.{places}f})"
