"""Notes in a room that say when they were drawn."""

from __future__ import annotations

import re
from datetime import datetime

from bot.cog import Cog, drawn
from bot.ui import Card
from bot.words import Ours

_NOTE = re.compile(r"Note (\d+) drawn at (\d\d\d\d-\d\d-\d\dT\d\d:\d\d:\d\d)\.")


class Board(Cog, name="board"):
    """What stands in a room and is drawn again and again."""

    @drawn
    async def note(self, number: int) -> Card:
        """Draw a note."""
        at = self.bot.clock.now().replace(tzinfo=None).isoformat(timespec="seconds")
        return Card(text=Ours(f"Note {number} drawn at {at}."))


def read_notes(words: str) -> list[tuple[int, datetime]]:
    """Return the number of each note in a text and when it was drawn, in UTC without a zone."""
    return [(int(number), datetime.fromisoformat(at)) for number, at in _NOTE.findall(words)]
