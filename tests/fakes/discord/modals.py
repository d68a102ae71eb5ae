"""What a form may be: title, labels, inputs, selects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.fakes.discord import components, selects
from tests.fakes.discord.components import INPUT, ROW, TEXT, unique, walk
from tests.fakes.discord.errors import Fault
from tests.fakes.discord.selects import SELECTS

Json = dict[str, Any]
LABEL, UPLOAD, RADIO, CHECKBOXES, CHECKBOX = 18, 19, 21, 22, 23
FIELDS = SELECTS | {INPUT, UPLOAD, RADIO, CHECKBOXES, CHECKBOX}


def faults(modal: Json) -> Iterator[Fault]:
    """Yield what of a form does not fit; paths begin at ``data``."""
    for key, most in (("title", 45), ("custom_id", 100)):
        value = modal.get(key)
        if not isinstance(value, str) or not 1 <= len(value) <= most:
            yield f"data.{key}", "BASE_TYPE_BAD_LENGTH", f"Must be between 1 and {most} in length."
    inside = modal.get("components") or []
    if not 1 <= len(inside) <= 5:
        yield "data.components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length."
    odd = list(components.untyped(inside, "data.components"))
    if odd:
        yield from odd
        return
    every = list(walk(inside, "data.components"))
    for number, component in enumerate(inside):
        yield from _top(f"data.components.{number}", component)
    for path, component in every:
        if component["type"] in FIELDS:
            yield from _field(path, component)
    yield from unique(every, "custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED")
    yield from unique(every, "id", "COMPONENT_ID_DUPLICATED")


def _top(path: str, component: Json) -> Iterator[Fault]:
    if component["type"] == LABEL:
        yield from _bounded(path, component, "label", 1, 45, required=True)
        yield from _bounded(path, component, "description", 1, 100)
        inner = component.get("component")
        if not isinstance(inner, dict) or inner["type"] not in FIELDS:
            yield f"{path}.component", "UNION_TYPE_CHOICES", "A label holds exactly one field."
        elif inner["type"] == INPUT and inner.get("label"):
            message = "A text input inside a label has no label of its own."
            yield f"{path}.component.label", "BASE_TYPE_MUST_BE_NULL", message
    elif component["type"] == ROW:
        inner = component.get("components") or []
        if len(inner) != 1 or inner[0]["type"] != INPUT:
            yield f"{path}.components", "BASE_TYPE_BAD_LENGTH", "A row holds one text input."
        elif not inner[0].get("label"):
            yield f"{path}.components.0.label", "BASE_TYPE_REQUIRED", "This field is required"
    elif component["type"] == TEXT:
        yield from components.one(path, component)
        yield from _bounded(path, component, "content", 1, 4000)
    else:
        yield f"{path}.type", "UNION_TYPE_CHOICES", "Value of field must be one of (1, 10, 18)."


def _bounded(
    path: str, thing: Json, key: str, least: int, most: int, *, required: bool = False
) -> Iterator[Fault]:
    value = thing.get(key)
    if value is None and not required:
        return
    if not isinstance(value, str) or not least <= len(value) <= most:
        message = f"Must be between {least} and {most} in length."
        yield f"{path}.{key}", "BASE_TYPE_BAD_LENGTH", message


def _field(path: str, component: Json) -> Iterator[Fault]:
    yield from _bounded(path, component, "custom_id", 1, 100, required=True)
    if component["type"] == INPUT:
        yield from _input(path, component)
    elif component["type"] in SELECTS:
        yield from selects.select(path, component)
        # Asked for unless it says otherwise, and then `select` has not seen it.
        if component.get("required") is None and component.get("min_values") == 0:
            yield selects.needed(path)
        if component.get("disabled"):
            yield f"{path}.disabled", "BASE_TYPE_CHOICES", "A field of a form cannot be disabled."
    elif component["type"] in (RADIO, CHECKBOXES):
        least, most = (2, 10) if component["type"] == RADIO else (1, 10)
        if not least <= len(component.get("options") or ()) <= most:
            message = f"Must be between {least} and {most} in length."
            yield f"{path}.options", "BASE_TYPE_BAD_LENGTH", message


def _input(path: str, field: Json) -> Iterator[Fault]:
    if field.get("style") not in (1, 2):
        yield f"{path}.style", "BASE_TYPE_CHOICES", "Value must be one of (1, 2)."
    least, most = field.get("min_length") or 0, field.get("max_length")
    if not 0 <= least <= 4000:
        yield f"{path}.min_length", "NUMBER_TYPE_MAX", "min_length is 0 to 4000."
    if most is not None and not 1 <= most <= 4000:
        yield f"{path}.max_length", "NUMBER_TYPE_MAX", "max_length is 1 to 4000."
    if most is not None and least > most:
        yield f"{path}.min_length", "NUMBER_TYPE_MAX", "min_length is above max_length."
    yield from _bounded(path, field, "placeholder", 0, 100)
    yield from _bounded(path, field, "label", 1, 45)
    value = field.get("value")
    if value:
        top = 4000 if most is None else most
        if not least <= len(value) <= top:
            message = f"Must be between {least} and {top} in length."
            yield f"{path}.value", "BASE_TYPE_BAD_LENGTH", message
