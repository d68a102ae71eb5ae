"""The text in one's own hands: edited, looked through, taken away as a file."""

from __future__ import annotations

from dataclasses import replace

from bot import Bot, Button, Cog, Context, Gone, action
from cogs.draft.desk import Desk, Paper
from cogs.draft.forms import Edited, Mine
from cogs.draft.linting import Finding, lint
from cogs.draft.mail import as_mail, as_text
from cogs.draft.sheet import Sheet
from cogs.draft.writing import Facts


class Editing(Cog, name="edit", kept_by="draft"):
    """What is done with the words of a draft, and with a text of one's own."""

    def __init__(self, bot: Bot, desk: Desk) -> None:
        super().__init__(bot)
        self._desk = desk

    @action
    async def edit(self, ctx: Context, draft_id: str) -> None:
        """Open the text, one's own where there is one."""
        paper = await self._desk.open(ctx.member, draft_id)
        sheet = replace(paper.sheet, shows_own=bool(paper.sheet.own))
        written = sheet.written()
        await ctx.ask(Edited(subject=written.subject, text=written.text), self.take, draft_id)

    @action
    async def take(self, ctx: Context, form: Edited, draft_id: str) -> None:
        """Keep the text as it was written; nothing of ours is put over it."""

        def edited(sheet: Sheet) -> Sheet:
            drafted = replace(sheet, shows_own=False).written()
            if form.text == drafted.text and form.subject in ("", drafted.subject):
                return replace(sheet, shows_own=False)
            return replace(sheet, own=form.text, own_subject=form.subject, shows_own=True)

        await self._desk.change(ctx, draft_id, edited)

    @action
    async def own(self, ctx: Context, draft_id: str, shown: bool) -> None:
        """Go back to the drafted text, or to one's own; the other one stays."""
        await self._desk.change(
            ctx, draft_id, lambda sheet: replace(sheet, shows_own=shown and bool(sheet.own))
        )

    @action
    async def check(self, ctx: Context, draft_id: str) -> None:
        """Say what a career adviser would look at again."""
        paper = await self._desk.open(ctx.member, draft_id)
        await ctx.update(self._desk.card(paper, findings=await self._looked_through(paper)))

    @action
    async def check_mine(self, ctx: Context, draft_id: str) -> None:
        """Ask for a text somebody wrote themselves, in the place of an empty draft."""
        _still_open(await self._desk.open(ctx.member, draft_id))
        await ctx.ask(Mine(), self.take_mine, draft_id)

    @action
    async def take_mine(self, ctx: Context, form: Mine, draft_id: str) -> None:
        """Keep a text of one's own, and say what was found in it."""
        letter = await self._desk.read(form.letter)
        async with self.bot.transaction():
            paper = _still_open(await self._desk.open(ctx.member, draft_id))
            typed = paper.sheet.facts
            facts = Facts.of(letter).with_names(typed.company, typed.role, typed.sender)
            sheet = Sheet.of(letter, form.letter, facts, paper.sheet.choice)
            sheet = replace(sheet, begun=True, own=form.text, shows_own=True)
            paper = await self._desk.put(paper, sheet)
        await ctx.update(self._desk.card(paper, findings=await self._looked_through(paper)))

    @action
    async def file(self, ctx: Context, draft_id: str) -> None:
        """Give the letter as a mail, and as plain text."""
        paper = await self._desk.open(ctx.member, draft_id)
        is_mail = paper.written.kind != "call" or paper.sheet.shows_own
        if is_mail:
            texts = self.texts("file", addressed=bool(paper.sheet.to))
            await ctx.reply(texts.card(file=as_mail(paper)))
        await ctx.reply(self.texts("text", too=is_mail).card(file=as_text(paper)))

    async def _looked_through(self, paper: Paper) -> list[Finding]:
        """Return what the linter finds, against what is known of the letter by now."""
        sheet, facts = paper.sheet, paper.sheet.facts
        known = replace(
            await self._desk.read(sheet.letter),
            company=facts.company or None,
            role=facts.role or None,
            sender=facts.sender or None,
        )
        return await self.bot.aside(lint, paper.written.text, known, sheet.letter)

    def buttons(self, paper: Paper) -> list[Button]:
        """Return what can be done with the words."""
        texts, sheet = self.texts("buttons"), paper.sheet
        if sheet.is_open:
            return [texts.button(self.check_mine, paper.id)]
        if not paper.written.text:
            return []
        made = []
        if sheet.shows_own or not sheet.own:
            made.append(texts.button(self.edit, paper.id))
        if sheet.own:
            made.append(
                texts.button(self.own, paper.id, not sheet.shows_own, shown=sheet.shows_own)
            )
        if paper.written.kind != "call" or sheet.shows_own:
            made.append(texts.button(self.check, paper.id))
        return [*made, texts.button(self.file, paper.id)]


def _still_open(paper: Paper) -> Paper:
    """Return a draft nothing stands in yet; raises ``Gone`` where something would be lost."""
    if not paper.sheet.is_open:
        raise Gone
    return paper
