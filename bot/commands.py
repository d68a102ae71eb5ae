"""Commands as a platform is told of them: their words, what is typed after them, their buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot import calls, limits
from bot.calls import Handler
from bot.templates import Texts
from bot.ui import Button, Unfit
from bot.words import Ours


@dataclass(frozen=True, slots=True)
class Option:
    """What is typed after a command: an argument of its handler, by name.

    ``kind`` is ``str``, ``int``, ``bool`` or a ``Literal`` of words.
    """

    name: str
    kind: Any
    needed: bool
    description: Ours


@dataclass(frozen=True, slots=True)
class Command:
    """A command or a message shortcut, as a platform is told of it."""

    word: str
    description: Ours
    cog: str
    handler: Handler
    on_message: bool = False
    options: tuple[Option, ...] = ()


def described(word: str, *, on_message: bool = False) -> Ours:
    """Return a command's description; raises ``Unfit`` when a platform would refuse it."""
    text = Texts.of("says/commands")(word.replace(" ", "_").replace("-", "_"))
    most = limits.SHORTCUT if on_message else limits.DESCRIPTION
    if not 1 <= len(text) <= most:
        message = f"the description of {word!r} must have 1 to {most} characters"
        raise Unfit(message)
    return text


def options_of(word: str, function: Callable[..., Any]) -> tuple[Option, ...]:
    """Return a command's options, described by the blocks ``<word>_<name>``; raises ``Unfit``."""
    takes = calls.signature(function)
    return tuple(
        Option(name, kind, at < takes.needed, described(f"{word}_{name}"))
        for at, (name, kind) in enumerate(zip(takes.names, takes.kinds, strict=True))
    )


def command_button(word: str) -> Button:
    """Return a button that does what typing ``/word`` does.

    Its label is the block ``<word>_button`` in ``templates/says/commands.j2``, which every
    command of one word has: ``/comeback`` shows them all.
    """
    name = word.replace("-", "_")
    return Button(Texts.of("says/commands")(f"{name}_button"), f"/{word}")
