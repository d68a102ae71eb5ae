"""Names taken out of a text: of people, and of companies, however they are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Final

# Words of a company's name that are in everybody's: legal forms, articles, what joins.
_COMMON: Final = frozenset(
    [
        *("the", "of", "and", "for", "und", "der", "die", "das", "für", "von", "del", "los"),
        *("las", "des", "van", "gmbh", "inc", "ltd", "llc", "llp", "plc", "limited", "mbh"),
        *("de", "la", "el", "le", "y", "di", "da", "zu", "am", "an", "im", "in", "co", "ag", "kg"),
        *("se", "sa", "sl", "nv", "bv", "ev", "my", "we", "us", "it"),
    ]
)
_ANY_CASE: Final = 5
"""Letters from which on a word is looked for in any case: shorter names are words too, Will."""
_LEAST: Final = 2
"""Letters of one word of a name of several."""


def replaced(text: str, names: Iterable[str], by: str) -> str:
    """Return ``text`` with every name, and each of its words, replaced by ``by``.

    Accents, capitals, a genitive's end and umlauts in two letters do not hide one.
    """
    patterns = []
    for name in sorted({" ".join(name.split()) for name in names}, key=len, reverse=True):
        words = re.findall(r"\w+", name)
        if len(words) > 1:
            patterns.append(r"\W{1,3}".join(_any_case(word) for word in words))
        patterns += [_word(word) for word in words if _stands_for(word, words)]
    if not patterns:
        return text
    either = re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?:['’]?s)?(?!\w)")
    found = either.sub(lambda _: by, text)
    return re.sub(rf"{re.escape(by)}(?:[\s-]{{1,3}}{re.escape(by)})+", lambda _: by, found)


def _stands_for(word: str, words: list[str]) -> bool:
    """Say whether a word of a name is told apart from others: no article, no initial."""
    alone = len(words) == 1
    return alone or (len(word) >= _LEAST and word.casefold() not in _COMMON)


def _word(word: str) -> str:
    """Return the pattern of one word; a short one has to begin as it does in the name."""
    if len(word) >= _ANY_CASE or (word.islower() and len(word) > _LEAST):
        return _any_case(word)
    if len(word) <= _LEAST:
        return re.escape(word)  # as it is written: shorter ones are in too many
    return f"(?=[{_capitals()}\\d]){_any_case(word)}"


def _any_case(word: str) -> str:
    """Return the pattern of a word with any accents, in any case, umlauts in two letters too."""
    pieces = re.findall("ss|.", re.sub("([aou])e", r"\1", _bare(word)))
    return "".join(_letter(piece) + ("[eE]?" if piece in "aou" else "") for piece in pieces)


def _bare(text: str) -> str:
    """Return a text in small letters without accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


@cache
def _letter(bare: str) -> str:
    """Return the pattern of a letter and its accented sisters, or of two of s."""
    if bare == "ss":
        return "(?:ß|[sS]{2})"
    sisters = [chr(code) for code in range(0xC0, 0x250) if _bare(chr(code)) == bare]
    return f"[{re.escape(bare + bare.upper())}{''.join(sisters)}]"


@cache
def _capitals() -> str:
    return "A-Z" + "".join(chr(code) for code in range(0xC0, 0x250) if chr(code).isupper())
