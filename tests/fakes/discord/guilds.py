"""What new users, guilds, roles, channels and members look like, in Discord's JSON."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
TEXT, DM, CATEGORY, ANNOUNCEMENT = 0, 1, 4, 5
THREADS = frozenset({10, 11, 12})
MESSAGEABLE = frozenset({0, 1, 2, 5, 10, 11, 12, 13})
_NONE = (
    "icon description afk_channel_id system_channel_id rules_channel_id vanity_url_code banner "
    "public_updates_channel_id safety_alerts_channel_id application_id splash discovery_splash"
)


def new_user(user_id: str, name: str, **more: Any) -> Json:
    """Return a user; ``more`` replaces what a plain one has."""
    user = {
        "id": user_id,
        "username": name,
        "global_name": None,
        "discriminator": "0",
        "avatar": None,
        "public_flags": 0,
        "flags": 0,
        "bot": False,
        "system": False,
        "banner": None,
        "accent_color": None,
        "avatar_decoration_data": None,
        "collectibles": None,
        "clan": None,
        "primary_guild": None,
    }
    return user | more


def new_guild(guild_id: str, name: str, owner_id: str, locale: str) -> Json:
    """Return a guild that has no role yet."""
    guild: Json = dict.fromkeys(_NONE.split())
    guild |= {"id": guild_id, "name": name, "owner_id": owner_id, "roles": []}
    guild |= {"preferred_locale": locale, "features": ["COMMUNITY"], "afk_timeout": 300}
    guild |= {"verification_level": 0, "default_message_notifications": 1}
    guild |= {"explicit_content_filter": 0, "mfa_level": 0, "nsfw_level": 0, "emojis": []}
    guild |= {"stickers": [], "premium_tier": 0, "system_channel_flags": 0}
    return guild | {"premium_progress_bar_enabled": False}


def new_role(role_id: str, name: str, allowed: int, position: int) -> Json:
    """Return a role."""
    role: Json = {"id": role_id, "name": name, "permissions": str(allowed), "position": position}
    role |= {"color": 0, "hoist": False, "managed": False, "mentionable": False, "icon": None}
    role |= {"colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None}}
    return role | {"unicode_emoji": None, "flags": 0}


def new_channel(channel_id: str, kind: int, guild_id: str, name: str, position: int) -> Json:
    """Return a channel of a guild."""
    channel: Json = {"id": channel_id, "type": kind, "guild_id": guild_id, "name": name}
    channel |= {"position": position, "permission_overwrites": [], "flags": 0, "nsfw": False}
    channel["parent_id"] = None
    if kind in MESSAGEABLE:
        channel |= {"topic": None, "last_message_id": None, "rate_limit_per_user": 0}
    if kind in (2, 13):
        channel |= {"bitrate": 64000, "user_limit": 0, "rtc_region": None}
    return channel


def new_member(roles: list[str], joined_at: str) -> Json:
    """Return a member, the user aside."""
    member: Json = {"roles": roles, "joined_at": joined_at, "nick": None, "avatar": None}
    member |= {"premium_since": None, "deaf": False, "mute": False, "flags": 0, "banner": None}
    return member | {"pending": False, "communication_disabled_until": None}
