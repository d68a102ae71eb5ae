"""What a person can do and see on any platform: the language the contract suite is written in."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

ANA, BEN, HANA, MO = "ana", "ben", "hana", "mo"
"""Two members, a helper and a moderator."""


@dataclass(frozen=True)
class Seen:
    """One message as one person sees it."""

    id: str
    text: str
    """Every word in reading order, signatures of quotes included, buttons not."""
    buttons: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    """What each button sends, as a client holds it."""
    private: bool = False
    """Marked as seen by this person alone."""
    live: tuple[str, ...] = ()
    """Every mention and link in it that does something."""
    under: str | None = None
    """The message it stands under, in its thread."""
    file: tuple[str, bytes] | None = None
    picture: tuple[bytes, str] | None = None
    """A picture and what is read to those who cannot see it."""


@dataclass(frozen=True)
class SeenForm:
    """The form that is open in front of somebody."""

    title: str
    intro: str
    values: Mapping[str, str]
    """What every question holds; somebody by the name they have in the tests."""
    labels: Mapping[str, str]
    """What every question asks."""
    faults: Mapping[str, str] = field(default_factory=dict)
    """What does not fit, by field; ``""`` is the form as a whole."""


class Chat(ABC):
    """A platform with four people on it, and the bot."""

    readers = 4
    """How many people read the support room."""

    names: tuple[str, ...] = (ANA, BEN, HANA, MO)
    """Everybody, whoever arrived included."""

    tells_zones: bool
    """Whether the platform says in which time zone somebody is."""

    inline: bool
    """Whether mistakes are shown beside the fields; otherwise there is a *Try again* button."""

    @abstractmethod
    def person(self, who: str) -> str:
        """Return somebody's id on this platform."""

    def named(self, person: str) -> str:
        """Return whose id it is, or the text where it is nobody's."""
        return next((who for who in self.names if self.person(who) == person), person)

    async def arrive(self, who: str) -> None:
        """Let somebody join the space, with a client, as the four have; a new name in letters."""
        self.names = (*self.names, who)
        self.readers += 1
        await self._arrive(who)

    @abstractmethod
    async def _arrive(self, who: str) -> None: ...

    @abstractmethod
    async def move(self, who: str, zone: str) -> None:
        """Let somebody live in a time zone (as IANA names it), where the platform asks for one."""

    @abstractmethod
    async def say(self, who: str, words: str) -> None:
        """Type a slash command, as ``/rejection`` or ``/privacy forget``."""

    @abstractmethod
    async def press(self, who: str, label: str, on: Seen | None = None) -> None:
        """Press a button whose label begins with ``label``, on the newest message showing one.

        Raises ``LookupError`` when this person sees no such button.
        """

    @abstractmethod
    async def press_late(self, who: str, label: str, seen: Seen) -> None:
        """Press a button on a message as it was seen, whatever it shows by now."""

    @abstractmethod
    async def shortcut(self, who: str, label: str, on: Seen) -> None:
        """Use a message shortcut on a message."""

    @abstractmethod
    async def submit(self, who: str, **answers: str) -> None:
        """Send the open form; fields not given keep the value they start from.

        Somebody who is chosen is given by the name they have here, nobody as ``""``.
        """

    @abstractmethod
    async def form(self, who: str) -> SeenForm | None:
        """Return the form that is open in front of somebody."""

    @abstractmethod
    async def private(self, who: str) -> list[Seen]:
        """Return the answers only this person sees, the newest last; not the inbox."""

    @abstractmethod
    async def inbox(self, who: str) -> list[Seen]:
        """Return the bot's direct messages to somebody, the newest last."""

    @abstractmethod
    async def room(self, who: str, room: str = "support") -> list[Seen]:
        """Return the bot's messages in a room as somebody sees them, the newest last."""

    @abstractmethod
    async def close_inbox(self, who: str) -> None:
        """Turn direct messages from the bot off, as somebody can in their settings."""

    @abstractmethod
    async def open_inbox(self, who: str) -> None:
        """Turn direct messages from the bot on again."""

    @abstractmethod
    async def guess(self, who: str, call: str, **answers: str) -> None:
        """Send a call this person was never shown, as a changed client could."""

    @abstractmethod
    async def settle(self) -> None:
        """Wait until all that is due is delivered."""

    @abstractmethod
    async def pass_time(self, by: timedelta) -> None:
        """Move the clock and deliver what became due."""

    @abstractmethod
    async def restart(self) -> None:
        """Stop the bot and start it again on the same database."""

    @abstractmethod
    async def close(self) -> None:
        """Stop everything."""

    async def last(self, who: str) -> Seen:
        """Return the newest private answer."""
        return (await self.private(who))[-1]
