"""What is asked of somebody: people chosen, questions in other words, questions left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import Cog, Context, Field, Form, Gone, Member, Ours, action
from bot.adapters.memory import Memory
from bot.identity import Address
from bot.ui import Unfit
from bot.words import mark
from tests.houses import open_house


class Asked(Form, words="share/rejection"):
    """Somebody, and what may be left out, in the words there are."""

    need = Field(person=True)
    feeling = Field(person=True, optional=True)
    field = Field(optional=True, most=20)


def test_a_question_is_asked_in_other_words() -> None:
    form = Asked(field="design")
    asked = form.asking({"need": Ours("Who was it?"), "feeling": None})
    assert [(field.name, field.label) for field in asked.fields] == [
        ("need", "Who was it?"),
        ("field", "Field of work"),
    ]
    assert asked.fields[0].person
    assert (asked.field, asked.intro) == ("design", "")
    assert form.fields[0].label == "What do you need?"
    assert form.asking({}).fields == Asked.fields


def test_other_words_fit_every_platform() -> None:
    long = Ours("Who is %s?") % ("x" * 37)
    assert Asked().asking({"need": long}).fields[0].label == Ours("Who is %s?") % mark("x" * 37)
    for wrong in (Ours("x" * 46), Ours(""), Ours("Who is %s?") % ("x" * 38)):
        with pytest.raises(Unfit, match="1 to 45 characters"):
            Asked().asking({"need": wrong})


def test_only_what_is_optional_can_be_left_out() -> None:
    with pytest.raises(Unfit, match="optional"):
        Asked().asking({"need": None})
    with pytest.raises(Unfit, match="has no field"):
        Asked().asking({"other": None})

    class Maybe(Form, words="share/rejection"):
        """Needs no answer."""

        field = Field(optional=True)

    with pytest.raises(Unfit, match="asks nothing"):
        Maybe().asking({"field": None})


def test_an_answer_to_what_was_left_out_is_read_all_the_same() -> None:
    form = Asked.read({"need": "somebody", "field": "x" * 21}).asking({"field": None})
    assert form.field == "x" * 21
    assert form.faults() == {}
    assert "field" in Asked.read({"need": "somebody", "field": "x" * 21}).faults()


def test_somebody_must_be_chosen_unless_that_is_optional() -> None:
    faults = Asked.read({"need": " ", "feeling": ""}).faults()
    assert faults == {"need": "Choose somebody who is in this space. A bot doesn't count."}


def test_questions_need_a_form() -> None:
    with pytest.raises(Unfit, match="no form"):

        class Formless(Cog, name="formless"):
            """Asks nothing."""

            async def questions(self, member: Member) -> dict[str, Ours | None]:
                """Return nothing."""
                return {}

            @action(questions=questions)
            async def take(self, ctx: Context) -> None:
                """Take it."""


class Picks(Cog, name="picks"):
    """Takes whoever is chosen."""

    async def questions(self, member: Member) -> dict[str, Ours | None]:
        """Ask for one person alone."""
        return {"feeling": None, "field": None}

    @action(questions=questions)
    async def take(self, ctx: Context, form: Asked) -> None:
        """Keep the handle."""
        self.handle = form.need


class Silent(Memory):
    """A platform that does not answer."""

    async def zone(self, who: Address) -> str | None:
        raise TimeoutError


async def test_a_handle_is_good_in_its_space_alone(sqlite_url: str, tmp_path: Path) -> None:
    house, bot = await open_house(sqlite_url, tmp_path)
    platform, picks = Memory(house, bot), Picks(bot)
    bot.add(picks)
    await platform.event("ana", "picks.take", form={"need": "ben"})
    here = (await platform.member("ana")).space
    assert "ben" not in picks.handle
    assert await bot.person(here, picks.handle) == await platform.member("ben")
    there = await house.identity.space("memory", "another-space")
    for space, handle in ((there, picks.handle), (here, "ben"), (here, "")):
        with pytest.raises(Gone):
            await bot.person(space, handle)
    with pytest.raises(Gone):
        await bot.person(here, house.rooms.handle(here, "support"))
    await house.close()


async def test_what_is_wrong_with_a_question_not_asked_is_said_of_all(
    sqlite_url: str, tmp_path: Path
) -> None:
    house, bot = await open_house(sqlite_url, tmp_path)
    platform = Memory(house, bot)
    bot.add(Picks(bot))
    await platform.event("ana", "picks.take", form={"need": "ben", "field": "x" * 21})
    (card,) = [message.card for message in platform.messages]
    assert "Field of work" not in card.text
    assert "This has 21 characters; up to 20 fit here." in card.text
    await platform.event("ana", card.buttons[0].call, source=platform.messages[-1])
    form = platform.forms["ana"].form
    assert [(field.name, form.answers[field.name]) for field in form.fields] == [("need", "ben")]
    await house.close()


@pytest.mark.faults
async def test_a_platform_that_does_not_answer_knows_no_zone(
    sqlite_url: str, tmp_path: Path
) -> None:
    house, bot = await open_house(sqlite_url, tmp_path)
    platform = Silent(house, bot)
    member = await platform.member("ana")
    assert await bot.zone(member) is None
    platform = Memory(house, bot)
    platform.zones |= {"ana": "Europe/Berlin", "ben": "../etc/passwd"}
    assert await bot.zone(member) == "Europe/Berlin"
    assert await bot.zone(await platform.member("ben")) is None
    await house.close()
