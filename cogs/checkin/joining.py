"""Joining, changing, resting, leaving."""

from __future__ import annotations

from datetime import date, timedelta

from bot import (
    Bot,
    Card,
    CheckIn,
    Cog,
    Context,
    GoesTo,
    Gone,
    Invalid,
    Member,
    OpenThing,
    Ours,
    Rest,
    action,
    command,
    iso,
    place_name,
    said_dates,
    streak,
)
from cogs.checkin.asking import Asking
from cogs.checkin.circles import Circles
from cogs.checkin.forms import Pause, Settings, day_of, moment, typed
from cogs.checkin.history import History, exported

SHOWN = 3
"""Dates that are shown ahead."""

DAY, YEAR = timedelta(days=1), timedelta(days=366)


class Joining(Cog, name="checkin", stores=True):
    """``/checkin``: a member's own page, and everything that changes when they are asked."""

    def __init__(self, bot: Bot, asking: Asking, circles: Circles, history: History) -> None:
        super().__init__(bot)
        self.checkins = bot.records.checkins
        self.weeks = bot.records.weeks
        self._asking = asking
        self._circles = circles
        self._history = history

    @command("checkin")
    async def page(self, ctx: Context) -> None:
        """Show the member's page, or what it is about."""
        await ctx.reply(await self._page(ctx.member))

    @action
    async def join(self, ctx: Context) -> None:
        """Open the form, with the zone of the member's profile if the platform tells it."""
        checkin = await self.checkins.of(ctx.member)
        if checkin is not None:
            await self.change(ctx)
            return
        zone = await ctx.zone()
        city = place_name(zone) if zone else ""
        first = Settings(day="mon", time="09:00", city=city, goes_to="me")
        await ctx.ask(first, self.take)

    @action
    async def change(self, ctx: Context) -> None:
        """Open the form with what was chosen."""
        checkin = await self._own(ctx.member)
        await ctx.ask(Settings(**typed(checkin.weekly), goes_to=checkin.goes_to), self.take)

    @action
    async def take(self, ctx: Context, form: Settings) -> None:
        """Begin, or change; the first message goes out at once."""
        weekly = moment(form, self.say)
        async with self.bot.transaction():
            known = await self.checkins.of(ctx.member)
            is_new = known is None
            if known is not None and known.goes_to != form.goes_to:
                await self._circles.part(known)
            joined = await self.checkins.join(ctx.member, weekly, GoesTo(form.goes_to))
            await self.checkins.set_silent(joined, 0)
            if is_new:
                await self.bot.tell(ctx.member, await self._welcome(ctx.member))
        closed = await self.bot.inboxes.is_closed(ctx.member)
        await ctx.update(await self._page(ctx.member, is_new=is_new, closed=closed))

    @action
    async def pause(self, ctx: Context) -> None:
        """Open the form for a pause or holidays."""
        checkin = await self._own(ctx.member)
        today = checkin.today(self.bot.clock.now())
        await ctx.ask(Pause(first=today.isoformat()), self.take_pause)

    @action
    async def take_pause(self, ctx: Context, form: Pause) -> None:
        """Ask nothing on these days."""
        today = (await self._own(ctx.member)).today(self.bot.clock.now())
        first, last = day_of(form.first) if form.first else today, day_of(form.last)
        if first is None:
            raise Invalid(first=self.say("no_day", example=today.isoformat()))
        if form.last and last is None:
            raise Invalid(last=self.say("no_day", example=(today + 14 * DAY).isoformat()))
        if last is not None and last < max(first, today):
            raise Invalid(last=self.say("too_early"))
        for name, day in (("first", first), ("last", last)):
            if day is not None and day > today + YEAR:
                raise Invalid(**{name: self.say("too_late")})
        await self._rest(ctx, Rest(first, last))

    @action
    async def skip(self, ctx: Context, week: str) -> None:
        """Ask nothing in one week."""
        monday = self._asking.week(week)
        await self._rest(ctx, Rest(monday, monday + 6 * DAY))

    async def _rest(self, ctx: Context, rest: Rest) -> None:
        async with self.bot.transaction():
            checkin = await self.checkins.own(ctx.member)
            if rest not in checkin.rests:
                await self.checkins.change(checkin, rests=(*checkin.rests, rest))
            await self.checkins.set_silent(checkin, 0)
        await ctx.update(await self._page(ctx.member))

    @action
    async def come_back(self, ctx: Context) -> None:
        """End every rest that is or is to come; what was, was."""
        async with self.bot.transaction():
            checkin = await self.checkins.own(ctx.member)
            today = checkin.today(self.bot.clock.now())
            kept = []
            for rest in checkin.rests:
                if rest.last is not None and rest.last < today:
                    kept.append(rest)
                elif rest.first < today:
                    kept.append(Rest(rest.first, today - DAY, rest.own))
            await self.checkins.change(checkin, rests=tuple(kept))
            await self.checkins.set_silent(checkin, 0)
        await ctx.update(await self._page(ctx.member))

    @action(always=True)
    async def leave(self, ctx: Context) -> None:
        """Ask once more."""
        await self._own(ctx.member)
        texts = self.texts("leave")
        await ctx.reply(texts.card(texts.button(self.stay), texts.button(self.leave_now)))

    @action(always=True)
    async def stay(self, ctx: Context) -> None:
        """Leave everything as it is."""
        await ctx.update(self.texts("stayed").card())

    @action(always=True)
    async def leave_now(self, ctx: Context) -> None:
        """Delete the check-in and all that was answered."""
        await self._leave(ctx.member)
        await self.bot.scrub()
        await ctx.update(self.texts("left").card())

    async def _leave(self, member: Member) -> None:
        async with self.bot.transaction():
            checkin = await self.checkins.of(member)
            if checkin is None:
                return
            for digest in await self.bot.records.digests.telling(checkin.space, checkin.id):
                await self.bot.refresh(digest.space, digest.post_id)
            await self._circles.part(checkin)
            await self.checkins.leave(member)

    async def open_things(self, member: Member) -> list[OpenThing]:
        """Return this week, as long as it is open."""
        checkin = await self.checkins.of(member)
        if checkin is None:
            return []
        week = checkin.this_week(self.bot.clock.now())
        if checkin.rests_in(week) or await self.weeks.get(checkin, week) is not None:
            return []
        texts = self.texts("open_thing")
        return [OpenThing(texts("text"), texts.button(self._asking.answer, iso(week)))]

    async def forget(self, member: Member) -> None:
        """Delete the member's check-in, their answers, and that they are spared."""
        await self._leave(member)
        await self.bot.records.spared.forget(member)

    async def export(self, member: Member) -> dict[str, object]:
        """Return the member's choices and all they answered."""
        checkin = await self.checkins.of(member)
        if checkin is None:
            return {}
        rests = [[rest.first.isoformat(), str(rest.last or "")] for rest in checkin.rests]
        return {
            "checkin": {
                **typed(checkin.weekly),
                "answers_go_to": checkin.goes_to.value,
                "rests": rests,
                "never_paired_with": len(checkin.excluded),
                "joined": checkin.joined.isoformat(),
                "weeks_without_an_answer": checkin.silent,
                "nothing_cheerful": await self.bot.records.spared.has(member),
                "weeks": [exported(one) for one in await self.weeks.of(checkin)],
            },
        }

    async def _own(self, member: Member) -> CheckIn:
        checkin = await self.checkins.of(member)
        if checkin is None:
            raise Gone(self.say("not_joined"))
        return checkin

    async def _dates(self, checkin: CheckIn) -> list[Ours]:
        """Return the next dates in words, those alone on which something is asked."""
        now = self.bot.clock.now()
        first = await self.checkins.next_week(checkin)
        coming = [
            one
            for one in checkin.weekly.occurrences(now, 60)
            if one.week >= first and checkin.rests_in(one.week) is None
        ]
        return said_dates(coming[:SHOWN], since=now)

    async def _welcome(self, member: Member) -> Card:
        checkin = await self._own(member)
        texts = self.texts("welcome", checkin=checkin, dates=await self._dates(checkin))
        week = checkin.this_week(self.bot.clock.now())
        return texts.card(texts.button(self._asking.answer, iso(week)), texts.button(self.change))

    async def _page(self, member: Member, *, is_new: bool = False, closed: bool = False) -> Card:
        checkin = await self.checkins.of(member)
        if checkin is None:
            texts = self.texts("invitation")
            return texts.card(texts.button(self.join))
        now = self.bot.clock.now()
        today, week = checkin.today(now), checkin.this_week(now)
        coming = [one for one in checkin.rests if one.last is None or one.last >= today]
        kept = {one.week for one in await self.weeks.of(checkin)}
        first = await self.checkins.next_week(checkin)
        texts = self.texts(
            "page",
            checkin=checkin,
            place=place_name(checkin.weekly.zone),
            dates=await self._dates(checkin),
            rest=checkin.rests_on(today),
            rests=[one for one in coming if not one.holds(today)],
            is_new=is_new,
            closed=closed,
            answered=week in kept,
            streak=0 if await self.bot.records.spared.has(member) else self._streak(checkin, kept),
        )
        answer = self._asking.answer
        buttons = [
            texts.button(answer, iso(week), answered=week in kept),
            texts.button(self.change),
            texts.button(self.come_back) if coming else texts.button(self.pause),
        ]
        if not coming:
            buttons.append(texts.button(self.skip, iso(first)))
        if kept:
            buttons.append(texts.button(self._history.history, 0))
        buttons.append(texts.button(self._circles.page))
        return texts.card(*buttons, texts.button(self.leave))

    def _streak(self, checkin: CheckIn, kept: set[date]) -> int:
        """Return how many weeks the member has kept it up."""
        this, week, weeks = checkin.this_week(self.bot.clock.now()), checkin.joined, []
        while week <= this:
            if week in kept or week < this:
                weeks.append(checkin.standing(week, kept=week in kept))
            week += 7 * DAY
        return streak(weeks)
