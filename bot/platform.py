"""What the house asks of a platform, and what a platform may answer. No method is optional."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Protocol

from bot.identity.address import Address
from bot.people import Member, Room, Space, Standing
from bot.ui import Card, Form
from bot.words import Ours


@dataclass(frozen=True, slots=True)
class Event:
    """Somebody did something. ``call`` is ``/word``, ``>word`` (a message shortcut) or a call.

    ``text`` is what was typed after a command; where a platform asks for each argument by its
    name, they are in ``options`` and ``text`` is only the sub-word. ``form`` is a form's answers
    by field, ``about`` the platform's id of the message a shortcut was used on. None of it is
    shown by ``repr``. ``present`` says that it happened in the space itself, so that the member is
    in it; of a press in a direct message that is not known.
    """

    member: Member
    call: str
    text: str = field(default="", repr=False)
    form: Mapping[str, str] | None = field(default=None, repr=False)
    about: str = field(default="", repr=False)
    options: Mapping[str, str] | None = field(default=None, repr=False)
    present: bool = True


class Responder(Protocol):
    """The ways to answer one event, privately, to whoever caused it."""

    async def reply(self, card: Card) -> bool:
        """Show a card to the member alone; say whether it arrived, as far as that is known."""

    async def update(self, card: Card) -> None:
        """Put a card in the place of the one whose button was pressed; else reply."""

    async def ask(self, form: Form, call: str) -> None:
        """Open a form whose answers go to ``call``. Only as the first answer, never to a form."""

    async def invalid(self, form: Form, call: str, faults: Mapping[str, Ours]) -> bool:
        """Show what does not fit beside the fields (``""`` is the form as a whole).

        Returns whether the platform can; if not, the house offers *Try again*.
        """


class TryLater(Exception):
    """The platform asks for patience; ``seconds`` is how much, or nothing for our own backoff.

    ``begun`` says that parts of the message are out: ``find`` is asked before the rest is sent.
    """

    begun = False

    def __init__(self, seconds: float | None = None) -> None:
        super().__init__()
        self.seconds = seconds


class NoAccess(TryLater):
    """A room cannot be used until somebody changes something; the moderators are told once.

    ``lack`` is what is missing, as ``Platform.check`` names it.
    """

    def __init__(self, lack: str, seconds: float = 600.0) -> None:
        super().__init__(seconds)
        self.lack = lack


class Unreachable(Exception):
    """It will never work: a closed inbox, a room or a message that is gone."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


class Trace(Enum):
    """What a platform can say of a message it may have got."""

    ABSENT = "absent"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Target:
    """Where a message goes: a person's inbox, or a room of a space, under a message or not.

    ``since`` is the day it was written: what the platform has of it is not older. ``post`` is the
    row of what is put in a room, for a platform that can tell only from a press which message it
    became.
    """

    space: str = field(repr=False)
    room: Room | None = None
    under: str | None = None
    to: Address | None = field(default=None, repr=False)
    since: date | None = None
    post: str | None = None


@dataclass(frozen=True, slots=True)
class Pace:
    """Messages a second, to a whole platform and to one space of it; ``None`` is no limit."""

    platform: float | None = None
    space: float | None = None


class Platform(Protocol):
    """One platform, able to send. ``nonce`` is the same whenever the same row is sent again."""

    name: str
    pace: Pace

    async def send(self, target: Target, card: Card, nonce: str) -> str:
        """Send a card and return the platform's id of it, or of its last part.

        Raises ``TryLater``, ``NoAccess`` or ``Unreachable``; after anything else it is not known
        whether the message was sent.
        """

    async def edit(self, target: Target, ref: str, card: Card) -> None:
        """Change a message of the bot's; raises as ``send`` does."""

    async def find(self, target: Target, nonce: str) -> str | Trace:
        """Return the id of the message sent with ``nonce``, or what is known instead."""

    async def people_in(self, space: Space, room: Room) -> int | None:
        """Return how many people can read a room, nothing when the platform does not say."""

    async def has_room(self, space: Space, room: Room) -> bool:
        """Say whether there is such a room, or somebody has to choose it first."""

    async def has_channel(self, space: Space, channel: str) -> bool:
        """Say whether a space has such a channel, as a form may name any."""

    async def check(self, space: Space, room: Room) -> Sequence[str]:
        """Return what the bot lacks in a room: for each a name in ``templates/says/checks.j2``."""

    async def standing(self, who: Address) -> Standing:
        """Return what somebody may do in the space of their address."""

    async def zone(self, who: Address) -> str | None:
        """Return the time zone in somebody's profile, as IANA names it; nothing if not told."""
