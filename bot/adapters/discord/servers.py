"""A server as the bot sees it: from the gateway's cache, or asked for where there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

from bot.adapters.discord.permissions import Channel
from bot.sending import whole

if TYPE_CHECKING:
    from bot.adapters.discord.client import Client


@dataclass(frozen=True, slots=True)
class Server:
    """A server, the bot in it, and its channels by id."""

    guild: discord.Guild
    me: discord.Member
    channels: dict[int, Channel]

    def channel(self, external: str | None) -> Channel | None:
        """Return a channel by the platform's id of it."""
        return self.channels.get(int(external)) if external else None


async def look(client: Client, external: str) -> Server | None:
    """Return a server, nothing when the bot is not in it; raises what Discord says."""
    guild = client.get_guild(int(external))
    # A guild without the bot in it is only a promise: the gateway has not sent it yet.
    if guild is not None and not guild.unavailable and guild.me is not None:
        return Server(guild, guild.me, {channel.id: channel for channel in guild.channels})
    return await whole(_asked_for(client, int(external)))


async def _asked_for(client: Client, guild_id: int) -> Server | None:
    if client.user is None:
        return None
    try:
        guild = await client.fetch_guild(guild_id, with_counts=False)
        me = await guild.fetch_member(client.user.id)
        channels = await guild.fetch_channels()
    except (discord.NotFound, discord.Forbidden):
        return None
    return Server(guild, me, {channel.id: channel for channel in channels})
