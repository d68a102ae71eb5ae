"""The playground as a platform: what the house asks of it, and what its people do."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from bot.adapters.web import crowd, people, seed
from bot.adapters.web.answers import Answer
from bot.adapters.web.board import Board
from bot.adapters.web.people import BOT, INBOX, NAME, SPACE
from bot.adapters.web.posts import Post
from bot.adapters.web.server import Server
from bot.adapters.web.storage import Storage
from bot.app import Bot
from bot.house import House
from bot.identity import Address
from bot.people import Member, Room, Space, Standing
from bot.picked import revealed
from bot.platform import Event, Pace, Target, Trace, Unreachable
from bot.splitting import split
from bot.ui import Card, Form

DEFER_AFTER: Final = 2.0  # seconds until a request returns without its answer, as elsewhere
_PATIENCE: Final = 5.0  # seconds that answers still being made are given when it stops


class Playground:
    """A chat platform with four people on it, in the browser, for whoever is at this computer.

    ``folder`` is where it keeps its own file; with ``seed`` it is not empty the first time.
    """

    name = NAME
    pace = Pace()

    def __init__(self, house: House, bot: Bot, folder: Path, *, seed: bool = True) -> None:
        self.house = house
        self.bot = bot
        self.storage = Storage(folder)
        self.board = Board(self.storage)
        self.closed_inboxes: set[str] = set()
        """Who lets the bot not write to them: for tests, since nobody here can turn that off."""
        self._server = Server(self)
        self._seeding = seed
        self._sending = asyncio.Lock()
        self._late: set[asyncio.Task[None]] = set()
        house.platforms[NAME] = self

    async def start(self, port: int = 8000) -> str:
        """Open the file, put the clock where it was, and listen; return the address to open.

        Listens on this computer only, on ``port`` or the next one that is free (0 takes any).
        Raises ``OSError`` when none is.
        """
        await self.storage.open()
        await self.board.open()
        ahead = await self.storage.offset() - self.house.clock.offset
        if ahead > timedelta(0):
            self.house.clock.move(ahead)
        if self._seeding and not await self.storage.is_settled():
            await self.board.clear()  # what an earlier start did not bring to its end
            await seed.settle_in(self)
            await self.storage.keep_settled()
        return await self._server.start(port)

    async def stop(self) -> None:
        """Stop listening, wait for answers still being made, and close the file."""
        await self._server.stop()
        await self.quiet(_PATIENCE)
        await self.storage.keep_offset(self.house.clock.offset)
        await self.storage.close()

    # What the house asks.

    async def send(self, target: Target, card: Card, nonce: str) -> str:
        """Put a card into a room or somebody's inbox; a longer one in several messages."""
        async with self._sending:
            known = self.board.with_nonce(nonce)
            if known is not None:
                return known.id
            if target.to and target.to.person in self.closed_inboxes:
                fault = "inbox_closed"
                raise Unreachable(fault)
            under = self.board.sent(target.under) if target.under else None
            if target.under and under is None:
                fault = "message_gone"
                raise Unreachable(fault)
            model = Post(
                0,
                0,
                INBOX if target.to else await self._place(await self._space(), target.room),
                self.house.clock.now(),
                to=target.to.person if target.to else "",
                under=under.number if under else None,
                nonce=nonce,
            )
            sent = await self.board.add(*(replace(model, card=part) for part in split(card)))
        if target.to and self._seeding and crowd.is_asked(target.to.person, card):
            self._go_on(crowd.answer(self, target.to.person, card))
        return sent[-1].id

    async def edit(self, target: Target, ref: str, card: Card) -> None:
        """Change a message of the bot's; raises ``Unreachable`` when it is not there."""
        post = self.board.sent(ref)
        if post is None:
            fault = "message_gone"
            raise Unreachable(fault)
        await self.board.change(post.number, card)

    async def find(self, target: Target, nonce: str) -> str | Trace:
        """Return the message sent with ``nonce``; what is not on the board was never sent."""
        known = self.board.with_nonce(nonce)
        return known.id if known else Trace.ABSENT

    async def people_in(self, space: Space, room: Room) -> int | None:
        """Return how many of the four people can read a room."""
        return people.readers(await self._place(space, room))

    async def has_room(self, space: Space, room: Room) -> bool:
        """Say that every room is there from the start."""
        return True

    async def has_channel(self, space: Space, channel: str) -> bool:
        """Say whether there is such a channel."""
        return channel in (Room.SUPPORT.value, Room.MODERATORS.value)

    async def check(self, space: Space, room: Room) -> Sequence[str]:
        """Return that nothing is missing: the bot may do everything here."""
        return ()

    async def standing(self, who: Address) -> Standing:
        """Return what one of the four may do: the moderator moderates, and sets the bot up."""
        person = people.PEOPLE.get(who.person)
        if person is None:  # a changed client can choose anything in a form
            return Standing(here=False)
        moderates = person.part == "moderator"
        return Standing(moderates=moderates, sets_up=moderates)

    async def zone(self, who: Address) -> str | None:
        """Return the zone in somebody's profile."""
        person = people.PEOPLE.get(who.person)
        return person.zone if person else None

    # What people do.

    async def member(self, person: str) -> Member:
        """Return somebody as the house knows them."""
        return self.house.identity.member(Address(NAME, SPACE, person), await self._space())

    def person_of(self, by: Member) -> str:
        """Return the id of whoever is mentioned in a card."""
        return self.house.identity.address(by).person

    async def revealed(self, form: Form) -> Form:
        """Return a form with the names of places and people for their handles."""
        return revealed(self.house, await self._space(), form)

    async def hand_over(self, event: Event, answer: Answer) -> None:
        """Give the bot an event; return when it is dealt with, or after two seconds without it."""
        task = self._go_on(self.bot.handle(event, answer))
        _, late = await asyncio.wait([task], timeout=DEFER_AFTER)
        answer.deferred = bool(late)

    def _go_on(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Let something be done that is waited for when the playground stops."""
        task = asyncio.create_task(work)
        self._late.add(task)
        task.add_done_callback(self._late.discard)
        return task

    async def quiet(self, seconds: float | None = None) -> None:
        """Wait until no answer is being made any more, at most so long."""
        if self._late:
            await asyncio.wait(self._late, timeout=seconds)

    async def speak(self, person: str, place: str, text: str) -> None:
        """Post an ordinary message by somebody."""
        now = self.house.clock.now()
        await self.board.add(Post(0, 0, place, now, author=person, text=text))

    async def whisper(self, person: str, place: str, card: Card) -> None:
        """Show a card to one person, for the moment, where they are."""
        now = self.house.clock.now()
        model = Post(0, 0, place, now, BOT, person, private=True)
        await self.board.add(*(replace(model, card=part) for part in split(card)))

    async def move_clock(self, by: timedelta) -> None:
        """Let time pass; how far is kept."""
        self.house.clock.move(by)
        await self.storage.keep_offset(self.house.clock.offset)
        self.board.wake()

    async def _space(self) -> Space:
        return await self.house.identity.space(NAME, SPACE)

    async def _place(self, space: Space, room: Room | None) -> str:
        """Return the place of a room: the one that was chosen, or the one made for it."""
        chosen = await self.house.rooms.channel(space, room) if room else None
        if chosen in (Room.SUPPORT.value, Room.MODERATORS.value):
            return chosen
        return Room.MODERATORS.value if room is Room.MODERATORS else Room.SUPPORT.value
