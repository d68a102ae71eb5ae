"""Calls to and from text."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import calls, limits
from bot.errors import Unknown
from bot.ui import Form, Unfit


async def handler(
    self: object,
    ctx: object,
    row: str,
    count: int = 0,
    sure: bool = False,
    kind: Literal["a", "b:c"] = "a",
) -> None:
    """Take one of each."""


short = st.text(st.characters(codec="utf-8"), max_size=12)


@given(short, st.integers(-(10**9), 10**9), st.booleans(), st.sampled_from(["a", "b:c"]))
def test_a_call_comes_back_as_it_was_written(row: str, count: int, sure: bool, kind: str) -> None:
    try:
        call = calls.write("cog.handler", handler, [row, count, sure, kind])
    except Unfit:
        assert len(row) > 3 or "\0" in row
        return
    assert len(call) <= limits.CALL
    name, parts = calls.split(call)
    assert name == "cog.handler"
    assert calls.read(handler, parts) == [row, count, sure, kind]


@given(st.text(max_size=200))
def test_whatever_comes_in_is_read_or_unknown(text: str) -> None:
    _, parts = calls.split(text)
    try:
        values = calls.read(handler, parts)
    except Unknown:
        return
    assert [type(value) for value in values] == [str, int, bool, str][: len(values)]


@pytest.mark.parametrize(
    "parts",
    [
        [],
        ["x", "1.5"],
        ["x", "١٢"],
        ["x", "1", "yes"],
        ["x", "1", "1", "z"],
        ["x", "1", "1", "a", "more"],
    ],
)
def test_arguments_that_do_not_fit_are_unknown(parts: list[str]) -> None:
    with pytest.raises(Unknown):
        calls.read(handler, parts)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["x", "1"],
        ["x", True],
        ["x", 1, 1],
        ["x", 1, True, "z"],
        [1],
        ["x" * 100],
        ["x", 1, True, "a", 5],
    ],
)
def test_a_call_that_would_not_fit_fails_where_it_is_written(arguments: list[Any]) -> None:
    with pytest.raises(Unfit):
        calls.write("cog.handler", handler, arguments)


def test_an_argument_that_cannot_cross_the_wire_fails_at_import() -> None:
    async def wrong(self: object, ctx: object, when: float) -> None:
        """Take what no wire carries."""

    with pytest.raises(Unfit, match="when must be"):
        calls.signature(wrong)


def test_a_form_is_told_from_an_argument() -> None:
    from cogs.encourage.forms import Note
    from cogs.encourage.replies import Replying

    takes = calls.signature(Replying.send)
    assert takes.form is Note
    assert issubclass(Note, Form)
    assert takes.names == ("share_id",)


@pytest.mark.parametrize(
    ("text", "parts"),
    [("", []), ("  ", []), ("row", ["row"]), ("row 5 1 b:c d", ["row", "5", "1", "b:c d"])],
)
def test_words_after_a_command_are_its_arguments(text: str, parts: list[str]) -> None:
    assert calls.words(handler, text) == parts
