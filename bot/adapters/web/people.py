"""The four people one can be, and the places each of them sees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.people import Room

NAME: Final = "web"
SPACE: Final = "playground"
BOT: Final = "comeback"
INBOX: Final = "inbox"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on the playground. ``part`` is ``member``, ``helper`` or ``moderator``.

    ``zone`` is the IANA name in their profile.
    """

    id: str
    name: str
    part: str
    zone: str | None = None

    @property
    def places(self) -> tuple[str, ...]:
        """The rooms this person is in, and their direct messages with the bot."""
        rooms = (Room.SUPPORT.value, Room.MODERATORS.value)
        return (*rooms[: 2 if self.part == "moderator" else 1], INBOX)


PEOPLE: Final = {
    person.id: person
    for person in (
        Person("ana", "Ana", "member", "Europe/Berlin"),
        Person("ben", "Ben", "member", "Europe/Lisbon"),
        Person("hana", "Hana", "helper", "Europe/Lisbon"),
        Person("mo", "Mo", "moderator", "Europe/London"),
    )
}


def name_of(person_id: str) -> str:
    """Return the name somebody is shown by."""
    known = PEOPLE.get(person_id)
    return known.name if known else person_id


def readers(place: str) -> int:
    """Return how many people can read a room."""
    return sum(place in person.places for person in PEOPLE.values())
