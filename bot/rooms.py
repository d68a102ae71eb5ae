"""What a cog may know of rooms: which are chosen, and what the bot lacks in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.house import House
from bot.people import Room, Space
from bot.trouble import said
from bot.words import Ours


class SpaceRooms:
    """The rooms of a space. Channels are handles: a cog can pass them on and not read them."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def has(self, space: Space, room: Room) -> bool:
        """Say whether a room is there to be posted in."""
        platform = self._house.platforms[space.platform]
        return await platform.has_room(space, room)

    async def chosen(self, space: Space) -> dict[Room, str]:
        """Return a handle for every room that was chosen."""
        return await self._house.rooms.chosen(space)

    async def choose(self, space: Space, handles: Mapping[Room, str]) -> None:
        """Keep the choice; a room that is not in it is not chosen. Raises ``Gone``."""
        await self._house.rooms.choose(space, handles)
        await self.retry(space)

    async def retry(self, space: Space) -> None:
        """Let what waited for a room be sent now."""
        await self._house.outbox.hurry(space.id)

    def same(self, space: Space, one: str, other: str) -> bool:
        """Say whether two handles are one channel; raises ``Gone``."""
        rooms = self._house.rooms
        return rooms.reveal(space, one) == rooms.reveal(space, other)

    async def knows(self, space: Space, handle: str) -> bool:
        """Say whether a handle is a channel of this space."""
        channel = self._house.rooms.reveal(space, handle)
        return await self._house.platforms[space.platform].has_channel(space, channel)

    async def lacks(self, space: Space, room: Room) -> Sequence[str]:
        """Return what the bot lacks in a room, as ``templates/says/checks.j2`` names it."""
        platform = self._house.platforms[space.platform]
        return await platform.check(space, room)

    def say(self, space: Space, lack: str) -> Ours:
        """Return what is lacking in words that follow the room's name."""
        return said(space.platform, lack)
