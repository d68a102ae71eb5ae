"""One card through the adapter and the house, from one cog that asks the database nothing.

A program of its own. The house knows the space already, as it does after the first command.
"""

from __future__ import annotations

import asyncio

from bot import Bot, Card, Cog, Context, Ours, command, logs
from bot.adapters.slack import connected, create
from bot.health import Health
from bot.house import House
from bot.running import root_key, until_stopped
from bot.settings import load
from bot.ui import Button
from tests.bench import discord_bare as alike

CARD = Card(
    title=Ours(alike.TITLE),
    text=Ours(alike.TEXT),
    note=Ours(alike.NOTE),
    buttons=tuple(Button(Ours(label), call) for label, call in alike.BUTTONS.items()),
)


class Fixed(Cog, name="fixed"):
    """Replies one card."""

    @command("comeback")
    async def page(self, ctx: Context) -> None:
        """Reply to a command."""
        await ctx.reply(CARD)


async def main() -> None:
    """Run until somebody says stop."""
    settings = load()
    logs.configure(settings.log_level)
    house = House(settings, root_key(settings))
    await house.open()
    bot = Bot(house)
    bot.add(Fixed(bot))
    app = create(settings, bot)
    health = Health(house, app.is_ready, routes=app.routes())
    await health.start()
    async with connected(app):
        logs.event("bot.started", port=health.port)
        await until_stopped(app.stay())
    await health.stop()
    await house.close()


if __name__ == "__main__":
    asyncio.run(main())
