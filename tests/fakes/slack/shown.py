"""A message as a client shows it: words, buttons, pictures, files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.slack import markup, reading
from tests.fakes.slack.reading import Button
from tests.fakes.slack.world import Json


@dataclass(frozen=True)
class File:
    """A file or a picture; ``alt`` is read to those who do not see it."""

    name: str
    content: bytes = field(repr=False)
    alt: str = ""


@dataclass(frozen=True)
class Shown:
    """A copy of a message as it was when somebody looked; ``raw`` is Slack's JSON."""

    raw: Json
    channel: str
    ephemeral: bool = False
    options: Json = field(default_factory=dict)
    """How it was to be shown: unfurl_links, parse and the like."""
    files_by_id: Any = field(repr=False, default=None)
    names: Any = field(repr=False, default=None)
    """Whatever has ``get(id)`` for the names of mentioned things."""

    @property
    def ts(self) -> str:
        """Return its timestamp, which is its id in its channel."""
        return str(self.raw["ts"])

    @property
    def user(self) -> str:
        """Return who wrote it."""
        return str(self.raw.get("user") or "")

    @property
    def bot_id(self) -> str:
        """Return the bot's id where a bot wrote it."""
        return str(self.raw.get("bot_id") or "")

    @property
    def thread_ts(self) -> str:
        """Return the message it is under, or itself where there are replies to it."""
        return str(self.raw.get("thread_ts") or "")

    @property
    def metadata(self) -> Json | None:
        """Return its metadata, which any app in the workspace can read."""
        return self.raw.get("metadata")

    @property
    def edited(self) -> bool:
        """Say whether "(edited)" stands behind it."""
        return "edited" in self.raw

    @property
    def used_by(self) -> str:
        """Return whom its head names as having used a command; nothing for a plain message."""
        return str(self.raw.get("used_by") or "")

    @property
    def fallback(self) -> str:
        """Return its ``text``, for notifications where there are blocks."""
        return str(self.raw.get("text") or "")

    @property
    def blocks(self) -> list[Json]:
        """Return its blocks."""
        return list(self.raw.get("blocks") or [])

    @property
    def _parts(self) -> Iterator[list[Json]]:
        yield self.blocks
        yield from (one["blocks"] for one in self.raw.get("attachments") or [] if "blocks" in one)

    @property
    def texts(self) -> list[str]:
        """Return its texts as they were sent, in reading order."""
        if not self.blocks:
            return [self.fallback] if self.fallback else []
        return [one["text"] for part in self._parts for one in reading.texts(part)]

    @property
    def words(self) -> str:
        """Return its words in reading order, buttons aside."""
        found = [line for part in self._parts for line in reading.lines(part, self.names or {})]
        if not self.blocks and self.fallback:
            plain = self.options.get("mrkdwn") is False
            text = self.fallback if plain else markup.shown(self.fallback, self.names)
            found.insert(0, text)
        return "\n".join(found)

    @property
    def quotes(self) -> list[str]:
        """Return everything in it that stands as a quote."""
        if not self.blocks:
            return markup.quotes(self.fallback, self.names)
        return reading.quotes(self.blocks, self.names or {})

    @property
    def live(self) -> list[str]:
        """Return every mention, link, preview, emoji and the like in it that does something."""
        named = self.options.get("parse") == "full" or bool(self.options.get("link_names"))
        found = [one for part in self._parts for one in reading.live(part)]
        if not self.blocks:
            found += markup.live(self.fallback, named=named)
        else:
            # Nobody reads it in the channel, but a notification and the people it names do.
            found += [one for one in markup.live(self.fallback, named=named) if one[0] in "<@#"]
        unfurls = self.options.get("unfurl_links") or self.options.get("unfurl_media") is not False
        links = [one for part in self._parts for one in reading.links(part)]
        links += markup.links(self.fallback)
        return found + ([f"preview of {one}" for one in links] if unfurls else [])

    @property
    def buttons(self) -> list[Button]:
        """Return its buttons in reading order."""
        return [button for part in self._parts for button in reading.buttons(part)]

    @property
    def pictures(self) -> list[File]:
        """Return its pictures in reading order, those in blocks first."""
        found = []
        for part in self._parts:
            for one in _pictures(part):
                held = self.files_by_id.picture(one.get("slack_file") or {})
                content = held.content if held is not None else b""
                name = held.name if held is not None else str(one.get("image_url") or "")
                found.append(File(name, content or b"", one["alt_text"]))
        return found + [file for file, picture in self._attached() if picture]

    @property
    def files(self) -> list[File]:
        """Return its files that are no pictures."""
        return [file for file, picture in self._attached() if not picture]

    def _attached(self) -> Iterator[tuple[File, bool]]:
        for one in self.raw.get("files") or []:
            held = self.files_by_id.by_id.get(one["id"])
            if held is not None:
                picture = held.mimetype.startswith("image/")
                yield File(held.name, held.content or b"", held.alt), picture

    def find(self, label: str) -> Button:
        """Return the button with this label, its beginning, or action_id."""
        action = reading.find(self.blocks, label)
        names = (action["block_id"], action["action_id"])
        return next(one for one in self.buttons if (one.block_id, one.action_id) == names)


def _pictures(blocks: list[Json]) -> Iterator[Json]:
    for block in blocks:
        inner = block["elements"] if block["type"] == "context" else [block.get("accessory") or {}]
        yield from (one for one in [block, *inner] if one.get("type") == "image")
