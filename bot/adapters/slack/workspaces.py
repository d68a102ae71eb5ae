"""The workspaces the bot is in, and what speaks to Slack for each."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from bot import logs
from bot.adapters.slack.faults import LOST, NOT_OURS, name_of
from bot.errors import StartFailure
from bot.house import House
from bot.people import Space

NAME: Final = "slack"
API: Final = "https://slack.com/api/"
_REMEMBERED: Final = 60.0  # seconds; other processes learn of a workspace in that time
_PATIENCE: Final = 30.0  # seconds for one request


class TokenVoid(StartFailure):
    """Slack does not know the token that is set, any more or at all."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A workspace the bot may speak to. ``client`` waits out a limit once, ``sender`` never."""

    team: str
    space: Space
    bot_user: str
    bot_id: str
    scopes: frozenset[str]
    client: AsyncWebClient = field(repr=False)
    sender: AsyncWebClient = field(repr=False)


class Workspaces:
    """Finds a workspace by Slack's id: from the one token that is set, or from those kept."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._base = (house.settings.slack_api_url or API).rstrip("/") + "/"
        self._session: aiohttp.ClientSession | None = None
        self._only: str | None = None
        self._known: dict[str, tuple[float, Workspace | None]] = {}

    @property
    def session(self) -> aiohttp.ClientSession:
        """All requests' connections."""
        if self._session is None or self._session.closed:
            timeout = aiohttp.ClientTimeout(total=_PATIENCE)
            self._session = aiohttp.ClientSession(timeout=timeout, trust_env=True)
        return self._session

    @property
    def only(self) -> str | None:
        """The one workspace a token is set for, after ``look_in``."""
        return self._only

    def client(self, token: str | None = None, *, patient: bool = True) -> AsyncWebClient:
        """Return what speaks to Slack with a token.

        Nothing is sent again by itself but what a limit kept from being done: slack_sdk's own
        default would repeat a message whose answer was lost.
        """
        handlers = [AsyncRateLimitErrorRetryHandler(max_retry_count=1)] if patient else []
        return AsyncWebClient(
            token, base_url=self._base, session=self.session, retry_handlers=list(handlers)
        )

    async def look_in(self, token: str) -> Workspace:
        """Return the workspace of the token that is set. Raises ``StartFailure``."""
        try:
            told = await self.client(token).auth_test()
        except SlackApiError as fault:
            if name_of(fault) in NOT_OURS:
                message = "Slack does not accept COMEBACK_SLACK_BOT_TOKEN"
                raise TokenVoid(message) from None
            message = f"Slack does not let the bot in ({name_of(fault) or 'no reason'})"
            raise StartFailure(message) from None
        except LOST:
            message = "Slack cannot be reached"
            raise StartFailure(message) from None
        team = str(told["team_id"])
        space = await self._house.identity.space(NAME, team)
        await self._house.spaces.come_back(space.id)
        space = await self._house.identity.space(NAME, team)
        scopes = str({k.lower(): v for k, v in told.headers.items()}.get("x-oauth-scopes", ""))
        content = {
            "token": token,
            "bot_user": told["user_id"],
            "bot_id": told.get("bot_id") or "",
            "scopes": scopes,
        }
        self._only = team
        found = self._workspace(team, space, content)
        self._known[team] = float("inf"), found
        return found

    async def add(self, team: str, content: Mapping[str, Any]) -> Workspace:
        """Take in a workspace somebody added by the page, and keep what lets the bot in."""
        space = await self._house.identity.space(NAME, team)
        if not await self._house.spaces.come_back(space.id):
            space = await self._house.identity.space(NAME, team)
        await self._house.tokens.keep(space.id, dict(content))
        found = self._workspace(team, space, content)
        self._known[team] = time.monotonic() + _REMEMBERED, found
        return found

    async def remove(self, team: str) -> bool:
        """Forget what let the bot in, and begin the week after which all of it is deleted.

        Says whether the bot was in that workspace. Where its token is good there was only an old
        word of leaving, told again after somebody added the bot anew.
        """
        found = await self.of(team)
        if found is None or await self._is_in(found):
            return False
        await self._house.tokens.drop(found.space.id)
        await self._house.spaces.leave(found.space.id)
        self._known.pop(team, None)
        logs.event("slack.left", space=found.space.id)
        return True

    async def look_around(self, *, at_start: bool = False) -> None:
        """Notice which workspaces took the bot out while it was away, and which have it again.

        ``at_start`` the one whose token is set has just been asked.

        One that was added by the page is left while the bot runs for another one's token alone.
        """
        for space, team in await self._house.spaces.left(NAME):
            workspace = await self.of(team)
            if workspace is not None and await self._is_in(workspace):
                await self._house.spaces.come_back(space.id)
        for space, team in await self._house.spaces.live(NAME):
            workspace = await self.of(team)
            if workspace is None:
                await self._house.spaces.leave(space.id)
            elif not (at_start and team == self._only) and await self._is_in(workspace) is False:
                await self.remove(team)

    async def _is_in(self, workspace: Workspace) -> bool | None:
        """Say whether Slack knows a token; nothing, where that cannot be told."""
        try:
            await workspace.client.auth_test()
        except SlackApiError as fault:
            return False if name_of(fault) in NOT_OURS else None
        except LOST:
            return None
        return True

    async def of(self, team: str) -> Workspace | None:
        """Return a workspace, nothing when the bot is not in it."""
        until, known = self._known.get(team, (0.0, None))
        if until > time.monotonic():
            return known
        if self._only is not None:
            return None
        kept = await self._house.tokens.find(NAME, team)
        found = self._workspace(team, *kept) if kept else None
        self._known[team] = time.monotonic() + (_REMEMBERED if found else 1.0), found
        return found

    async def all(self) -> list[Workspace]:
        """Return every workspace the bot is in."""
        teams = [self._only] if self._only else await self._house.tokens.externals(NAME)
        found = [await self.of(team) for team in teams]
        return [one for one in found if one is not None]

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()

    def _workspace(self, team: str, space: Space, content: Mapping[str, Any]) -> Workspace:
        token = str(content["token"])
        return Workspace(
            team,
            space,
            str(content["bot_user"]),
            str(content["bot_id"]),
            frozenset(filter(None, str(content["scopes"]).split(","))),
            self.client(token),
            self.client(token, patient=False),
        )
