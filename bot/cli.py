"""``comeback …``: the commands of whoever runs the bot, and the only place that names adapters."""

from __future__ import annotations

import asyncio
import dataclasses
import importlib.metadata
import os
import shutil
import sys
import webbrowser
from collections.abc import Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click
from jinja2 import TemplateNotFound

from bot import logs
from bot.errors import StartFailure
from bot.identity import KeyFailure, RootKey
from bot.settings import Settings, SettingsFailure, load, table
from bot.store import StoreFailure

if TYPE_CHECKING:
    from bot.doctor import Finding


@click.group()
def app() -> None:
    """Comeback helps people who were rejected for a job. Try it with `comeback demo`."""


_NO_PLATFORM = """\
No platform is set, so there is nothing to run.
  Discord: set COMEBACK_DISCORD_TOKEN
To try it in the browser without either: comeback demo"""


def _stop(sentence: str) -> NoReturn:
    """Say one sentence on standard error and end with code 2."""
    click.echo(sentence, err=True)
    sys.exit(2)


def _settings() -> Settings:
    try:
        settings = load()
    except SettingsFailure as fault:
        _stop(str(fault))
    logs.configure(settings.log_level, plain=sys.stderr.isatty())
    return settings


def _run(work: Coroutine[Any, Any, None]) -> None:
    try:
        asyncio.run(work)
    except (SettingsFailure, StoreFailure, KeyFailure, StartFailure) as fault:
        _stop(f"This did not work: {fault}.")
    except TemplateNotFound:  # an OSError by name only
        raise
    except OSError as fault:
        _stop(f"This did not work: {fault.strerror or type(fault).__name__}.")
    except KeyboardInterrupt:
        sys.exit(0)


@app.command()
@click.option("--folder", type=click.Path(path_type=Path), help="Where the playground is kept.")
@click.option(
    "--port", type=click.IntRange(1, 65_535), default=8000, help="The first port to try."
)
@click.option("--fresh", is_flag=True, help="Start over with an empty playground.")
@click.option("--browser/--no-browser", default=True, help="Open the page if there is a browser.")
def demo(folder: Path | None, port: int, *, fresh: bool, browser: bool) -> None:
    """Open the playground: a page with four people to be. No token, no account."""
    settings = _settings()
    if not os.environ.get("COMEBACK_LOG_LEVEL"):
        logs.configure("WARNING", plain=True)
    home = folder or settings.folder / "demo"
    if fresh:
        _empty(home)
    values: dict[str, Any] = {"folder": home, "database_url": None, "root_key": None}
    # Short waits, so that one sees what happens; the clock on the page moves the rest.
    values |= {"root_key_file": None, "news_after_seconds": 5, "nods_after_seconds": 20}
    _run(_demo(dataclasses.replace(settings, **values), port, browser=browser))


async def _demo(settings: Settings, port: int, *, browser: bool) -> None:
    from bot.adapters.web import Playground
    from bot.running import opened, until_stopped, working

    has_key = settings.key_file.exists()
    root = RootKey.from_file(settings.key_file) if has_key else RootKey.make(settings.key_file)
    async with opened(settings, root) as (house, bot):
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
        _stop(f"{home} holds something that is not a playground; it is left alone.")
    shutil.rmtree(home, ignore_errors=True)


@app.command()
def run() -> None:
    """Run the bot on every platform whose tokens are set."""
    settings = _settings()
    if settings.slack_bot_token or settings.slack_app_token:
        _stop("This version speaks to Discord and not to Slack yet; unset COMEBACK_SLACK_….")
    if settings.discord_token is None:
        _stop(_NO_PLATFORM)
    _run(_serve(settings))


