"""The same card as ``discord_bare`` answers, through the adapter and the house, from one cog.

A program of its own. The cog asks the database nothing, and the house knows the space already.
"""

from __future__ import annotations

import asyncio

from bot import Bot, Card, Cog, Context, Field, Form, Ours, action, command, logs
from bot.adapters.discord import create, logged_in, stay
from bot.house import House
from bot.running import root_key, until_stopped
from bot.settings import load
from bot.ui import Button
from tests.bench import discord_bare as bare

CARD = Card(
    title=Ours(bare.TITLE),
    text=Ours(bare.TEXT),
    note=Ours(bare.NOTE),
    buttons=tuple(Button(Ours(label), call) for label, call in bare.BUTTONS.items()),
)


class Words(Form, words="reply/answer"):
    """A form of one question."""

    words = Field(long=True, most=1200)


class Fixed(Cog, name="fixed"):
    """Replies one card, whatever happens."""

    @command("comeback")
    async def page(self, ctx: Context) -> None:
        """Reply to a command."""
        await ctx.reply(CARD)

    @action
    async def press(self, ctx: Context) -> None:
        """Reply to a press."""
        await ctx.reply(CARD)

    @action
    async def take(self, ctx: Context, form: Words) -> None:
        """Reply to a form."""
        await ctx.reply(CARD)


async def main() -> None:
    """Run until somebody says stop."""
    settings = load()
    logs.configure(settings.log_level)
    house = House(settings, root_key(settings))
    await house.open()
    bot = Bot(house)
    bot.add(Fixed(bot))
    client = create(settings, bot)
    async with logged_in(client, settings):
        await until_stopped(stay(client))
    await house.close()


if __name__ == "__main__":
    asyncio.run(main())
