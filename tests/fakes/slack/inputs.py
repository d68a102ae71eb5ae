"""What can be filled in: elements that hold a value, what they start with, what they send."""

from __future__ import annotations

import copy
import html
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.fakes.slack.errors import Unsent
from tests.fakes.slack.world import ident

Json = dict[str, Any]
TEXTS = ("plain_text_input", "email_text_input", "number_input", "url_text_input")
ONE_OPTION = ("static_select", "radio_buttons", "external_select", "overflow")
OPTIONS = ("multi_static_select", "checkboxes", "multi_external_select")
KEYS: dict[str, str] = {
    "plain_text_input": "value",
    "email_text_input": "value",
    "number_input": "value",
    "url_text_input": "value",
    "static_select": "selected_option",
    "radio_buttons": "selected_option",
    "external_select": "selected_option",
    "multi_static_select": "selected_options",
    "multi_external_select": "selected_options",
    "checkboxes": "selected_options",
    "conversations_select": "selected_conversation",
    "channels_select": "selected_channel",
    "users_select": "selected_user",
    "multi_conversations_select": "selected_conversations",
    "multi_channels_select": "selected_channels",
    "multi_users_select": "selected_users",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
    "rich_text_input": "rich_text_value",
    "file_input": "files",
}
"""How the state of a view names the value of each kind of element."""
SEVERAL = frozenset(
    {"selected_options", "selected_conversations", "selected_channels", "selected_users", "files"}
)
_STARTS = {"value": "initial_value", "rich_text_value": "initial_value"}


@dataclass
class Field:
    """One thing to fill in, in an input block or beside other elements."""

    block_id: str
    action_id: str
    kind: str
    label: str
    raw: Json
    optional: bool
    value: Any = None

    @property
    def key(self) -> str:
        """Return how the state names its value."""
        return KEYS[self.kind]

    @property
    def options(self) -> list[Json]:
        """Return what can be chosen."""
        grouped = [
            one for group in self.raw.get("option_groups") or [] for one in group["options"]
        ]
        return list(self.raw.get("options") or grouped)

    @property
    def plain(self) -> Any:
        """Return its value as a test writes it: text, an option's value, ids."""
        if self.kind in ONE_OPTION:
            return self.value["value"] if self.value else None
        if self.kind in OPTIONS:
            return [one["value"] for one in self.value or []]
        return self.value

    @property
    def state(self) -> Json:
        """Return what the client sends of it."""
        return {"type": self.kind, self.key: copy.deepcopy(self.value)}

    def take(self, value: Any, sees: Callable[[str], bool]) -> None:
        """Let the person fill it in; ``sees`` tells which channels and people they can choose."""
        if value is None:
            self.value = [] if self.key in SEVERAL else None
        elif self.kind in ONE_OPTION:
            self.value = self._option(value)
        elif self.kind in OPTIONS:
            self.value = [self._option(one) for one in _several(value)]
        elif self.key in SEVERAL:
            self.value = [self._chosen(one, sees) for one in _several(value)]
        elif self.kind in ("conversations_select", "channels_select", "users_select"):
            self.value = self._chosen(value, sees)
        else:
            self.value = value if self.kind == "rich_text_input" else str(value)

    def _option(self, value: Any) -> Json:
        for one in self.options:
            if value in (one.get("value"), html.unescape(one["text"]["text"])):
                kept = ("text", "value", "description")
                return {key: copy.deepcopy(one[key]) for key in kept if key in one}
        raise Unsent(f"{self.block_id} does not offer {value!r}")

    def _chosen(self, value: Any, sees: Callable[[str], bool]) -> str:
        is_person = ident(value).startswith(("U", "W"))
        if is_person != ("users" in self.kind) or not sees(ident(value)):
            raise Unsent(f"{self.block_id}: {ident(value)} is not among what they can choose")
        return ident(value)

    def check(self) -> None:
        """Raise ``Unsent`` where the client would not send it."""
        if self.kind in TEXTS and isinstance(self.value, str):
            # An empty input is sent as null; one of blanks counts as filled in.
            self.value = self.value or None
        if self.value in (None, []):
            if not self.optional:
                raise Unsent(f"{self.block_id}: Please complete this required field.")
            return
        if self.kind in TEXTS:
            self._check_text(self.value)
        most = self.raw.get("max_selected_items")
        if most is not None and len(self.value) > most:
            raise Unsent(f"{self.block_id}: at most {most}")

    def _check_text(self, text: str) -> None:
        least, most = self.raw.get("min_length") or 0, self.raw.get("max_length") or 3000
        if not least <= len(text) <= most:
            raise Unsent(f"{self.block_id}: {least} to {most} characters, not {len(text)}")
        if "\n" in text and not self.raw.get("multiline"):
            raise Unsent(f"{self.block_id} has one line")
        if self.kind == "email_text_input" and "@" not in text:
            raise Unsent(f"{self.block_id}: not an address")


def _several(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple | set) else [value]


def fields(blocks: list[Json]) -> list[Field]:
    """Return everything in blocks that can be filled in, with what it starts with."""
    return list(_fields(blocks))


def _fields(blocks: list[Json]) -> Iterator[Field]:
    for block in blocks:
        label = ((block.get("label") or {}).get("text")) or ""
        inner = [block.get("element"), block.get("accessory")]
        inner += block.get("elements") or [] if block["type"] == "actions" else []
        for element in inner:
            if isinstance(element, dict) and element.get("type") in KEYS:
                must = block["type"] == "input" and not block.get("optional")
                names = block["block_id"], element.get("action_id") or ""
                field = Field(*names, element["type"], label, element, not must)
                field.value = _start(field)
                yield field


def _start(field: Field) -> Any:
    name = _STARTS.get(field.key) or field.key.replace("selected_", "initial_")
    found = copy.deepcopy(field.raw.get(name))
    if found is None and field.key in SEVERAL:
        return []
    return found
