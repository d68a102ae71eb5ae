"""Routes below /channels: messages and threads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.discord import permissions
from tests.fakes.discord.errors import ApiError, refuse, refused
from tests.fakes.discord.messages import THREAD_STARTER
from tests.fakes.discord.routes import Call, Reply, Router
from tests.fakes.discord.world import DM, THREADS, Json

if TYPE_CHECKING:
    from tests.fakes.discord.server import FakeDiscord

DURATIONS = (60, 1440, 4320, 10080)
HAS_THREAD = 1 << 5
ACTIVE_THREADS = 1000


class ChannelRoutes:
    """What a bot does in channels."""

    def __init__(self, fake: FakeDiscord) -> None:
        self.fake, self.world, self.messages = fake, fake.world, fake.messages

    def add_to(self, router: Router) -> None:
        """Add the routes."""
        channel = "/channels/{channel_id}"
        message = f"{channel}/messages/{{message_id}}"
        router.add("GET", channel, self.get_channel)
        router.add("PATCH", channel, self.edit_channel)
        router.add("POST", f"{channel}/messages", self.send)
        router.add("GET", f"{channel}/messages", self.read)
        router.add("GET", message, self.get)
        router.add("PATCH", message, self.edit)
        router.add("DELETE", message, self.delete)
        router.add("POST", f"{message}/threads", self.start_thread)

    def _channel(self, call: Call) -> Json:
        channel = self.world.channel(call.params["channel_id"])
        self.messages.age(channel)
        return channel

    def _seen(self, call: Call) -> Json:
        channel = self._channel(call)
        self.messages.seen_by(self.world.app_id, channel)
        return channel

    async def get_channel(self, call: Call) -> Reply:
        """GET a channel."""
        return 200, self._seen(call)

    async def send(self, call: Call) -> Reply:
        """POST a message."""
        body = _object(call)
        message = self.messages.send(self.world.app_id, self._channel(call), body, call.files)
        return 200, self.messages.for_bot(message)

    async def read(self, call: Call) -> Reply:
        """GET messages, the newest first."""
        channel = self._seen(call)
        found = self.messages.read(self.world.app_id, channel)
        try:
            limit = int(call.query.get("limit", 50))
        except ValueError:
            limit = 0
        if not 1 <= limit <= 100:
            raise refused([("limit", "NUMBER_TYPE_MAX", "int value should be 1 to 100.")])
        asked = [key for key in ("before", "after", "around") if key in call.query]
        if len(asked) > 1:
            raise refused([(asked[1], "MUTUALLY_EXCLUSIVE", "Only one of them.")])
        if asked:
            found = _page(found, asked[0], int(call.query[asked[0]]), limit)
        else:
            found = found[-limit:]
        return 200, [self.messages.for_bot(one) for one in reversed(found)]

    async def get(self, call: Call) -> Reply:
        """GET one message."""
        channel = self._seen(call)
        held = self.world.may(self.world.app_id, channel)
        if not held & permissions.READ_MESSAGE_HISTORY:
            raise ApiError(50001)
        message = self.messages.get(channel["id"], call.params["message_id"])
        if message["id"] in self.messages.private_to:
            raise ApiError(10008)
        return 200, self.messages.for_bot(message)

    async def edit(self, call: Call) -> Reply:
        """PATCH a message."""
        channel, message_id = self._channel(call), call.params["message_id"]
        body, bot = _object(call), self.world.app_id
        message = self.messages.edit_as(bot, channel, message_id, body, call.files)
        return 200, self.messages.for_bot(message)

    async def delete(self, call: Call) -> Reply:
        """DELETE a message."""
        channel = self._channel(call)
        self.messages.delete_as(self.world.app_id, channel, call.params["message_id"])
        return 204, None

    async def start_thread(self, call: Call) -> Reply:
        """POST a thread under a message; its id is the message's."""
        channel, body = self._seen(call), _object(call)
        if channel["type"] not in (0, 5):
            raise ApiError(50024)
        held = self.world.may(self.world.app_id, channel)
        if not held & permissions.CREATE_PUBLIC_THREADS:
            raise ApiError(50013)
        message = self.messages.get(channel["id"], call.params["message_id"])
        if message["id"] in self.messages.private_to:
            raise ApiError(10008)
        refuse(_thread_faults(body, named=True))
        if message["id"] in self.world.channels or message["flags"] & HAS_THREAD:
            raise ApiError(160004)
        if len(self.messages.threads_of(self.world.guilds[channel["guild_id"]])) >= ACTIVE_THREADS:
            raise ApiError(160006)
        return 201, self._thread(channel, message, body)

    def _thread(self, channel: Json, message: Json, body: Json) -> Json:
        now, bot = self.fake.clock.iso(), self.world.app_id
        thread: Json = {"id": message["id"], "type": 10 if channel["type"] == 5 else 11}
        thread |= {"guild_id": channel["guild_id"], "parent_id": channel["id"], "owner_id": bot}
        thread |= {"name": body["name"].strip(), "last_message_id": None, "flags": 0}
        thread |= {"rate_limit_per_user": body.get("rate_limit_per_user") or 0}
        thread |= {"message_count": 0, "total_message_sent": 0, "member_count": 1}
        thread["thread_metadata"] = {
            "archived": False,
            "archive_timestamp": now,
            "auto_archive_duration": body.get("auto_archive_duration") or 1440,
            "locked": False,
            "create_timestamp": now,
        }
        self.world.channels[thread["id"]] = thread
        message["flags"] |= HAS_THREAD
        message["thread"] = thread
        where = {"type": 0, "channel_id": channel["id"], "message_id": message["id"]}
        where["guild_id"] = channel["guild_id"]
        starter = {"type": THREAD_STARTER, "message_reference": where}
        starter["referenced_message"] = message
        self.messages.add(message["author"]["id"], thread, starter)
        own = {"id": thread["id"], "user_id": bot, "join_timestamp": now, "flags": 1}
        self.world.emit("THREAD_CREATE", thread | {"newly_created": True}, channel["guild_id"])
        return thread | {"member": own}

    async def edit_channel(self, call: Call) -> Reply:
        """PATCH a channel; of threads only so much as this bot could want."""
        channel, body = self._seen(call), _object(call)
        if channel["type"] == DM:
            raise ApiError(50003)
        held = self.world.may(self.world.app_id, channel)
        if channel["type"] not in THREADS:
            if not held & permissions.MANAGE_CHANNELS:
                raise ApiError(50013)
            refuse(_named(body))
            return 200, self.world.edit_channel(channel, **body)
        return 200, self._edit_thread(channel, body, held)

    def _edit_thread(self, thread: Json, body: Json, held: int) -> Json:
        state = thread["thread_metadata"]
        manager = held & permissions.MANAGE_THREADS
        own = thread["owner_id"] == self.world.app_id
        opens = body.get("archived") is False
        if state["archived"] and not opens:
            raise ApiError(50083)
        if (state["locked"] or "locked" in body) and not manager:
            raise ApiError(50013)
        only_opens = opens and set(body) == {"archived"}
        if not manager and not own and not only_opens:
            raise ApiError(50013)
        refuse(_thread_faults(body, named=False))
        inside = {"archived", "locked", "auto_archive_duration", "invitable"}
        changed = {key: value for key, value in body.items() if key in inside}
        if "archived" in changed and changed["archived"] != state["archived"]:
            state["archive_timestamp"] = self.fake.clock.iso()
        state |= {key: value for key, value in changed.items() if value is not None}
        return self.world.edit_channel(
            thread, **{key: value for key, value in body.items() if key not in inside}
        )


