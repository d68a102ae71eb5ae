"""What a handler is given: who asked, and the ways to answer."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from bot import calls
from bot.calls import Handler
from bot.cog import Drawing
from bot.people import Member, Room, Space, Standing
from bot.platform import Event, Responder
from bot.ui import Card, Form

if TYPE_CHECKING:
    from bot.app import Bot


class Context:
    """One event being answered. Privacy is in the verb: ``post`` is public, the rest is not."""

    def __init__(self, bot: Bot, event: Event, responder: Responder) -> None:
        self._bot = bot
        self._responder = responder
        self.member: Member = event.member
        self.about: str = event.about

    @property
    def space(self) -> Space:
        """Where it happened."""
        return self.member.space

    async def standing(self) -> Standing:
        """Return what the member may do here beyond what everybody may."""
        return await self._bot.standing(self.member)

    async def zone(self) -> str | None:
        """Return the IANA name of the member's time zone, if the platform tells it."""
        return await self._bot.zone(self.member)

    async def reply(self, card: Card) -> bool:
        """Show a card to the member alone, for the moment; say whether it arrived."""
        return await self._responder.reply(card)

    async def update(self, card: Card) -> None:
        """Put a card in the place of the one whose button was pressed."""
        await self._responder.update(card)

    async def ask(self, form: Form, then: Handler, *arguments: object) -> None:
        """Open a form; its answers go to ``then`` with the arguments. First answer only."""
        await self.reopen(form, calls.address(then, *arguments))

    async def reopen(self, form: Form, call: str) -> None:
        """Open a form for a call written earlier."""
        await self._responder.ask(await self._bot.prepare(form, call, self.member), call)

    async def post(
        self,
        room: Room,
        what: Card | Drawing,
        *,
        under: str | None = None,
        at: datetime | None = None,
        key: str | None = None,
    ) -> str:
        """Put a card in a room for everybody, now or ``at``; return the post's id.

        It goes through the outbox, in the transaction under way: it is an ordinary message of
        the bot's, and nothing in it comes from the event.
        """
        return await self._bot.post(self.space, room, what, under=under, at=at, key=key)
