"""Discord's Markdown as HTML, by the rules of the fake's own reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup, escape

from tests.fakes.discord import markup

_TAGS = ("strong", "u", "s", "span", "em", "em")
"""Of ``markup._STYLES``, in its order."""
_HEADING = re.compile(r"(#{1,3}) +(.+)")
_ITEM = re.compile(r"[ \t]*[-*] +(.+)")


def html(text: str, names: Any = None) -> Markup:
    """Return a text as a client shows it; ``names`` has ``get(id)``, for mentions."""
    return Markup("").join(_blocks(text.split("\n"), names or {}))


def _blocks(lines: list[str], names: Any) -> Iterator[Markup]:
    at = 0
    while at < len(lines):
        line = lines[at]
        heading = _HEADING.match(line)
        if heading:
            tag = f"h{len(heading[1])}"
            yield _in(tag, _inline(heading[2], names))
            at += 1
        elif line.startswith("-# "):
            yield _in("small", _inline(line[3:], names))
            at += 1
        elif line.startswith(">>> "):
            inside = "\n".join(lines[at:])[4:]
            yield _in("blockquote", _inline(inside, names))
            at = len(lines)
        elif line.startswith("> "):
            quoted, at = _while(lines, at, lambda one: one.startswith("> "))
            inside = "\n".join(one[2:] for one in quoted)
            yield _in("blockquote", _inline(inside, names))
        elif _ITEM.match(line):
            items, at = _while(lines, at, lambda one: _ITEM.match(one) is not None)
            points = [_in("li", _inline(_ITEM.sub(r"\1", one), names)) for one in items]
            yield _in("ul", Markup("").join(points))
        else:
            plain, at = _while(lines, at, lambda one: not _is_marked(one))
            yield _in("p", _inline("\n".join(plain), names) or Markup("<br>"))


def _while(lines: list[str], at: int, fits: Any) -> tuple[list[str], int]:
    end = at
    while end < len(lines) and fits(lines[end]):
        end += 1
    return lines[at:end], end


def _is_marked(line: str) -> bool:
    is_quoted = line.startswith(("> ", ">>> ", "-# "))
    return is_quoted or bool(_HEADING.match(line) or _ITEM.match(line))


def _inline(text: str, names: Any) -> Markup:
    done, at = [], 0
    while at < len(text):
        piece, at = _next(text, at, names)
        done.append(piece)
    return Markup("").join(done)


def _next(text: str, at: int, names: Any) -> tuple[Markup, int]:
    found = markup._ESCAPE.match(text, at)
    if found:
        return escape(found[1]), found.end()
    found = markup._CODE.match(text, at)
    if found:
        return _in("code", escape(found[2].strip())), found.end()
    for rule in (markup._AUTOLINK, markup._URL):
        found = rule.match(text, at)
        if found:
            return _in("a", escape(found[0].strip("<>"))), found.end()
    found = markup._MENTIONS.match(text, at)
    if found:
        shown = escape(markup.shown(found[0], names))
        return Markup('<span class="mention">{}</span>').format(shown), found.end()
    for tag, style in zip(_TAGS, markup._STYLES, strict=True):
        found = style.match(text, at)
        if found:
            return _in(tag, _inline(found[1], names)), found.end()
    return escape(text[at]), at + 1


def _in(tag: str, inside: Markup) -> Markup:
    return Markup(f"<{tag}>{inside}</{tag}>")  # noqa: S704  the tag is ours, the rest is escaped
