"""What a card and an answer can be, on every platform."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping

import pytest

from bot import (
    Bot,
    Card,
    Cog,
    Context,
    Field,
    File,
    Form,
    Invalid,
    Member,
    Ours,
    Picture,
    Quote,
    Room,
    action,
    drawn,
)
from bot.ui import Button
from tests.contract.chat import ANA, BEN, Chat, Seen
from tests.contract.steps import everything_private
from tests.pictures import png


class Words(Form, words="reply/answer"):
    """A form of one question."""

    words = Field(long=True, most=50)


class Lunch(Form, words="share/rejection"):
    """Two people and two more questions, in the words there are."""

    happened = Field(long=True, most=50)
    need = Field(person=True)
    feeling = Field(person=True, optional=True)
    field = Field(optional=True)


class Wall(Cog, name="wall"):
    """Shows everything there is."""

    @drawn
    async def show(self) -> Card:
        """Draw a card with a button for everything."""
        names = ("picture", "long", "slow", "changed", "post", "too_late", "form", "nothing")
        buttons = [Button(Ours(name), f"wall.{name}") for name in (*names, "lunch", "where")]
        return Card(text=Ours("A wall"), buttons=tuple(buttons))

    @action
    async def picture(self, ctx: Context) -> None:
        """Answer with a picture and a file."""
        await ctx.reply(
            Card(
                text=Ours("See"),
                picture=Picture(png(), Ours("A grey point")),
                file=File("points.csv", b"1,2\n"),
            )
        )

    @action
    async def long(self, ctx: Context) -> None:
        """Answer with more than fits in one message."""
        words = " ".join(f"word{number}" for number in range(700))
        button = Button(Ours("The end"), "wall.nothing")
        await ctx.reply(Card(text=Ours("Long"), quotes=(Quote(words),), buttons=(button,)))

    @action
    async def slow(self, ctx: Context) -> None:
        """Answer after the platform had to be told to wait."""
        await asyncio.sleep(2.3)
        await ctx.reply(Card(text=Ours("At last")))

    @action
    async def changed(self, ctx: Context) -> None:
        """Change the card of a button everybody sees: that is answered in private."""
        await ctx.update(Card(text=Ours("Changed for you alone")))

    @action
    async def post(self, ctx: Context) -> None:
        """Post a fixed card, and one under it."""
        above = await ctx.post(Room.SUPPORT, Card(text=Ours("Above")))
        await ctx.post(Room.SUPPORT, Card(text=Ours("Below")), under=above)

    @action
    async def too_late(self, ctx: Context) -> None:
        """Open a form when it is too late for one."""
        await asyncio.sleep(2.3)
        await ctx.ask(Words(), self.take)

    @action
    async def form(self, ctx: Context) -> None:
        """Open a form."""
        await ctx.ask(Words(words="because"), self.take, "a:b")

    async def intro(self, about: str = "") -> Ours:
        """Say what the form is about."""
        return Ours(f"Say **why** {about}.")

    @action(intro=intro)
    async def take(self, ctx: Context, form: Words, about: str = "") -> None:
        """Say what was typed."""
        if form.words == "no":
            raise Invalid(words=Ours("Anything but that."))
        await ctx.reply(Card(text=Ours(f"Taken for {about}"), quotes=(Quote(form.words),)))

    @action
    async def lunch(self, ctx: Context) -> None:
        """Open a form that is asked in other words, for each as their profile says."""
        await ctx.ask(Lunch(), self.meet, "noon")

    async def questions(self, member: Member, about: str) -> Mapping[str, Ours | None]:
        """Name the zone somebody is in, and leave a question out."""
        words = {"about": about, "zone": await self.bot.zone(member) or "here"}
        return {"happened": Ours("Is it %(about)s in %(zone)s?") % words, "field": None}

    async def about(self, member: Member, about: str) -> Ours:
        """Say whether somebody is known to be somewhere."""
        return Ours("**Somewhere**" if await self.bot.zone(member) else "**Anywhere**")

    @action(intro=about, questions=questions)
    async def meet(self, ctx: Context, form: Lunch, about: str) -> None:
        """Show who was chosen, and write to them."""
        if form.happened == "no":
            raise Invalid(happened=Ours("Anything but that."))
        chosen = (handle for handle in (form.need, form.feeling) if handle)
        people = [await self.bot.person(ctx.space, handle) for handle in chosen]
        for person in people:
            await self.bot.tell(person, Card(text=Ours("Lunch is ready")))
        quotes = tuple(Quote("is hungry", by=person) for person in people)
        await ctx.reply(Card(text=Ours(f"At {about}"), quotes=quotes))

    @action
    async def where(self, ctx: Context) -> None:
        """Say where somebody is."""
        await ctx.reply(Card(text=Ours(await ctx.zone() or "Nobody knows")))

    @action
    async def nothing(self, ctx: Context) -> None:
        """Answer nothing."""


@pytest.fixture
async def wall(chat: Chat) -> Seen:
    """Give the post with everything."""
    bot: Bot = chat.bot  # type: ignore[attr-defined]
    cog = Wall(bot)
    bot.add(cog)
    house = chat.house  # type: ignore[attr-defined]
    await chat.say(ANA, "/privacy")  # the space is known from now on
    ((space, _),) = await house.spaces.live(chat.platform.name)  # type: ignore[attr-defined]
    await bot.post(space, Room.SUPPORT, cog.drawing(cog.show))
    await chat.settle()
    return (await chat.room(ANA))[-1]


async def test_a_card_has_a_picture_and_a_file(chat: Chat, wall: Seen) -> None:
    await chat.press(ANA, "picture", on=wall)
    seen = await chat.last(ANA)
    assert seen.private
    assert seen.file == ("points.csv", b"1,2\n")
    assert seen.picture == (png(), "A grey point")


async def test_what_does_not_fit_comes_in_parts_and_whole(chat: Chat, wall: Seen) -> None:
    before = len(await chat.private(ANA))
    await chat.press(ANA, "long", on=wall)
    parts = (await chat.private(ANA))[before:]
    assert len(parts) > 1
    words = " ".join(part.text for part in parts).split()
    assert [word for word in words if word.startswith("word")] == [f"word{n}" for n in range(700)]
    assert [part.buttons for part in parts[:-1]] == [()] * (len(parts) - 1)
    assert parts[-1].buttons == ("The end",)


async def test_an_answer_may_take_its_time(chat: Chat, wall: Seen) -> None:
    await chat.press(ANA, "slow", on=wall)
    while "At last" not in (await chat.last(ANA)).text:
        await asyncio.sleep(0.05)


@pytest.mark.faults
async def test_a_form_that_comes_too_late_is_answered_with_a_sentence(
    chat: Chat, wall: Seen
) -> None:
    before = await everything_private(chat, ANA)
    await chat.press(ANA, "too_late", on=wall)
    while await everything_private(chat, ANA) == before:
        await asyncio.sleep(0.05)
    assert await chat.form(ANA) is None


async def test_what_everybody_sees_is_not_changed_for_one(chat: Chat, wall: Seen) -> None:
    await chat.press(ANA, "changed", on=wall)
    assert (await chat.last(ANA)).text == "Changed for you alone"
    assert (await chat.room(BEN))[-1].text == "A wall"


async def test_a_fixed_card_is_posted_and_one_under_it(chat: Chat, wall: Seen) -> None:
    await chat.press(ANA, "post", on=wall)
    await chat.settle()
    above, below = (await chat.room(BEN))[-2:]
    assert (above.text, below.text) == ("Above", "Below")
    assert below.under == above.id


async def test_a_form_starts_from_values_and_has_an_introduction(chat: Chat, wall: Seen) -> None:
    await chat.press(ANA, "form", on=wall)
    form = await chat.form(ANA)
    assert form is not None
    assert form.values["words"] == "because"
    assert "why" in form.intro
    await chat.submit(ANA)
    assert (await chat.last(ANA)).text == "Taken for a:b\nbecause"


async def test_an_introduction_is_there_again_with_what_was_typed(chat: Chat, wall: Seen) -> None:
    await chat.press(ANA, "form", on=wall)
    await chat.submit(ANA, words="x" * 51)
    if not chat.inline:
        await chat.press(ANA, "Try again")
    form = await chat.form(ANA)
    assert form is not None
    assert "why" in form.intro
    assert form.values["words"] == "x" * 51


async def test_a_handler_says_what_does_not_fit_and_nothing_is_lost(
    chat: Chat, wall: Seen
) -> None:
    await chat.press(ANA, "form", on=wall)
    await chat.submit(ANA, words="no")
    if not chat.inline:
        assert "Anything but that." in (await chat.last(ANA)).text
        await chat.press(ANA, "Try again")
    form = await chat.form(ANA)
    assert form is not None
    assert form.values["words"] == "no"
    assert not chat.inline or form.faults["words"] == "Anything but that."
    await chat.submit(ANA, words="yes")
    assert (await chat.last(ANA)).text == "Taken for a:b\nyes"


async def test_a_button_that_answers_nothing_is_no_error(chat: Chat, wall: Seen) -> None:
    before = await chat.private(ANA)
    await chat.press(ANA, "nothing", on=wall)
    assert await chat.private(ANA) == before


def whose(chat: Chat, seen: Seen) -> list[str]:
    """Return who is mentioned, in order."""
    names = re.findall(rf"\b(?:{'|'.join(chat.names)})\b", seen.text.lower())
    assert len(seen.live) == len(names)
    return names


async def test_somebody_is_chosen_and_can_be_written_to(chat: Chat, wall: Seen) -> None:
    await chat.arrive("cleo")
    await chat.press(ANA, "lunch", on=wall)
    await chat.submit(ANA, happened="soup", need="cleo")
    assert whose(chat, await chat.last(ANA)) == ["cleo"]
    await chat.settle()
    assert [seen.text for seen in await chat.inbox("cleo")] == ["Lunch is ready"]
    await chat.press("cleo", "lunch", on=wall)
    await chat.submit("cleo", happened="soup", need=ANA, feeling="cleo")
    assert whose(chat, await chat.last("cleo")) == [ANA, "cleo"]


async def test_a_form_is_asked_anew_each_time_and_who_was_chosen_stays(
    chat: Chat, wall: Seen
) -> None:
    await chat.move(ANA, "Asia/Tokyo")
    await chat.press(ANA, "lunch", on=wall)
    await chat.submit(ANA, happened="no", need=BEN)
    if not chat.inline:
        await chat.press(ANA, "Try again")
    form = await chat.form(ANA)
    assert form is not None
    assert form.values == {"happened": "no", "need": BEN, "feeling": ""}
    where = "Asia/Tokyo" if chat.tells_zones else "here"
    assert form.labels["happened"] == f"Is it noon in {where}?"
    assert ("Somewhere" if chat.tells_zones else "Anywhere") in form.intro
    await chat.submit(ANA, happened="yes")
    assert whose(chat, await chat.last(ANA)) == [BEN]


async def test_a_zone_is_told_where_the_platform_knows_it(chat: Chat, wall: Seen) -> None:
    await chat.move(BEN, "America/New_York")
    await chat.press(BEN, "where", on=wall)
    told = (await chat.last(BEN)).text
    assert told == ("America/New_York" if chat.tells_zones else "Nobody knows")
