"""Buddies: as many pairs as there can be, and nobody left who could join one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from itertools import combinations, permutations
from operator import itemgetter

from bot.matching.candidates import FAR, FEW, Candidate, distance, line, may, named, shuffled

_NEAR = 12  # others each is compared with, among many
_PART = 200  # people who are matched at once
_LEFT = 24  # people for whom a pair is parted, where those near were not enough

Edge = tuple[int, int, int]  # two people, and what lies between them in minutes


def pairs(candidates: Sequence[Candidate], seed: str) -> list[tuple[str, ...]]:
    """Return pairs of ids, and groups of three where somebody would be left.

    Nobody is with somebody who was excluded or was with them last time. As many are paired as can
    be, with the least between them in days and zones; among more than 60, as many as are found by
    looking at the nearest of each, then at all who are left, then at pairs to part for them.
    Whoever is left over joins a pair in which both may be with them, one a pair, as many as can,
    and near ones first.

    The answer depends on ``seed`` and not on the order of candidates; where there is a choice,
    another seed makes another. Ids and groups are sorted. Raises ``ValueError`` for an id that
    occurs twice.
    """
    people = shuffled(candidates, seed)
    couples: list[Sequence[int]] = []
    left: Sequence[int] = range(len(people))
    parts = _parts(people)
    while found := [pair for part in parts for pair in _matched(_edges(people, part))]:
        couples += found
        paired = {person for couple in found for person in couple}
        left = [person for person in left if person not in paired]
        parts = [left]
    if len(people) > FEW:
        left = _part_and_pair(people, couples, left)
    return named(people, _joined(people, couples, left))


def _matched(edges: Iterable[Edge]) -> list[tuple[int, int]]:
    """Return as many disjoint edges as there can be, the shortest in sum among the ways to do so.

    Galil, Efficient algorithms for finding maximum matching in graphs (1986), by networkx.
    """
    import networkx as nx  # here, for its memory: it is needed once a round

    graph: nx.Graph[int] = nx.Graph()
    graph.add_weighted_edges_from((one, other, 2 * FAR + 1 - far) for one, other, far in edges)
    found = nx.max_weight_matching(graph, maxcardinality=True)
    return sorted((min(edge), max(edge)) for edge in found)


def _edges(people: Sequence[Candidate], among: Sequence[int]) -> Iterator[Edge]:
    """Yield who may be paired among some: all there are, or of many the nearest of each."""
    for at, one in enumerate(among):
        # Of equally near ones those that follow, or all would be joined to the same few.
        others = [*among[at + 1 :], *among[:at]] if len(among) > FEW else among[at + 1 :]
        allowed = (other for other in others if may(people[one], people[other]))
        edges = ((one, other, distance(people[one], people[other])) for other in allowed)
        yield from nsmallest(_NEAR, edges, itemgetter(2)) if len(among) > FEW else edges


def _parts(people: Sequence[Candidate]) -> list[Sequence[int]]:
    """Return everybody, of many in parts of those near each other: matching takes the square."""
    if len(people) <= FEW:
        return [range(len(people))]
    everybody = line(people)
    return [everybody[at : at + _PART] for at in range(0, len(everybody), _PART)]


def _part_and_pair(
    people: Sequence[Candidate], couples: list[Sequence[int]], left: Sequence[int]
) -> Sequence[int]:
    """Pair two who are left with two of a pair that is parted, and return who is left still."""
    placed: set[int] = set()
    for one, other in combinations(left[:_LEFT], 2):
        if {one, other} & placed:
            continue
        ways = [
            (distance(people[one], people[a]) + distance(people[other], people[b]), at, a, b)
            for at, couple in enumerate(couples)
            for a, b in permutations(couple)
            if may(people[one], people[a]) and may(people[other], people[b])
        ]
        if ways:
            _, at, a, b = min(ways)
            couples[at] = (one, a)
            couples.append((other, b))
            placed |= {one, other}
    return [person for person in left if person not in placed]


def _joined(
    people: Sequence[Candidate], couples: Sequence[Sequence[int]], left: Sequence[int]
) -> list[Sequence[int]]:
    """Return the pairs with as many of those left as can join them, one a pair."""
    edges: list[Edge] = []
    for one in left:
        ways = (
            (sum(distance(people[one], people[other]) for other in couple), at)
            for at, couple in enumerate(couples)
            if all(may(people[one], people[other]) for other in couple)
        )
        # Whoever is farther than so many is not needed: one of the nearer would be free.
        edges += [(~at, one, far) for far, at in nsmallest(len(left), ways)]
    third = {~pair: (one,) for pair, one in _matched(edges)}
    return [(*couple, *third.get(at, ())) for at, couple in enumerate(couples)]
