"""The weekly digest: effort in sum, goals that were met, and wins people chose to tell."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from bot import (
    EFFORT,
    Answer,
    Bot,
    Card,
    Cog,
    Context,
    Digest,
    GoesTo,
    NotAllowed,
    Picture,
    Quote,
    Room,
    Space,
    action,
    bars,
    command,
    drawn,
    every,
    from_iso,
    iso,
    place_name,
    plain,
    redact,
    week_of,
)
from cogs.checkin.forms import Choice, moment, typed

AT_LEAST = 5
"""People below whom there is no digest: no number about fewer is shown."""

WINS = 8
"""Wins one digest tells: more are not read. Which ones is drawn by lot."""

LONGEST = 1000
"""Characters of all wins together: a digest is one message, so that a win can be taken out."""

BACK = timedelta(days=3, hours=12)
"""A digest is about the week that it was so long before: on a Monday about the one just over."""

LATE = timedelta(days=3)
"""A digest that could not be written for so long is left out: the next one is near."""


class Digests(Cog, name="digest", kept_by="checkin"):
    """What a space does in a week, for everybody in it."""

    def __init__(self, bot: Bot) -> None:
        super().__init__(bot)
        self.checkins = bot.records.checkins
        self.weeks = bot.records.weeks
        self.customs = bot.records.customs
        self.digests = bot.records.digests

    @every(minutes=10)
    async def write(self) -> None:
        """Write the digests whose time has come."""
        await self.bot.for_each(await self.checkins.spaces(), self._write_now)

    async def _write_now(self, space: Space) -> None:
        now = self.bot.clock.now()
        custom = await self.customs.of(space)
        moment = custom.digest.instant(custom.digest.latest(now))
        week = week_of(moment - BACK, custom.digest.zone)
        is_new = custom.digested is None or custom.digested < week
        has_room = await self.bot.rooms.has(space, Room.SUPPORT)
        if is_new and has_room and moment > now - LATE:
            await self._write(space, week)

    async def _write(self, space: Space, week: date) -> None:
        answers = await self.weeks.in_space(space, week)
        private = {
            one.id for one in await self.checkins.in_space(space) if one.goes_to is GoesTo.ME
        }
        counted = [one for at, one in answers.items() if at not in private and not one.is_empty]
        async with self.bot.transaction():
            if not await self.customs.digest(space, week) or len(counted) < AT_LEAST:
                return
            drawing = self.drawing(self.show, space.id, iso(week))
            post_id = await self.bot.post(space, Room.DIGEST, drawing)
            goals, met = _goals(counted)
            effort, wins = _sums(counted), _wins(answers)
            await self.digests.add(
                Digest(space, week, post_id, len(counted), effort, goals, met, wins)
            )

    @drawn
    async def show(self, space_id: str, week: str) -> Card | None:
        """Draw a digest: its numbers as they were, its wins as far as they are still told."""
        digest = await self.digests.get(space_id, from_iso(week))
        if digest is None:
            return None
        answers = await self.weeks.in_space(digest.space, digest.week)
        quotes = []
        for at, words in digest.wins.items():
            answer = answers.get(at)
            # As it was told then: what somebody makes of it later is not told again.
            if answer is not None and answer.win and redact(answer.went_well) == words:
                quotes.append(Quote(words))
        effort = [(name, digest.effort[name]) for name in EFFORT if digest.effort.get(name)]
        texts = self.texts("show", digest=digest, effort=effort, week=week, wins=len(quotes))
        rows = [(plain(self.say(name)), number) for name, number in effort]
        picture = (
            Picture(bars(rows, title=plain(texts("picture_title"))), texts("picture"))
            if rows
            else None
        )
        return texts.card(quotes=tuple(quotes), picture=picture)

    @command("support check-ins")
    async def settings(self, ctx: Context) -> None:
        """Open the form for a space's own questions and the time of its digest."""
        await self.choose(ctx)

    @action
    async def choose(self, ctx: Context) -> None:
        """Open the form with what is chosen."""
        await self._only_who_manages(ctx)
        custom = await self.customs.of(ctx.space)
        first = Choice(
            went_well=self._question("went_well", custom.went_well),
            learned=self._question("learned", custom.learned),
            **typed(custom.digest),
        )
        await ctx.ask(first, self.take)

    @action
    async def take(self, ctx: Context, form: Choice) -> None:
        """Keep the choice; an empty question is not asked."""
        await self._only_who_manages(ctx)
        digest = moment(form, self.say)
        asked = {
            name: None
            if form.answers.get(name, "") == plain(self.say(f"ask_{name}"))
            else form.answers.get(name, "")
            for name in ("went_well", "learned")
        }
        await self.customs.choose(ctx.space, asked["went_well"], asked["learned"], digest)
        texts = self.texts("chosen", asked=asked, digest=digest, place=place_name(digest.zone))
        await ctx.reply(texts.card(texts.button(self.choose)))

    def _question(self, name: str, own: str | None) -> str:
        return plain(self.say(f"ask_{name}")) if own is None else own

    async def _only_who_manages(self, ctx: Context) -> None:
        if not (await ctx.standing()).sets_up:
            raise NotAllowed(self.say("not_allowed"))


def _sums(counted: Sequence[Answer]) -> dict[str, int]:
    """Return sums of what five or more did: of fewer one could tell who."""
    found = {}
    for name in EFFORT:
        numbers = [one.effort[name] for one in counted if one.effort.get(name)]
        if len(numbers) >= AT_LEAST:
            found[name] = sum(numbers)
    return found


def _goals(counted: Sequence[Answer]) -> tuple[int, int]:
    """Return how many goals there were and how many were met; nothing of few, or if none was."""
    told = [one.met for one in counted if one.met]
    met = sum(one in ("done", "partly") for one in told)
    return (len(told), met) if len(told) >= AT_LEAST and met else (0, 0)


def _wins(answers: Mapping[str, Answer]) -> dict[str, str]:
    """Return the wins that are told, by lot, as far as they fit."""
    told = [(at, redact(one.went_well)) for at, one in answers.items() if one.win]
    found: dict[str, str] = {}
    for at, words in secrets.SystemRandom().sample(told, len(told)):
        if words and len(found) < WINS and sum(map(len, found.values())) + len(words) <= LONGEST:
            found[at] = words
    return found
