"""Our words and theirs: told apart by type, so that nobody's text is ever live.

``Ours`` is text from our templates, in Markdown. What a member wrote is a plain ``str``; when a
template puts it between our words it is wrapped in two private marks, and every adapter escapes
what stands between them by its platform's rules. A forgotten filter cannot let a mention through:
unless it is ``Ours``, it is theirs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

OPEN, CLOSE = "\ue0f0", "\ue0f1"
_SPAN = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")
# C0 and C1 controls but tab and newline; bidirectional overrides, embeddings and isolates (they
# reorder what others read); our marks; noncharacters. Joiners and plain direction marks stay:
# emoji, Persian and Hebrew need them.
_UNFIT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    f"{OPEN}{CLOSE}\ufdd0-\ufdef\ufeff\ufffe\uffff\ud800-\udfff]"
)
_COMPOSED = 6000  # characters: twice the longest answer
_INVISIBLE = re.compile(
    "[\\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2060-\u2064\u2065\u2800\u3164\ufe00-\ufe0f\uffa0\ufffc\U000e0000-\U000e007f]+"
)


class Ours(str):
    """Text of ours, Markdown, in which every foreign value stands between the marks."""

    __slots__ = ()

    def __mod__(self, values: Any) -> Ours:
        """Fill in a translated sentence; values that are not ours are marked as theirs."""
        if isinstance(values, dict):
            return Ours(str.__mod__(self, {key: mark(value) for key, value in values.items()}))
        return Ours(str.__mod__(self, mark(values)))

    def strip(self, chars: str | None = None) -> Ours:
        """Strip as ``str.strip`` does, and stay ours."""
        return Ours(str.strip(self, chars))


def mark(value: object) -> object:
    """Return ``value`` fit to stand between our words: theirs in marks, ours and numbers as is."""
    if isinstance(value, (Ours, int, float)):
        return value
    return Ours(f"{OPEN}{clean(str(value))}{CLOSE}")


def clean(text: str) -> str:
    """Return ``text`` without what no platform shows or what would disturb others' reading.

    Every line end becomes a newline, characters are composed (NFC), and nothing goes that a person
    would miss.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _UNFIT.sub("", text)
    # Composing takes the square of a run of marks; nothing so long is shown anyway.
    return unicodedata.normalize("NFC", text) if len(text) <= _COMPOSED else text


def is_blank(text: str) -> bool:
    """Say whether ``text`` shows nothing: only spaces, joiners and other invisible characters."""
    return not _INVISIBLE.sub("", text)


def escape(text: Ours, how: Callable[[str], str]) -> str:
    """Return ``text`` with every span of theirs passed through ``how``, and the marks gone."""
    return _SPAN.sub(lambda found: how(found.group(1)), text)


def plain(text: Ours) -> str:
    """Return ``text`` for a place without markup (a label, a title): only the marks go."""
    return escape(text, str)
