"""Buddies and pods: put together for four weeks, and shown once a week what each one shares."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot import (
    Bot,
    Candidate,
    Card,
    CheckIn,
    Circle,
    Cog,
    Context,
    GoesTo,
    Gone,
    Member,
    Priority,
    Problem,
    Quote,
    Space,
    action,
    drawn,
    every,
    from_iso,
    iso,
    pairs,
    plain,
    pods,
    redact,
    week_of,
)
from cogs.checkin.excluding import Excluding
from cogs.checkin.forms import Note

ROUND = timedelta(weeks=4)
"""How long people stay together: long enough to get to know each other, and to an end."""

SHARED_AFTER = timedelta(days=1)
"""From the last one's check-in to the message about all of them."""

MOST = {GoesTo.BUDDY: 3, GoesTo.POD: 5}


class Circles(Cog, name="circle", kept_by="checkin", posts=True):
    """Who is with whom. Only who is in a circle learns of it."""

    excluding: Excluding

    def __init__(self, bot: Bot) -> None:
        super().__init__(bot)
        self.checkins = bot.records.checkins
        self.weeks = bot.records.weeks
        self.circles = bot.records.circles

    @every(hours=1)
    async def match(self) -> None:
        """Put people together, once a week and space; their week begins on Monday, in UTC."""
        week = week_of(self.bot.clock.now(), "UTC")
        await self.bot.for_each(await self.checkins.spaces(), self._match_now)
        await self.circles.sweep(week - ROUND)

    async def _match_now(self, space: Space) -> None:
        week = week_of(self.bot.clock.now(), "UTC")
        custom = await self.bot.records.customs.of(space)
        if custom.matched is None or custom.matched < week:
            await self._match_in(space, week)

    async def _match_in(self, space: Space, week: date) -> None:
        found = await self._free(space, week)
        seed = f"{space.id}/{week}"
        # Worked out before anything is held: in a large space it takes a moment.
        together = {
            GoesTo.BUDDY: await self.bot.aside(pairs, found[GoesTo.BUDDY], seed),
            GoesTo.POD: await self.bot.aside(pods, found[GoesTo.POD], seed),
        }
        async with self.bot.transaction():
            if not await self.bot.records.customs.match(space, week):
                return
            for kind, groups in together.items():
                for group in groups:
                    circle = await self.circles.add(space, kind, week, week + ROUND, group)
                    await self._introduce(circle)
                placed = {one for group in groups for one in group}
                left = [one for one in found[kind] if one.id not in placed]
                await self._let_in(space, week, kind, left)

    async def _free(self, space: Space, week: date) -> dict[GoesTo, list[Candidate]]:
        """Return who wants to be put together and is not."""
        everybody = await self.checkins.in_space(space)
        met = await self.circles.met(space, week)
        excluded = self.checkins.excluded(everybody)
        taken = {
            one
            for circle in await self.circles.live(space, week)
            for one in circle.members
            if len(circle.members) > 1
        }
        found: dict[GoesTo, list[Candidate]] = {GoesTo.BUDDY: [], GoesTo.POD: []}
        for one in everybody:
            if one.goes_to not in found or one.id in taken or one.rests_in(week):
                continue
            offset = one.weekly.local(week).utcoffset() or timedelta(0)
            found[one.goes_to].append(
                Candidate(
                    one.id,
                    one.weekly.weekday,
                    int(offset.total_seconds() // 60),
                    frozenset(excluded[one.id]),
                    met.get(one.id, frozenset()),
                )
            )
        return found

    async def _let_in(
        self, space: Space, week: date, kind: GoesTo, left: Sequence[Candidate]
    ) -> None:
        """Let those who were left over into circles that are there and have room for one."""
        room = [
            circle
            for circle in await self.circles.live(space, week)
            if circle.kind is kind and circle.since < week and 1 < len(circle.members) < MOST[kind]
        ]
        for one in left:
            barred = one.excludes | one.last
            fitting = next((it for it in room if barred.isdisjoint(it.members)), None)
            if fitting is not None:
                room.remove(fitting)
                await self.circles.join(fitting, one.id, week)
                joined = await self.circles.get(fitting.id)
                if joined is not None:
                    await self._introduce(joined)

    async def _introduce(self, circle: Circle) -> None:
        for one in await self._people(circle):
            await self.bot.tell(
                one.member,
                self.drawing(self.met, circle.id, one.id),
                key=f"met:{one.owner}:{circle.id}:{sorted(circle.members)}",
                priority=Priority.ROUTINE,
            )

    @drawn
    async def met(self, circle_id: str, checkin_id: str) -> Card | None:
        """Draw who somebody is with from now on."""
        circle = await self.circles.get(circle_id)
        if circle is None or checkin_id not in circle.members:
            return None
        return await self._circle_card("met", circle, checkin_id)

    async def tell(self, checkin: CheckIn, monday: date) -> None:
        """Let the others in somebody's circle be told, once for all of them, of a week."""
        circle = await self.of(checkin)
        if circle is None or not circle.holds(monday, checkin.id):
            return
        people = await self._people(circle)
        last = max(one.weekly.instant(monday) for one in people)
        at = max(last + SHARED_AFTER, self.bot.clock.now())
        week = iso(monday)
        for one in people:
            if one.id != checkin.id and circle.holds(monday, one.id):
                await self.bot.tell(
                    one.member,
                    self.drawing(self.news, circle.id, one.id, week),
                    at=at,
                    key=f"circle:{circle.id}:{one.owner}:{week}",
                    priority=Priority.ROUTINE,
                )

    @drawn
    async def news(self, circle_id: str, checkin_id: str, week: str) -> Card | None:
        """Draw what the others share of a week; who shares nothing is not spoken of."""
        circle, monday = await self.circles.get(circle_id), from_iso(week)
        if circle is None or not circle.holds(monday, checkin_id):
            return None
        quotes = []
        people = await self._people(circle)
        if checkin_id not in {one.id for one in people}:
            return None
        for one in people:
            answer = await self.weeks.get(one, monday)
            if one.id == checkin_id or answer is None or answer.to_self:
                continue
            if not circle.holds(monday, one.id):
                continue
            words = plain(self.texts("shared", answer=answer)("text"))
            if words.strip():
                quotes.append(Quote(redact(words), one.member))
        if not quotes:
            return None
        texts = self.texts("news", kind=circle.kind.value, count=len(quotes))
        return texts.card(
            texts.button(self.write, circle.id), texts.button(self.page), quotes=tuple(quotes)
        )

    @action
    async def page(self, ctx: Context) -> None:
        """Show a member who they are with, or how to be with somebody."""
        checkin = await self.checkins.of(ctx.member)
        circle = await self.of(checkin) if checkin else None
        if checkin is None or circle is None:
            texts = self.texts("alone", goes_to=checkin.goes_to.value if checkin else "me")
            await ctx.reply(texts.card(texts.button(self.excluding.excluded)))
            return
        await ctx.reply(await self._circle_card("page", circle, checkin.id))

    async def _circle_card(self, card: str, circle: Circle, checkin_id: str) -> Card:
        others = [one for one in await self._people(circle) if one.id != checkin_id]
        texts = self.texts(card, kind=circle.kind.value, until=circle.until, count=len(others))
        when = [plain(self.say("checks_in", weekly=one.weekly)) for one in others]
        quotes = [Quote(text, one.member) for text, one in zip(when, others, strict=True)]
        return texts.card(
            texts.button(self.write, circle.id),
            texts.button(self.leave, circle.id),
            texts.button(self.excluding.excluded),
            quotes=tuple(quotes),
        )

    @action
    async def write(self, ctx: Context, circle_id: str) -> None:
        """Open the form for a few words to the others."""
        await self._in(ctx.member, circle_id)
        await ctx.ask(Note(), self.send, circle_id)

    @action
    async def send(self, ctx: Context, form: Note, circle_id: str) -> None:
        """Take a few words to the others, under the member's name."""
        circle, checkin = await self._in(ctx.member, circle_id)
        texts = self.texts("note")
        card = texts.card(
            texts.button(self.write, circle.id), quotes=(Quote(form.words, ctx.member),)
        )
        others = [one for one in await self._people(circle) if one.id != checkin.id]
        if not others:
            raise Problem(self.say("nobody_there"))
        async with self.bot.transaction():
            for one in others:
                await self.bot.tell(one.member, card)
        await ctx.reply(self.texts("sent", count=len(others)).card())

    @action(always=True)
    async def leave(self, ctx: Context, circle_id: str) -> None:
        """Ask once more."""
        circle, _ = await self._in(ctx.member, circle_id)
        texts = self.texts("leave", kind=circle.kind.value)
        await ctx.reply(
            texts.card(texts.button(self.stay), texts.button(self.leave_now, circle.id))
        )

    @action(always=True)
    async def stay(self, ctx: Context) -> None:
        """Leave everything as it is."""
        await ctx.update(self.texts("stayed").card())

    @action(always=True)
    async def leave_now(self, ctx: Context, circle_id: str) -> None:
        """Take the member out; two who remain stay together, one alone is free again."""
        _, checkin = await self._in(ctx.member, circle_id)
        async with self.bot.transaction():
            await self.part(checkin)
        await ctx.update(self.texts("left").card())

    async def part(self, checkin: CheckIn) -> None:
        """Take somebody out of the circle they are in, if any; the others are told, not why."""
        circle = await self.circles.of(checkin.id, week_of(self.bot.clock.now(), "UTC"))
        if circle is None:
            return
        others = [one for one in await self._people(circle) if one.id != checkin.id]
        alone = len(others) == 1
        for one in others:
            card = self.texts("ended", alone=alone, kind=circle.kind.value).card()
            await self.bot.tell(one.member, card, priority=Priority.ROUTINE)
        for leaves in [checkin, *(others if alone else [])]:
            await self.circles.leave(circle, leaves.id)

    async def of(self, checkin: CheckIn) -> Circle | None:
        """Return the circle somebody is in now, if their answers go there and anybody else is."""
        week = week_of(self.bot.clock.now(), "UTC")
        circle = await self.circles.of(checkin.id, week)
        if circle is None or circle.kind is not checkin.goes_to or len(circle.members) < 2:
            return None
        return circle

    async def _in(self, member: Member, circle_id: str) -> tuple[Circle, CheckIn]:
        """Return a circle the member is in, and their check-in; raises ``Gone``."""
        circle, checkin = await self.circles.get(circle_id), await self.checkins.of(member)
        now = week_of(self.bot.clock.now(), "UTC")
        is_in = circle is not None and checkin is not None and circle.holds(now, checkin.id)
        if circle is None or checkin is None or not is_in or checkin.goes_to is not circle.kind:
            raise Gone(self.say("not_in_it"))
        return circle, checkin

    async def _people(self, circle: Circle) -> list[CheckIn]:
        """Return who is in a circle and still wants their answers to go there."""
        found = [await self.checkins.find(one) for one in circle.members]
        return [one for one in found if one is not None and one.goes_to is circle.kind]
