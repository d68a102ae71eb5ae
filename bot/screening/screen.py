"""One screen, and what it finds."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in a text: ``start`` to ``end`` in characters, and what kind of thing stands there.

    It holds no text, so that it can be logged and counted.
    """

    start: int
    end: int
    kind: str


class Screen(ABC):
    """Looks for one kind of thing."""

    @abstractmethod
    def find(self, text: str) -> Iterator[Finding]:
        """Yield every place, in linear time in the length of ``text``."""
