"""Permissions as Discord documents them: roles, then the channel's overwrites."""

from __future__ import annotations

from typing import Any

CREATE_INSTANT_INVITE = 1 << 0
ADMINISTRATOR = 1 << 3
MANAGE_CHANNELS = 1 << 4
MANAGE_GUILD = 1 << 5
ADD_REACTIONS = 1 << 6
VIEW_CHANNEL = 1 << 10
SEND_MESSAGES = 1 << 11
MANAGE_MESSAGES = 1 << 13
EMBED_LINKS = 1 << 14
ATTACH_FILES = 1 << 15
READ_MESSAGE_HISTORY = 1 << 16
MENTION_EVERYONE = 1 << 17
USE_EXTERNAL_EMOJIS = 1 << 18
MANAGE_ROLES = 1 << 28
USE_APPLICATION_COMMANDS = 1 << 31
MANAGE_THREADS = 1 << 34
CREATE_PUBLIC_THREADS = 1 << 35
CREATE_PRIVATE_THREADS = 1 << 36
SEND_MESSAGES_IN_THREADS = 1 << 38
MODERATE_MEMBERS = 1 << 40
SEND_POLLS = 1 << 49
BYPASS_SLOWMODE = 1 << 52

EVERYTHING = (1 << 53) - 1
EVERYONE = (
    CREATE_INSTANT_INVITE
    | ADD_REACTIONS
    | VIEW_CHANNEL
    | SEND_MESSAGES
    | EMBED_LINKS
    | ATTACH_FILES
    | READ_MESSAGE_HISTORY
    | MENTION_EVERYONE
    | USE_EXTERNAL_EMOJIS
    | USE_APPLICATION_COMMANDS
    | CREATE_PUBLIC_THREADS
    | CREATE_PRIVATE_THREADS
    | SEND_MESSAGES_IN_THREADS
    | SEND_POLLS
)
"""What @everyone may do in a new server, as far as this fake knows of it."""

DIRECT = (
    ADD_REACTIONS
    | VIEW_CHANNEL
    | SEND_MESSAGES
    | EMBED_LINKS
    | ATTACH_FILES
    | READ_MESSAGE_HISTORY
    | MENTION_EVERYONE
    | USE_EXTERNAL_EMOJIS
)
"""What anybody may do in a direct message."""


def base(guild: dict[str, Any], user_id: str, roles: list[str]) -> int:
    """Return what a member may do in a guild, channels aside."""
    if guild["owner_id"] == user_id:
        return EVERYTHING
    held = 0
    for role in guild["roles"]:
        if role["id"] == guild["id"] or role["id"] in roles:
            held |= int(role["permissions"])
    return EVERYTHING if held & ADMINISTRATOR else held


def within(
    guild: dict[str, Any], user_id: str, roles: list[str], overwrites: list[dict[str, Any]]
) -> int:
    """Return what a member may do in a channel with these overwrites."""
    held = base(guild, user_id, roles)
    if held == EVERYTHING:
        return held
    by_id = {overwrite["id"]: overwrite for overwrite in overwrites}
    everyone = by_id.get(guild["id"])
    if everyone:
        held = held & ~int(everyone["deny"]) | int(everyone["allow"])
    allow = deny = 0
    for role in roles:
        if role in by_id:
            allow |= int(by_id[role]["allow"])
            deny |= int(by_id[role]["deny"])
    held = held & ~deny | allow
    if user_id in by_id:
        held = held & ~int(by_id[user_id]["deny"]) | int(by_id[user_id]["allow"])
    return held if held & VIEW_CHANNEL else 0
