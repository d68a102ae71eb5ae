"""What the bot may ask of a server: for what, and whether it has it."""

from __future__ import annotations

from base64 import b64decode
from typing import Final
from urllib.parse import urlencode

import discord

from bot.people import Room
from bot.settings import Settings
from bot.templates import Texts
from bot.words import plain

NEEDED: Final = {
    "view_channel": "see",
    "send_messages": "write",
    "create_public_threads": "threads",
    "send_messages_in_threads": "write_in_threads",
    "attach_files": "files",
    "read_message_history": "history",
}
"""Discord's name of every permission the bot asks for, and ours of what is lacking without it."""

_IN_ROOM: Final = {
    Room.SUPPORT: tuple(NEEDED),
    Room.MODERATORS: ("view_channel", "send_messages", "attach_files", "read_message_history"),
    Room.DIGEST: ("view_channel", "send_messages", "attach_files", "read_message_history"),
}
_INVITE: Final = "https://discord.com/oauth2/authorize"

Channel = discord.abc.GuildChannel


def asked() -> discord.Permissions:
    """Return exactly what the bot asks for when it is added to a server."""
    return discord.Permissions(**dict.fromkeys(NEEDED, True))


def invitation(application_id: int) -> str:
    """Return the link that adds the bot to a server."""
    query = {
        "client_id": application_id,
        "permissions": asked().value,
        "scope": "bot applications.commands",
    }
    return f"{_INVITE}?{urlencode(query)}"


def reasons() -> list[str]:
    """Return a line for every permission the bot asks for, and what for."""
    says = Texts.of("says/discord")
    return [plain(says(f"for_{name}")) for name in NEEDED]


def application_id(settings: Settings) -> int | None:
    """Return the application's id, from its setting or from the token, which begins with it."""
    if settings.discord_application_id is not None or settings.discord_token is None:
        return settings.discord_application_id
    first = settings.discord_token.reveal().partition(".")[0]
    try:
        return int(b64decode(first + "=" * (-len(first) % 4)))
    except ValueError:
        return None


def lacks(room: Room, channel: Channel | None, me: discord.Member) -> list[str]:
    """Return what the bot lacks in a room, as ``templates/says/checks.j2`` names it."""
    if channel is None:
        return ["gone"]
    has = channel.permissions_for(me)
    if not has.view_channel:
        return ["see"]  # and so all the rest
    found = [NEEDED[name] for name in _IN_ROOM[room] if not getattr(has, name)]
    if "write" in found and "files" in found:
        found.remove("files")  # it follows
    return [*found, *(["public"] if room is Room.MODERATORS and everybody_sees(channel) else [])]


def everybody_sees(channel: Channel) -> bool:
    """Say whether the channel is open to the whole server."""
    return channel.permissions_for(channel.guild.default_role).view_channel


def moderates(member: discord.Member, channel: Channel | None) -> bool:
    """Say whether somebody is a moderator: sees the moderators' room, which not everybody does."""
    if channel is None or everybody_sees(channel):
        return False
    return channel.permissions_for(member).view_channel
