"""The day a letter was sent, as far as its headers say it without doubt."""

from __future__ import annotations

from datetime import date
from email.utils import parsedate_tz
from typing import Final

from cogs.draft.reading.characters import fold
from cogs.draft.reading.page import Page
from cogs.draft.reading.patterns import compiled

# The first letters of months in English, German, Spanish, folded.
_MONTHS: Final = (
    ("jan", "ene"),
    ("feb",),
    ("mar", "mrz"),
    ("apr", "abr"),
    ("may", "mai"),
    ("jun",),
    ("jul",),
    ("aug", "ago"),
    ("sep", "set"),
    ("oct", "okt"),
    ("nov",),
    ("dec", "dez", "dic"),
)
_FIRST_YEAR: Final = 1991
"""Nobody was turned down by mail before."""
_NAMED = compiled(
    r"\b(\d{1,2})(?:st|nd|rd|th)?\.? (?:de )?([a-z]{3,10})\.?,? (?:de |del )?(20\d\d)\b"
)
_AMERICAN = compiled(r"\b([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (20\d\d)\b")
_ISO = compiled(r"\b(20\d\d)-(\d\d)-(\d\d)\b")
_DOTTED = compiled(r"\b(\d{1,2})\.(\d{1,2})\.(20\d\d)\b")


def day(page: Page) -> date | None:
    """Return the day of the ``Date`` line, else of a date above the greeting.

    ``03/04/2025`` is two days and therefore none.
    """
    lines = [page.headers.date, *page.head]
    return next((found for line in lines if line and (found := _read(line))), None)


def _read(line: str) -> date | None:
    """Return the day a line names, in whichever of the ways it is written."""
    parsed = parsedate_tz(line) if "," in line else None
    if parsed and parsed[0] >= _FIRST_YEAR:
        return _date(parsed[0], parsed[1], parsed[2])
    folded = fold(line[:120])
    if found := _ISO.search(folded):
        return _date(*map(int, found.groups()))
    if found := _DOTTED.search(folded):
        return _date(int(found.group(3)), int(found.group(2)), int(found.group(1)))
    if found := _NAMED.search(folded):
        return _date(int(found.group(3)), _month(found.group(2)), int(found.group(1)))
    if found := _AMERICAN.search(folded):
        return _date(int(found.group(3)), _month(found.group(1)), int(found.group(2)))
    return None


def _month(name: str) -> int:
    return next((at for at, starts in enumerate(_MONTHS, 1) if name.startswith(starts)), 0)


def _date(year: int, month: int, number: int) -> date | None:
    """Return a day, ``None`` where there is none such: 31 February, a month nobody knows."""
    try:
        return date(year, month, number)
    except (ValueError, OverflowError):
        return None
