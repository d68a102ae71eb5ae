"""Routes about the bot itself, its guilds and the opening of direct messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.discord import permissions
from tests.fakes.discord.errors import ApiError
from tests.fakes.discord.routes import Call, Reply, Router
from tests.fakes.discord.shapes import channels_of, guild_object, member_of, public_user
from tests.fakes.discord.world import Json

if TYPE_CHECKING:
    from tests.fakes.discord.server import FakeDiscord


class AccountRoutes:
    """What a bot may ask about itself and its guilds."""

    def __init__(self, fake: FakeDiscord) -> None:
        self.fake, self.world = fake, fake.world

    def add_to(self, router: Router) -> None:
        """Add the routes."""
        router.add("GET", "/users/@me", self.me)
        router.add("GET", "/users/@me/guilds", self.my_guilds)
        router.add("POST", "/users/@me/channels", self.open_dm)
        router.add("GET", "/users/{user_id}", self.user)
        router.add("GET", "/oauth2/applications/@me", self.application)
        router.add("GET", "/applications/@me", self.application)
        router.add("GET", "/gateway", self.gateway, token=False)
        router.add("GET", "/gateway/bot", self.gateway_bot)
        router.add("GET", "/guilds/{guild_id}", self.guild)
        router.add("GET", "/guilds/{guild_id}/channels", self.channels)
        router.add("GET", "/guilds/{guild_id}/roles", self.roles)
        router.add("GET", "/guilds/{guild_id}/members/{user_id}", self.member)
        router.add("GET", "/guilds/{guild_id}/auto-moderation/rules", self.automod)

    async def me(self, call: Call) -> Reply:
        """GET the bot's user."""
        return 200, self.world.bot | {"verified": True, "mfa_enabled": True, "locale": "en-US"}

    async def user(self, call: Call) -> Reply:
        """GET anybody's user."""
        if call.params["user_id"] not in self.world.users:
            raise ApiError(10013)
        return 200, public_user(self.world.users[call.params["user_id"]])

    async def my_guilds(self, call: Call) -> Reply:
        """GET the guilds the bot is in."""
        found = sorted(self.world.present, key=int)
        after, limit = int(call.query.get("after", 0)), int(call.query.get("limit", 200))
        chosen = [self.world.guilds[one] for one in found if int(one) > after][:limit]
        return 200, [self._brief(guild) for guild in chosen]

    def _brief(self, guild: Json) -> Json:
        member = self.world.members[guild["id"]][self.world.app_id]
        held = permissions.base(guild, self.world.app_id, member["roles"])
        keys = ("id", "name", "icon", "banner", "features")
        return {key: guild[key] for key in keys} | {"owner": False, "permissions": str(held)}

    async def open_dm(self, call: Call) -> Reply:
        """POST to open a direct message channel; the same one each time."""
        if not isinstance(call.body, dict):
            raise ApiError(50109)
        person = str(call.body.get("recipient_id"))
        if person == self.world.app_id or person not in self.world.users:
            raise ApiError(50033)
        if person not in self.world.dms and not self.fake.rates.open_new_dm():
            raise ApiError(40003)
        return 200, self.world.open_dm(person)

    async def application(self, call: Call) -> Reply:
        """GET the application."""
        app: Json = {"id": self.world.app_id, "name": "Comeback", "icon": None}
        app |= {"description": "", "summary": "", "type": None, "bot": self.world.bot}
        app |= {"bot_public": True, "bot_require_code_grant": False, "verify_key": "0" * 64}
        app |= {"flags": self.fake.app_flags, "hook": True, "redirect_uris": [], "team": None}
        owner = {"id": "1", "username": "operator", "avatar": None, "discriminator": "0"}
        app |= {"owner": owner | {"global_name": None, "public_flags": 0, "bot": False}}
        app |= {"interactions_endpoint_url": None, "role_connections_verification_url": None}
        app |= {"integration_types_config": {"0": {}}, "approximate_guild_count": 1}
        return 200, app

    async def gateway(self, call: Call) -> Reply:
        """GET where the gateway is."""
        return 200, {"url": self.fake.gateway_url}

    async def gateway_bot(self, call: Call) -> Reply:
        """GET where the gateway is and how many shards to open."""
        gateway = self.fake.gateway
        start: Json = {"total": 1000, "remaining": gateway.identifies_left}
        start |= {"reset_after": 86_400_000, "max_concurrency": gateway.max_concurrency}
        return 200, {
            "url": self.fake.gateway_url,
            "shards": self.fake.shards,
            "session_start_limit": start,
        }

    def _guild(self, call: Call) -> Json:
        guild_id = call.params["guild_id"]
        if guild_id not in self.world.guilds:
            raise ApiError(10004)
        if guild_id not in self.world.present:
            raise ApiError(50001)
        return self.world.guilds[guild_id]

    async def guild(self, call: Call) -> Reply:
        """GET a guild."""
        guild = self._guild(call)
        counts: Json = {}
        if call.query.get("with_counts") in ("1", "true"):
            counts["approximate_member_count"] = len(self.world.members[guild["id"]])
            counts["approximate_presence_count"] = 1
        return 200, guild_object(self.world, guild) | counts

    async def channels(self, call: Call) -> Reply:
        """GET a guild's channels."""
        return 200, channels_of(self.world, self._guild(call))

    async def roles(self, call: Call) -> Reply:
        """GET a guild's roles."""
        return 200, self._guild(call)["roles"]

    async def member(self, call: Call) -> Reply:
        """GET a member."""
        guild, user_id = self._guild(call), call.params["user_id"]
        if user_id not in self.world.members[guild["id"]]:
            raise ApiError(10007 if user_id in self.world.users else 10013)
        return 200, member_of(self.world, guild, user_id)

    async def automod(self, call: Call) -> Reply:
        """GET AutoMod's rules; wants Manage Server."""
        guild = self._guild(call)
        member = self.world.members[guild["id"]][self.world.app_id]
        held = permissions.base(guild, self.world.app_id, member["roles"])
        if not held & permissions.MANAGE_GUILD:
            raise ApiError(50013)
        return 200, self.world.automod[guild["id"]]
