"""Every message: posts, replies, edits, and those only one person sees."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from tests.fakes.slack.content import with_ids
from tests.fakes.slack.errors import ApiError
from tests.fakes.slack.world import Json, Workspace, World, kind_of

Key = tuple[str, str]
"""A channel's id and a timestamp."""
KEPT_OPTIONS = ("unfurl_links", "unfurl_media", "parse", "link_names", "mrkdwn")
TOMBSTONE = "This message was deleted."


class Messages:
    """All messages by channel and timestamp."""

    def __init__(self, world: World, moved: Callable[[], None]) -> None:
        self.world, self._changed = world, moved
        self.by_key: dict[Key, Json] = {}
        self.private_to: dict[Key, str] = {}
        """Ephemeral messages, and who sees them."""
        self.dismissed: set[Key] = set()
        """Ephemeral messages that a restarted client no longer has."""
        self.options: dict[Key, Json] = {}
        """How a message was to be shown: unfurl_links, parse and the like."""

    # Reading.

    def all(self, channel_id: str, *, ephemeral: bool = False) -> list[Json]:
        """Return a channel's messages and replies, the oldest first."""
        found = [
            one
            for key, one in self.by_key.items()
            if key[0] == channel_id and (ephemeral or key not in self.private_to)
        ]
        return sorted(found, key=lambda one: one["ts"])

    def get(self, channel_id: str, ts: Any) -> Json:
        """Return a message everybody sees; raises ``message_not_found``."""
        key = (channel_id, str(ts))
        if key not in self.by_key or key in self.private_to:
            raise ApiError("message_not_found")
        return self.by_key[key]

    def replies(self, channel_id: str, ts: str) -> list[Json]:
        """Return the replies under a message, the oldest first."""
        return [
            one for one in self.all(channel_id) if one.get("thread_ts") == ts and one["ts"] != ts
        ]

    # Writing.

    def from_app(self, workspace: Workspace, args: Json) -> Json:
        """Return a message of the app as Slack writes it, not yet posted."""
        message: Json = {
            "user": workspace.bot_user_id,
            "type": "message",
            "bot_id": workspace.bot_id,
        }
        app = self.world.app
        message |= {"app_id": app.id, "text": args.get("text") or "", "team": workspace.id}
        profile: Json = {"id": workspace.bot_id, "app_id": app.id, "user_id": message["user"]}
        profile |= {"name": app.set_up.bot_name, "deleted": False, "team_id": workspace.id}
        message["bot_profile"] = profile
        if args.get("markdown_text"):
            blocks = [{"type": "markdown", "text": args["markdown_text"]}]
            message["blocks"] = with_ids(blocks)
        if args.get("blocks"):
            message["blocks"] = with_ids(args["blocks"])
        for key in ("attachments", "metadata"):
            if args.get(key):
                message[key] = copy.deepcopy(args[key])
        return message

    def post(self, channel: Json, message: Json, args: Json | None = None) -> Json:
        """Put a message into a channel, or under another, and tell who is subscribed."""
        options = args or {}
        message["ts"] = self.world.new_ts()
        parent = self._parent(channel, options.get("thread_ts"))
        if parent is not None:
            self._reply(parent, message)
            if options.get("reply_broadcast"):
                message["subtype"] = "thread_broadcast"
        key = (channel["id"], message["ts"])
        self.by_key[key] = message
        self.options[key] = {name: options[name] for name in KEPT_OPTIONS if name in options}
        self._tell(channel, message)
        self._changed()
        return message

    def _parent(self, channel: Json, thread_ts: Any) -> Json | None:
        if not thread_ts:
            return None
        parent = self.by_key.get((channel["id"], str(thread_ts)))
        if parent is None:
            # Not in the list of errors on chat.postMessage's page; reported to Slack's own SDKs.
            raise ApiError("thread_not_found")
        if (channel["id"], parent["ts"]) in self.private_to:
            raise ApiError("cannot_reply_to_message")
        thread = parent.get("thread_ts")
        if thread and thread != parent["ts"]:
            parent = self.by_key[(channel["id"], thread)]
        return parent

    def _reply(self, parent: Json, message: Json) -> None:
        message["thread_ts"] = parent["thread_ts"] = parent["ts"]
        message["parent_user_id"] = parent["user"]
        users = parent.setdefault("reply_users", [])
        if message["user"] not in users:
            users.append(message["user"])
        parent["reply_users_count"] = len(users)
        parent["reply_count"] = parent.get("reply_count", 0) + 1
        parent["latest_reply"] = message["ts"]

    def _tell(self, channel: Json, message: Json, /, **more: Any) -> None:
        if not self.world.has_bot(channel):
            return
        kind = kind_of(channel)
        name = {"channels": "channel", "groups": "group", "im": "im"}[kind]
        shown = {key: value for key, value in message.items() if key != "metadata"}
        event = {**copy.deepcopy(shown), "channel": channel["id"], "channel_type": name}
        event |= {"event_ts": message["ts"]} | more
        self.world.tell(self.world.workspace_of(channel), event, f"message.{kind}")

    def _tell_change(self, channel_id: str, kind: str, **more: Any) -> None:
        ts = self.world.new_ts()
        event: Json = {"type": "message", "subtype": kind, "hidden": True, "ts": ts}
        self._tell(self.world.channels[channel_id], event, **more)

    def whisper(
        self, channel: Json, user_id: str, message: Json, args: Json | None = None
    ) -> Json:
        """Show a message to one person only; it is kept nowhere else."""
        options = args or {}
        message["ts"] = self.world.new_ts()
        if options.get("thread_ts"):
            message["thread_ts"] = str(options["thread_ts"])
        key = (channel["id"], message["ts"])
        self.by_key[key], self.private_to[key] = message, user_id
        self.options[key] = {name: options[name] for name in KEPT_OPTIONS if name in options}
        self._changed()
        return message

    def change(self, channel_id: str, ts: str, fresh: Json, *, edited: bool = False) -> Json:
        """Put new content into a message, ephemeral or not, in its place."""
        held = self.by_key[(channel_id, ts)]
        for key in ("text", "blocks", "attachments", "metadata"):
            held.pop(key, None)
            if key in fresh:
                held[key] = fresh[key]
        if edited:
            held["edited"] = {"user": held["user"], "ts": self.world.new_ts()}
        if (channel_id, ts) not in self.private_to:
            self._tell_change(channel_id, "message_changed", message=copy.deepcopy(held))
        self._changed()
        return held

    def remove(self, channel_id: str, ts: str) -> None:
        """Delete a message; with replies under it a tombstone stays in its place."""
        key = (channel_id, ts)
        held, private = self.by_key[key], key in self.private_to
        if held.get("reply_count"):
            kept = ("type", "ts", "thread_ts", "user", "reply_count", "latest_reply")
            stone = {name: held[name] for name in kept if name in held}
            stone |= {"subtype": "tombstone", "hidden": True, "text": TOMBSTONE}
            self.by_key[key] = stone
        else:
            del self.by_key[key]
            self.private_to.pop(key, None)
            self._forget_reply(channel_id, held)
        if not private:
            self._tell_change(channel_id, "message_deleted", deleted_ts=ts, previous_message=held)
        self._changed()

    def forget(self, channel_id: str) -> None:
        """Drop everything a channel held."""
        for key in [key for key in self.by_key if key[0] == channel_id]:
            del self.by_key[key]
            self.private_to.pop(key, None)
        self._changed()

    def _forget_reply(self, channel_id: str, held: Json) -> None:
        parent = self.by_key.get((channel_id, held.get("thread_ts") or ""))
        if parent is not None and parent is not held and "reply_count" in parent:
            parent["reply_count"] -= 1
