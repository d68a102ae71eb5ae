"""HTML pasted as text: what a reader would see of it."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

import re2

from cogs.draft.reading.patterns import compiled

_TAG = compiled(
    r"(?i)<(?:/?(?:p|div|br|html|body|table|td|tr|span|ul|li|h[1-6]|b|strong)\b[^<>]*|"
    r"!doctype[^<>]*)>"
)
_BLOCKS_WORDS: Final = (
    "p div br tr li ul ol table h1 h2 h3 h4 h5 h6 hr blockquote section article header footer"
)
_BLOCKS: Final = frozenset(_BLOCKS_WORDS.split())
_UNSEEN: Final = frozenset({"script", "style", "head", "title"})
_COMMENT = compiled(r"(?s)<!--.*?-->|<![^<>]*>|<\?[^<>]*>")
_STRAY = compiled(r"</?[a-zA-Z][a-zA-Z0-9:]*(?:[\s/][^<>]*)?>|<")
_ENTITY = compiled(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")


class _Reader(HTMLParser):
    """Gathers what is seen of HTML: a line for a block, nothing of scripts and styles."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body":
            self._unseen = 0
        elif tag in _UNSEEN:
            self._unseen += 1
        elif tag in _BLOCKS:
            self.seen.append("\n\n" if tag == "p" else "\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _BLOCKS:
            self.seen.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.seen.append(data if "\n" not in data else " ".join(data.split("\n")))


def _escaped(found: re2._Match) -> str:
    tag = str(found.group())
    return "&lt;" if tag == "<" else tag


def is_markup(text: str) -> bool:
    """Say whether a text is HTML: two tags of those that letters are made of."""
    first = _TAG.search(text)
    return bool(first and _TAG.search(text, first.end()))


def visible(text: str) -> str:
    """Return the text of HTML, a line for a block; headers above the first tag stay lines."""
    first = _TAG.search(text)
    start = first.start() if first else 0
    reader = _Reader()
    # The standard library's parser is quadratic in what begins like a tag and never ends, and
    # takes <jane@acme.example> for one: it is fed tags alone.
    reader.feed(_STRAY.sub(_escaped, _COMMENT.sub(" ", text[start:])))
    reader.close()
    return text[:start] + "".join(reader.seen)


def without_entities(text: str) -> str:
    """Return text with entities decoded, where it was pasted without its tags."""
    if not _ENTITY.search(text):
        return text
    reader = _Reader()
    reader.feed(text.replace("<", "&lt;").replace("\n", "<br>"))
    reader.close()
    return "".join(reader.seen)
