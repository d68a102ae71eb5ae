"""What a bot on discord.py costs that does nothing: it answers everything with one card.

A program of its own, with the intents and without the caches of ours. A command, a button that is
known by its pattern and a form taken from ``on_interaction``, each answered in private.
"""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from typing import Any, Self

import discord
import yarl
from discord import app_commands, ui
from discord.gateway import DiscordWebSocket
from discord.http import Route

TITLE = "Your page"
TEXT = "Two things are open.\n- A share from 23 November\n- A check-in on Friday"
NOTE = "Only you can see this."
BUTTONS = {"Share a rejection": "fixed.press", "Your data": "fixed.other"}

Interaction = discord.Interaction[Any]


def view() -> ui.LayoutView:
    """Return the card, of the same parts as ``bot.adapters.discord`` draws of it."""
    made = ui.LayoutView(timeout=None)
    buttons: list[Any] = [ui.Button(label=label, custom_id=id) for label, id in BUTTONS.items()]
    made.add_item(
        ui.Container(
            ui.TextDisplay(f"## {TITLE}"),
            ui.TextDisplay(TEXT),
            ui.TextDisplay(f"-# {NOTE}"),
            ui.ActionRow(*buttons),
            accent_colour=0x4F8A6B,
        )
    )
    made.stop()  # discord.py need not watch it: the button is known by its pattern
    return made


async def answer(interaction: Interaction) -> None:
    """Answer it, with the card that was made once."""
    await interaction.response.send_message(view=interaction.client.card, ephemeral=True)


class Press(ui.DynamicItem[ui.Button[Any]], template=r"(?s).+"):
    """A press of any button."""

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: Any, match: re.Match[str], /
    ) -> Self:
        return cls(item)

    async def callback(self, interaction: Interaction) -> None:
        await answer(interaction)


class Bare(discord.AutoShardedClient):
    """The client."""

    def __init__(self) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            allowed_mentions=discord.AllowedMentions.none(),
        )
        self.card = view()
        tree = app_commands.CommandTree(self)
        tree.command(name="comeback", description="Your page")(_page)
        self.add_dynamic_items(Press)

    async def launch_shards(self) -> None:
        self.shard_count, _, _ = await self.http.get_bot_gateway()
        await super().launch_shards()

    async def on_interaction(self, interaction: Interaction) -> None:
        if interaction.type is discord.InteractionType.modal_submit:
            await answer(interaction)

    async def on_ready(self) -> None:
        print("discord.ready", file=sys.stderr, flush=True)


async def _page(interaction: Interaction) -> None:
    await answer(interaction)


async def main() -> None:
    """Run until somebody says stop."""
    Route.BASE = os.environ["COMEBACK_DISCORD_API_URL"]
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["COMEBACK_DISCORD_GATEWAY_URL"])
    client = Bare()
    running = asyncio.create_task(client.start(os.environ["COMEBACK_DISCORD_TOKEN"]))
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, running.cancel)
    async with client:
        await asyncio.wait([running])


if __name__ == "__main__":
    asyncio.run(main())
