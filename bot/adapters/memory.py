"""A platform that is only a transcript, as strict as the real ones.

For tests and for reading: what Discord or Slack would refuse is refused here with a sentence.
"""

from __future__ import annotations

import asyncio
import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from bot import limits
from bot.app import Bot
from bot.house import House
from bot.identity import Address
from bot.people import Member, Room, Space, Standing
from bot.picked import revealed
from bot.platform import Event, Pace, Target, Trace, Unreachable
from bot.splitting import length, split
from bot.ui import Card, Form
from bot.words import Ours, escape, plain

NAME: Final = "memory"
SPACE: Final = "only-space"
DEFER_AFTER: Final = 2.0  # seconds until the platform is told to wait; it gives up after three
_LINK = re.compile(r"\[[^\]]*\]\([^)]*\)|https?://\S+|<[@#!][^>]*>|@everyone|@here")


class Refused(AssertionError):
    """What a real platform would have refused."""


@dataclass(slots=True)
class Message:
    """One message as the platform holds it; ``to`` is the only one who sees it, if any."""

    id: str
    card: Card
    room: Room | None = None
    to: str | None = None
    under: str | None = None
    nonce: str = ""
    ephemeral: bool = False
    edits: int = 0
    live: tuple[str, ...] = ()


@dataclass(slots=True)
class OpenForm:
    """A form that is open in front of somebody."""

    form: Form
    call: str
    faults: Mapping[str, Ours] = field(default_factory=dict)
    source: Message | None = None


class Memory:
    """The platform and everybody on it. People are named by any text."""

    name = NAME
    pace = Pace()

    def __init__(self, house: House, bot: Bot) -> None:
        self.house = house
        self.bot = bot
        self.messages: list[Message] = []
        self.forms: dict[str, OpenForm] = {}
        self.closed_inboxes: set[str] = set()
        self.readers = 4
        self.lacks: dict[Room, tuple[str, ...]] = {}
        self.standings: dict[str, Standing] = {}
        self.zones: dict[str, str] = {}
        self._ids = itertools.count(1)
        house.platforms[NAME] = self

    # What the house asks.

    async def send(self, target: Target, card: Card, nonce: str) -> str:
        """Put a card into a room or somebody's inbox."""
        found = await self.find(target, nonce)
        if isinstance(found, str):
            return found
        to = target.to.person if target.to else None
        if to in self.closed_inboxes:
            fault = "inbox_closed"
            raise Unreachable(fault)
        room = await self._room(target)
        for part in split(card):
            message = self.add(Message("", part, room, to, target.under, nonce))
        return message.id

    async def edit(self, target: Target, ref: str, card: Card) -> None:
        """Change a message of the bot's."""
        message = next((message for message in self.messages if message.id == ref), None)
        if message is None:
            fault = "message_gone"
            raise Unreachable(fault)
        self.show(message, card)

    async def find(self, target: Target, nonce: str) -> str | Trace:
        """Return the message sent with ``nonce``."""
        sent = [message.id for message in self.messages if message.nonce == nonce]
        return sent[-1] if sent else Trace.ABSENT

    async def people_in(self, space: Space, room: Room) -> int | None:
        """Return how many people there are."""
        return self.readers

    async def _room(self, target: Target) -> Room | None:
        """Return the room that was chosen for a room, by its name; else the room itself."""
        if target.room is None:
            return None
        space = await self.house.identity.space(NAME, target.space)
        chosen = await self.house.rooms.channel(space, target.room)
        default = Room.SUPPORT if target.room is Room.DIGEST else target.room
        return Room(chosen) if chosen else default

    async def has_room(self, space: Space, room: Room) -> bool:
        """Say that every room is there."""
        return True

    async def has_channel(self, space: Space, channel: str) -> bool:
        """Say whether there is such a channel."""
        return channel in (Room.SUPPORT.value, Room.MODERATORS.value)

    async def check(self, space: Space, room: Room) -> Sequence[str]:
        """Return what the test took away."""
        return self.lacks.get(room, ())

    async def standing(self, who: Address) -> Standing:
        """Return what the test gave."""
        return self.standings.get(who.person, Standing())

    async def zone(self, who: Address) -> str | None:
        """Return the zone the test gave, if it did."""
        return self.zones.get(who.person)

    # What people do.

    async def member(self, who: str) -> Member:
        """Return somebody as the house knows them."""
        space = await self.house.identity.space(NAME, SPACE)
        return self.house.identity.member(Address(NAME, SPACE, who), space)

    async def event(
        self,
        who: str,
        call: str,
        *,
        text: str = "",
        form: Mapping[str, str] | None = None,
        about: str = "",
        source: Message | None = None,
    ) -> None:
        """Give the bot an event and wait until it is dealt with."""
        event = Event(await self.member(who), call, text, form, about)
        answer = _Answer(self, who, source, is_form=form is not None)
        task = asyncio.ensure_future(self.bot.handle(event, answer))
        _, late = await asyncio.wait([task], timeout=DEFER_AFTER)
        answer.deferred = bool(late)
        await task

    def visible(self, message: Message, who: str) -> bool:
        """Say whether somebody sees a message."""
        return message.to is None or message.to == who

    def add(self, message: Message) -> Message:
        """Put a message into the transcript, with the next id."""
        message = replace(message, id=f"m{next(self._ids)}")
        self.show(message, message.card)
        message.edits = 0
        self.messages.append(message)
        return message

    def show(self, message: Message, card: Card) -> None:
        """Let a message show a card; raises ``Refused`` where a platform would refuse it."""
        if length(card) > limits.CARD:
            raise Refused(f"a message has at most {limits.CARD} characters")
        if any(len(plain(button.label)) > limits.BUTTON for button in card.buttons):
            raise Refused("a button's label is too long")
        message.card = card
        message.edits += 1
        ours = " ".join(escape(part, lambda theirs: "") for part in (card.text, card.note))
        mentions = [
            f"@{self.house.identity.address(quote.by).person}"
            for quote in card.quotes
            if isinstance(quote.by, Member)
        ]
        message.live = (*_LINK.findall(ours), *mentions)


class _Answer:
    """The answers to one event, with the platforms' rules."""

    def __init__(
        self, platform: Memory, who: str, source: Message | None, *, is_form: bool
    ) -> None:
        self._platform = platform
        self._who = who
        self._source = source
        self._is_form = is_form
        self._answered = False
        self.deferred = False

    async def reply(self, card: Card) -> bool:
        """Show a card to one person."""
        self._answered = True
        for part in split(card):
            self._platform.add(Message("", part, to=self._who, ephemeral=True))
        return True

    async def update(self, card: Card) -> None:
        """Change the message of the button, if it is this person's own; else reply."""
        if self._source is None or self._source.to != self._who:
            await self.reply(card)
            return
        self._answered = True
        first, *rest = split(card)
        self._platform.show(self._source, first)
        for part in rest:
            await self.reply(part)

    async def ask(self, form: Form, call: str) -> None:
        """Open a form."""
        if self._answered or self.deferred:
            raise Refused("a form must be the first answer, within two seconds")
        if self._is_form:
            raise Refused("a form cannot be the answer to a form")
        if len(call) > limits.CALL:
            raise Refused("a form's call is too long")
        self._answered = True
        space = await self._platform.house.identity.space(NAME, SPACE)
        shown = revealed(self._platform.house, space, form)
        self._platform.forms[self._who] = OpenForm(shown, call, source=self._source)

    async def invalid(self, form: Form, call: str, faults: Mapping[str, Ours]) -> bool:
        """Say that this platform, like Discord, cannot show mistakes in the form."""
        return False
