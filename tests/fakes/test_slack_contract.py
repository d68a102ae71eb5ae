"""What Slack refuses of a message and of a view, rule by rule, and what it takes."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.databases import needed
from tests.fakes.block_kit import (
    LEGAL_BLOCKS,
    LEGAL_VIEWS,
    Json,
    actions,
    button,
    entry,
    home,
    menu,
    modal,
    mrkdwn,
    plain,
    section,
    written,
)
from tests.fakes.block_kit_refused import EMPTY, LONG, REFUSED_BLOCKS, REFUSED_VIEWS
from tests.fakes.slack import block_models, block_schema, contract


@pytest.fixture
def typed() -> None:
    """Need Slack's types."""
    if not contract.available():
        needed("schema of Slack's types (`make test` makes it with npm)")


@pytest.fixture(params=["with Slack's types", "without npm"])
def layers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have all three layers, and then those that need no npm."""
    if request.param == "without npm":
        monkeypatch.setattr(block_schema, "PLACE", block_schema.PLACE.with_name("nowhere"))
        assert not contract.available()
    else:
        request.getfixturevalue("typed")


@pytest.mark.usefixtures("layers")
@pytest.mark.parametrize("name", LEGAL_VIEWS)
def test_a_view_that_slack_takes_has_no_fault(name: str) -> None:
    assert contract.view_faults(LEGAL_VIEWS[name]) == []


@pytest.mark.usefixtures("layers")
@pytest.mark.parametrize("name", LEGAL_BLOCKS)
def test_a_message_that_slack_takes_has_no_fault(name: str) -> None:
    assert contract.message_faults(LEGAL_BLOCKS[name]) == []


@pytest.mark.usefixtures("layers")
@pytest.mark.parametrize("name", REFUSED_BLOCKS)
def test_slack_refuses(name: str) -> None:
    block, sentence, where = REFUSED_BLOCKS[name]
    place = "/blocks/1" + (f"/{where}" if where else "")
    assert contract.message_faults([section(), block]) == [f"{sentence} [json-pointer:{place}]"]


@pytest.mark.usefixtures("layers")
@pytest.mark.parametrize("name", REFUSED_VIEWS)
def test_slack_refuses_a_view_with(name: str) -> None:
    view, sentence, where = REFUSED_VIEWS[name]
    place = "/view" + (f"/{where}" if where else "")
    assert contract.view_faults(view) == [f"{sentence} [json-pointer:{place}]"]


@pytest.mark.usefixtures("layers")
def test_a_view_has_250_kilobytes_at_most() -> None:
    wide = section(fields=[mrkdwn("ä" * 2000)] * 10)
    (said,) = contract.view_faults(home(*[wide] * 7))
    assert said.startswith("view_too_large: ")


@pytest.mark.usefixtures("layers")
def test_a_message_has_fifty_blocks_at_most() -> None:
    said = contract.message_faults([{"type": "divider"}] * 51)
    assert said == ["no more than 50 items allowed [json-pointer:/blocks]"]


@pytest.mark.usefixtures("layers")
def test_all_blocks_of_a_message_have_about_13200_characters() -> None:
    said = contract.message_faults([section(text=mrkdwn("x" * 2700)) for _ in range(5)])
    assert said == ["msg_blocks_too_long: 13500 characters in all blocks, and about 13,200 fit"]


@pytest.mark.usefixtures("layers")
def test_all_markdown_of_a_message_has_12000_characters() -> None:
    said = contract.message_faults([{"type": "markdown", "text": "x" * 6500}] * 2)
    assert "13000 characters of markdown in all, and 12,000 are allowed" in said[0]


@pytest.mark.usefixtures("layers")
@pytest.mark.parametrize(
    "block",
    [
        actions(button(disabled=True)),
        section(colour="red"),
        {"type": "header", "text": plain() | {"size": 1}},
        entry(written(response_url_enabled=True)),
    ],
)
def test_a_property_nobody_knows_is_refused(block: Json) -> None:
    assert contract.message_faults([block])
    assert contract.view_faults(modal(block))


@pytest.mark.usefixtures("typed")
def test_slacks_types_refuse_an_unknown_key_and_a_wrong_type() -> None:
    faults = block_schema.faults
    assert faults("block", section(a=1, b=2), "/b") == [
        "invalid additional property: a, b [json-pointer:/b]"
    ]
    assert faults("block", section(expand="yes"), "/b") == [
        "'yes' is not of type 'boolean' [json-pointer:/b/expand]"
    ]
    assert faults("block", {"type": "input", "element": written()}, "/b") == [
        "missing required field: label [json-pointer:/b]"
    ]
    assert faults("modal", {"type": "modal", "title": plain(), "submit_disabled": True}, "/v")
    assert faults("block", {"type": "anything"}, "/b") == [
        "unsupported type: anything [json-pointer:/b]"
    ]
    assert faults("block", actions(menu("checkboxes") | {"options": [{"text": 1}]}), "/b")


def test_slack_sdk_refuses_what_is_too_long_and_what_it_would_drop() -> None:
    faults = block_models.block_faults
    assert faults({"type": "header", "text": plain("x" * 151)}, "/b") == [
        "slack_sdk: text attribute cannot exceed 150 characters [json-pointer:/b]"
    ]
    assert "missing 1 required keyword-only argument" in faults({"type": "image"}, "/b")[0]
    assert faults(actions(button(disabled=True)), "/b") == [
        "slack_sdk does not know disabled [json-pointer:/b/elements/0]"
    ]
    assert faults(actions(button(), {"type": "lever"}), "/b") == [
        "slack_sdk does not know this [json-pointer:/b/elements/1]"
    ]
    assert faults({"type": "sections"}, "/b")
    assert "title must be between 1 and 24" in block_models.view_faults(modal(title=plain("")))[0]
    assert block_models.view_faults(modal(shade="dark"))


REFUSED_TEXTS: dict[str, tuple[Json, str]] = {
    "nothing": ({}, "no_text"),
    "a blank text": ({"text": " ", "blocks": [], "attachments": []}, "no_text"),
    "a long text": ({"text": "x" * 40_001}, "msg_too_long"),
    "a number": ({"text": 1}, "invalid_arguments"),
    "markdown beside a text": ({"text": "x", "markdown_text": "y"}, "markdown_text_conflict"),
    "long markdown": ({"markdown_text": LONG[12_000]}, "msg_too_long"),
    "101 attachments": (
        {"text": "x", "attachments": [{"text": "y"}] * 101},
        "too_many_attachments",
    ),
    "attachments in one string": ({"text": "x", "attachments": "[]"}, "invalid_attachments"),
    "an empty attachment": ({"text": "x", "attachments": [{"color": "good"}]}, "no_text"),
}


@pytest.mark.parametrize("name", REFUSED_TEXTS)
def test_slack_refuses_a_message_of(name: str) -> None:
    message, code = REFUSED_TEXTS[name]
    (said,) = contract.text_faults(message)
    assert said.startswith(f"{code}: ")


@pytest.mark.parametrize(
    "message",
    [
        {"text": "x" * 40_000},
        {"blocks": [section()]},
        {"text": "", "blocks": [section()]},
        {"attachments": [{"color": "#439FE0", "blocks": [section()]}]},
        {"markdown_text": "# Hello"},
    ],
)
def test_a_message_needs_text_or_blocks(message: Json) -> None:
    assert contract.text_faults(message) == []


def test_the_blocks_of_an_attachment_are_held_to_the_same_rules() -> None:
    said = contract.text_faults({"attachments": [{"blocks": [section(text=mrkdwn(""))]}]})
    assert said == [f"{EMPTY} [json-pointer:/attachments/0/blocks/0/text/text]"]


def test_blocks_that_are_no_list_have_the_wrong_format() -> None:
    (said,) = contract.message_faults("[]")
    assert said.startswith("invalid_blocks_format: ")
    assert contract.message_faults(["text"]) == ["must provide an object [json-pointer:/blocks/0]"]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)


def with_another(thing: Any, data: st.DataObject, other: Any) -> Any:
    """Return a copy in which something, somewhere, is something else."""
    if not isinstance(thing, dict | list) or not thing or not data.draw(st.integers(0, 5)):
        return other
    if isinstance(thing, list):
        where = data.draw(st.integers(0, len(thing) - 1))
        return [*thing[:where], with_another(thing[where], data, other), *thing[where + 1 :]]
    key = data.draw(st.sampled_from(sorted(thing)))
    return thing | {key: with_another(thing[key], data, other)}


@settings(max_examples=150, deadline=None)
@given(data=st.data(), other=ANYTHING)
def test_nothing_that_is_sent_upsets_the_contract(data: st.DataObject, other: Any) -> None:
    view = with_another(data.draw(st.sampled_from(list(LEGAL_VIEWS.values()))), data, other)
    blocks = view.get("blocks") if isinstance(view, dict) else view
    said = contract.view_faults(view) + contract.message_faults(blocks)
    assert all(isinstance(sentence, str) for sentence in said)


@pytest.mark.usefixtures("typed")
def test_a_message_is_checked_within_milliseconds() -> None:
    card = [section(), section(), {"type": "divider"}, actions(button(), button(), button())]
    contract.message_faults(card)
    took = []
    for _ in range(10):
        began = time.perf_counter()
        contract.message_faults(card)
        took.append(time.perf_counter() - began)
    assert min(took) < 0.01
