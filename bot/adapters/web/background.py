"""What people in the background do, through the bot itself, as somebody with a browser would."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from bot.platform import Event
from bot.ui import Button, Card, Form
from bot.words import Ours

if TYPE_CHECKING:
    from bot.adapters.web.platform import Playground


class Heard:
    """A responder for somebody in the background: keeps the last answer."""

    def __init__(self) -> None:
        self.card = Card(text=Ours("-"))
        self.call = ""

    async def reply(self, card: Card) -> bool:
        """Keep the card."""
        self.card = card
        return True

    async def update(self, card: Card) -> None:
        """Keep the card."""
        self.card = card

    async def ask(self, form: Form, call: str) -> None:
        """Keep where the form's answers go."""
        self.call = call

    async def invalid(self, form: Form, call: str, faults: Mapping[str, Ours]) -> bool:
        """Fail: what is written here must fit. Only the names of the fields are told."""
        message = f"the playground's own words do not fit: {', '.join(faults)}"
        raise AssertionError(message)


async def do(
    playground: Playground, person: str, call: str, form: Mapping[str, str] | None = None
) -> Heard:
    """Let somebody make a call, with a form's answers or without; return what they heard."""
    heard = Heard()
    member = await playground.member(person)
    await playground.bot.handle(Event(member, call, form=form), heard)
    return heard


def button(card: Card, call: str) -> Button:
    """Return the button of a card whose call begins so."""
    return next(one for one in card.buttons if one.call.startswith(call))
