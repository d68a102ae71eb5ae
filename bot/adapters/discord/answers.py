"""The answers to one interaction: within three seconds, in private, whatever happens."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any, Final

import aiohttp
import discord

from bot import logs
from bot.adapters.discord.cards import Draws, trace_of
from bot.adapters.discord.forms import Sheet
from bot.adapters.discord.ids import custom_id
from bot.adapters.discord.platform import Discord
from bot.house import House
from bot.people import Space
from bot.picked import revealed
from bot.templates import Texts
from bot.ui import Card, Form
from bot.words import Ours

DEFER_AFTER: Final = 2.0  # seconds; Discord gives up after three
ANSWERED: Final = 40060  # Discord has a first answer; a lost response and its repetition end so
LATE: Final = {
    10062: "three seconds",  # for the first answer
    10015: "fifteen minutes",  # for all that follow
    50027: "fifteen minutes",
}
_LOST: Final = (aiohttp.ClientError, OSError, TimeoutError)


class Refused(Exception):
    """What Discord would have refused: a mistake in a cog, or in the house."""


class Answer:
    """What the bot answers to one interaction, privately.

    The first answer may be a message, a form, or "wait"; all later ones are follow-ups. ``space``
    is where it happened, as soon as that is known.
    """

    def __init__(
        self, interaction: discord.Interaction[Any], house: House, platform: Discord
    ) -> None:
        self.space: Space | None = None
        self._interaction = interaction
        self._house = house
        self._platform = platform
        self._one_by_one = asyncio.Lock()
        self._answered = False
        self._thinking = False
        self._is_over = False
        self._waiting: asyncio.Task[None] | None = None

    async def reply(self, card: Card) -> bool:
        """Show a card to the person alone; say whether all of it arrived."""
        arrived = True
        for part in self._draws().parts(card):
            async with self._one_by_one:
                arrived &= await self._send(partial(self._show, part), follows=True)
        return arrived

    async def update(self, card: Card) -> None:
        """Change the message of the button if only this person sees it; else reply."""
        if not self._is_own():
            await self.reply(card)
            return
        first, *rest = self._draws().parts(card)
        async with self._one_by_one:
            await self._send(partial(self._change, first), follows=True)
        for part in rest:
            await self.reply(part)

    async def ask(self, form: Form, call: str) -> None:
        """Open a form if it can still be the first answer; else say so.

        Raises ``Refused`` where Discord would refuse.
        """
        if self._interaction.type is discord.InteractionType.modal_submit:
            message = "a form cannot be the answer to a form"
            raise Refused(message)
        async with self._one_by_one:
            is_open = not self._answered and await self._send(partial(self._open, form, call))
        if not is_open:
            await self.reply(Card(text=Texts.of("says/bot")("too_late")))

    async def invalid(self, form: Form, call: str, faults: Mapping[str, Ours]) -> bool:
        """Say that Discord cannot show a mistake beside its field."""
        return False

    async def wait(self) -> None:
        """Tell Discord to wait, unless it has its answer."""
        async with self._one_by_one:
            if not self._answered:
                # A press on a message needs no "is thinking": the message stays as it is.
                self._thinking = self._interaction.message is None
                await self._send(self._defer)

    def wait_in_background(self) -> None:
        """Begin to tell Discord to wait; for a timer."""
        self._waiting = asyncio.ensure_future(self.wait())

    async def end(self) -> None:
        """Let an interaction that nothing answered end without an error on the screen."""
        await self.wait()
        if self._waiting is not None:
            await self._waiting
        if self._thinking:
            async with self._one_by_one:
                await self._send(self._interaction.delete_original_response)

    async def _defer(self) -> None:
        await self._interaction.response.defer(ephemeral=True, thinking=self._thinking)

    async def _show(self, part: Card) -> None:
        drawn = self._draws().draw(part)
        if self._answered:
            # The first one takes the place of "is thinking", which was private already.
            send = self._interaction.followup.send
            await send(view=drawn.view, files=drawn.files, ephemeral=True)
        else:
            show = self._interaction.response.send_message
            await show(view=drawn.view, files=drawn.files, ephemeral=True)
        self._thinking = False

    async def _open(self, form: Form, call: str) -> None:
        if self.space is not None:
            form = revealed(self._house, self.space, form)
        about = custom_id(call, self._named_space())
        await self._interaction.response.send_modal(Sheet(form, about))

    async def _change(self, part: Card) -> None:
        message = self._interaction.message
        drawn = self._draws().draw(part, trace_of(message.components) if message else None)
        if self._answered:
            await self._interaction.edit_original_response(
                view=drawn.view, attachments=drawn.files
            )
        else:
            await self._interaction.response.edit_message(view=drawn.view, attachments=drawn.files)

    def _draws(self) -> Draws:
        return self._platform.draws(self.space if self._interaction.guild_id is None else None)

    def _named_space(self) -> str | None:
        in_server = self._interaction.guild_id is not None
        return None if in_server or self.space is None else self.space.id

    def _is_own(self) -> bool:
        message = self._interaction.message
        return message is not None and (
            message.flags.ephemeral or self._interaction.guild_id is None
        )

    async def _send(self, send: Callable[[], Awaitable[object]], *, follows: bool = False) -> bool:
        """Send one answer and return whether it arrived; the flow goes on either way.

        One that is lost on the way is sent again: a first answer is refused the second time, an
        edit may be made twice, and a private card shown twice is better than none. ``follows``
        says that it may also follow another answer. Raises what Discord says of a body it does
        not take: a mistake of ours.
        """
        lost = ""
        for _ in range(0 if self._is_over else 2):
            try:
                await send()
            except _LOST as fault:
                lost = type(fault).__name__
            except discord.DiscordServerError:
                lost = "server"
                break  # discord.py has tried it five times
            except discord.HTTPException as fault:
                if fault.code != ANSWERED and fault.code not in LATE:
                    raise
                self._is_over = fault.code in LATE  # nothing that follows can arrive
                self._answered = True
                if lost and not self._is_over:
                    return True  # it had arrived
                lost = ""
                logs.event("discord.too_late", kind=LATE.get(fault.code, "answered before"))
                if self._is_over or not follows:
                    return False
            else:
                self._answered = True
                return True
        if lost:
            logs.event("discord.answer_lost", kind=lost)
        return False
