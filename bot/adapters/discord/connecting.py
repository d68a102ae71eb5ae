"""Logging in to Discord, and staying; what can go wrong is a sentence."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator

import aiohttp
import discord

from bot.adapters.discord.client import Client
from bot.errors import StartFailure
from bot.settings import Settings

_ENDED = {
    4004: "Discord does not accept the token any more",
    4010: "COMEBACK_DISCORD_SHARDS names a shard Discord does not know",
    4011: "Discord wants more shards than COMEBACK_DISCORD_SHARDS says",
}


@contextlib.asynccontextmanager
async def logged_in(
    client: Client, settings: Settings, *, looks_only: bool = False
) -> AsyncIterator[None]:
    """Log in, and close the client in the end. Raises ``StartFailure``."""
    token = settings.discord_token.reveal() if settings.discord_token else ""
    try:
        await (client.look_in(token) if looks_only else client.login(token))
    except discord.LoginFailure:
        await client.close()
        message = "Discord does not accept COMEBACK_DISCORD_TOKEN"
        raise StartFailure(message) from None
    except (aiohttp.ClientError, OSError, TimeoutError):
        await client.close()
        message = "Discord cannot be reached"
        raise StartFailure(message) from None
    except discord.DiscordException as fault:
        await client.close()
        message = f"Discord does not let the bot in ({type(fault).__name__})"
        raise StartFailure(message) from None
    try:
        yield
    finally:
        await client.close()


async def stay(client: Client) -> None:
    """Stay connected until the client is closed. Raises ``StartFailure`` when Discord ends it."""
    try:
        await client.connect()
    except discord.ConnectionClosed as fault:
        message = _ENDED.get(fault.code, f"Discord closed the connection (code {fault.code})")
        raise StartFailure(message) from None
    except discord.GatewayNotFound:
        message = "Discord's gateway cannot be found"
        raise StartFailure(message) from None
