"""Memory of the bot on Slack in Socket Mode, and its start, against Bolt that does nothing."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.slack_stage import BEFORE, COMEBACK, WORD, Program, Stage

_STARTS = 3
_IDLE = 3  # seconds after which it does nothing any more
_AIM = 90  # megabytes


async def figures() -> AsyncIterator[str]:
    """Yield a line a start."""
    async with Stage() as stage:
        with TemporaryDirectory() as name:
            folder = Path(name)
            for number in range(_STARTS):
                yield f"Bolt alone: {await _start(stage, BEFORE, folder / 'bare')}"
                which = f"start {number + 1}" if number else "first start, its database made"
                aim = f"; the aim is {_AIM} MB" if number else ""
                yield f"the bot, {which}: {await _start(stage, COMEBACK, folder / 'ours')}{aim}"


async def _start(stage: Stage, module: tuple[str, ...], folder: Path) -> str:
    """Start a program and end it; say how long it took to be ready and how large it is then."""
    began = time.perf_counter()
    program = await Program.on(stage, module, folder, socket_mode=True)
    try:
        answering = asyncio.create_task(_answered(stage))
        await program.said("slack.ready")
        ready = time.perf_counter() - began
        answer = await answering - began
        await asyncio.sleep(_IDLE)
        return (
            f"ready after {ready:.2f} s, first answer after {answer:.2f} s, "
            f"{program.megabytes():.0f} MB when idle"
        )
    finally:
        await program.stop()
        await stage.until(lambda: not stage.line.connections)


async def _answered(stage: Stage) -> float:
    """Use the command as soon as the bot is there; return when the answer came."""
    await stage.line.open()
    outcome = await stage.ana.use(stage.support, WORD)
    assert outcome.acked, outcome
    return time.perf_counter()
