"""Looks through a reply to a rejection letter for what its writer may come to rue."""

from __future__ import annotations

from itertools import islice
from typing import Final

from cogs.draft.linting.argues import Argues
from cogs.draft.linting.begs import Begs
from cogs.draft.linting.blames import Blames
from cogs.draft.linting.craft import AllCaps, ManyQuestions, NoClosing, NoThanks, TooLong
from cogs.draft.linting.demands import Demands
from cogs.draft.linting.finding import Finding
from cogs.draft.linting.goes_around import GoesAround
from cogs.draft.linting.guilt import Guilt
from cogs.draft.linting.layout import Span
from cogs.draft.linting.placeholder import Placeholder
from cogs.draft.linting.private_details import PrivateDetails
from cogs.draft.linting.reply import Reply
from cogs.draft.linting.rule import Rule
from cogs.draft.linting.sarcastic import Sarcastic
from cogs.draft.linting.talks_down import TalksDown
from cogs.draft.linting.threat import Threat
from cogs.draft.linting.wrong_company import WrongCompany
from cogs.draft.linting.wrong_name import WrongName
from cogs.draft.reading.letter import Letter

__all__ = ["RULES", "look_through"]

RULES: Final[tuple[Rule, ...]] = (
    Argues(),
    Demands(),
    Blames(),
    TalksDown(),
    Begs(),
    Placeholder(),
    WrongName(),
    WrongCompany(),
    Sarcastic(),
    Guilt(),
    Threat(),
    GoesAround(),
    PrivateDetails(),
    AllCaps(),
    TooLong(),
    NoThanks(),
    ManyQuestions(),
    NoClosing(),
)
_PLACES = 2  # findings of one rule; more would scold
_QUOTED = 120  # characters


def look_through(text: str, letter: Letter | None = None, letter_text: str = "") -> list[Finding]:
    """Return what stands in ``text`` that should not, serious things first, then by place.

    ``letter`` is what was read from the letter it answers, ``letter_text`` that letter: names in
    it are known. Any string will do; it takes time linear in its length.
    """
    reply = Reply(text, letter, letter_text)
    found = [
        (rule.severity == "hint", start, end, rule)
        for rule in RULES
        for start, end in islice(rule.find(reply), _PLACES)
    ]
    found.sort(key=lambda place: place[:3])
    return [
        Finding(rule.name, rule.severity, _quote(text, start, end))
        for _, start, end, rule in found
    ]


def _quote(text: str, start: int, end: int) -> str:
    """Return the words from ``start`` to ``end`` as written, whole ones, as many as fit."""
    start, end = _whole_words(text, start, end)
    words = text[start:end]
    if len(words) <= _QUOTED:
        return words
    cut = words[: _QUOTED + 1]
    fitting = cut[: len(cut) - len(cut.split()[-1])] if not cut[-1].isspace() else cut
    return fitting.strip() or words[:_QUOTED]


def _whole_words(text: str, start: int, end: int) -> Span:
    while start > 0 and text[start - 1].isalnum() and end - start < _QUOTED:
        start -= 1
    while end < len(text) and text[end].isalnum() and end - start < _QUOTED:
        end += 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
