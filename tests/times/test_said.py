"""Days and times as people type them, and as cards say them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.times import note, read_day, read_time, said
from bot.weekly import Weekly
from bot.words import Ours

BERLIN = Weekly(0, 540, "Europe/Berlin")


@pytest.mark.parametrize(
    ("typed", "minute"),
    [
        ("9", 540),
        ("9:00", 540),
        ("09:00", 540),
        ("9.00", 540),
        ("0900", 540),
        ("9am", 540),
        ("9 AM", 540),
        ("9 a.m.", 540),
        ("9h", 540),
        ("at 9", 540),
        ("9 o’clock", 540),
        (" 9:30 pm ", 1290),
        ("21.30", 1290),
        ("21:30", 1290),
        ("21h30", 1290),
        ("2130", 1290),
        ("9:30p", 1290),
        ("9.30 P.M.", 1290),
        ("12am", 0),
        ("12 pm", 720),
        ("12:30 am", 30),
        ("0", 0),
        ("00:00", 0),
        ("midnight", 0),
        ("Noon", 720),
        ("23:59", 1439),
        ("\uff19\uff1a\uff13\uff10", 570),  # as a Japanese keyboard writes it
        ("930", 570),
    ],
)
def test_a_time_is_read_as_people_type_it(typed: str, minute: int) -> None:
    assert read_time(typed) == minute


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "24:00",
        "25",
        "9:60",
        "9:5",
        "13pm",
        "0am",
        "-9",
        "nine",
        "9:00:00",
        "960",
        "9" * 50,
        "9 am pm",
        "10:00 tomorrow",
        "99:99",
        ":30",
        "am",
    ],
)
def test_what_is_no_time_is_nothing(typed: str) -> None:
    assert read_time(typed) is None


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_time_and_a_day_or_nothing(typed: str) -> None:
    assert (read_time(typed) or 0) in range(1440)
    assert (read_day(typed) or 0) in range(7)


@given(st.integers(0, 1439))
def test_every_minute_can_be_typed(minute: int) -> None:
    assert read_time(f"{minute // 60:02}:{minute % 60:02}") == minute
    half = "am" if minute < 720 else "pm"
    assert read_time(f"{(minute // 60 - 1) % 12 + 1}:{minute % 60:02} {half}") == minute


@pytest.mark.parametrize(
    ("typed", "weekday"),
    [
        ("mon", 0),
        ("Monday", 0),
        ("MONDAYS", 0),
        ("tue", 1),
        ("Tues.", 1),
        ("wed", 2),
        ("on wednesday", 2),
        ("thurs", 3),
        ("every Friday", 4),
        ("sat", 5),
        (" sun ", 6),
    ],
)
def test_a_day_is_read_as_people_type_it(typed: str, weekday: int) -> None:
    assert read_day(typed) == weekday


@pytest.mark.parametrize("typed", ["", "m", "mo", "someday", "mondayy", "1", "s", "every"])
def test_what_is_no_day_is_nothing(typed: str) -> None:
    assert read_day(typed) is None


def test_a_card_says_each_date_and_what_the_clocks_do_between() -> None:
    lines = said(BERLIN.occurrences(datetime(2026, 10, 13, tzinfo=UTC), 3))
    assert lines == [
        "Monday 19 October, 09:00",
        "Monday 26 October, 09:00; the clocks go back an hour on Sunday 25 October",
        "Monday 2 November, 09:00",
    ]
    assert all(isinstance(line, Ours) for line in lines)


def test_a_change_before_the_first_is_said_only_if_it_is_to_come() -> None:
    monday = BERLIN.occurrences(datetime(2026, 10, 24, tzinfo=UTC), 1)
    (change,) = [one.change.instant for one in monday if one.change]
    assert said(monday) == ["Monday 26 October, 09:00"]
    assert said(monday, change) == ["Monday 26 October, 09:00"]
    assert said(monday, change - timedelta(days=1)) == [
        "Monday 26 October, 09:00; the clocks go back an hour on Sunday 25 October"
    ]


def test_a_card_says_a_time_that_does_not_exist_or_comes_twice() -> None:
    night = Weekly(6, 150, "Europe/Berlin")
    spring = night.occurrences(datetime(2027, 3, 27, tzinfo=UTC), 1)
    autumn = night.occurrences(datetime(2026, 10, 24, tzinfo=UTC), 1)
    assert said(spring) == ["Sunday 28 March, 03:30; the time you chose does not exist that day"]
    assert said(autumn) == [
        "Sunday 25 October, 02:30; that time comes twice that day, and this is the first"
    ]
    assert note(spring[0]) == (
        "the clocks go forward an hour on Sunday 28 March; "
        "the time you chose does not exist that day"
    )


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("Australia/Lord_Howe", "the clocks go forward 30 minutes on Sunday 4 October"),
        ("Antarctica/Troll", "the clocks go back 2 hours on Sunday 25 October"),
        ("Asia/Kolkata", ""),
    ],
)
def test_a_note_says_by_how_much_the_clocks_change(zone: str, words: str) -> None:
    monday = Weekly(0, 540, zone).occurrences(datetime(2026, 10, 1, tzinfo=UTC), 5)
    assert [str(note(one)) for one in monday if note(one)] == ([words] if words else [])
