"""What a rule is, and the kind of rule most are: one that says which words it looks for."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from cogs.draft.linting.finding import Severity
from cogs.draft.linting.folding import compiled
from cogs.draft.linting.layout import Span
from cogs.draft.linting.reply import Reply

_GAP: Final = r"[,;:]?\x20(?:[^\x20\n]+\x20){0,4}"
_SPACE: Final = r"[,;:]?\x20"
# Umlauts are also typed as two letters; the text itself has lost its accents when it is matched.
_LETTERS: Final = {
    "ä": "ae?",
    "ö": "oe?",
    "ü": "ue?",
    "ß": "ss?",
    "á": "a",
    "é": "e",
    "í": "i",
    "ó": "o",
    "ú": "u",
    "ñ": "n",
    "'": "",
    "~": _GAP,
    "_": _SPACE,
    "$": r"[.!?]*$",
}
_IN_PATTERN: Final = str.maketrans(_LETTERS)


class Said(NamedTuple):
    """Phrases by language."""

    en: tuple[str, ...] = ()
    de: tuple[str, ...] = ()
    es: tuple[str, ...] = ()


class Rule(ABC):
    """Looks for one kind of thing that does not belong in a reply."""

    name: str
    severity: Severity = "serious"

    @abstractmethod
    def find(self, reply: Reply) -> Iterator[Span]:
        """Yield every place, in linear time in the length of the reply."""


def phrases(*said: str) -> Any:
    """Compile phrases for folded text: ``_`` is a space, ``~`` up to four words between.

    They match whole words, within one sentence.
    """
    either = "|".join(one.translate(_IN_PATTERN) for one in said)
    return compiled(rf"(?m)\b(?:{either})(?:\b|$)")


class Says(Rule):
    """Finds what is said in certain words, unless its sentence says otherwise.

    ``said`` has the phrases by language, ``further`` what is said in a roundabout way; all are
    looked for in every text, since people mix languages. ``unless`` are phrases that make a
    sentence harmless, whichever phrase it has. ``in_signature`` says whether greeting and
    signature are read too.
    """

    said: Said
    further: Said = Said()
    unless: tuple[str, ...] = ()
    in_signature = True

    def __init__(self) -> None:
        self._said = phrases(
            *(one for language in (*self.said, *self.further) for one in language)
        )
        self._unless = phrases(*self.unless) if self.unless else None

    def find(self, reply: Reply) -> Iterator[Span]:
        """Yield where the words stand, once a sentence."""
        folded = reply.whole if self.in_signature else reply.body
        done = -1
        for found in self._said.finditer(folded.text):
            start, end = folded.sentence(*found.span())
            if start <= done or not self.holds(reply, found.group()):
                continue
            if self._unless and self._unless.search(folded.text[start:end]):
                continue
            done = start
            yield folded.span(*found.span())

    def holds(self, reply: Reply, words: str) -> bool:
        """Say whether the words, folded, count in this reply."""
        return True
