"""The methods about conversations: which there are, who is in them, what was said."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from tests.fakes.slack.access import Call, Method
from tests.fakes.slack.errors import ApiError
from tests.fakes.slack.world import Json, kind_of

if TYPE_CHECKING:
    from tests.fakes.slack.server import FakeSlack

TYPES = {
    "public_channel": "channels",
    "private_channel": "groups",
    "im": "im",
    "mpim": "mpim",
}
PAGE = frozenset({"cursor", "limit"})
TIMES = frozenset({"oldest", "latest", "inclusive", "include_all_metadata"})


class ChannelMethods:
    """conversations.* and users.conversations."""

    def __init__(self, fake: FakeSlack) -> None:
        self.fake = fake

    def methods(self) -> list[Method]:
        """Return the table of these methods."""
        one = frozenset({"channel"})
        opens = frozenset({"users", "channel", "return_im", "prevent_creation"})
        told = one | {"include_num_members", "include_locale"}
        lists = PAGE | {"types", "exclude_archived"}
        said, under = one | PAGE | TIMES, one | PAGE | TIMES | {"ts"}
        return [
            Method("conversations.open", self._open, opens, "im:write"),
            Method("conversations.info", self._info, told, form=True),
            Method("conversations.members", self._members, one | PAGE, form=True),
            Method("conversations.list", self._list, lists, form=True),
            Method("conversations.join", self._join, one, "channels:join"),
            Method("conversations.leave", self._leave, one),
            Method("conversations.history", self._history, said, form=True),
            Method("conversations.replies", self._replies, under, form=True),
            Method("users.conversations", self._theirs, lists | {"user"}, form=True),
        ]

    def _channel(self, call: Call, what: str) -> Json:
        """Return the channel meant; raises, also where the scope for its type is missing."""
        channel = self.fake.world.channel(call.workspace, call.need("channel")[0])
        call.scope(f"{kind_of(channel)}:{what}")
        return channel

    def _shape(self, call: Call, channel: Json) -> Json:
        shape = dict(channel)
        if not channel.get("is_im"):
            shape["is_member"] = self.fake.world.has_bot(channel)
        return shape

    async def _open(self, call: Call) -> Json:
        world = self.fake.world
        if call.args.get("channel"):
            channel = world.channel(call.workspace, call.args["channel"])
            return {"channel": {"id": channel["id"]}}
        users = call.need("users")[0]
        ids = users if isinstance(users, list) else str(users).split(",")
        if len(ids) != 1:
            call.scope("mpim:write")
            raise ApiError("method_not_supported_for_channel_type")
        user = world.user(call.workspace, ids[0])
        if user["id"] == call.workspace.bot_user_id or user["is_bot"]:
            raise ApiError("cannot_dm_bot")
        known = user["id"] in world.dms
        self.fake.check_open(user)
        channel = world.open_dm(user["id"])
        told = channel if call.flag("return_im") else {"id": channel["id"]}
        return {"channel": told, "no_op": known, "already_open": known}

    async def _info(self, call: Call) -> Json:
        channel = self._channel(call, "read")
        shape = self._shape(call, channel)
        if call.flag("include_num_members"):
            shape["num_members"] = len(self.fake.world.members[channel["id"]])
        if call.flag("include_locale"):
            shape["locale"] = "en-US"
        return {"channel": shape}

    async def _members(self, call: Call) -> Json:
        channel = self._channel(call, "read")
        found = sorted(self.fake.world.members[channel["id"]])
        return _page(call, "members", found, 100)

    def _of_types(self, call: Call, default: str) -> list[Json]:
        wanted = str(call.args.get("types") or default).split(",")
        kinds = set()
        for name in wanted:
            if name.strip() not in TYPES:
                raise ApiError("invalid_types")
            kinds.add(TYPES[name.strip()])
            call.scope(f"{TYPES[name.strip()]}:read")
        world = self.fake.world
        return [
            one
            for one in world.channels.values()
            if one["context_team_id"] == call.workspace.id
            and kind_of(one) in kinds
            and world.bot_sees(one)
            and not (call.flag("exclude_archived") and one["is_archived"])
        ]

    async def _list(self, call: Call) -> Json:
        found = self._of_types(call, "public_channel")
        return _page(call, "channels", [self._shape(call, one) for one in found], 100)

    async def _theirs(self, call: Call) -> Json:
        found = self._of_types(call, "public_channel")
        who = str(call.args.get("user") or call.workspace.bot_user_id)
        self.fake.world.user(call.workspace, who)
        found = [one for one in found if who in self.fake.world.members[one["id"]]]
        return _page(call, "channels", [self._shape(call, one) for one in found], 100)

    async def _join(self, call: Call) -> Json:
        channel = self.fake.world.channel(call.workspace, call.need("channel")[0])
        if channel["is_private"]:
            raise ApiError("method_not_supported_for_channel_type")
        if channel["is_archived"]:
            raise ApiError("is_archived")
        self.fake.world.join(channel, call.workspace.bot_user_id)
        return {"channel": self._shape(call, channel)}

    async def _leave(self, call: Call) -> Json:
        channel = self._channel(call, "write" if self._private(call) else "manage")
        self.fake.world.leave(channel, call.workspace.bot_user_id)
        return {}

    def _private(self, call: Call) -> bool:
        found = self.fake.world.channels.get(str(call.args.get("channel")))
        return bool(found and found["is_private"])

    def _read(self, call: Call) -> tuple[Json, list[Json]]:
        """Return a channel the app is in and its messages in the time asked for."""
        channel = self._channel(call, "history")
        if not self.fake.world.has_bot(channel):
            raise ApiError("not_in_channel")
        oldest = str(call.args.get("oldest") or "0")
        latest = str(call.args.get("latest") or "9999999999.999999")
        inclusive = call.flag("inclusive")
        found = []
        for one in self.fake.messages.all(channel["id"]):
            at = float(one["ts"])
            inside = float(oldest) < at < float(latest)
            if inside or (inclusive and one["ts"] in (oldest, latest)):
                found.append(one)
        return channel, found

    async def _history(self, call: Call) -> Json:
        _, found = self._read(call)
        top = [
            one
            for one in found
            if one.get("thread_ts") in (None, one["ts"])
            or one.get("subtype") == "thread_broadcast"
        ]
        page = _page(call, "messages", [_without(call, one) for one in top[::-1]], 100)
        more = bool(page["response_metadata"]["next_cursor"])
        return page | {"has_more": more, "pin_count": 0}

    async def _replies(self, call: Call) -> Json:
        channel, found = self._read(call)
        held = self.fake.messages.by_key.get((channel["id"], call.need("ts")[0]))
        if held is None or (channel["id"], held["ts"]) in self.fake.messages.private_to:
            raise ApiError("thread_not_found")
        parent = held.get("thread_ts") or held["ts"]
        thread = [one for one in found if parent in (one["ts"], one.get("thread_ts"))]
        page = _page(call, "messages", [_without(call, one) for one in thread], 1000)
        return page | {"has_more": bool(page["response_metadata"]["next_cursor"])}


def _without(call: Call, message: Json) -> Json:
    """Return a message without its metadata, unless it was asked for."""
    if call.flag("include_all_metadata"):
        return dict(message)
    return {key: value for key, value in message.items() if key != "metadata"}


def _page(call: Call, name: str, found: list[Any], most: int) -> Json:
    """Return one page of a list; raises ``invalid_cursor``, ``invalid_limit``."""
    try:
        limit = int(call.args.get("limit") or most)
    except ValueError:
        raise ApiError("invalid_limit") from None
    if not 0 < limit <= 1000:
        raise ApiError("invalid_limit")
    start = 0
    if call.args.get("cursor"):
        try:
            start = int(base64.b64decode(str(call.args["cursor"])).decode().removeprefix("next:"))
        except ValueError:
            raise ApiError("invalid_cursor") from None
    end = start + limit
    cursor = base64.b64encode(f"next:{end}".encode()).decode() if end < len(found) else ""
    return {name: found[start:end], "response_metadata": {"next_cursor": cursor}}
