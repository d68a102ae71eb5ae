"""The cities of ``cities.txt``, read when somebody types a place and let go again.

From GeoNames (https://www.geonames.org), licensed CC BY 4.0
(https://creativecommons.org/licenses/by/4.0/); made by ``make cities``. The file is a comment,
the zones in one line, and parts between empty lines:

* countries: code, English name, and what else it is called, between bars;
* cities of 50,000 people and more, largest first: name, country, number of the zone, region;
* the largest city of every zone and country that has none of that size, in the same way;
* names as they are compared, sorted, with the numbers of the cities that are called so.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("cities.txt")


@dataclass(frozen=True, slots=True)
class City:
    """A city; the smaller its number, the more people live there. Region: ``ME Maine`` or none."""

    number: int
    name: str
    country: str
    zone: str
    region: str


class Gazetteer:
    """All the cities, their countries and their names."""

    def __init__(self, text: str) -> None:
        head, countries, large, small, names = text.rstrip("\n").split("\n\n")
        self._zones = head.splitlines()[1].split(" ")
        self._names = names.split("\n")
        self._large = large.split("\n")
        self._small = small.split("\n")
        self.countries: dict[str, tuple[str, frozenset[str]]] = {}
        for line in countries.split("\n"):
            code, name, called = line.split("\t")
            self.countries[code] = name, frozenset(called.split("|"))

    @classmethod
    def read(cls) -> Gazetteer:
        """Return what is in the file: 6 MB for a moment, so whoever asked lets it go."""
        return cls(FILE.read_text("utf-8"))

    def city(self, number: int) -> City:
        """Return one city."""
        size = len(self._large)
        line = self._large[number] if number < size else self._small[number - size]
        name, country, zone, region, *_ = (*line.split("\t"), "")
        return City(number, name, country, self._zones[int(zone)], region)

    def cities(self, *, country: str = "", zone: str = "", region: str = "") -> Iterator[City]:
        """Return the cities of a country, a zone or a region, largest first.

        The small ones only where there is no other: Germany is not in two zones for a village's
        sake.
        """
        index = str(self._zones.index(zone)) if zone in self._zones else "-"
        for lines, first in ((self._large, 0), (self._small, len(self._large))):
            any_there = False
            for at, line in enumerate(lines, first):
                parts = line.split("\t")
                if (
                    parts[1] == country
                    or parts[2] == index
                    or (region and len(parts) > 3 and parts[3] == region)
                ):
                    any_there = True
                    yield self.city(at)
            if any_there:
                return

    def regions(self) -> set[str]:
        """Return the regions that are known, as ``ME Maine``."""
        return {line.split("\t")[3] for line in self._large if line.count("\t") == 3}

    def called(self, name: str) -> list[int]:
        """Return the numbers of the cities with exactly this name, as it is compared."""
        at = bisect_left(self._names, f"{name}\t")
        if at < len(self._names) and self._names[at].startswith(f"{name}\t"):
            return _numbers(self._names[at])
        return []

    def beginning(self, start: str) -> Iterator[tuple[str, list[int]]]:
        """Return the names that begin like this, each with the numbers of its cities."""
        at = bisect_left(self._names, start)
        while at < len(self._names) and self._names[at].startswith(start):
            yield self._names[at].partition("\t")[0], _numbers(self._names[at])
            at += 1


def _numbers(line: str) -> list[int]:
    return [int(number) for number in line.partition("\t")[2].split(" ")]
