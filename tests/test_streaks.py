"""Streaks: what a bad week costs, and what it does not."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.streaks import Week, streak

KEPT, MISSED, RESTED = Week.KEPT, Week.MISSED, Week.RESTED
SIGNS = {"k": KEPT, "m": MISSED, "r": RESTED}
WEEKS = st.lists(st.sampled_from(Week), max_size=30)


def _weeks(signs: str) -> list[Week]:
    return [SIGNS[sign] for sign in signs]


@pytest.mark.parametrize(
    ("signs", "count"),
    [
        ("", 0),
        ("m", 0),
        ("r", 0),
        ("k", 1),
        ("kkk", 3),
        ("mk", 1),
        ("km", 1),
        ("kkmkk", 4),
        ("kkmkkkmk", 6),
        ("kkmkkmkk", 4),
        ("kkmkm", 1),
        ("kkmmkk", 2),
        ("kkkmm", 0),
        ("kkmrrrmk", 1),
        ("kkmkrrkrkmk", 6),
        ("rrkkrr", 2),
        ("mkm", 1),
    ],
)
def test_a_streak_counts_the_weeks_that_were_kept(signs: str, count: int) -> None:
    assert streak(_weeks(signs)) == count


@given(WEEKS, st.data())
def test_rested_weeks_change_nothing_wherever_they_are(
    weeks: list[Week], data: st.DataObject
) -> None:
    rested = list(weeks)
    for _ in range(data.draw(st.integers(1, 6))):
        rested.insert(data.draw(st.integers(0, len(rested))), RESTED)
    assert streak(rested) == streak(weeks)


@given(st.integers(1, 60), st.integers(0, 60))
def test_a_single_missed_week_never_costs_what_was_built(before: int, after: int) -> None:
    assert streak([KEPT] * before + [MISSED] + [KEPT] * after) == before + after


@given(WEEKS, st.integers(0, 20))
def test_two_missed_weeks_in_a_row_begin_anew(before: list[Week], after: int) -> None:
    assert streak([*before, MISSED, MISSED] + [KEPT] * after) == after


@given(WEEKS)
def test_one_missed_week_in_four_is_never_too_many(before: list[Week]) -> None:
    quiet = [MISSED, KEPT, KEPT, KEPT]
    assert streak([*before, *quiet * 5]) >= 15


@given(WEEKS, st.data())
def test_a_week_kept_instead_of_missed_never_lowers_it(
    weeks: list[Week], data: st.DataObject
) -> None:
    missed = [at for at, week in enumerate(weeks) if week is MISSED]
    if missed:
        better = list(weeks)
        better[data.draw(st.sampled_from(missed))] = KEPT
        assert streak(better) >= streak(weeks)


@given(WEEKS)
def test_one_more_kept_week_is_one_more(weeks: list[Week]) -> None:
    assert streak([*weeks, KEPT]) >= streak(weeks) + 1


@given(WEEKS)
def test_it_is_the_longest_run_in_which_no_four_weeks_miss_two(weeks: list[Week]) -> None:
    asked = [week for week in weeks if week is not RESTED]
    runs = (asked[at:] for at in range(len(asked) + 1))
    longest = next(run for run in runs if _holds(run))
    assert streak(weeks) == longest.count(KEPT)


def _holds(run: list[Week]) -> bool:
    missed = [at for at, week in enumerate(run) if week is MISSED]
    return all(later - earlier >= 4 for earlier, later in combinations(missed, 2))
