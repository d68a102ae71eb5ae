"""Keeping in touch: a reminder some months later, and the draft for it."""

from __future__ import annotations

import calendar
import itertools
import secrets
from dataclasses import asdict, replace
from datetime import date
from typing import Final

from bot import (
    Bot,
    Button,
    Card,
    Cog,
    Context,
    Gone,
    Member,
    OpenThing,
    Priority,
    Reminder,
    action,
    drawn,
    every,
)
from cogs.draft.desk import Desk, Paper
from cogs.draft.forms import Since
from cogs.draft.sheet import Sheet
from cogs.draft.writing import Choice, Facts

SOON: Final = 3
"""Months after which somebody is reminded to keep in touch, ..."""
LATER: Final = 6
"""... and after which they can be instead; the product plan has both."""

GOALS: Final = 3
"""Goals that are offered to be told; a letter holds no more."""

KEPT: Final = (
    "company",
    "role",
    "sender",
    "signature",
    "language",
    "familiar",
    "agency",
)
"""What the next draft needs of what was known. The letter itself is not kept."""


class Reminding(Cog, name="remind", kept_by="draft"):
    """Reminders to keep in touch."""

    def __init__(self, bot: Bot, desk: Desk) -> None:
        super().__init__(bot)
        self.reminders = bot.records.reminders
        self._desk = desk

    @action
    async def remind(self, ctx: Context, draft_id: str) -> None:
        """Keep what the next draft needs, for three months, and say what that is."""
        zone = await self._zone(ctx)
        on = months_after(self.bot.clock.today(), SOON)
        async with self.bot.transaction():
            paper = await self._desk.open(ctx.member, draft_id)
            reminder = await self._of(ctx.member, paper)
            if reminder is None:
                content = {"facts": _kept(paper.sheet.facts), "to": paper.sheet.to}
                content["tone"] = paper.sheet.choice.tone
                reminder = await self.reminders.add(ctx.member, on, zone, content)
                paper = await self._desk.put(paper, replace(paper.sheet, reminder=reminder.id))
        await ctx.update(self._card(paper, reminder))

    @action
    async def later(self, ctx: Context, draft_id: str) -> None:
        """Let it come after six months instead."""
        async with self.bot.transaction():
            paper = await self._desk.open(ctx.member, draft_id)
            reminder = await self._of(ctx.member, paper)
            if reminder is None:
                raise Gone
            moved = await self.reminders.move(reminder, months_after(reminder.since, LATER))
        await ctx.update(self._card(paper, moved))

    @action(always=True)
    async def never_mind(self, ctx: Context, draft_id: str) -> None:
        """Delete a draft's reminder."""
        async with self.bot.transaction():
            paper = await self._desk.open(ctx.member, draft_id)
            reminder = await self._of(ctx.member, paper)
            if reminder is not None:
                await self.reminders.drop(reminder)
            paper = await self._desk.put(paper, replace(paper.sheet, reminder=""))
        await self.bot.scrub()
        await ctx.update(self._desk.card(paper))

    @every(minutes=10)
    async def plan(self) -> None:
        """Write what comes within a day into the outbox, once for ever."""
        while True:
            async with self.bot.transaction():
                coming = await self.reminders.take_coming()
                for one in coming:
                    await self.bot.tell(
                        one.member,
                        self.drawing(self.due, one.id),
                        at=max(one.due, self.bot.clock.now()),
                        key=f"reminder:{one.id}:{one.on}",
                        priority=Priority.ROUTINE,
                    )
            if not coming:
                return

    @drawn
    async def due(self, reminder_id: str) -> Card | None:
        """Draw the reminder. It names nobody: direct messages are in a workspace's exports."""
        reminder = await self.reminders.find(reminder_id)
        if reminder is None or reminder.due > self.bot.clock.now():
            return None  # it was deleted meanwhile, or comes on another day
        texts = self.texts("due", since=reminder.since)
        return texts.card(
            texts.button(self.show, reminder.id), texts.button(self.not_now, reminder.id)
        )

    @action
    async def show(self, ctx: Context, reminder_id: str) -> None:
        """Turn a reminder into a draft, which has its own thirty days."""
        async with self.bot.transaction():
            try:
                reminder = await self.reminders.get(ctx.member, reminder_id)
            except Gone:  # it was shown before, and what was shown is gone from the screen
                paper = await self._desk.that_came_of(ctx.member, reminder_id)
            else:
                paper = await self._drafted(ctx.member, reminder)
        await self._unlink(ctx.member, reminder_id)
        await ctx.reply(self._desk.card(paper))

    @action(always=True)
    async def not_now(self, ctx: Context, reminder_id: str) -> None:
        """Delete a reminder unused."""
        async with self.bot.transaction():
            await self.reminders.drop(await self.reminders.get(ctx.member, reminder_id))
        await self._unlink(ctx.member, reminder_id)
        await self.bot.scrub()
        await ctx.update(self.texts("dropped").card())

    @action
    async def look(self, ctx: Context, reminder_id: str) -> None:
        """Show a reminder that is to come."""
        reminder = await self.reminders.get(ctx.member, reminder_id)
        facts, to = Facts(**reminder.content["facts"]), reminder.content["to"]
        texts = self.texts("waiting", reminder=reminder, facts=facts, to=to)
        await ctx.reply(
            texts.card(
                texts.button(self.show, reminder.id), texts.button(self.not_now, reminder.id)
            )
        )

    @action
    async def add_what_i_did(self, ctx: Context, draft_id: str) -> None:
        """Ask what they did since, beginning with the goals they kept, if they check in."""
        sheet = (await self._desk.open(ctx.member, draft_id)).sheet
        since = sheet.facts.since or "\n".join(await self._goals(ctx.member, sheet.asked_on))
        await ctx.ask(Since(since=since), self.take_since, draft_id)

    @action
    async def take_since(self, ctx: Context, form: Since, draft_id: str) -> None:
        """Put into the draft what they agreed to tell."""
        await self._desk.change(
            ctx,
            draft_id,
            lambda sheet: replace(sheet, facts=replace(sheet.facts, since=form.since)),
        )

    def buttons(self, paper: Paper) -> list[Button]:
        """Return what is about later."""
        texts, sheet = self.texts("buttons"), paper.sheet
        if sheet.is_open:
            return []
        made = []
        if paper.written.kind == "in_touch" and not sheet.shows_own:
            known = bool(sheet.facts.since)
            made.append(texts.button(self.add_what_i_did, paper.id, known=known))
        made.append(texts.button(self.never_mind if sheet.reminder else self.remind, paper.id))
        return made

    async def open_things(self, member: Member) -> list[OpenThing]:
        """Return the member's reminders that are to come, or came and were not used."""
        texts = self.texts("open_thing")
        return [
            OpenThing(texts("text", on=one.on), texts.button(self.look, one.id))
            for one in await self.reminders.of(member)
        ]

    def _card(self, paper: Paper, reminder: Reminder) -> Card:
        """Return a draft with what its reminder keeps, and how to let it come later."""
        facts = Facts(**reminder.content["facts"])
        texts = self.texts("kept", reminder=reminder, facts=facts, to=reminder.content["to"])
        card = self._desk.card(paper, said=texts("text"))
        six = months_after(reminder.since, LATER)
        if reminder.on == six:
            return card
        return replace(card, buttons=(texts.button(self.later, paper.id), *card.buttons))

    async def _drafted(self, member: Member, reminder: Reminder) -> Paper:
        """Turn a reminder into a draft."""
        content = reminder.content
        choice = Choice(content["tone"], "in_touch", seed=secrets.token_hex(8))
        sheet = Sheet(
            Facts(**content["facts"]),
            choice,
            to=content["to"],
            came_of=reminder.id,
            asked_on=reminder.since.isoformat(),
        )
        await self.reminders.drop(reminder)
        return await self._desk.add(member, sheet)

    async def _unlink(self, member: Member, reminder_id: str) -> None:
        """Let the draft a reminder was asked for under know that it is gone.

        In a transaction of its own: elsewhere a draft is held before its reminder, and two that
        hold them in different orders wait for each other.
        """
        for known in await self._desk.of(member):
            if known.sheet.reminder == reminder_id:
                async with self.bot.transaction():
                    paper = await self._desk.open(member, known.id)
                    await self._desk.put(paper, replace(paper.sheet, reminder=""))

    async def _of(self, member: Member, paper: Paper) -> Reminder | None:
        """Return a draft's reminder, nothing where there is none any more."""
        if not paper.sheet.reminder:
            return None
        try:
            return await self.reminders.get(member, paper.sheet.reminder)
        except Gone:
            return None

    async def _zone(self, ctx: Context) -> str:
        """Return the zone they check in by, or their profile's, or UTC."""
        checkin = await self.bot.records.checkins.of(ctx.member)
        return checkin.weekly.zone if checkin else await ctx.zone() or "UTC"

    async def _goals(self, member: Member, since: str) -> list[str]:
        """Return goals of their check-ins they kept since that day, the newest first."""
        checkin = await self.bot.records.checkins.of(member)
        if checkin is None:
            return []
        weeks = sorted(await self.bot.records.weeks.of(checkin), key=lambda one: one.week)
        today = self.bot.clock.today()
        first = date.fromisoformat(since) if since else months_after(today, -LATER)
        kept = [
            before.goal
            for before, after in itertools.pairwise(weeks)
            if after.met in ("done", "partly") and before.goal and after.week >= first
        ]
        return kept[::-1][:GOALS]


def months_after(day: date, months: int) -> date:
    """Return the same day some months later, or that month's last one."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _kept(facts: Facts) -> dict[str, object]:
    """Return what a reminder keeps of what was known."""
    return {name: value for name, value in asdict(facts).items() if name in KEPT}
