"""A room, two people, and a bot that answers word by word."""

from __future__ import annotations

import asyncio
from typing import Any

from tests.fakes.discord import Outcome, Person
from tests.fakes.discord.interactions import Interaction
from tests.fakes.talk import Json, Raw

TEXT = {"type": 4, "custom_id": "words", "style": 1}


def label(inner: Json | None = None, **more: Any) -> Json:
    """Return a label around a field."""
    return {"type": 18, "label": "Words", "component": inner or TEXT} | more


def modal(*components: Json, **more: Any) -> Json:
    """Return a form."""
    return {"title": "Form", "custom_id": "form", "components": list(components)} | more


class Stage:
    """A room, two people, and a bot that answers when it is told."""

    def __init__(self, raw: Raw) -> None:
        self.raw, self.fake = raw, raw.fake
        self.guild = self.fake.world.add_guild("Support")
        self.room = self.fake.world.add_channel(self.guild, "general")
        self.ana, self.ben = (self.fake.person(name, self.guild) for name in ("ana", "ben"))
        self._tasks: list[asyncio.Task[Outcome]] = []

    async def heard(self, doing: Any) -> Interaction:
        """Let somebody do something and return the interaction as it waits."""
        before = len(self.fake.interactions.by_token)
        self._tasks.append(asyncio.ensure_future(doing))
        await asyncio.sleep(0)
        assert len(self.fake.interactions.by_token) == before + 1
        return list(self.fake.interactions.by_token.values())[-1]

    async def command(self, who: Person | None = None, where: Any = None) -> Interaction:
        """Let somebody use ``/word``."""
        return await self.heard((who or self.ana).use(where or self.room, "word"))

    async def press(self, message: Any) -> Interaction:
        """Let somebody press *Go*."""
        return await self.heard(self.ana.press(message, "Go"))

    async def end(self) -> list[Outcome]:
        """Return what came of everything."""
        return await asyncio.gather(*self._tasks)
