"""What a select may be, in a message or a form: how many are chosen, among what, what at first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.fakes.discord.errors import Fault

Json = dict[str, Any]
STRING_SELECT, USER_SELECT, ROLE_SELECT, ANY_SELECT, CHANNEL_SELECT = 3, 5, 6, 7, 8
SELECTS = frozenset({3, 5, 6, 7, 8})
DEFAULTS = {5: {"user"}, 6: {"role"}, 7: {"user", "role"}, 8: {"channel"}}
"""What may be chosen at first in each kind of select that Discord fills itself."""


def within(path: str, value: Any, least: int, most: int) -> Iterator[Fault]:
    """Yield a fault unless a text or a list has so many characters or parts."""
    if not isinstance(value, str | list) or not least <= len(value) <= most:
        yield path, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length."


def select(path: str, menu: Json) -> Iterator[Fault]:
    """Yield what of a select, in a message or a form, does not fit."""
    yield from within(f"{path}.custom_id", menu.get("custom_id"), 1, 100)
    if menu.get("placeholder"):
        yield from within(f"{path}.placeholder", menu["placeholder"], 0, 150)
    least, most = menu.get("min_values"), menu.get("max_values")
    least, most = 1 if least is None else least, 1 if most is None else most
    if not 0 <= least <= 25 or not 1 <= most <= 25 or least > most:
        yield f"{path}.max_values", "NUMBER_TYPE_MAX", "min_values and max_values do not fit."
    chosen = [one for one in menu.get("options") or () if one.get("default")]
    if len(chosen or menu.get("default_values") or ()) > most:
        yield (
            path,
            "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES",
            "There are too many default values.",
        )
    # https://github.com/discord/discord-api-docs/issues/7800: so in messages as well.
    if menu.get("required") and least == 0:
        yield needed(path)
    if menu["type"] == STRING_SELECT:
        yield from _options(path, menu, most)
    else:
        yield from _defaults(path, menu, least)


def needed(path: str) -> Fault:
    """Return the fault of a select that must be answered, with nothing."""
    message = "Select menus marked as required cannot have a min_values of 0"
    return f"{path}.min_values", "SELECT_COMPONENT_REQUIRED_ZERO_MIN_VALUES", message


def _defaults(path: str, menu: Json, least: int) -> Iterator[Fault]:
    """Yield what does not fit of a select that Discord fills itself, and of its first values."""
    if menu.get("options"):
        yield f"{path}.options", "BASE_TYPE_MUST_BE_NULL", "Discord fills this select itself."
    found = menu.get("default_values") or []
    if found and len(found) < least:
        message = "There are fewer default values than min_values."
        yield f"{path}.default_values", "BASE_TYPE_BAD_LENGTH", message
    for at, value in _numbered(f"{path}.default_values", found):
        if value.get("type") not in DEFAULTS[menu["type"]]:
            kinds = ", ".join(sorted(DEFAULTS[menu["type"]]))
            yield f"{at}.type", "BASE_TYPE_CHOICES", f"Value must be one of ({kinds})."
        if not str(value.get("id")).isdecimal():
            yield f"{at}.id", "NUMBER_TYPE_COERCE", f"Value {value.get('id')!r} is not snowflake."
    if len({str(value.get("id")) for value in found}) < len(found):
        yield f"{path}.default_values", "SET_TYPE_ALREADY_CONTAINS_VALUE", "Values must be unique."


def _options(path: str, menu: Json, most: int) -> Iterator[Fault]:
    options = menu.get("options") or []
    yield from within(f"{path}.options", options, 1, 25)
    if most > len(options):
        yield f"{path}.max_values", "NUMBER_TYPE_MAX", "max_values exceeds the number of options."
    for at, option in _numbered(f"{path}.options", options):
        yield from within(f"{at}.label", option.get("label"), 1, 100)
        yield from within(f"{at}.value", option.get("value"), 1, 100)
        if option.get("description"):
            yield from within(f"{at}.description", option["description"], 1, 100)
    values = Counter(option.get("value") for option in options)
    if any(count > 1 for count in values.values()):
        yield (
            f"{path}.options",
            "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
            "Values must be unique.",
        )


def _numbered(path: str, parts: list[Json]) -> Iterator[tuple[str, Json]]:
    return ((f"{path}.{number}", one) for number, one in enumerate(parts))
