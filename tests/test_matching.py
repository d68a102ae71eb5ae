"""Buddies: who is with whom, and never with whom; and what pairs and pods have in common."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching import Candidate, pairs, pods
from bot.matching.pairing import _joined
from tests.company import a_round_later, many, may, people_with_wishes, placed, together


def _minutes(one: Candidate, other: Candidate) -> int:
    days, zones = abs(one.weekday - other.weekday), abs(one.offset - other.offset) % 1440
    return min(days, 7 - days) * 180 + min(zones, 1440 - zones)


def _most_pairs(people: Sequence[Candidate]) -> int:
    """Return how many pairs there can be, by trying every way."""
    if len(people) < 2:
        return 0
    first, rest = people[0], people[1:]
    ways = [_most_pairs(rest)]
    ways += [
        1 + _most_pairs([*rest[:at], *rest[at + 1 :]])
        for at, other in enumerate(rest)
        if may(first, other)
    ]
    return max(ways)


def _least_minutes(people: Sequence[Candidate], count: int) -> int:
    """Return how little can be between ``count`` pairs, by trying every way."""
    edges = [(a, b) for a, b in combinations(people, 2) if may(a, b)]
    ways = (
        sum(_minutes(a, b) for a, b in way)
        for way in combinations(edges, count)
        if len({one.id for edge in way for one in edge}) == 2 * count
    )
    return min(ways)


@given(people_with_wishes(30), st.text(max_size=8))
def test_nobody_is_in_two_pairs_or_with_whom_they_may_not_be(
    people: list[Candidate], seed: str
) -> None:
    groups = pairs(people, seed)
    placed(people, groups, range(2, 4))
    assert all(may(one, other) for one, other in together(people, groups))


@given(people_with_wishes(8), st.text(max_size=3))
def test_everybody_who_can_be_paired_is(people: list[Candidate], seed: str) -> None:
    assert len(pairs(people, seed)) == _most_pairs(people)


@given(people_with_wishes(8), st.text(max_size=3))
def test_as_many_of_the_left_over_join_a_pair_as_can(people: list[Candidate], seed: str) -> None:
    groups = pairs(people, seed)
    by_id = {one.id: one for one in people}
    left = [by_id[id] for id in by_id.keys() - placed(people, groups, range(2, 4))]
    # Of a group of three it cannot be told who was third; so every third is tried.
    for way in product(*(range(len(group)) if len(group) == 3 else [0] for group in groups)):
        thirds = [g[at] for g, at in zip(groups, way, strict=True) if len(g) == 3]
        couples = [
            [by_id[id] for id in group if len(group) == 2 or id != group[at]]
            for group, at in zip(groups, way, strict=True)
        ]
        if _most_joined([*left, *(by_id[id] for id in thirds)], couples) == len(thirds):
            return
    pytest.fail("more could have joined a pair")


def _most_joined(left: Sequence[Candidate], couples: Sequence[list[Candidate]]) -> int:
    """Return how many can join a pair, one each, by trying every way."""
    if not left:
        return 0
    ways = [_most_joined(left[1:], couples)]
    for at, couple in enumerate(couples):
        if all(may(left[0], other) for other in couple):
            ways.append(1 + _most_joined(left[1:], [*couples[:at], *couples[at + 1 :]]))
    return max(ways)


@given(people_with_wishes(6), st.text(max_size=3))
def test_pairs_are_as_near_in_day_and_zone_as_they_can_be(
    people: list[Candidate], seed: str
) -> None:
    groups = pairs(people, seed)
    if all(len(group) == 2 for group in groups):
        between = sum(_minutes(one, other) for one, other in together(people, groups))
        assert between == _least_minutes(people, len(groups))


@given(people_with_wishes(40, picky=False), st.text(max_size=3))
def test_with_no_word_against_it_nobody_is_alone(people: list[Candidate], seed: str) -> None:
    groups = pairs(people, seed)
    assert len(placed(people, groups, range(2, 4))) == (len(people) if len(people) > 1 else 0)
    assert sum(len(group) == 3 for group in groups) == (len(people) > 1 and len(people) % 2)


def test_that_everybody_is_paired_counts_more_than_that_pairs_are_near() -> None:
    # Only neighbours in this row may be pairs. Of those b and c, and d and e, are near.
    row = [("a", 0, 0), ("b", 3, 720), ("c", 3, 720), ("d", 0, 0), ("e", 0, 0), ("f", 3, 720)]
    people = [
        Candidate(id, weekday, offset, frozenset(other for other, *_ in row[at + 2 :]))
        for at, (id, weekday, offset) in enumerate(row)
    ]
    assert pairs(people, "seed") == [("a", "b"), ("c", "d"), ("e", "f")]


@given(people_with_wishes(9))
def test_whatever_the_pairs_as_many_as_can_join_them(people: list[Candidate]) -> None:
    couples = [(at, at + 1) for at in range(0, min(6, len(people) - 1), 2)]
    left = range(2 * len(couples), len(people))
    joined = _joined(people, couples, left)
    for group in joined:
        assert all(may(people[one], people[third]) for third in group[2:] for one in group[:2])
    known = [[people[one], people[other]] for one, other in couples]
    most = _most_joined([people[one] for one in left], known)
    assert sum(len(group) == 3 for group in joined) == most


def test_one_sides_word_is_enough() -> None:
    for word in ({"excludes": frozenset("a")}, {"last": frozenset("a")}):
        people = [Candidate("a", 0, 0), Candidate("b", 0, 0, **word)]
        assert pairs(people, "seed") == []


def test_who_is_left_joins_a_pair_only_if_both_may_be_with_them() -> None:
    people = [Candidate("a", 0, 0), Candidate("b", 0, 0), Candidate("c", 3, 0, frozenset("b"))]
    assert pairs(people, "seed") in ([("a", "b")], [("a", "c")])
    people[2] = Candidate("c", 3, 0)
    assert pairs(people, "seed") == [("a", "b", "c")]


def test_sunday_is_next_to_monday_and_the_date_line_is_no_wall() -> None:
    days = [Candidate("a", 0, 0), Candidate("b", 6, 0), Candidate("c", 3, 0), Candidate("d", 2, 0)]
    assert pairs(days, "seed") == [("a", "b"), ("c", "d")]
    zones = [Candidate("a", 0, 780), Candidate("b", 0, -660), Candidate("c", 0, 300)]
    zones.append(Candidate("d", 0, 120))
    assert pairs(zones, "seed") == [("a", "b"), ("c", "d")]


@pytest.mark.parametrize("matched", [pairs, pods])
@given(people=people_with_wishes(14), seed=st.text(max_size=3), data=st.data())
def test_the_order_of_people_changes_nothing(
    matched: type, people: list[Candidate], seed: str, data: st.DataObject
) -> None:
    groups = matched(people, seed)
    assert matched(data.draw(st.permutations(people)), seed) == groups
    assert groups == sorted(tuple(sorted(group)) for group in groups)


@pytest.mark.parametrize("matched", [pairs, pods])
@pytest.mark.parametrize("count", [8, 12, 100])
def test_where_there_is_a_choice_another_seed_makes_another(matched: type, count: int) -> None:
    people = [Candidate(f"{number:03}", 2, 60) for number in range(count)]
    ways = {tuple(matched(people, f"round {number}")) for number in range(6)}
    assert len(ways) == 6


@pytest.mark.parametrize("matched", [pairs, pods])
def test_an_id_that_occurs_twice_is_refused(matched: type) -> None:
    with pytest.raises(ValueError, match=r"^$"):
        matched([Candidate("a", 0, 0), Candidate("a", 1, 0)], "seed")


@pytest.mark.parametrize("count", [61, 199, 402])
def test_among_many_everybody_is_paired_round_after_round(count: int) -> None:
    people = many(count, picky=5)
    for number in range(3):
        groups = pairs(people, f"round {number}")
        assert len(placed(people, groups, range(2, 4))) == count
        assert all(may(one, other) for one, other in together(people, groups))
        people = a_round_later(people, groups)


def test_among_many_a_pair_is_parted_for_two_who_cannot_be_one() -> None:
    # Fourteen who exclude each other have the same twelve nearest; two of them are left at first.
    picky = [f"picky{number}" for number in range(14)]
    people = [Candidate(id, 0, 60, frozenset(picky)) for id in picky]
    people += [Candidate(f"near{number}", 0, 0) for number in range(12)]
    people += [Candidate(f"far{number}", 3, 720) for number in range(60)]
    groups = pairs(people, "seed")
    assert len(placed(people, groups, range(2, 3))) == 86
    assert all(may(one, other) for one, other in together(people, groups))


def test_who_finds_nobody_near_is_paired_with_whoever_is_left_elsewhere() -> None:
    kinds = {"a": (30, 0), "b": (170, 0), "c": (170, 3), "d": (30, 3)}
    ids = {kind: [f"{kind}{number}" for number in range(kinds[kind][0])] for kind in kinds}
    excludes = {"a": frozenset(ids["a"] + ids["b"]), "d": frozenset(ids["c"] + ids["d"])}
    people = [
        Candidate(id, kinds[kind][1], 0, excludes.get(kind, frozenset()))
        for kind in kinds
        for id in ids[kind]
    ]
    groups = pairs(people, "seed")
    assert len(placed(people, groups, range(2, 3))) == 400
    assert all(may(one, other) for one, other in together(people, groups))


def test_in_two_camps_nobody_meets_the_other() -> None:
    camps = [[f"a{number:02}" for number in range(11)], [f"b{number:02}" for number in range(9)]]
    people = [Candidate(id, 0, 0, frozenset(camps[1])) for id in camps[0]]
    people += [Candidate(id, 0, 0) for id in camps[1]]
    for groups in (pairs(people, "seed"), pods(people, "seed")):
        assert len({id for group in groups for id in group}) == 20
        assert all(len({id[0] for id in group}) == 1 for group in groups)
