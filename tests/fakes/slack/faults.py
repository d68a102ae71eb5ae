"""Switches for what may go wrong on the way, by the name of the API method."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass
class Fault:
    """One switch. ``times`` is how many more requests it meets; nothing is until cleared."""

    method: str
    what: str
    times: int | None
    status: int = 200
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    match: Json = field(default_factory=dict)

    def meets(self, method: str, args: Json) -> bool:
        """Say whether a request is meant; ``*`` stands for any method."""
        return self.method in (method, "*") and all(
            args.get(key) == value for key, value in self.match.items()
        )


class Faults:
    """All switches. Beside API methods there are ``response_url`` and ``upload``.

    ``match`` narrows a switch to values of arguments, as ``channel="C1"``.
    """

    def __init__(self) -> None:
        self.active: list[Fault] = []
        self.file_seconds = 0.0

    def _add(self, fault: Fault) -> Fault:
        self.active.append(fault)
        return fault

    def answer(
        self,
        method: str,
        *,
        error: str = "",
        status: int = 200,
        body: Any = None,
        headers: dict[str, str] | None = None,
        times: int | None = 1,
        **match: Any,
    ) -> Fault:
        """Answer with an error of Slack's, or a status and body, without doing anything."""
        if body is None:
            body = {"ok": False, "error": error or "internal_error"}
        return self._add(Fault(method, "answer", times, status, body, headers or {}, 0.0, match))

    def limit(
        self, method: str, retry_after: int = 1, *, times: int | None = 1, **match: Any
    ) -> Fault:
        """Answer 429 with ``Retry-After``, in whole seconds as Slack does."""
        body = {"ok": False, "error": "ratelimited"}
        headers = {"Retry-After": str(retry_after)}
        return self._add(Fault(method, "answer", times, 429, body, headers, 0.0, match))

    def slow(
        self,
        method: str,
        seconds: float,
        *,
        after: bool = False,
        times: int | None = 1,
        **match: Any,
    ) -> Fault:
        """Wait before doing what was asked, or ``after`` it, before the answer."""
        what = "slow after" if after else "slow"
        return self._add(Fault(method, what, times, seconds=seconds, match=match))

    def lose(self, method: str, *, times: int | None = 1, **match: Any) -> Fault:
        """Do it, then close the connection without an answer."""
        return self._add(Fault(method, "lose", times, match=match))

    def drop(self, method: str, *, times: int | None = 1, **match: Any) -> Fault:
        """Close the connection before anything is done."""
        return self._add(Fault(method, "drop", times, match=match))

    def slow_files(self, seconds: float = 0.05) -> None:
        """Let an uploaded file be looked at this long before a message can show it."""
        self.file_seconds = seconds

    def clear(self, fault: Fault | None = None) -> None:
        """Take one switch back, or all."""
        if fault is None:
            self.file_seconds = 0.0
        self.active = [one for one in self.active if fault is not None and one is not fault]

    def take(self, method: str, args: Json) -> dict[str, Fault]:
        """Return the switches a request meets by kind, and use them up."""
        found: dict[str, Fault] = {}
        for fault in self.active:
            if fault.what not in found and fault.meets(method, args):
                found[fault.what] = fault
                if fault.times is not None:
                    fault.times -= 1
        self.active = [one for one in self.active if one.times is None or one.times > 0]
        return found
