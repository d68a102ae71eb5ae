"""``comeback run`` and ``comeback doctor``: every platform whose tokens are set."""

from __future__ import annotations

import contextlib
import gc
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click
from aiohttp import web

from bot import logs
from bot.cli.terminal import app, carry_out, read_settings, stop
from bot.errors import StartFailure
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.app import Bot
    from bot.doctor import Finding

_NO_PLATFORM = """\
No platform is set, so there is nothing to run.
  Discord: set COMEBACK_DISCORD_TOKEN
  Slack: set COMEBACK_SLACK_BOT_TOKEN and COMEBACK_SLACK_APP_TOKEN
To try it in the browser without either: comeback demo"""


@dataclass(frozen=True, slots=True)
class _Connection:
    """A platform that is set: how the bot goes in, whether it is in, and how long it stays."""

    entered: Callable[[], contextlib.AbstractAsyncContextManager[object]]
    is_ready: Callable[[], bool]
    stay: Callable[[], Coroutine[Any, Any, None]]
    routes: tuple[web.RouteDef, ...] = ()
    close: Callable[[], Coroutine[Any, Any, None]] | None = None
    """What ends it where the bot never went in."""


def _speaks_slack(settings: Settings) -> bool:
    """Say whether anything of Slack's is set that could let the bot in."""
    return any(
        (
            settings.slack_bot_token,
            settings.slack_app_token,
            settings.slack_signing_secret,
            settings.slack_client_id,
            settings.slack_client_secret,
        )
    )


def _connections(settings: Settings, bot: Bot) -> list[_Connection]:
    """Return every platform that is set; raises ``StartFailure``."""
    found = []
    if settings.discord_token is not None:
        from bot.adapters import discord

        client = discord.create(settings, bot)
        found.append(
            _Connection(
                lambda: discord.logged_in(client, settings),
                client.is_ready,
                lambda: discord.stay(client),
            )
        )
    if _speaks_slack(settings):
        from bot.adapters import slack

        slack_app = slack.create(settings, bot)
        found.append(
            _Connection(
                lambda: slack.connected(slack_app),
                slack_app.is_ready,
                slack_app.stay,
                tuple(slack_app.routes()),
                slack_app.close,
            )
        )
    return found


@app.command()
def run() -> None:
    """Run the bot on every platform whose tokens are set."""
    settings = read_settings()
    if settings.discord_token is None and not _speaks_slack(settings):
        stop(_NO_PLATFORM)
    carry_out(_serve(settings))


async def _serve(settings: Settings) -> None:
    from bot.health import Health
    from bot.retention import sweep
    from bot.running import opened, root_key, until_stopped, working
    from bot.store.alone import alone

    async with opened(settings, root_key(settings)) as (house, bot), AsyncExitStack() as leaving:
        leaving.enter_context(alone(house.store))
        # Also where no platform lets the bot in any more: then it is what deletes.
        await sweep(house, bot)
        connections = _connections(settings, bot)
        for close in (one.close for one in connections if one.close):
            leaving.push_async_callback(close)
        routes = [route for connection in connections for route in connection.routes]
        health = Health(house, *(one.is_ready for one in connections), routes=routes)
        try:
            await health.start()
        except OSError:
            message = f"COMEBACK_PORT {settings.port} is taken; set another one, or 0 for any"
            raise StartFailure(message) from None
        try:
            async with _all_entered(connections):
                # What is there by now stays: looking through it again and again costs pauses.
                gc.collect()
                gc.freeze()
                logs.event("bot.started", port=health.port)
                async with working(house, bot):
                    await until_stopped(*(one.stay() for one in connections))
        finally:
            await health.stop()


@contextlib.asynccontextmanager
async def _all_entered(connections: list[_Connection]) -> AsyncIterator[None]:
    async with AsyncExitStack() as stack:
        for connection in connections:
            await stack.enter_async_context(connection.entered())
        yield


@app.command()
def doctor() -> None:
    """Look at all the bot needs and say what is missing; ends with code 1 if anything is."""
    settings = read_settings()
    findings: list[Finding] = []
    carry_out(_examine(settings, findings))
    for finding in findings:
        click.echo(f"{'ok     ' if finding.fine else 'LOOK   '}{finding.text}")
    if not all(finding.fine for finding in findings):
        sys.exit(1)


async def _examine(settings: Settings, findings: list[Finding]) -> None:
    from bot.doctor import Finding, about_house
    from bot.running import opened, root_key

    async with opened(settings, root_key(settings)) as (house, bot):
        findings += await about_house(house)
        if settings.discord_token is not None:
            from bot.adapters import discord

            client = discord.create(settings, bot)
            async with discord.logged_in(client, settings, looks_only=True):
                findings += await discord.examine(client)
        if _speaks_slack(settings):
            from bot.adapters import slack

            slack_app = slack.create(settings, bot)
            async with slack.connected(slack_app, looks_only=True):
                findings += await slack.examine(slack_app)
        if settings.discord_token is None and not _speaks_slack(settings):
            none = "No platform is set: neither COMEBACK_DISCORD_TOKEN nor COMEBACK_SLACK_…."
            findings.append(Finding(False, none))
