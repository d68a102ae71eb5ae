"""Who and what there is: the app, workspaces, users, channels, in Slack's own JSON shape."""

from __future__ import annotations

import hashlib
import itertools
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.discord.clock import Clock
from tests.fakes.slack.errors import ApiError
from tests.fakes.slack.manifest import Manifest

Json = dict[str, Any]
_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def ident(thing: Any) -> str:
    """Return the id of a channel, user or workspace, given it or its id."""
    if isinstance(thing, dict):
        return str(thing["id"])
    return str(getattr(thing, "id", thing))


@dataclass
class App:
    """The app as its settings pages show it."""

    id: str
    client_id: str
    client_secret: str
    signing_secret: str
    app_token: str
    verification_token: str
    manifest: Manifest | None = None

    @property
    def set_up(self) -> Manifest:
        """Return the manifest; raises ``LookupError`` where none was pasted in."""
        if self.manifest is None:
            raise LookupError("the app has no manifest: call configure first")
        return self.manifest


@dataclass(eq=False)
class Workspace:
    """One workspace; ``bot_token`` is empty until the app is installed."""

    id: str
    name: str
    domain: str
    bot_user_id: str
    bot_id: str
    bot_token: str = ""
    scopes: set[str] = field(default_factory=set)

    @property
    def team(self) -> Json:
        """Return it as interactions name it."""
        return {"id": self.id, "domain": self.domain}


class World:
    """Everything Slack would keep. ``tell(workspace, event, kind)`` is set by the server."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self._ids, self._last_ts = itertools.count(1), 0
        app_id = self.new_id("A")
        self.app = App(
            app_id,
            f"{secrets.randbelow(10**12):012d}.{secrets.randbelow(10**13):013d}",
            secrets.token_hex(16),
            secrets.token_hex(16),
            f"xapp-1-{app_id}-{secrets.randbelow(10**13):013d}-{secrets.token_hex(32)}",
            secrets.token_urlsafe(18),
        )
        self.workspaces: dict[str, Workspace] = {}
        self.users: dict[str, Json] = {}
        self.channels: dict[str, Json] = {}
        self.members: dict[str, set[str]] = {}
        self.dms: dict[str, str] = {}
        """The DM of a user with the app, by user."""
        self.closed: dict[str, str] = {}
        """Who takes no DM from the app, and the error that says so."""
        self.tokens: dict[str, tuple[str, str]] = {}
        """Workspace and state of every bot token: live, token_revoked or account_inactive."""
        self.tell: Callable[[Workspace, Json, str], None] = lambda workspace, event, kind: None

    # Ids and times.

    def new_id(self, letter: str) -> str:
        """Return an id as ``C0…``, never given out twice."""
        digest = hashlib.sha256(f"{letter}{next(self._ids)}".encode()).digest()
        return f"{letter}0" + "".join(_LETTERS[byte % 36] for byte in digest[:9])

    def new_ts(self) -> str:
        """Return a timestamp that is an id: microseconds, growing."""
        self._last_ts = max(int(self.clock.now() * 1_000_000), self._last_ts + 1)
        return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"

    # Making things.

    def add_workspace(self, name: str) -> Workspace:
        """Make a workspace, without the app."""
        domain = "".join(letter for letter in name.lower().replace(" ", "-") if letter.isascii())
        ids = (self.new_id(letter) for letter in "TUB")
        team, user, bot = ids
        workspace = Workspace(team, name, domain, user, bot)
        self.workspaces[team] = workspace
        self.users[user] = _user(user, team, "comeback") | {"is_bot": True}
        return workspace

    def add_channel(
        self, workspace: Workspace, name: str, *, private: bool = False, bot: bool = True
    ) -> Json:
        """Make a channel; ``bot`` says that the app is in it."""
        channel = _channel(self.new_id("C"), workspace.id, name, private, int(self.clock.now()))
        self.channels[channel["id"]] = channel
        self.members[channel["id"]] = {workspace.bot_user_id} if bot else set()
        return channel

    def add_user(self, workspace: Workspace, name: str, **more: Any) -> Json:
        """Make somebody in a workspace."""
        user = _user(self.new_id("U"), workspace.id, name, **more)
        self.users[user["id"]] = user
        return user

    def open_dm(self, user_id: str) -> Json:
        """Return somebody's DM with the app, opened if need be."""
        if user_id not in self.dms:
            workspace = self.workspaces[self.users[user_id]["team_id"]]
            channel: Json = {"id": self.new_id("D"), "created": int(self.clock.now())}
            channel |= {"is_archived": False, "is_im": True, "is_org_shared": False}
            channel |= {"context_team_id": workspace.id, "user": user_id, "is_user_deleted": False}
            channel |= {"is_private": True, "priority": 0}
            self.channels[channel["id"]] = channel
            self.members[channel["id"]] = {user_id, workspace.bot_user_id}
            self.dms[user_id] = channel["id"]
        return self.channels[self.dms[user_id]]

    # Asking.

    def workspace_of(self, thing: Json) -> Workspace:
        """Return the workspace of a channel or a user."""
        return self.workspaces[thing.get("context_team_id") or thing["team_id"]]

    def has_bot(self, channel: Json) -> bool:
        """Say whether the app is in a channel."""
        return self.workspace_of(channel).bot_user_id in self.members[channel["id"]]

    def bot_sees(self, channel: Json) -> bool:
        """Say whether the app may know of a channel."""
        return not channel["is_private"] or self.has_bot(channel)

    def channel(self, workspace: Workspace, channel_id: Any) -> Json:
        """Return a channel of a workspace that the app may know of; raises."""
        found = self.channels.get(str(channel_id))
        if found is None or found["context_team_id"] != workspace.id or not self.bot_sees(found):
            raise ApiError("channel_not_found")
        return found

    def user(self, workspace: Workspace, user_id: Any) -> Json:
        """Return a user of a workspace; raises."""
        found = self.users.get(str(user_id))
        if found is None or found["team_id"] != workspace.id:
            raise ApiError("user_not_found")
        return found

    # Coming and going.

    def join(self, channel: Json, user_id: str) -> None:
        """Let somebody, or the app, join a channel."""
        if user_id in self.members[channel["id"]]:
            return
        self.members[channel["id"]].add(user_id)
        self._moved("member_joined_channel", channel, user_id)

    def leave(self, channel: Json, user_id: str) -> None:
        """Let somebody, or the app, leave a channel."""
        workspace = self.workspace_of(channel)
        self.members[channel["id"]].discard(user_id)
        if user_id == workspace.bot_user_id:
            kind = "group_left" if channel["is_private"] else "channel_left"
            self.tell(workspace, {"type": kind, "channel": channel["id"]}, kind)
        else:
            self._moved("member_left_channel", channel, user_id)

    def archive(self, channel: Json, archived: bool) -> None:
        """Archive a channel, or take it out of the archive."""
        channel["is_archived"] = archived
        kind = "group" if channel["is_private"] else "channel"
        what = f"{kind}_archive" if archived else f"{kind}_unarchive"
        event = {"type": what, "channel": channel["id"], "user": "U0CREATOR"}
        if self.has_bot(channel):
            self.tell(self.workspace_of(channel), event, what)

    def delete(self, channel: Json) -> None:
        """Delete a channel."""
        what = "group_deleted" if channel["is_private"] else "channel_deleted"
        inside = self.has_bot(channel)
        del self.channels[channel["id"]], self.members[channel["id"]]
        if inside:
            event = {"type": what, "channel": channel["id"]}
            self.tell(self.workspace_of(channel), event, what)

    def _moved(self, kind: str, channel: Json, user_id: str) -> None:
        workspace = self.workspace_of(channel)
        event: Json = {"type": kind, "user": user_id, "channel": channel["id"]}
        event |= {"channel_type": "G" if channel["is_private"] else "C", "team": workspace.id}
        if self.has_bot(channel):
            self.tell(workspace, event, kind)


