"""Phrases: what a sentence says, and what it says only seemingly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import re2

from cogs.draft.reading.characters import without_accents
from cogs.draft.reading.patterns import compiled


class Phrases:
    """Finds out whether sentences say a thing.

    ``says`` are patterns in lower case, one per way to put it, languages together: a letter mixes
    them, and no pattern of one is a word of another. ``unless`` are those that, in the same
    sentence, mean it is not said. Accents are folded on both sides.
    """

    def __init__(self, says: Sequence[str], unless: Sequence[str] = ()) -> None:
        self._says = _any(says)
        self._unless = _any(unless) if unless else None

    def said(self, sentences: Iterable[str]) -> bool:
        """Say whether one of the folded ``sentences`` says it."""
        return any(True for _ in self.saying(sentences))

    def saying(self, sentences: Iterable[str]) -> Iterable[str]:
        """Yield the folded sentences that say it."""
        for sentence in sentences:
            if self._says.search(sentence) and not (
                self._unless and self._unless.search(sentence)
            ):
                yield sentence

    def taken_out(self, sentence: str) -> str:
        """Return a folded sentence without the words that say it."""
        return str(self._says.sub(" ", sentence))


def _any(patterns: Sequence[str]) -> re2._Regexp:
    return compiled(r"\b(?:" + "|".join(without_accents(each) for each in patterns) + ")")
