"""From the pasted letter to a draft, and everything that changes how it sounds."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from typing import Final, Literal, get_args

from bot import (
    Bot,
    Button,
    Cog,
    Context,
    Invalid,
    Member,
    OpenThing,
    action,
    command,
)
from cogs.draft.desk import Desk, Paper
from cogs.draft.forms import Correction, Moment, Pasted, corrected, happened
from cogs.draft.sheet import Sheet
from cogs.draft.writing import TONES, Choice, Facts, Tone, asks

LEAST: Final = 20
"""Characters below which something pasted is no letter."""

Chooser = Callable[[Choice], Choice]
"""What a button changes of what was chosen."""

Chosen = Literal["thanks", "silence", "in_touch", "call"]
"""What somebody without a letter may want."""


class Drafting(Cog, name="draft", stores=True):
    """``/draft``: one draft a letter, private to who pasted it."""

    def __init__(self, bot: Bot, desk: Desk) -> None:
        super().__init__(bot)
        self.drafts = bot.records.drafts
        self._desk = desk

    @command("draft")
    async def start(self, ctx: Context, letter: str = "") -> None:
        """Open the form, with what was typed after the command."""
        await ctx.ask(Pasted(letter=letter, tone="warm"), self.write)

    @action
    async def write(self, ctx: Context, form: Pasted) -> None:
        """Read the letter and show the first draft."""
        pasted = form.letter.strip()
        if pasted and len(pasted) < LEAST:
            raise Invalid(letter=self.say("too_little"))
        letter = await self._desk.read(pasted)
        facts = Facts.of(letter).with_names(form.company, form.role, form.person)
        tone = next(one for one in TONES if one == form.tone)
        choice = Choice(tone, seed=secrets.token_hex(8))
        sheet = Sheet.of(letter, pasted, facts, choice)
        await ctx.reply(self._desk.card(await self._desk.add(ctx.member, sheet)))

    @action
    async def look(self, ctx: Context, draft_id: str) -> None:
        """Show a draft that was left lying."""
        await ctx.reply(self._desk.card(await self._desk.open(ctx.member, draft_id)))

    @action
    async def page(self, ctx: Context, draft_id: str) -> None:
        """Show a draft in the place of what stood there."""
        await ctx.update(self._desk.card(await self._desk.open(ctx.member, draft_id)))

    @action
    async def kind(self, ctx: Context, draft_id: str, kind: Chosen) -> None:
        """Make it another kind of letter, or notes for a call."""
        await self._desk.change(
            ctx,
            draft_id,
            lambda sheet: replace(
                sheet,
                begun=True,
                before=sheet.choice.kind,
                choice=replace(sheet.choice, kind=kind),
            ),
        )

    @action
    async def answer_it(self, ctx: Context, draft_id: str) -> None:
        """Make it a letter again, or one although nobody may read it."""
        await self._desk.change(
            ctx,
            draft_id,
            lambda sheet: replace(
                sheet,
                facts=replace(sheet.facts, no_reply=False),
                choice=replace(
                    sheet.choice, kind=None if sheet.before == "call" else sheet.before
                ),
            ),
        )

    @action
    async def sound(self, ctx: Context, draft_id: str, tone: Tone) -> None:
        """Let it sound warmer, plainer or more formal, or keep to what is needed."""
        await self._choose(ctx, draft_id, lambda choice: replace(choice, tone=tone))

    @action
    async def ask(self, ctx: Context, draft_id: str, wanted: bool) -> None:
        """Ask them for feedback, or leave the question out."""
        await self._choose(ctx, draft_id, lambda choice: replace(choice, ask=wanted))

    @action
    async def door(self, ctx: Context, draft_id: str, wanted: bool) -> None:
        """Keep the door open, or leave that out."""
        await self._choose(ctx, draft_id, lambda choice: replace(choice, door=wanted))

    @action
    async def add_a_moment(self, ctx: Context, draft_id: str) -> None:
        """Ask for a moment from the interview."""
        facts = (await self._desk.open(ctx.member, draft_id)).sheet.facts
        form = Moment(people=facts.people, when=facts.when, moment=facts.moment)
        await ctx.ask(form, self.take_moment, draft_id)

    @action
    async def take_moment(self, ctx: Context, form: Moment, draft_id: str) -> None:
        """Put a moment in, or take it out again."""
        await self._desk.change(
            ctx,
            draft_id,
            lambda sheet: replace(
                sheet,
                facts=replace(sheet.facts, people=form.people, when=form.when, moment=form.moment),
            ),
        )

    @action
    async def correct(self, ctx: Context, draft_id: str) -> None:
        """Show what was read, and what it may be, to be put right."""
        sheet = (await self._desk.open(ctx.member, draft_id)).sheet
        facts, guesses = sheet.facts, sheet.guesses
        form = Correction(
            company=facts.company or guesses.get("company", ""),
            role=facts.role or guesses.get("role", ""),
            person=facts.sender,
            happened=happened(facts),
            signature=facts.signature,
        )
        await ctx.ask(form, self.take_correction, draft_id)

    @action
    async def take_correction(self, ctx: Context, form: Correction, draft_id: str) -> None:
        """Write it with what was put right; what was unsure is settled."""
        await self._desk.change(
            ctx,
            draft_id,
            lambda sheet: replace(
                sheet,
                facts=corrected(sheet.facts, form),
                choice=_after_correction(sheet, form),
                guesses={},
            ),
        )

    @action(always=True)
    async def delete(self, ctx: Context, draft_id: str) -> None:
        """Ask once more."""
        await self._desk.open(ctx.member, draft_id)
        texts = self.texts("delete")
        await ctx.update(
            texts.card(texts.button(self.page, draft_id), texts.button(self.delete_now, draft_id))
        )

    @action(always=True)
    async def delete_now(self, ctx: Context, draft_id: str) -> None:
        """Delete a draft and the letter with it."""
        async with self.bot.transaction():
            paper = await self._desk.open(ctx.member, draft_id)
            await self.drafts.drop(paper.draft)
        await self.bot.scrub()
        left = [one.id for one in await self.bot.records.reminders.of(ctx.member)]
        reminder = paper.sheet.reminder in left
        await ctx.update(self.texts("deleted", reminder=reminder).card())

    def buttons(self, paper: Paper) -> list[Button]:
        """Return what changes how a draft sounds and what it says."""
        texts, sheet = self.texts("buttons"), paper.sheet
        choose = [
            texts.button(self.kind, paper.id, kind, chosen=kind) for kind in get_args(Chosen)
        ]
        if sheet.is_open:
            return choose
        if sheet.shows_own:
            return []
        if paper.written.kind in ("none", "call"):
            nobody = paper.written.kind == "none"
            return [texts.button(self.answer_it, paper.id, nobody=nobody)]
        wanted, choice = asks(sheet.facts, sheet.choice), sheet.choice
        return [
            *(
                texts.button(self.sound, paper.id, tone, tone=tone)
                for tone in TONES
                if tone != choice.tone
            ),
            texts.button(self.ask, paper.id, not wanted, asking=wanted),
            texts.button(self.door, paper.id, not choice.door, open=choice.door),
            texts.button(self.add_a_moment, paper.id, known=bool(sheet.facts.moment)),
        ]

    def last_buttons(self, paper: Paper) -> list[Button]:
        """Return what stands at the end."""
        texts, sheet = self.texts("buttons"), paper.sheet
        made = []
        if not sheet.is_open:
            made.append(texts.button(self.correct, paper.id))
        if not sheet.is_open and not sheet.shows_own and _may_call(paper):
            made.append(texts.button(self.kind, paper.id, "call", chosen="call"))
        return [*made, texts.button(self.delete, paper.id)]

    async def open_things(self, member: Member) -> list[OpenThing]:
        """Return the member's drafts, the newest first."""
        texts = self.texts("open_thing")
        return [
            OpenThing(texts("text", until=draft.until), texts.button(self.look, draft.id))
            for draft in reversed(await self.drafts.of(member))
        ]

    async def forget(self, member: Member) -> None:
        """Delete the member's drafts and reminders."""
        await self.drafts.forget(member)
        await self.bot.records.reminders.forget(member)

    async def export(self, member: Member) -> dict[str, object]:
        """Return the member's letters, drafts and reminders."""
        drafts = [(one, Sheet.unpacked(one.content)) for one in await self.drafts.of(member)]
        return {
            "drafts": [
                {"day": one.day.isoformat(), **sheet.packed(), "text": sheet.written().text}
                for one, sheet in drafts
            ],
            "reminders": [
                {"on": one.on.isoformat(), "zone": one.zone, **one.content}
                for one in await self.bot.records.reminders.of(member)
            ],
        }

    async def _choose(self, ctx: Context, draft_id: str, how: Chooser) -> None:
        """Change what was chosen, and the draft with it."""
        await self._desk.change(
            ctx, draft_id, lambda sheet: replace(sheet, choice=how(sheet.choice))
        )


def _may_call(paper: Paper) -> bool:
    """Say whether somebody may be called about it: where they talked, offered, or recruit."""
    facts = paper.sheet.facts
    known = facts.talked or facts.feedback_offered or facts.agency
    return known and paper.written.kind not in ("call", "none")


def _after_correction(sheet: Sheet, form: Correction) -> Choice:
    """Return the choice: what somebody said it was gives way when they say what happened."""
    choice = sheet.choice
    said = choice.kind in ("thanks", "silence") and form.happened != happened(sheet.facts)
    return replace(choice, kind=None) if said else choice
