"""An app manifest, checked as Slack checks one that is pasted in."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator  # type: ignore[import-untyped]
from jsonschema.exceptions import best_match  # type: ignore[import-untyped]

Json = dict[str, Any]
PLACE = Path(__file__).resolve().parents[3].parent / "shared/contracts/slack-manifest.schema.json"

EVENT_SCOPES: dict[str, tuple[str, ...]] = {
    "app_home_opened": (),
    "app_mention": ("app_mentions:read",),
    "app_uninstalled": (),
    "channel_archive": ("channels:read",),
    "channel_deleted": ("channels:read",),
    "channel_left": ("channels:read",),
    "channel_rename": ("channels:read",),
    "channel_unarchive": ("channels:read",),
    "group_archive": ("groups:read",),
    "group_deleted": ("groups:read",),
    "group_left": ("groups:read",),
    "group_unarchive": ("groups:read",),
    "member_joined_channel": ("channels:read", "groups:read"),
    "member_left_channel": ("channels:read", "groups:read"),
    "message.channels": ("channels:history",),
    "message.groups": ("groups:history",),
    "message.im": ("im:history",),
    "team_join": ("users:read",),
    "tokens_revoked": (),
    "user_change": ("users:read",),
}
"""Which scope, any one of them, an event needs; from the page of each event."""


@functools.cache
def _validator() -> Any:
    if not PLACE.exists():
        return None
    return Draft7Validator(json.loads(PLACE.read_text("utf-8")))


class Manifest:
    """What an app is set up to do. Raises ``ValueError`` where it makes no sense."""

    def __init__(self, raw: Json) -> None:
        self.raw = raw
        faults = list(self._faults())
        if faults:
            raise ValueError("; ".join(faults))

    def _part(self, *names: str) -> Any:
        found: Any = self.raw
        for name in names:
            found = (found or {}).get(name)
        return found

    @property
    def name(self) -> str:
        """Return the app's name."""
        return str(self._part("display_information", "name") or "app")

    @property
    def bot_name(self) -> str:
        """Return the bot user's name."""
        return str(self._part("features", "bot_user", "display_name") or self.name)

    @property
    def commands(self) -> dict[str, Json]:
        """Return its slash commands by name, with the slash."""
        return {one["command"]: one for one in self._part("features", "slash_commands") or []}

    @property
    def shortcuts(self) -> list[Json]:
        """Return its shortcuts."""
        return list(self._part("features", "shortcuts") or [])

    @property
    def home(self) -> bool:
        """Say whether the Home tab is on."""
        return bool(self._part("features", "app_home", "home_tab_enabled"))

    @property
    def messages_tab(self) -> bool:
        """Say whether the Messages tab is on, which is on unless said otherwise."""
        found = self._part("features", "app_home", "messages_tab_enabled")
        return found is None or bool(found)

    @property
    def read_only_tab(self) -> bool:
        """Say whether nobody may write in the Messages tab, and use no commands there."""
        return bool(self._part("features", "app_home", "messages_tab_read_only_enabled"))

    @property
    def scopes(self) -> set[str]:
        """Return the bot scopes asked for, the optional ones left out."""
        return set(self._part("oauth_config", "scopes", "bot") or []) - self.optional

    @property
    def optional(self) -> set[str]:
        """Return the bot scopes an admin may leave out."""
        return set(self._part("oauth_config", "scopes", "bot_optional") or [])

    @property
    def redirects(self) -> list[str]:
        """Return the addresses that may get an installation's code."""
        return list(self._part("oauth_config", "redirect_urls") or [])

    @property
    def socket(self) -> bool:
        """Say whether Socket Mode is on."""
        return bool(self._part("settings", "socket_mode_enabled"))

    @property
    def interactive(self) -> bool:
        """Say whether presses, forms and shortcuts are sent at all."""
        return bool(self._part("settings", "interactivity", "is_enabled"))

    @property
    def interactive_url(self) -> str:
        """Return where presses go without Socket Mode."""
        return str(self._part("settings", "interactivity", "request_url") or "")

    @property
    def events(self) -> list[str]:
        """Return the events it is subscribed to."""
        return list(self._part("settings", "event_subscriptions", "bot_events") or [])

    @property
    def events_url(self) -> str:
        """Return where events go without Socket Mode."""
        return str(self._part("settings", "event_subscriptions", "request_url") or "")

    def _faults(self) -> Iterator[str]:
        validator = _validator()
        if validator is not None:
            error = best_match(validator.iter_errors(self.raw))
            if error is not None:
                place = ".".join(str(part) for part in error.absolute_path)
                yield f"{place or 'manifest'}: {error.message[:200]}"
                return
        yield from self._names()
        yield from self._features()
        if not self.socket:
            yield from self._addresses()

    def _names(self) -> Iterator[str]:
        listed = self._part("features", "slash_commands") or []
        if len(listed) != len(self.commands):
            yield "a slash command is there twice"
        for name in self.commands:
            if not name.startswith("/") or name != name.lower() or " " in name:
                yield f"{name!r} is not the name of a slash command"
        ids = [one["callback_id"] for one in self.shortcuts]
        if len(set(ids)) != len(ids):
            yield "two shortcuts have one callback_id"

    def _features(self) -> Iterator[str]:
        every = self.scopes | self.optional
        if every and self._part("features", "bot_user") is None:
            yield "bot scopes need features.bot_user"
        if (self.commands or self.shortcuts) and "commands" not in self.scopes:
            yield "slash commands and shortcuts need the scope commands"
        if self.shortcuts and not self.interactive:
            yield "shortcuts need settings.interactivity"
        for event in self.events:
            if event not in EVENT_SCOPES:
                yield f"{event} is no event this fake knows"
            elif EVENT_SCOPES[event] and not set(EVENT_SCOPES[event]) & every:
                yield f"{event} needs one of {EVENT_SCOPES[event]}"

    def _addresses(self) -> Iterator[str]:
        for name, command in self.commands.items():
            if not command.get("url"):
                yield f"{name} has no url, and Socket Mode is off"
        if self.interactive and not self.interactive_url:
            yield "interactivity has no request_url, and Socket Mode is off"
        if self.events and not self.events_url:
            yield "events have no request_url, and Socket Mode is off"
