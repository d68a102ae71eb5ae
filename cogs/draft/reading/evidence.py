"""Evidence for a value: what speaks for which name, and whether it is enough."""

from __future__ import annotations

from typing import Final

from cogs.draft.reading.names import compact, is_organisation

MENTIONED: Final = 0
"""By itself nothing, but another place may stand by it."""
HINT: Final = 1
"""A place where other names stand, too: of towns, of earlier employers."""
SURE: Final = 2
"""What a name must weigh: one place that names it and hardly anything else, or two hints."""
FIRM: Final = 3
"""A place that says what it names: a field, a legal form, the sender's own domain."""
DECISIVE: Final = 6
"""Whatever else a letter names, it is this."""


class Evidence:
    """Names that a letter offers for one value, each with what speaks for it."""

    def __init__(self) -> None:
        self._weights: dict[str, int] = {}
        self._written: dict[str, str] = {}
        self._places: set[tuple[str, str]] = set()

    def add(self, name: str | None, weight: int, place: str) -> None:
        """Count a name found at a place; the same place speaks for a name once."""
        key = compact(name or "")
        if not name or not key or (key, place) in self._places:
            return
        self._places.add((key, place))
        self._weights[key] = self._weights.get(key, 0) + weight
        # The first way of writing it stands, unless that was shouted.
        written = self._written.setdefault(key, name)
        if written.isupper() and not name.isupper():
            self._written[key] = name

    def drop(self, name: str) -> None:
        """Forget a name and what begins with it: it cannot be the one."""
        key = compact(name)
        for each in [each for each in self._weights if key and _belong(each, key)]:
            del self._weights[each]

    def verdict(self) -> tuple[str | None, str | None]:
        """Return the name that is sure, or ``None`` and the best guess."""
        ranked = self._ranked()
        if not ranked:
            return None, None
        (best, weight), *others = ranked
        rival = others[0][1] if others else 0
        sure = weight >= SURE and (rival < SURE or weight >= rival + SURE)
        name = self._written[best]
        return (name, None) if sure else (None, name)

    def is_strong(self, name: str) -> bool:
        """Say whether a name by itself weighs enough to be sure."""
        return self._weights.get(compact(name), 0) >= SURE

    def names(self) -> list[str]:
        """Return the names, the best first."""
        return [self._written[key] for key, _ in self._ranked()]

    def _ranked(self) -> list[tuple[str, int]]:
        """Return names with their weights: a short form speaks for the long one."""
        keys = sorted(self._weights, key=len, reverse=True)
        total: dict[str, int] = {}
        for key in keys:
            longer = next((each for each in total if _is_short_for(key, each)), None)
            total[longer or key] = total.get(longer or key, 0) + self._weights[key]
        return sorted(total.items(), key=lambda item: -item[1])


def _is_short_for(key: str, name: str) -> bool:
    """Say whether a name is the beginning of another, or its end without "Hotel" or "Praxis"."""
    before = name.removesuffix(key)
    ends = len(key) >= 6 and name.endswith(key) and is_organisation(before)
    return ends or (len(key) >= 3 and name.startswith(key))


def _belong(one: str, other: str) -> bool:
    """Say whether one of two names begins with the other; three letters begin too much."""
    return one.startswith(other) or (len(one) > 3 and other.startswith(one))
