"""How long and how many: the lengths and the counts of Block Kit, by kind and field.

From Slack's reference of blocks, elements, composition objects and views, as it was in August
2026. Where the reference and slack_sdk differ (an option's value), the smaller number stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.fakes.slack.pieces import Piece, placed

# The greatest length of a string, of a text object, or of each text in a list.
LENGTHS = {
    "alert": {"text": 200},
    "button": {"accessibility_label": 75, "text": 75, "url": 3000, "value": 2000},
    "card": {"body": 200, "subtitle": 150, "title": 150},
    "confirm": {"confirm": 30, "deny": 30, "text": 300, "title": 100},
    "container": {"subtitle": 150, "title": 150},
    "feedback_button": {"accessibility_label": 75, "text": 75, "value": 2000},
    "header": {"text": 150},
    "home": {"callback_id": 255, "external_id": 255, "private_metadata": 3000},
    "icon_button": {"accessibility_label": 75, "text": 75, "value": 2000},
    "image": {"alt_text": 2000, "image_url": 3000, "title": 2000},
    "input": {"hint": 2000, "label": 2000},
    "modal": {
        "callback_id": 255,
        "close": 24,
        "external_id": 255,
        "private_metadata": 3000,
        "submit": 24,
        "title": 24,
    },
    "mrkdwn": {"text": 3000},
    "option": {"description": 75, "text": 75, "url": 3000, "value": 75},
    "option_group": {"label": 75},
    "plain_text": {"text": 3000},
    "plain_text_input": {"initial_value": 3000},
    "section": {"fields": 2000, "text": 3000},
    "video": {"author_name": 49, "description": 200, "title": 199},
    "workflow_button": {"accessibility_label": 75, "text": 75},
}
ON_ALL = {"action_id": 255, "block_id": 255, "placeholder": 150}
MAY_BE_EMPTY = {"callback_id", "external_id", "private_metadata"}

# How few and how many a list holds.
COUNTS = {
    "actions": {"elements": (1, 25)},
    "card": {"actions": (1, 3)},
    "carousel": {"elements": (1, 10)},
    "checkboxes": {"initial_options": (1, 10), "options": (1, 10)},
    "container": {"child_blocks": (1, 10)},
    "context": {"elements": (1, 10)},
    "context_actions": {"elements": (1, 5)},
    "home": {"blocks": (1, 100)},
    "modal": {"blocks": (1, 100)},
    "multi_static_select": {
        "initial_options": (1, 100),
        "option_groups": (1, 100),
        "options": (1, 100),
    },
    "option_group": {"options": (1, 100)},
    "overflow": {"options": (1, 5)},
    "radio_buttons": {"options": (1, 10)},
    "rich_text": {"elements": (1, 100)},
    "section": {"fields": (1, 10)},
    "static_select": {"option_groups": (1, 100), "options": (1, 100)},
    "table": {"column_settings": (1, 20), "rows": (1, 100)},
}

# Whole numbers, from and to.
NUMBERS = {
    "plain_text_input": {"max_length": (1, 3000), "min_length": (0, 3000)},
    "rich_text_input": {"max_lines": (1, 100), "min_lines": (1, 100)},
    "rich_text_list": {"border": (0, 1), "indent": (0, 8)},
}

# What is shown may not be empty, and if it is no run of rich text, not blank either.
TEXTS = {"markdown", "mrkdwn", "plain_text", "raw_text"}
SHOWN = TEXTS | {"link", "text"}

BLOCKS_OF_A_MESSAGE = 50
# Undocumented (`msg_blocks_too_long`), and measured by others: bolt-js issue 2509.
CHARACTERS_OF_ALL_BLOCKS = 13_200
CHARACTERS_OF_ALL_MARKDOWN = 12_000
CHARACTERS_OF_A_TEXT = 40_000
ATTACHMENTS_OF_A_MESSAGE = 100
BYTES_OF_A_VIEW = 250_000


def faults_of(piece: Piece) -> Iterator[str]:
    """Say what of one piece is too long, too short, too many or too few."""
    for field, most in (LENGTHS.get(piece.kind, {}) | ON_ALL).items():
        for text, at in _strings(piece.body.get(field), f"{piece.at}/{field}"):
            if len(text) > most:
                yield placed(f"must be less than {most + 1} characters", at)
        if piece.body.get(field) == "" and field not in MAY_BE_EMPTY:
            yield piece.fault("must be more than 0 characters", field)
    yield from _blank(piece)
    for field, (least, most) in COUNTS.get(piece.kind, {}).items():
        yield from _counted(piece, field, least, most)
    for field, (least, most) in NUMBERS.get(piece.kind, {}).items():
        number = piece.body.get(field, least)
        if type(number) is not int or not least <= number <= most:
            yield piece.fault(f"must be a whole number from {least} to {most}", field)


def _counted(piece: Piece, field: str, least: int, most: int) -> Iterator[str]:
    found = piece.body.get(field)
    if isinstance(found, list) and len(found) < least:
        yield piece.fault(f"must provide at least {least} items", field)
    elif isinstance(found, list) and len(found) > most:
        yield piece.fault(f"no more than {most} items allowed", field)


def _blank(piece: Piece) -> Iterator[str]:
    text = piece.body.get("text") if piece.kind in SHOWN else None
    if isinstance(text, str) and not (text.strip() if piece.kind in TEXTS else text):
        yield piece.fault("must be more than 0 characters", "text")


def _strings(value: Any, at: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield value, at
    elif isinstance(value, dict) and isinstance(value.get("text"), str):
        yield value["text"], f"{at}/text"
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _strings(part, f"{at}/{number}")


def written(found: list[Piece]) -> int:
    """Count the characters of all that is written in blocks."""
    texts = (piece.body.get("text") for piece in found if piece.kind in SHOWN)
    return sum(len(text) for text in texts if isinstance(text, str))
