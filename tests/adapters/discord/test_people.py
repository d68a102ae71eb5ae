"""Who can be chosen on Discord: its picker offers bots, and a changed client anybody."""

from __future__ import annotations

from bot import Cog, Context, Field, Form, action
from bot.people import Standing
from tests.adapters.discord.tools import space_of
from tests.contract.chat import ANA, BEN
from tests.contract.discord import DiscordChat


class Asked(Form, words="share/rejection"):
    """Somebody, and perhaps somebody else."""

    need = Field(person=True)
    feeling = Field(person=True, optional=True)


class Picks(Cog, name="picks"):
    """Keeps whoever was chosen."""

    @action
    async def open(self, ctx: Context) -> None:
        """Open the form."""
        await ctx.ask(Asked(), self.take)

    @action
    async def take(self, ctx: Context, form: Asked) -> None:
        """Keep the handles."""
        self.chosen = form.need, form.feeling


async def test_a_bot_is_nobody(chat: DiscordChat) -> None:
    picks = Picks(chat.bot)
    chat.bot.add(picks)
    await chat.say(ANA, "/privacy")
    await chat.guess(ANA, "picks.open")
    await chat.submit(ANA, need=chat.fake.world.app_id, feeling=chat.fake.world.app_id)
    assert "Choose somebody" in (await chat.last(ANA)).text
    await chat.press(ANA, "Try again")
    await chat.submit(ANA, need=BEN, feeling=chat.fake.world.app_id)
    need, feeling = picks.chosen
    assert feeling == ""
    space = await space_of(chat)
    assert await chat.bot.person(space, need) == await chat.member(chat.person(BEN))


async def test_whoever_a_changed_client_makes_up_is_not_here(chat: DiscordChat) -> None:
    picks = Picks(chat.bot)
    chat.bot.add(picks)
    await chat.say(ANA, "/privacy")
    await chat.guess(ANA, "picks.open")
    await chat.submit(ANA, need=BEN)
    await chat.guess(ANA, "picks.take", need="nobody at all")
    somebody = await chat.bot.person(await space_of(chat), picks.chosen[0])
    assert await chat.bot.standing(somebody) == Standing(here=False)
