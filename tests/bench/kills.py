"""The bot is killed again and again, on both databases and both platforms: late, never twice.

``python -m tests.bench kills 200`` for fewer kills than a thousand, over all of them together.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bot import logs
from tests import databases
from tests.kills.campaign import Campaign, Tally
from tests.kills.lives import Lives, Nursery
from tests.kills.points import POINTS
from tests.kills.stages import OnDiscord, OnSlack, Stage
from tests.kills.work import Plan

_KILLS = 1000
_WAYS: tuple[tuple[str, type[Stage], int], ...] = (
    ("SQLite", OnDiscord, 1),
    ("SQLite", OnSlack, 1),
    ("PostgreSQL", OnDiscord, 1),
    ("PostgreSQL", OnSlack, 1),
    ("PostgreSQL", OnDiscord, 2),
)
_SEED = 1000


async def figures() -> AsyncIterator[str]:
    """Yield a few lines for each database, platform and number of processes."""
    logs.configure("ERROR")
    kills = next((int(word) for word in sys.argv if word.isdecimal()), _KILLS)
    nursery = Nursery()
    try:
        for number, (database, platform, processes) in enumerate(_WAYS):
            stage, plan = platform(), Plan(-(-kills // len(_WAYS)), 40, 40, 8, processes)
            seed = _SEED + number
            with TemporaryDirectory() as folder:
                is_sqlite = database == "SQLite"
                make = (
                    databases.new_sqlite(Path(folder)) if is_sqlite else databases.new_postgres()
                )
                async with Lives(nursery).here() as lives:
                    campaign = Campaign(make, Path(folder), stage, lives, plan, seed)
                    tally = await campaign.run()
            both = " by two processes" if processes > 1 else ""
            for line in _told(tally, stage.met):
                yield f"{database}, {stage.name}{both}, seed {seed}: {line}"
    finally:
        nursery.close()
        databases.drop_all()


def _told(tally: Tally, met: Counter[str]) -> list[str]:
    at_random = tally.points["at random"]
    hit = [point for point in POINTS if tally.points[point]]
    missed = " ".join(point for point in POINTS if not tally.points[point]) or "none"
    faults = ", ".join(f"{name} {count}" for name, count in sorted(met.items()))
    lines = [
        f"{tally.kills} kills ({at_random} at random), {tally.lives} lives, "
        f"{tally.messages} messages: {len(tally.lost)} lost, {len(tally.twice)} twice",
        f"{len(hit)} of {len(POINTS)} points hit, not: {missed}",
        f"met on the way: {faults}",
    ]
    if tally.unsure:
        lines.append(f"posts in rooms, where it cannot look: {tally.unsure} not there")
    return (
        lines + [f"LOST {mark}" for mark in tally.lost] + [f"TWICE {mark}" for mark in tally.twice]
    )
