"""People somebody never wants to be paired with: a list only its owner sees."""

from __future__ import annotations

from bot import Bot, CheckIn, Cog, Context, Gone, Invalid, Member, Quote, action
from cogs.checkin.forms import Somebody

MOST = 10
"""People on one list that is shown; a card has room for so many buttons."""


class Excluding(Cog, name="never", kept_by="checkin"):
    """The list. It is part of a check-in, and goes with it."""

    def __init__(self, bot: Bot) -> None:
        super().__init__(bot)
        self.checkins = bot.records.checkins

    @action
    async def excluded(self, ctx: Context) -> None:
        """Show the list."""
        checkin = await self._own(ctx.member)
        texts = self.texts("list", count=len(checkin.excluded))
        buttons = [
            texts.button(self.allow, number, number=number + 1)
            for number in range(len(checkin.excluded))
        ]
        add = [texts.button(self.add)] if len(checkin.excluded) < MOST else []
        quotes = tuple(
            Quote(f"{number}.", one) for number, one in enumerate(checkin.excluded, start=1)
        )
        await ctx.reply(texts.card(*add, *buttons, quotes=quotes))

    @action
    async def add(self, ctx: Context) -> None:
        """Open the form that asks for somebody."""
        await self._own(ctx.member)
        await ctx.ask(Somebody(), self.take)

    @action
    async def take(self, ctx: Context, form: Somebody) -> None:
        """Put somebody on the list; who is with them now stays so until they leave."""
        somebody = await self.bot.person(ctx.space, form.person)
        if somebody == ctx.member:
            raise Invalid(person=self.say("yourself"))
        async with self.bot.transaction():
            checkin = await self.checkins.own(ctx.member)
            if somebody not in checkin.excluded:
                if len(checkin.excluded) >= MOST:
                    raise Invalid(person=self.say("full", most=MOST))
                await self.checkins.change(checkin, excluded=(*checkin.excluded, somebody))
        await ctx.reply(self.texts("added").card(quotes=(Quote("·", somebody),)))

    @action
    async def allow(self, ctx: Context, number: int) -> None:
        """Take somebody off the list."""
        async with self.bot.transaction():
            checkin = await self.checkins.own(ctx.member)
            if not 0 <= number < len(checkin.excluded):
                raise Gone
            kept = [one for at, one in enumerate(checkin.excluded) if at != number]
            await self.checkins.change(checkin, excluded=tuple(kept))
        await ctx.update(self.texts("allowed").card())

    async def _own(self, member: Member) -> CheckIn:
        checkin = await self.checkins.of(member)
        if checkin is None:
            raise Gone(self.say("not_joined"))
        return checkin
