"""A weekly moment: its weeks, and what days without it or with two of it do to it."""

from __future__ import annotations

import zoneinfo
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.weekly import (
    Change,
    Moved,
    Occurrence,
    Weekly,
    forget_rules,
    from_iso,
    iso,
    week_of,
)
from tests.times import tzif

ZONES = st.sampled_from(sorted(zoneinfo.available_timezones()))
WEEKLIES = st.builds(Weekly, st.integers(0, 6), st.integers(0, 1439), ZONES)
INSTANTS = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis adds the zone
MONDAYS = st.dates(date(1971, 1, 4), date(2090, 1, 1)).map(
    lambda day: day - timedelta(days=day.weekday())
)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+00:00")


def only(weekly: Weekly, start: str) -> Occurrence:
    (occurrence,) = weekly.occurrences(utc(start), 1)
    return occurrence


@given(MONDAYS)
def test_a_week_and_its_name_are_one_thing(week: date) -> None:
    assert from_iso(iso(week)) == week
    assert iso(week + timedelta(days=6)) == iso(week)


def test_weeks_are_named_as_iso_8601_does() -> None:
    assert iso(date(2026, 11, 22)) == "2026-W47"
    assert iso(date(2027, 1, 3)) == "2026-W53"
    assert from_iso("2026-W01") == date(2025, 12, 29)


@pytest.mark.parametrize(
    "text", ["", "2026-W00", "2026-W54", "2027-W53", "2026W48", "2026-W5", "\uff12026-W05"]
)
def test_what_is_no_week_raises(text: str) -> None:
    with pytest.raises(ValueError, match=r"week|Invalid"):
        from_iso(text)


@given(WEEKLIES, MONDAYS)
def test_an_instant_is_in_the_local_week_it_was_asked_for(weekly: Weekly, week: date) -> None:
    instant = weekly.instant(week)
    assert instant.tzinfo is UTC
    assert week_of(instant, weekly.zone) == week
    assert weekly.local(week) == instant
    assert str(weekly.local(week).tzinfo) == weekly.zone


@given(WEEKLIES, INSTANTS)
def test_the_next_week_and_the_latest_have_the_instant_between_them(
    weekly: Weekly, instant: datetime
) -> None:
    after, latest = weekly.after(instant), weekly.latest(instant)
    assert weekly.instant(latest) <= instant < weekly.instant(after)
    assert after - latest == timedelta(days=7)


@given(WEEKLIES, INSTANTS)
def test_occurrences_begin_at_the_start_and_come_every_week(
    weekly: Weekly, start: datetime
) -> None:
    found = weekly.occurrences(start, 4)
    assert found[0].utc >= start
    assert found[0].week == weekly.after(start - timedelta(microseconds=1))
    assert [one.week for one in found] == [
        found[0].week + timedelta(days=7) * number for number in range(4)
    ]
    assert all(one.local == one.utc == weekly.instant(one.week) for one in found)
    again = weekly.occurrences(found[0].utc, 1)
    assert again == found[:1], "one that is at the start is the first"


@pytest.mark.parametrize(
    ("weekday", "minute", "zone"),
    [
        (-1, 0, "UTC"),
        (7, 0, "UTC"),
        (0, -1, "UTC"),
        (0, 1440, "UTC"),
        (0, 0, "Mars/Canary"),
        (0, 0, "Europe"),
        (0, 0, "../canary"),
        (0, 0, "europe/berlin"),
        (0, 0, ""),
    ],
)
def test_what_is_no_weekly_moment_raises_and_is_not_repeated(
    weekday: int, minute: int, zone: str
) -> None:
    with pytest.raises(ValueError, match=r"weekday|minute|zone") as raised:
        Weekly(weekday, minute, zone)
    assert "anary" not in str(raised.value)


def test_a_week_is_told_by_its_monday() -> None:
    with pytest.raises(ValueError, match="Monday"):
        Weekly(0, 540, "UTC").instant(date(2026, 11, 24))


def test_nine_in_the_morning_stays_nine_when_the_clocks_change() -> None:
    before, after = Weekly(0, 540, "Europe/Berlin").occurrences(utc("2026-10-18T00:00"), 2)
    assert before.utc == utc("2026-10-19T07:00")
    assert after.utc == utc("2026-10-26T08:00")
    assert before.local.hour == after.local.hour == 9
    assert before.change is None
    assert after.moved is Moved.NONE
    assert after.change == Change(date(2026, 10, 25), False, 60, utc("2026-10-25T01:00"))


def test_a_time_that_does_not_exist_is_read_with_the_offset_before() -> None:
    moved = only(Weekly(6, 150, "Europe/Berlin"), "2027-03-27T00:00")
    assert moved.moved is Moved.GAP
    assert moved.local.isoformat() == "2027-03-28T03:30:00+02:00"
    assert moved.change == Change(date(2027, 3, 28), True, 60, utc("2027-03-28T01:00"))
    assert moved == only(Weekly(6, 150, "Europe/Berlin"), "2027-03-28T00:00")


