"""Our Markdown as Discord reads it, with everything of theirs escaped and dead."""

from __future__ import annotations

import re
from typing import Final

from bot.words import Ours, escape

# What Discord's Markdown reads wherever it stands. "<" begins mentions, timestamps, custom emoji
# and links in brackets; a bracket begins a masked link.
_ANYWHERE: Final = re.compile(r"[\\`*_~|<\[\]]")
# What it reads at the beginning of a line: headings, small print, quotes and lists.
_AT_START: Final = re.compile(r"^(\s*)(#{1,3}(?=\s)|-#(?=\s)|[-+>])", re.MULTILINE)
_NUMBERED: Final = re.compile(r"^(\s*\d+)([.)])", re.MULTILINE)
_LINK: Final = re.compile(r"(?<=[A-Za-z])://")
# An invitation or an address without "https://" becomes a link on some clients.
_BARE_LINK: Final = re.compile(r"(\.[A-Za-z]{2,63})/")
# Discord shows every empty line: one between paragraphs, none between the items of a list.
_LOOSE_LIST: Final = re.compile(r"\n\n+(?=- )")
_LOOSE: Final = re.compile(r"\n{3,}")


def dead(text: str) -> str:
    """Return somebody's words so that Discord shows them as typed and nothing in them acts.

    Backslashes are Discord's own way of escaping. A mention of everybody ignores them; it is plain
    text because every message says that it mentions nobody (``allowed_mentions``).
    """
    text = _ANYWHERE.sub(r"\\\g<0>", text)
    text = _AT_START.sub(lambda found: f"{found[1]}\\{found[2]}", text)
    text = _NUMBERED.sub(r"\1\\\2", text)
    text = _LINK.sub(r"\\://", text)
    return _BARE_LINK.sub(r"\1\\/", text)


def alive(text: Ours) -> str:
    """Return our words as Discord's Markdown, with theirs in them dead."""
    return escape(Ours(_LOOSE.sub("\n\n", _LOOSE_LIST.sub("\n", text))), dead)


def small(text: Ours) -> str:
    """Return our words as small print, a line each."""
    return "\n".join(f"-# {line}" for line in alive(text).split("\n") if line.strip())


def one_line(text: Ours) -> str:
    """Return our words for a heading, which ends with its line."""
    return " ".join(alive(text).split())
