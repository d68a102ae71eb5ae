"""Pods: who is with whom, and never with whom."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.matching import Candidate, pods
from bot.matching.grouping import _Pods
from tests.company import a_round_later, excluded, many, may, people_with_wishes, placed, together


@given(people_with_wishes(40, picky=False), st.text(max_size=3))
def test_with_nobody_excluded_everybody_has_a_pod_and_pods_are_even(
    people: list[Candidate], seed: str
) -> None:
    groups = pods(people, seed)
    assert len(placed(people, groups, range(3, 6))) == (len(people) if len(people) >= 3 else 0)
    sizes = {len(group) for group in groups}
    assert not sizes or max(sizes) - min(sizes) <= 1


@pytest.mark.parametrize(
    ("count", "sizes"),
    [
        (2, []),
        (3, [3]),
        (5, [5]),
        (6, [3, 3]),
        (7, [3, 4]),
        (8, [4, 4]),
        (9, [4, 5]),
        (10, [5, 5]),
        (11, [3, 4, 4]),
        (12, [4, 4, 4]),
        (13, [4, 4, 5]),
        (14, [4, 5, 5]),
    ],
)
def test_pods_are_of_four_where_they_can_be(count: int, sizes: list[int]) -> None:
    people = [Candidate(str(number), 0, 0) for number in range(count)]
    assert sorted(map(len, pods(people, "seed"))) == sizes


@given(people_with_wishes(30), st.text(max_size=3))
def test_nobody_is_in_two_pods_or_with_whom_they_excluded(
    people: list[Candidate], seed: str
) -> None:
    groups = pods(people, seed)
    placed(people, groups, range(3, 6))
    assert not any(excluded(one, other) for one, other in together(people, groups))


@settings(max_examples=60)
@given(people_with_wishes(8), st.text(max_size=3))
def test_among_eight_everybody_who_can_have_a_pod_has_one(
    people: list[Candidate], seed: str
) -> None:
    assert len(placed(people, pods(people, seed), range(3, 6))) == _most_in_pods(people)


def _most_in_pods(people: Sequence[Candidate]) -> int:
    """Return how many can have a pod, by trying every way."""
    if not people:
        return 0
    first, rest = people[0], people[1:]
    best = _most_in_pods(rest)
    for size in (2, 3, 4):
        for others in combinations(rest, size):
            if not any(excluded(a, b) for a, b in combinations((first, *others), 2)):
                left = [one for one in rest if one not in others]
                best = max(best, 1 + size + _most_in_pods(left))
    return best


@pytest.mark.parametrize("count", [16, 60, 402])
def test_a_round_later_pods_are_new(count: int) -> None:
    people = [Candidate(f"{number:03}", number % 7, 0) for number in range(count)]
    again = a_round_later(people, pods(people, "first"))
    groups = pods(again, "second")
    assert len(placed(again, groups, range(3, 6))) == count
    assert all(may(one, other) for one, other in together(again, groups))


def test_having_been_together_is_no_reason_to_have_no_pod() -> None:
    people = [Candidate(id, 0, 0, last=frozenset("abcd") - {id}) for id in "abcd"]
    assert pods(people, "seed") == [("a", "b", "c", "d")]


@pytest.mark.parametrize(("count", "picky"), [(61, 5), (200, 20), (402, 100)])
def test_among_many_a_few_exclusions_leave_nobody_without_a_pod(count: int, picky: int) -> None:
    people = many(count, picky)
    groups = pods(people, "seed")
    assert len(placed(people, groups, range(3, 6))) == count
    assert not any(excluded(one, other) for one, other in together(people, groups))


def _search(excludes: dict[int, str], pods: list[list[int]]) -> _Pods:
    """Return a search among eleven people at most, where somebody was left."""
    count = 1 + max(excludes, default=max(max(pod) for pod in pods))
    people = [
        Candidate(f"{number:x}", 0, 0, frozenset(excludes.get(number, "")))
        for number in range(count)
    ]
    search = _Pods(people)
    search.pods = pods
    search.left = [one for one in range(count) if not any(one in pod for pod in pods)]
    search.place()
    assert not search.left
    return search


def test_who_is_left_joins_a_pod_with_room() -> None:
    assert _search({3: ""}, [[0, 1, 2]]).pods == [[0, 1, 2, 3]]


def test_somebody_makes_room_in_a_pod_for_who_fits_no_other() -> None:
    assert _search({7: "0456"}, [[0, 1, 2, 3], [4, 5, 6]]).pods == [[7, 1, 2, 3], [4, 5, 6, 0]]


def test_pods_that_are_full_spare_somebody_for_a_new_one() -> None:
    pods = _search({10: ""}, [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9]]).pods
    assert sorted(one for pod in pods for one in pod) == list(range(11))
    assert sorted(len(pod) for pod in pods) in ([3, 3, 5], [3, 4, 4])
