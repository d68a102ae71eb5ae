"""Who and what there is: users, guilds, roles, channels, members, in Discord's own JSON shape."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from tests.fakes.discord import permissions
from tests.fakes.discord.clock import EPOCH, Clock, Snowflakes
from tests.fakes.discord.errors import ApiError
from tests.fakes.discord.guilds import (
    DM,
    MESSAGEABLE,
    TEXT,
    THREADS,
    Json,
    new_channel,
    new_guild,
    new_member,
    new_role,
    new_user,
)

_FIRST_GUILD = (1_600_000_000_000 - EPOCH) << 22


def ident(thing: Any) -> str:
    """Return the id of a user, guild, channel, role or message, given it or its id."""
    if isinstance(thing, dict):
        return str(thing["id"])
    return str(getattr(thing, "id", thing))


class World:
    """Everything Discord would keep. ``emit(event, data, guild_id)`` is set by the gateway."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.new_id = Snowflakes(clock)
        app = self.new_id()
        self.bot = new_user(app, "comeback", bot=True, discriminator="0001")
        self.users: dict[str, Json] = {app: self.bot}
        self.guilds: dict[str, Json] = {}
        self.members: dict[str, dict[str, Json]] = {}
        self.channels: dict[str, Json] = {}
        self.dms: dict[str, str] = {}
        self.present: set[str] = set()
        self.unavailable: set[str] = set()
        self.scopeless: set[str] = set()
        """Guilds where the bot was added without ``applications.commands``."""
        self.automod: dict[str, list[Json]] = {}
        self.emit: Callable[[str, Json, str | None], bool] = lambda event, data, guild_id: False
        self.here: Callable[[Json], Json] = lambda guild: {**guild, "unavailable": False}
        """How a guild is written in GUILD_CREATE, set by the gateway."""

    @property
    def app_id(self) -> str:
        """The application's id, which is the bot user's as well."""
        return str(self.bot["id"])

    def add_guild(
        self,
        name: str,
        *,
        guild_id: str | None = None,
        locale: str = "en-US",
        bot_permissions: int = 0,
        with_bot: bool = True,
    ) -> Json:
        """Make a guild, its @everyone role and, unless told otherwise, add the bot to it.

        The ids of guilds follow each other in steps of one shard: the n-th is on shard n % shards.
        """
        guild_id = guild_id or str(_FIRST_GUILD + (len(self.guilds) << 22))
        owner = self.new_id()
        self.users[owner] = new_user(owner, f"owner-{len(self.guilds)}")
        guild = new_guild(guild_id, name, owner, locale)
        self.guilds[guild_id] = guild
        self.members[guild_id] = {}
        self.automod[guild_id] = []
        self.add_role(guild, "@everyone", permissions.EVERYONE, role_id=guild_id)
        self.add_member(guild, owner)
        if with_bot:
            self.add_bot(guild, bot_permissions)
        return guild

    def edit_guild(self, guild: Any, **changes: Any) -> Json:
        """Change a guild, as its name."""
        held = self.guilds[ident(guild)]
        held |= changes
        self._tell("GUILD_UPDATE", held, held["id"])
        return held

    def add_role(
        self, guild: Any, name: str, allowed: int = 0, *, role_id: str | None = None, **more: Any
    ) -> Json:
        """Make a role with these permissions."""
        held = self.guilds[ident(guild)]
        role = new_role(role_id or self.new_id(), name, allowed, len(held["roles"])) | more
        held["roles"].append(role)
        self._tell("GUILD_ROLE_CREATE", {"guild_id": held["id"], "role": role}, held["id"])
        return role

    def edit_role(self, guild: Any, role: Any, **changes: Any) -> Json:
        """Change a role, as its permissions (a string of a number)."""
        held = self.role(guild, role)
        held |= changes
        guild_id = ident(guild)
        self._tell("GUILD_ROLE_UPDATE", {"guild_id": guild_id, "role": held}, guild_id)
        return held

    def delete_role(self, guild: Any, role: Any) -> None:
        """Take a role away, from everybody who holds it as well."""
        guild_id, role_id = ident(guild), ident(role)
        held = self.guilds[guild_id]
        held["roles"] = [other for other in held["roles"] if other["id"] != role_id]
        for member in self.members[guild_id].values():
            member["roles"] = [other for other in member["roles"] if other != role_id]
        self._tell("GUILD_ROLE_DELETE", {"guild_id": guild_id, "role_id": role_id}, guild_id)

    def role(self, guild: Any, role: Any) -> Json:
        """Return a role; raises ``LookupError``."""
        for held in self.guilds[ident(guild)]["roles"]:
            if held["id"] == ident(role):
                return dict_of(held)
        raise LookupError(role)

    def add_channel(
        self,
        guild: Any,
        name: str,
        *,
        kind: int = TEXT,
        only: Iterable[Any] | None = None,
        parent: Any = None,
        **more: Any,
    ) -> Json:
        """Make a channel; with ``only``, roles or people, nobody else sees it, nor the bot."""
        guild_id = ident(guild)
        beside = [other for other in self.channels.values() if other.get("guild_id") == guild_id]
        channel = new_channel(self.new_id(), kind, guild_id, name, len(beside))
        channel |= {"parent_id": ident(parent) if parent else None} | more
        self.channels[channel["id"]] = channel
        if only is not None:
            view = permissions.VIEW_CHANNEL
            self._write(channel, guild_id, deny=view)
            for who in only:
                self._write(channel, ident(who), allow=view)
        self._tell("CHANNEL_CREATE", channel, guild_id)
        return channel

    def _write(self, channel: Json, target: str, allow: int = 0, deny: int = 0) -> None:
        roles = {role["id"] for role in self.guilds[channel["guild_id"]]["roles"]}
        entry = {"id": target, "type": 0 if target in roles else 1}
        entry |= {"allow": str(allow), "deny": str(deny)}
        others = [one for one in channel["permission_overwrites"] if one["id"] != target]
        channel["permission_overwrites"] = [*others, entry]

    def overwrite(self, channel: Any, target: Any, *, allow: int = 0, deny: int = 0) -> None:
        """Set what a role or a person may and may not do in a channel."""
        held = self.channels[ident(channel)]
        self._write(held, ident(target), allow, deny)
        self._tell("CHANNEL_UPDATE", held, held["guild_id"])

    def edit_channel(self, channel: Any, **changes: Any) -> Json:
        """Change a channel as a moderator would."""
        held = self.channels[ident(channel)]
        held |= changes
        self._tell(_event(held, "UPDATE"), held, held["guild_id"])
        return held

    def edit_thread(self, thread: Any, **state: Any) -> Json:
        """Archive or lock a thread as a moderator would: ``archived=True``, ``locked=True``."""
        held = self.channels[ident(thread)]
        if "archived" in state:
            state["archive_timestamp"] = self.clock.iso()
        return self.edit_channel(held, thread_metadata=held["thread_metadata"] | state)

    def delete_channel(self, channel: Any) -> None:
        """Delete a channel and the threads under it."""
        held = self.channels.pop(ident(channel))
        for thread in [
            one for one in self.channels.values() if one.get("parent_id") == held["id"]
        ]:
            if thread["type"] in THREADS:
                self.channels.pop(thread["id"])
        self._tell(_event(held, "DELETE"), held, held["guild_id"])

    def add_member(self, guild: Any, user: Any, roles: Iterable[Any] = ()) -> Json:
        """Let a user join a guild."""
        member = new_member([ident(role) for role in roles], self.clock.iso())
        guild_id, user_id = ident(guild), ident(user)
        self.members[guild_id][user_id] = member
        data = {**member, "user": self.users[user_id], "guild_id": guild_id}
        self._tell("GUILD_MEMBER_ADD", data, guild_id)
        return member

    def remove_member(self, guild: Any, user: Any) -> None:
        """Let a user leave a guild."""
        guild_id, user_id = ident(guild), ident(user)
        del self.members[guild_id][user_id]
        data = {"guild_id": guild_id, "user": self.users[user_id]}
        self._tell("GUILD_MEMBER_REMOVE", data, guild_id)

    def set_roles(self, guild: Any, user: Any, roles: Iterable[Any]) -> None:
        """Give a member exactly these roles."""
        guild_id, user_id = ident(guild), ident(user)
        member = self.members[guild_id][user_id]
        member["roles"] = [ident(role) for role in roles]
        data = {**member, "user": self.users[user_id], "guild_id": guild_id}
        self._tell("GUILD_MEMBER_UPDATE", data, guild_id)

    def add_bot(self, guild: Any, allowed: int = 0) -> Json:
        """Add the bot to a guild, with a role of its own; return that role."""
        held = self.guilds[ident(guild)]
        tags: Json = {"tags": {"bot_id": self.app_id}, "managed": True}
        role = self.add_role(held, "comeback", allowed, **tags)
        self.add_member(held, self.app_id, [role])
        self.present.add(held["id"])
        told = self.here(held)
        del told["unavailable"]  # it is named only where a guild was known before
        self._tell("GUILD_CREATE", told, held["id"])
        return role

    def remove_bot(self, guild: Any) -> None:
        """Remove the bot from a guild, and its role."""
        held = self.guilds[ident(guild)]
        self._tell("GUILD_DELETE", {"id": held["id"]}, held["id"])
        self.present.discard(held["id"])
        self.members[held["id"]].pop(self.app_id)
        held["roles"] = [role for role in held["roles"] if not role["managed"]]

    def make_unavailable(self, guild: Any) -> None:
        """Let a guild have an outage."""
        guild_id = ident(guild)
        self.unavailable.add(guild_id)
        self.emit("GUILD_DELETE", {"id": guild_id, "unavailable": True}, guild_id)

    def make_available(self, guild: Any) -> None:
        """Let a guild come back from its outage."""
        guild_id = ident(guild)
        self.unavailable.discard(guild_id)
        self._tell("GUILD_CREATE", self.here(self.guilds[guild_id]), guild_id)

    def _tell(self, event: str, data: Json, guild_id: str) -> None:
        if guild_id in self.present and guild_id not in self.unavailable:
            self.emit(event, data, guild_id)

    def channel(self, channel_id: str) -> Json:
        """Return a channel the bot's guilds have, or a DM; raises 10003."""
        channel = self.channels.get(channel_id)
        if channel is None:
            raise ApiError(10003)
        return channel

    def guild_of(self, channel: Json) -> Json | None:
        """Return the guild of a channel; nothing for a direct message."""
        return self.guilds[channel["guild_id"]] if channel.get("guild_id") else None

    def may(self, user_id: str, channel: Json) -> int:
        """Return what somebody may do in a channel; threads follow their parent."""
        if channel["type"] == DM:
            inside = {self.app_id} | {user["id"] for user in channel["recipients"]}
            return permissions.DIRECT if user_id in inside else 0
        guild = self.guilds[channel["guild_id"]]
        member = self.members[guild["id"]].get(user_id)
        if member is None:
            return 0
        place = self.channels[channel["parent_id"]] if channel["type"] in THREADS else channel
        written = place["permission_overwrites"]
        return permissions.within(guild, user_id, member["roles"], written)

    def share_a_guild(self, user_id: str) -> bool:
        """Say whether the bot and somebody are in one guild."""
        return any(user_id in self.members[guild_id] for guild_id in self.present)

    def open_dm(self, user_id: str) -> Json:
        """Return the direct message channel with a user, made at the first time."""
        if user_id not in self.dms:
            channel: Json = {"id": self.new_id(), "type": DM, "last_message_id": None, "flags": 0}
            channel["recipients"] = [self.users[user_id]]
            self.channels[channel["id"]] = channel
            self.dms[user_id] = channel["id"]
        return self.channels[self.dms[user_id]]


def dict_of(thing: Any) -> Json:
    """Return a thing of JSON as the dictionary it is."""
    assert isinstance(thing, dict)
    return thing


def _event(channel: Json, what: str) -> str:
    return f"THREAD_{what}" if channel["type"] in THREADS else f"CHANNEL_{what}"


__all__ = ["DM", "MESSAGEABLE", "TEXT", "THREADS", "Json", "World", "ident", "new_user"]
