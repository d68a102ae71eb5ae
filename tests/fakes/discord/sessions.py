"""Gateway sessions: which shard, which intents, and the events to replay after a cut."""

from __future__ import annotations

import json
import secrets
from asyncio import Queue
from collections import deque
from dataclasses import dataclass, field
from typing import Any

GUILDS, GUILD_MEMBERS, PRESENCES, MESSAGE_CONTENT = 1 << 0, 1 << 1, 1 << 8, 1 << 15
GUILD_MESSAGES, DIRECT_MESSAGES, AUTOMOD = 1 << 9, 1 << 12, 1 << 20
PRIVILEGED = GUILD_MEMBERS | PRESENCES | MESSAGE_CONTENT
KNOWN_INTENTS = 0b11 << 24 | 0b11 << 20 | (1 << 17) - 1
REPLAY = 1000
"""How many events a cut session is kept; ours, Discord does not say."""

_GUILD_EVENTS = ("GUILD_", "CHANNEL_", "THREAD_")

Out = tuple[str, Any]
"""What a connection does next: ``("send", text)``, ``("close", code)`` or ``("cut", None)``."""


@dataclass
class Session:
    """One session of one shard; ``out`` leads to its socket while there is one."""

    shard: int
    shards: int
    intents: int
    id: str = field(default_factory=lambda: secrets.token_hex(16))
    seq: int = 0
    past: deque[tuple[int, str]] = field(default_factory=lambda: deque(maxlen=REPLAY))
    out: Queue[Out] | None = None

    def hears(self, event: str, data: dict[str, Any], guild_id: str | None, bot_id: str) -> bool:
        """Say whether this session gets an event, by its shard and intents."""
        mine = (int(guild_id) >> 22) % self.shards if guild_id else 0
        if mine != self.shard:
            return False
        if event == "INTERACTION_CREATE":
            return True
        if event.startswith("MESSAGE_"):
            return bool(self.intents & (GUILD_MESSAGES if guild_id else DIRECT_MESSAGES))
        if event.startswith("GUILD_MEMBER_"):
            own = event == "GUILD_MEMBER_UPDATE" and data["user"]["id"] == bot_id
            return own or bool(self.intents & GUILD_MEMBERS)
        if event.startswith("AUTO_MODERATION_"):
            return bool(self.intents & AUTOMOD)
        return event.startswith(_GUILD_EVENTS) and bool(self.intents & GUILDS)

    def dispatch(self, event: str, data: dict[str, Any]) -> None:
        """Number an event, keep it for a replay and send it if somebody is connected."""
        self.seq += 1
        text = json.dumps({"t": event, "s": self.seq, "op": 0, "d": data})
        self.past.append((self.seq, text))
        if self.out is not None:
            self.out.put_nowait(("send", text))

    def after(self, seq: int) -> list[str]:
        """Return the events with a higher number."""
        return [text for number, text in self.past if number > seq]


def hidden(data: dict[str, Any], bot_id: str) -> dict[str, Any]:
    """Return a message as an app without the message content intent gets it.

    Its own messages, direct ones and those that mention it stay whole.
    """
    mentioned = any(user["id"] == bot_id for user in data["mentions"])
    if data["author"]["id"] == bot_id or "guild_id" not in data or mentioned:
        return data
    return data | {"content": "", "embeds": [], "attachments": [], "components": []}
