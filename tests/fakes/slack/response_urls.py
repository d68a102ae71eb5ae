"""Response URLs: five uses in thirty minutes, to one person or to a channel."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.fakes.slack.errors import ApiError
from tests.fakes.slack.messages import Key
from tests.fakes.slack.world import Json, Workspace

if TYPE_CHECKING:
    from tests.fakes.slack.server import FakeSlack

USES, SECONDS = 5, 1800.0
TAKES = frozenset(
    {"text", "blocks", "attachments", "response_type", "replace_original", "delete_original"}
    | {"thread_ts", "unfurl_links", "unfurl_media", "metadata", "mrkdwn", "link_names", "parse"}
    | {"markdown_text"}
)


@dataclass
class ResponseUrl:
    """One address. ``original`` is the message that was pressed, or the last one it made."""

    kind: str
    workspace: Workspace
    channel: str
    user: str
    made: float
    original: Key | None = None
    uses: int = 0


class ResponseUrls:
    """All addresses by their secret. ``replaced`` tells what was changed for a whole channel.

    Wrong blocks are answered with 404 and JSON (slackapi/java-slack-sdk issue 1349); that used and
    expired addresses are answered in the same way is from memory.
    """

    def __init__(self, fake: FakeSlack) -> None:
        self.fake = fake
        self.by_secret: dict[str, ResponseUrl] = {}
        self.replaced: list[str] = []

    def new(
        self, kind: str, workspace: Workspace, channel: str, user: str, original: Key | None = None
    ) -> str:
        """Return a fresh address: kind is commands, actions or app."""
        secret = secrets.token_urlsafe(18)
        now = self.fake.clock.monotonic()
        self.by_secret[secret] = ResponseUrl(kind, workspace, channel, user, now, original)
        number = secrets.randbelow(10**13)
        return f"{self.fake.host}/{kind}/{workspace.id}/{number}/{secret}"

    def take(self, secret: str, raw: bytes) -> tuple[int, str]:
        """Do what was posted to an address; return status and text of the answer."""
        held = self.by_secret.get(secret)
        if held is None:
            raise ApiError("not_found", status=404)
        if self.fake.clock.monotonic() - held.made > SECONDS:
            raise ApiError("expired_url", status=404)
        if held.uses >= USES:
            raise ApiError("used_url", status=404)
        try:
            body = json.loads(raw)
        except ValueError:
            body = None
        if not isinstance(body, dict):
            raise ApiError("invalid_payload", status=400)
        held.uses += 1
        try:
            self.respond(held, body)
        except ApiError as error:
            raise ApiError(error.error, error.messages or None, status=404) from None
        return 200, "ok" if held.kind == "commands" else json.dumps({"ok": True})

    def respond(self, held: ResponseUrl, body: Json) -> None:
        """Do what an answer asks for: show, post, replace or delete a message."""
        unknown = sorted(set(body) - TAKES)
        if unknown:
            self.fake.violations.append(f"response_url: {unknown} are not read")
        if body.get("response_type") not in (None, "ephemeral", "in_channel"):
            raise ApiError("invalid_arguments", ["unknown response_type"])
        key = held.original
        there = key is not None and key in self.fake.messages.by_key
        if body.get("delete_original"):
            if key is not None and there:
                self._note("deleted", key)
                self.fake.messages.remove(*key)
            return
        self.fake.checker.message(body)
        self.fake.files.check_pictures(body.get("blocks"))
        fresh = self.fake.messages.from_app(held.workspace, body)
        if body.get("replace_original") and key is not None:
            if there:
                self._note("replaced", key)
                self.fake.messages.change(*key, fresh)
            return
        self._show(held, body, fresh)

    def _show(self, held: ResponseUrl, body: Json, fresh: Json) -> None:
        channel = self.fake.world.channels[held.channel]
        if channel["is_archived"]:
            raise ApiError("is_archived")
        args = dict(body)
        if body.get("response_type") == "in_channel":
            if held.kind == "commands":
                line = "an answer in the channel to a slash command names the person"
                self.fake.violations.append(f"response_url: {line}")
                fresh["used_by"] = held.user
            self.fake.messages.post(channel, fresh, args)
        else:
            self.fake.messages.whisper(channel, held.user, fresh, args)
        if held.kind == "commands":
            # From memory: a later replace_original finds what the command showed before.
            held.original = (channel["id"], fresh["ts"])

    def _note(self, what: str, key: Key) -> None:
        if key not in self.fake.messages.private_to:
            self.replaced.append(f"{what} for everybody: {key[0]} {key[1]}")

    def from_ack(self, url: str, body: Any) -> None:
        """Show what a slash command's acknowledgement holds, if it holds a message."""
        if not body:
            return
        held = self.by_secret[url.rpartition("/")[2]]
        try:
            self.respond(held, body if isinstance(body, dict) else {"text": str(body)})
        except ApiError as error:
            self.fake.note("the answer to a slash command", error)
