"""Calls: a method of a cog and its arguments as one short text, and back.

``share.publish:k7q2`` is all that crosses the wire, so a button works after a restart, on another
machine, a month later. Arguments are text, whole numbers, booleans or one of some words; ``:``
and ``%`` inside one are escaped.
"""

from __future__ import annotations

import inspect
import types
import typing
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal
from urllib.parse import quote, unquote

from bot import limits
from bot.errors import Unknown
from bot.ui import Form, Unfit

Handler = Callable[..., Awaitable[Any]]
# Escaped: the separators and whatever a platform might trim or reject.
_SAFE = " !#$&'()*+,-./;<=>?@[]^_`{|}~"


@dataclass(frozen=True, slots=True)
class Signature:
    """What a handler takes: its arguments' types in order, how many are needed, and its form."""

    kinds: tuple[Any, ...]
    names: tuple[str, ...]
    needed: int
    form: type[Form] | None


@cache
def signature(function: Callable[..., Any]) -> Signature:
    """Return what ``function`` takes beyond ``self``, ``ctx`` and ``form``.

    Raises ``Unfit`` for an argument that cannot cross the wire.
    """
    hints = typing.get_type_hints(function)
    kinds, names, needed, form = [], [], 0, None
    for name, parameter in inspect.signature(function).parameters.items():
        kind = hints.get(name)
        if name in ("self", "ctx"):
            continue
        if isinstance(kind, type) and issubclass(kind, Form):
            form = kind
            continue
        if not _crosses(kind):
            message = f"{function.__qualname__}: {name} must be str, int, bool or a Literal"
            raise Unfit(message)
        kinds.append(kind)
        names.append(name)
        needed += parameter.default is inspect.Parameter.empty
    return Signature(tuple(kinds), tuple(names), needed, form)


def _crosses(kind: Any) -> bool:
    if typing.get_origin(kind) is Literal:
        return all(isinstance(word, str) for word in typing.get_args(kind))
    return kind in (str, int, bool)


def write(name: str, function: Callable[..., Any], arguments: Sequence[object]) -> str:
    """Return the call ``name:argument:…``; raises ``Unfit`` when it does not fit the handler."""
    takes = signature(function)
    if not takes.needed <= len(arguments) <= len(takes.kinds):
        message = f"{name} takes {takes.needed} to {len(takes.kinds)} arguments: {takes.names}"
        raise Unfit(message)
    parts = [_encode(value, kind) for value, kind in zip(arguments, takes.kinds, strict=False)]
    call = ":".join([name, *parts])
    if len(call) > limits.CALL:
        message = f"{name}: a call has at most {limits.CALL} characters"
        raise Unfit(message)
    return call


def address(handler: Handler, *arguments: object) -> str:
    """Return the call of a cog's bound method with its arguments; raises ``Unfit``."""
    function = function_of(handler)
    cog = getattr(handler, "__self__", None)
    if cog is None:
        message = f"{function.__qualname__} is not a method of a cog"
        raise Unfit(message)
    return write(f"{cog.name}.{function.__name__}", function, arguments)


def _encode(value: object, kind: Any) -> str:
    if kind is bool and isinstance(value, bool):
        return "1" if value else "0"
    if kind is int and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, str) and kind not in (bool, int) and _stores(value):
        if typing.get_origin(kind) is Literal and value not in typing.get_args(kind):
            message = "an argument is none of the words its handler knows"
            raise Unfit(message)
        return quote(value, safe=_SAFE)
    message = f"an argument should be {kind} and is a {type(value).__name__}"
    raise Unfit(message)


def _stores(text: str) -> bool:
    """Say whether every database takes a text: no NUL, no half of a surrogate pair."""
    return "\0" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)


def split(call: str) -> tuple[str, list[str]]:
    """Return a call's name and its arguments, as text."""
    name, *parts = call.split(":")
    return name, [unquote(part) for part in parts]


def read(function: Callable[..., Any], parts: Sequence[str]) -> list[Any]:
    """Return the arguments with their types; raises ``Unknown`` where they do not fit."""
    takes = signature(function)
    if not takes.needed <= len(parts) <= len(takes.kinds):
        raise Unknown
    return [_decode(part, kind) for part, kind in zip(parts, takes.kinds, strict=False)]


def read_options(function: Callable[..., Any], options: Mapping[str, str]) -> dict[str, Any]:
    """Return arguments given by name, with their types; raises ``Unknown`` where they do not fit.

    What is left out keeps its default.
    """
    takes = signature(function)
    needed = takes.names[: takes.needed]
    if not set(needed) <= options.keys() <= set(takes.names):
        raise Unknown
    kinds = dict(zip(takes.names, takes.kinds, strict=True))
    return {name: _decode(text, kinds[name]) for name, text in options.items()}


def words(function: Callable[..., Any], text: str) -> list[str]:
    """Return the words typed after a command as one part an argument; the last takes the rest."""
    kinds = signature(function).kinds
    return text.split(None, len(kinds) - 1) if kinds and text.strip() else text.split()


def _decode(part: str, kind: Any) -> Any:
    if kind is str:
        if not _stores(part):
            raise Unknown
        return part
    if kind is bool:
        if part in ("0", "1"):
            return part == "1"
    elif kind is int:
        # isdecimal() knows other scripts' digits too; a call only ever holds ASCII.
        if part.removeprefix("-").isdecimal() and part.isascii() and len(part) < 20:
            return int(part)
    elif part in typing.get_args(kind):
        return part
    raise Unknown


def function_of(handler: Handler) -> Callable[..., Any]:
    """Return the plain function of a bound method."""
    return handler.__func__ if isinstance(handler, types.MethodType) else handler
