"""Rate limits: buckets with their headers, the global one, and the ban for invalid requests."""

from __future__ import annotations

import hashlib
import math
from collections import deque
from dataclasses import dataclass
from typing import Any

from tests.fakes.discord.clock import Clock

Json = dict[str, Any]
MAJOR = ("channel_id", "guild_id", "webhook_id", "webhook_token")
UNBOUND = ("/interactions/", "/webhooks/")
"""Interaction routes are not part of a bot's global limit."""
AS_DISCORD: dict[str, tuple[int, float]] = {
    "POST /channels/{channel_id}/messages": (5, 5.0),
    "PATCH /channels/{channel_id}/messages/{message_id}": (5, 5.0),
    "DELETE /channels/{channel_id}/messages/{message_id}": (5, 1.0),
    "POST /webhooks/{webhook_id}/{webhook_token}": (5, 2.0),
}
"""Measured by others; Discord publishes no figures and tells them by header."""


class Limited(Exception):
    """A 429, with its headers and body."""

    def __init__(self, headers: dict[str, str], body: Any) -> None:
        super().__init__(body)
        self.headers, self.body = headers, body


def limited(
    retry_after: float, *, scope: str = "user", via: bool = True, headers: Json | None = None
) -> Limited:
    """Return a 429; ``scope`` is user, shared or global. Without Via, it is Cloudflare's."""
    every = {"Retry-After": str(math.ceil(retry_after)), "X-RateLimit-Scope": scope}
    if via:
        every["Via"] = "1.1 google"
    if scope == "global":
        every["X-RateLimit-Global"] = "true"
    body = {"message": "You are being rate limited.", "retry_after": round(retry_after, 3)}
    return Limited(every | (headers or {}), body | {"global": scope == "global"})


@dataclass(slots=True)
class Window:
    """One bucket's fixed window."""

    ends: float
    left: int


class Rates:
    """The figures, all settable; generous unless ``as_discord`` is called."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.default: tuple[int, float] = (100_000, 1.0)
        self.buckets: dict[str, tuple[int, float]] = {}
        self.per_second: int | None = None
        self.invalid: deque[float] = deque()
        self.invalid_requests = 0
        """401, 403 and 429 answered, shared ones aside, since the beginning."""
        self.invalid_before_ban = 10_000
        self.new_dms: tuple[int, float] | None = None
        """How many people a bot may open a first direct message with, in how many seconds."""
        self._opened: deque[float] = deque()
        self._windows: dict[str, Window] = {}
        self._global = Window(0.0, 0)

    def as_discord(self) -> None:
        """Set the figures bots measured, and 50 requests a second for all routes."""
        self.buckets = dict(AS_DISCORD)
        self.per_second = 50

    def take(self, route: str, params: dict[str, str]) -> dict[str, str]:
        """Count a request and return its headers; raises ``Limited``."""
        now = self.clock.monotonic()
        self._take_global(route, now)
        limit, seconds = self.buckets.get(route, self.default)
        key = f"{route}:{':'.join(params[name] for name in MAJOR if name in params)}"
        window = self._windows.get(key)
        if window is None or window.ends <= now:
            window = self._windows[key] = Window(now + seconds, limit)
        window.left -= 1
        after = window.ends - now
        headers = {
            "X-RateLimit-Limit": str(limit),
            "X-RateLimit-Remaining": str(max(0, window.left)),
            "X-RateLimit-Reset": f"{self.clock.now() + after:.3f}",
            "X-RateLimit-Reset-After": f"{after:.3f}",
            "X-RateLimit-Bucket": hashlib.blake2b(route.encode(), digest_size=16).hexdigest(),
        }
        if window.left < 0:
            raise limited(after, headers=headers)
        return headers

    def _take_global(self, route: str, now: float) -> None:
        if self.per_second is None or any(part in route for part in UNBOUND):
            return
        if self._global.ends <= now:
            self._global = Window(now + 1, self.per_second)
        self._global.left -= 1
        if self._global.left < 0:
            raise limited(self._global.ends - now, scope="global")

    def open_new_dm(self) -> bool:
        """Count a first direct message; say whether it is allowed, or 40003."""
        now = self.clock.monotonic()
        if self.new_dms is not None:
            most, seconds = self.new_dms
            while self._opened and self._opened[0] <= now - seconds:
                self._opened.popleft()
            if len(self._opened) >= most:
                return False
        self._opened.append(now)
        return True

    def count_invalid(self, status: int, headers: dict[str, str]) -> None:
        """Count an answer towards the ban."""
        if status in (401, 403, 429) and headers.get("X-RateLimit-Scope") != "shared":
            self.invalid_requests += 1
            self.invalid.append(self.clock.monotonic())

    @property
    def banned(self) -> bool:
        """Say whether Cloudflare keeps this address out for now."""
        since = self.clock.monotonic() - 600
        while self.invalid and self.invalid[0] <= since:
            self.invalid.popleft()
        return len(self.invalid) >= self.invalid_before_ban
