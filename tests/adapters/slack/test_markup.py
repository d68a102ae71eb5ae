"""Anybody's words are dead and whole wherever they stand; ours are formatted; cards fit."""

from __future__ import annotations

import html
import re
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from bot.adapters.slack import forms
from bot.adapters.slack.cards import Draws, Message
from bot.adapters.slack.markup import bare, fallback, rich
from bot.people import Member, Space
from bot.ui import Button, Card, File, Picture, Quote
from bot.words import Ours, clean, is_blank, mark
from cogs.share.words import Rejection
from tests.contract.chat import ANA, BEN
from tests.contract.slack import SlackChat
from tests.contract.steps import replied, shared
from tests.fakes.slack import Shown, markup, reading
from tests.fakes.slack.content import Checker, with_ids

FRAGMENTS = [
    "<!channel>", "<!here>", "<!everyone>", "@channel", "@here", "<@U1>", "<@U1|ana>", "<@W12AB>",
    "<#C1>", "<#C1|support>", "<!subteam^S1>", "<!subteam^S1|@all>", "<!date^1700000000^{date}|x>",
    "<http://x|y>", "<https://example.org>", "<mailto:a@b.c|d>", "<tel:+1|2>", "https://a.org/b_c",
    "http://x.y", "slack://open", "example.org", "a@example.org", "&lt;", "&gt;",
    "&amp;", "&amp;lt;", "&#60;", "&eacute;", "&", "*b*", "_i_", "~s~", "*", "_", "~", "`", "```",
    "`c`", "> ", ">>> ", ">", "<", ":smile:", ":100:", ":+1::skin-tone-2:", ":", "- ", "* ", "1. ",
    "# ", "• ", "\\", "\\*", "[a](https://b.c)",
    "**", "__", "[", "]", "(", ")", "!", "\n", "\n\n", " ", "\t", "/rejection", "/comeback file",
    "\u202e", "\u2066", "\u200f", "שלום", "مرحبا", "\u200b", "\ue0f0", "\ue0f1", "\ue0f00\ue0f1",
    "\ue000", "👩\u200d💻", "🙂", "é", "e\u0301", "0", "1", "a", "ana", "\x00", "\u2028",
]  # fmt: skip
PIECES = st.lists(st.sampled_from(FRAGMENTS), max_size=12).map("".join)
LONG = st.tuples(st.sampled_from(FRAGMENTS), st.integers(1, 3000)).map(
    lambda found: (found[0] * (found[1] // len(found[0]) + 1))[:3000]
)
TEXTS = st.one_of(PIECES, st.text(max_size=60), LONG)
SHORT = st.one_of(PIECES, st.text(max_size=24)).map(lambda text: clean(text)[:24])
QUICK = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
MEMBER = Member("m" * 20, Space("s" * 12, "slack"), b"")
DRAWS = Draws(lambda member: "U0MEMBER0")
CHECKER = Checker(strict=True)


def shown(message: Message) -> Shown:
    """Return a message as a client shows it, if Slack takes it."""
    body = message.body()
    CHECKER.message(body)
    raw = body | {"blocks": with_ids(body["blocks"])}
    return Shown(raw, "C1", options=body)


def drawn(card: Card) -> list[Shown]:
    """Return a card's messages as a client shows them."""
    return [shown(message) for message in DRAWS.messages(card)]


def letters(text: str) -> Counter[str]:
    """Return the letters of a text, spaces left out: gaps go where a card is cut."""
    return Counter(re.sub(r"\s|[\ue0f0\ue0f1]", "", text))


@QUICK
@example("<!channel> <@U1> <http://x|y> &lt; *b* :smile:")
@example("\ue0f00\ue0f1")
@given(TEXTS)
def test_anybodys_words_in_a_quote_are_dead_and_shown_as_typed(text: str) -> None:
    text = clean(text)  # as all that is quoted was, when it was typed
    parts = drawn(Card(quotes=(Quote(text, "Somebody *<@U1>*"),)))
    assert [part.live for part in parts] == [[]] * len(parts)
    if len(parts) == 1:
        assert parts[0].quotes == [(text or " ").strip("\n")]
        assert parts[0].words.startswith("Somebody *<@U1>*")
    assert letters("".join(quote for part in parts for quote in part.quotes)) == letters(
        text.replace("\ue0f0", "").replace("\ue0f1", "")
    )


@QUICK
@example("\n- a\n\n1. b")
@example("**")
@given(TEXTS)
def test_they_stay_so_between_our_words(text: str) -> None:
    sentence = Ours("**So** it was: %(theirs)s said _somebody_.") % {"theirs": text}
    (block,) = [{"type": "rich_text", "elements": rich(sentence)}]
    assert list(reading.live([block])) == []
    assert reading.lines([block], {}) == [f"So it was: {clean(text)} said somebody."]
    styles = [one.get("style") for one in block["elements"][0]["elements"]]
    assert styles == [{"bold": True}, None, {"italic": True}, None]
    item = rich(Ours("- %(theirs)s\n- _%(theirs)s_\n\n1. `%(theirs)s`") % {"theirs": text})
    assert [one["type"] for one in item] == ["rich_text_list"] * 2


@QUICK
@example("&lt;&amp;amp;", "&gt;")
@given(SHORT, SHORT)
def test_they_stay_so_in_titles_small_print_and_on_buttons(text: str, other: str) -> None:
    assume(not is_blank(text))
    theirs = Ours(mark(text))
    card = Card(
        title=Ours("About: %s") % text,
        text=Ours(mark(other)),
        note=Ours("Only you see %s.") % text,
        buttons=(Button(Ours("Look at it: %s") % text, "x.y"),),
    )
    (seen,) = drawn(card)
    assert seen.live == []
    assert seen.buttons[0].label == f"Look at it: {text}"
    lines = reading.lines(seen.blocks, {})
    assert lines[0] == " ".join(f"About: {text}".split())
    assert lines[-1] == f"Only you see {text}."
    assert seen.blocks[0]["type"] == "header"
    assert bare(theirs) == text.strip("\n")


@QUICK
@given(TEXTS)
def test_they_stay_so_in_what_a_notification_says(text: str) -> None:
    assert [one for one in markup.live(fallback(text)) if one[0] in "<@#"] == []
    assert html.unescape(fallback(text)) == text or "&" in text
    assert fallback(text).replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&") == text


@QUICK
@given(TEXTS, SHORT)
def test_they_stay_so_in_a_form(text: str, other: str) -> None:
    form = Rejection(happened=text, feeling=other, field=other, stage="final")
    form.intro = Ours("To **%s**") % text[:400]
    view = forms.modal(form, "share.preview", {"c": "C1"}, (Ours("Not %s") % other,))
    CHECKER.view(view)
    assert reading.live(view["blocks"]) == []
    inputs = {one["block_id"]: one for one in view["blocks"] if one["type"] == "input"}
    assert inputs["happened"]["element"].get("initial_value", "") == text
    assert inputs["field"]["element"].get("initial_value", "") == other
    words = reading.lines(view["blocks"], {})
    assert words[0] == f"Not {clean(other)}".strip("\n")


@pytest.mark.parametrize("length", [3001, 8000])
def test_an_answer_no_field_takes_stands_above_it(length: int) -> None:
    text = ("<@U1> *b* &lt;\n" * 900)[:length]
    view = forms.modal(Rejection(happened=text), "share.preview", {})
    CHECKER.view(view)
    kept = [
        part["elements"][0]["text"]
        for block in view["blocks"]
        for part in block.get("elements", [])
        if part["type"] == "rich_text_preformatted"
    ]
    assert "".join(kept) == text


def test_what_we_write_is_formatted() -> None:
    written = Ours(
        "One **bold** and _slanted_, `code` and [a page](https://example.org).\nBelow.\n\n"
        "Another.\n\n- first **one**\n- second\n\n1. counted\n\nAfter \\*that\\*."
    )
    lines = rich(written)
    assert [one["type"].removeprefix("rich_text_") for one in lines] == [
        "section", "list", "list", "section",
    ]  # fmt: skip
    first = lines[0]["elements"]
    assert [(one["type"], one["text"], one.get("style")) for one in first] == [
        ("text", "One ", None),
        ("text", "bold", {"bold": True}),
        ("text", " and ", None),
        ("text", "slanted", {"italic": True}),
        ("text", ", ", None),
        ("text", "code", {"code": True}),
        ("text", " and ", None),
        ("link", "a page", None),
        ("text", ".", None),
        ("text", "\n", None),
        ("text", "Below.", None),
        ("text", "\n\n", None),
        ("text", "Another.", None),
    ]
    assert first[7]["url"] == "https://example.org"
    assert [one["style"] for one in lines[1:3]] == ["bullet", "ordered"]
    assert bare(written).endswith("• first one\n• second\n• counted\nAfter *that*.")


def test_a_member_is_mentioned_only_above_words_signed_with_a_name() -> None:
    (seen,) = drawn(Card(quotes=(Quote("<@U0OTHER00>", MEMBER),)))
    assert seen.live == ["<user>"]
    assert seen.quotes == ["<@U0OTHER00>"]
    assert "U0MEMBER0" not in seen.fallback


QUOTES = st.lists(
    st.builds(Quote, TEXTS, st.one_of(st.just(""), st.just(MEMBER), SHORT)), max_size=8
)


@st.composite
def cards(draw: st.DrawFn) -> Card:
    """Return a card as a cog could make one."""
    buttons = tuple(
        Button(Ours("b" * 75), f"x.y:{number}") for number in range(draw(st.integers(0, 25)))
    )
    return Card(
        title=Ours(mark(draw(st.text("ab *\n&;lt", max_size=200)))),
        text=Ours(mark(draw(TEXTS))),
        quotes=tuple(draw(QUOTES)),
        note=Ours(mark(draw(TEXTS))),
        buttons=buttons,
        picture=Picture(b"png", Ours("A picture")) if draw(st.booleans()) else None,
        file=File("a.txt", draw(TEXTS).encode()) if draw(st.booleans()) else None,
    )


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(cards())
def test_a_card_fits_whatever_is_quoted_and_every_part_of_it_comes_once(card: Card) -> None:
    assume(letters(f"{card.title}{card.text}{card.note}") or card.quotes)
    pictures: dict[Any, str] = {card.picture: "F0PICTURE"} if card.picture else {}
    messages = DRAWS.messages(card, pictures)
    parts = [shown(message) for message in messages]
    assert all(part.live in ([], ["<user>"] * len(part.live)) for part in parts)
    assert [button.action_id for part in parts for button in part.buttons] == [
        button.call for button in card.buttons
    ]
    assert sum(one["type"] == "image" for part in parts for one in part.blocks) == len(pictures)
    quoted = "".join(quote for part in parts for quote in part.quotes)
    assert letters(quoted) == letters("".join(quote.text for quote in card.quotes))
    said = letters("\n".join(part.words for part in parts))
    for text in (
        card.title,
        card.text,
        card.note,
        Ours(card.file.content.decode() if card.file else ""),
    ):
        assert not letters(text) - said


NASTY = "<!channel> <@U1> <http://x.y|z> &lt; *b* :smile: https://a.example/b \u202e`c` @here\n> q"


async def test_nothing_anybody_types_does_anything_on_its_way_through_slack(
    chat: SlackChat,
) -> None:
    typed = {"happened": NASTY, "feeling": NASTY, "field": "<!here> &lt; :tada: *x*"}
    await shared(chat, **typed)
    await replied(chat, NASTY, sign="mention")
    await chat.press(BEN, "Send it as I wrote it")
    await chat.settle()
    await chat.say(ANA, f"/rejection {NASTY}")
    await chat.submit(ANA, stage="final", need="listen")
    await chat.say(ANA, "/comeback")
    await chat.pass_time(timedelta(hours=3))
    post, reply = await chat.room(BEN)
    assert "&lt; *b* :smile: [link] `c` [handle]\n> q" in post.text
    assert clean(NASTY) in reply.text
    everything = [
        post,
        reply,
        *await chat.inbox(ANA),
        *await chat.private(ANA),
        *await chat.private(BEN),
    ]
    assert any(NASTY[:20] in label for seen in everything for label in seen.buttons)
    assert post.live == ()
    assert {seen.live for seen in everything} == {(), ("<user>",)}, "who signed with their name"
    assert chat.fake.refusals == []
