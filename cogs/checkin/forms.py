"""What members and moderators fill in for check-ins, and how it is read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot import EFFORT, Field, Form, GoesTo, Invalid, Ours, Weekly, find_place, read_time

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOODS = ("one", "two", "three", "four", "five")
MOST = 999
"""The largest count that is believed."""

NAMED = 3
"""Places that are named when it is not clear which is meant."""


class Settings(Form, words="checkin/settings"):
    """When, where one is, and where the answers go."""

    day = Field(options=DAYS)
    time = Field(most=20)
    city = Field(most=80)
    goes_to = Field(options=tuple(GoesTo))


class Pause(Form, words="checkin/pause"):
    """From when until when nothing is asked."""

    first = Field(optional=True, most=20)
    last = Field(optional=True, most=20)


class WeekForm(Form, words="week/answer"):
    """How the week was; every question may be left empty."""

    mood = Field(options=MOODS, optional=True)
    went_well = Field(long=True, optional=True, most=600)
    learned = Field(long=True, optional=True, most=600)
    met = Field(options=("done", "partly", "not", "changed"), optional=True)
    goal = Field(optional=True, most=90)


class Effort(Form, words="week/effort"):
    """What one did, in numbers."""

    applications = Field(optional=True, most=20)
    conversations = Field(optional=True, most=20)
    asks = Field(optional=True, most=20)
    learning = Field(optional=True, most=20)
    rejections = Field(optional=True, most=20)


class Note(Form, words="circle/note"):
    """A few words to a buddy or a pod."""

    words = Field(long=True, most=1200)


class Somebody(Form, words="circle/somebody"):
    """Somebody one never wants to be paired with."""

    person = Field(person=True)


class Choice(Form, words="digest/choice"):
    """A space's own questions, and when its digest appears."""

    went_well = Field(optional=True, most=45)
    learned = Field(optional=True, most=45)
    day = Field(options=DAYS)
    time = Field(most=20)
    city = Field(most=80)


def moment(form: Settings | Choice, say: Callable[..., Ours]) -> Weekly:
    """Return the moment of every week that was chosen; raises ``Invalid`` in the words of ``say``.

    A place is taken when its whole name was typed; else those that may be meant are named.
    """
    minute, places = read_time(form.time), find_place(form.city)
    faults: dict[str, Ours] = {}
    if minute is None:
        faults["time"] = say("no_time")
    if not places or not places[0].exact:
        names = [f"{one.city}, {one.country}" for one in places[:NAMED]]
        faults["city"] = say("no_city", names=names)
    if minute is None or faults:
        raise Invalid(**faults)
    return Weekly(DAYS.index(form.day), minute, places[0].zone)


def typed(weekly: Weekly) -> dict[str, str]:
    """Return a moment as it is put into a form again."""
    time = f"{weekly.minute // 60:02}:{weekly.minute % 60:02}"
    return {"day": DAYS[weekly.weekday], "time": time, "city": weekly.zone}


def day_of(typed: str) -> date | None:
    """Return the day, nothing for what is none; written as 2026-12-24."""
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        return None


def counts(form: Effort) -> tuple[dict[str, int], list[str]]:
    """Return what was counted, and the names of what is no count."""
    typed = {name: form.answers.get(name, "").strip() for name in EFFORT}
    wrong = [
        name
        for name, text in typed.items()
        if text and not (text.isascii() and text.isdecimal() and int(text) <= MOST)
    ]
    return {name: int(text or 0) for name, text in typed.items() if name not in wrong}, wrong
