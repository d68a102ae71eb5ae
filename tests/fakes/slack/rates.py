"""Rate limits: tiers a minute for each method and workspace, and posts for each channel."""

from __future__ import annotations

import math
from collections import deque

from tests.fakes.discord.clock import Clock
from tests.fakes.slack.errors import Limited

TIERS = {1: 1, 2: 20, 3: 50, 4: 100}
"""Calls a minute. Slack promises "at least" these; the fake grants exactly these."""
MANY = 600
"""Calls a minute of methods with a special limit: "hundreds of requests per minute"."""
POSTS_AT_ONCE = 20
"""How many posts one channel takes in a burst, before it is one a second.

Slack says one a second a channel, that short bursts are allowed, and no number; this one is ours.
"""
POSTS_A_MINUTE = 300
"""Posts of one app to one workspace: "several hundred messages per minute"."""

METHODS: dict[str, int] = {
    "api.test": 4,
    "apps.connections.open": 3,
    "apps.uninstall": 1,
    "auth.revoke": 3,
    "bots.info": 3,
    "chat.delete": 3,
    "chat.postEphemeral": 4,
    "chat.update": 3,
    "conversations.history": 3,
    "conversations.info": 3,
    "conversations.join": 3,
    "conversations.list": 2,
    "conversations.members": 4,
    "conversations.open": 3,
    "conversations.replies": 3,
    "files.completeUploadExternal": 4,
    "files.delete": 3,
    "files.getUploadURLExternal": 4,
    "files.info": 4,
    "oauth.v2.access": 4,
    "team.info": 3,
    "users.conversations": 3,
    "users.info": 4,
    "views.open": 4,
    "views.publish": 4,
    "views.push": 4,
    "views.update": 4,
}
"""The tier of each method, from its page. Those not here have a special limit."""


class Rates:
    """All windows. ``on = False`` for a benchmark; ``tiers`` may be changed by a test."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.on = True
        self.tiers = dict(TIERS)
        self.posts_at_once = POSTS_AT_ONCE
        self.posts_a_minute = POSTS_A_MINUTE
        self._calls: dict[tuple[str, str], deque[float]] = {}
        self._channels: dict[str, tuple[float, float]] = {}

    def take(self, method: str, team: str) -> None:
        """Count a call; raises ``Limited``."""
        if not self.on:
            return
        most = self.posts_a_minute if method == "chat.postMessage" else MANY
        if method in METHODS:
            most = self.tiers[METHODS[method]]
        now = self.clock.monotonic()
        calls = self._calls.setdefault((method, team), deque())
        while calls and calls[0] <= now - 60:
            calls.popleft()
        if len(calls) >= most:
            raise Limited(max(1, math.ceil(calls[0] + 60 - now)))
        calls.append(now)

    def post(self, channel: str) -> None:
        """Count a post to a channel; raises ``Limited``."""
        if not self.on:
            return
        now = self.clock.monotonic()
        left, since = self._channels.get(channel, (float(self.posts_at_once), now))
        left = min(float(self.posts_at_once), left + (now - since))
        if left < 1:
            self._channels[channel] = (left, now)
            raise Limited(max(1, math.ceil(1 - left)))
        self._channels[channel] = (left - 1, now)