def _object(call: Call) -> Json:
    if not isinstance(call.body, dict):
        if call.body is None and call.files:
            return {}
        raise ApiError(50109)
    return call.body


def _named(body: Json) -> list[tuple[str, str, str]]:
    name = body.get("name")
    if name is None or (isinstance(name, str) and len(name.strip()) >= 1 and len(name) <= 100):
        return []
    return [("name", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.")]


def _thread_faults(body: Json, *, named: bool) -> list[tuple[str, str, str]]:
    found = _named(body)
    if named and body.get("name") is None:
        found.append(("name", "BASE_TYPE_REQUIRED", "This field is required"))
    if body.get("auto_archive_duration") not in (None, *DURATIONS):
        message = f"Value must be one of {DURATIONS}."
        found.append(("auto_archive_duration", "BASE_TYPE_CHOICES", message))
    if not 0 <= (body.get("rate_limit_per_user") or 0) <= 21600:
        found.append(("rate_limit_per_user", "NUMBER_TYPE_MAX", "0 to 21600 seconds."))
    return found


def _page(found: list[Json], how: str, at: int, limit: int) -> list[Json]:
    before = [one for one in found if int(one["id"]) < at]
    after = [one for one in found if int(one["id"]) > at]
    if how == "before":
        return before[-limit:]
    if how == "after":
        return after[:limit]
    here = [one for one in found if int(one["id"]) == at]
    half = limit // 2
    return before[-half:] + here + after[: limit - half - len(here)]
