"""Pasted characters: what is kept of them, and how they are compared."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LONGEST_SOURCE: Final = 60_000
"""Characters of a paste that are looked at; a raw mail has pictures and styles in it."""
LONGEST_LETTER: Final = 12_000
"""Characters of a letter that are read; the longest seen has 4,000."""
LONGEST_VALUE: Final = 100

# Single characters only, so that `re` cannot be slow: RE2 refuses lone surrogates, which this
# takes out. Tab and line feed stay.
_DROPPED = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffc\ud800-\udfff]"
)
_SPACES = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_BREAKS = re.compile("\r\n|[\r\x0c\x85\u2028\u2029]")
_PLAIN: Final = {
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u00b4"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e"), '"'),
    **dict.fromkeys(map(ord, "\u2013\u2014"), "-"),
}


def clean(pasted: str, limit: int = LONGEST_SOURCE) -> str:
    """Return the first ``limit`` characters without control characters and odd spaces."""
    text = _DROPPED.sub("", _BREAKS.sub("\n", pasted[:limit]))
    return unicodedata.normalize("NFC", _SPACES.sub(" ", text))


def fold(text: str) -> str:
    """Return text for comparing: lower case, no accents, straight quotes and dashes."""
    return without_accents(text.casefold())


def without_accents(text: str) -> str:
    """Return text without accents, ``ß`` as ``ss``; a pattern stays a pattern."""
    text = text.translate(_PLAIN).replace("ß", "ss")
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFD", text)
    return "".join(char for char in apart if not unicodedata.combining(char))


def value(text: str | None) -> str | None:
    """Return a value on one line, or ``None`` where it is empty or too long to be one."""
    line = " ".join((text or "").split())
    return line if 0 < len(line) <= LONGEST_VALUE else None
