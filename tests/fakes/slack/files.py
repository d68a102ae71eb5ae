"""Files: an address to upload to, the bytes, and what becomes of them."""

from __future__ import annotations

import mimetypes
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.fakes.slack.access import Call, Method
from tests.fakes.slack.content import walk
from tests.fakes.slack.errors import ApiError
from tests.fakes.slack.world import Json

if TYPE_CHECKING:
    from tests.fakes.slack.server import FakeSlack

PICTURES = ("image/png", "image/jpeg", "image/gif")
"""What an image block can show."""
LARGEST = 1_000_000_000


@dataclass
class File:
    """One upload; ``ready`` is when Slack has looked at it, nothing before it is complete."""

    id: str
    team: str
    name: str
    length: int
    alt: str
    ticket: str
    content: bytes | None = None
    title: str = ""
    ready: float | None = None
    shared: tuple[str, ...] = ()

    @property
    def mimetype(self) -> str:
        """Return what its name says that it is."""
        return mimetypes.guess_type(self.name)[0] or "application/octet-stream"


class Files:
    """All uploads, and the methods about them."""

    def __init__(self, fake: FakeSlack) -> None:
        self.fake = fake
        self.by_id: dict[str, File] = {}

    def methods(self) -> list[Method]:
        """Return the table of these methods."""
        asks = frozenset({"filename", "length", "alt_txt", "snippet_type"})
        ends = {"files", "channel_id", "channels", "initial_comment", "thread_ts", "blocks"}
        write, read = "files:write", "files:read"
        one = frozenset({"file"})
        return [
            Method("files.getUploadURLExternal", self._ask, asks, write, form=True),
            Method("files.completeUploadExternal", self._complete, frozenset(ends), write),
            Method("files.info", self._info, one | {"cursor", "limit"}, read, form=True),
            Method("files.delete", self._delete, one, write),
        ]

    async def _ask(self, call: Call) -> Json:
        name, length = call.need("filename", "length")
        try:
            size = int(length)
        except ValueError:
            raise ApiError("invalid_arguments", ["length must be an integer"]) from None
        if size <= 0:
            raise ApiError("missing_argument")
        if size > LARGEST:
            raise ApiError("file_upload_size_restricted")
        alt = str(call.args.get("alt_txt") or "")
        if len(alt) > 1000:
            raise ApiError("alt_txt_too_large")
        file_id = self.fake.world.new_id("F")
        ticket = secrets.token_urlsafe(24)
        self.by_id[file_id] = File(file_id, call.workspace.id, str(name), size, alt, ticket)
        return {"upload_url": f"{self.fake.host}/upload/v1/{ticket}", "file_id": file_id}

    def receive(self, ticket: str, content: bytes) -> tuple[int, str]:
        """Take the bytes of an upload, and return status and text of the answer."""
        for file in self.by_id.values():
            if file.ticket == ticket and file.content is None:
                if len(content) != file.length:
                    return 400, "length mismatch"  # from memory: the words are not documented
                file.content = content
                return 200, f"OK - {len(content)}"
        return 404, "no such upload"

    async def _complete(self, call: Call) -> Json:
        (listed,) = call.need("files")
        if not isinstance(listed, list):
            raise ApiError("invalid_arguments", ["files must be an array"])
        found = []
        for one in listed:
            file = self._own(call, one.get("id"))
            if file.content is None or file.ready is not None:
                raise ApiError("file_not_found")
            found.append((file, one))
        channel = self._channel(call)
        for file, one in found:
            file.title = str(one.get("title") or file.name)
            file.ready = self.fake.clock.monotonic() + self.fake.faults.file_seconds
        done = [file for file, _ in found]
        if channel is not None:
            self._share(call, channel, done)
        self.fake.moved()
        return {"files": [self.shape(file) for file in done]}

    def _channel(self, call: Call) -> Json | None:
        name = call.args.get("channel_id") or call.args.get("channels")
        if not name:
            return None
        channel = self.fake.world.channel(call.workspace, name)
        if channel.get("is_im"):
            self.fake.check_open(self.fake.world.users[channel["user"]])
        if not self.fake.world.has_bot(channel):
            raise ApiError("not_in_channel")
        if channel["is_archived"]:
            raise ApiError("is_archived")
        return channel

    def _share(self, call: Call, channel: Json, files: list[File]) -> None:
        args = {"text": call.args.get("initial_comment") or ""}
        if not args["text"] and call.args.get("blocks"):
            self.fake.checker.blocks(call.args["blocks"])
            args["blocks"] = call.args["blocks"]
        message = self.fake.messages.from_app(call.workspace, args)
        message |= {"subtype": "file_share", "upload": True}
        message["files"] = [self.shape(file) for file in files]
        posted = {"thread_ts": call.args.get("thread_ts")}
        self.fake.messages.post(channel, message, posted)
        for file in files:
            file.shared = (*file.shared, channel["id"])

    def _own(self, call: Call, file_id: Any) -> File:
        file = self.by_id.get(str(file_id))
        if file is None or file.team != call.workspace.id:
            raise ApiError("file_not_found")
        return file

    async def _info(self, call: Call) -> Json:
        file = self._own(call, call.need("file")[0])
        if file.ready is None:
            raise ApiError("file_not_found")
        return {"file": self.shape(file), "comments": [], "response_metadata": {"next_cursor": ""}}

    async def _delete(self, call: Call) -> Json:
        file = self._own(call, call.need("file")[0])
        del self.by_id[file.id]
        for message in self.fake.messages.by_key.values():
            for held in message.get("files") or []:
                if held["id"] == file.id:
                    held.clear()
                    held.update({"id": file.id, "mode": "tombstone"})
        self.fake.moved()
        return {}

    def _is_ready(self, file: File) -> bool:
        return file.ready is not None and self.fake.clock.monotonic() >= file.ready

    def shape(self, file: File) -> Json:
        """Return a file as Slack writes it; before it was looked at, its type is not known."""
        known = self._is_ready(file)
        base = f"{self.fake.host}/files-pri/{file.team}-{file.id}/{file.name}"
        shape: Json = {"id": file.id, "name": file.name, "title": file.title, "mode": "hosted"}
        shape |= {"mimetype": file.mimetype if known else "", "size": file.length}
        shape |= {"filetype": file.name.rpartition(".")[2] if known else "", "url_private": base}
        shape |= {"permalink": f"{self.fake.host}/files/{file.id}/{file.name}"}
        if file.alt:
            shape["alt_txt"] = file.alt
        return shape | {
            "is_public": False,
            "channels": list(file.shared),
            "file_access": "visible",
        }

    def check_pictures(self, blocks: Any, place: str = "/blocks") -> None:
        """Raise where a block shows an uploaded file that is none, not ready, or no picture."""
        faults = []
        for number, block in enumerate(blocks or []):
            for one in walk(block):
                named = one.get("slack_file") if one.get("type") == "image" else None
                if named is not None and self.picture(named) is None:
                    faults.append(f"invalid slack file [json-pointer:{place}/{number}/slack_file]")
        if faults:
            view = place.startswith("/view")
            raise ApiError("invalid_arguments" if view else "invalid_blocks", faults)

    def picture(self, named: Json) -> File | None:
        """Return the picture an image block shows, if it is ready."""
        for file in self.by_id.values():
            shape = self.shape(file)
            here = named.get("id") == file.id
            here = here or named.get("url") in (shape["url_private"], shape["permalink"])
            if here and self._is_ready(file) and file.mimetype in PICTURES:
                return file
        return None
