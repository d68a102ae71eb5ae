"""Where drafts lie: opened for their owners, changed, and drawn with every cog's buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from bot import Bot, Button, Card, Context, Draft, Gone, Member, Ours, Quote, Texts
from cogs.draft.linting import Finding
from cogs.draft.reading import Letter, read
from cogs.draft.sheet import Sheet
from cogs.draft.writing import LANGUAGES, Written, asks

SHOWN: Final = 6
"""Findings that are shown at once; more would not be read."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A draft's row, and what it says."""

    draft: Draft
    sheet: Sheet
    written: Written

    @property
    def id(self) -> str:
        """The row's id."""
        return self.draft.id


Offer = Callable[[Paper], list[Button]]
"""What a cog wants below a draft."""


class Desk:
    """The drafts of everybody, each for its owner alone."""

    def __init__(self, bot: Bot) -> None:
        self.bot = bot
        self.drafts = bot.records.drafts
        self._offers: list[Offer] = []

    def offer(self, buttons: Offer) -> None:
        """Take in what a cog wants below every draft, in the order they are offered."""
        self._offers.append(buttons)

    async def open(self, member: Member, draft_id: str) -> Paper:
        """Return a member's own draft; raises ``Gone`` and ``NotYours``."""
        return _paper(await self.drafts.get(member, draft_id))

    async def of(self, member: Member) -> list[Paper]:
        """Return a member's drafts, the oldest first."""
        return [_paper(draft) for draft in await self.drafts.of(member)]

    async def that_came_of(self, member: Member, reminder_id: str) -> Paper:
        """Return the draft a reminder has become; raises ``Gone``."""
        for paper in await self.of(member):
            if paper.sheet.came_of == reminder_id:
                return paper
        raise Gone

    async def add(self, member: Member, sheet: Sheet) -> Paper:
        """Keep a new draft."""
        return _paper(await self.drafts.add(member, sheet.packed()))

    async def put(self, paper: Paper, sheet: Sheet) -> Paper:
        """Keep a draft as it is now."""
        return _paper(await self.drafts.put(paper.draft, sheet.packed()))

    async def read(self, pasted: str) -> Letter:
        """Return what a letter says, if there is one; in a thread, for the first takes long."""
        return await self.bot.aside(read, pasted) if pasted else Letter()

    async def change(self, ctx: Context, draft_id: str, how: Callable[[Sheet], Sheet]) -> None:
        """Change a draft in its place."""
        async with self.bot.transaction():
            paper = await self.open(ctx.member, draft_id)
            paper = await self.put(paper, how(paper.sheet))
        await ctx.update(self.card(paper))

    def card(
        self, paper: Paper, *, findings: Sequence[Finding] | None = None, said: Ours | None = None
    ) -> Card:
        """Return a draft as its owner sees it, with what was found or is to be said."""
        sheet, written = paper.sheet, paper.written
        texts = Texts.of(
            f"cards/draft/{_kind_of_card(paper)}",
            {
                "sheet": sheet,
                "facts": sheet.facts,
                "written": written,
                "until": paper.draft.until,
                "asking": asks(sheet.facts, sheet.choice),
                "foreign": sheet.facts.language not in LANGUAGES,
                "findings": None if findings is None else _told(findings),
                "more": max(0, len(findings or ()) - SHOWN),
                "said": said or Ours(""),
            },
        )
        quotes = (Quote(written.text),) if written.text else ()
        buttons = tuple(button for offer in self._offers for button in offer(paper))
        return Card(
            texts.get("title"),
            texts.get("text"),
            () if sheet.is_open else quotes,
            texts.get("note"),
            buttons,
        )


def _paper(draft: Draft) -> Paper:
    sheet = Sheet.unpacked(draft.content)
    return Paper(draft, sheet, sheet.written())


def _kind_of_card(paper: Paper) -> str:
    """Return which card shows a draft: a choice, *nobody would read it*, or the letter."""
    if paper.sheet.is_open:
        return "choose"
    return "nobody" if paper.written.kind == "none" and not paper.sheet.shows_own else "page"


def _told(findings: Sequence[Finding]) -> list[dict[str, str | Ours]]:
    """Return findings with their sentences."""
    says = Texts.of("says/lint")
    return [
        {"quote": found.quote, "why": says(found.rule), "try": says(f"{found.rule}_try")}
        for found in findings[:SHOWN]
    ]
