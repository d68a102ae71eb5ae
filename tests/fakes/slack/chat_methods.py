"""The methods that post, change and delete messages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.fakes.slack.access import Call, Method
from tests.fakes.slack.content import LONGEST_UPDATE
from tests.fakes.slack.errors import ApiError
from tests.fakes.slack.world import Json

if TYPE_CHECKING:
    from tests.fakes.slack.server import FakeSlack

CONTENT = {"channel", "text", "blocks", "attachments", "markdown_text", "link_names", "parse"}
LOOKS = {"username", "icon_emoji", "icon_url"}
FIRST = CONTENT | LOOKS | {"thread_ts", "mrkdwn", "metadata", "reply_broadcast"}
FIRST |= {"unfurl_links", "unfurl_media"}


class ChatMethods:
    """chat.postMessage and its family."""

    def __init__(self, fake: FakeSlack) -> None:
        self.fake = fake

    def methods(self) -> list[Method]:
        """Return the table of these methods."""
        write = "chat:write"
        alone = frozenset(CONTENT | LOOKS | {"user", "thread_ts"})
        change = frozenset(CONTENT | {"ts", "metadata", "reply_broadcast", "file_ids"})
        link = frozenset({"channel", "message_ts"})
        return [
            Method("chat.postMessage", self._post, frozenset(FIRST), write),
            Method("chat.postEphemeral", self._whisper, alone, write),
            Method("chat.update", self._update, change, write),
            Method("chat.delete", self._delete, frozenset({"channel", "ts"}), write),
            Method("chat.getPermalink", self._permalink, link, form=True),
        ]

    async def _post(self, call: Call) -> Json:
        (name,) = call.need("channel")
        self._look(call)
        channel = self._place(call, name)
        if channel["is_archived"]:
            raise ApiError("is_archived")
        public = "chat:write.public" in call.workspace.scopes and not channel["is_private"]
        if not public and not self.fake.world.has_bot(channel):
            raise ApiError("not_in_channel")
        self._check(call)
        if call.args.get("metadata") and not call.token.startswith("xoxb-"):
            raise ApiError("metadata_must_be_sent_from_app")
        self.fake.rates.post(channel["id"])
        message = self.fake.messages.from_app(call.workspace, call.args)
        for key in ("username", "icon_emoji", "icon_url"):
            if call.args.get(key):
                message[key] = call.args[key]
        args = call.args | {"reply_broadcast": call.flag("reply_broadcast")}
        self.fake.note_reply(channel, args)
        self.fake.messages.post(channel, message, args)
        return {"channel": channel["id"], "ts": message["ts"], "message": _said(message)}

    def _look(self, call: Call) -> None:
        if any(call.args.get(key) for key in LOOKS):
            call.scope("chat:write.customize")

    def _check(self, call: Call, **how: Any) -> None:
        self.fake.checker.message(call.args, **how)
        self.fake.files.check_pictures(call.args.get("blocks"))

    def _place(self, call: Call, name: Any) -> Json:
        """Return the channel meant; a user's id means the DM with them."""
        world = self.fake.world
        if str(name).startswith("#"):  # a channel's name, which Slack takes here as well
            for one in world.channels.values():
                if (
                    one.get("name") == str(name)[1:]
                    and one["context_team_id"] == call.workspace.id
                ):
                    return world.channel(call.workspace, one["id"])
        if str(name) in world.users:
            user = world.users[str(name)]
            if user["team_id"] != call.workspace.id:
                raise ApiError("channel_not_found")
            self.fake.check_open(user)
            return world.open_dm(user["id"])
        channel = world.channel(call.workspace, name)
        if channel.get("is_im"):
            self.fake.check_open(world.users[channel["user"]])
        return channel

    async def _whisper(self, call: Call) -> Json:
        name, user_id = call.need("channel", "user")
        self._look(call)
        world = self.fake.world
        channel = world.channel(call.workspace, name)
        if not world.has_bot(channel):
            raise ApiError("not_in_channel")
        if channel["is_archived"]:
            raise ApiError("is_archived")
        user = world.users.get(str(user_id))
        if channel.get("is_im") and not world.app.set_up.messages_tab:
            raise ApiError("messages_tab_disabled")
        if user is None or user["id"] not in world.members[channel["id"]] or user["deleted"]:
            raise ApiError("user_not_in_channel")
        self._check(call)
        message = self.fake.messages.from_app(call.workspace, call.args)
        self.fake.messages.whisper(channel, user["id"], message, call.args)
        return {"message_ts": message["ts"]}

    def _held(self, call: Call, ts: str) -> tuple[Json, Json]:
        """Return the channel and the app's own message in it; raises."""
        channel = self.fake.world.channel(call.workspace, call.need("channel")[0])
        if str(call.args["channel"]).startswith(("U", "W")):
            raise ApiError("channel_not_found")
        message = self.fake.messages.get(channel["id"], ts)
        if message.get("subtype") == "tombstone":
            raise ApiError("message_not_found")
        return channel, message

    async def _update(self, call: Call) -> Json:
        (ts,) = call.need("ts")
        channel, held = self._held(call, ts)
        if held.get("bot_id") != call.workspace.bot_id:
            raise ApiError("cant_update_message")
        if channel["is_archived"]:
            raise ApiError("is_archived")
        args = call.args
        self._check(call, longest=LONGEST_UPDATE, partial=args.get("metadata") is not None)
        fresh = self.fake.messages.from_app(call.workspace, args)
        if args.get("text") is None and not args.get("markdown_text"):
            fresh["text"] = held["text"] if args.get("blocks") is None else ""
        # By its page: blocks stay only where neither text nor blocks are given.
        if args.get("blocks") is None and args.get("text") is None and "blocks" in held:
            fresh.setdefault("blocks", held["blocks"])
        for key in ("attachments", "metadata"):
            if args.get(key) is None and key in held:
                fresh[key] = held[key]
        edited = bool(args.get("text")) and not args.get("blocks")
        self.fake.messages.change(channel["id"], held["ts"], fresh, edited=edited)
        said = {"channel": channel["id"], "ts": held["ts"], "text": held["text"]}
        return said | {"message": _said(held)}

    async def _delete(self, call: Call) -> Json:
        (ts,) = call.need("ts")
        channel, held = self._held(call, ts)
        if held.get("bot_id") != call.workspace.bot_id:
            raise ApiError("cant_delete_message")
        self.fake.messages.remove(channel["id"], held["ts"])
        return {"channel": channel["id"], "ts": held["ts"]}

    async def _permalink(self, call: Call) -> Json:
        name, ts = call.need("channel", "message_ts")
        channel = self.fake.world.channel(call.workspace, name)
        message = self.fake.messages.get(channel["id"], ts)
        at = message["ts"].replace(".", "")
        link = f"https://{call.workspace.domain}.slack.com/archives/{channel['id']}/p{at}"
        thread = message.get("thread_ts")
        if thread and thread != message["ts"]:
            link += f"?thread_ts={thread}&cid={channel['id']}"
        return {"channel": channel["id"], "permalink": link}


def _said(message: Json) -> Json:
    return {key: value for key, value in message.items() if not key.startswith("reply_")}
