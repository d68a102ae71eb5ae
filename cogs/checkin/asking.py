"""The week's message, its questions, and what was answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot import (
    Answer,
    Bot,
    Card,
    CheckIn,
    Cog,
    Context,
    Gone,
    Invalid,
    Member,
    NotAllowed,
    Ours,
    Priority,
    Quote,
    Rest,
    action,
    drawn,
    from_iso,
    iso,
    plain,
    redact,
)
from cogs.checkin.circles import Circles
from cogs.checkin.forms import Effort, WeekForm, counts

NUDGE_AFTER = timedelta(days=1)
SILENT = 3
"""Weeks that are asked in vain before it pauses itself."""

OLDEST = timedelta(weeks=8)
"""How long a week can still be answered."""

FAR = timedelta(days=400)
"""What is further away is no week anybody speaks of."""


class Asking(Cog, name="week", kept_by="checkin"):
    """What is asked each week. What it keeps is forgotten and exported by ``Joining``."""

    def __init__(self, bot: Bot, circles: Circles) -> None:
        super().__init__(bot)
        self.checkins = bot.records.checkins
        self.weeks = bot.records.weeks
        self._circles = circles

    @drawn
    async def weekly(self, checkin_id: str, week: str) -> Card | None:
        """Draw the week's message; the fourth after three that stayed without an answer pauses."""
        checkin, monday = await self.checkins.find(checkin_id), from_iso(week)
        if checkin is None or self._is_over(checkin, monday):
            return None
        answers = await self.weeks.of(checkin)
        if any(one.week == monday for one in answers):
            return None
        if checkin.silent >= SILENT:
            today = checkin.today(self.bot.clock.now())
            rest = Rest(min(today, monday), None, own=True)
            await self.checkins.change(checkin, rests=(*checkin.rests, rest))
            texts = self.texts("paused")
            return texts.card(texts.button(self.come_back))
        await self.checkins.set_silent(checkin, checkin.silent + 1)
        await self.bot.tell(
            checkin.member,
            self.drawing(self.nudge, checkin.id, week),
            at=self.bot.clock.now() + NUDGE_AFTER,
            key=self.checkins.nudge_key(checkin, monday),
            priority=Priority.ROUTINE,
        )
        spared = await self.bot.records.spared.has(checkin.member)
        texts = self.texts("weekly", spared=spared)
        buttons = (self.answer, self.count, self.skip)
        return texts.card(*(texts.button(handler, week) for handler in buttons))

    @drawn
    async def nudge(self, checkin_id: str, week: str) -> Card | None:
        """Remind a member once, a day later, if there is still something to remind them of."""
        checkin, monday = await self.checkins.find(checkin_id), from_iso(week)
        if checkin is None or await self._is_done(checkin, monday):
            return None
        if await self.bot.records.spared.has(checkin.member):
            return None
        texts = self.texts("nudge")
        return texts.card(texts.button(self.answer, week), texts.button(self.skip, week))

    async def _is_done(self, checkin: CheckIn, week: date) -> bool:
        answered = await self.weeks.get(checkin, week) is not None
        return answered or self._is_over(checkin, week)

    def _is_over(self, checkin: CheckIn, week: date) -> bool:
        """Say whether nothing is to be asked of a week: they rest, or the next one has come."""
        now = self.bot.clock.now()
        rests = checkin.rests_in(week) or checkin.rests_on(checkin.today(now))
        return rests is not None or week < checkin.weekly.latest(now)

    @action
    async def answer(self, ctx: Context, week: str, again: bool = False) -> None:
        """Open the week's questions with what was answered, if anything was.

        ``again`` says that it is opened from what was saved, which is then shown anew.
        """
        checkin, monday = await self._open(ctx.member, week)
        known = await self.weeks.get(checkin, monday) or Answer(monday)
        names = [field.name for field in WeekForm.fields]
        typed = {name: getattr(known, name) for name in names}
        await ctx.ask(
            WeekForm(**{key: text for key, text in typed.items() if text}), self.take, week, again
        )

    async def questions(self, member: Member, week: str, again: bool) -> dict[str, Ours | None]:
        """Return the space's own questions; without a goal before nobody is asked about it."""
        checkin, monday = await self._open(member, week)
        custom = await self.bot.records.customs.of(member.space)
        asked: dict[str, Ours | None] = {}
        for name in ("went_well", "learned"):
            own = getattr(custom, name)
            if own is not None:
                asked[name] = self.say("own_question", question=own) if own else None
        # Asked beside its question and not in the message: that may be in an export.
        goal = _goal_before(await self.weeks.of(checkin), monday)
        asked |= {"met_hint": self.say("own_goal", goal=goal)} if goal else {"met": None}
        return asked

    @action(questions=questions)
    async def take(self, ctx: Context, form: WeekForm, week: str, again: bool) -> None:
        """Keep the answers; late ones count for their week."""
        if not any(form.answers.get(field.name) for field in form.fields):
            raise Invalid(mood=self.say("something"))
        async with self.bot.transaction():
            checkin, answer = await self._held(ctx.member, week)
            answer = replace(
                answer,
                mood=form.mood,
                went_well=form.went_well,
                learned=form.learned,
                met=form.met,
                goal=form.goal,
                win=answer.win and bool(form.went_well),
            )
            await self._keep(checkin, answer)
            if answer.mood == "one":
                await self.bot.records.spared.add(ctx.member)
        await self._show(ctx, checkin, answer, again=again)

    @action
    async def count(self, ctx: Context, week: str, again: bool = False) -> None:
        """Open the form for what one did, in numbers."""
        checkin, monday = await self._open(ctx.member, week)
        known = await self.weeks.get(checkin, monday) or Answer(monday)
        typed = {name: str(number) for name, number in known.effort.items() if number}
        await ctx.ask(Effort(**typed), self.take_count, week, again)

    @action
    async def take_count(self, ctx: Context, form: Effort, week: str, again: bool) -> None:
        """Keep the numbers."""
        effort, wrong = counts(form)
        if wrong:
            raise Invalid(**{name: self.say("no_number") for name in wrong})
        async with self.bot.transaction():
            checkin, answer = await self._held(ctx.member, week)
            answer = replace(answer, effort=effort)
            await self._keep(checkin, answer)
        await self._show(ctx, checkin, answer, again=again)

    async def _show(self, ctx: Context, checkin: CheckIn, answer: Answer, *, again: bool) -> None:
        """Show what was saved: for the moment, and not in the place of the bot's message."""
        show = ctx.update if again else ctx.reply
        await show(await self._saved(checkin, answer))

    @action
    async def keep_to_self(self, ctx: Context, week: str) -> None:
        """Show this week to nobody, or to buddy or pod after all."""
        async with self.bot.transaction():
            checkin, answer = await self._held(ctx.member, week)
            answer = replace(answer, to_self=not answer.to_self)
            await self._keep(checkin, answer)
        await ctx.update(await self._saved(checkin, answer))

    @action
    async def tell_win(self, ctx: Context, week: str) -> None:
        """Put what went well into the digest, or take it out again."""
        if not (await ctx.standing()).here:
            raise NotAllowed(self.say("not_here"))
        async with self.bot.transaction():
            checkin, answer = await self._held(ctx.member, week)
            answer = replace(answer, win=bool(answer.went_well) and not answer.win)
            await self._keep(checkin, answer)
        await ctx.update(await self._saved(checkin, answer))

    @action
    async def skip(self, ctx: Context, week: str) -> None:
        """Let one week be."""
        monday = self.week(week)
        rest = Rest(monday, monday + timedelta(days=6))
        async with self.bot.transaction():
            checkin = await self.checkins.own(ctx.member)
            if rest not in checkin.rests:
                await self.checkins.change(checkin, rests=(*checkin.rests, rest))
            await self.checkins.set_silent(checkin, 0)
        await ctx.update(self.texts("skipped").card())

    @action
    async def come_back(self, ctx: Context) -> None:
        """Go on after it paused itself."""
        async with self.bot.transaction():
            checkin = await self.checkins.own(ctx.member)
            today = checkin.today(self.bot.clock.now())
            over = [
                replace(one, last=today) if one.own and one.last is None else one
                for one in checkin.rests
            ]
            await self.checkins.change(checkin, rests=tuple(over))
            await self.checkins.set_silent(checkin, 0)
        texts = self.texts("back")
        week = iso(checkin.this_week(self.bot.clock.now()))
        await ctx.update(texts.card(texts.button(self.answer, week)))

    def week(self, text: str) -> date:
        """Return the Monday of a week in a call; raises ``Gone`` for what is none."""
        try:
            monday = from_iso(text)
        except ValueError:
            raise Gone from None
        if abs(monday - self.bot.clock.today()) > FAR:
            raise Gone
        return monday

    def is_open(self, checkin: CheckIn, week: date) -> bool:
        """Say whether a week can be answered."""
        this = checkin.this_week(self.bot.clock.now())
        return this - OLDEST <= week <= this

    async def _open(self, member: Member, week: str) -> tuple[CheckIn, date]:
        """Return a member's check-in and a week they can answer; raises ``Gone``."""
        checkin, monday = await self.checkins.of(member), self.week(week)
        if checkin is None:
            raise Gone(self.say("not_joined"))
        if not self.is_open(checkin, monday):
            raise Gone(self.say("too_late"))
        return checkin, monday

    async def _held(self, member: Member, week: str) -> tuple[CheckIn, Answer]:
        """Return the same, the check-in held, and what was answered so far."""
        checkin, monday = await self._open(member, week)
        # What is in the outbox goes before the check-in: the courier takes them so, too.
        for digest in await self.bot.records.digests.telling(checkin.space, checkin.id):
            if digest.week == monday:
                await self.bot.refresh(digest.space, digest.post_id)
        await self._circles.tell(checkin, monday)
        checkin = await self.checkins.own(member)
        return checkin, await self.weeks.get(checkin, monday) or Answer(monday)

    async def _keep(self, checkin: CheckIn, answer: Answer) -> None:
        """Keep an answer."""
        await self.weeks.put(checkin, answer)
        await self.checkins.set_silent(checkin, 0)

    async def _saved(self, checkin: CheckIn, answer: Answer) -> Card:
        week = iso(answer.week)
        circle = await self._circles.of(checkin)
        shared = circle is not None and not answer.to_self
        spared = await self.bot.records.spared.has(checkin.member)
        win = redact(answer.went_well)
        texts = self.texts(
            "saved",
            week=week,
            answer=answer,
            effort=answer.done(),
            goes_to=checkin.goes_to.value,
            count=len(circle.members) if circle else 0,
            shared=shared,
            spared=spared,
        )
        buttons = [texts.button(self.count, week, True), texts.button(self.answer, week, True)]
        if circle is not None:
            buttons.append(texts.button(self.keep_to_self, week, to_self=answer.to_self))
        custom = await self.bot.records.customs.of(checkin.space)
        told = custom.digested is not None and answer.week <= custom.digested
        if answer.win or (answer.went_well and not told):
            buttons.append(texts.button(self.tell_win, week, win=answer.win))
        quotes = (Quote(win, plain(self.say("as_told"))),) if answer.win else ()
        return texts.card(*buttons, quotes=quotes)


def _goal_before(answers: Sequence[Answer], week: date) -> str:
    """Return the goal somebody set themselves last, before a week."""
    goals = [one.goal for one in answers if one.week < week]
    return goals[-1] if goals else ""
