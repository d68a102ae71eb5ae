"""What slack_sdk's own models say of blocks and views: its lengths, and what it does not know.

The models are lenient: a key they do not know is dropped, and so is an element. What was sent is
therefore held against what they made of it.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.basic_objects import JsonObject
from slack_sdk.models.blocks import Block, ConfirmObject, FeedbackButtonObject, Option, OptionGroup
from slack_sdk.models.views import View

from tests.fakes.slack.pieces import Json, kind_of, placed

KINDS: dict[str, type[Block]] = {
    kind.type: kind for kind in Block.__subclasses__() if isinstance(kind.type, str)
}

# What Slack has and slack_sdk 3.47 does not: a block type, and fields by the kind they are of.
NEWER_BLOCKS = {"data_table"}
NEWER_FIELDS = {
    ("rich_text_input", "max_lines"),
    ("rich_text_input", "min_lines"),
    ("rich_text_quote", "border"),
}

# These do not name what they hold: they are written in other ways in other places.
OWN_FIELDS: dict[type, set[str]] = {
    ConfirmObject: {"confirm", "deny", "style", "text", "title"},
    FeedbackButtonObject: {"accessibility_label", "text", "value"},
    Option: {"description", "text", "url", "value"},
    OptionGroup: {"label", "options"},
}

_REFUSED = (SlackObjectFormationError, AttributeError, KeyError, TypeError, ValueError)


def block_faults(block: Json, at: str) -> list[str]:
    """Return what slack_sdk has against a block."""
    kind = KINDS.get(kind_of(block))
    if kind is None:
        return (
            []
            if kind_of(block) in NEWER_BLOCKS
            else [placed("slack_sdk does not know this block", at)]
        )
    try:
        return list(_against(block, kind(**block), at))
    except _REFUSED as refused:
        return [placed(f"slack_sdk: {refused}", at)]


def view_faults(view: Json) -> list[str]:
    """Return what slack_sdk has against a view, beside its blocks, which are checked alone."""
    filler = [KINDS["divider"]() for _ in view.get("blocks") or ()]
    bare = {key: value for key, value in view.items() if key != "blocks"}
    try:
        return list(_against(bare, View(**bare, blocks=filler), "/view"))
    except _REFUSED as refused:
        return [placed(f"slack_sdk: {refused}", "/view")]


def _against(sent: Json, made: JsonObject, at: str) -> Iterator[str]:
    """Hold what was sent against the model made of it, and that against its own validators."""
    for name in _validators(type(made)):
        try:
            getattr(made, name)()
        except SlackObjectFormationError as refused:
            yield placed(f"slack_sdk: {refused}", at)
    known = OWN_FIELDS.get(type(made)) or made.attributes
    for key, value in sent.items():
        if key in known:
            yield from _inside(value, getattr(made, key, None), f"{at}/{key}")
        elif (kind_of(sent), key) not in NEWER_FIELDS:
            yield placed(f"slack_sdk does not know {key}", at)


def _inside(sent: Any, made: Any, at: str) -> Iterator[str]:
    if isinstance(sent, dict) and isinstance(made, JsonObject):
        yield from _against(sent, made, at)
    elif isinstance(sent, list) and isinstance(made, list):
        for number, (part, model) in enumerate(zip_longest(sent, made)):
            if model is None:
                yield placed("slack_sdk does not know this", f"{at}/{number}")
            else:
                yield from _inside(part, model, f"{at}/{number}")
    elif isinstance(sent, dict) and made is None:
        yield placed("slack_sdk does not know this", at)


@functools.cache
def _validators(kind: type[JsonObject]) -> list[str]:
    """Return the names of a model's checks; `validate_json` looks for them at every call."""
    named = [name for name in dir(kind) if not name.startswith("__")]
    return [name for name in named if hasattr(getattr(kind, name), "validator")]
