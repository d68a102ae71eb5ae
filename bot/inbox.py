"""Your inbox: messages that could not reach a member, read from their page instead."""

from __future__ import annotations

from bot.cog import Cog, OpenThing, action
from bot.context import Context
from bot.people import Member
from bot.ui import Card
from bot.words import plain

AT_ONCE = 5
"""Messages shown after one press: more would fill a screen, and platforms count answers."""


class Inbox(Cog, name="inbox", stores=True):
    """What the courier holds for a member whose inbox is closed; only they can open it."""

    async def open_things(self, member: Member) -> list[OpenThing]:
        """Return one line when messages wait, or when the inbox is known to be closed."""
        if not await self.bot.inboxes.is_closed(member):
            return []
        texts = self.texts("open_thing", count=len(await self.bot.inboxes.waiting(member)))
        return [OpenThing(texts("text"), texts.button(self.read))]

    @action
    async def read(self, ctx: Context) -> None:
        """Show what waits, the oldest first, and how to let direct messages in."""
        waiting = await self.bot.inboxes.waiting(ctx.member)
        if not waiting and not await self.bot.inboxes.is_closed(ctx.member):
            await ctx.reply(self.texts("nothing").card())
            return
        shown = waiting[:AT_ONCE]
        for message in shown:
            card = message.card
            if card is None:
                async with self.bot.transaction():
                    card = await self.bot.draw(message.drawing)
            # Read is only what arrived: whoever is interrupted reads it twice rather than never.
            if card is not None and not await ctx.reply(card):
                return
            await self.bot.inboxes.read(message)
        more = len(waiting) - len(shown)
        texts = self.texts(
            "closed",
            platform=ctx.space.platform,
            shown=len(shown),
            more=more,
            following=min(more, AT_ONCE),
        )
        buttons = [texts.button(self.read)] if more else []
        await ctx.reply(texts.card(*buttons, texts.button(self.try_again)))

    @action
    async def try_again(self, ctx: Context) -> None:
        """Let what still waits be sent after all; if the inbox is closed, it is noted again."""
        await self.bot.inboxes.reopen(ctx.member)
        await self.bot.scrub()
        await ctx.update(self.texts("trying").card())

    async def forget(self, member: Member) -> None:
        """Delete what waits for the member, and that their inbox is closed."""
        await self.bot.inboxes.forget(member)

    async def export(self, member: Member) -> dict[str, object]:
        """Return whether the member's inbox is closed, and the words that wait for them."""
        waiting = await self.bot.inboxes.waiting(member)
        return {
            "inbox_closed": await self.bot.inboxes.is_closed(member),
            "waiting": [_words(message.card) for message in waiting if message.card],
        }


def _words(card: Card) -> str:
    """Return what a card says, buttons left out: one of them may be a receipt."""
    quotes = [quote.text for quote in card.quotes]
    parts = [plain(card.title), plain(card.text), *quotes, plain(card.note)]
    return "\n\n".join(part for part in parts if part)
