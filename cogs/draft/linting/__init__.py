"""Looks through a reply to a rejection letter for what its writer may come to rue."""

from __future__ import annotations

from cogs.draft.linting.finding import Finding, Severity
from cogs.draft.reading.letter import Letter

__all__ = ["Finding", "Severity", "lint"]


def lint(text: str, letter: Letter | None = None, letter_text: str = "") -> list[Finding]:
    """Return what stands in ``text`` that should not, serious things first, then by place.

    ``letter`` is what was read from the letter it answers, ``letter_text`` that letter: names in
    it are known. Any string will do; it takes time linear in its length. The rules are loaded
    with the first text, as those of reading are.
    """
    from cogs.draft.linting.looking import look_through

    return look_through(text, letter, letter_text)
