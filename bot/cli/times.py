"""``comeback when``: the instants of a weekly moment, as the bot reads them."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time

import click

from bot.cli.terminal import app, stop

_MOST = 520  # ten years of weeks


@app.command()
@click.option("--zone", default="", help="An IANA name, or a city: Europe/Berlin, Munich.")
@click.option("--day", default="", help="mon to sun, or in full.")
@click.option("--time", "clock", default="", help="09:00, 9am, 21h30.")
@click.option("--from", "start", default="", help="A date, or a date and time; else now.")
@click.option("--count", default="4", help="How many, 1 to 520; else 4.")
def when(*, zone: str, day: str, clock: str, start: str, count: str) -> None:
    """Print when a weekly moment comes, a JSON object a line, with what the clocks do to it."""
    from bot.times import note, read_day, read_time
    from bot.weekly import Weekly, iso
    from bot.words import plain

    weekday = read_day(day)
    if weekday is None:
        stop("Say which day with --day: mon, tue, wed, thu, fri, sat or sun.")
    minute = read_time(clock)
    if minute is None:
        stop("Say a time of the day with --time, such as 09:00 or 9am.")
    if not (count.isdecimal() and 1 <= int(count) <= _MOST):
        stop(f"--count is a number from 1 to {_MOST}.")
    weekly = Weekly(weekday, minute, _zone(zone))
    try:
        occurrences = weekly.occurrences(_start(start, weekly.zone), int(count))
    except OverflowError:
        stop("There is no such year in this calendar: choose another --from.")
    for occurrence in occurrences:
        line = {
            "local": occurrence.local.isoformat(),
            "utc": occurrence.utc.isoformat().replace("+00:00", "Z"),
            "week": iso(occurrence.week),
            "note": plain(note(occurrence)),
        }
        click.echo(json.dumps(line, ensure_ascii=False))


def _zone(typed: str) -> str:
    """Return the one zone that is meant."""
    from bot.zones import find, is_zone

    places = [] if is_zone(typed) else find(typed)
    meant = [place for place in places if place.exact]
    named = "; ".join(
        f"{', '.join(filter(None, (place.city, place.region, place.country)))} ({place.zone})"
        for place in meant or places
    )
    if not typed.strip():
        stop("Say where with --zone: an IANA name such as Europe/Berlin, or a city.")
    if len({place.zone for place in meant}) > 1:
        stop(f"Several places are called that: {named}. Say the zone.")
    if places and not meant:
        stop(f"No zone or city is called that. Near to it: {named}.")
    if not places and not is_zone(typed):
        stop("No zone or city is called that: --zone takes an IANA name, or a city.")
    return meant[0].zone if meant else typed


def _start(typed: str, zone: str) -> datetime:
    """Return the instant to begin at; a date is its midnight there, a time without offset local.

    A midnight the clocks skip is the first moment of that day.
    """
    from bot.zones.rules import zone as rules

    if not typed:
        return datetime.now(UTC)
    try:
        if len(typed) == len("2026-10-20"):
            read = datetime.combine(date.fromisoformat(typed), time())
        else:
            read = datetime.fromisoformat(typed)
    except ValueError:
        stop("--from is a date such as 2026-10-20, or a date and time such as 2026-10-20T09:00.")
    if read.tzinfo is None:
        read = read.replace(tzinfo=rules(zone))
    return read.astimezone(UTC)
