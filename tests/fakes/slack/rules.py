"""What holds across the fields of a piece, the pieces of a block, and the blocks of a view."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from tests.fakes.slack import limits, surfaces
from tests.fakes.slack.pieces import UNTYPED, Json, Piece, kind_of, pieces, placed

Rule = Callable[[Piece], Iterator[str]]

ONE_ALONE = {"confirm", "initial_option", "negative_button", "positive_button"}
MRKDWN_OPTIONS = {"checkboxes", "radio_buttons"}
STYLED = {"button", "confirm", "workflow_button"}
STYLES = ("danger", "primary")
NAMES = ("action_id", "block_id")
OF_MODALS = ("title", "submit", "close", "clear_on_close", "notify_on_close")


def _exactly_one(piece: Piece, one: str, other: str) -> Iterator[str]:
    if (piece.body.get(one) is None) == (piece.body.get(other) is None):
        yield piece.fault(f"must define either `{one}` or `{other}`")


def _section(piece: Piece) -> Iterator[str]:
    if piece.body.get("text") is None and not piece.body.get("fields"):
        yield piece.fault("must define either `text` or `fields`")


def _image(piece: Piece) -> Iterator[str]:
    yield from _exactly_one(piece, "image_url", "slack_file")
    address = piece.body.get("image_url", "https://")
    if not isinstance(address, str) or not address.startswith(("https://", "http://")):
        yield piece.fault("invalid url", "image_url")


def _options(piece: Piece) -> Iterator[str]:
    """A menu's options have values of their own, and what is chosen at first is one of them."""
    offered = [option for option in _listed(piece, "options") if isinstance(option, dict)]
    for group in _listed(piece, "option_groups"):
        inside = group.get("options") if isinstance(group, dict) else None
        if isinstance(inside, list):
            offered += [option for option in inside if isinstance(option, dict)]
    values = Counter(str(option.get("value")) for option in offered)
    for value in sorted(value for value, count in values.items() if count > 1):
        yield piece.fault(f'option value "{value}" already exists', "options")
    for option in offered:
        if kind_of(option.get("text")) == "mrkdwn" and piece.kind not in MRKDWN_OPTIONS:
            yield piece.fault("unsupported type: mrkdwn", "options")
        if "url" in option and piece.kind != "overflow":
            yield piece.fault("invalid additional property: url", "options")
    first = piece.body.get("initial_option")
    chosen = [("initial_option", first)] if first is not None else []
    chosen += [("initial_options", option) for option in _listed(piece, "initial_options")]
    for field, option in chosen:
        if offered and option not in offered:
            yield piece.fault("must be one of the options, exactly", field)


def _listed(piece: Piece, field: str) -> list[Any]:
    found = piece.body.get(field)
    return found if isinstance(found, list) else []


def _menu(piece: Piece) -> Iterator[str]:
    yield from _exactly_one(piece, "options", "option_groups")
    yield from _options(piece)


def _text_input(piece: Piece) -> Iterator[str]:
    least, most = piece.body.get("min_length", 0), piece.body.get("max_length", 3000)
    first = piece.body.get("initial_value")
    if isinstance(least, int) and isinstance(most, int):
        if least > most:
            yield piece.fault("must be at most `max_length`", "min_length")
        if isinstance(first, str) and len(first) > most:
            yield piece.fault(f"must be less than {most + 1} characters", "initial_value")


def _like(field: str, pattern: str, like: str) -> Rule:
    def rule(piece: Piece) -> Iterator[str]:
        found = piece.body.get(field)
        if found is not None and not re.fullmatch(pattern, str(found)):
            yield piece.fault(f"must be like {like}", field)

    return rule


def _unique_action_ids(piece: Piece) -> Iterator[str]:
    seen = set()
    for number, element in enumerate(_listed(piece, "elements")):
        name = element.get("action_id") if isinstance(element, dict) else None
        if isinstance(name, str):
            if name in seen:
                said = f'`action_id` "{name}" already exists'
                yield piece.fault(said, f"elements/{number}/action_id")
            seen.add(name)


