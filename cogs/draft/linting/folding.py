"""Characters without what makes no difference: case, accents, quotation marks."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Any, Final

import re2

_SPECIAL: Final = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d"}
_DROPPED: Final = frozenset("'’\u2018`\u00b4\u02bc\"“”„«»*_~()[]{}<>")
DASHES: Final = frozenset("–—―")
_UNSEEN: Final = frozenset({"Mn", "Me", "Cf", "Cc", "Cs", "Co", "Cn"})
# What the rules say at length takes more room than the eight megabytes of the default, and RE2
# would go on without its fast way.
_ROOM: Final = 2 << 20


def compiled(pattern: str) -> Any:
    """Compile a pattern that runs in linear time whatever is pasted."""
    options = re2.Options()
    options.max_mem = _ROOM
    options.log_errors = False
    return re2.compile(pattern, options)


@lru_cache(maxsize=4096)
def folded(character: str) -> str:
    """Return a character in lower case and without accents; nothing for one that is unseen."""
    if character in _DROPPED:
        return ""
    if character in DASHES:
        return ","
    lower = character.lower()[:1]
    if lower in _SPECIAL:
        return _SPECIAL[lower]
    if unicodedata.category(character) in _UNSEEN and not character.isspace():
        return ""
    return unicodedata.normalize("NFKD", lower)[:1].lower()


def plain(text: str) -> str:
    """Return ``text`` in lower case, without accents, quotation marks and apostrophes."""
    return "".join(map(folded, text))


def listed(*lines: str) -> frozenset[str]:
    """Return the words of lines that have commas between them."""
    return frozenset(word for line in lines for word in line.split(","))
