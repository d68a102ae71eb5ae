"""Somebody who wants company, and what speaks for and against two of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

DAY_APART = 180  # minutes of zone that one day between two check-ins weighs as much as
FAR = 3 * DAY_APART + 12 * 60  # minutes; nobody is farther apart
FEW = 60  # people among whom everybody is compared with everybody


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who wants company.

    ``id`` is a row's id, ``weekday`` the day of their check-in (0 to 6), ``offset`` how far east
    of UTC they are, in minutes. ``excludes`` are the ids they never want to be with, ``last``
    those they were with in the round just ended; of either, one side's word is enough.
    """

    id: str
    weekday: int
    offset: int
    excludes: frozenset[str] = frozenset()
    last: frozenset[str] = frozenset()


def shuffled(candidates: Sequence[Candidate], seed: str) -> list[Candidate]:
    """Return candidates in an order of their ids and the seed alone: it breaks every tie.

    Raises ``ValueError`` for an id that occurs twice.
    """
    if len({candidate.id for candidate in candidates}) < len(candidates):
        raise ValueError
    key = blake2b(seed.encode()).digest()

    def place(candidate: Candidate) -> tuple[bytes, str]:
        return blake2b(candidate.id.encode(), key=key, digest_size=16).digest(), candidate.id

    return sorted(candidates, key=place)


def named(people: Sequence[Candidate], groups: Iterable[Sequence[int]]) -> list[tuple[str, ...]]:
    """Return groups of places as groups of ids, sorted, so that neither tells the order."""
    return sorted(tuple(sorted(people[person].id for person in group)) for group in groups)


def distance(one: Candidate, other: Candidate) -> int:
    """Return how far apart two people's weeks are, in minutes: days and zones go round."""
    days = (one.weekday - other.weekday) % 7
    minutes = (one.offset - other.offset) % 1440
    return min(days, 7 - days) * DAY_APART + min(minutes, 1440 - minutes)


def excluded(one: Candidate, other: Candidate) -> bool:
    """Say whether either never wants to be with the other."""
    return other.id in one.excludes or one.id in other.excludes


def met(one: Candidate, other: Candidate) -> bool:
    """Say whether they were together in the round just ended."""
    return other.id in one.last or one.id in other.last


def may(one: Candidate, other: Candidate) -> bool:
    """Say whether they may be a pair."""
    return not excluded(one, other) and not met(one, other)


def line(people: Sequence[Candidate]) -> list[int]:
    """Return everybody in a line that goes from day to day, and through zones to and fro."""

    def place(person: int) -> tuple[int, int]:
        weekday, offset = people[person].weekday, people[person].offset
        return weekday, -offset if weekday % 2 else offset

    return sorted(range(len(people)), key=place)
