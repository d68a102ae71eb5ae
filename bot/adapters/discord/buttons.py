"""Every button of every cog, also those from before a restart: what it sends is its call."""

from __future__ import annotations

import re
from typing import Any, Self

import discord
from discord import ui

from bot.adapters.discord.ids import read


class Press(ui.DynamicItem[ui.Button[Any]], template=r"(?s)(?P<sent>.+)"):
    """A press of any button. discord.py makes one for each press from the message itself."""

    def __init__(self, item: ui.Button[Any], sent: str) -> None:
        super().__init__(item)
        self._sent = sent

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Return the press of the button that sent this."""
        if not isinstance(item, ui.Button):
            message = "the bot's messages hold buttons alone"
            raise TypeError(message)
        return cls(item, match["sent"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand it over."""
        call, space_id = read(self._sent)
        await interaction.client.desk.press(interaction, call, space_id)
