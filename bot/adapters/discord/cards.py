"""Cards as messages of Discord's components (V2): what we say, what they said, buttons.

Components rather than embeds: headings, quotes, small print, pictures, files and buttons stand in
one frame in the order they are read, links in them unfold no preview, and a screen reader meets
them in that order. Embeds put files and buttons outside, and repeat a link's page below.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import discord
from discord import ui

from bot import limits
from bot.adapters.discord.markup import alive, dead, one_line, small
from bot.people import Member
from bot.splitting import split
from bot.ui import Button, Card, Quote
from bot.words import plain

TEXT: Final = 4000  # characters of all texts of one message
COMPONENTS: Final = 40  # components of one message, nested ones counted
_QUOTES: Final = 4  # more of them share one component, or a message has too many
_PICTURE: Final = "picture.png"
_GREEN: Final = 0x4F8A6B  # the frame's edge, the same on every card

Item = ui.Item[ui.LayoutView]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One message, ready to be sent."""

    view: ui.LayoutView
    files: list[discord.File]


class Draws:
    """Draws cards. ``mention`` turns a member into what Discord shows as their name.

    ``custom_id`` turns a call into what a button sends, see ``bot.adapters.discord.ids``.
    """

    def __init__(
        self, mention: Callable[[Member], str], custom_id: Callable[[str], str] = str
    ) -> None:
        self._mention = mention
        self._custom_id = custom_id

    def parts(self, card: Card) -> list[Card]:
        """Return the card in parts that fit into a message each, whatever escaping adds."""
        most = limits.CARD
        while True:
            parts = split(card, most)
            if most < 50 or all(self._length(part) <= TEXT for part in parts):
                return parts
            most //= 2

    def draw(self, card: Card, trace: int | None = None) -> Drawn:
        """Return one part as a message whose first component is numbered ``trace``."""
        items = list(self._items(card))
        files = []
        if card.picture is not None:
            files.append(discord.File(io.BytesIO(card.picture.png), _PICTURE))
        if card.file is not None:
            files.append(discord.File(io.BytesIO(card.file.content), card.file.name))
        view = ui.LayoutView(timeout=None)
        if card.title or card.buttons:
            framed: Item = ui.Container(*items, accent_colour=_GREEN, id=trace)
            view.add_item(framed)
        else:
            items[0].id = trace
            for item in items:
                view.add_item(item)
        # Nobody waits for this view: presses come back by their custom_id, also after a restart.
        view.stop()
        return Drawn(view, files)

    def _length(self, card: Card) -> int:
        return sum(len(text) for text in (*self._above(card), *_below(card)))

    def _above(self, card: Card) -> Iterator[str]:
        """Yield the texts that stand above pictures and files."""
        if title := one_line(card.title):
            yield f"## {title}"
        if (text := alive(card.text)).strip():
            yield text
        if len(card.quotes) > _QUOTES:
            yield "\n\n".join(self._quote(quote, _each_line) for quote in card.quotes)
        else:
            yield from (self._quote(quote, _to_the_end) for quote in card.quotes)

    def _items(self, card: Card) -> Iterator[Item]:
        yield from (ui.TextDisplay(text) for text in self._above(card))
        if card.picture is not None:
            description = plain(card.picture.description)
            media = f"attachment://{_PICTURE}"
            yield ui.MediaGallery(discord.MediaGalleryItem(media, description=description))
        if card.file is not None:
            yield ui.File(f"attachment://{card.file.name}")
        yield from (ui.TextDisplay(text) for text in _below(card))
        for row in _rows(card.buttons):
            yield ui.ActionRow(*(self._button(button) for button in row))

    def _quote(self, quote: Quote, bars: Callable[[str], str]) -> str:
        """Return a quote with the bar beside it, and who said it above."""
        lines = bars(dead(quote.text))
        if isinstance(quote.by, Member):
            return f"{self._mention(quote.by)}\n{lines}"
        return f"**{dead(quote.by)}**\n{lines}" if quote.by else lines

    def _button(self, button: Button) -> ui.Button[ui.LayoutView]:
        return ui.Button(label=plain(button.label), custom_id=self._custom_id(button.call))


def traces(nonce: str, parts: int) -> list[int]:
    """Return the number each part of a card is known by in the history: the last one's is alike.

    Discord keeps the ``id`` of a component (32 bits, ours has 31) as it keeps the text; a nonce it
    forgets within minutes.
    """
    return [_trace(nonce, parts - 1 - part) for part in range(parts)]


def _trace(nonce: str, before_the_end: int) -> int:
    digest = hashlib.sha256(f"{nonce}/{before_the_end}".encode()).digest()
    # At least 1000: Discord numbers the components we leave out from 1.
    return 1000 + int.from_bytes(digest[:4], "big") % (2**31 - 1000)


def trace_of(components: Sequence[Any]) -> int | None:
    """Return the number of a message's first component."""
    return getattr(components[0], "id", None) if components else None


def _below(card: Card) -> Iterator[str]:
    """Yield the small print, which stands below pictures and files."""
    if note := small(card.note):
        yield note


def _to_the_end(text: str) -> str:
    """Return a quote that ends with its component: four characters, however many lines it has.

    So what is at most half of a message's length fits into one, whatever escaping adds.
    """
    return f">>> {text}"


def _each_line(text: str) -> str:
    """Return a quote that something follows in its component."""
    return "\n".join(f"> {line}" for line in text.split("\n"))


def _rows(buttons: Sequence[Button]) -> Iterator[Sequence[Button]]:
    for start in range(0, len(buttons), limits.ROW):
        yield buttons[start : start + limits.ROW]
