"""Weekly check-ins: joining, the week's questions, buddies and pods, the digest."""

from bot import Bot
from cogs.checkin.asking import Asking
from cogs.checkin.circles import Circles
from cogs.checkin.digest import Digests
from cogs.checkin.excluding import Excluding
from cogs.checkin.joining import Joining


def setup(bot: Bot) -> None:
    """Take the cogs in."""
    circles, excluding = Circles(bot), Excluding(bot)
    circles.excluding = excluding
    asking = Asking(bot, circles)
    for cog in (Joining(bot, asking, circles), asking, circles, excluding, Digests(bot)):
        bot.add(cog)
