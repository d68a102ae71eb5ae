"""``python -m tests.drawing [FOLDER]``: draw the pictures of the README anew."""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from pathlib import Path

from tests.drawing import slack_walk
from tests.drawing.shots import shoot
from tests.drawing.walk import HERE, walk


async def draw(folder: Path) -> None:
    """Draw every picture into a folder."""
    names = ("/usr/bin/chromium", "chromium", "chromium-browser", "google-chrome")
    chromium = next((path for path in map(shutil.which, names) if path), None)
    if chromium is None:
        sys.exit("There is no Chromium here to draw with.")
    folder.mkdir(parents=True, exist_ok=True)
    for way in (walk, slack_walk.walk):
        with tempfile.TemporaryDirectory() as home:
            pages = way(f"sqlite:///{home}/comeback.db", Path(home))
            async for path in shoot(pages, folder, chromium):
                sys.stdout.write(f"{path} {path.stat().st_size // 1024} KB\n")


asyncio.run(draw(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "deploy" / "pictures"))
