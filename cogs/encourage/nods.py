"""Nods: "You are not alone" and "I've been there", one a person and share."""

from __future__ import annotations

import contextlib
from typing import Literal

from bot import Bot, Button, Cog, Context, Member, Problem, Share, ShareState, action
from cogs.encourage.replies import Replying

Kind = Literal["alone", "been"]


class _Unchanged(Exception):
    """There was nothing to change: the transaction around it is undone."""


class Nodding(Cog, name="nod", stores=True, posts=True):
    """Counts nods; the counters under the post follow, many presses in one edit."""

    def __init__(self, bot: Bot, replying: Replying) -> None:
        super().__init__(bot)
        self.replying = replying
        self.shares = bot.records.shares
        self.nods = bot.records.nods

    def under(self, share: Share) -> list[Button]:
        """Return the two nods with their counts."""
        if not share.open:
            return []
        texts = self.texts("under")
        return [
            texts.button(self.nod, share.id, "alone", kind="alone", count=share.alone),
            texts.button(self.nod, share.id, "been", kind="been", count=share.been),
        ]

    @action
    async def nod(self, ctx: Context, share_id: str, kind: Kind) -> None:
        """Count a nod, once a person; a press on the other one moves it."""
        share = await self.replying.open_share(share_id, ctx.member)
        author = await self.shares.author(share)
        if author == ctx.member:
            raise Problem(self.say("your_own"))
        try:
            async with self.bot.transaction():
                # First the outbox, then the share: everybody in one order, or two wait for each
                # other. When nothing changes all of it is undone.
                await self._counted(share)
                await self.replying.tell_author(share, author, self.bot.waits.nods)
                if not await self.nods.set(share, ctx.member, kind):
                    raise _Unchanged
        except _Unchanged:
            texts = self.texts("nodded", kind=kind)
            await ctx.reply(texts.card(texts.button(self.unnod, share.id)))

    @action(always=True)
    async def unnod(self, ctx: Context, share_id: str) -> None:
        """Take a nod back."""
        share = await self.replying.open_share(share_id, ctx.member)
        await self._take_back(share, ctx.member)
        await ctx.update(self.texts("taken_back").card())

    async def forget(self, member: Member) -> None:
        """Take back the member's nods, on every share where it can be told which they are."""
        for share in await self.shares.live(member.space.id):
            await self._take_back(share, member)

    async def _take_back(self, share: Share, member: Member) -> None:
        with contextlib.suppress(_Unchanged):
            async with self.bot.transaction():
                await self._counted(share)
                if not await self.nods.set(share, member, None):
                    raise _Unchanged

    async def export(self, member: Member) -> dict[str, object]:
        """Return the member's nods, as far as it is known which those are."""
        live = await self.shares.live(member.space.id)
        kinds = [(share, await self.nods.of(share, member)) for share in live]
        return {"nods": [{"share": share.id, "nod": kind} for share, kind in kinds if kind]}

    async def _counted(self, share: Share) -> None:
        if share.post_id is not None and share.state is not ShareState.DELETED:
            await self.bot.refresh(share.space, share.post_id, after=self.bot.waits.counters)
