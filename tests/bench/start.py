"""Time to ready and memory of the bot, against a process that only imports its libraries."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path
from tempfile import TemporaryDirectory

_LIBRARIES = "import aiohttp.web, sqlalchemy.ext.asyncio, aiosqlite, jinja2, cryptography"
_BARE = f"{_LIBRARIES}; print('ready', flush=True); import time; time.sleep(60)"


async def figures() -> AsyncIterator[str]:
    """Yield a line a start."""
    bare_seconds, bare_size = await _start([sys.executable, "-c", _BARE])
    yield f"its libraries alone: ready after {bare_seconds:.2f} s, {bare_size:.0f} MB"
    with TemporaryDirectory() as folder:
        demo = [sys.executable, "-m", "bot", "demo", "--no-browser", "--folder", folder]
        for which in ("first start, database made and seeded", "second start"):
            seconds, size = await _start(demo)
            ratios = f"ratios {seconds / bare_seconds:.1f} and {size / bare_size:.1f}"
            yield f"the playground, {which}: ready after {seconds:.2f} s, {size:.0f} MB, {ratios}"


async def _start(command: list[str]) -> tuple[float, float]:
    """Start a program; return the seconds to its first line and its memory in MB then."""
    began = time.perf_counter()
    environment = os.environ | {"COMEBACK_LOG_LEVEL": "ERROR"}
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, env=environment
    )
    assert process.stdout is not None
    line = await process.stdout.readline()
    seconds = time.perf_counter() - began
    assert line, "it ended before it was ready"
    await asyncio.sleep(1)
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{process.pid}/status").read_text("utf-8"))
    process.terminate()
    await process.wait()
    return seconds, int(found.group(1)) / 1024 if found else float("nan")
