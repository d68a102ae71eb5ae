"""Messages as Discord keeps them: written once, found again, changed, with a thread under one."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

import discord

from bot.adapters.discord import faults
from bot.adapters.discord.cards import Drawn, trace_of
from bot.clock import Clock
from bot.sending import Sending, whole
from bot.templates import Texts
from bot.words import plain

if TYPE_CHECKING:
    from bot.adapters.discord.client import Client

_WEEK: Final = 10_080  # minutes until a quiet thread is folded away; who writes opens it again
_LOOKED_AT: Final = 2000  # messages of a history, from the newest on


class Unseen(Exception):
    """The history is longer than what was looked at, and it was not there."""


class Posting:
    """Writes and reads messages by the ids of channels and messages alone: no cache is needed.

    Nothing may break off a request: discord.py shuts a lock for all requests while it waits out a
    global limit, and one that is broken off then never opens it again. A send has a task.
    """

    def __init__(self, client: Client, clock: Clock, sending: Sending) -> None:
        self._client = client
        self._clock = clock
        self._sending = sending

    async def write(self, channel: int, drawn: Drawn, nonce: str) -> int:
        """Send a message and return its id; the same ``nonce`` within minutes sends no second."""
        place = self._client.get_partial_messageable(channel)
        return (await place.send(view=drawn.view, files=drawn.files, nonce=nonce)).id

    async def change(self, channel: int, message: int, drawn: Drawn) -> None:
        """Change a message of the bot's, in a thread that was folded away as well."""
        await self._sending.in_turn(message, partial(self._change, channel, message, drawn))

    async def _change(self, channel: int, message_id: int, drawn: Drawn) -> None:
        message = self._client.get_partial_messageable(channel).get_partial_message(message_id)
        # discord.py's own default counts for edits with a text alone, and ours have none.
        edit = partial(
            message.edit,
            view=drawn.view,
            attachments=drawn.files,
            allowed_mentions=discord.AllowedMentions.none(),
        )
        try:
            await edit()
        except discord.HTTPException as fault:
            if fault.code != faults.ARCHIVED:
                raise
            await self._client.http.edit_channel(channel, archived=False)
            await edit()

    async def start_thread(self, channel: int, message: int) -> None:
        """Start the thread under a message, which gets the message's id; once is enough."""
        name = plain(Texts.of("says/discord", {"day": self._clock.today()})("thread"))
        try:
            await self._client.http.start_thread_with_message(
                channel, message, name=name, auto_archive_duration=_WEEK
            )
        except discord.HTTPException as fault:
            if fault.code != faults.HAS_THREAD:
                raise

    async def known(
        self, channel: int, numbers: Collection[int], since: date | None
    ) -> dict[int, int]:
        """Return the ids of the bot's messages that begin with one of these numbers.

        Looks back to the day ``since``. Raises ``Unseen`` when that is too far.
        """
        return await whole(self._known(channel, numbers, since))

    async def _known(
        self, channel: int, numbers: Collection[int], since: date | None
    ) -> dict[int, int]:
        me = self._client.user
        # A day more: the two clocks need not agree about midnight.
        oldest = datetime.combine(since, time(), UTC) - timedelta(days=1) if since else None
        found: dict[int, int] = {}
        seen = 0
        async for message in self._client.get_partial_messageable(channel).history(
            limit=_LOOKED_AT
        ):
            if oldest is not None and message.created_at < oldest:
                return found
            seen += 1
            number = trace_of(message.components)
            is_mine = me is not None and message.author.id == me.id
            if is_mine and number is not None and number in numbers:
                found[number] = message.id
                if len(found) == len(numbers):
                    return found
        if seen == _LOOKED_AT:
            raise Unseen
        return found


@contextlib.contextmanager
def understood() -> Iterator[None]:
    """Turn what Discord says inside the block into the house's words."""
    try:
        yield
    except discord.DiscordException as fault:
        raise faults.understood(fault) from None
