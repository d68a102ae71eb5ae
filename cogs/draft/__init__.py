"""Answer a rejection letter without burning the bridge."""

from __future__ import annotations

from bot import Bot
from cogs.draft.desk import Desk
from cogs.draft.drafting import Drafting
from cogs.draft.editing import Editing
from cogs.draft.peers import Peers
from cogs.draft.reminding import Reminding


def setup(bot: Bot) -> None:
    """Take the cogs in; what they offer stands below a draft in this order."""
    desk = Desk(bot)
    drafting, editing = Drafting(bot, desk), Editing(bot, desk)
    reminding, peers = Reminding(bot, desk), Peers(bot, desk)
    for offer in (drafting.buttons, editing.buttons, reminding.buttons, peers.buttons):
        desk.offer(offer)
    desk.offer(drafting.last_buttons)
    for cog in (drafting, editing, reminding, peers):
        bot.add(cog)
