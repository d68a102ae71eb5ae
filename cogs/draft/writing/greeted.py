"""What somebody is called when one writes to them, from a name as it was read or typed."""

from __future__ import annotations

from typing import Final

_TITLES: Final = frozenset(
    [
        *("mr", "mrs", "ms", "miss", "mx", "sir", "madam", "dr", "prof", "professor", "rev"),
        *("frau", "herr", "herrn", "fr", "hr", "ing", "mag", "dipl.-ing", "dipl-ing", "med"),
        *("sr", "sra", "srta", "señor", "señora", "señorita", "don", "doña", "lic", "d", "dña"),
    ]
)
_TEAMS: Final = frozenset(
    [
        *("team", "hiring", "recruiting", "recruitment", "talent", "hr", "people", "careers"),
        *("human", "resources", "personalabteilung", "bewerbermanagement", "equipo", "selección"),
        *("department", "manager", "recursos", "humanos", "rrhh", "office", "staff"),
    ]
)


def names_of(typed: str) -> tuple[str, str]:
    """Return the whole name and the first one; the whole one twice where no first one is known.

    "Smith, Jane" is Jane Smith; of "Ms Smith" and of a team no first name is known.
    """
    last, comma, first = (part.strip() for part in typed.partition(","))
    whole = f"{first} {last}" if comma and first and " " not in last else last
    words = whole.split()
    bare = [word for word in words if word.casefold().rstrip(".") not in _TITLES]
    titled, is_team = len(bare) < len(words), any(word.casefold() in _TEAMS for word in words)
    if not bare or is_team or (titled and len(bare) == 1):
        return whole, whole
    return whole, bare[0]
