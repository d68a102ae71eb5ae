"""Try again: a form whose answers did not fit, opened once more with what was typed.

For platforms that cannot show a mistake beside its field.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot import calls
from bot.cog import Cog, action
from bot.context import Context
from bot.errors import Gone, Problem
from bot.people import Member
from bot.templates import Texts
from bot.ui import Card, Form, Quote
from bot.words import Ours


class Again(Cog, name="bot", stores=True):
    """Keeps answers for a day, sealed; whose they are is sealed with them."""

    async def card(
        self, member: Member, call: str, form: Form, faults: Mapping[str, Ours]
    ) -> Card:
        """Return what is wrong, a field a line, with the button that opens the form again."""
        labels = {field.name: field.label for field in form.fields}
        lines = [(labels.get(name, Ours("")), fault) for name, fault in faults.items()]
        kept = await self.bot.records.kept.add(member, call, form.answers)
        words = self.texts("again", lines=lines)
        return words.card(words.button(self.again, kept))

    @action
    async def again(self, ctx: Context, kept_id: str) -> None:
        """Open the form with what was typed."""
        kept = await self.bot.records.kept.get(ctx.member, kept_id)
        name, _ = calls.split(kept.call)
        cog, _, method = name.partition(".")
        if cog not in self.bot.cogs or method not in self.bot.cogs[cog].marks:
            # An older bot's form: what was typed is at least given back.
            quotes = tuple(Quote(answer) for answer in kept.answers.values() if answer)
            await ctx.reply(self.texts("form_gone").card(quotes=quotes))
            return
        form = calls.signature(calls.function_of(getattr(self.bot.cogs[cog], method))).form
        if form is None:
            raise Gone
        known = {field.name for field in form.fields}
        answers = {key: text for key, text in kept.answers.items() if key in known}
        try:
            await ctx.reopen(form(**answers), kept.call)
        except Problem as problem:
            # What it is about is gone or closed: the words at least are given back.
            sentence = problem.sentence or Texts.of("says/bot")(problem.name)
            picked = {field.name for field in form.fields if field.picked}
            typed = (text for name, text in answers.items() if text and name not in picked)
            await ctx.reply(Card(text=sentence, quotes=tuple(Quote(text) for text in typed)))

    async def forget(self, member: Member) -> None:
        """Delete what was kept of the member's."""
        await self.bot.records.kept.forget(member)

    async def export(self, member: Member) -> dict[str, object]:
        """Return what was typed into forms that are not sent yet."""
        return {"unsent": [kept.answers for kept in await self.bot.records.kept.of(member)]}
