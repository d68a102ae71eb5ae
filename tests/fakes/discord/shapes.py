"""Pieces of JSON that more than one answer or event is made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.fakes.discord.world import THREADS, Json, World, ident

_PUBLIC = ("id", "username", "global_name", "discriminator", "avatar", "public_flags", "bot")


def public_user(user: Json) -> Json:
    """Return what others get of a user."""
    shown = {key: user[key] for key in _PUBLIC}
    return shown | {"avatar_decoration_data": None, "primary_guild": None, "clan": None}


def member_of(world: World, guild: Json, user_id: str, channel: Json | None = None) -> Json:
    """Return a member with their user and, in a channel, their permissions there."""
    member = {**world.members[guild["id"]][user_id], "user": public_user(world.users[user_id])}
    if channel is not None:
        member["permissions"] = str(world.may(user_id, channel))
    return member


def guild_object(world: World, guild: Json) -> Json:
    """Return a guild as GET /guilds/{id} does."""
    return guild | {
        "region": "deprecated",
        "hub_type": None,
    }


def channels_of(world: World, guild: Any) -> list[Json]:
    """Return a guild's channels, threads aside."""
    guild_id = ident(guild)
    every = (one for one in world.channels.values() if one.get("guild_id") == guild_id)
    return [one for one in every if one["type"] not in THREADS]


def guild_create(world: World, guild: Json, threads: Callable[[Json], list[Json]]) -> Json:
    """Return a guild as GUILD_CREATE does: all channels, seen threads, the bot as only member."""
    bot = {**world.members[guild["id"]][world.app_id], "user": world.bot}
    return guild_object(world, guild) | {
        "joined_at": bot["joined_at"],
        "large": len(world.members[guild["id"]]) > 250,
        "unavailable": False,
        "member_count": len(world.members[guild["id"]]),
        "voice_states": [],
        "members": [bot],
        "channels": channels_of(world, guild),
        "threads": threads(guild),
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }
