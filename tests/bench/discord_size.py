"""Memory of the bot in 1,000 servers, and its start, against bare discord.py.

A server has 100 members (the fake sends the bot alone, as Discord does without the intent), 20
channels (4 categories, 12 rooms of text, 4 of voice; 4 of them for moderators alone), 12 roles
and 10 emojis.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.bench.discord_stage import BARE, COMEBACK, Program, Stage
from tests.fakes.discord.guilds import CATEGORY, TEXT, new_channel, new_member, new_user
from tests.fakes.discord.permissions import VIEW_CHANNEL

_SERVERS = 1000
_MEMBERS = 100
_VOICE = 2
_CHANNELS = (CATEGORY,) * 4 + (TEXT,) * 12 + (_VOICE,) * 4
_ROLES = 12
_EMOJIS = 10
_HIDDEN = 4


async def figures() -> AsyncIterator[str]:
    """Yield a line a start."""
    async with Stage() as one:
        async for line in _starts(one, "1 server", ("first start", "second start")):
            yield line
    async with Stage() as many:
        for number in range(_SERVERS - 1):
            furnish(many, number)
        async for line in _starts(many, f"{_SERVERS} servers", ("first start",)):
            yield line


async def _starts(stage: Stage, where: str, starts: tuple[str, ...]) -> AsyncIterator[str]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        bare = await _start(stage, BARE, folder)
        for which in starts:
            connected, ready, size = await _start(stage, COMEBACK, folder)
            yield (
                f"{where}, {which}: answers after {connected:.1f} s, ready after {ready:.1f} s, "
                f"{size:.0f} MB; bare {bare[0]:.1f} s, {bare[1]:.1f} s, {bare[2]:.0f} MB"
            )


async def _start(
    stage: Stage, module: tuple[str, ...], folder: Path
) -> tuple[float, float, float]:
    """Return the seconds until it answers and until it is ready, and its megabytes when idle."""
    began = time.perf_counter()
    program = await Program.start(stage, module, folder)
    try:
        await stage.connected()
        answers = time.perf_counter() - began
        await program.ready()
        ready = time.perf_counter() - began
        await asyncio.sleep(3)
        return answers, ready, program.megabytes()
    finally:
        await program.stop()
        await stage.until(lambda: not stage.gateway.connections)


def furnish(stage: Stage, number: int) -> None:
    """Add one usual server. All share one member who is there again and again: none is sent."""
    world = stage.world
    guild = world.add_guild(f"A server of people who look for work {number}")
    guild_id = guild["id"]
    user = world.users.setdefault("1", new_user("1", "everybody"))
    member = new_member([], world.clock.iso())
    alike = {f"{index}": member for index in range(_MEMBERS - len(world.members[guild_id]))}
    world.members[guild_id] |= alike
    roles = [world.add_role(guild, f"role {index}") for index in range(_ROLES)]
    parent: str | None = None
    for index, kind in enumerate(_CHANNELS):
        channel = new_channel(world.new_id(), kind, guild_id, f"channel-{index}", index)
        channel |= {"parent_id": None if kind == CATEGORY else parent}
        if index >= len(_CHANNELS) - _HIDDEN:
            channel["permission_overwrites"] = [
                _overwrite(guild_id, deny=VIEW_CHANNEL),
                _overwrite(roles[0]["id"], allow=VIEW_CHANNEL),
            ]
        parent = channel["id"] if kind == CATEGORY else parent
        world.channels[channel["id"]] = channel
    guild["emojis"] = [_emoji(world.new_id(), f"emoji_{index}", user) for index in range(_EMOJIS)]


def _overwrite(role_id: str, *, allow: int = 0, deny: int = 0) -> Any:
    return {"id": role_id, "type": 0, "allow": str(allow), "deny": str(deny)}


def _emoji(emoji_id: str, name: str, user: Any) -> Any:
    known = {"id": emoji_id, "name": name, "roles": [], "user": user, "managed": False}
    return known | {"require_colons": True, "animated": False, "available": True}
