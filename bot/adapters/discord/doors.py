"""Opening direct messages, and stopping at the first sign that Discord minds."""

from __future__ import annotations

import asyncio
import json
from collections import OrderedDict
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

import discord

from bot import logs
from bot.adapters.discord.faults import OPENING_TOO_FAST, QUARANTINED
from bot.house import House
from bot.platform import TryLater
from bot.sending import whole

if TYPE_CHECKING:
    from bot.adapters.discord.client import Client

NOTE: Final = "discord.no_opening"
"""Where it is kept until when no direct message is opened; ``comeback doctor`` reads it."""

_PAUSES: Final = {
    OPENING_TOO_FAST: timedelta(minutes=30),
    QUARANTINED: timedelta(days=1),
}
_REMEMBERED: Final = (
    10_000  # channels, in memory alone: a table of them would say who uses the bot
)


class Doors:
    """The direct message channels of people the bot writes to."""

    def __init__(self, house: House, client: Client) -> None:
        self._house = house
        self._client = client
        self._open: OrderedDict[int, int] = OrderedDict()
        self._one_by_one = asyncio.Lock()  # or more are under way at the first sign

    async def channel(self, person: int) -> int:
        """Return the channel of somebody's direct messages, opened if need be.

        Raises ``TryLater`` while none may be opened, and what Discord says.
        """
        if person not in self._open:
            async with self._one_by_one:
                if person not in self._open:
                    self._open[person] = await self._opened(person)
                if len(self._open) > _REMEMBERED:
                    self._open.popitem(last=False)
        self._open.move_to_end(person)
        return self._open[person]

    async def _opened(self, person: int) -> int:
        until = await paused_until(self._house)
        if until is not None:
            raise TryLater((until - self._house.clock.now()).total_seconds())
        try:
            opened = await whole(self._client.create_dm(discord.Object(person)))
        except discord.HTTPException as fault:
            if fault.code in _PAUSES:
                await self._pause(_PAUSES[fault.code], fault.code)
            raise
        return opened.id

    async def _pause(self, pause: timedelta, code: int) -> None:
        until = self._house.clock.now() + pause
        content = {"until": until.isoformat(), "quarantined": code == QUARANTINED}
        await self._house.notes.put(NOTE, json.dumps(content).encode())
        kind = "quarantined" if code == QUARANTINED else "too fast"
        logs.warning("discord.opening_paused", kind=kind, seconds=pause.total_seconds())
        raise TryLater(pause.total_seconds())


async def paused_until(house: House) -> datetime | None:
    """Return until when no direct message is opened, nothing when they may be."""
    note = await house.notes.get(NOTE)
    if note is None:
        return None
    until = datetime.fromisoformat(json.loads(note)["until"]).astimezone(UTC)
    return until if until > house.clock.now() else None
