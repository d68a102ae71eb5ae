"""Share a rejection anonymously."""

from __future__ import annotations

from bot import Bot
from cogs.share.sharing import Sharing


def setup(bot: Bot) -> None:
    """Take the cog in."""
    bot.add(Sharing(bot))
