"""Trouble: what keeps the bot out of a room, said to the moderators once."""

from __future__ import annotations

from bot.cog import Cog, drawn
from bot.people import Room
from bot.templates import Texts
from bot.ui import Card
from bot.words import Ours


class Trouble(Cog, name="trouble"):
    """Draws what the courier met; it is not told again until the room has worked."""

    @drawn
    async def room(self, platform: str, room: str, lack: str) -> Card:
        """Draw what is missing in a room."""
        name = Texts.of("says/support")(Room(room).value)
        return self.texts("room", room=name, lack=said(platform, lack)).card()


def said(platform: str, lack: str) -> Ours:
    """Return what a platform's ``check`` names, in words that follow the room's name."""
    texts, own = Texts.of("says/checks"), f"{platform}_{lack}"
    return texts(own if own in texts else f"any_{lack}")
