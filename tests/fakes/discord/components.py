"""What a message's components may be: kinds, nesting, counts and lengths."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from tests.fakes.discord.errors import Fault
from tests.fakes.discord.selects import SELECTS, select, within

Json = dict[str, Any]
ROW, BUTTON, INPUT = 1, 2, 4
SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER = 9, 10, 11, 12, 13, 14, 17
V2 = frozenset({SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER})
IN_CONTAINER = frozenset({ROW, TEXT, SECTION, GALLERY, SEPARATOR, FILE})
TOP = IN_CONTAINER | {CONTAINER}
MOST, TEXTS, ROWS, IN_ROW = 40, 4000, 5, 5


def walk(components: Iterable[Json], path: str = "components") -> Iterator[tuple[str, Json]]:
    """Yield every component with its path, in reading order, accessories after their section."""
    for number, component in enumerate(components):
        at = f"{path}.{number}"
        yield at, component
        yield from walk(component.get("components") or (), f"{at}.components")
        for key in ("accessory", "component"):
            if isinstance(component.get(key), dict):
                yield f"{at}.{key}", component[key]


def untyped(components: Any, path: str = "components") -> Iterator[Fault]:
    """Yield every component that is no object with a type; the rest is not looked at then."""
    if not isinstance(components, list):
        yield path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType"
        return
    for number, component in enumerate(components):
        at = f"{path}.{number}"
        if not isinstance(component, dict) or not isinstance(component.get("type"), int):
            yield f"{at}.type", "BASE_TYPE_REQUIRED", "This field is required"
            continue
        yield from untyped(component.get("components") or [], f"{at}.components")
        for key in ("accessory", "component"):
            if component.get(key) is not None:
                yield from untyped([component[key]], f"{at}.{key}")


def faults(components: list[Json], *, v2: bool) -> Iterator[Fault]:
    """Yield what of a message's components does not fit."""
    odd = list(untyped(components))
    if odd:
        yield from odd
        return
    every = list(walk(components))
    yield from _shape(components, v2)
    for path, component in every:
        yield from one(path, component)
    yield from unique(every, "custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED")
    yield from unique(every, "id", "COMPONENT_ID_DUPLICATED")
    if v2:
        if len(every) > MOST:
            yield "components", "BASE_TYPE_BAD_LENGTH", f"Must be between 1 and {MOST} in length."
        words = sum(len(part.get("content") or "") for _, part in every if part["type"] == TEXT)
        if words > TEXTS:
            yield (
                "components",
                "COMPONENT_MAX_TEXT_LENGTH",
                f"The text of all components must be {TEXTS} or fewer in length.",
            )


def unique(every: Iterable[tuple[str, Json]], key: str, code: str) -> Iterator[Fault]:
    """Yield a fault for every value of a key that more than one component has."""
    seen: Counter[Any] = Counter()
    for path, component in every:
        value = component.get(key)
        if value:
            seen[value] += 1
            if seen[value] > 1:
                yield (
                    f"{path}.{key}",
                    code,
                    f"Component {key.replace('_', ' ')} cannot be duplicated",
                )


def _shape(components: list[Json], v2: bool) -> Iterator[Fault]:
    allowed = TOP if v2 else {ROW}
    if not v2 and len(components) > ROWS:
        yield "components", "BASE_TYPE_BAD_LENGTH", f"Must be between 1 and {ROWS} in length."
    for path, component in _children("components", components):
        if component["type"] not in allowed:
            yield _kind(path, allowed)


def _children(path: str, components: Iterable[Json]) -> Iterator[tuple[str, Json]]:
    return ((f"{path}.{number}", one) for number, one in enumerate(components))


def _kind(path: str, allowed: Iterable[int]) -> Fault:
    kinds = ", ".join(str(kind) for kind in sorted(allowed))
    return f"{path}.type", "UNION_TYPE_CHOICES", f"Value of field must be one of ({kinds})."


def one(path: str, component: Json) -> Iterator[Fault]:
    """Yield what of one component does not fit, its children aside."""
    known = component.get("id")
    if known is not None and not 0 <= known < 1 << 31:
        yield f"{path}.id", "NUMBER_TYPE_MAX", "id should be a 32-bit number."
    if component["type"] in SELECTS:
        yield from select(path, component)
    check = _CHECKS.get(component["type"])
    if check is not None:
        yield from check(path, component)


def _row(path: str, row: Json) -> Iterator[Fault]:
    inside = row.get("components") or []
    kinds = [component["type"] for component in inside]
    yield from within(f"{path}.components", inside, 1, IN_ROW)
    if any(kind not in SELECTS | {BUTTON} for kind in kinds):
        yield _kind(f"{path}.components.0", SELECTS | {BUTTON})
    if len(kinds) > 1 and any(kind in SELECTS for kind in kinds):
        yield (
            f"{path}.components",
            "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
            "The specified component exceeds the maximum width",
        )


