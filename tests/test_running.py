"""The parts together: jobs, health, logs."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import warnings
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot import health, logs
from bot.adapters.memory import Memory, Refused
from bot.app import Bot
from bot.clock import StoppedClock, wait
from bot.cog import Cog, action, every
from bot.context import Context
from bot.health import Health
from bot.house import House
from bot.running import working
from bot.scheduling import Scheduler
from bot.ui import Card
from bot.words import Ours
from cogs.share.words import Rejection
from tests.houses import MONDAY, open_house


@pytest.fixture
async def opened(sqlite_url: str, tmp_path: Path) -> AsyncIterator[tuple[House, Bot]]:
    """Give an open house."""
    house, bot = await open_house(sqlite_url, tmp_path, COMEBACK_PORT="0")
    yield house, bot
    await house.close()


class Ticking(Cog, name="ticking"):
    """Counts how often it was called, and fails when told to."""

    ticks = 0
    fails = False

    @every(hours=2)
    async def tick(self) -> None:
        """Count."""
        self.ticks += 1
        if self.fails:
            raise ZeroDivisionError


async def test_a_job_comes_again_after_its_interval(opened: tuple[House, Bot]) -> None:
    house, bot = opened
    ticking = Ticking(bot)
    bot.add(ticking)
    scheduler = Scheduler(house, bot)
    for _ in range(3):
        await scheduler.round()
    assert ticking.ticks == 1
    house.clock.move(timedelta(hours=2))
    await scheduler.round()
    assert ticking.ticks == 2
    house.clock.move(timedelta(days=-2))
    await scheduler.round()
    assert ticking.ticks == 3


@pytest.mark.faults
async def test_a_job_that_fails_comes_again(
    opened: tuple[House, Bot], log_lines: io.StringIO
) -> None:
    house, bot = opened
    ticking = Ticking(bot)
    ticking.fails = True
    bot.add(ticking)
    async with working(house, bot):
        while ticking.ticks < 1:
            await asyncio.sleep(0.01)
        house.clock.move(timedelta(hours=3))
        while ticking.ticks < 2:
            await asyncio.sleep(0.01)
    assert "job.failed" in log_lines.getvalue()


async def test_health_and_readiness_are_told_apart(
    opened: tuple[House, Bot], monkeypatch: pytest.MonkeyPatch
) -> None:
    house, _ = opened
    served = Health(house)
    await served.start()
    assert await health.ask("127.0.0.1", served.port)
    async with ClientSession() as session:
        base = f"http://127.0.0.1:{served.port}"
        async with session.get(f"{base}/ready") as answer:
            assert answer.status == 200
        async with session.get(f"{base}/metrics") as answer:
            assert "comeback_slack_refused_total" in await answer.text()
        monkeypatch.setattr(house.store, "reading", None)
        async with session.get(f"{base}/ready") as answer:
            assert answer.status == 503
    await served.stop()
    assert not await health.ask("127.0.0.1", served.port)


@pytest.mark.faults
def test_logs_keep_to_the_allowed_fields(log_lines: io.StringIO) -> None:
    logs.event("something", row="r1", text="canary", member="canary", name="canary")
    logging.getLogger("some.library").warning("said %s", "canary")
    try:
        raise ValueError("canary")
    except ValueError as raised:
        logs.fault("broken", raised, row="r2")
        logging.getLogger("some.library").exception("canary")
    lines = [json.loads(line) for line in log_lines.getvalue().splitlines()]
    assert "canary" not in log_lines.getvalue()
    # A thread of an earlier test may still have something to say.
    lines = [line for line in lines if line.get("logger") in (None, "some.library")]
    assert [line["event"] for line in lines] == ["something", "library", "broken", "library"]
    assert all(set(line) <= logs.FIELDS for line in lines)
    assert "ValueError" in lines[2]["raised"]
    assert "test_running.py" in lines[3]["where"]


class Strict(Cog, name="strict"):
    """Does what no platform allows."""

    @action
    async def late(self, ctx: Context) -> None:
        """Open a form after an answer."""
        await ctx.reply(Card(text=Ours("first")))
        await ctx.ask(Rejection(), self.again)

    @action
    async def again(self, ctx: Context, form: Rejection) -> None:
        """Open a form as the answer to a form."""
        await ctx.ask(Rejection(), self.again)

    @action
    async def slow(self, ctx: Context) -> None:
        """Open a form after the platform was told to wait."""
        await asyncio.sleep(0.05)
        await ctx.ask(Rejection(), self.again)


@pytest.mark.faults
@pytest.mark.parametrize("call", ["strict.late", "strict.again", "strict.slow"])
async def test_the_transcript_is_as_strict_as_the_platforms(
    opened: tuple[House, Bot], log_lines: io.StringIO, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    monkeypatch.setattr("bot.adapters.memory.DEFER_AFTER", 0.01)
    house, bot = opened
    bot.add(Strict(bot))
    platform = Memory(house, bot)
    typed = {"happened": "They said no.", "stage": "final", "need": "listen"}
    form = typed if call == "strict.again" else None
    await platform.event("ana", call, form=form)
    assert platform.forms == {}
    assert Refused.__qualname__ in log_lines.getvalue()
    assert "Something broke on our side" in platform.messages[-1].card.text


async def test_a_stopped_clock_moves_only_by_hand() -> None:
    clock = StoppedClock(MONDAY)
    assert clock.now() == MONDAY
    clock.move(timedelta(days=1))
    assert clock.today() == MONDAY.date() + timedelta(days=1)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        await wait(asyncio.Event(), 0.01)
