"""Switches for what may go wrong on the way, by method and route template."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.fakes.discord.errors import KNOWN, ApiError
from tests.fakes.discord.rates import Limited, limited

Json = dict[str, Any]
SEND = ("POST", "/channels/{channel_id}/messages")
OPEN_DM = ("POST", "/users/@me/channels")


@dataclass
class Fault:
    """One switch. ``times`` is how many more requests it meets; nothing is until cleared."""

    method: str
    template: str
    what: str
    times: int | None
    status: int = 0
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    limited: Limited | None = None
    match: dict[str, str] = field(default_factory=dict)

    def meets(self, method: str, template: str, params: dict[str, str]) -> bool:
        """Say whether a request is meant; ``*`` stands for any method or route."""
        return (
            self.method in (method, "*")
            and self.template in (template, "*")
            and all(params.get(key) == value for key, value in self.match.items())
        )


class Faults:
    """All switches. Templates are as in Discord's documents: ``/channels/{channel_id}``.

    ``match`` narrows a switch to values of the path, as ``channel_id="1"``.
    """

    def __init__(self) -> None:
        self.active: list[Fault] = []

    def _add(self, fault: Fault) -> Fault:
        self.active.append(fault)
        return fault

    def answer(
        self,
        method: str,
        template: str,
        *,
        code: int | None = None,
        status: int | None = None,
        headers: dict[str, str] | None = None,
        body: Any = None,
        times: int | None = 1,
        **match: str,
    ) -> Fault:
        """Answer with a code Discord has, or with a status and body, without doing anything."""
        if code is not None and code in KNOWN:
            error = ApiError(code, status=status)
            status, body = error.status, body if body is not None else error.body
        if body is None:
            body = {"message": f"{status}", "code": code or 0}
        if status == 429 and isinstance(body, dict):
            body = {"retry_after": 0.01, "global": False} | body
        fault = Fault(method, template, "answer", times, status or 400, body, headers or {})
        fault.match = match
        return self._add(fault)

    def server_error(
        self, method: str, template: str, status: int = 500, *, times: int | None = 1
    ) -> Fault:
        """Answer 5xx."""
        body = {"message": f"{status}: Server Error", "code": 0}
        return self.answer(method, template, status=status, body=body, times=times)

    def limit(
        self,
        method: str,
        template: str,
        retry_after: float = 0.01,
        *,
        scope: str = "user",
        via: bool = True,
        times: int | None = 1,
        **match: str,
    ) -> Fault:
        """Answer 429: scope user, shared or global; without Via as Cloudflare does."""
        fault = Fault(method, template, "limit", times, match=match)
        fault.limited = limited(retry_after, scope=scope, via=via)
        return self._add(fault)

    def slow(
        self,
        method: str,
        template: str,
        seconds: float,
        *,
        after: bool = False,
        times: int | None = 1,
        **match: str,
    ) -> Fault:
        """Wait before doing what was asked, or ``after`` it, before the answer."""
        what = "slow after" if after else "slow"
        return self._add(Fault(method, template, what, times, seconds=seconds, match=match))

    def lose(self, method: str, template: str, *, times: int | None = 1, **match: str) -> Fault:
        """Do it, then close the connection without an answer."""
        return self._add(Fault(method, template, "lose", times, match=match))

    def drop(self, method: str, template: str, *, times: int | None = 1, **match: str) -> Fault:
        """Close the connection before anything is done."""
        return self._add(Fault(method, template, "drop", times, match=match))

    def opening_too_fast(self, *, times: int | None = 1) -> Fault:
        """Refuse to open direct messages: 40003."""
        return self.answer(*OPEN_DM, code=40003, times=times)

    def quarantined(self, *, times: int | None = None) -> Fault:
        """Refuse to open direct messages: 20026, until cleared."""
        return self.answer(*OPEN_DM, code=20026, times=times)

    def clear(self, fault: Fault | None = None) -> None:
        """Take one switch back, or all."""
        self.active = [one for one in self.active if fault is not None and one is not fault]

    def take(self, method: str, template: str, params: dict[str, str]) -> list[Fault]:
        """Return the switches a request meets, and use them up; one kind meets once."""
        found: dict[str, Fault] = {}
        for fault in self.active:
            if fault.what not in found and fault.meets(method, template, params):
                found[fault.what] = fault
                if fault.times is not None:
                    fault.times -= 1
        self.active = [one for one in self.active if one.times is None or one.times > 0]
        return list(found.values())
