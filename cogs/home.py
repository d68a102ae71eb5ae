"""Your page: what is open, and a button for everything the bot does."""

from __future__ import annotations

from bot import Bot, Cog, Context, command, command_button

SHOWN = 12
"""Open things on the page; a card has 25 buttons, and some are for the commands."""


class Home(Cog, name="home"):
    """``/comeback``, so that nobody has to remember another name."""

    @command("comeback")
    async def page(self, ctx: Context) -> None:
        """Show the page."""
        things = [
            thing for cog in self.bot.cogs.values() for thing in await cog.open_things(ctx.member)
        ]
        shown = things[:SHOWN]
        texts = self.texts(
            "page", lines=[thing.text for thing in shown], more=len(things) - len(shown)
        )
        words = [word for word in self.bot.commands if word != "comeback" and " " not in word]
        # What one came for goes first.
        words.sort(key=lambda word: (word == "privacy", word != "rejection"))
        await ctx.reply(
            texts.card(
                *(command_button(word) for word in words),
                *(thing.button for thing in shown),
            )
        )


def setup(bot: Bot) -> None:
    """Take the cog in."""
    bot.add(Home(bot))
