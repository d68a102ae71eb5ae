"""Weekly check-ins: joining, the week's questions, buddies and pods, the digest."""

from bot import Bot
from cogs.checkin.asking import Asking
from cogs.checkin.circles import Circles
from cogs.checkin.digest import Digests
from cogs.checkin.excluding import Excluding
from cogs.checkin.history import History
from cogs.checkin.joining import Joining


def setup(bot: Bot) -> None:
    """Take the cogs in."""
    circles, excluding = Circles(bot), Excluding(bot)
    circles.excluding = excluding
    asking = Asking(bot, circles)
    history = History(bot, asking)
    joining = Joining(bot, asking, circles, history)
    for cog in (joining, asking, history, circles, excluding, Digests(bot)):
        bot.add(cog)
