"""What may stand where: blocks on surfaces, elements in blocks, and which text is plain.

From Slack's blocks.json and its table of block elements, as they were in August 2026.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.fakes.slack.pieces import Piece, kind_of, placed

# `file` comes from Slack alone, and `call` and `workflow_step` belong to what we do not use.
ANYWHERE = {
    *("actions", "card", "context", "divider", "header", "image", "input", "rich_text"),
    *("section", "video"),
}
BLOCKS = {
    "message": ANYWHERE
    | {"carousel", "container", "context_actions", "data_table", "markdown", "plan", "table"}
    | {"task_card"},
    "modal": ANYWHERE | {"alert"},
    "home": ANYWHERE | {"carousel", "table"},
}
INPUTS_OF_MODALS = {"email_text_input", "number_input", "url_text_input"}
NOT_ON = {
    "message": INPUTS_OF_MODALS | {"rich_text_input"},
    "modal": {"workflow_button"},
    "home": INPUTS_OF_MODALS | {"datetimepicker", "workflow_button"},
}

PLAIN = {"plain_text"}
EITHER = {"mrkdwn", "plain_text"}
SOURCES = ("channels", "conversations", "external", "static", "users")
SELECTS = {f"{source}_select" for source in SOURCES}
SELECTS |= {f"multi_{select}" for select in SELECTS}
CHOICES = SELECTS | {"checkboxes", "datepicker", "radio_buttons", "timepicker"}
ACTIONS = CHOICES | {
    *("button", "datetimepicker", "overflow", "rich_text_input", "workflow_button"),
}
# `file_input` is Slack's too, but asks for `files:read`, which this bot does not have.
INPUTS = CHOICES | INPUTS_OF_MODALS | {"datetimepicker", "plain_text_input", "rich_text_input"}
ACCESSORIES = CHOICES | {"button", "image", "overflow", "workflow_button"}
INLINE = {
    *("broadcast", "channel", "color", "date", "emoji", "link", "team", "text", "user"),
    "usergroup",
}
CELLS = {"raw_number", "raw_text", "rich_text"}

# What stands in a field, by the kind of what has the field.
HOLDS = {
    "actions": {"elements": ACTIONS},
    "alert": {"text": EITHER},
    "button": {"text": PLAIN},
    "card": {"actions": {"button"}, "hero_image": {"image"}, "icon": {"image"}},
    "carousel": {"elements": {"card"}},
    # The types allow mrkdwn in its text; the reference names plain text alone.
    "confirm": {"confirm": PLAIN, "deny": PLAIN, "text": PLAIN, "title": PLAIN},
    "context": {"elements": EITHER | {"image"}},
    "context_actions": {"elements": {"feedback_buttons", "icon_button"}},
    "data_table": {"rows": CELLS},
    "header": {"text": PLAIN},
    "image": {"title": PLAIN},
    "input": {"element": INPUTS, "hint": PLAIN, "label": PLAIN},
    "modal": {"close": PLAIN, "submit": PLAIN, "title": PLAIN},
    "option": {"description": PLAIN, "text": EITHER},
    "option_group": {"label": PLAIN},
    "plan": {"tasks": {"task_card"}},
    "rich_text": {
        "elements": {
            *("rich_text_list", "rich_text_preformatted", "rich_text_quote"),
            "rich_text_section",
        }
    },
    "rich_text_input": {"initial_value": {"rich_text"}},
    "rich_text_list": {"elements": {"rich_text_section"}},
    "rich_text_preformatted": {"elements": {"link", "text"}},
    "rich_text_quote": {"elements": INLINE},
    "rich_text_section": {"elements": INLINE},
    "section": {"accessory": ACCESSORIES, "fields": EITHER, "text": EITHER},
    "table": {"rows": CELLS},
    "video": {"description": PLAIN, "title": PLAIN},
}

REQUIRED = {
    "actions": ("elements",),
    "button": ("text",),
    "checkboxes": ("options",),
    "confirm": ("title", "text", "confirm", "deny"),
    "context": ("elements",),
    "header": ("text",),
    "home": ("blocks",),
    "image": ("alt_text",),
    "input": ("label", "element"),
    "markdown": ("text",),
    "modal": ("title", "blocks"),
    "mrkdwn": ("text",),
    "option": ("text", "value"),
    "option_group": ("label", "options"),
    "overflow": ("options",),
    "plain_text": ("text",),
    "radio_buttons": ("options",),
    "rich_text": ("elements",),
}


def blocks_out_of_place(blocks: list[Any], surface: str, at: str) -> Iterator[str]:
    """Say which blocks a surface does not take."""
    for number, block in enumerate(blocks):
        if not isinstance(block, dict):
            yield placed("must provide an object", f"{at}/{number}")
        elif kind_of(block) not in BLOCKS[surface]:
            yield placed(f"unsupported type: {block.get('type')}", f"{at}/{number}/type")


def faults_of(piece: Piece, surface: str) -> Iterator[str]:
    """Say what one piece lacks, and what it holds that may not stand there."""
    for field in REQUIRED.get(piece.kind, ()):
        if piece.body.get(field) is None:
            yield piece.fault(f"missing required field: {field}")
    if piece.kind in NOT_ON[surface]:
        yield piece.fault(f"unsupported surface for {piece.kind} element", "type")
    for field, kinds in (HOLDS.get(piece.kind, {}) | {"placeholder": PLAIN}).items():
        if piece.body.get(field) is not None:
            yield from _out_of_place(piece.body[field], kinds, f"{piece.at}/{field}")


def _out_of_place(value: Any, kinds: set[str], at: str) -> Iterator[str]:
    if isinstance(value, list):
        for number, part in enumerate(value):
            yield from _out_of_place(part, kinds, f"{at}/{number}")
    elif not isinstance(value, dict):
        yield placed("must provide an object", at)
    elif kind_of(value) not in kinds:
        yield placed(f"unsupported type: {value.get('type')}", f"{at}/type")
    elif kinds <= EITHER and not isinstance(value.get("text"), str):
        yield placed("must provide a string", f"{at}/text")
