"""People who want company, for tests of pairs and pods."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import combinations

from hypothesis import strategies as st

from bot.matching import Candidate

Groups = list[tuple[str, ...]]
ZONES = (-480, -300, 0, 60, 330, 765)


@st.composite
def people_with_wishes(draw: st.DrawFn, most: int, *, picky: bool = True) -> list[Candidate]:
    """Return people with ids of two digits, some of whom do not want, or just had, another."""
    ids = [f"{number:02}" for number in range(draw(st.integers(0, most)))]
    some = (
        st.frozensets(st.sampled_from(ids), max_size=3) if ids and picky else st.just(frozenset())
    )
    week, zone = st.integers(0, 6), st.sampled_from(ZONES)
    return [Candidate(id, draw(week), draw(zone), draw(some), draw(some)) for id in ids]


def many(count: int, picky: int = 0) -> list[Candidate]:
    """Return many people, each of whom excludes ``picky`` others."""
    chance = random.Random(count)  # noqa: S311 - people for a test
    ids = [f"{number:04}" for number in range(count)]
    return [
        Candidate(
            id, chance.randrange(7), chance.choice(ZONES), frozenset(chance.sample(ids, picky))
        )
        for id in ids
    ]


def excluded(one: Candidate, other: Candidate) -> bool:
    return other.id in one.excludes or one.id in other.excludes


def may(one: Candidate, other: Candidate) -> bool:
    met = other.id in one.last or one.id in other.last
    return not met and not excluded(one, other)


def placed(people: Sequence[Candidate], groups: Groups, sizes: range) -> set[str]:
    """Return who is in a group, once nobody is in two and no group has a wrong size."""
    ids = [id for group in groups for id in group]
    assert len(ids) == len(set(ids))
    assert set(ids) <= {one.id for one in people}
    assert all(len(group) in sizes for group in groups)
    return set(ids)


def together(people: Sequence[Candidate], groups: Groups) -> list[tuple[Candidate, Candidate]]:
    by_id = {one.id: one for one in people}
    return [(by_id[a], by_id[b]) for group in groups for a, b in combinations(group, 2)]


def a_round_later(people: Sequence[Candidate], groups: Groups) -> list[Candidate]:
    """Return the same people after a round in these groups."""
    last = {id: frozenset(group) - {id} for group in groups for id in group}
    return [
        Candidate(one.id, one.weekday, one.offset, one.excludes, last.get(one.id, frozenset()))
        for one in people
    ]