async def _serve(settings: Settings) -> None:
    from bot.adapters.discord import create, logged_in, stay
    from bot.health import Health
    from bot.running import opened, root_key, until_stopped, working

    async with opened(settings, root_key(settings)) as (house, bot):
        client = create(settings, bot)
        health = Health(house, client.is_ready)
        try:
            await health.start()
        except OSError:
            message = f"COMEBACK_PORT {settings.port} is taken; set another one, or 0 for any"
            raise StartFailure(message) from None
        try:
            async with logged_in(client, settings):
                logs.event("bot.started", port=health.port)
                async with working(house, bot):
                    await until_stopped(stay(client))
        finally:
            await health.stop()


@app.command()
@click.argument("platform", type=click.Choice(["discord"]))
def invite(platform: str) -> None:
    """Print the link that adds the bot to a server, and what it asks for."""
    from bot.adapters.discord import permissions

    application_id = permissions.application_id(_settings())
    if application_id is None:
        _stop(
            "Set COMEBACK_DISCORD_APPLICATION_ID, or COMEBACK_DISCORD_TOKEN, which holds it; if "
            "the token is set, it was not copied whole."
        )
    click.echo(f"{permissions.invitation(application_id)}\n\nIt asks for:")
    for reason in permissions.reasons():
        click.echo(f"  {reason}")
    click.echo("\nNothing else: no administrator, no reading of what people write.")


@app.command()
def doctor() -> None:
    """Look at all the bot needs and say what is missing; ends with code 1 if anything is."""
    settings = _settings()
    findings: list[Finding] = []
    _run(_examine(settings, findings))
    for finding in findings:
        click.echo(f"{'ok     ' if finding.fine else 'LOOK   '}{finding.text}")
    if not all(finding.fine for finding in findings):
        sys.exit(1)


async def _examine(settings: Settings, findings: list[Finding]) -> None:
    from bot.doctor import Finding, about_house
    from bot.running import opened, root_key

    async with opened(settings, root_key(settings)) as (house, bot):
        findings += await about_house(house)
        if settings.discord_token is None:
            findings.append(Finding(False, "No platform is set: COMEBACK_DISCORD_TOKEN is empty."))
        else:
            from bot.adapters.discord import create, examine, logged_in

            client = create(settings, bot)
            async with logged_in(client, settings, looks_only=True):
                findings += await examine(client)


@app.command()
@click.option("--print", "show", is_flag=True, help="Print a new key; write nothing.")
def init(*, show: bool) -> None:
    """Make the root key, the one secret outside the database."""
    if show:
        click.echo(RootKey.new_text())
        return
    settings = _settings()
    try:
        RootKey.make(settings.key_file)
    except KeyFailure as fault:
        _stop(f"{str(fault)[0].upper()}{str(fault)[1:]}.")
    click.echo(
        f"The root key is in {settings.key_file}. Keep a copy somewhere else.\n"
        "Without it everything that is sealed is lost; with it and the database it can be read."
    )


@app.command()
def migrate() -> None:
    """Bring the database up to date without starting the bot."""
    settings = _settings()

    async def work() -> None:
        from bot.store import Store

        store = Store(settings.database)
        try:
            await store.open()
        finally:
            await store.close()

    _run(work())
    click.echo("The database is up to date.")


@app.command()
def health() -> None:
    """Ask the bot that runs here whether it is alive; ends with code 1 if not."""
    from bot.health import ask

    settings = _settings()
    if not asyncio.run(ask(settings.host, settings.port)):
        click.echo(f"Nothing answers at {settings.host}:{settings.port}.", err=True)
        sys.exit(1)
    click.echo("It is alive.")


@app.command()
def settings() -> None:
    """Show every setting, what it is set to, and where that is from; secrets are masked."""
    rows = list(table(_settings()))
    width = max(len(row.variable) for row in rows)
    for row in rows:
        click.echo(
            f"{row.variable:<{width}}  {row.value or '-':<12}  {row.source:<11}  {row.about}"
        )


@app.command()
def version() -> None:
    """Say which version this is."""
    try:
        click.echo(importlib.metadata.version("comeback"))
    except importlib.metadata.PackageNotFoundError:
        click.echo("a checkout that is not installed")


def main() -> None:
    """Run the command line. What it writes is for its owner alone."""
    os.umask(0o077)
    app()
