"""Who can see what, everything as a file, and forget me."""

from __future__ import annotations

import json

from bot import Bot, Cog, Context, File, Room, action, command


class Privacy(Cog, name="privacy"):
    """``/privacy``: said from the settings as they are, not from a page somebody wrote once."""

    @command("privacy")
    async def page(self, ctx: Context) -> None:
        """Say who can see what here."""
        texts = self.texts(
            "page",
            platform=ctx.space.platform,
            days=await self.bot.retention_days(ctx.space),
            people=await self.bot.people_in(ctx.space, Room.SUPPORT) or 0,
        )
        await ctx.reply(texts.card(texts.button(self.file), texts.button(self.forget_me)))

    @command("privacy file")
    async def file_now(self, ctx: Context) -> None:
        """Give the member everything that is known to be theirs."""
        await self.file(ctx)

    @command("privacy forget")
    async def forget_now(self, ctx: Context) -> None:
        """Ask before forgetting."""
        await self.forget_me(ctx)

    @action
    async def file(self, ctx: Context) -> None:
        """Give the member everything that is known to be theirs, as JSON."""
        held: dict[str, object] = {}
        for cog in self.bot.cogs.values():
            held |= await cog.export(ctx.member)
        content = json.dumps(held, ensure_ascii=False, indent=2).encode()
        days = await self.bot.retention_days(ctx.space)
        await ctx.reply(self.texts("file", days=days).card(file=File("comeback.json", content)))

    @action
    async def forget_me(self, ctx: Context) -> None:
        """Say what forgetting means, and ask."""
        texts = self.texts("forget", days=await self.bot.retention_days(ctx.space))
        await ctx.reply(texts.card(texts.button(self.keep_me), texts.button(self.forget_me_now)))

    @action
    async def forget_me_now(self, ctx: Context) -> None:
        """Forget."""
        await self.bot.forget(ctx.member)
        await ctx.update(self.texts("forgotten").card())

    @action
    async def keep_me(self, ctx: Context) -> None:
        """Leave everything as it is."""
        await ctx.update(self.texts("kept").card())


def setup(bot: Bot) -> None:
    """Take the cog in."""
    bot.add(Privacy(bot))
