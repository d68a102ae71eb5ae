"""Discord's Markdown: what of a text is live in a client, and what is read.

Follows the order of the client's rules: an escape, then code, then links and mentions, then style.
Text between two rules is looked at letter by letter, which finds what the client finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")
_BLOCK = re.compile(r"```(?:([a-zA-Z0-9_+\-.#]+?)\n)?\n*([^\n][\s\S]*?)\n*```")
_CODE = re.compile(r"(`+)([\s\S]*?[^`])\1(?!`)")
_AUTOLINK = re.compile(r"<((?:https?|discord|mailto|tel|sms):[^\s>]+)>", re.I)
_MASKED = re.compile(
    r"\[((?:\[[^\]]*\]|[^\[\]]|\](?=[^\[]*\]))*)\]"
    r"\(\s*<?((?:https?|discord)://(?:\([^)]*\)|[^\s\\<>()]|\\.)*)>?(?:\s+['\"][\s\S]*?['\"])?\s*\)",
    re.I,
)
_URL = re.compile(r"(?:https?|discord)://[^\s<]+[^<.,:;\"'\]\s]", re.I)
_MENTIONS = re.compile(
    r"<@!?\d+>|<@&\d+>|<#\d+>|<id:\w+>|</[-_'\w ]+:\d+>|<a?:\w+:\d+>"
    r"|<t:-?\d{1,17}(?::[tTdDfFRsS])?>"
)
_EVERYBODY = re.compile(r"@everyone|@here")
_STYLES = (
    re.compile(r"\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)"),
    re.compile(r"__((?:\\[\s\S]|[^\\])+?)__(?!_)"),
    re.compile(r"~~((?:\\[\s\S]|[^\\])+?)~~(?!_)"),
    re.compile(r"\|\|([\s\S]+?)\|\|"),
    re.compile(r"\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)"),
    re.compile(r"\b_((?:__|\\[\s\S]|[^\\_])+?)_\b"),
)
_LINE = re.compile(r"(>>> |> |-# |#{1,3} +|[ \t]*[-*] +)")


def _everyone(allowed: Any) -> bool:
    return not isinstance(allowed, dict) or "everyone" in (allowed.get("parse") or ())


def live(text: str, allowed_mentions: Any = None) -> list[str]:
    """Return what a client makes live: mentions, times, emoji, links and addresses, as written.

    ``@everyone`` is plain text where ``allowed_mentions`` refuses it; ``<@1>`` becomes a name one
    can press even where it notifies nobody.
    """
    return list(_live(text, _everyone(allowed_mentions)))


def _live(text: str, everyone: bool) -> Iterator[str]:
    at = 0
    while at < len(text):
        for rule in (_ESCAPE, _BLOCK, _CODE):
            found = rule.match(text, at)
            if found:
                break
        else:
            for rule in (_MASKED, _AUTOLINK, _MENTIONS, _URL, _EVERYBODY):
                found = rule.match(text, at)
                if found and (rule is not _EVERYBODY or everyone):
                    yield found[0]
                    break
            else:
                found = None
        at = found.end() if found else at + 1


def pings(text: str, allowed_mentions: Any = None) -> list[str]:
    """Return what notifies somebody: live mentions that ``allowed_mentions`` lets through."""
    allowed = allowed_mentions if isinstance(allowed_mentions, dict) else None
    found = []
    for one in _live(text, _everyone(allowed)):
        number = re.fullmatch(r"<@([!&]?)(\d+)>", one)
        if _EVERYBODY.fullmatch(one):
            found.append(one)
        elif number:
            kind = "roles" if number[1] == "&" else "users"
            named = [str(item) for item in (allowed or {}).get(kind) or ()]
            if allowed is None or kind in (allowed.get("parse") or ()) or number[2] in named:
                found.append(one)
    return found


def shown(text: str, names: Any = None) -> str:
    """Return the words as they are read, without marks and backslashes.

    ``names`` has ``get(id)``, for mentions.
    """
    code: list[str] = []

    def keep(found: re.Match[str]) -> str:
        code.append(found[2])
        return f"\0{len(code) - 1}\0"

    # Code is put aside first: nothing inside it is a mark.
    text = _aside(text.replace("\0", ""), keep)
    lines = [_inline(_without_mark(line), names or {}) for line in text.split("\n")]
    whole = "\n".join(lines)
    return re.sub(r"\0(\d+)\0", lambda found: code[int(found[1])], whole)


def _aside(text: str, keep: Any) -> str:
    done, at = [], 0
    while at < len(text):
        escaped = _ESCAPE.match(text, at)
        found = None if escaped else _BLOCK.match(text, at) or _CODE.match(text, at)
        if found:
            done.append(keep(found))
        else:
            done.append(escaped[0] if escaped else text[at])
        at = (escaped or found).end() if escaped or found else at + 1  # type: ignore[union-attr]
    return "".join(done)


def _without_mark(line: str) -> str:
    while (found := _LINE.match(line)) and found.end() < len(line):
        mark = found[0].strip()
        line = line[found.end() :]
        if mark in ("-", "*"):
            return f"• {line}"
    return line


def _inline(text: str, names: Any) -> str:
    done, at = [], 0
    while at < len(text):
        piece, at = _next(text, at, names)
        done.append(piece)
    return "".join(done)


def _next(text: str, at: int, names: Any) -> tuple[str, int]:
    found = _ESCAPE.match(text, at)
    if found:
        return found[1], found.end()
    found = _MASKED.match(text, at)
    if found:
        return _inline(found[1], names), found.end()
    found = _AUTOLINK.match(text, at) or _URL.match(text, at)
    if found:
        return found[0].strip("<>"), found.end()
    found = _MENTIONS.match(text, at)
    if found:
        number = re.search(r"\d+", found[0])
        known = names.get(number[0]) if number else None
        sign = "#" if found[0].startswith("<#") else "@"
        return f"{sign}{known}" if known else found[0], found.end()
    for style in _STYLES:
        found = style.match(text, at)
        if found:
            return _inline(found[1], names), found.end()
    return text[at], at + 1
