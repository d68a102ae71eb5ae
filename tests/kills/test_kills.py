"""Killed at every point of planning, sending and marking, everything arrives once.

``python -m tests.bench kills`` does it a thousand times.
"""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest

from tests import databases
from tests.kills.campaign import Campaign, Tally
from tests.kills.lives import Lives
from tests.kills.points import POINTS
from tests.kills.stages import OnDiscord, OnSlack, Stage
from tests.kills.work import Plan

SEED = 20261123
STAGES = {"discord": OnDiscord, "slack": OnSlack}
TURNS = {("sqlite", "discord"): 0, ("postgresql", "slack"): 1}
TURNS |= {("sqlite", "slack"): 2, ("postgresql", "discord"): 3}
"""Each point has its turn in one of them; `make bench` has all points in all of them."""


async def held(url: str, folder: Path, stage: Stage, lives: Lives, plan: Plan, seed: int) -> Tally:
    """Hold a campaign; what is lost or came twice fails the test, with the seed."""
    campaign = Campaign(url, folder, stage, lives, plan, seed)
    tally = await campaign.run()
    assert (tally.lost, tally.twice) == (set(), set()), f"seed {seed}, {tally}\n{lives.log_end()}"
    assert tally.kills, f"seed {seed}: nobody was killed"
    return tally


@pytest.mark.parametrize("platform", STAGES)
async def test_whoever_is_killed_anywhere_loses_nothing_and_repeats_nothing(
    database_url: str, tmp_path: Path, lives: Lives, platform: str
) -> None:
    turn = TURNS[database_url.partition(":")[0], platform]
    # Where a point is not reached there is another, so that something is left for the next life.
    chosen = tuple(f"{point},request.before:6" for point in POINTS[turn :: len(TURNS)])
    plan = Plan(len(chosen), people=6, tells=9, posts=2, weeks=1, late=True, chosen=chosen)
    tally = await held(database_url, tmp_path, STAGES[platform](), lives, plan, SEED)
    assert tally.after_a_kill > 0 or turn % 2, "the log of whoever was killed stays"


async def test_two_processes_that_are_killed_lose_nothing_and_repeat_nothing(
    tmp_path: Path, lives: Lives
) -> None:
    plan = Plan(10, people=6, tells=9, posts=2, processes=2, weeks=1, late=True)
    await held(databases.new_postgres(), tmp_path, OnDiscord(), lives, plan, SEED)


async def test_a_second_process_on_sqlite_says_so_and_ends(
    sqlite_url: str, tmp_path: Path, lives: Lives
) -> None:
    stage = OnDiscord()
    await stage.start(0)
    campaign = Campaign(sqlite_url, tmp_path, stage, lives, Plan(0), SEED)
    environment = campaign.environment()
    first = await lives.begin(environment, ahead=0.0)
    await first.until("works")
    second = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "run",
        env=os.environ | environment | {"COMEBACK_PORT": "0"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    _, said = await second.communicate()
    assert second.returncode == 2
    assert "another Comeback is running on" in said.decode()
    first.kill()
    await lives.ended(first)
    third = await lives.begin(environment, ahead=0.0)
    assert await third.until("works")
    assert "works" in third.words, "the lock goes with the process that was killed"
    await stage.stop()
