"""One variant of a part, picked by a seed, that does not repeat what stands there already."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import Final

_WORD: Final = re.compile(r"\w+")
_LONG: Final = 7
"""Letters from which on a word is noticed when it comes twice."""


def first_of(seed: str, part: str, count: int) -> int:
    """Return where to begin among ``count`` variants."""
    digest = hashlib.blake2b(f"{seed}/{part}".encode(), digest_size=8).digest()
    return int.from_bytes(digest) % count


def pick(seed: str, part: str, lines: Sequence[str], said: Iterable[str], names: str) -> str:
    """Return the first line from the seed's place on that repeats least of what is ``said``.

    Words of ``names`` (company, role) come again and again and do not count.
    """
    start = first_of(seed, part, len(lines))
    ordered = [*lines[start:], *lines[:start]]
    known = set(_words(names))
    before = [_noticed(one, known) for one in said]

    def repeats(line: str) -> int:
        noticed = _noticed(line, known)
        return sum(len(one & noticed) for one in before)

    return min(ordered, key=repeats)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _noticed(text: str, known: set[str]) -> set[str]:
    """Return what of a sentence is noticed when it comes twice.

    Its long words, by their beginnings; its first two words; any three in a row.
    """
    words = [word for word in _words(text) if word not in known]
    rows = zip(words, words[1:], words[2:], strict=False)
    return {
        *(word[:_LONG] for word in words if len(word) >= _LONG),
        "^" + " ".join(words[:2]),
        *(" ".join(row) for row in rows),
    }
