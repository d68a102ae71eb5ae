"""Messages: sent, changed, deleted and read, by the bot and by people."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tests.fakes.discord import content, permissions
from tests.fakes.discord.bodies import Files
from tests.fakes.discord.clock import seconds_of
from tests.fakes.discord.content import EPHEMERAL, LOADING, Composer
from tests.fakes.discord.errors import ApiError, refused
from tests.fakes.discord.sessions import MESSAGE_CONTENT, hidden
from tests.fakes.discord.shapes import public_user
from tests.fakes.discord.world import DM, MESSAGEABLE, THREADS, Json, World

if TYPE_CHECKING:
    from tests.fakes.discord.server import FakeDiscord

REPLY, COMMAND, THREAD_STARTER, MENU = 19, 20, 21, 23
WRITTEN = frozenset({0, REPLY, COMMAND, MENU})
"""Kinds of messages that somebody wrote; all others are the system's."""
NONCE_SECONDS = 180.0
"""How long a nonce is enforced: "a few minutes", says Discord."""
KEEPS = content.SUPPRESS_EMBEDS | content.SILENT | content.V2
"""The flags a bot may set; any other is ignored."""


class Messages:
    """Every message, by channel, in the order they were sent."""

    def __init__(self, fake: FakeDiscord, world: World) -> None:
        self.fake, self.world = fake, world
        self.composer = Composer("", world.new_id)
        self.by_channel: dict[str, dict[str, Json]] = {}
        self.by_id: dict[str, Json] = {}
        self.private_to: dict[str, str] = {}
        """Who alone sees an ephemeral message."""
        self.closed_inboxes: set[str] = set()
        self.old_edits_an_hour: int | None = None
        """Edits of messages older than an hour a channel may have; Discord's figure is secret."""
        self._old_edits: Counter[tuple[str, int]] = Counter()
        self._nonces: dict[tuple[str, str, str], tuple[str, float]] = {}
        self._last_said: dict[tuple[str, str], float] = {}

    def all(self, channel_id: str) -> list[Json]:
        """Return a channel's messages in order, ephemeral ones included."""
        return list(self.by_channel.get(channel_id, {}).values())

    def get(self, channel_id: str, message_id: str) -> Json:
        """Return a message; raises 10008."""
        found = self.by_channel.get(channel_id, {}).get(message_id)
        if found is None:
            raise ApiError(10008)
        return found

    def threads_of(self, guild: Json) -> list[Json]:
        """Return the open threads of a guild the bot sees."""
        return [
            one
            for one in self.world.channels.values()
            if one.get("guild_id") == guild["id"]
            and one["type"] in THREADS
            and not one["thread_metadata"]["archived"]
            and self.world.may(self.world.app_id, one) & permissions.VIEW_CHANNEL
        ]

    # Rules.

    def seen_by(self, user_id: str, channel: Json) -> int:
        """Return what somebody may do in a channel they see; raises 50001."""
        held = self.world.may(user_id, channel)
        if not held & permissions.VIEW_CHANNEL:
            raise ApiError(50001)
        return held

    def check_sending(self, user_id: str, channel: Json, body: Json, files: Files) -> None:
        """Raise what Discord refuses a message in this channel with."""
        if channel["type"] not in MESSAGEABLE:
            raise ApiError(50008)
        self.age(channel)
        held = self.seen_by(user_id, channel)
        if channel["type"] == DM:
            self._check_inbox(channel)
            return
        thread = channel["type"] in THREADS
        needs = permissions.SEND_MESSAGES_IN_THREADS if thread else permissions.SEND_MESSAGES
        if files:
            needs |= permissions.ATTACH_FILES
        if body.get("embeds"):
            needs |= permissions.EMBED_LINKS
        if body.get("message_reference"):
            needs |= permissions.READ_MESSAGE_HISTORY
        if held & needs != needs:
            raise ApiError(50013)
        self.open_thread(channel, held)
        self._check_slowmode(user_id, channel, held)

    def _check_inbox(self, channel: Json) -> None:
        person = channel["recipients"][0]["id"]
        if not self.world.share_a_guild(person):
            raise ApiError(50278)
        if person in self.closed_inboxes:
            raise ApiError(50007)

    def open_thread(self, channel: Json, held: int) -> None:
        """Unarchive a thread that is written to; raises 50083 or 160005 where it is locked."""
        state = channel.get("thread_metadata")
        if state is None:
            return
        if state["locked"] and not held & permissions.MANAGE_THREADS:
            raise ApiError(50083 if state["archived"] else 160005)
        if state["archived"]:
            state |= {"archived": False, "archive_timestamp": self.fake.clock.iso()}
            self.world.emit("THREAD_UPDATE", channel, channel["guild_id"])

    def _check_slowmode(self, user_id: str, channel: Json, held: int) -> None:
        seconds = channel.get("rate_limit_per_user") or 0
        free = permissions.MANAGE_MESSAGES | permissions.BYPASS_SLOWMODE
        if not seconds or held & (free | permissions.MANAGE_CHANNELS):
            return
        key, now = (channel["id"], user_id), self.fake.clock.monotonic()
        left = self._last_said.get(key, now - seconds) + seconds - now
        if left > 0:
            error = ApiError(20016)
            error.body |= {"retry_after": round(left, 3), "global": False}
            raise error
        self._last_said[key] = now

    # Doing.

    def send(self, user_id: str, channel: Json, body: Json, files: Files) -> Json:
        """Send a message as Discord does for POST: checks, nonce, event."""
        self.check_sending(user_id, channel, body, files)
        fields = self.composer.compose(body, files, channel["id"], None)
        nonce = body.get("nonce")
        key, now = (channel["id"], user_id, str(nonce)), self.fake.clock.monotonic()
        if nonce is not None and body.get("enforce_nonce"):
            earlier, at = self._nonces.get(key, ("", -NONCE_SECONDS * 2))
            if now - at < NONCE_SECONDS and earlier in self.by_channel.get(channel["id"], {}):
                return self.get(channel["id"], earlier)
        if body.get("message_reference"):
            fields |= self._reply(channel, body["message_reference"])
        flags = (body.get("flags") or 0) & KEEPS
        message = self.add(user_id, channel, fields, flags, body.get("allowed_mentions"))
        # A nonce comes back with the answer and the event alone; nobody can read it later.
        told = message if nonce is None else message | {"nonce": nonce}
        if nonce is not None:
            self._nonces[key] = (message["id"], now)
        self.told("MESSAGE_CREATE", told)
        return told

    def _reply(self, channel: Json, reference: Json) -> Json:
        target = str(reference.get("message_id"))
        found = self.by_channel.get(channel["id"], {}).get(target)
        if found is None or target in self.private_to:
            if reference.get("fail_if_not_exists", True):
                message = "Unknown message"
                raise refused([("message_reference", "REPLIES_UNKNOWN_MESSAGE", message)])
            return {}
        where = {"type": 0, "channel_id": channel["id"], "message_id": target}
        if channel.get("guild_id"):
            where["guild_id"] = channel["guild_id"]
        return {"type": REPLY, "message_reference": where, "referenced_message": found}

    def add(
        self, user_id: str, channel: Json, fields: Json, flags: int = 0, allowed: Any = None
    ) -> Json:
        """Put a message into a channel, unchecked; the caller tells the gateway."""
        author = public_user(self.world.users[user_id])
        message: Json = {"id": self.world.new_id(), "channel_id": channel["id"], "type": 0}
        message |= {"author": author, "timestamp": self.fake.clock.iso(), "pinned": False}
        message |= {"edited_timestamp": None, "tts": False, "flags": flags, "content": ""}
        message |= {"embeds": [], "attachments": [], "components": []} | fields
        if channel.get("guild_id"):
            message["guild_id"] = channel["guild_id"]
        self.mention(message, channel, allowed)
        self.by_channel.setdefault(channel["id"], {})[message["id"]] = message
        self.by_id[message["id"]] = message
        if not flags & EPHEMERAL:
            channel["last_message_id"] = message["id"]
            if channel["type"] in THREADS and message["type"] != THREAD_STARTER:
                channel["message_count"] += 1
                channel["total_message_sent"] += 1
        return message

    def mention(self, message: Json, channel: Json, allowed: Any) -> None:
        """Write into a message whom it notifies."""
        users, roles, everyone = content.mentioned(message, allowed)
        held = self.world.may(message["author"]["id"], channel)
        known = [self.world.users[one] for one in users if one in self.world.users]
        message["mentions"] = [public_user(user) for user in known]
        message["mention_roles"] = roles
        message["mention_everyone"] = everyone and bool(held & permissions.MENTION_EVERYONE)

    def edit(self, message: Json, body: Json, files: Files) -> Json:
        """Change a message with what a PATCH says; ``message`` itself changes."""
        fields = self.composer.compose(body, files, message["channel_id"], message)
        flags = message["flags"] & ~LOADING
        if body.get("flags") is not None:
            flags = flags & ~content.SUPPRESS_EMBEDS | body["flags"] & KEEPS | flags & content.V2
        message |= fields | {"flags": flags, "edited_timestamp": self.fake.clock.iso()}
        channel = self.world.channels[message["channel_id"]]
        self.mention(message, channel, body.get("allowed_mentions"))
        if message["id"] not in self.private_to:
            self.told("MESSAGE_UPDATE", message)
        self.fake.moved()
        return message

    def edit_as(
        self, user_id: str, channel: Json, message_id: str, body: Json, files: Files
    ) -> Json:
        """Change somebody's own message, with the rules for it."""
        self.seen_by(user_id, channel)
        message = self.get(channel["id"], message_id)
        if message_id in self.private_to:
            raise ApiError(10008)
        if message["author"]["id"] != user_id:
            raise ApiError(50005)
        if message["type"] not in WRITTEN:
            raise ApiError(50021)
        if (channel.get("thread_metadata") or {}).get("archived"):
            raise ApiError(50083)
        self._count_old_edit(message)
        return self.edit(message, body, files)

    def _count_old_edit(self, message: Json) -> None:
        now = self.fake.clock.now()
        if self.old_edits_an_hour is None or now - seconds_of(message["id"]) < 3600:
            return
        key = (message["channel_id"], int(now // 3600))
        self._old_edits[key] += 1
        if self._old_edits[key] > self.old_edits_an_hour:
            error = ApiError(30046)
            error.body |= {"retry_after": 3600 - now % 3600, "global": False}
            raise error

    def delete_as(self, user_id: str, channel: Json, message_id: str) -> None:
        """Delete a message, with the rules for it."""
        held = self.seen_by(user_id, channel)
        message = self.get(channel["id"], message_id)
        if message_id in self.private_to:
            raise ApiError(10008)
        if message["type"] == THREAD_STARTER:
            raise ApiError(50021)
        if (channel.get("thread_metadata") or {}).get("archived"):
            raise ApiError(50083)
        if message["author"]["id"] != user_id:
            if channel["type"] == DM:
                raise ApiError(50003)
            if not held & permissions.MANAGE_MESSAGES:
                raise ApiError(50013)
        self.remove(message)

    def remove(self, message: Json) -> None:
        """Take a message away."""
        del self.by_channel[message["channel_id"]][message["id"]], self.by_id[message["id"]]
        if self.private_to.pop(message["id"], None) is None:
            where = {key: message[key] for key in ("channel_id", "guild_id") if key in message}
            self.told("MESSAGE_DELETE", {"id": message["id"]} | where)
        self.fake.moved()

    def told(self, event: str, message: Json) -> None:
        """Tell the gateway of a message, if the bot sees its channel."""
        channel = self.world.channels[message["channel_id"]]
        if self.world.may(self.world.app_id, channel) & permissions.VIEW_CHANNEL:
            self.world.emit(event, message, message.get("guild_id"))

    def read(self, user_id: str, channel: Json) -> list[Json]:
        """Return a channel's public messages as somebody may read them, newest last."""
        held = self.seen_by(user_id, channel)
        if not held & permissions.READ_MESSAGE_HISTORY:
            return []
        return [one for one in self.all(channel["id"]) if one["id"] not in self.private_to]

    def for_bot(self, message: Json) -> Json:
        """Return a message as the bot gets it by HTTP, where no message names its guild."""
        if not self.fake.gateway.approved & MESSAGE_CONTENT:
            message = hidden(message, self.world.app_id)
        return {key: value for key, value in message.items() if key != "guild_id"}

    def age(self, channel: Json) -> None:
        """Archive a thread nobody wrote in for as long as it says."""
        state = channel.get("thread_metadata")
        if state is None or state["archived"]:
            return
        since = max(seconds_of(channel["last_message_id"] or channel["id"]), opened_at(state))
        if self.fake.clock.now() - since >= state["auto_archive_duration"] * 60:
            state |= {"archived": True, "archive_timestamp": self.fake.clock.iso()}
            self.world.emit("THREAD_UPDATE", channel, channel["guild_id"])


def opened_at(state: Json) -> float:
    """Return when a thread was opened, or opened again."""
    return datetime.fromisoformat(state["archive_timestamp"]).timestamp()
