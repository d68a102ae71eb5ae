"""From what somebody types to places: exact names first, then beginnings, then close spellings."""

from __future__ import annotations

import difflib
import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bot.zones.data import City, Gazetteer
from bot.zones.names import fold
from bot.zones.rules import known

LONGEST = 100  # characters: what is longer is no place
# Another name of a city counts like a city of a third of its rank: Saint Petersburg in Russia is
# before the one in Florida, Berlin before Kitchener, which was called Berlin once.
_OTHER = 3
# Beginnings of other names are many: "muni" is Munich before what is a municipality.
_OTHER_BEGINNING = 30
# What people call their time. It is no place, and IANA's EST knows no summer, so these are only
# ever offered.
_SHORT = {
    "et": ("America/New_York",),
    "est": ("America/New_York", "America/Panama"),
    "edt": ("America/New_York",),
    "ct": ("America/Chicago",),
    "cst": ("America/Chicago", "Asia/Shanghai"),
    "cdt": ("America/Chicago",),
    "mt": ("America/Denver",),
    "mst": ("America/Denver", "America/Phoenix"),
    "mdt": ("America/Denver",),
    "pt": ("America/Los_Angeles",),
    "pst": ("America/Los_Angeles", "Asia/Manila"),
    "pdt": ("America/Los_Angeles",),
    "hst": ("Pacific/Honolulu",),
    "bst": ("Europe/London", "Asia/Dhaka"),
    "cet": ("Europe/Berlin",),
    "cest": ("Europe/Berlin",),
    "eet": ("Europe/Athens",),
    "eest": ("Europe/Athens",),
    "ist": ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"),
    "jst": ("Asia/Tokyo",),
    "aest": ("Australia/Sydney",),
    "aedt": ("Australia/Sydney",),
    "nzst": ("Pacific/Auckland",),
    "nzdt": ("Pacific/Auckland",),
}
_WRITTEN_OUT = {
    "ft": ("fort",),
    "mt": ("mount",),
    "saint": ("st", "sankt"),
    "st": ("saint", "sankt"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A place that may be meant: its zone (IANA), its names in English.

    ``exact`` says that this is what was typed, whole; else it begins like it, or is a guess.
    ``region`` is set in the United States and Canada; ``country`` is empty for UTC and the like.
    """

    zone: str
    city: str
    country: str
    region: str = ""
    exact: bool = True


def place_name(zone: str) -> str:
    """Return the name of the place a zone is named after: ``Europe/Berlin`` is Berlin's."""
    return zone.rpartition("/")[2].replace("_", " ")


def find(typed: str, most: int = 5) -> list[Place]:
    """Return the places somebody may mean, best first, at most ``most``; none if nothing fits.

    What is typed is a city (``münchen``, ``london, canada``, ``Portland, Maine``), a country or a
    region (all its zones), or IANA's name of a zone in any case. Takes about 10 ms, and keeps
    nothing.
    """
    text = fold(typed[:LONGEST])
    if not text or len(typed) > LONGEST:
        return []
    found: dict[tuple[str, ...], Place] = {}
    for place in _places(typed, text, Gazetteer.read(), most):
        found.setdefault((place.zone, place.city, place.country, place.region), place)
    return list(found.values())[:most]


def _places(typed: str, text: str, world: Gazetteer, most: int) -> Iterator[Place]:
    if "/" in typed:
        named = _by_name(typed, world)
        if named is not None:
            yield named
            return
    if text in _SHORT:
        for zone in _SHORT[text]:
            yield _of_zone(world, zone, exact=False)
        return
    search = _Search(world, most)
    name, *within = [part for part in map(fold, typed.split(",")) if part]
    found = list(search.exact(name, within))
    if not within:
        found = _with_larger(found, list(search.country(name)), list(search.region(name)))
        found = found or list(search.with_country_behind(name))
    yield from found
    named = None if any(place.exact for place in found) else _by_name(typed, world)
    if named is not None:
        yield named
    elif len(name) > 1:
        begun = list(search.beginning(name, within, own=bool(found)))
        yield from begun
        if not found and not begun:
            yield from search.close(name, within)


def _with_larger(cities: list[Place], country: list[Place], region: list[Place]) -> list[Place]:
    """Put a country in one zone before the cities of its name, whatever else is larger after them.

    Georgia is a country, Mexico is Mexico City first, and Washington is the capital.
    """
    if country and country[0].exact:
        return country + cities + region
    if country:
        region = [replace(place, exact=False) for place in region]
    return cities + country + region


def _by_name(typed: str, world: Gazetteer) -> Place | None:
    """Return the place of a zone that was typed by IANA's name, in any case, or by its end."""
    name = typed.strip().casefold().replace(" ", "_")
    for zone in known():
        if zone.casefold() == name:
            return _of_zone(world, zone)
    for zone in sorted(known()):
        named = "/" in zone and not zone.startswith("Etc/")  # whose signs are the wrong way round
        if named and "/" not in name and fold(place_name(zone)) == fold(typed):
            return _of_zone(world, zone)
    return None


def _of_zone(world: Gazetteer, zone: str, *, exact: bool = True) -> Place:
    largest = next(world.cities(zone=zone), None)
    country = world.countries[largest.country][0] if largest else ""
    return Place(zone, place_name(zone), country, exact=exact)


class _Search:
    """One search in one reading of the cities."""

    def __init__(self, world: Gazetteer, most: int) -> None:
        self._world = world
        self._most = most

    def exact(self, name: str, within: list[str]) -> Iterator[Place]:
        """Return the cities of this name, the best known first."""
        for written in _ways_to_write(name):
            cities = self._ranked([(written, self._world.called(written))], within)
            own = False
            for city in cities:
                is_own = fold(city.name) == written
                # Another name of one counts only until a city really has it.
                yield self._place(city, exact=is_own or not own)
                own = own or is_own
            if cities:
                return

    def with_country_behind(self, name: str) -> Iterator[Place]:
        """Return cities by name and country without a comma: ``paris france``."""
        words = name.split(" ")
        for cut in range(len(words) - 1, 0, -1):
            found = list(self.exact(" ".join(words[:cut]), [" ".join(words[cut:])]))
            yield from found
            if found:
                return

    def country(self, name: str) -> Iterator[Place]:
        """Return the largest city in every zone of the country of this name.

        Two letters are no name, but for two that everybody writes: LA is not Laos.
        """
        for code, (_, called) in self._world.countries.items():
            if name in called and (len(name) > 2 or name in ("uk", "us")):
                yield from self._zones(self._world.cities(country=code))

    def region(self, name: str) -> Iterator[Place]:
        """Return the largest city in every zone of the state or province of this name."""
        for region in self._world.regions():
            if fold(region.partition(" ")[2]) == name:
                yield from self._zones(self._world.cities(region=region))

    def beginning(self, start: str, within: list[str], *, own: bool) -> Iterator[Place]:
        """Return the best-known cities whose names begin like this; ``own``: only their own."""
        cities = self._ranked(self._world.beginning(start), within, other=_OTHER_BEGINNING)
        if own:
            cities = [city for city in cities if fold(city.name).startswith(start)]
        for city in cities[: self._most]:
            yield self._place(city, exact=False)

    def close(self, name: str, within: list[str]) -> Iterator[Place]:
        """Return cities whose names are one letter away, else those that look like it."""
        if len(name) < 4:
            return
        near = [(other, self._world.called(other)) for other in _one_letter_away(name)]
        found = self._ranked(near, within)
        if not found:
            alike = {
                other: numbers
                for other, numbers in self._world.beginning(name[:2])
                if abs(len(other) - len(name)) < 4
            }
            best = difflib.get_close_matches(name, alike, n=self._most, cutoff=0.75)
            found = [
                city for other in best for city in self._ranked([(other, alike[other])], within)
            ]
        for city in found[: self._most]:
            yield self._place(city, exact=False)

    def _zones(self, cities: Iterable[City]) -> list[Place]:
        largest: dict[str, City] = {}
        for city in cities:
            largest.setdefault(city.zone, city)
        return [self._place(city, exact=len(largest) == 1) for city in largest.values()]

    def _ranked(
        self,
        names: Iterable[tuple[str, list[int]]],
        within: list[str],
        other: int = _OTHER,
    ) -> list[City]:
        """Return the cities with one of these names that lie within all of that, best first."""
        ranks: dict[int, int] = {}
        for name, numbers in names:
            for number in numbers:
                own = fold(self._world.city(number).name) == name
                rank = (number + 1) * (1 if own else other)
                ranks[number] = min(rank, ranks.get(number, rank))
        cities = map(self._world.city, sorted(ranks, key=ranks.__getitem__))
        return [city for city in cities if all(self._lies_in(city, part) for part in within)]

    def _lies_in(self, city: City, part: str) -> bool:
        code, _, region = city.region.partition(" ")
        whole = {*self._world.countries[city.country][1], fold(code), fold(region)} - {""}
        return part in whole or (len(part) > 2 and any(name.startswith(part) for name in whole))

    def _place(self, city: City, *, exact: bool) -> Place:
        country = self._world.countries[city.country][0]
        return Place(city.zone, city.name, country, city.region.partition(" ")[2], exact)


def _ways_to_write(name: str) -> Iterator[str]:
    """Return a name, then as it may be kept: ``duesseldorf``, ``st gallen``."""
    yield name
    yield name.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    first, space, rest = name.partition(" ")
    for other in _WRITTEN_OUT.get(first, ()) if space else ():
        yield f"{other} {rest}"


def _one_letter_away(name: str) -> set[str]:
    """Return everything that becomes ``name`` by one letter more, less, other, or two swapped.

    Peter Norvig's edits (https://norvig.com/spell-correct.html); about fifty a letter.
    """
    halves = [(name[:at], name[at:]) for at in range(len(name) + 1)]
    letters = f"{string.ascii_lowercase} "
    less = {left + right[1:] for left, right in halves if right}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in halves if right[1:]}
    other = {left + letter + right[1:] for left, right in halves if right for letter in letters}
    more = {left + letter + right for left, right in halves for letter in letters}
    return less | swapped | other | more
