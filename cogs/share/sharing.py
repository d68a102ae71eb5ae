"""From the form to the tombstone: preview, post, receipt, deletion."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import timedelta
from typing import Literal

from bot import (
    Bot,
    Card,
    Cog,
    Context,
    Gone,
    Invalid,
    Member,
    NotYours,
    OpenThing,
    Room,
    Share,
    ShareState,
    action,
    command,
    command_button,
    drawn,
)
from cogs.share.words import (
    Rejection,
    details,
    quotes,
    redacted,
    rewritten,
    too_long,
    typed,
    words,
)

Detail = Literal["email", "url", "handle", "phone"]

SMALL_ROOM = 20
"""Below so many people a way of writing may give its author away; said before posting."""

AT_LEAST = 5
"""The floor below which no number about people is shown."""

UNLIKE = ("silence", "withdrawn")
"""Stages that are no step one gets to."""


class Sharing(Cog, name="share", stores=True, posts=True):
    """Shares from the form to the tombstone."""

    def __init__(self, bot: Bot) -> None:
        super().__init__(bot)
        self.shares = bot.records.shares
        self.receipts = bot.records.receipts

    @command("rejection")
    async def start(self, ctx: Context, happened: str = "") -> None:
        """Open the form, with what was typed after the command."""
        await ctx.ask(Rejection(happened=happened), self.preview)

    @action
    async def preview(self, ctx: Context, form: Rejection) -> None:
        """Show the author alone how it will look."""
        if too_long(words(form)):
            raise Invalid(happened=self.say("one_message"))
        share = await self.shares.draft(ctx.member, words(form))
        await ctx.reply(await self._preview(share))

    @action
    async def look(self, ctx: Context, share_id: str) -> None:
        """Show a draft that was left lying."""
        await ctx.reply(await self._preview(await self.shares.draft_of(ctx.member, share_id)))

    @action
    async def change(self, ctx: Context, share_id: str) -> None:
        """Open the form with what was typed."""
        packed = typed(await self.shares.draft_of(ctx.member, share_id)).packed()
        answers = {field.name: packed[field.name] for field in Rejection.fields}
        await ctx.ask(Rejection(**answers), self.rewrite, share_id)

    @action
    async def rewrite(self, ctx: Context, form: Rejection, share_id: str) -> None:
        """Take the changed words and show them."""
        if too_long(words(form)):
            raise Invalid(happened=self.say("one_message"))
        async with self.bot.transaction():
            share = await self.shares.draft_of(ctx.member, share_id)
            await self.shares.rewrite(share, rewritten(form, typed(share)))
            share = await self.shares.get(share_id)
        await ctx.update(await self._preview(share))

    @action
    async def keep(self, ctx: Context, share_id: str, kind: Detail) -> None:
        """Leave a kind of private detail in, or take it out again."""
        async with self.bot.transaction():
            share = await self.shares.draft_of(ctx.member, share_id)
            kept = tuple(sorted(set(typed(share).kept) ^ {kind}))
            await self.shares.rewrite(share, replace(typed(share), kept=kept))
            share = await self.shares.get(share_id)
        await ctx.update(await self._preview(share))

    @action
    async def publish(self, ctx: Context, share_id: str) -> None:
        """Post it now."""
        await self._publish(ctx, share_id, 0)

    @action
    async def later(self, ctx: Context, share_id: str) -> None:
        """Post it at a moment nobody can guess, within the hour."""
        await self._publish(ctx, share_id, 60 + secrets.randbelow(3540))

    @action(always=True)
    async def cancel(self, ctx: Context, share_id: str) -> None:
        """Throw a draft away."""
        async with self.bot.transaction():
            share = await self.shares.draft_of(ctx.member, share_id)
            await self.shares.discard(share.id)
        await ctx.update(self.texts("cancelled").card())

    @drawn
    async def show(self, share_id: str) -> Card | None:
        """Draw the post, or its tombstone."""
        share = await self.shares.get(share_id)
        if share.state is ShareState.DELETED:
            return self.texts("deleted").card() if share.posted else None
        # Words that no key opens any more stay in the room as they are.
        return None if share.words is None else self._post(share)

    @action
    async def mine(self, ctx: Context, share_id: str) -> None:
        """Give the author of a share a new receipt, while it is known who that is."""
        share = await self.shares.get(share_id)
        author = await self.shares.author(share)
        if share.state is ShareState.DELETED:
            raise Gone(self.say("not_there"))
        if author is None:
            raise Gone(self.say("too_old"))
        if author != ctx.member:
            raise NotYours
        receipt = await self.receipts.add("share", share.id)
        await ctx.reply(await self._receipt(share, receipt, for_now=True))

    @action(always=True)
    async def lock(self, ctx: Context, receipt: str) -> None:
        """Let nobody nod or write under a share any more."""
        async with self.bot.transaction():
            share = await self._received(receipt)
            if share.state is ShareState.UP and not share.resting:
                await self._refresh(share)
                await self.shares.lock(share.id)
        texts = self.texts("locked", resting=share.resting)
        await ctx.reply(texts.card(texts.button(self.delete, receipt)))

    @action(always=True)
    async def delete(self, ctx: Context, receipt: str) -> None:
        """Ask once more."""
        texts = self.texts("delete", share=await self._received(receipt))
        await ctx.reply(
            texts.card(texts.button(self.keep_it), texts.button(self.delete_now, receipt))
        )

    @action(always=True)
    async def keep_it(self, ctx: Context) -> None:
        """Leave a share where it is."""
        await ctx.update(self.texts("kept").card())

    @action(always=True)
    async def delete_now(self, ctx: Context, receipt: str) -> None:
        """Delete a share, whoever can still tell whose it was."""
        share = await self._received(receipt)
        await self._delete(share)
        await ctx.update(self.texts("gone").card())

    @action(always=True)
    async def throw_away(self, ctx: Context, receipt: str) -> None:
        """Make a receipt worthless and take it out of its message: it ties the two together."""
        await self.receipts.drop(receipt)
        await self.bot.scrub()
        days = await self.bot.retention_days(ctx.space)
        await ctx.update(self.texts("thrown_away", retention=days).card())

    async def shown(self, share: Share) -> Card:
        """Return the private preview."""
        return await self._preview(share)

    async def open_things(self, member: Member) -> list[OpenThing]:
        """Return the member's drafts and shares, the newest first."""
        found = []
        for share in reversed(await self.shares.of(member)):
            texts = self.texts("open_thing", share=share)
            handler = self.look if share.state is ShareState.DRAFT else self.mine
            if share.state is not ShareState.DELETED:
                found.append(OpenThing(texts("text"), texts.button(handler, share.id)))
        return found

    async def forget(self, member: Member) -> None:
        """Delete the member's drafts, and their shares with a tombstone in the room."""
        for share in await self.shares.of(member):
            if share.state is ShareState.DRAFT and await self.shares.discard(share.id):
                continue
            if share.state is not ShareState.DELETED:
                await self._delete(await self.shares.get(share.id))

    async def export(self, member: Member) -> dict[str, object]:
        """Return the words of the member's shares, as far as it is known which those are."""
        shares = await self.shares.of(member)
        return {
            "shares": [
                {"day": share.day.isoformat(), "state": share.state.value}
                | (share.words.packed() if share.words else {})
                for share in shares
            ]
        }

    async def _publish(self, ctx: Context, share_id: str, seconds: int) -> None:
        at = self.bot.clock.now() + timedelta(seconds=seconds)
        async with self.bot.transaction():
            share = await self.shares.draft_of(ctx.member, share_id)
            post_id = await self.bot.post(
                share.space,
                Room.SUPPORT,
                self.drawing(self.show, share.id),
                at=at,
                key=f"share:{share.id}",
            )
            await self.shares.publish(share, redacted(typed(share)), post_id)
            share = await self.shares.get(share.id)
            receipt = await self.receipts.add("share", share.id)
            card = await self._receipt(share, receipt)
            await self.bot.tell(ctx.member, card, key=f"receipt:{share.id}")
        closed = await self.bot.inboxes.is_closed(ctx.member)
        await ctx.update(self.texts("published", later=seconds > 0, closed=closed).card())

    async def _received(self, receipt: str) -> Share:
        return await self.shares.get(await self.receipts.subject("share", receipt))

    async def _delete(self, share: Share) -> None:
        async with self.bot.transaction():
            await self._refresh(share)
            await self.shares.delete(share.id)
            await self.receipts.void(share.id)
        await self.bot.scrub()

    async def _refresh(self, share: Share) -> None:
        # Also while it is going up: the change waits for that, and goes if it never comes.
        if share.post_id is not None:
            await self.bot.refresh(share.space, share.post_id)

    async def _preview(self, share: Share) -> Card:
        """Return the post as it will look, what was taken out, and what can be done."""
        kept = set(typed(share).kept)
        kinds = details(typed(share))
        shown = replace(share, words=redacted(typed(share)))
        people = await self.bot.people_in(share.space, Room.SUPPORT)
        texts = self.texts(
            "preview",
            share=shown,
            taken=[kind for kind in kinds if kind not in kept],
            left=[kind for kind in kinds if kind in kept],
            small=people is not None and people < SMALL_ROOM,
        )
        toggles = [
            texts.button(self.keep, share.id, kind, kind=kind, kept=kind in kept) for kind in kinds
        ]
        return texts.card(
            texts.button(self.publish, share.id),
            texts.button(self.later, share.id),
            *([] if typed(share).quiet else [texts.button(self.change, share.id)]),
            texts.button(self.cancel, share.id),
            *toggles,
            command_button("privacy"),
            quotes=quotes(shown),
        )

    def _post(self, share: Share) -> Card:
        texts = self.texts("post", share=share, locked=share.state is ShareState.LOCKED)
        return texts.card(*self.bot.under(share), quotes=quotes(share))

    async def _receipt(self, share: Share, receipt: str, *, for_now: bool = False) -> Card:
        here = await self.shares.count(share.space, 30)
        same = await self.shares.count(share.space, 30, share.stage)
        texts = self.texts(
            "receipt",
            share=share,
            for_now=for_now,
            here=here if here >= AT_LEAST else 0,
            same=same if same >= AT_LEAST and share.stage not in UNLIKE else 0,
            retention=await self.bot.retention_days(share.space),
        )
        return texts.card(
            *([texts.button(self.lock, receipt)] if share.open else []),
            texts.button(self.delete, receipt),
            *([] if for_now else [texts.button(self.throw_away, receipt)]),
        )
