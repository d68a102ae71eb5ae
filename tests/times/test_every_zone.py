"""Every zone there is, through every change of its clocks until 2030."""

from __future__ import annotations

import zoneinfo
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import pairwise

import pytest

from bot.weekly import Weekly, week_of

FIRST, LAST = date(2024, 12, 30), date(2030, 12, 30)
WEEKS = [FIRST + timedelta(days=7) * number for number in range((LAST - FIRST).days // 7 + 1)]
HOURS = [
    datetime(2024, 12, 28, tzinfo=UTC) + timedelta(hours=6) * number for number in range(8800)
]


@cache
def different_zones() -> list[str]:
    """Return one zone of all those whose clocks show the same from 2025 to 2030."""
    seen: dict[object, str] = {}
    files: dict[bytes, str] = {}
    for name in sorted(zoneinfo.available_timezones()):
        package, _, resource = f"tzdata.zoneinfo.{name.replace('/', '.')}".rpartition(".")
        files.setdefault(_content(package, resource), name)
    for name in files.values():
        zone = zoneinfo.ZoneInfo(name)
        offsets = [hour.astimezone(zone).utcoffset() for hour in HOURS]
        changes = tuple(
            (_change(HOURS[at - 1], HOURS[at], zone), offsets[at])
            for at in range(1, len(HOURS))
            if offsets[at] != offsets[at - 1]
        )
        seen.setdefault((offsets[0], changes), name)
    return sorted(seen.values())


def _content(package: str, resource: str) -> bytes:
    from importlib import resources

    return resources.files(package).joinpath(resource).read_bytes()


def _change(start: datetime, end: datetime, zone: zoneinfo.ZoneInfo) -> datetime:
    after = end.astimezone(zone).utcoffset()
    while end - start > timedelta(seconds=1):
        middle = start + (end - start) / 2
        if middle.astimezone(zone).utcoffset() == after:
            end = middle
        else:
            start = middle
    return end.replace(microsecond=0)


def test_there_are_many_of_them() -> None:
    assert len(zoneinfo.available_timezones()) > 550
    assert len(different_zones()) > 60


@pytest.mark.parametrize("minute", [0, 90, 150, 540])
@pytest.mark.parametrize("weekday", range(7))
def test_a_weekly_moment_is_one_instant_in_every_local_week(weekday: int, minute: int) -> None:
    least, most = timedelta(days=6.5), timedelta(days=7.5)
    for name in different_zones():
        weekly = Weekly(weekday, minute, name)
        instants = [weekly.instant(week) for week in WEEKS]
        for week, instant in zip(WEEKS, instants, strict=True):
            assert week_of(instant, name) == week, (name, week)
        for before, after in pairwise(instants):
            assert least < after - before < most, (name, before)