RULES: dict[str, Rule] = {
    "actions": _unique_action_ids,
    "checkboxes": _options,
    "context_actions": _unique_action_ids,
    "datepicker": _like("initial_date", r"\d{4}-[01]\d-[0-3]\d", "2026-08-31"),
    "datetimepicker": _like("initial_date_time", r"\d{10}", "1788134400"),
    "image": _image,
    "multi_static_select": _menu,
    "overflow": _options,
    "plain_text_input": _text_input,
    "radio_buttons": _options,
    "section": _section,
    "static_select": _menu,
    "timepicker": _like("initial_time", r"([01]\d|2[0-3]):[0-5]\d", "09:30"),
}


def _shape(piece: Piece) -> Iterator[str]:
    for field in sorted(UNTYPED.keys() & piece.body.keys()):
        value, one = piece.body[field], field in ONE_ALONE
        if not isinstance(value, dict if one else list):
            yield piece.fault(f"must provide {'an object' if one else 'an array'}", field)
    for field in NAMES:
        if not isinstance(piece.body.get(field, ""), str):
            yield piece.fault("must provide a string", field)
    if piece.kind in STYLED and piece.body.get("style", "primary") not in STYLES:
        yield piece.fault("must be one of: danger, primary", "style")


def _each(found: list[Piece], surface: str) -> Iterator[str]:
    block_ids = set()
    for piece in found:
        yield from limits.faults_of(piece)
        yield from surfaces.faults_of(piece, surface)
        yield from _shape(piece)
        if piece.kind in RULES:
            yield from RULES[piece.kind](piece)
        name = piece.body.get("block_id")
        if isinstance(name, str):
            if name in block_ids:
                yield piece.fault(f'`block_id` "{name}" already exists', "block_id")
            block_ids.add(name)


def of_blocks(blocks: list[Any], at: str) -> Iterator[str]:
    """Say what of a message's blocks breaks a rule."""
    if len(blocks) > limits.BLOCKS_OF_A_MESSAGE:
        yield placed(f"no more than {limits.BLOCKS_OF_A_MESSAGE} items allowed", at)
    yield from surfaces.blocks_out_of_place(blocks, "message", at)
    found = list(pieces(blocks, at))
    yield from _each(found, "message")
    marked = limits.written([piece for piece in found if piece.kind == "markdown"])
    if marked > limits.CHARACTERS_OF_ALL_MARKDOWN:
        yield placed(f"{marked} characters of markdown in all, and 12,000 are allowed", at)
    if (count := limits.written(found)) > limits.CHARACTERS_OF_ALL_BLOCKS:
        yield f"msg_blocks_too_long: {count} characters in all blocks, and about 13,200 fit"


def of_view(view: Json) -> Iterator[str]:
    """Say what of a view breaks a rule; its type is known to be one of ours."""
    surface, blocks = view["type"], view.get("blocks")
    size = len(json.dumps(view, ensure_ascii=False).encode())
    if size > limits.BYTES_OF_A_VIEW:
        yield f"view_too_large: {size} bytes, and {limits.BYTES_OF_A_VIEW} are allowed"
    if not isinstance(blocks, list):
        yield placed("must provide an array", "/view/blocks")
        blocks = []
    yield from surfaces.blocks_out_of_place(blocks, surface, "/view/blocks")
    found = list(pieces(view, "/view"))
    yield from _each(found, surface)
    for number, block in enumerate(blocks):
        if kind_of(block) == "input" and surface == "modal" and not view.get("submit"):
            said = "must define `submit` to use an `input` block in modals"
            yield placed(said, f"/view/blocks/{number}/input")
    for field in OF_MODALS if surface == "home" else ():
        if field in view:
            yield placed(f"invalid additional property: {field}", "/view")
    focused = [piece for piece in found if piece.body.get("focus_on_load") is True]
    for piece in focused[1:]:
        yield piece.fault("only one element may have it", "focus_on_load")
