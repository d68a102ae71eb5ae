"""Our words and theirs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.templates import Texts, environment
from bot.words import CLOSE, OPEN, Ours, clean, escape, is_blank, mark, plain

anything = st.text(st.characters(codec=None), max_size=200)


@given(anything)
def test_what_is_cleaned_can_be_stored_shown_and_cleaned_again(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode()
    assert clean(cleaned) == cleaned
    assert "\x00" not in cleaned
    assert not set(cleaned) & {OPEN, CLOSE, "\r"}


@pytest.mark.parametrize(
    "text", ["Grüße", "שלום\u200f", "می\u200cروم", "👩\u200d💻", "ありがとう", "tab\tand\nline"]
)
def test_what_a_person_would_miss_stays(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize("text", ["", " \t\n", "\u200b\u2060\ufe0f", "\u3164\u00a0"])
def test_what_shows_nothing_is_blank(text: str) -> None:
    assert is_blank(text)


@given(anything)
def test_every_value_in_a_template_is_theirs_unless_it_is_ours(text: str) -> None:
    template = environment().from_string(
        "{% block text %}*ours* {{ value }} {% trans %}and {{ value }}{% endtrans %}{% endblock %}"
    )
    rendered = Texts(template, {"value": text})("text")
    assert isinstance(rendered, Ours)
    ours = escape(rendered, lambda theirs: "")
    assert ours.split() == ["*ours*", "and"]
    assert plain(rendered).count(clean(text)) >= 2


def test_ours_and_numbers_stay_as_they_are() -> None:
    template = environment().from_string("{% block text %}{{ a }} {{ b }}{% endblock %}")
    rendered = Texts(template, {"a": Ours("**bold**"), "b": 7})("text")
    assert rendered == "**bold** 7"
    assert mark(Ours("x")) == "x"


def test_a_translated_sentence_is_filled_in_the_same_way() -> None:
    sentence = Ours("Hello %(name)s, %(count)s") % {"name": "*you*", "count": 3}
    assert isinstance(sentence, Ours)
    assert sentence == f"Hello {OPEN}*you*{CLOSE}, 3"
    assert Ours("Hello %s") % "you" == f"Hello {OPEN}you{CLOSE}"


def test_an_empty_slot_is_an_error_and_never_sent() -> None:
    template = environment().from_string("{% block text %}{{ missing }}{% endblock %}")
    with pytest.raises(Exception, match="missing"):
        Texts(template, {})("text")
    with pytest.raises(LookupError, match="no block 'title'"):
        Texts(template, {})("title")
