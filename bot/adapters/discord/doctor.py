"""What Discord has to say to whoever runs the bot."""

from __future__ import annotations

from bot.adapters.discord.client import Client
from bot.adapters.discord.doors import paused_until
from bot.adapters.discord.platform import NAME
from bot.adapters.discord.servers import look
from bot.doctor import Finding, about_rooms


async def examine(client: Client) -> list[Finding]:
    """Return what there is to say of the account, its servers and their rooms.

    The client is logged in and need not be connected. Raises what Discord says.
    """
    house = client.house
    name = client.user.name if client.user else "nobody"
    found = [Finding(True, f"Discord knows the bot as {name}.")]
    until = await paused_until(house)
    if until is not None:
        found.append(
            Finding(
                False,
                "Discord asked for fewer new direct messages; none is opened until "
                f"{until:%d %B %H:%M} UTC. What is for people waits, and is on their page.",
            )
        )
    guilds = {str(guild.id): guild.name async for guild in client.fetch_guilds(limit=None)}
    if not guilds:
        found.append(Finding(False, "It is in no server yet: comeback invite discord"))
    for external, name in guilds.items():
        space = await house.identity.space(NAME, external)
        if await look(client, external) is not None:
            found += await about_rooms(house, space, name)
    return found
