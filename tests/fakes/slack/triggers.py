"""Trigger ids: three seconds, one view, one use."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from tests.fakes.discord.clock import Clock
from tests.fakes.slack.errors import ApiError

SECONDS = 3.0


@dataclass
class Trigger:
    """What a press or command gives to the bot to open one view with."""

    id: str
    team: str
    user: str
    made: float
    view: str = ""
    """The view it was pressed in, if it was one."""
    used: bool = False


class Triggers:
    """All triggers. ``seconds`` may be changed by a test."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.seconds = SECONDS
        self._by_id: dict[str, Trigger] = {}

    def new(self, team: str, user: str, view: str = "") -> str:
        """Return a fresh trigger's id."""
        number = secrets.randbelow(10**12)
        name = f"{number}.{secrets.randbelow(10**12)}.{secrets.token_hex(16)}"
        self._by_id[name] = Trigger(name, team, user, self.clock.monotonic(), view)
        return name

    def take(self, name: str, team: str) -> Trigger:
        """Use a trigger up, and return it; raises where it opens nothing more."""
        found = self._by_id.get(name)
        if found is None or found.team != team:
            raise ApiError("invalid_trigger_id")
        if found.used:
            raise ApiError("exchanged_trigger_id")
        if self.clock.monotonic() - found.made > self.seconds:
            raise ApiError("expired_trigger_id")
        found.used = True
        return found

    def see(self, name: str, team: str) -> Trigger:
        """Return a trigger without using it up; raises where there is none."""
        found = self._by_id.get(name)
        if found is None or found.team != team:
            raise ApiError("invalid_trigger_id")
        return found
