"""``comeback when``, as it is typed."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from bot.cli import app


def when(**options: str) -> Result:
    chosen = {"zone": "Europe/Berlin", "day": "mon", "time": "09:00"} | options
    words = [word for name, value in chosen.items() for word in (f"--{name}", value)]
    return CliRunner().invoke(app, ["when", *words])


def lines(result: Result) -> list[dict[str, str]]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_it_prints_a_line_a_week_and_what_the_clocks_did() -> None:
    assert lines(when(**{"from": "2026-10-20", "count": "2"})) == [
        {
            "local": "2026-10-26T09:00:00+01:00",
            "utc": "2026-10-26T08:00:00Z",
            "week": "2026-W44",
            "note": "the clocks go back an hour on Sunday 25 October",
        },
        {
            "local": "2026-11-02T09:00:00+01:00",
            "utc": "2026-11-02T08:00:00Z",
            "week": "2026-W45",
            "note": "",
        },
    ]


def test_it_begins_now_and_says_four() -> None:
    assert len(lines(when())) == 4
    assert len(lines(when(count="520"))) == 520


@pytest.mark.parametrize(
    ("zone", "day", "time", "start", "local"),
    [
        ("berlin", "Sunday", "2.30 am", "2027-03-22", "2027-03-28T03:30:00+02:00"),
        ("München", "SUN", "2:30", "2026-10-25", "2026-10-25T02:30:00+02:00"),
        ("london, canada", "fri", "9:30 pm", "2026-01-01", "2026-01-02T21:30:00-05:00"),
        ("utc", "tue", "21h30", "2026-01-06T21:30", "2026-01-06T21:30:00+00:00"),
        ("utc", "tue", "21h30", "2026-01-06T21:30:01", "2026-01-13T21:30:00+00:00"),
        ("Asia/Tokyo", "tue", "9", "2026-01-06T00:00Z", "2026-01-06T09:00:00+09:00"),
        ("Asia/Tokyo", "tue", "9", "2026-01-06T09:00+09:00", "2026-01-06T09:00:00+09:00"),
        ("Asia/Tokyo", "tue", "9", "2026-01-06T00:01Z", "2026-01-13T09:00:00+09:00"),
        ("japan", "tue", "0:00", "2026-01-06", "2026-01-06T00:00:00+09:00"),
        ("Asia/Beirut", "sun", "0:00", "2026-03-29", "2026-03-29T01:00:00+03:00"),
    ],
)
def test_places_days_and_times_are_read_as_people_type_them(
    zone: str, day: str, time: str, start: str, local: str
) -> None:
    options = {"zone": zone, "day": day, "time": time, "from": start, "count": "1"}
    assert lines(when(**options))[0]["local"] == local


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"day": "someday"}, "--day"),
        ({"time": "25:00"}, "--time"),
        ({"count": "0"}, "1 to 520"),
        ({"count": "521"}, "1 to 520"),
        ({"count": "many"}, "1 to 520"),
        ({"from": "yesterday"}, "--from"),
        ({"from": "2026-02-30"}, "--from"),
        ({"from": "9999-12-31"}, "--from"),
        ({"from": "0001-01-01"}, "--from"),
        ({"zone": ""}, "--zone"),
        ({"zone": "xyzzyqq"}, "IANA"),
        ({"zone": "London"}, "America/Toronto"),
        ({"zone": "Berln"}, "Europe/Berlin"),
        ({"zone": "US"}, "America/New_York"),
    ],
)
def test_what_does_not_fit_is_one_sentence_and_code_2(
    options: dict[str, str], sentence: str
) -> None:
    result = when(**options)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert sentence in result.stderr
    assert len(result.stderr.splitlines()) == 1
