"""Direct messages: the channel of each person, opened once."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from typing import Final
from weakref import WeakValueDictionary

from bot.adapters.slack.workspaces import Workspace

_REMEMBERED: Final = (
    10_000  # channels, in memory alone: a table of them would say who uses the bot
)


class Doors:
    """The direct message channels of people the bot writes to."""

    def __init__(self) -> None:
        self._open: OrderedDict[tuple[str, str], str] = OrderedDict()
        # One at a time for each person; gone when nobody holds or waits for it.
        self._turns: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()

    async def channel(self, workspace: Workspace, user: str) -> str:
        """Return the channel of somebody's direct messages; raises what Slack says."""
        key = workspace.team, user
        if key not in self._open:
            turn = self._turns.get(key)
            if turn is None:
                turn = self._turns[key] = asyncio.Lock()
            async with turn:
                if key not in self._open:
                    opened = await workspace.sender.conversations_open(users=[user])
                    self._open[key] = str(opened["channel"]["id"])
                if len(self._open) > _REMEMBERED:
                    self._open.popitem(last=False)
        self._open.move_to_end(key)
        return self._open[key]

    def forget(self, workspace: Workspace, user: str) -> None:
        """Forget a channel that does not work, so that it is opened anew."""
        self._open.pop((workspace.team, user), None)
