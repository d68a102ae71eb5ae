"""The methods about tokens, teams, users and the app itself."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_name

from tests.fakes.slack.access import Call, Method
from tests.fakes.slack.errors import ApiError
from tests.fakes.slack.world import Json

if TYPE_CHECKING:
    from tests.fakes.slack.server import FakeSlack

NOBODY = frozenset[str]()


class AccountMethods:
    """api.test, auth.*, apps.*, team.info, users.info and bots.info."""

    def __init__(self, fake: FakeSlack) -> None:
        self.fake = fake

    def methods(self) -> list[Method]:
        """Return the table of these methods."""
        client = frozenset({"client_id", "client_secret"})
        who, bot = frozenset({"user", "include_locale"}), frozenset({"bot", "team"})
        kinds = {"app": "app", "none": "none"}
        return [
            Method("api.test", self._test, frozenset({"error", "foo"}), token=kinds["none"]),
            Method("auth.test", self._auth, frozenset({"url"})),
            Method("auth.revoke", self._revoke, frozenset({"test"}), form=True),
            Method("apps.uninstall", self._uninstall, client, form=True),
            Method("apps.connections.open", self._connect, NOBODY, token=kinds["app"]),
            Method("team.info", self._team, frozenset({"team"}), "team:read", form=True),
            Method("users.info", self._user, who, "users:read", form=True),
            Method("bots.info", self._bot, bot, "users:read", form=True),
        ]

    async def _test(self, call: Call) -> Json:
        if call.args.get("error"):
            raise ApiError(str(call.args["error"]), args=call.args)
        return {"args": call.args}

    async def _auth(self, call: Call) -> Json:
        space = call.workspace
        user = self.fake.world.users[space.bot_user_id]
        answer = {"url": f"https://{space.domain}.slack.com/", "team": space.name}
        answer |= {"user": user["name"], "team_id": space.id, "user_id": space.bot_user_id}
        return answer | {"bot_id": space.bot_id, "is_enterprise_install": False}

    async def _revoke(self, call: Call) -> Json:
        if not call.flag("test"):
            self.fake.installs.end(call.workspace, "token_revoked")
        return {"revoked": not call.flag("test")}

    async def _uninstall(self, call: Call) -> Json:
        name, secret = call.need("client_id", "client_secret")
        app = self.fake.world.app
        if name != app.client_id:
            raise ApiError("invalid_client_id")
        if secret != app.client_secret:
            raise ApiError("bad_client_secret")
        self.fake.installs.end(call.workspace, "account_inactive", gone=True)
        return {}

    async def _connect(self, call: Call) -> Json:
        return {"url": self.fake.socket.ticket()}

    async def _team(self, call: Call) -> Json:
        space = call.workspace
        if call.args.get("team") not in (None, "", space.id):
            raise ApiError("team_not_found")
        team: Json = {
            "id": space.id,
            "name": space.name,
            "domain": space.domain,
            "email_domain": "",
        }
        team |= {"url": f"https://{space.domain}.slack.com/", "icon": {"image_default": True}}
        return {"team": team}

    async def _user(self, call: Call) -> Json:
        held = self.fake.world.user(call.workspace, call.need("user")[0])
        user = {**held, "profile": dict(held["profile"])}
        if "users:read.email" not in call.workspace.scopes:
            del user["profile"]["email"]
        if not call.flag("include_locale"):
            del user["locale"]
        return {"user": user | self._zone(held["tz"])}

    def _zone(self, tz: str | None) -> Json:
        """Return what Slack says of a zone; who has none is told of as if in California."""
        now = datetime.fromtimestamp(self.fake.clock.now(), ZoneInfo(tz or "America/Los_Angeles"))
        offset = now.utcoffset()
        assert offset is not None
        label = get_timezone_name(now, locale="en_US")
        return {"tz": tz, "tz_label": label, "tz_offset": int(offset.total_seconds())}

    async def _bot(self, call: Call) -> Json:
        space = call.workspace
        if call.args.get("bot") not in (None, "", space.bot_id):
            raise ApiError("bot_not_found")
        app = self.fake.world.app
        bot = {"id": space.bot_id, "deleted": False, "name": app.set_up.bot_name, "app_id": app.id}
        return {"bot": bot | {"user_id": space.bot_user_id, "updated": 0, "icons": {}}}
