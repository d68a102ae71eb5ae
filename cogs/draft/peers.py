"""Ask peers what they think of a draft: under a share of its own, without any name."""

from __future__ import annotations

import re
from typing import Final

from bot import Bot, Button, Cog, Context, Problem, Words, action, plain
from cogs.draft.desk import Desk, Paper
from cogs.draft.writing import Facts

MOST: Final = 1200
"""Characters of a share."""

_LEAST: Final = 3
"""Letters of a whole name that is looked for; shorter ones are in too many words."""


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
        text = self.without_names(paper.written.text, paper.sheet.facts)
        if len(text) > MOST:
            raise Problem(self.say("too_long"))
        # Without a stage: a question about a letter is not one more rejection.
        share = await self.shares.draft(ctx.member, Words(text, "", "reply", "", "", quiet=True))
        await ctx.reply(await self.bot.shown(share))

    def without_names(self, text: str, facts: Facts) -> str:
        """Return a text in which what is known as a name is not named."""
        company, name = plain(self.say("a_company")), plain(self.say("a_name"))
        people = re.split(r"\s*(?:,|;|&|/|\band\b|\bund\b|\by\b)\s*", facts.people)
        for known in (facts.sender, facts.signature, *people):
            text = _replaced(text, known, name)
        return _replaced(text, facts.company, company)

    def buttons(self, paper: Paper) -> list[Button]:
        """Return the way to peers, for what is a letter."""
        if paper.sheet.is_open or not paper.written.text or paper.written.kind == "call":
            return []
        return [self.texts("buttons").button(self.ask_peers, paper.id)]


def _replaced(text: str, known: str, by: str) -> str:
    """Replace a name, and then each of its words that stands alone; "The" is in too many."""
    whole = " ".join(known.split())
    words = [word for word in re.findall(r"\w+", whole) if word[:1].isupper() and word != "The"]
    for one in (whole, *words):
        if len(one) >= _LEAST:
            flags = re.IGNORECASE if one == whole else re.NOFLAG
            text = re.sub(rf"(?<!\w){re.escape(one)}(?!\w)", lambda _: by, text, flags=flags)
    return re.sub(rf"{re.escape(by)}(?:[\s-]{re.escape(by)})+", by, text)
