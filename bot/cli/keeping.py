"""Commands for the key, the database and the settings."""

from __future__ import annotations

import asyncio
import importlib.metadata
import sys

import click

from bot.cli.terminal import app, carry_out, read_settings, stop
from bot.identity import KeyFailure, RootKey
from bot.settings import table


@app.command()
@click.option("--print", "show", is_flag=True, help="Print a new key; write nothing.")
def init(*, show: bool) -> None:
    """Make the root key, the one secret outside the database."""
    if show:
        click.echo(RootKey.new_text())
        return
    settings = read_settings()
    try:
        RootKey.make(settings.key_file)
    except KeyFailure as fault:
        stop(f"{str(fault)[0].upper()}{str(fault)[1:]}.")
    click.echo(
        f"The root key is in {settings.key_file}. Keep a copy somewhere else.\n"
        "Without it everything that is sealed is lost; with it and the database it can be read."
    )


@app.command()
def migrate() -> None:
    """Bring the database up to date without starting the bot."""
    settings = read_settings()

    async def work() -> None:
        from bot.store import Store

        store = Store(settings.database)
        try:
            await store.open()
        finally:
            await store.close()

    carry_out(work())
    click.echo("The database is up to date.")


@app.command()
def health() -> None:
    """Ask the bot that runs here whether it is alive; ends with code 1 if not."""
    from bot.health import ask

    settings = read_settings()
    if not asyncio.run(ask(settings.host, settings.port)):
        click.echo(f"Nothing answers at {settings.host}:{settings.port}.", err=True)
        sys.exit(1)
    click.echo("It is alive.")


@app.command()
def settings() -> None:
    """Show every setting, what it is set to, and where that is from; secrets are masked."""
    rows = list(table(read_settings()))
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
