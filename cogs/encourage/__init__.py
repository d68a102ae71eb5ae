"""Tell somebody they are not alone: nods, replies, and how the author hears of them."""

from __future__ import annotations

from bot import Bot
from cogs.encourage.nods import Nodding
from cogs.encourage.replies import Replying


def setup(bot: Bot) -> None:
    """Take the cogs in: the nods stand before the way to write, under every share."""
    replying = Replying(bot)
    bot.add(Nodding(bot, replying))
    bot.add(replying)
