"""Discord as the house knows it: sending, changing, finding, and who may do what."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from contextvars import ContextVar
from typing import TYPE_CHECKING, Final

import discord

from bot.adapters.discord import permissions
from bot.adapters.discord.cards import Draws, traces
from bot.adapters.discord.doors import Doors
from bot.adapters.discord.faults import MESSAGE_GONE, UNKNOWN_CHANNEL
from bot.adapters.discord.ids import custom_id
from bot.adapters.discord.posting import Posting, Unseen, understood
from bot.adapters.discord.servers import Server, look
from bot.house import House
from bot.identity import Address
from bot.people import Room, Space, Standing
from bot.platform import NoAccess, Pace, Target, Trace, TryLater, Unreachable
from bot.sending import Sending
from bot.ui import Card

if TYPE_CHECKING:
    from bot.adapters.discord.client import Client

NAME: Final = "discord"
_LOCKED: Final = 3600.0  # seconds until a message in a locked thread is changed after all
_STILL: Final = 5.0  # seconds until what is being sent is asked after again

present: Final[ContextVar[discord.Member | None]] = ContextVar("present", default=None)
"""Whoever is being answered, as the interaction described them: nobody needs to ask again."""


class Discord:
    """The platform. A message's ``ref`` is ``channel/message``; a thread's id is its message's."""

    name = NAME

    def __init__(self, house: House, client: Client) -> None:
        self._house = house
        self._client = client
        self._doors = Doors(house, client)
        self.pace = Pace(platform=house.settings.discord_per_second)
        self._sending = Sending()
        self._posting = Posting(client, house.clock, self._sending)

    def draws(self, space: Space | None = None) -> Draws:
        """Return what draws cards; with a space for direct messages, which must name it."""
        space_id = space.id if space else None
        return Draws(
            lambda member: f"<@{self._house.identity.address(member).person}>",
            lambda call: custom_id(call, space_id),
        )

    async def send(self, target: Target, card: Card, nonce: str) -> str:
        """Send a card to a room, into the thread of a message, or to somebody's inbox."""
        return await self._sending.once(nonce, lambda: self._send(target, card, nonce))

    async def _send(self, target: Target, card: Card, nonce: str) -> str:
        try:
            with understood():
                channel = await self._channel(target)
                message = await self._write_or_open(channel, target, card, nonce)
        except NoAccess as fault:
            raise await self._exactly(target, fault, target.under) from None
        if target.room is not None:
            await self._house.rooms.fine((await self._space(target.space)).id, target.room)
        return f"{channel}/{message}"

    async def edit(self, target: Target, ref: str, card: Card) -> None:
        """Change a message of the bot's; of a card in parts, the last."""
        draws = self.draws()
        try:
            with understood():
                await self._posting.change(*_read(ref), draws.draw(draws.parts(card)[-1]))
        except NoAccess as fault:
            raise await self._exactly(target, fault, target.under or ref) from None
        except Unreachable as fault:
            if fault.fault == MESSAGE_GONE:
                raise
            # A thread that is locked may be opened again, and the change may be a deletion.
            raise TryLater(_LOCKED) from None

    async def find(self, target: Target, nonce: str) -> str | Trace:
        """Return the message sent with ``nonce``, if it can be told.

        Raises ``TryLater`` while it is still being sent, and where the history may be read later.
        """
        if nonce in self._sending:
            raise TryLater(_STILL)
        try:
            with understood():
                channel = await self._channel(target)
                last = traces(nonce, 1)
                found = await self._posting.known(channel, last, target.since)
        except (Unseen, Unreachable):
            return Trace.UNKNOWN
        except NoAccess as fault:
            # A thread that is not there has no message in it.
            if target.under and fault.lack == "gone":
                return Trace.ABSENT
            raise
        if found:
            return f"{channel}/{found[last[0]]}"
        if await self._hides_past(target):
            lack = "history"
            raise NoAccess(lack)
        return Trace.ABSENT

    async def _hides_past(self, target: Target) -> bool:
        """Say whether a room is shown to the bot as if it were empty."""
        if target.room is None:
            return False
        space = await self._space(target.space)
        chosen = await self._house.rooms.channel(space, target.room)
        server = await self._server(space)
        there = str(_read(target.under)[0]) if target.under else chosen
        channel = server.channel(there) if server else None
        if server is None or channel is None:
            return True
        return not channel.permissions_for(server.me).read_message_history

    async def _write_or_open(self, channel: int, target: Target, card: Card, nonce: str) -> int:
        """Send a card; into a thread that is not there yet after starting it."""
        try:
            return await self._write(channel, target, card, nonce)
        except discord.NotFound as fault:
            if target.under is None or fault.code != UNKNOWN_CHANNEL:
                raise
        await self._posting.start_thread(*_read(target.under))
        return await self._write(channel, target, card, nonce)

    async def _exactly(self, target: Target, fault: NoAccess, where: str | None) -> Exception:
        """Return which permission it is: Discord says only that one is missing.

        ``where`` is the message it is about. Its thread may be gone or locked, and its channel may
        be the room no more: for that no moderator is called to the room.
        """
        if target.room is None:
            return fault
        if where and fault.lack == "gone":
            return Unreachable(MESSAGE_GONE)
        space = await self._space(target.space)
        if where and str(_read(where)[0]) != await self._house.rooms.channel(space, target.room):
            return TryLater(fault.seconds)
        lacks = await self.check(space, target.room)
        needed = [lack for lack in lacks if lack != "public"]
        if needed:
            return NoAccess(needed[0])
        return TryLater(fault.seconds) if where else fault

    async def _write(self, channel: int, target: Target, card: Card, nonce: str) -> int:
        """Send a card and return the id of its last message.

        Of one in several parts, those that an earlier attempt got through are not sent again.
        """
        draws = self.draws(await self._space(target.space) if target.to else None)
        parts = draws.parts(card)
        numbers = traces(nonce, len(parts))
        there: dict[int, int] = {}
        if len(parts) > 1:
            with contextlib.suppress(Unseen):  # then none of them is among the newest
                there = await self._posting.known(channel, numbers, target.since)
        for index, (part, number) in enumerate(zip(parts, numbers, strict=True), 1):
            key = nonce if index == len(parts) else f"{nonce[:21]}{index:04}"
            if number not in there:
                drawn = draws.draw(part, number)
                there[number] = await self._posting.write(channel, drawn, key)
        return there[numbers[-1]]

    async def _channel(self, target: Target) -> int:
        if target.to is not None:
            return await self._doors.channel(int(target.to.person))
        if target.under is not None:
            return _read(target.under)[1]
        room = target.room or Room.SUPPORT
        channel = await self._house.rooms.channel(await self._space(target.space), room)
        if channel is None:
            lack = "not_chosen"
            raise NoAccess(lack)
        return int(channel)

    # Rooms and people.

    async def people_in(self, space: Space, room: Room) -> int | None:
        """Return how many read a room that the whole server can; else Discord does not say."""
        guild = self._client.get_guild(int(await self._external(space)))
        chosen = await self._house.rooms.channel(space, room)
        channel = guild.get_channel(int(chosen)) if guild and chosen else None
        if guild is None or channel is None or not permissions.everybody_sees(channel):
            return None
        return None if guild.member_count is None else guild.member_count - 1  # less the bot

    async def has_room(self, space: Space, room: Room) -> bool:
        """Say whether somebody has chosen the channel."""
        return await self._house.rooms.channel(space, room) is not None

    async def has_channel(self, space: Space, channel: str) -> bool:
        """Say whether there is such a channel."""
        server = await self._server(space)
        return server is not None and channel.isdecimal() and int(channel) in server.channels

    async def check(self, space: Space, room: Room) -> Sequence[str]:
        """Return what the bot lacks in a room."""
        chosen = await self._house.rooms.channel(space, room)
        if chosen is None:
            return ["not_chosen"]
        server = await self._server(space)
        if server is None:
            return ["not_here"]
        return permissions.lacks(room, server.channel(chosen), server.me)

    async def standing(self, who: Address) -> Standing:
        """Return what somebody may do: from the interaction under way, or asked for."""
        if not who.person.isdecimal():  # a changed client can choose anything in a form
            return Standing(here=False)
        space = await self._space(who.space)
        server = await self._server(space)
        if server is None:
            return Standing(here=False)
        member = present.get()
        # Before the gateway has sent a server, an interaction's member has no roles in it.
        if member is None or str(member.id) != who.person or member.guild is not server.guild:
            with understood():
                try:
                    member = await server.guild.fetch_member(int(who.person))
                except discord.NotFound:
                    return Standing(here=False)
        moderators = await self._house.rooms.channel(space, Room.MODERATORS)
        return Standing(
            moderates=permissions.moderates(member, server.channel(moderators)),
            sets_up=member.guild_permissions.manage_guild,
        )

    async def zone(self, who: Address) -> str | None:
        """Return nothing: Discord does not tell where somebody is."""
        return None

    async def _server(self, space: Space) -> Server | None:
        with understood():
            return await look(self._client, await self._external(space))

    async def _space(self, external: str) -> Space:
        return await self._house.identity.space(NAME, external)

    async def _external(self, space: Space) -> str:
        return (await self._house.identity.where(space.id)).external


def _read(ref: str) -> tuple[int, int]:
    channel, _, message = ref.partition("/")
    return int(channel), int(message)
