"""How many weeks in a row: a streak that a bad week does not end."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

_WINDOW = 4  # weeks, in which one may be missed


class Week(Enum):
    """What became of a week: checked in, asked in vain, or paused, skipped or not asked."""

    KEPT = "kept"
    MISSED = "missed"
    RESTED = "rested"


def streak(weeks: Sequence[Week]) -> int:
    """Return how many kept weeks the streak has that ends with the newest week.

    ``weeks`` are oldest first; the current one is among them only if it was kept. A streak is the
    longest run up to now in which any four weeks hold at most one that was missed, and it begins
    with a kept week. A second miss within four ends it; a kept week between the two already
    belongs to the next. Rested weeks neither count nor break: to the rule they are not there.

    The rule is of our making. Its reason: weeks after a rejection are often bad ones, and a bad
    week must not cost what was built.
    """
    kept, since_missed = 0, _WINDOW
    for week in reversed(weeks):
        if week is Week.RESTED:
            continue
        since_missed += 1
        if week is Week.KEPT:
            kept += 1
        elif since_missed < _WINDOW:
            break
        else:
            since_missed = 0
    return kept
