"""What members and moderators fill in for check-ins, and how it is read."""

from __future__ import annotations

from datetime import date

from bot import EFFORT, Field, Form, GoesTo, Place, Weekly, find_place

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOODS = ("one", "two", "three", "four", "five")
MOST = 999
"""The largest count that is believed."""


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


def place_of(typed: str) -> Place | list[Place]:
    """Return the place somebody means, or those they may mean."""
    found = find_place(typed)
    return found[0] if found and found[0].exact else found


def weekly_of(day: str, minute: int, zone: str) -> Weekly:
    """Return the moment of every week that was chosen."""
    return Weekly(DAYS.index(day), minute, zone)


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
