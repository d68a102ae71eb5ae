r"""Compiles patterns with RE2, small enough that it stays fast.

RE2 runs in linear time whatever is pasted. All letters of Unicode are thousands of states in it,
and repeated in a name they exceed its memory, so that it falls back to its slow half: ``\pL`` and
``\p{Lu}`` mean the Latin ones here, as the rules are for languages written with them.
"""

from __future__ import annotations

from typing import Final

import re2

_RANGES: Final = {
    r"\pL": "A-Za-zªºÀ-ÖØ-öø-ɏḀ-ỹ",
    r"\p{Lu}": "A-ZÀ-ÖØ-ÞĀ-Ž",
    r"\p{Ll}": "a-zß-öø-ÿĀ-ž",
}
_OPTIONS: Final = re2.Options()
_OPTIONS.max_mem = 2 << 20
_OPTIONS.log_errors = False  # it would write to stderr, past the bot's log


def compiled(pattern: str) -> re2._Regexp:
    """Return a pattern compiled, its classes of letters the Latin ones."""
    done, inside = [], False
    at = 0
    while at < len(pattern):
        name = next((each for each in _RANGES if pattern.startswith(each, at)), "")
        if name:
            done.append(_RANGES[name] if inside else f"[{_RANGES[name]}]")
            at += len(name)
            continue
        if pattern[at] == "\\":
            done.append(pattern[at : at + 2])
            at += 2
            continue
        inside = pattern[at] == "[" if not inside else pattern[at] != "]"
        done.append(pattern[at])
        at += 1
    return re2.compile("".join(done), _OPTIONS)
