"""Our Markdown as Slack's rich text, in which what is theirs is text and nothing else.

Rich text rather than ``mrkdwn``: a text element shows its characters as they are, so there is
nothing to escape and nothing that could be forgotten. ``mrkdwn`` has no way to write an asterisk
or an underscore that stays one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.words import CLOSE, OPEN, Ours, escape

Json = dict[str, Any]

_SLOT: Final = re.compile(f"{OPEN}(\\d+){CLOSE}")
_ESCAPED: Final = re.compile("&(?=(?:amp|lt|gt);)")
_GAP: Final = "\n\n"
_PIECE: Final = 2900  # characters of one preformatted element; a section has 3000
_STYLES: Final = {"strong_open": "bold", "em_open": "italic"}
_READER: Final = MarkdownIt("zero", {"html": False}).enable(
    ["emphasis", "link", "list", "newline", "escape", "backticks"]
)


def rich(text: Ours) -> list[Json]:
    """Return our words as the elements of a rich text block."""
    theirs: list[str] = []

    def keep(span: str) -> str:
        theirs.append(span)
        return f"{OPEN}{len(theirs) - 1}{CLOSE}"

    found: list[Json] = []
    items: list[Json] | None = None  # of the list that is open
    kind = ""
    for token in _parsed(escape(text, keep)):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            items, kind = [], token.type.partition("_")[0]
        elif token.type.endswith("list_close") and items:
            style = "bullet" if kind == "bullet" else "ordered"
            found.append({"type": "rich_text_list", "style": style, "elements": items})
            items = None
        elif token.type == "inline":
            inline = list(_inline(token.children or (), theirs))
            if items is not None:
                items.append(section(*(inline or [written(" ")])))
            elif inline:
                _add_paragraph(found, inline)
    return found


@lru_cache(maxsize=512)
def _parsed(skeleton: str) -> tuple[Token, ...]:
    """Return our words as tokens: they come again and again. Theirs are slots, and not kept."""
    return tuple(_READER.parse(skeleton))


def _add_paragraph(found: list[Json], inline: list[Json]) -> None:
    """Add a paragraph; one after another stands in the same section, below an empty line."""
    if found and found[-1]["type"] == "rich_text_section":
        found[-1]["elements"] += [written(_GAP), *inline]
    else:
        found.append(section(*inline))


def _inline(tokens: Sequence[Token], theirs: Sequence[str]) -> Iterator[Json]:
    style: dict[str, bool] = {}
    link, label = "", ""
    for token in tokens:
        if token.type in _STYLES:
            style[_STYLES[token.type]] = True
        elif token.type.replace("_close", "_open") in _STYLES:
            del style[_STYLES[token.type.replace("_close", "_open")]]
        elif token.type == "link_open":
            link, label = str(token.attrs["href"]), ""
        elif token.type == "link_close":
            yield {"type": "link", "url": link, "text": label or link}
            link = ""
        elif link:
            label += _put_back(token.content, theirs)
        elif token.type in ("softbreak", "hardbreak"):
            yield written("\n")
        else:
            code = {"code": True} if token.type == "code_inline" else {}
            if content := _put_back(token.content, theirs):
                yield written(content, **style, **code)


def _put_back(content: str, theirs: Sequence[str]) -> str:
    return _SLOT.sub(lambda slot: theirs[int(slot.group(1))], content)


def section(*elements: Json) -> Json:
    """Return a paragraph."""
    return {"type": "rich_text_section", "elements": list(elements)}


def written(text: str, **style: bool) -> Json:
    """Return text as it is typed: nothing in it acts."""
    return {"type": "text", "text": text} | ({"style": style} if style else {})


def preformatted(text: str) -> Iterator[Json]:
    """Yield text as it is, with every space in it, in pieces that Slack takes."""
    for at in range(0, len(text), _PIECE):
        yield {"type": "rich_text_preformatted", "elements": [written(text[at : at + _PIECE])]}


def block(*elements: Json) -> Json:
    """Return a rich text block."""
    return {"type": "rich_text", "elements": list(elements)}


def label(text: str) -> Json:
    """Return text for a button, a heading or a label: shown as it is, emoji names as well.

    Slack escapes what it is given, but leaves alone what looks as if that had been done.
    """
    return {"type": "plain_text", "text": _ESCAPED.sub("&amp;", text), "emoji": False}


def bare(text: Ours, gap: str = _GAP) -> str:
    """Return our words without Markdown, for where there is none; theirs as they were.

    ``gap`` parts paragraphs.
    """
    return _bare(text, gap) if OPEN in text else _bare_ours(text, gap)


def _bare(text: Ours, gap: str) -> str:
    return "\n".join(_lines(rich(text), gap)).strip("\n")


_bare_ours = lru_cache(maxsize=512)(_bare)
"""For what holds nothing of theirs, which is not kept."""


def _lines(elements: Sequence[Json], gap: str) -> Iterator[str]:
    for element in elements:
        if element["type"] == "rich_text_list":
            yield from (f"• {line}" for line in _lines(element["elements"], gap))
        else:
            texts = (str(part["text"]) for part in element["elements"])
            yield "".join(gap if text == _GAP else text for text in texts)


def fallback(text: str) -> str:
    """Return text for notifications and screen readers, in which nothing acts."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
