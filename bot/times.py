"""Days and times as people type them, and as cards say them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache

from babel.dates import format_date, format_time, get_day_names

from bot.templates import Texts
from bot.weekly import Change, Moved, Occurrence
from bot.words import Ours

_LANGUAGE = "en"
_LONGEST = 40  # characters: what is longer is no time
_WORDS = {"noon": 720, "midday": 720, "midnight": 0}
_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:\s*[:.h]\s*(?P<minute>\d\d))?\s*(?:h|hrs?|hours?|o'clock)?"
    r"\s*(?:(?P<half>[ap])\.?\s?m?\.?)?"
)
_TOGETHER = re.compile(r"(?P<hour>\d\d?)(?P<minute>\d\d)\s*(?:h|hrs?|hours?)?(?P<half>)")


def read_time(text: str) -> int | None:
    """Return the minute of the day (0 to 1439) of a time as people type it, or nothing.

    ``9``, ``9:00``, ``09.00``, ``930``, ``9am``, ``9:30 p.m.``, ``21h30``, ``noon``. 12 am is
    midnight; 24:00 is no time, for nobody knows of which day.
    """
    if len(text) > _LONGEST:
        return None
    text = unicodedata.normalize("NFKC", text).casefold().replace("\u2019", "'").strip()
    text = re.sub(r"^at\s+", "", text)
    if text in _WORDS:
        return _WORDS[text]
    found = _TIME.fullmatch(text) or _TOGETHER.fullmatch(text)
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"] == "p" else 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def read_day(text: str) -> int | None:
    """Return the weekday (0 is Monday) of a day as people type it, or nothing.

    ``mon``, ``Tues.``, ``Wednesday``, ``fridays``: three letters are enough.
    """
    typed = re.sub(r"^(on|every)\s+", "", text.strip().casefold()).removesuffix(".")
    for number, name in _days().items():
        whole = typed.removesuffix("s") if typed.removesuffix("s") == name else typed
        if len(whole) > 2 and name.startswith(whole):
            return number
    return None


@cache
def _days() -> dict[int, str]:
    names = get_day_names("wide", locale=_LANGUAGE)
    return {number: str(names[number]).casefold() for number in range(7)}


def said(occurrences: Sequence[Occurrence], since: datetime | None = None) -> list[Ours]:
    """Return each occurrence in words for a card: ``Monday 26 October, 09:00``.

    Where the clocks change between two of them, the later one says so, and so does one whose time
    does not exist that day or comes twice. Before the first one a change is only said if it is
    later than ``since``, an instant: nobody needs to hear of one that was.
    """
    lines = []
    for number, occurrence in enumerate(occurrences):
        change = occurrence.change
        to_come = number > 0 or (since is not None and change and change.instant > since)
        lines.append(
            _texts()(
                "occurrence",
                day=_day(occurrence.local.date()),
                time=_time(occurrence.local),
                notes=_notes(occurrence, change if to_come else None),
            )
        )
    return lines


def note(occurrence: Occurrence) -> Ours:
    """Return what is unusual about an occurrence, in a few words; empty if nothing is."""
    return _texts()("notes", notes=_notes(occurrence, occurrence.change))


def _texts() -> Texts:
    return Texts.of("says/times")


def _notes(occurrence: Occurrence, change: Change | None) -> list[Ours]:
    texts = _texts()
    notes = []
    if change is not None:
        notes.append(
            texts(
                "forward" if change.forward else "back",
                by=texts("by", minutes=change.minutes),
                day=_day(change.date),
            )
        )
    if occurrence.moved is not Moved.NONE:
        notes.append(texts(str(occurrence.moved)))
    return notes


def _day(day: date) -> Ours:
    return Ours(format_date(day, "EEEE d MMMM", locale=_LANGUAGE))


def _time(local: datetime) -> Ours:
    return Ours(format_time(local.time(), "HH:mm", locale=_LANGUAGE))
