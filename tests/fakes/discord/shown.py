"""A message as a client shows it: words, buttons, selects, files, pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.discord import components, markup, selects
from tests.fakes.discord.content import EPHEMERAL, LOADING
from tests.fakes.discord.world import Json


@dataclass(frozen=True)
class Button:
    """One button, as it can be seen and pressed."""

    label: str
    custom_id: str
    style: int
    disabled: bool = False
    url: str = ""
    component_id: int = 0


@dataclass(frozen=True)
class File:
    """A file or a picture; ``description`` is read to those who do not see it."""

    name: str
    content: bytes
    description: str = ""


@dataclass(frozen=True)
class Shown:
    """A copy of a message as it was when somebody looked; ``raw`` is Discord's JSON."""

    raw: Json
    bytes_of: dict[str, bytes] = field(repr=False, default_factory=dict)
    names: Any = field(repr=False, default=None)
    """Whatever has ``get(id)`` for the names of mentioned things."""

    @property
    def id(self) -> str:
        """Return the message's id."""
        return str(self.raw["id"])

    @property
    def channel_id(self) -> str:
        """Return the channel's id."""
        return str(self.raw["channel_id"])

    @property
    def author(self) -> str:
        """Return the author's id."""
        return str(self.raw["author"]["id"])

    @property
    def ephemeral(self) -> bool:
        """Say whether "Only you can see this" stands below it."""
        return bool(self.raw["flags"] & EPHEMERAL)

    @property
    def thinking(self) -> bool:
        """Say whether it is still "thinking"."""
        return bool(self.raw["flags"] & LOADING)

    @property
    def used_by(self) -> str | None:
        """Return whom the message's head names: "ana used /rejection"; nothing for a plain one."""
        about = self.raw.get("interaction_metadata")
        return str(about["user"]["id"]) if about else None

    @property
    def texts(self) -> list[str]:
        """Return its texts as they were sent, in reading order."""
        return list(_texts(self.raw))

    @property
    def words(self) -> str:
        """Return its words in reading order, buttons aside."""
        return "\n".join(markup.shown(text, self.names) for text in self.texts)

    @property
    def live(self) -> list[str]:
        """Return every mention, link and the like in it that does something."""
        allowed = {"parse": ["everyone"] if self.raw.get("mention_everyone") else []}
        found = [one for text in self.texts for one in markup.live(text, allowed)]
        return found + [button.url for button in self.buttons if button.url]

    @property
    def buttons(self) -> list[Button]:
        """Return its buttons in reading order."""
        return [
            Button(
                one.get("label") or (one.get("emoji") or {}).get("name") or "",
                one.get("custom_id") or "",
                one["style"],
                bool(one.get("disabled")),
                one.get("url") or "",
                one.get("id") or 0,
            )
            for _, one in components.walk(self.raw["components"])
            if one["type"] == components.BUTTON
        ]

    @property
    def selects(self) -> list[Json]:
        """Return its selects as JSON."""
        found = components.walk(self.raw["components"])
        return [one for _, one in found if one["type"] in selects.SELECTS]

    @property
    def pictures(self) -> list[File]:
        """Return its pictures in reading order."""
        by_id = {one["id"]: one for one in self.raw["attachments"]}
        found = []
        for _, one in components.walk(self.raw["components"]):
            items = one.get("items") or ([one] if one["type"] == components.THUMBNAIL else [])
            for item in items:
                held = by_id.get(item["media"].get("attachment_id"))
                if held:
                    text = item.get("description") or held.get("description") or ""
                    found.append(File(held["filename"], self.bytes_of[held["id"]], text))
        for held in self._loose():
            if held["content_type"].startswith("image/"):
                found.append(self._file(held))
        return found

    @property
    def files(self) -> list[File]:
        """Return its files that are no pictures."""
        by_id = {one["id"]: one for one in self.raw["attachments"]}
        shown = [
            self._file(by_id[one["file"]["attachment_id"]])
            for _, one in components.walk(self.raw["components"])
            if one["type"] == components.FILE and one["file"].get("attachment_id") in by_id
        ]
        loose = [one for one in self._loose() if not one["content_type"].startswith("image/")]
        return shown + [self._file(held) for held in loose]

    def _loose(self) -> list[Json]:
        """Return attachments below a message that has no V2 components."""
        v2 = any(one["type"] in components.V2 for one in self.raw["components"])
        return [] if v2 else list(self.raw["attachments"])

    def _file(self, held: Json) -> File:
        text = held.get("description") or ""
        return File(held["filename"], self.bytes_of[held["id"]], text)

    def find(self, label: str) -> Button:
        """Return the button with this label or custom_id; raises ``LookupError``."""
        named = [one for one in self.buttons if label in (one.label, one.custom_id)]
        if len(named) != 1:
            said = f"{label!r} is on {len(named)} of {[one.label for one in self.buttons]}"
            raise LookupError(said)
        return named[0]


def _texts(message: Json) -> Iterator[str]:
    if message["content"]:
        yield message["content"]
    for embed in message["embeds"]:
        yield from _embed(embed)
    for _, component in components.walk(message["components"]):
        if component["type"] == components.TEXT:
            yield component["content"]


def _embed(embed: Json) -> Iterator[str]:
    parts: list[Any] = [(embed.get("author") or {}).get("name"), embed.get("title")]
    parts.append(embed.get("description"))
    for field_ in embed.get("fields") or ():
        parts += [field_["name"], field_["value"]]
    parts.append((embed.get("footer") or {}).get("text"))
    yield from (part for part in parts if part)
