"""Who may call what: tokens, scopes, and the table of API methods."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.slack.errors import ApiError
from tests.fakes.slack.world import Json, Workspace, World

ANYWHERE = frozenset({"token", "team_id"})
"""Arguments any method takes; slack_sdk adds ``team_id`` to all where it is told to."""


@dataclass(slots=True)
class Call:
    """One call of a method: its arguments, and the workspace its token opens."""

    method: str
    args: Json
    workspace: Workspace
    token: str

    def need(self, *names: str) -> list[Any]:
        """Return arguments; raises ``invalid_arguments`` where one is missing."""
        missing = [one for one in names if self.args.get(one) in (None, "")]
        if missing:
            lines = [f"missing required field: {one}" for one in missing]
            raise ApiError("invalid_arguments", lines)
        return [self.args[one] for one in names]

    def flag(self, name: str, default: bool = False) -> bool:
        """Return an argument that says yes or no."""
        found = self.args.get(name, default)
        return found in (True, 1, "1", "true", "True")

    def scope(self, *names: str) -> None:
        """Raise ``missing_scope`` where the token holds none of these."""
        if not self.workspace.scopes & set(names):
            provided = ",".join(sorted(self.workspace.scopes))
            raise ApiError("missing_scope", needed=names[0], provided=provided)


Handler = Callable[[Call], Awaitable[Json]]


@dataclass(frozen=True)
class Method:
    """One API method. ``token`` is bot, app or none; ``form`` says that it reads no JSON."""

    name: str
    handler: Handler
    takes: frozenset[str] = frozenset()
    scope: str = ""
    token: str = "bot"  # noqa: S105  the kind of it
    form: bool = False
    extra: frozenset[str] = field(default=frozenset())

    @property
    def arguments(self) -> frozenset[str]:
        """Return every argument it takes."""
        return self.takes | ANYWHERE | self.extra


def token_of(headers: Any, args: Json) -> str:
    """Return the token of a request, from its header or its arguments."""
    header = str(headers.get("Authorization") or "")
    if header.startswith("Bearer "):
        return header.removeprefix("Bearer ").strip()
    return str(args.get("token") or "")


def client_of(headers: Any, args: Json) -> tuple[str, str]:
    """Return id and secret of a client, by basic authorization or arguments."""
    header = str(headers.get("Authorization") or "")
    if header.startswith("Basic "):
        try:
            pair = base64.b64decode(header.removeprefix("Basic ")).decode()
        except (binascii.Error, UnicodeDecodeError):
            pair = ":"
        name, _, secret = pair.partition(":")
        return name, secret
    return str(args.get("client_id") or ""), str(args.get("client_secret") or "")


def opened(world: World, method: Method, headers: Any, args: Json) -> tuple[str, Workspace]:
    """Return a call's token and its workspace; raises where the token does not open it."""
    nobody = Workspace("", "", "", "", "")
    if method.token == "none":  # noqa: S105
        return "", nobody
    token = token_of(headers, args)
    if not token:
        raise ApiError("not_authed")
    if method.token == "app":  # noqa: S105
        if args.get("token") and "Authorization" not in headers:
            raise ApiError("invalid_auth")
        if token == world.app.app_token:
            return token, nobody
        raise ApiError("not_allowed_token_type" if token in world.tokens else "invalid_auth")
    if token == world.app.app_token:
        raise ApiError("not_allowed_token_type")
    team, state = world.tokens.get(token, ("", "invalid_auth"))
    if state != "live":
        raise ApiError(state)
    workspace = world.workspaces[team]
    if method.scope and method.scope not in workspace.scopes:
        provided = ",".join(sorted(workspace.scopes))
        raise ApiError("missing_scope", needed=method.scope, provided=provided)
    return token, workspace
