"""Setting up a space: which channel is which room, and whether the bot can work there."""

from __future__ import annotations

from bot import Bot, Card, Cog, Context, Field, Form, Invalid, NotAllowed, Room, action, command


class Rooms(Form, words="support/rooms"):
    """Which channel is which room."""

    support = Field(channel=True)
    moderators = Field(channel=True)
    digest = Field(channel=True, optional=True)


class Support(Cog, name="support"):
    """``/support``: for whoever manages the space."""

    @command("support set-up")
    async def set_up(self, ctx: Context) -> None:
        """Open the form with the rooms as they are."""
        await self.choose(ctx)

    @action
    async def choose(self, ctx: Context) -> None:
        """Open the form with the rooms as they are."""
        await self._only_who_manages(ctx)
        chosen = await self.bot.rooms.chosen(ctx.space)
        await ctx.ask(Rooms(**{room.value: handle for room, handle in chosen.items()}), self.take)

    @action
    async def take(self, ctx: Context, form: Rooms) -> None:
        """Keep the choice and say what the bot lacks."""
        await self._only_who_manages(ctx)
        for name, handle in form.answers.items():
            if handle and not await self.bot.rooms.knows(ctx.space, handle):
                raise Invalid(**{name: self.say("no_channel")})
        if self.bot.rooms.same(ctx.space, form.support, form.moderators):
            raise Invalid(moderators=self.say("same_room"))
        handles = {Room(name): handle for name, handle in form.answers.items() if handle}
        await self.bot.rooms.choose(ctx.space, handles)
        await ctx.reply(await self._checked(ctx))

    @action
    async def check(self, ctx: Context) -> None:
        """Look again."""
        await self._only_who_manages(ctx)
        await ctx.update(await self._checked(ctx))

    async def _checked(self, ctx: Context) -> Card:
        rooms, chosen = [], await self.bot.rooms.chosen(ctx.space)
        for room in Room:
            if room is Room.DIGEST and room not in chosen:
                continue  # it goes to the support room
            lacks = await self.bot.rooms.lacks(ctx.space, room)
            said = [self.bot.rooms.say(ctx.space, lack) for lack in lacks]
            rooms.append((self.say(room.value), said))
        ready = not any(said for _, said in rooms)
        if ready:
            await self.bot.rooms.retry(ctx.space)
        texts = self.texts("checked", rooms=rooms, ready=ready, platform=ctx.space.platform)
        return texts.card(texts.button(self.check), texts.button(self.choose))

    async def _only_who_manages(self, ctx: Context) -> None:
        if not (await ctx.standing()).sets_up:
            raise NotAllowed(self.say("not_allowed"))


def setup(bot: Bot) -> None:
    """Take the cog in."""
    bot.add(Support(bot))
