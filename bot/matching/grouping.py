"""Pods: three to five people each, with nobody they do not want to be with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import nsmallest
from itertools import combinations, pairwise

from bot.matching.candidates import (
    FAR,
    FEW,
    Candidate,
    distance,
    excluded,
    line,
    met,
    named,
    shuffled,
)

_LEAST, _BEST, _MOST = 3, 4, 5  # people in a pod
_ALL_WAYS = 8  # people for whom every way to make pods is tried
_AGAIN = 10 * FAR  # minutes of distance that having been together last time weighs as much as
_NEVER = 1000 * _AGAIN  # more than all that speaks against a pod without an exclusion
_NEAR = 30  # places before and after in line with which one is exchanged; pods to move to
_ROUNDS = 4
_PATIENCE = 100  # people for whom everybody is looked at, which takes long


def pods(candidates: Sequence[Candidate], seed: str) -> list[tuple[str, ...]]:
    """Return pods of three to five ids, of four where it can be.

    Nobody is with somebody who was excluded. Those who were together last time are preferably with
    others now, and those near in days and zones preferably together. Where nobody is excluded and
    there are three or more, everybody has a pod and sizes differ by one at most. Otherwise as many
    have one as the search finds: up to eight people, every way is tried; among more, people are
    exchanged between pods, which may leave out one or another who could have been placed.

    The answer depends on ``seed`` and not on the order of candidates; ids and pods are sorted.
    Raises ``ValueError`` for an id that occurs twice.
    """
    people = shuffled(candidates, seed)
    if len(people) <= _ALL_WAYS:
        return named(people, _best(people))
    search = _Pods(people)
    search.improve()
    search.part()
    search.place()
    return named(people, search.pods)


def _strain(one: Candidate, other: Candidate) -> int:
    """Return what speaks against two in one pod, in minutes of distance."""
    if excluded(one, other):
        return _NEVER
    return distance(one, other) + (_AGAIN if met(one, other) else 0)


def _best(people: Sequence[Candidate]) -> tuple[tuple[int, ...], ...]:
    """Return the best pods of a few people: most placed, then most even, then least strain."""
    strain: dict[tuple[int, ...], int] = {}
    for size in range(_LEAST, _MOST + 1):
        for pod in combinations(range(len(people)), size):
            together = sum(_strain(people[a], people[b]) for a, b in combinations(pod, 2))
            if together < _NEVER:
                strain[pod] = together

    def worth(way: tuple[tuple[int, ...], ...]) -> tuple[int, int, int]:
        placed = sum(len(pod) for pod in way)
        uneven = sum((len(pod) - _BEST) ** 2 for pod in way)
        return placed, -uneven, -sum(strain[pod] for pod in way)

    two = (way for way in combinations(strain, 2) if not set(way[0]) & set(way[1]))
    return max([(), *((pod,) for pod in strain), *two], key=worth)


class _Pods:
    """A search among many: a line cut into pods, then exchanges."""

    def __init__(self, people: Sequence[Candidate]) -> None:
        self.people = people
        self.line = line(people)
        # Rather 5 and 5 than 4, 3 and 3: a pod of three that loses somebody is a pod no more.
        count = max(-(-len(people) // _MOST), (len(people) + 1) // _BEST)
        cuts = [len(people) * at // count for at in range(count + 1)]
        self.pods = [self.line[start:end] for start, end in pairwise(cuts)]
        self.home = {person: at for at, pod in enumerate(self.pods) for person in pod}
        self.left: list[int] = []
        self.patience = _PATIENCE

    def strain(self, person: int, pod: Iterable[int], instead: int = -1) -> int:
        """Return what speaks against somebody in a pod, instead of somebody in it."""
        one = self.people[person]
        others = (other for other in pod if other not in (person, instead))
        return sum(_strain(one, self.people[other]) for other in others)

    def improve(self) -> None:
        """Exchange people between pods while that makes it better, for a few rounds."""
        for _ in range(_ROUNDS):
            gains = [self._exchange(at) for at in range(len(self.line))]
            if not any(gains):
                return

    def _exchange(self, at: int) -> bool:
        """Exchange somebody with whom it gains most, if need be from afar."""
        one = self.line[at]
        here = self.pods[self.home[one]]
        now = self.strain(one, here)
        near = _NEAR
        if now >= _NEVER and self.patience:
            self.patience -= 1
            near = len(self.line)
        best, whom = 0, -1
        for other in self.line[max(0, at - near) : at + near + 1]:
            there = self.pods[self.home[other]]
            if there is here:
                continue
            before = now + self.strain(other, there)
            after = self.strain(one, there, other) + self.strain(other, here, one)
            if after - before < best:
                best, whom = after - before, other
        if whom >= 0:
            there = self.pods[self.home[whom]]
            here[here.index(one)], there[there.index(whom)] = whom, one
            self.home[one], self.home[whom] = self.home[whom], self.home[one]
        return whom >= 0

    def part(self) -> None:
        """Take out who may not be together, and dissolve what is too small then."""
        for pod in self.pods:
            while max(self.strain(person, pod) for person in pod) >= _NEVER:
                worst = max(pod, key=lambda person: self.strain(person, pod))
                pod.remove(worst)
                self.left.append(worst)
        self.left += [person for pod in self.pods if len(pod) < _LEAST for person in pod]
        self.pods = [pod for pod in self.pods if len(pod) >= _LEAST]

    def place(self) -> None:
        """Place who is left, for a few rounds while anybody can be."""
        for _ in range(_ROUNDS):
            before = len(self.left)
            for person in tuple(self.left):
                self._join(person)
            for person in self.left[:_PATIENCE]:
                # Somebody may have been placed meanwhile, in a pod another has founded.
                if person in self.left and not self._move(person):
                    self._found(person)
            if len(self.left) == before:
                return

    def _join(self, person: int) -> bool:
        """Put somebody in a pod that has room."""
        roomy = [pod for pod in self.pods if len(pod) < _MOST]
        pod = min(roomy, key=lambda pod: self.strain(person, pod), default=[])
        if not pod or self.strain(person, pod) >= _NEVER:
            return False
        pod.append(person)
        self.left.remove(person)
        return True

    def _move(self, person: int) -> bool:
        """Put somebody in the place of another, who goes to a pod that has room."""
        roomy = [pod for pod in self.pods if len(pod) < _MOST][:_NEAR]
        for pod in self.pods:
            against = [other for other in pod if self.strain(person, [other]) >= _NEVER]
            if len(against) > 1:
                continue
            for other in against or pod:
                for new in roomy:
                    if new is not pod and self.strain(other, new) < _NEVER:
                        pod[pod.index(other)] = person
                        new.append(other)
                        self.left.remove(person)
                        return True
        return False

    def _found(self, person: int) -> bool:
        """Found a pod of three, with others who are left or whose pods can spare them."""
        homes = {other: pod for pod in self.pods if len(pod) > _LEAST for other in pod}
        free = [other for other in (*self.left, *homes) if other != person]
        fit = (other for other in free if self.strain(person, [other]) < _NEVER)
        near = nsmallest(FEW, fit, lambda other: (other in homes, self.strain(person, [other])))
        for a, b in combinations(near, 2):
            leaves = [home for home in (homes.get(a, []), homes.get(b, [])) if home]
            same = len(leaves) == 2 and leaves[0] is leaves[1]
            if self.strain(a, [b]) >= _NEVER or (same and len(leaves[0]) < _MOST):
                continue
            for other in (a, b):
                homes.get(other, self.left).remove(other)
            self.left.remove(person)
            self.pods.append([person, a, b])
            return True
        return False