def kind_of(channel: Json) -> str:
    """Return how scopes name a channel's type: channels, groups or im."""
    if channel.get("is_im"):
        return "im"
    return "groups" if channel["is_private"] else "channels"


def name_in_payload(channel: Json) -> str:
    """Return a channel's name as interactions tell it (from memory: a private one is hidden)."""
    if channel.get("is_im"):
        return "directmessage"
    return "privategroup" if channel["is_private"] else str(channel["name"])


def _channel(channel_id: str, team: str, name: str, private: bool, created: int) -> Json:
    channel: Json = {"id": channel_id, "name": name, "name_normalized": name}
    channel |= {"is_channel": not private, "is_group": False, "is_im": False, "is_mpim": False}
    channel |= {"is_private": private, "is_archived": False, "is_general": False}
    channel |= {"created": created, "creator": "U0CREATOR", "is_shared": False}
    channel |= {"is_ext_shared": False, "is_org_shared": False, "context_team_id": team}
    channel |= {"shared_team_ids": [team], "pending_shared": [], "previous_names": []}
    empty = {"value": "", "creator": "", "last_set": 0}
    return channel | {"topic": dict(empty), "purpose": dict(empty), "unlinked": 0}


def _user(user_id: str, team: str, name: str, **more: Any) -> Json:
    real = more.get("real_name") or name.title()
    profile: Json = {"real_name": real, "real_name_normalized": real, "title": "", "phone": ""}
    display = more.get("display_name", name)
    profile |= {"display_name": display, "display_name_normalized": display, "team": team}
    profile |= {"email": more.get("email") or f"{name}@example.org", "status_text": ""}
    profile |= {"first_name": real.split()[0], "last_name": real.split()[-1], "avatar_hash": "0"}
    admin, owner = bool(more.get("admin")), bool(more.get("owner"))
    user: Json = {"id": user_id, "team_id": team, "name": name, "deleted": False}
    user |= {"real_name": real, "profile": profile, "color": "9f69e7", "updated": 1_700_000_000}
    user |= {"tz": more.get("tz", "Europe/Berlin"), "locale": more.get("locale") or "en-US"}
    user |= {"tz_label": "", "tz_offset": 0, "is_bot": False, "is_app_user": False}
    user |= {"is_admin": admin or owner, "is_owner": owner, "is_primary_owner": False}
    return user | {"is_restricted": False, "is_ultra_restricted": False, "has_2fa": False}
