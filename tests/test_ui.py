"""Cards and forms: what cannot be shown fails where it is made."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import limits
from bot.cog import Cog, action
from bot.context import Context
from bot.packing import pack, unpack
from bot.people import Member, Space
from bot.splitting import length, split
from bot.ui import Button, Card, Field, File, Form, Picture, Quote, Unfit
from bot.words import Ours, mark, plain
from cogs.share.words import Rejection

text = st.text(st.characters(codec="utf-8"), max_size=3000)
ours = st.lists(st.one_of(text.map(Ours), text.map(mark)), max_size=3).map(
    lambda parts: Ours(" ".join(map(str, parts)))
)
MEMBER = Member("id", Space("row", "memory"), b"envelope")


@given(ours, ours, st.lists(text, max_size=4), ours)
def test_a_long_card_is_split_and_nothing_is_lost(
    title: Ours, body: Ours, quotes: list[str], note: Ours
) -> None:
    button = Button(Ours("Press"), "cog.press")
    title = Ours(plain(title)[:100] or "A title")
    card = Card(title, body, tuple(Quote(quote, "Calm Owl") for quote in quotes), note, (button,))
    parts = split(card)
    assert all(length(part) <= limits.CARD for part in parts)
    assert [part.buttons for part in parts[:-1]] == [()] * (len(parts) - 1)
    assert parts[-1].buttons == (button,)
    shown = "".join(plain(part.title) + plain(part.text) for part in parts)
    assert "".join(shown.split()) == "".join((plain(title) + plain(body)).split())
    quoted = "".join(quote.text for part in parts for quote in part.quotes)
    assert "".join(quoted.split()) == "".join("".join(quotes).split())
    noted = "".join(plain(part.note) for part in parts)
    assert "".join(noted.split()) == "".join(plain(note).split())


@given(ours, text)
def test_a_card_is_packed_and_unpacked(body: Ours, quote: str) -> None:
    card = Card(
        Ours("title"),
        body,
        (Quote(quote, MEMBER), Quote(quote, "Calm Owl")),
        buttons=(Button(Ours("Press"), "cog.press:1"),),
        picture=Picture(b"png", Ours("a chart")),
        file=File("comeback.json", b"{}"),
    )
    packed = unpack(pack(card))
    assert packed == card
    by = packed.quotes[0].by
    assert isinstance(by, Member)
    assert by.envelope == b"envelope"


def test_a_button_fits_every_platform() -> None:
    with pytest.raises(Unfit):
        Button(Ours("x" * 76), "cog.press")
    with pytest.raises(Unfit):
        Button(Ours(""), "cog.press")
    with pytest.raises(Unfit):
        Button(Ours("Press"), "x" * 101)


def test_a_card_fits_every_platform() -> None:
    with pytest.raises(Unfit, match="without words"):
        Card()
    buttons = tuple(Button(Ours("Press"), f"cog.press:{number}") for number in range(26))
    with pytest.raises(Unfit, match="25 buttons"):
        Card(text=Ours("x"), buttons=buttons)
    with pytest.raises(Unfit, match="same call"):
        Card(text=Ours("x"), buttons=buttons[:1] * 2)
    with pytest.raises(Unfit):
        Picture(b"png", Ours(""))


def test_a_form_is_checked_when_its_module_is_imported() -> None:
    with pytest.raises(Unfit, match="1 to 5 fields"):

        class Empty(Form, words="reply/note"):
            """Has no questions."""

    with pytest.raises(LookupError, match="no block 'other'"):

        class Unworded(Form, words="reply/note"):
            """Has a question without words."""

            other = Field()

    with pytest.raises(Unfit, match="3000 characters"):

        class TooLong(Form, words="reply/note"):
            """Takes more than a platform does."""

            words = Field(long=True, most=3001)


def test_a_form_knows_its_fields_and_has_room_for_an_introduction() -> None:
    with pytest.raises(Unfit, match="has no field"):
        Rejection(other="x")
    with pytest.raises(Unfit, match="takes the place of a field"):

        class Crowded(Cog, name="crowded"):
            """Has a form of five fields and an introduction."""

            async def intro(self) -> Ours:
                """Say something."""
                return Ours("Five fields are the most.")

            @action(intro=intro)
            async def take(self, ctx: Context, form: Rejection) -> None:
                """Take it."""

    assert Rejection().happened == ""
    assert isinstance(Rejection.happened, Field)


answers = st.dictionaries(
    st.sampled_from([field.name for field in Rejection.fields] + ["other"]),
    st.text(st.characters(codec=None), max_size=1300),
)


@given(answers)
def test_whatever_is_sent_is_read_and_every_fault_has_a_sentence(sent: dict[str, str]) -> None:
    form = Rejection.read(sent)
    faults = form.faults()
    assert set(faults) <= {field.name for field in Rejection.fields}
    assert all(sentence for sentence in faults.values())
    for field in Rejection.fields:
        if field.name not in faults:
            answer = form.answers.get(field.name, "")
            assert len(answer) <= field.most
            assert not field.options or answer in field.options or field.optional


def test_faults_say_what_fits() -> None:
    form = Rejection.read({"happened": "x" * 1201, "stage": "moon", "need": "listen"})
    assert form.faults() == {
        "happened": "This has 1201 characters; up to 1200 fit here.",
        "stage": "Choose one of these.",
    }
    assert (
        Rejection.read({"happened": "ab"}).faults()["happened"] == "Write at least 3 characters."
    )
