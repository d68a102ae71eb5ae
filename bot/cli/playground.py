"""``comeback demo``: the playground, with nothing to set up."""

from __future__ import annotations

import dataclasses
import os
import shutil
import webbrowser
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import click

from bot import logs
from bot.cli.terminal import app, carry_out, read_settings, stop
from bot.identity import RootKey
from bot.settings import Settings


@app.command()
@click.option("--folder", type=click.Path(path_type=Path), help="Where the playground is kept.")
@click.option(
    "--port", type=click.IntRange(1, 65_535), default=8000, help="The first port to try."
)
@click.option("--fresh", is_flag=True, help="Start over with an empty playground.")
@click.option("--browser/--no-browser", default=True, help="Open the page if there is a browser.")
def demo(folder: Path | None, port: int, *, fresh: bool, browser: bool) -> None:
    """Open the playground: a page with four people to be. No token, no account."""
    settings = read_settings()
    if not os.environ.get("COMEBACK_LOG_LEVEL"):
        logs.configure("WARNING", plain=True)
    home = folder or settings.folder / "demo"
    if fresh:
        _empty(home)
    values: dict[str, Any] = {"folder": home, "database_url": None, "root_key": None}
    # Short waits, so that one sees what happens; the clock on the page moves the rest.
    values |= {"root_key_file": None, "news_after_seconds": 5, "nods_after_seconds": 20}
    carry_out(_demo(dataclasses.replace(settings, **values), port, browser=browser))


async def _demo(settings: Settings, port: int, *, browser: bool) -> None:
    from bot.adapters.web import Playground
    from bot.running import opened, until_stopped, working
    from bot.store.alone import alone

    has_key = settings.key_file.exists()
    root = RootKey.from_file(settings.key_file) if has_key else RootKey.make(settings.key_file)
    async with opened(settings, root) as (house, bot), AsyncExitStack() as leaving:
        leaving.enter_context(alone(house.store))
        playground = Playground(house, bot, settings.folder)
        address = await playground.start(port)
        try:
            async with working(house, bot):
                click.echo(f"The playground is open at {address} (Ctrl-C closes it).")
                if browser and _has_browser():
                    webbrowser.open(address)
                await until_stopped()
        finally:
            await playground.stop()


def _has_browser() -> bool:
    """Say whether opening a page would show one: not over SSH, not in a container."""
    if os.name == "posix" and os.uname().sysname == "Linux":
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def _empty(home: Path) -> None:
    """Delete an earlier playground, and nothing that is not one."""
    if home.exists() and not (home / "playground.db").exists() and any(home.iterdir()):
        stop(f"{home} holds something that is not a playground; it is left alone.")
    shutil.rmtree(home, ignore_errors=True)
