"""From what somebody types to a time zone."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.zones import Place, find, is_zone, place_name
from bot.zones.data import FILE, Gazetteer
from bot.zones.names import fold
from bot.zones.rules import known

CITIES = {
    "berlin": "Europe/Berlin",
    "Berlin, Germany": "Europe/Berlin",
    "BERLIN ": "Europe/Berlin",
    "München": "Europe/Berlin",
    "munich": "Europe/Berlin",
    "muenchen": "Europe/Berlin",
    "Köln": "Europe/Berlin",
    "Koeln": "Europe/Berlin",
    "Düsseldorf": "Europe/Berlin",
    "Frankfurt": "Europe/Berlin",
    "Zürich": "Europe/Zurich",
    "zuerich": "Europe/Zurich",
    "St. Gallen": "Europe/Zurich",
    "Genève": "Europe/Zurich",
    "Wien": "Europe/Vienna",
    "vienna": "Europe/Vienna",
    "Praha": "Europe/Prague",
    "København": "Europe/Copenhagen",
    "Kobenhavn": "Europe/Copenhagen",
    "Göteborg": "Europe/Stockholm",
    "Gothenburg": "Europe/Stockholm",
    "Roma": "Europe/Rome",
    "Venezia": "Europe/Rome",
    "paris": "Europe/Paris",
    "paris france": "Europe/Paris",
    "Lisboa": "Europe/Lisbon",
    "den haag": "Europe/Amsterdam",
    "'s-Hertogenbosch": "Europe/Amsterdam",
    "Bruges": "Europe/Brussels",
    "Kraków": "Europe/Warsaw",
    "Łódź": "Europe/Warsaw",
    "Kyiv": "Europe/Kyiv",
    "Kiev": "Europe/Kyiv",
    "Odessa": "Europe/Kyiv",
    "St. Petersburg, Russia": "Europe/Moscow",
    "st petersburg, fl": "America/New_York",
    "Istanbul": "Europe/Istanbul",
    "london": "Europe/London",
    "London, UK": "Europe/London",
    "london, england": "Europe/London",
    "london, canada": "America/Toronto",
    "London, Ontario": "America/Toronto",
    "Reykjavik": "Atlantic/Reykjavik",
    "New York": "America/New_York",
    "new york, ny": "America/New_York",
    "nyc": "America/New_York",
    "LA": "America/Los_Angeles",
    "SF": "America/Los_Angeles",
    "Washington DC": "America/New_York",
    "Portland, US": "America/Los_Angeles",
    "Portland, Maine": "America/New_York",
    "portland me": "America/New_York",
    "Phoenix": "America/Phoenix",
    "Honolulu": "Pacific/Honolulu",
    "Anchorage": "America/Anchorage",
    "Vancouver, BC": "America/Vancouver",
    "Montréal": "America/Toronto",
    "sao paulo": "America/Sao_Paulo",
    "São Paulo": "America/Sao_Paulo",
    "Bogotá": "America/Bogota",
    "Ciudad de México": "America/Mexico_City",
    "Buenos Aires": "America/Argentina/Buenos_Aires",
    "Santiago": "America/Santiago",
    "Córdoba, Spain": "Europe/Madrid",
    "Lagos": "Africa/Lagos",
    "Nairobi": "Africa/Nairobi",
    "N’Djamena": "Africa/Ndjamena",
    "Bangalore": "Asia/Kolkata",
    "Mumbai": "Asia/Kolkata",
    "bombay": "Asia/Kolkata",
    "Kathmandu": "Asia/Kathmandu",
    "Hyderabad, Pakistan": "Asia/Karachi",
    "Saigon": "Asia/Ho_Chi_Minh",
    "Peking": "Asia/Shanghai",
    "Hong Kong": "Asia/Hong_Kong",
    "Singapore": "Asia/Singapore",
    "Tokyo": "Asia/Tokyo",
    "Tel Aviv": "Asia/Jerusalem",
    "Dubai": "Asia/Dubai",
    "Sydney": "Australia/Sydney",
    "Adelaide": "Australia/Adelaide",
    "Auckland": "Pacific/Auckland",
}
WIDER = {
    "Japan": "Asia/Tokyo",
    "india": "Asia/Kolkata",
    "Germany": "Europe/Berlin",
    "Deutschland": "Europe/Berlin",
    "Türkiye": "Europe/Istanbul",
    "turkey": "Europe/Istanbul",
    "uk": "Europe/London",
    "Ivory Coast": "Africa/Abidjan",
    "California": "America/Los_Angeles",
    "europe/berlin": "Europe/Berlin",
    "EUROPE/BERLIN": "Europe/Berlin",
    "America/Argentina/Buenos Aires": "America/Argentina/Buenos_Aires",
    "us/pacific": "US/Pacific",
    "etc/gmt+5": "Etc/GMT+5",
    "utc": "UTC",
    "Lord Howe": "Australia/Lord_Howe",
}


@pytest.mark.parametrize(("typed", "zone"), (CITIES | WIDER).items())
def test_a_place_is_found_as_people_type_it(typed: str, zone: str) -> None:
    found = find(typed)
    assert (found[0].zone, found[0].exact) == (zone, True), found


@pytest.mark.parametrize(
    ("typed", "zone"),
    {
        "Berln": "Europe/Berlin",
        "Nunich": "Europe/Berlin",
        "Melborne": "Australia/Melbourne",
        "Philadelpia": "America/New_York",
        "Edinbrugh": "Europe/London",
        "Copenhaegn": "Europe/Copenhagen",
        "Berln, Germany": "Europe/Berlin",
        "amsterd": "Europe/Amsterdam",
        "Mancheste, UK": "Europe/London",
        "EST": "America/New_York",
        "cet": "Europe/Berlin",
        "us": "America/New_York",
        "Australia": "Australia/Sydney",
        "Georgia": "Asia/Tbilisi",
    }.items(),
)
def test_what_is_not_quite_a_place_is_a_suggestion(typed: str, zone: str) -> None:
    found = find(typed)
    assert (found[0].zone, found[0].exact) == (zone, False), found


@pytest.mark.parametrize("typed", ["", " ", "?", "x", "xyzzyqq", "東京", "a" * 5000, "\x00", ",,"])
def test_what_is_no_place_finds_nothing(typed: str) -> None:
    assert find(typed) == []


@given(st.text(max_size=40))
def test_whatever_is_typed_finds_zones_or_nothing(typed: str) -> None:
    found = find(typed, most=3)
    assert len(found) <= 3
    assert all(is_zone(place.zone) for place in found)


def test_one_that_is_meant_more_often_comes_first_and_the_other_after_it() -> None:
    assert find("london")[:2] == [
        Place("Europe/London", "London", "United Kingdom"),
        Place("America/Toronto", "London", "Canada", "Ontario"),
    ]
    portlands = [(place.zone, place.region) for place in find("Portland, US")]
    assert portlands == [("America/Los_Angeles", "Oregon"), ("America/New_York", "Maine")]


def test_a_place_with_an_old_name_does_not_stand_beside_the_one_that_has_it() -> None:
    """Kitchener in Canada was called Berlin until 1916."""
    assert [place.zone for place in find("Berlin") if place.exact] == ["Europe/Berlin"]


def test_a_zone_s_place_has_a_name() -> None:
    assert place_name("Europe/Berlin") == "Berlin"
    assert place_name("America/Argentina/Buenos_Aires") == "Buenos Aires"
    assert place_name("UTC") == "UTC"
    assert all(place_name(zone) for zone in known())


def test_zones_are_told_letter_for_letter() -> None:
    assert is_zone("Europe/Berlin")
    assert not any(map(is_zone, ("europe/berlin", "Europe", "", "../../etc/passwd", "Berlin")))


def test_the_cities_are_sorted_known_and_say_where_they_are_from() -> None:
    text = FILE.read_text("utf-8")
    assert "GeoNames" in text.partition("\n")[0]
    assert "CC BY 4.0" in text.partition("\n")[0]
    assert FILE.stat().st_size < 800_000
    names = text.rstrip("\n").split("\n\n")[4].split("\n")
    assert names == sorted(names)
    assert all(name.partition("\t")[0] == fold(name.partition("\t")[0]) for name in names)
    zones = text.splitlines()[1].split(" ")
    assert all(map(is_zone, zones))
    world = Gazetteer(text)
    assert all(next(world.cities(zone=zone), None) for zone in zones)


def test_nothing_of_the_cities_is_kept() -> None:
    find("warm up")
    tracemalloc.start()
    try:
        for typed in ("berlin", "Berln", "us", "europe/berlin"):
            find(typed)
        kept, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < 200_000
    assert most < 12_000_000
