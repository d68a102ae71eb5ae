"""``comeback invite`` and ``comeback manifest``: what a platform is told before it lets us in."""

from __future__ import annotations

import click

from bot.cli.terminal import app, read_settings, stop
from bot.identity import RootKey
from bot.settings import Settings


@app.command()
@click.argument("platform", type=click.Choice(["discord"]))
def invite(platform: str) -> None:
    """Print the link that adds the bot to a server, and what it asks for."""
    from bot.adapters.discord import permissions

    application_id = permissions.application_id(read_settings())
    if application_id is None:
        stop(
            "Set COMEBACK_DISCORD_APPLICATION_ID, or COMEBACK_DISCORD_TOKEN, which holds it; if "
            "the token is set, it was not copied whole."
        )
    click.echo(f"{permissions.invitation(application_id)}\n\nIt asks for:")
    for reason in permissions.reasons():
        click.echo(f"  {reason}")
    click.echo("\nNothing else: no administrator, no reading of what people write.")


@app.command()
@click.argument("platform", type=click.Choice(["slack"]))
def manifest(platform: str) -> None:
    """Print the app manifest, to be pasted where Slack makes an app from one."""
    click.echo(_manifest(read_settings()), nl=False)


def _manifest(settings: Settings) -> str:
    from bot.adapters.slack import manifest as written
    from bot.app import Bot
    from bot.house import House

    # The commands are the cogs'; a house that is never opened is enough to ask them.
    bot = Bot(House(settings, RootKey(bytes(32))))
    bot.load()
    return written(settings, bot.commands, bot.shortcuts)
