"""A moment that comes every week as wall time, and the instants it stands for.

Exactly one instant in every local ISO week (Monday to Sunday by the clock on the wall), whatever
the clocks do there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import StrEnum
from functools import lru_cache

from bot.zones import rules

_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_MOMENT = timedelta(microseconds=1)
_STEP = timedelta(hours=6)  # less than any two changes of a clock are apart


class Moved(StrEnum):
    """What a day without that wall time, or with two of it, did to an occurrence."""

    NONE = "none"
    GAP = "gap"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class Change:
    """A change of the clocks.

    ``date`` is the local day of the first minute that is missing or comes twice, ``minutes`` how
    far they go (more than 0), ``instant`` (UTC) when it happens.
    """

    date: date
    forward: bool
    minutes: int
    instant: datetime


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One week's moment: as it is on the wall there, in UTC, and the Monday of its week.

    ``change`` is the last change of the clocks after the moment a week before and up to this one;
    nothing if they show the same again.
    """

    local: datetime
    utc: datetime
    week: date
    moved: Moved
    change: Change | None


@dataclass(frozen=True, slots=True)
class Weekly:
    """A moment that comes every week, as wall time.

    Weekday 0 is Monday, the minute of the day is 0 to 1439, the zone an IANA name. Raises
    ``ValueError`` for anything else, and never says what it was: it may be somebody's.
    """

    weekday: int
    minute: int
    zone: str

    def __post_init__(self) -> None:
        if not 0 <= self.weekday <= 6:
            message = "a weekday is 0 (Monday) to 6"
            raise ValueError(message)
        if not 0 <= self.minute < 1440:
            message = "a minute of the day is 0 to 1439"
            raise ValueError(message)
        if not rules.is_zone(self.zone):
            message = "there is no such zone"
            raise ValueError(message)

    def instant(self, week: date) -> datetime:
        """Return the instant (UTC) in the local ISO week that begins on the Monday ``week``.

        A wall time that does not exist is read with the offset before the gap, one that comes
        twice is the first (RFC 5545, 3.3.5). Where that would be in the next week, it is the last
        minute before the gap. Raises ``ValueError`` for another day than a Monday, and
        ``OverflowError`` where Python's years end. Cached.
        """
        return _instant(self, week)

    def local(self, week: date) -> datetime:
        """Return the same in the zone, as the clocks there show it."""
        return _instant(self, week).astimezone(rules.zone(self.zone))

    def after(self, instant: datetime) -> date:
        """Return the Monday of the first week whose instant is later than ``instant``."""
        # One week early: around a midnight that comes twice the wall is ahead of the week.
        week = week_of(instant, self.zone) - _WEEK
        while _instant(self, week) <= instant:
            week += _WEEK
        return week

    def latest(self, instant: datetime) -> date:
        """Return the Monday of the last week whose instant is not later than ``instant``."""
        return self.after(instant) - _WEEK

    def occurrences(self, start: datetime, count: int) -> list[Occurrence]:
        """Return the first ``count`` occurrences that are not before ``start``."""
        first = self.after(start - _MOMENT)
        return [self._occurrence(first + number * _WEEK) for number in range(count)]

    def _occurrence(self, week: date) -> Occurrence:
        zone = rules.zone(self.zone)
        instant = _instant(self, week)
        wanted = _wanted(self, week)
        moved = Moved.NONE
        if _wall(instant, zone) != wanted:
            moved = Moved.GAP
        elif wanted.replace(tzinfo=zone, fold=1).astimezone(UTC) != instant:
            moved = Moved.TWICE
        change = _change(_instant(self, week - _WEEK), instant, zone)
        return Occurrence(instant.astimezone(zone), instant, week, moved, change)


def week_of(instant: datetime, zone: str) -> date:
    """Return the Monday of the local ISO week an instant is in; raises ``ValueError``."""
    local = instant.astimezone(rules.zone(zone)).date()
    return local - local.weekday() * _DAY


def iso(week: date) -> str:
    """Return the name of a week by one of its days: ``2026-W48`` (ISO 8601)."""
    year, number, _ = week.isocalendar()
    return f"{year:04}-W{number:02}"


def from_iso(text: str) -> date:
    """Return the Monday of ``2026-W48``; raises ``ValueError`` if there is no such week."""
    found = re.fullmatch(r"([0-9]{4})-W([0-9]{2})", text)
    if found is None:
        message = "a week is written like 2026-W48"
        raise ValueError(message)
    return date.fromisocalendar(int(found[1]), int(found[2]), 1)


def forget_rules() -> None:
    """Forget every instant and every zone's rules; they are read anew from here on.

    For a process that goes on while ``tzdata`` is updated, or ``zoneinfo.reset_tzpath`` is called.
    """
    rules.forget()
    _instant.cache_clear()


def _wanted(weekly: Weekly, week: date) -> datetime:
    """Return the wall time as it was chosen, whether it exists or not."""
    midnight = datetime.combine(week, datetime.min.time())
    return midnight + timedelta(days=weekly.weekday, minutes=weekly.minute)


def _wall(instant: datetime, zone: tzinfo) -> datetime:
    return instant.astimezone(zone).replace(tzinfo=None, fold=0)


@lru_cache(maxsize=8192)
def _instant(weekly: Weekly, week: date) -> datetime:
    if week.weekday():
        message = "a week is told by its Monday"
        raise ValueError(message)
    zone = rules.zone(weekly.zone)
    # Python reads a wall time with fold=0 as RFC 5545 does.
    instant = _wanted(weekly, week).replace(tzinfo=zone).astimezone(UTC)
    if _wall(instant, zone).date() < week + _WEEK:
        return instant
    # The gap is over the end of the week. It begins within the day before what was wanted.
    return _changed(instant - 2 * _DAY, instant, zone) - _MINUTE


def _changed(start: datetime, end: datetime, zone: tzinfo) -> datetime:
    """Return the instant of the last change after ``start`` and up to ``end``; there is one."""
    while end - _STEP > start and _offset(end - _STEP, zone) == _offset(end, zone):
        end -= _STEP
    start = max(start, end - _STEP)
    after = _offset(end, zone)
    while end - start > _MOMENT:
        middle = start + (end - start) / 2
        if _offset(middle, zone) == after:
            end = middle
        else:
            start = middle
    return end


def _change(start: datetime, end: datetime, zone: tzinfo) -> Change | None:
    by = _offset(end, zone) - _offset(start, zone)
    if not by:
        return None
    instant = _changed(start, end, zone)
    before = _wall(instant - _MOMENT, zone) + _MOMENT
    first = min(before, _wall(instant, zone))
    return Change(first.date(), by > timedelta(0), abs(by) // _MINUTE, instant)


def _offset(instant: datetime, zone: tzinfo) -> timedelta:
    return instant.astimezone(zone).utcoffset() or timedelta(0)
