"""How the text of a setting becomes its value; each docstring says what fits."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol


class Secret:
    """A value nobody prints by mistake."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """Return the value."""
        return self._text

    def __repr__(self) -> str:
        return "••••••"


class Number(Protocol):
    """What can be compared."""

    def __le__(self, other: Any, /) -> bool: ...
    def __ge__(self, other: Any, /) -> bool: ...


def between(least: Number, most: Number, kind: Callable[[str], Any] = int) -> Any:
    """Return what reads a number within limits."""

    def read(text: str) -> Any:
        value = kind(text)
        if not least <= value <= most:
            raise ValueError
        return value

    read.__doc__ = f"a number from {least} to {most}"
    return read


def snowflake(text: str) -> int:
    """Read an id."""
    if not (text.isdecimal() and text.isascii() and 15 <= len(text) <= 20):
        raise ValueError
    return int(text)


snowflake.__doc__ = 'the number Discord shows with "Copy ID" in its developer mode'


def address(*schemes: str) -> Callable[[str], str]:
    """Return what reads an address."""

    def read(text: str) -> str:
        if not text.startswith(tuple(f"{scheme}://" for scheme in schemes)):
            raise ValueError
        return text

    read.__doc__ = f"an address that begins with {' or '.join(f'{one}://' for one in schemes)}"
    return read


@dataclass(frozen=True, slots=True)
class Shards:
    """Which shards this process runs, of how many."""

    ids: range
    count: int

    def __str__(self) -> str:
        return f"{self.ids.start}-{self.ids.stop - 1}/{self.count}"


def shards(text: str) -> Shards:
    """Read the first and the last shard and how many there are in all."""
    part, _, count = text.partition("/")
    first, _, last = part.partition("-")
    shards = Shards(range(int(first), int(last or first) + 1), int(count))
    if not (shards.ids and shards.ids.start >= 0 and shards.ids.stop <= shards.count):
        raise ValueError
    return shards


shards.__doc__ = "the first and the last shard and how many there are in all, as 0-3/16"


def token(beginning: str, name: str) -> Callable[[str], Secret]:
    """Return what reads one kind of token, so that two are not mixed up."""

    def read(text: str) -> Secret:
        if not text.startswith(beginning):
            raise ValueError
        return Secret(text)

    read.__doc__ = f"{name}, which begins with {beginning}"
    return read


def matching(pattern: str, doc: str) -> Callable[[str], str]:
    """Return what reads text of one pattern, which ``doc`` describes."""

    def read(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError
        return text

    read.__doc__ = doc
    return read


def level(text: str) -> str:
    """DEBUG, INFO, WARNING or ERROR."""
    if text.upper() not in ("DEBUG", "INFO", "WARNING", "ERROR"):
        raise ValueError
    return text.upper()


def words(text: str) -> str:
    """Return any text."""
    return text
