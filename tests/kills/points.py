"""The points at which a life ends: methods of the bot, wrapped from outside, and their commits."""

from __future__ import annotations

import functools
import os
import re
import signal
from collections import Counter
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from typing import Any, Final

import aiohttp
from sqlalchemy import event

from bot.delivery import Inboxes, Outbox
from bot.delivery.courier import Courier
from bot.delivery.delivering import _Sent
from bot.delivery.rows import Rows
from bot.house import House
from bot.planning import Planner
from bot.platform import Platform
from bot.store.together import Together

_WRITES: Final[dict[str, tuple[type, str]]] = {
    "plan": (Planner, "_plan"),
    "claim": (Rows, "claim"),
    "put_back": (Rows, "put_back"),
    "later": (Rows, "later"),
    "finish": (Rows, "finish"),
    "hold": (Inboxes, "hold"),
    "card": (Rows, "keep_cards"),
}
_ASKED: Final = ("send", "edit", "find")
_REQUESTS: Final = {
    "request": re.compile(r"POST .*(/channels/\d+/messages|/chat\.postMessage)$"),
    "change": re.compile(r"(PATCH .*/channels/\d+/messages/\d+|POST .*/chat\.update)$"),
    "history": re.compile(r"(GET .*/channels/\d+/messages|\w+ .*/conversations\.history)(\?.*)?$"),
    "open": re.compile(r"POST .*(/users/@me/channels|/conversations\.open)$"),
}
_BOTH: Final = ("before", "after")
_WHOLE: Final = ("before", "commit", "after")

POINTS: Final = (
    *(f"{name}.{when}" for name in ("plan", "claim", "begin", "sent") for when in _WHOLE),
    *(f"{name}.{when}" for name in ("put_back", "later", "hold") for when in _WHOLE),
    *(f"{name}.{when}" for name in ("finish", "card", "nudge", *_ASKED) for when in _BOTH),
    *(f"{name}.{when}" for name in _REQUESTS for when in ("before", "taken")),
)
"""Every point. ``commit`` is right before it, ``taken`` after the platform has done what was asked
and before its answer is read."""

OFTEN: Final = (
    *(f"{name}.{when}" for name in ("begin", "sent", "send") for when in _BOTH),
    *("begin.commit", "sent.commit", "card.after", "request.before", "request.taken"),
)
"""Points that every message passes."""

_within: ContextVar[tuple[str, ...]] = ContextVar("within", default=())


class Points:
    """Counts how often each point is reached, and ends the process where it is told.

    ``die`` is a point and the how-manieth time, as ``send.after:7``, or several with commas
    between them, of which the first that is reached counts; nothing never ends it.
    """

    def __init__(self, die: str | None, last_words: Callable[[str], None]) -> None:
        wanted = [one.partition(":") for one in (die or "").split(",")]
        self._wanted = {point: int(time or 1) for point, _, time in wanted}
        self._last_words = last_words
        self.reached: Counter[str] = Counter()

    def reach(self, point: str) -> None:
        """Be at a point."""
        self.reached[point] += 1
        if self.reached[point] == self._wanted.get(point):
            self._last_words(point)
            os.kill(os.getpid(), signal.SIGKILL)

    def wrap(self, house: House) -> None:
        """Wrap all that is not a platform's."""
        for name, (owner, method) in _WRITES.items():
            self._around(owner, method, _always(name))
        self._around(Together, "_write", _marked)
        self._around(Outbox, "tell", _nudged)
        self._wrap_requests()

        def commit(connection: object) -> None:
            for name in _within.get():
                self.reach(f"{name}.commit")

        event.listen(house.store.engine.sync_engine, "commit", commit)

    def wrap_platform(self, platform: Platform) -> None:
        """Wrap what the house asks of a platform."""
        for name in _ASKED:
            self._around(type(platform), name, _always(name))

    def _around(
        self, owner: type, method: str, names_of: Callable[[Sequence[Any], Any], tuple[str, ...]]
    ) -> None:
        original = getattr(owner, method)

        @functools.wraps(original)
        async def wrapped(*arguments: Any, **more: Any) -> Any:
            names = names_of(arguments, more)
            for name in names:
                self.reach(f"{name}.before")
            token = _within.set(names or _within.get())
            try:
                result = await original(*arguments, **more)
            finally:
                _within.reset(token)
            for name in names:
                self.reach(f"{name}.after")
            return result

        setattr(owner, method, wrapped)

    def _wrap_requests(self) -> None:
        original = aiohttp.ClientSession._request

        async def request(session: Any, method: str, url: Any, **more: Any) -> Any:
            asked = f"{method} {url}"
            name = next((name for name, is_it in _REQUESTS.items() if is_it.match(asked)), None)
            if name is None:
                return await original(session, method, url, **more)
            self.reach(f"{name}.before")
            answer = await original(session, method, url, **more)
            self.reach(f"{name}.taken")
            return answer

        aiohttp.ClientSession._request = request  # type: ignore[assignment,method-assign]


class Watched(Courier):
    """A courier that can be asked whether it has something in hand."""

    latest: Watched | None = None

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        Watched.latest = self

    @property
    def is_busy(self) -> bool:
        """Say whether a row is in hand."""
        return bool(self._in_hand)


def _always(name: str) -> Callable[[Sequence[Any], Any], tuple[str, ...]]:
    return lambda arguments, more: (name,)


def _marked(arguments: Sequence[Any], more: Any) -> tuple[str, ...]:
    """Return what a transaction of many marks: rows as being sent, as sent, or both."""
    kinds = {"sent" if isinstance(item, _Sent) else "begin" for item, _ in arguments[1]}
    return tuple(sorted(kinds))


def _nudged(arguments: Sequence[Any], more: Any) -> tuple[str, ...]:
    return ("nudge",) if str(more.get("key") or "").startswith("nudge:") else ()