def test_a_time_that_comes_twice_is_the_first() -> None:
    twice, later = Weekly(6, 150, "Europe/Berlin").occurrences(utc("2026-10-25T00:00"), 2)
    assert twice.moved is Moved.TWICE
    assert twice.local.isoformat() == "2026-10-25T02:30:00+02:00"
    assert twice.change is None, "the first comes before the change"
    assert later.change is not None
    assert later.utc - twice.utc == timedelta(days=7, hours=1)


@pytest.mark.parametrize(
    ("zone", "start", "day", "minutes"),
    [
        ("Australia/Lord_Howe", "2026-10-04T12:00", date(2026, 10, 4), 30),
        ("America/Santiago", "2026-09-06T12:00", date(2026, 9, 6), 60),  # at 24:00 on Saturday
        ("America/Nuuk", "2026-03-29T12:00", date(2026, 3, 28), 60),  # 23:00 to 24:00 on Saturday
        ("Africa/Cairo", "2026-04-25T12:00", date(2026, 4, 24), 60),  # on a Friday
        ("Antarctica/Troll", "2026-03-29T12:00", date(2026, 3, 29), 120),
    ],
)
def test_a_change_is_on_the_day_whose_minutes_are_missing(
    zone: str, start: str, day: date, minutes: int
) -> None:
    change = only(Weekly(0, 540, zone), start).change
    assert change is not None
    assert (change.date, change.forward, change.minutes) == (day, True, minutes)


def test_a_day_that_was_left_out_comes_a_day_later() -> None:
    """Samoa had no 30 December 2011, a Friday."""
    weekly = Weekly(4, 540, "Pacific/Apia")
    assert weekly.local(date(2011, 12, 26)).isoformat() == "2011-12-31T09:00:00+14:00"


def test_a_gap_over_the_end_of_the_week_is_not_left_for_the_next_one(rules: Path) -> None:
    """At 23:30 on Sunday the clocks go to 00:30 on Monday."""
    change = (utc("2027-03-14T23:30"), timedelta(hours=1))
    tzif.write(rules / "Test" / "Night", timedelta(0), change)
    forget_rules()
    late, early = Weekly(6, 1425, "Test/Night"), Weekly(0, 15, "Test/Night")
    assert late.local(date(2027, 3, 8)).isoformat() == "2027-03-14T23:29:00+00:00"
    assert only(late, "2027-03-14T12:00").moved is Moved.GAP
    assert early.local(date(2027, 3, 15)).isoformat() == "2027-03-15T01:15:00+01:00"
    for weekly in (late, early):
        for at in range(200):
            instant = utc("2027-03-14T20:00") + timedelta(minutes=3) * at
            assert weekly.instant(weekly.latest(instant)) <= instant
            assert weekly.instant(weekly.after(instant)) > instant


def test_a_sunday_that_is_left_out_ends_on_saturday(rules: Path) -> None:
    change = (utc("2027-03-14T11:00"), timedelta(hours=13))
    tzif.write(rules / "Test" / "Line", timedelta(hours=-11), change)
    forget_rules()
    weekly = Weekly(6, 540, "Test/Line")
    assert weekly.local(date(2027, 3, 8)).isoformat() == "2027-03-13T23:59:00-11:00"
    assert weekly.local(date(2027, 3, 15)).isoformat() == "2027-03-21T09:00:00+13:00"


def test_a_midnight_that_comes_twice_leaves_one_instant_a_week(rules: Path) -> None:
    """At 00:30 on Monday it is 23:30 on Sunday once more."""
    change = (utc("2027-10-18T00:30"), timedelta(hours=-1))
    tzif.write(rules / "Test" / "Back", timedelta(0), change)
    forget_rules()
    for weekday, minute in ((6, 1425), (6, 1410), (0, 0), (0, 15), (0, 45)):
        weekly = Weekly(weekday, minute, "Test/Back")
        for at in range(200):
            instant = utc("2027-10-17T20:00") + timedelta(minutes=3) * at
            assert weekly.instant(weekly.latest(instant)) <= instant
            assert weekly.instant(weekly.after(instant)) > instant


def test_rules_that_change_are_followed_after_an_update(rules: Path) -> None:
    weekly, week = Weekly(0, 540, "Europe/Berlin"), from_iso("2027-W26")
    assert weekly.instant(week) == utc("2027-06-28T07:00")
    stays = (utc("2026-10-25T01:00"), timedelta(hours=1))  # winter time for good
    tzif.write(rules / "Europe" / "Berlin", timedelta(hours=2), stays)
    assert weekly.instant(week) == utc("2027-06-28T07:00"), "what was worked out is kept"
    forget_rules()
    assert weekly.instant(week) == utc("2027-06-28T08:00")
    assert weekly.instant(from_iso("2026-W40")) == utc("2026-09-28T07:00")
    zoneinfo.reset_tzpath(())
    forget_rules()
    assert weekly.instant(week) == utc("2027-06-28T07:00")


def test_the_machine_s_own_rules_are_left_aside() -> None:
    assert zoneinfo.TZPATH == ()
