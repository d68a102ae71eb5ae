"""What the tests of every adapter share: cards, handlers that wait, and the outbox."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from bot.delivery.courier import Courier
from bot.platform import Event, Responder
from bot.store.tables import outbox
from bot.ui import Card, Quote
from bot.words import Ours

Handler = Callable[[Event, Responder], Awaitable[None]]


def said(words: str) -> Card:
    """Return a card that says a few words."""
    return Card(text=Ours(words))


def long_card(mark: str) -> Card:
    """Return a card that takes three messages, with five quotes that begin with a word each."""
    quotes = tuple(Quote(f"{mark}{number} {'word ' * 180}", "Somebody") for number in range(5))
    return Card(title=Ours(mark), quotes=quotes)


class Gate:
    """Holds everything people do before the bot takes it, until it is opened."""

    def __init__(self, chat: Any, then: Handler | None = None) -> None:
        self._then = then or chat.bot.handle
        self._open = asyncio.Event()
        chat.bot.handle = self._handle  # type: ignore[method-assign]

    def open(self) -> None:
        """Let everything through."""
        self._open.set()

    async def _handle(self, event: Event, responder: Responder) -> None:
        await self._open.wait()
        await self._then(event, responder)


async def waiting(chat: Any) -> list[Any]:
    """Return the rows that are to be sent."""
    async with chat.house.store.reading() as db:
        rows = await db.execute(select(outbox).where(outbox.c.state.in_(("pending", "sending"))))
        return list(rows.all())


async def states(chat: Any) -> Counter[str]:
    """Return how many rows of the outbox are in which state."""
    async with chat.house.store.reading() as db:
        return Counter((await db.execute(select(outbox.c.state))).scalars().all())


async def later(chat: Any, by: timedelta = timedelta(0)) -> None:
    """Let time pass for the bot and for the platform, and deliver what is due then."""
    chat.house.clock.move(by)
    chat.fake.clock.forward(by.total_seconds())
    courier = Courier(chat.house, chat.bot.draw)
    while await courier.round():
        pass
