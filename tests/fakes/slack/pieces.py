"""The pieces blocks and views are made of, each with its kind and its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

Json = dict[str, Any]

# What has no type of its own, by the field it stands in.
UNTYPED = {
    "confirm": "confirm",
    "initial_option": "option",
    "initial_options": "option",
    "options": "option",
    "option_groups": "option_group",
    "positive_button": "feedback_button",
    "negative_button": "feedback_button",
}


class Piece(NamedTuple):
    """One object of a message or a view: what it is, where it is, and what it holds."""

    kind: str
    at: str
    body: Json

    def fault(self, sentence: str, field: str = "") -> str:
        """Return a sentence with its place, as Slack writes them in `response_metadata`."""
        return placed(sentence, f"{self.at}/{field}" if field else self.at)


def placed(sentence: str, at: str) -> str:
    """Return a sentence with the place it is about, in Slack's way."""
    return f"{sentence} [json-pointer:{at}]"


def kind_of(value: Any) -> str:
    """Return the type a thing says it is of, or nothing."""
    kind = value.get("type") if isinstance(value, dict) else None
    return kind if isinstance(kind, str) else ""


def pieces(value: Any, at: str, field: str = "") -> Iterator[Piece]:
    """Walk over a piece and all it holds; ``field`` is where a thing without a type stands."""
    if isinstance(value, list):
        for number, part in enumerate(value):
            yield from pieces(part, f"{at}/{number}", field)
    elif isinstance(value, dict):
        yield Piece(kind_of(value) or UNTYPED.get(field, ""), at, value)
        for key, part in value.items():
            if isinstance(part, dict | list):
                yield from pieces(part, f"{at}/{key}", str(key))