def _button(path: str, button: Json) -> Iterator[Fault]:
    style, label = button.get("style"), button.get("label")
    if style not in (1, 2, 3, 4, 5, 6):
        yield f"{path}.style", "BASE_TYPE_CHOICES", "Value must be one of (1, 2, 3, 4, 5, 6)."
    if style == 5:
        url = button.get("url") or ""
        if button.get("custom_id"):
            yield path, "BUTTON_COMPONENT_INVALID", "A custom id and url cannot both be specified"
        if not url.startswith(("http://", "https://", "discord://")):
            yield (
                f"{path}.url",
                "URL_TYPE_INVALID_SCHEME",
                "Scheme must be http, https or discord.",
            )
    elif style != 6:
        yield from within(f"{path}.custom_id", button.get("custom_id"), 1, 100)
        if button.get("url"):
            yield path, "BUTTON_COMPONENT_INVALID", "A url cannot be specified for this style"
    if style != 6 and not label and not button.get("emoji"):
        yield path, "BUTTON_COMPONENT_MISSING_LABEL", "A button must have a label or an emoji"
    if label:
        yield from within(f"{path}.label", label, 1, 80)


def _section(path: str, section: Json) -> Iterator[Fault]:
    inside = section.get("components") or []
    yield from within(f"{path}.components", inside, 1, 3)
    for at, component in _children(f"{path}.components", inside):
        if component["type"] != TEXT:
            yield _kind(at, [TEXT])
    accessory = section.get("accessory")
    if not isinstance(accessory, dict) or accessory["type"] not in (BUTTON, THUMBNAIL):
        yield _kind(f"{path}.accessory", [BUTTON, THUMBNAIL])


def _text(path: str, text: Json) -> Iterator[Fault]:
    if not (text.get("content") or "").strip():
        yield f"{path}.content", "BASE_TYPE_REQUIRED", "This field is required"


def _described(path: str, thing: Json, media: str) -> Iterator[Fault]:
    url = (thing.get(media) or {}).get("url") or ""
    if not url.startswith(("http://", "https://", "attachment://")):
        yield f"{path}.{media}.url", "URL_TYPE_INVALID_SCHEME", "Not http, https or attachment."
    if thing.get("description"):
        yield from within(f"{path}.description", thing["description"], 1, 1024)


def _thumbnail(path: str, thumbnail: Json) -> Iterator[Fault]:
    yield from _described(path, thumbnail, "media")


def _gallery(path: str, gallery: Json) -> Iterator[Fault]:
    yield from within(f"{path}.items", gallery.get("items"), 1, 10)
    for at, item in _children(f"{path}.items", gallery.get("items") or ()):
        yield from _described(at, item, "media")


def _file(path: str, file: Json) -> Iterator[Fault]:
    if not ((file.get("file") or {}).get("url") or "").startswith("attachment://"):
        message = "A file component takes attachment:// only."
        yield f"{path}.file.url", "URL_TYPE_INVALID_SCHEME", message


def _separator(path: str, separator: Json) -> Iterator[Fault]:
    if separator.get("spacing") not in (None, 1, 2):
        yield f"{path}.spacing", "BASE_TYPE_CHOICES", "Value must be one of (1, 2)."


def _container(path: str, container: Json) -> Iterator[Fault]:
    inside = container.get("components") or []
    yield from within(f"{path}.components", inside, 1, MOST)
    for at, component in _children(f"{path}.components", inside):
        if component["type"] not in IN_CONTAINER:
            yield _kind(at, IN_CONTAINER)


_CHECKS: dict[int, Callable[[str, Json], Iterator[Fault]]] = {
    ROW: _row,
    BUTTON: _button,
    SECTION: _section,
    TEXT: _text,
    THUMBNAIL: _thumbnail,
    GALLERY: _gallery,
    FILE: _file,
    SEPARATOR: _separator,
    CONTAINER: _container,
}


def media(components: Iterable[Json]) -> Iterator[tuple[str, Json]]:
    """Yield every picture and file of V2 components: its path, and the object with ``url``."""
    for path, component in walk(components):
        if component["type"] == THUMBNAIL and isinstance(component.get("media"), dict):
            yield f"{path}.media", component["media"]
        if component["type"] == FILE and isinstance(component.get("file"), dict):
            yield f"{path}.file", component["file"]
        for at, item in _children(f"{path}.items", component.get("items") or ()):
            if isinstance(item.get("media"), dict):
                yield f"{at}.media", item["media"]
