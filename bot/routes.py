"""From what happened to the method that answers it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot import calls
from bot.calls import Handler
from bot.cog import Cog
from bot.commands import Command
from bot.errors import Problem, Unknown
from bot.platform import Event
from bot.templates import Texts
from bot.words import Ours, clean


@dataclass(frozen=True, slots=True)
class Route:
    """A cog's method and the arguments it is called with."""

    cog: Cog
    handler: Handler
    arguments: list[Any] = field(default_factory=list)
    options: Mapping[str, Any] = field(default_factory=dict)

    @property
    def posts(self) -> bool:
        """Whether it is about what is posted, and may only be done where that can be."""
        mark = self.cog.marks[calls.function_of(self.handler).__name__]
        return self.cog.posts and not mark.always


class Routes:
    """The cogs by name, and their commands and message shortcuts by word."""

    def __init__(self) -> None:
        self.cogs: dict[str, Cog] = {}
        self.commands: dict[str, Command] = {}
        self.shortcuts: dict[str, Command] = {}

    def add(self, cog: Cog) -> None:
        """Take a cog in; raises ``ValueError`` where a name or a word is taken."""
        if cog.name in self.cogs:
            message = f"there are two cogs named {cog.name!r}"
            raise ValueError(message)
        self.cogs[cog.name] = cog
        for item in cog.commands():
            words = self.shortcuts if item.on_message else self.commands
            if item.word in words:
                message = f"there are two commands {item.word!r}"
                raise ValueError(message)
            words[item.word] = item

    def find(self, event: Event) -> Route:
        """Return where an event goes; raises ``Unknown``, or a ``Problem`` that says how."""
        if event.call.startswith(">"):
            shortcut = self.shortcuts.get(event.call[1:])
            if shortcut is None:
                raise Unknown
            return Route(self.cogs[shortcut.cog], shortcut.handler)
        if event.call.startswith("/"):
            return self._command(event)
        return self.method(event.call, "action")

    def method(self, call: str, kind: str) -> Route:
        """Return the method a call names, if it is marked as ``kind``; raises ``Unknown``."""
        name, parts = calls.split(call)
        cog_name, _, method = name.partition(".")
        cog = self.cogs.get(cog_name)
        mark = cog.marks.get(method) if cog else None
        if cog is None or mark is None or mark.kind != kind:
            raise Unknown
        handler: Handler = getattr(cog, method)
        return Route(cog, handler, calls.read(calls.function_of(handler), parts))

    def _command(self, event: Event) -> Route:
        word, text = event.call[1:].lower(), clean(event.text).strip()
        first, _, rest = text.partition(" ")
        found, left = self.commands.get(f"{word} {first.lower()}"), rest.strip()
        if found is None:
            found, left = self.commands.get(word), text
        if found is None:
            raise self._no_command(word)
        function = calls.function_of(found.handler)
        cog = self.cogs[found.cog]
        try:
            if event.options is not None:
                options = {name: clean(text).strip() for name, text in event.options.items()}
                return Route(cog, found.handler, options=calls.read_options(function, options))
            return Route(cog, found.handler, calls.read(function, calls.words(function, left)))
        except Unknown:
            usage = " ".join(f"<{name}>" for name in calls.signature(function).names)
            raise _usage(found.word, usage) from None

    def _no_command(self, word: str) -> Problem:
        """Return what is wrong with a word that is no command alone."""
        subs = [known.partition(" ")[2] for known in sorted(self.commands)]
        subs = [sub for sub in subs if sub and f"{word} {sub}" in self.commands]
        return _usage(word, " | ".join(subs)) if subs else Unknown()


def _usage(word: str, usage: str) -> Problem:
    words = {"word": Ours(word), "usage": Ours(usage)}
    return Problem(Texts.of("says/bot", words)("usage"))
