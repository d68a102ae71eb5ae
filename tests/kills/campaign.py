"""Weeks of messages while the bot is killed again and again, and the count of what arrived."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from tests.kills.lives import Life, Lives
from tests.kills.points import OFTEN, POINTS
from tests.kills.stages import Stage
from tests.kills.work import Plan, Work

_FIRST: Final = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
"""A Saturday: on Sunday evening the Monday begins in Auckland."""
_KEY: Final = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"
_PLANNING: Final = ("before", "commit", "after")
_LEASE: Final = 61.0  # seconds, just longer than a claim lasts


@dataclass
class Tally:
    """What happened, in lives, kills and messages."""

    lives: int = 0
    kills: int = 0
    points: Counter[str] = field(default_factory=Counter)
    messages: int = 0
    lost: set[str] = field(default_factory=set)
    twice: set[str] = field(default_factory=set)
    unsure: int = 0
    """Posts in rooms where nobody can tell whether they are there, and that are not."""
    after_a_kill: int = 0
    """Lives that found the write-ahead log of one that was killed."""


class Campaign:
    """One database, one platform, and one life of the bot after another."""

    def __init__(
        self, url: str, folder: Path, stage: Stage, lives: Lives, plan: Plan, seed: int
    ) -> None:
        self.url, self.folder, self.stage, self.lives, self.plan = url, folder, stage, lives, plan
        self.tally = Tally()
        self._chance = random.Random(seed)  # noqa: S311 - no secret
        self._chosen = list(plan.chosen)
        self._ahead = 0.0
        self._weeks = 0
        self._waiting = 0
        self._work = Work(url, folder, stage, plan, seed)

    def environment(self) -> dict[str, str]:
        """Return what every life is told."""
        where = {"COMEBACK_DATABASE_URL": self.url, "COMEBACK_FOLDER": str(self.folder)}
        return where | {"COMEBACK_ROOT_KEY": _KEY} | self.stage.environment()

    @property
    def now(self) -> datetime:
        """The instant it is for the bot and the platform."""
        return datetime.now(UTC) + timedelta(seconds=self._ahead)

    async def run(self) -> Tally:
        """Go on for as many weeks as it takes; what is lost or came twice is in the tally."""
        await self.stage.start(self.plan.people)
        try:
            self._set(_FIRST - timedelta(hours=1))
            await self._work.begin(self.now)
            assert await self._round(dying=False) == 0, self.lives.log_end()
            while not self._is_over():
                await self._week()
        finally:
            await self.stage.be_well()
            await self.stage.stop()
        return self.tally

    def _is_over(self) -> bool:
        if self.plan.weeks is not None:
            return self._weeks >= self.plan.weeks
        return self.tally.kills >= self.plan.kills

    async def _week(self) -> None:
        saturday = _FIRST + self._weeks * timedelta(days=7)
        self._weeks += 1
        await self._work.prepare(saturday)
        if self.plan.weeks is None:
            # The first lives of a week have most to plan.
            self._chosen = [f"plan.{when}:{self._chance.randint(1, 3)}" for when in _PLANNING]
        late = self.plan.late or self._weeks % 2 == 1
        self._set(saturday + (timedelta(days=2, hours=8) if late else timedelta(days=1, hours=3)))
        end = saturday + timedelta(days=4)
        waiting: int | None = None
        # What is for a closed inbox may still wait in the end.
        while waiting is None or (self.now < end and not (late and waiting == 0)):
            waiting = await self._round(dying=self.tally.kills < self.plan.kills)
        await self._work.reopen(self.now)
        for _ in range(20):
            if await self._round(dying=False) == 0:
                break
        await self._count()

    def _set(self, at: datetime) -> None:
        self._ahead = (at - datetime.now(UTC)).total_seconds()

    async def _round(self, *, dying: bool) -> int | None:
        """Let lives begin and end; return how many rows wait, nothing where none was at rest."""
        self.stage.set_clock(self._ahead)
        if dying:
            self.stage.go_wrong(self._chance)
        if (self.folder / "comeback.db-wal").exists():
            self.tally.after_a_kill += 1
        together = self.plan.processes if dying else 1
        begun = [await self._begin(dying=dying) for _ in range(together)]
        for life, delay in begun:
            if delay is None or not await life.until("works", "rests"):
                continue
            if not await life.until("rests", seconds=delay):
                life.point = life.point or "at random"
                life.kill()
        for life, _ in begun:
            await life.until("rests")
        for life, _ in begun:
            life.kill()
            await self.lives.ended(life)
            self.tally.lives += 1
            if life.point:
                self.tally.kills += 1
                self.tally.points[life.point] += 1
        await self.stage.be_well()
        rested = [life for life, _ in begun if life.rested and not life.point]
        self._jump(rested, dying=dying)
        return max((life.waiting for life in rested), default=None)

    async def _begin(self, *, dying: bool) -> tuple[Life, float | None]:
        """Begin a life; return it, and after how many seconds it is to be killed, if it is."""
        die: str | None = None
        delay: float | None = None
        rate: float | None = 1000.0
        if dying and self._chosen:
            die = self._chosen.pop(0)
        elif dying and self._chance.random() < 0.2:
            delay = self._chance.uniform(0.0, 0.25)
        elif dying:
            # At a point that may be rare, or else at one that every message passes, mostly early:
            # then there is something left to do for many more lives.
            often = f"{self._chance.choice(OFTEN)}:{2 + int(self._chance.expovariate(0.15))}"
            seldom = sorted(POINTS, key=lambda point: self.tally.points[point])[:12]
            die = f"{self._chance.choice(seldom)},{often}"
        if die and die.startswith("put_back"):
            rate = 3.0
        elif dying and self._chance.random() < 0.2:
            rate = None
        life = await self.lives.begin(
            self.environment(),
            ahead=self._ahead,
            die=die,
            rate=rate,
            batch=self._chance.choice((5, 500)),
        )
        return life, delay

    def _jump(self, rested: list[Life], *, dying: bool) -> None:
        """Let time pass: till a lease is over, or till something is due."""
        step = self._chance.choice((_LEASE, _LEASE, 200.0, 1000.0))
        if rested:
            due = [life.next_due for life in rested if life.next_due is not None]
            soonest = min(due, default=self.now + timedelta(hours=12))
            step = max((soonest - self.now).total_seconds() + 10.0, _LEASE)
            # What is asked for each hour, as whether an inbox is open again, is not waited for.
            waiting = max(life.waiting for life in rested)
            if waiting == self._waiting:
                step = max(step, 4 * 3600.0)
            self._waiting = waiting
            step = min(step, 12 * 3600.0)
            if self.plan.weeks is not None and not dying:
                step = 25 * 3600.0  # nudges come a day later
        self._ahead += step

    async def _count(self) -> None:
        found = self.stage.found()
        known = self._work.expected | self._work.maybe
        lost, twice = self._work.notes()
        lost += sorted(mark for mark in self._work.expected if not found[mark])
        lost += await self._work.left(self.now)
        twice += sorted(mark for mark in found if found[mark] > 1 or mark not in known)
        self.tally.messages = found.total()
        self.tally.unsure = sum(1 for mark in self._work.maybe if not found[mark])
        self.tally.lost |= set(lost)
        self.tally.twice |= set(twice)
