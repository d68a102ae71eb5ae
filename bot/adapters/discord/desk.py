"""Where everything that happened is taken: who, in which space, and an answer in time."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import discord

from bot import limits, logs
from bot.adapters.discord.answers import DEFER_AFTER, Answer
from bot.adapters.discord.ids import custom_id
from bot.adapters.discord.platform import NAME, Discord, present
from bot.adapters.discord.where import spaces_of
from bot.app import Bot
from bot.house import House
from bot.identity import Address
from bot.people import Space
from bot.platform import Event
from bot.templates import Texts
from bot.ui import Button, Card, Quote
from bot.words import Ours, clean

if TYPE_CHECKING:
    from bot.adapters.discord.client import Client

_PATIENCE: Final = 10.0  # seconds that answers still being made are given when the bot stops

Interaction = discord.Interaction[Any]


@dataclass(frozen=True, slots=True)
class _Place:
    """A space, and the server it is."""

    space: Space
    external: str


class Desk:
    """Takes interactions to the bot, and sees to it that each is answered."""

    def __init__(self, client: Client, house: House, bot: Bot, platform: Discord) -> None:
        self._client = client
        self._house = house
        self._bot = bot
        self._platform = platform
        self._under_way: set[asyncio.Task[Any] | None] = set()

    async def take(
        self,
        interaction: Interaction,
        call: str,
        *,
        space_id: str | None = None,
        **more: Any,
    ) -> None:
        """Answer one thing somebody did; returns when that is done. ``more`` is of ``Event``."""
        answer = Answer(interaction, self._house, self._platform)
        timer = asyncio.get_running_loop().call_later(DEFER_AFTER, answer.wait_in_background)
        with self.busy():
            try:
                await self._hand_over(interaction, call, space_id, more, answer)
                await answer.end()
            except Exception as raised:
                await self._broken(raised, answer)
            finally:
                timer.cancel()

    @contextlib.contextmanager
    def busy(self) -> Iterator[None]:
        """Let ``close`` wait for the block."""
        task = asyncio.current_task()
        self._under_way.add(task)
        try:
            yield
        finally:
            self._under_way.discard(task)

    async def press(self, interaction: Interaction, call: str, space_id: str | None) -> None:
        """Answer a press; a button may do what typing a command does."""
        text = ""
        if call.startswith("/"):
            call, _, text = call.partition(" ")
        await self.take(interaction, call, space_id=space_id, text=text)

    async def stale(self, interaction: Interaction) -> None:
        """Answer a command this bot does not have."""
        await self.take(interaction, "/")

    async def close(self) -> None:
        """Wait for the answers under way, for a while."""
        tasks = [task for task in self._under_way if task is not None]
        if tasks:
            await asyncio.wait(tasks, timeout=_PATIENCE)

    async def _hand_over(
        self,
        interaction: Interaction,
        call: str,
        space_id: str | None,
        more: Mapping[str, Any],
        answer: Answer,
    ) -> None:
        spaces = await self._spaces(interaction, space_id)
        if len(spaces) != 1:
            await answer.reply(self._which(call, more, spaces))
            return
        (found,) = spaces
        answer.space = found.space
        in_server = isinstance(interaction.user, discord.Member)
        present.set(interaction.user if isinstance(interaction.user, discord.Member) else None)
        address = Address(NAME, found.external, str(interaction.user.id))
        member = self._house.identity.member(address, found.space)
        await self._bot.handle(Event(member, call, present=in_server, **more), answer)

    async def _broken(self, raised: Exception, answer: Answer) -> None:
        """Say that something of ours broke before the bot could take it, or after it had."""
        ticket = secrets.token_hex(4)
        logs.fault("discord.not_answered", raised, ticket=ticket)
        sentence = Texts.of("says/bot", {"ticket": Ours(ticket)})("broken")
        with contextlib.suppress(Exception):  # it is logged already
            await answer.reply(Card(text=sentence))

    async def _spaces(self, interaction: Interaction, space_id: str | None) -> list[_Place]:
        """Return where it happened; of a direct message that does not say, where it may have."""
        if interaction.guild_id is not None:
            external = str(interaction.guild_id)
            space = await self._house.identity.space(NAME, external)
            return [_Place(space, external)]
        ids = [space_id] if space_id else await spaces_of(self._client, interaction)
        rows = [await self._house.identity.find(one) for one in ids]
        return [
            _Place(row.space, row.external)
            for row in rows
            if row is not None and row.space.platform == NAME
        ]

    def _which(self, call: str, more: Mapping[str, Any], spaces: Sequence[_Place]) -> Card:
        """Return the question which server a command in a direct message is about."""
        given = more.get("form") or more.get("options") or {}
        typed = [more.get("text", ""), *given.values()]
        again = f"{call} {typed[0]}".strip()
        quotes = tuple(Quote(clean(text)) for text in typed[1:] if text)
        says = Texts.of("says/discord")
        buttons = [
            Button(Ours(self._name(row)), custom_id(again, row.space.id))
            for row in spaces[: limits.BUTTONS]
            if call.startswith("/")
        ]
        return Card(
            text=says("which" if buttons else "nowhere"), quotes=quotes, buttons=tuple(buttons)
        )

    def _name(self, row: _Place) -> str:
        """Return what a server is called, for a button."""
        guild = self._client.get_guild(int(row.external))
        return clean(guild.name)[: limits.BUTTON] if guild else row.space.id
