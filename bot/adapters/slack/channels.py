"""Channels as Slack describes them: who is in one, and what the bot lacks there."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import Any, Final

from slack_sdk.errors import SlackApiError

from bot.adapters.slack.faults import name_of
from bot.adapters.slack.workspaces import Workspace
from bot.people import Room

_ID: Final = re.compile(r"[CG][A-Z0-9]{6,20}")
_REMEMBERED: Final = 60.0  # seconds; Slack allows about fifty questions a minute
_PAGE: Final = 1000  # members asked for at once

IN_ROOM: Final = {
    Room.SUPPORT: frozenset({"chat:write", "channels:read", "groups:read"}),
    Room.MODERATORS: frozenset({"chat:write", "channels:read", "groups:read"}),
    Room.DIGEST: frozenset({"chat:write", "channels:read", "groups:read", "files:write"}),
}
"""The scopes that what happens in a room needs."""


@dataclass(frozen=True, slots=True)
class Channel:
    """What is known of a channel; ``members`` counts the bot."""

    private: bool
    archived: bool
    shared: bool
    has_bot: bool
    members: int
    scopes: frozenset[str]


def is_id(text: str) -> bool:
    """Say whether a text can be Slack's id of a channel."""
    return _ID.fullmatch(text) is not None


class Channels:
    """Asks Slack about channels, and remembers for a minute."""

    def __init__(self) -> None:
        self._infos: dict[tuple[str, str], tuple[float, Channel | None]] = {}
        self._members: dict[tuple[str, str], tuple[float, frozenset[str]]] = {}

    async def look(
        self, workspace: Workspace, channel: str, *, fresh: bool = False
    ) -> Channel | None:
        """Return a channel, nothing when the bot cannot find it; raises what else Slack says.

        A private channel the bot was not invited to is not to be found.
        """
        key, now = (workspace.team, channel), time.monotonic()
        until, known = self._infos.get(key, (0.0, None))
        if fresh or until <= now:
            known = await self._asked(workspace, channel)
            self._infos[key] = now + _REMEMBERED, known
        return known

    async def _asked(self, workspace: Workspace, channel: str) -> Channel | None:
        try:
            told = await workspace.client.conversations_info(
                channel=channel, include_num_members=True
            )
        except SlackApiError as fault:
            if name_of(fault) == "channel_not_found":
                return None
            raise
        found: dict[str, Any] = told["channel"]
        headers = {key.lower(): value for key, value in told.headers.items()}
        scopes = str(headers.get("x-oauth-scopes", "")).split(",")
        return Channel(
            bool(found.get("is_private")),
            bool(found.get("is_archived")),
            bool(found.get("is_ext_shared") or found.get("is_pending_ext_shared")),
            bool(found.get("is_member")),
            int(found.get("num_members") or 0),
            frozenset(scope.strip() for scope in scopes),
        )

    async def has_member(self, workspace: Workspace, channel: str, user: str) -> bool:
        """Say whether somebody is in a channel; raises what Slack says."""
        key, now = (workspace.team, channel), time.monotonic()
        until, known = self._members.get(key, (0.0, frozenset()))
        if until <= now:
            known = frozenset(await self._all_members(workspace, channel))
            self._members[key] = now + _REMEMBERED, known
        return user in known

    async def _all_members(self, workspace: Workspace, channel: str) -> list[str]:
        found: list[str] = []
        cursor = ""
        while True:
            told = await workspace.client.conversations_members(
                channel=channel, limit=_PAGE, cursor=cursor
            )
            found += told["members"]
            cursor = (told.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return found


def lacks(room: Room, channel: Channel | None) -> list[str]:
    """Return what the bot lacks in a room, as ``templates/says/checks.j2`` names it."""
    if channel is None:
        return ["gone"]
    found = ["scope"] if not IN_ROOM[room] <= channel.scopes else []
    if channel.archived:
        return [*found, "archived"]
    if channel.shared:
        found.append("shared")
    if not channel.has_bot:
        found.append("not_in")
    if room is Room.MODERATORS and not channel.private:
        found.append("public")
    return found
