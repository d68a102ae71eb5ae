"""Ask peers what they think of a draft: under a share of its own, without any name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bot import Bot, Button, Cog, Context, Gone, Member, NotYours, Problem, Words, action, plain
from cogs.draft.desk import Desk, Paper
from cogs.draft.names import replaced
from cogs.draft.reading import Letter
from cogs.draft.sheet import Sheet

MOST: Final = 1200
"""Characters of a share."""

_INITIALS: Final = 2
"""Letters of an address that stand for a name and are none: "jd@" is Jane Doe."""


class Peers(Cog, name="peers", posts=True, kept_by="draft"):
    """Drafts shown in the support room."""

    def __init__(self, bot: Bot, desk: Desk) -> None:
        super().__init__(bot)
        self.shares = bot.records.shares
        self._desk = desk

    @action
    async def ask_peers(self, ctx: Context, draft_id: str) -> None:
        """Show the author alone how it will look, without names; nothing is posted yet."""
        paper = await self._desk.open(ctx.member, draft_id)
        text = self.without_names(paper, await self._desk.read(paper.sheet.letter))
        if len(text) > MOST:
            raise Problem(self.say("too_long"))
        # Without a stage: a question about a letter is not one more rejection.
        words = Words(text, "", "reply", "", "", quiet=True)
        async with self.bot.transaction():
            paper = await self._desk.open(ctx.member, draft_id)
            await self._discard(ctx.member, paper.sheet.asked)
            share = await self.shares.draft(ctx.member, words)
            await self._desk.put(paper, replace(paper.sheet, asked=share.id))
        await ctx.reply(await self.bot.shown(share))

    async def _discard(self, member: Member, share_id: str) -> None:
        """Throw the preview away that was asked for before, if it was not posted."""
        try:
            await self.shares.discard((await self.shares.draft_of(member, share_id)).id)
        except (Gone, NotYours):
            return

    def without_names(self, paper: Paper, letter: Letter) -> str:
        """Return a draft in which no name stands that is known from it or from the letter."""
        people, companies = _people(paper.sheet, letter), _companies(paper.sheet, letter)
        text = replaced(paper.written.text, people, plain(self.say("a_name")))
        return replaced(text, companies, plain(self.say("a_company")))

    def buttons(self, paper: Paper) -> list[Button]:
        """Return the way to peers, for what is a letter."""
        if paper.sheet.is_open or not paper.written.text or paper.written.kind == "call":
            return []
        return [self.texts("buttons").button(self.ask_peers, paper.id)]


def _people(sheet: Sheet, letter: Letter) -> list[str]:
    """Return everybody who may be named: as it was read and as it was corrected."""
    facts = sheet.facts
    met = re.split(r"\s*(?:,|;|&|/|\band\b|\bund\b|\by\b)\s*", facts.people)
    box = re.split(r"[._+\W\d]+", sheet.to.partition("@")[0])
    known = (facts.sender, facts.signature, letter.sender, letter.addressee)
    return [one for one in (*known, *met, *(word for word in box if len(word) > _INITIALS)) if one]


def _companies(sheet: Sheet, letter: Letter) -> list[str]:
    """Return every company that may be named, the one of the address too."""
    domain = sheet.to.partition("@")[2].split(".")[-2:-1]
    known = (sheet.facts.company, letter.company)
    guessed = (sheet.guesses.get("company"), letter.guesses.get("company"))
    return [one for one in (*known, *guessed, *domain) if one]
