"""Anybody's words are dead and shown as typed; cards fit whatever is quoted."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from bot import limits
from bot.adapters.discord.cards import COMPONENTS, TEXT, Draws, traces
from bot.adapters.discord.markup import alive, dead
from bot.people import Member, Space
from bot.ui import Button, Card, File, Picture, Quote
from bot.words import Ours, clean, mark
from tests.fakes.discord import components
from tests.fakes.discord.markup import live, shown

FRAGMENTS = [
    "@everyone", "@here", "<@1234567890>", "<@!1>", "<@&1>", "<#1>", "</word:1>", "</a b:1>",
    "<id:home>", "<:smile:1>", "<a:wave:1>", "<t:1700000000>", "<t:1700000000:R>",
    "https://example.org/a_b?c=d#e", "http://x.y", "HTTPS://X.Y/", "discord://-/x",
    "<https://example.org>", "<mailto:a@b.c>", "<tel:+123456789>", "[a](https://b.c)",
    "[a](<https://b.c>)", "[a](https://b.c \"t\")", "[[a]](https://b.c)", "discord.gg/abc",
    "steam://run/1", "a@example.org", "`", "``", "```", "```py\n", "**", "*", "_", "__", "___",
    "~~", "~", "||", "|", "> ", ">>> ", "# ", "## ", "### ", "#### ", "-# ", "- ", "* ", "+ ",
    "1. ", "12) ", "\\", "\\\\", "\\`", "\\<", "\n", "\n\n", " ", "\t", "(", ")", "[", "]", "<",
    ">", ":", "://", "/", ".", "a", "é", "🙂", "1", "ana", "\u200b", "\u202f", "\u3000",
]  # fmt: skip
PIECES = st.lists(st.sampled_from(FRAGMENTS), max_size=12).map("".join)
TEXTS = st.one_of(
    PIECES, st.text(max_size=60), st.tuples(PIECES, st.text(max_size=8)).map("".join)
)
QUICK = settings(max_examples=200, deadline=None)


def acts(text: str) -> list[str]:
    """Return what does something in a text: every message of ours mentions nobody."""
    return live(text, {"parse": []})


def read(text: str) -> str:
    """Return a text as a client shows it anyway.

    A client draws a tab or several spaces as they are; the fake drops NUL, which nobody can send.
    """
    return text.replace("\0", "")


@QUICK
@example("http\\://x.y")
@example("\\<@1>")
@example("`\\`<@1>")
@example("[a\\](https://b.c)")
@example("https:\\//b.c")
@example("1\\. x")
@given(TEXTS)
def test_anybodys_words_are_dead_and_shown_as_typed(text: str) -> None:
    assert acts(dead(text)) == []
    assert shown(dead(text)) == read(text)


@QUICK
@given(TEXTS)
def test_they_stay_so_between_our_words(text: str) -> None:
    line = alive(Ours("**So** it was: %(theirs)s said _somebody_.") % {"theirs": text})
    assert acts(line) == []
    typed = re.sub(r"\n{3,}", "\n\n", re.sub(r"\n\n+(?=- )", "\n", clean(text)))
    assert shown(line) == f"So it was: {read(typed)} said somebody."


@QUICK
@given(TEXTS, st.sampled_from([1, 5]))
def test_they_stay_so_in_a_quote(text: str, quotes: int) -> None:
    card = Card(quotes=(Quote(text, "Somebody"),) * quotes)
    for component in Draws(lambda member: "<@1>").draw(card).view.to_components():
        assert acts(component["content"]) == []
        assert "Somebody" in component["content"]


@pytest.mark.parametrize("text", FRAGMENTS)
def test_every_fragment_alone_at_a_line_and_twice(text: str) -> None:
    for typed in (text, f"a {text} b", f"{text}{text}", f"a\n{text}b", f"{text}a{text}"):
        assert acts(dead(typed)) == []
        assert shown(dead(typed)) == typed


# Cards.

MEMBER = Member("m" * 20, Space("s" * 12, "discord"), b"")
NASTY = st.sampled_from(["*", "_", "`", "<", "\\", "[", "~", "|", "a", "a ", "a\n", "\n\n", "🙂"])
LONG = st.tuples(NASTY, st.integers(1, 6000)).map(
    lambda found: found[0] * (found[1] // len(found[0]) + 1)
)
BODY = st.one_of(TEXTS, LONG)
OURS = BODY.filter(lambda text: text.strip() or len(text) < 20)  # no template is blank at length
QUOTES = st.lists(
    st.builds(Quote, BODY, st.one_of(st.none(), st.just(MEMBER), st.text("ab*_", max_size=20))),
    max_size=12,
)


@st.composite
def cards(draw: st.DrawFn) -> Card:
    """Return a card as a cog could make one."""
    buttons = tuple(
        Button(Ours("b" * 75), f"x.y:{number}") for number in range(draw(st.integers(0, 25)))
    )
    return Card(
        title=Ours(mark(draw(st.text("ab *\n", max_size=80)))),
        text=Ours(mark(draw(OURS))),
        quotes=tuple(draw(QUOTES)),
        note=Ours(mark(draw(OURS))),
        buttons=buttons,
        picture=Picture(b"png", Ours("A picture")) if draw(st.booleans()) else None,
        file=File("a.txt", b"x") if draw(st.booleans()) else None,
    )


def letters(text: str) -> Counter[str]:
    """Return the letters of a text, spaces left out: gaps go where a card is cut."""
    return Counter(re.sub(r"\s|[\ue0f0\ue0f1]", "", text))


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(cards())
def test_a_card_fits_whatever_is_quoted_and_every_part_of_it_comes_once(card: Card) -> None:
    assume(letters(f"{card.title}{card.text}{card.note}") or card.quotes)
    draws = Draws(lambda member: "<@12345678901234567890>")
    parts = draws.parts(card)
    numbers = traces("n" * 25, len(parts))
    assert len(set(numbers)) == len(parts)
    for number, (part, trace) in enumerate(zip(parts, numbers, strict=True), 1):
        drawn = draws.draw(part, trace)
        payload = drawn.view.to_components()
        texts = [one["content"] for _, one in components.walk(payload) if one["type"] == 10]
        assert sum(map(len, texts)) <= TEXT
        assert all(texts)
        assert sum(1 for _ in components.walk(payload)) <= COMPONENTS
        assert payload[0]["id"] == trace
        is_last = number == len(parts)
        assert bool(part.buttons) == (is_last and bool(card.buttons))
        assert len(drawn.files) == is_last * ((card.picture is not None) + (card.file is not None))
    assert parts[-1].buttons == card.buttons
    assert letters("".join(part.text for part in parts)) == letters(card.text)
    assert letters("".join(part.note for part in parts)) == letters(card.note)
    assert letters("".join(part.title for part in parts)) == letters(card.title)
    assert letters(_quoted(parts)) == letters(_quoted([card]))


def _quoted(found: Any) -> str:
    return "".join(quote.text for card in found for quote in card.quotes)


def test_a_part_is_known_by_its_place_from_the_end() -> None:
    """The last one stands for the whole: it is looked for without knowing how many there are."""
    assert traces("nonce", 3)[-1] == traces("nonce", 1)[-1]
    assert traces("nonce", 3)[0] != traces("other", 3)[0]
    assert all(1000 <= number < 2**31 for number in traces("nonce", 50))


def test_a_call_and_a_space_fit_into_what_a_button_sends() -> None:
    assert limits.CALL + len("§") + 16 == 100
