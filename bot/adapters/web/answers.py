"""The answers to one event, with the rules a real platform has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot import limits
from bot.splitting import split
from bot.templates import Texts
from bot.ui import Card, Form
from bot.words import Ours

if TYPE_CHECKING:
    from bot.adapters.web.platform import Playground


class Refused(Exception):
    """What a real platform would have refused: a mistake in a cog, or in the house."""


@dataclass(frozen=True, slots=True)
class OpenForm:
    """A form as it is put in front of somebody; ``source`` is the message it was opened from."""

    form: Form
    call: str
    faults: Mapping[str, Ours] = field(default_factory=dict)
    source: str = ""


class Answer:
    """What the bot answers to one thing one person did in one place.

    ``source`` is the number of the message whose button was pressed, ``sent`` the form that was
    filled in. ``open`` is the form to show, once there is one.
    """

    def __init__(
        self,
        playground: Playground,
        person: str,
        place: str,
        *,
        source: str = "",
        is_form: bool = False,
    ) -> None:
        self.open: OpenForm | None = None
        self.deferred = False
        self._playground = playground
        self._person = person
        self._place = place
        self._source = source
        self._is_form = is_form
        self._answered = False

    async def reply(self, card: Card) -> bool:
        """Show a card to the person alone, in the place where it happened."""
        self._answered = True
        await self._playground.whisper(self._person, self._place, card)
        return True

    async def update(self, card: Card) -> None:
        """Change the message of the button if it is this person's own; else reply."""
        source = self._playground.board.post(self._person, self._source)
        if source is None or source.card is None or not source.owned_by(self._person):
            await self.reply(card)
            return
        self._answered = True
        first, *rest = split(card)
        await self._playground.board.change(source.number, first)
        for part in rest:
            await self.reply(part)

    async def ask(self, form: Form, call: str) -> None:
        """Open a form, if the request is still there to be answered; else say so.

        Raises ``Refused`` where every platform would refuse.
        """
        if self._is_form:
            message = "a form cannot be the answer to a form"
            raise Refused(message)
        if self._answered:
            message = "a form must be the first answer"
            raise Refused(message)
        if len(call) > limits.CALL:
            message = "a form's call is too long"
            raise Refused(message)
        if self.deferred:
            await self.reply(Card(text=Texts.of("says/bot")("too_late")))
            return
        self._answered = True
        self.open = OpenForm(await self._playground.revealed(form), call, source=self._source)

    async def invalid(self, form: Form, call: str, faults: Mapping[str, Ours]) -> bool:
        """Show what does not fit beside the fields, while the form is still open."""
        if self.deferred:
            return False
        self._answered = True
        shown = await self._playground.revealed(form)
        self.open = OpenForm(shown, call, faults, self._source)
        return True
