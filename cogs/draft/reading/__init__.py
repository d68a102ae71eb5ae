"""Reads a rejection letter as members paste it: offline, by rules, in milliseconds."""

from __future__ import annotations

from cogs.draft.reading.letter import Letter

__all__ = ["Letter", "read"]


def read(pasted: str) -> Letter:
    """Return what a pasted letter says: pure, in linear time, for any string at all.

    The rules are loaded with the first letter: they take 20 MB, and many a start sees none.
    """
    from cogs.draft.reading.reader import read as by_rules

    return by_rules(pasted)
