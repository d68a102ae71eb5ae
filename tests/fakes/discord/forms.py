"""A form that is open in a client: what it shows, and what is sent of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.discord import markup
from tests.fakes.discord.components import INPUT, ROW, TEXT
from tests.fakes.discord.modals import CHECKBOX, CHECKBOXES, LABEL, RADIO
from tests.fakes.discord.selects import SELECTS, STRING_SELECT
from tests.fakes.discord.world import Json, ident

Resolve = Callable[[list[str]], Json]
Offers = Callable[[int, str], bool]


class Unsent(Exception):
    """The client does not send a form like this; the person reads why below the field."""


@dataclass
class Field:
    """One field: ``label`` and ``description`` stand around it, ``value`` is what it holds."""

    custom_id: str
    type: int
    label: str
    description: str
    raw: Json
    value: Any

    @property
    def options(self) -> list[tuple[str, str]]:
        """Return label and value of every option."""
        return [(one["label"], one["value"]) for one in self.raw.get("options") or ()]

    @property
    def required(self) -> bool:
        """Say whether it must be filled in."""
        return self.raw.get("required") is not False

    def check(self) -> None:
        """Raise ``Unsent`` where the client would mark this field."""
        if self.type == INPUT:
            least, most = self.raw.get("min_length") or 0, self.raw.get("max_length") or 4000
            if not self.value and not self.required:
                return
            if not self.value or not least <= len(self.value) <= most:
                raise Unsent(f"{self.custom_id}: {least or 1} to {most} characters")
            if self.raw["style"] == 1 and "\n" in self.value:
                raise Unsent(f"{self.custom_id} has one line")
        elif self.type in SELECTS or self.type == CHECKBOXES:
            least = self.raw.get("min_values", 1 if self.required else 0) or 0
            least, most = max(least, 1 if self.required else 0), self.raw.get("max_values") or 1
            if (self.value or self.required) and not least <= len(self.value) <= most:
                raise Unsent(f"{self.custom_id}: {least} to {most} choices")
        elif self.type == RADIO and self.required and self.value is None:
            raise Unsent(f"{self.custom_id}: choose one")

    def sent(self) -> Json:
        """Return what the client sends of it."""
        data: Json = {"type": self.type, "custom_id": self.custom_id, "id": self.raw["id"]}
        key = "values" if self.type in SELECTS or self.type == CHECKBOXES else "value"
        return data | {key: self.value}

    def take(self, value: Any) -> None:
        """Let the person fill it in; options by value or label."""
        names = dict(self.options) | {key: key for _, key in self.options}
        if self.type in SELECTS or self.type == CHECKBOXES:
            several = value if isinstance(value, list | tuple) else [value] if value else []
            chosen = [ident(one) for one in several]
            if names and not set(chosen) <= set(names):
                raise Unsent(f"{self.custom_id} does not offer {chosen}")
            self.value = [names.get(one, one) for one in chosen]
        elif self.type == RADIO and value is not None:
            if value not in names:
                raise Unsent(f"{self.custom_id} does not offer {value}")
            self.value = names[value]
        else:
            self.value = value


@dataclass
class Modal:
    """The open form. ``texts`` stand between the fields."""

    title: str
    custom_id: str
    fields: list[Field]
    texts: list[str]
    raw: Json = field(repr=False, default_factory=dict)

    @property
    def values(self) -> dict[str, Any]:
        """Return what every field holds now."""
        return {one.custom_id: one.value for one in self.fields}

    @property
    def intro(self) -> str:
        """Return the words of all its texts."""
        return "\n".join(markup.shown(text) for text in self.texts)

    def field(self, custom_id: str) -> Field:
        """Return a field; raises ``LookupError``."""
        for one in self.fields:
            if one.custom_id == custom_id:
                return one
        raise LookupError(f"{custom_id!r} is not among {list(self.values)}")

    def submitted(self, values: dict[str, Any], offers: Offers, resolve: Resolve) -> Json:
        """Return an interaction's data; raises ``Unsent`` and ``LookupError``.

        ``offers`` tells whether a kind of select that Discord fills itself offers somebody or
        something.
        """
        for name, value in values.items():
            self.field(name).take(value)
        for one in self.fields:
            one.check()
        data: Json = {"custom_id": self.custom_id, "components": list(self._sent())}
        filled = [one for one in self.fields if one.type in SELECTS - {STRING_SELECT}]
        for one in filled:
            if not all(offers(one.type, value) for value in one.value):
                raise Unsent(f"{one.custom_id} does not offer {one.value}")
        ids = [value for one in filled for value in one.value]
        return data | {"resolved": resolve(ids)} if ids else data

    def _sent(self) -> Iterator[Json]:
        for component in self.raw["components"]:
            top: Json = {"type": component["type"], "id": component["id"]}
            if component["type"] == LABEL:
                name = component["component"]["custom_id"]
                yield top | {"component": self.field(name).sent()}
            elif component["type"] == ROW:
                name = component["components"][0]["custom_id"]
                yield top | {"components": [self.field(name).sent()]}
            else:
                yield top


def opened(modal: Json) -> Modal:
    """Return a form as a client opens it, its numbers filled in."""
    number = 0
    fields, texts = [], []
    for component in modal["components"]:
        inner = component.get("component") or (component.get("components") or [None])[0]
        for one in (component, inner):
            if one is not None:
                number += 1
                one["id"] = one.get("id") or number
        if component["type"] == TEXT:
            texts.append(component["content"])
        elif inner is not None:
            label = component.get("label") or inner.get("label") or ""
            about = component.get("description") or ""
            start = _start(inner)
            fields.append(Field(inner["custom_id"], inner["type"], label, about, inner, start))
    return Modal(modal["title"], modal["custom_id"], fields, texts, modal)


def _start(component: Json) -> Any:
    if component["type"] == INPUT:
        return component.get("value") or ""
    if component["type"] == CHECKBOX:
        return bool(component.get("default"))
    chosen = [one["value"] for one in component.get("options") or () if one.get("default")]
    if component["type"] == RADIO:
        return chosen[0] if chosen else None
    return chosen or [str(one["id"]) for one in component.get("default_values") or ()]
