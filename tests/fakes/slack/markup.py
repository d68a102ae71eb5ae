"""Slack's mrkdwn: what of a text is live in a client, and what is read."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

_ANGLE = re.compile(r"<([^<>\n]+)>")
_CODE = re.compile(r"```([\s\S]+?)```|`([^`\n]+)`")
_URL = re.compile(r"\b(?:https?|ftp|slack)://[^\s<>|`]*[^\s<>|`.,:;!?\"')\]]", re.I)
_HOST = re.compile(
    r"(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|co|ai|app|edu|gov|me|info|de|uk|fr|eu|us)"
    r"\b(?:/[^\s<>|`]*)?(?![\w@.-])",
    re.I,
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.I)
_EMOJI = re.compile(r"(?<![\w:]):(?=[a-z0-9_+'-]*[a-z+-]|100:)[a-z0-9_+'-]+:(?!\w)", re.I)
_NAMED = re.compile(r"(?<![\w@#&])[@#][a-z0-9][\w.-]*", re.I)
_STYLES = tuple(
    re.compile(
        rf"(?<![\w{mark}]){mark}(?=[^\s{mark}])([^\n{mark}]*[^\s{mark}]){mark}(?![\w{mark}])"
    )
    for mark in (r"\*", "_", "~")
)
_QUOTE = re.compile(r"(?:&gt;){1,3} ?|>{1,3} ?")


def live(text: str, *, verbatim: bool = False, named: bool = False) -> list[str]:
    """Return what a client makes live: mentions, channels, dates, links, addresses and emoji.

    ``verbatim`` leaves addresses alone that are only written out; ``named`` (``link_names``,
    ``parse: full``) also makes links of ``@name`` and ``#channel``. That a bare domain becomes a
    link is from memory. What stands in code is counted as well.
    """
    return list(_live(text, verbatim, named))


def _live(text: str, verbatim: bool, named: bool) -> Iterator[str]:
    for found in _ANGLE.finditer(text):
        if _reference(found[1]):
            yield found[0]
    rest = _ANGLE.sub(" ", text)
    if not verbatim:
        taken = [*_URL.finditer(rest)]
        yield from (found[0] for found in taken)
        bare = _URL.sub(" ", rest)
        yield from (found[0] for found in _MAIL.finditer(bare))
        yield from (found[0] for found in _HOST.finditer(_MAIL.sub(" ", bare)))
    yield from emoji(_CODE.sub(" ", rest))
    if named:
        yield from (found[0] for found in _NAMED.finditer(_URL.sub(" ", rest)))


def emoji(text: str) -> list[str]:
    """Return the names of emoji in a text."""
    return [found[0] for found in _EMOJI.finditer(_URL.sub(" ", text))]


def links(text: str) -> list[str]:
    """Return the addresses a text leads to, which Slack may show a preview of."""
    found = [one[1].partition("|")[0] for one in _ANGLE.finditer(text)]
    return [one for one in found if "://" in one] + [
        one[0] for one in _URL.finditer(_ANGLE.sub(" ", text))
    ]


def _reference(inside: str) -> bool:
    """Say whether something in angle brackets is more than text."""
    first = inside[0]
    if first in "@#":
        return re.fullmatch(r"[@#][A-Z0-9]+(\|.*)?", inside) is not None
    return first == "!" or "://" in inside or inside.lower().startswith(("mailto:", "tel:"))


def shown(text: str, names: Any = None) -> str:
    """Return the words as they are read, without marks; ``names`` has ``get(id)``."""
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[1] or found[2] or "")
        return f"\0{len(kept) - 1}\0"

    def resolve(found: re.Match[str]) -> str:
        kept.append(_resolved(found, names or {}))
        return f"\0{len(kept) - 1}\0"

    # Code is put aside first, then references: nothing inside them is a mark.
    text = _CODE.sub(keep, text.replace("\0", ""))
    text = _ANGLE.sub(resolve, text)
    lines = [
        _inline(_QUOTE.sub("", line, count=1) if quoted(line) else line) for line in _of(text)
    ]
    whole = "\n".join(lines)
    while "\0" in whole:
        whole = re.sub(r"\0(\d+)\0", lambda found: kept[int(found[1])], whole)
    return html.unescape(whole)


def _of(text: str) -> list[str]:
    return text.split("\n")


def quoted(line: str) -> bool:
    """Say whether a line is a quote: it begins with ``>``, escaped or not."""
    return _QUOTE.match(line) is not None


def quotes(text: str, names: Any = None) -> list[str]:
    """Return the quotes of a text, lines that follow each other as one."""
    found: list[list[str]] = []
    before = False
    for line in _of(text):
        if quoted(line):
            if not before:
                found.append([])
            found[-1].append(shown(line, names))
        before = quoted(line)
    return ["\n".join(lines) for lines in found]


def _inline(line: str) -> str:
    for style in _STYLES:
        line = style.sub(r"\1", line)
    return line


def _resolved(found: re.Match[str], names: Any) -> str:
    target, _, label = found[1].partition("|")
    if not _reference(found[1]):
        return found[0]
    if target[0] in "@#":
        return f"{target[0]}{names.get(target[1:]) or label or target[1:]}"
    if target.startswith("!date"):
        return label
    if target[0] == "!":
        return label or f"@{target[1:].partition('^')[0]}"
    return label or target.removeprefix("mailto:")
