"""What the bot may ask of a workspace, and what for."""

from __future__ import annotations

from typing import Final

from bot.templates import Texts
from bot.words import plain

NEEDED: Final = (
    "commands",
    "chat:write",
    "im:write",
    "channels:read",
    "groups:read",
    "users:read",
    "files:write",
)
"""Every scope the bot asks for."""

OPTIONAL: Final = ("im:history",)
"""What whoever adds the bot may leave out."""


def reason(scope: str) -> str:
    """Return what a scope is for, in one line."""
    return plain(Texts.of("says/slack")(f"for_{scope.replace(':', '_')}"))
