"""One message as the playground holds it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.adapters.web.people import BOT, PEOPLE
from bot.ui import Card


@dataclass(frozen=True, slots=True)
class Post:
    """One message; ``number`` is its id and its place in the order, ``version`` its last change.

    ``to`` is the only person who sees it, if any: in the inbox a direct message, in any place a
    ``private`` answer, which is not kept on disk. A person's message has a ``text``, one of the
    bot's has a ``card``.
    """

    number: int
    version: int
    place: str
    at: datetime
    author: str = BOT
    to: str = field(default="", repr=False)
    text: str = field(default="", repr=False)
    card: Card | None = field(default=None, repr=False)
    under: int | None = None
    nonce: str = ""
    private: bool = False

    @property
    def id(self) -> str:
        """The platform's id of it, as the house keeps it."""
        return str(self.number)

    def seen_by(self, person_id: str) -> bool:
        """Say whether somebody can see it."""
        person = PEOPLE.get(person_id)
        return person is not None and self.place in person.places and self.to in ("", person_id)

    def owned_by(self, person_id: str) -> bool:
        """Say whether it is somebody's alone, so that the bot may change it for them."""
        return self.to == person_id

    def shows(self, call: str) -> bool:
        """Say whether there is a button that makes this call."""
        return self.card is not None and any(button.call == call for button in self.card.buttons)
