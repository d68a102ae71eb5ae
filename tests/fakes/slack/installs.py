"""Installing the app, by an admin's button or by OAuth, and taking it away again."""

from __future__ import annotations

import html
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from aiohttp import web

from tests.fakes.slack.access import Call, Method
from tests.fakes.slack.errors import ApiError
from tests.fakes.slack.world import Json, Workspace

if TYPE_CHECKING:
    from tests.fakes.slack.server import FakeSlack

CODE_SECONDS = 600.0


@dataclass
class Code:
    """What the browser carries back to the bot after an installation."""

    workspace: Workspace
    user: str
    scopes: set[str]
    redirect: str
    made: float
    used: bool = False


class Installs:
    """Tokens: given, revoked, taken away; and Slack's side of OAuth."""

    def __init__(self, fake: FakeSlack) -> None:
        self.fake = fake
        self.codes: dict[str, Code] = {}

    def methods(self) -> list[Method]:
        """Return the table of these methods."""
        takes = {"client_id", "client_secret", "code", "redirect_uri", "grant_type"}
        none = "none"
        return [Method("oauth.v2.access", self._access, frozenset(takes), token=none, form=True)]

    def give(self, workspace: Workspace, scopes: set[str]) -> str:
        """Give a workspace its token. One that is live stays the same (from memory)."""
        if not workspace.bot_token:
            numbers = f"{secrets.randbelow(10**12):012d}-{secrets.randbelow(10**13):013d}"
            workspace.bot_token = f"xoxb-{numbers}-{secrets.token_urlsafe(18)}"
            self.fake.world.tokens[workspace.bot_token] = (workspace.id, "live")
        workspace.scopes = set(scopes)
        name = self.fake.world.app.set_up.bot_name
        self.fake.world.users[workspace.bot_user_id]["name"] = name.lower().replace(" ", "-")
        return workspace.bot_token

    def granted(self, also: Iterable[str] = ()) -> set[str]:
        """Return the scopes of an installation; raises ``ValueError`` for one not optional."""
        manifest, wanted = self.fake.world.app.set_up, set(also)
        if wanted - manifest.optional:
            raise ValueError(f"not optional in the manifest: {wanted - manifest.optional}")
        return manifest.scopes | wanted

    def end(self, workspace: Workspace, state: str, *, gone: bool = False) -> None:
        """Let a token die; ``gone`` says that the app is uninstalled as well."""
        token, workspace.bot_token = workspace.bot_token, ""
        if token:
            self.fake.world.tokens[token] = (workspace.id, state)
        tell = self.fake.world.tell
        tokens: Json = {"oauth": [], "bot": [workspace.bot_user_id]}
        revoked: Json = {"type": "tokens_revoked", "tokens": tokens}
        tell(workspace, revoked, "tokens_revoked")
        if gone:
            workspace.scopes = set()
            world = self.fake.world
            for channel in world.channels.values():
                if not channel.get("is_im"):
                    world.members[channel["id"]].discard(workspace.bot_user_id)
            tell(workspace, {"type": "app_uninstalled"}, "app_uninstalled")

    # OAuth.

    def refused(self, query: Json) -> str:
        """Return why Slack's page shows an error for these parameters, or nothing."""
        app = self.fake.world.app
        manifest = app.set_up
        if query.get("client_id") != app.client_id:
            return "invalid_client_id"
        asked = {one for one in str(query.get("scope") or "").split(",") if one}
        if not asked:
            return "invalid_scope_requested: no_scopes"
        unknown = asked - manifest.scopes - manifest.optional
        if unknown:
            return f"invalid_scope: {', '.join(sorted(unknown))}"
        if not manifest.redirects:
            return "bad_redirect_uri: no redirect_uri is configured"
        given = query.get("redirect_uri")
        if given and not any(given.startswith(one) for one in manifest.redirects):
            return f"bad_redirect_uri: {given}"
        return ""

    async def page(self, request: web.Request) -> web.StreamResponse:
        """Serve Slack's page that asks whether to install the app."""
        query = dict(request.query)
        wrong = self.refused(query)
        if wrong:
            text = f"Something went wrong when authorizing this app. {html.escape(wrong)}"
            return web.Response(status=200, text=text, content_type="text/html")
        listed = "".join(f"<li>{html.escape(one)}</li>" for one in query["scope"].split(","))
        name = html.escape(self.fake.world.app.set_up.name)
        text = f"<h1>{name} is requesting permission</h1><ul>{listed}</ul>"
        return web.Response(text=text, content_type="text/html")

    def agree(self, query: Json, workspace: Workspace, user: str, also: Iterable[str]) -> str:
        """Press Allow, and return where the browser is sent."""
        manifest = self.fake.world.app.set_up
        asked = set(query["scope"].split(","))
        redirect = query.get("redirect_uri") or manifest.redirects[0]
        code = f"{secrets.randbelow(10**12)}.{secrets.token_hex(24)}"
        scopes = (asked - manifest.optional) | (asked & set(also))
        now = self.fake.clock.monotonic()
        given = query.get("redirect_uri") or ""
        self.codes[code] = Code(workspace, user, scopes, given, now)
        return f"{redirect}?{urlencode({'code': code, 'state': query.get('state') or ''})}"

    def refuse(self, query: Json) -> str:
        """Press Cancel, and return where the browser is sent."""
        redirect = query.get("redirect_uri") or self.fake.world.app.set_up.redirects[0]
        told = {"error": "access_denied", "state": query.get("state") or ""}
        return f"{redirect}?{urlencode(told)}"

    async def _access(self, call: Call) -> Json:
        app, args = self.fake.world.app, call.args
        if args.get("client_id") != app.client_id:
            raise ApiError("invalid_client_id")
        if args.get("client_secret") != app.client_secret:
            raise ApiError("bad_client_secret")
        code = self.codes.get(str(args.get("code")))
        if code is None or self.fake.clock.monotonic() - code.made > CODE_SECONDS:
            raise ApiError("invalid_code")
        if code.used:
            raise ApiError("code_already_used")
        if (args.get("redirect_uri") or "") != code.redirect:
            raise ApiError("bad_redirect_uri")
        code.used = True
        token = self.give(code.workspace, code.scopes)
        space = code.workspace
        answer: Json = {"app_id": app.id, "authed_user": {"id": code.user}, "enterprise": None}
        answer |= {"scope": ",".join(sorted(code.scopes)), "token_type": "bot"}
        answer |= {"access_token": token, "bot_user_id": space.bot_user_id}
        return answer | {
            "team": {"id": space.id, "name": space.name},
            "is_enterprise_install": False,
        }
