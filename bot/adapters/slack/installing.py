"""Adding the bot to a workspace by a page: Slack's OAuth, with Bolt's flow."""

from __future__ import annotations

import gettext
from collections.abc import Awaitable, Callable
from functools import cache
from logging import Logger, getLogger
from typing import Any, Final

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from slack_bolt import BoltResponse
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.error import BoltError
from slack_bolt.oauth.async_callback_options import (
    AsyncCallbackOptions,
    AsyncFailureArgs,
    AsyncSuccessArgs,
)
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore

from bot import logs
from bot.adapters.slack.manifest import base
from bot.adapters.slack.scopes import NEEDED, OPTIONAL, reason
from bot.adapters.slack.workspaces import Workspaces
from bot.errors import Gone
from bot.house import House
from bot.templates import FOLDER

_MINUTES: Final = 10  # for which a page that was opened can be used
_ABOUT: Final = "slack/state"
_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

Handler = Callable[[AsyncBoltRequest], Awaitable[BoltResponse]]


class _States(AsyncOAuthStateStore):
    """States that need no table: sealed, with the time until which they are good.

    Bolt keeps each in a cookie of the browser that asked for it, and Slack takes a code once.
    """

    def __init__(self, house: House) -> None:
        self._house = house

    @property
    def logger(self) -> Logger:
        """Where Bolt would log."""
        return getLogger(__name__)

    async def async_issue(self, *args: Any, **kwargs: Any) -> str:
        """Return a new state."""
        until = int(self._house.clock.now().timestamp()) + 60 * _MINUTES
        return self._house.identity.hide(str(until), _ABOUT)

    async def async_consume(self, state: str) -> bool:
        """Say whether a state is ours and still good."""
        try:
            until = int(self._house.identity.show(state, _ABOUT))
        except Gone:
            return False
        return self._house.clock.now().timestamp() < until


class _Store(AsyncInstallationStore):
    """Keeps what Slack gives, sealed, in the house."""

    def __init__(self, workspaces: Workspaces) -> None:
        self._workspaces = workspaces

    @property
    def logger(self) -> Logger:
        """Where Bolt would log."""
        return getLogger(__name__)

    async def async_save(self, installation: Installation) -> None:
        """Take a workspace in. Raises ``BoltError`` for a whole organisation."""
        if installation.is_enterprise_install or not installation.team_id:
            message = "organisation"
            raise BoltError(message)
        scopes = installation.bot_scopes or ""
        await self._workspaces.add(
            installation.team_id,
            {
                "token": installation.bot_token,
                "bot_user": installation.bot_user_id,
                "bot_id": installation.bot_id,
                "scopes": scopes if isinstance(scopes, str) else ",".join(scopes),
            },
        )


class _Flow(AsyncOAuthFlow):
    async def build_install_page_html(self, url: str, request: AsyncBoltRequest) -> str:
        """Return our page instead of Bolt's."""
        scopes = [(name, reason(name), name in OPTIONAL) for name in (*NEEDED, *OPTIONAL)]
        return _page("install", url=url, scopes=scopes)


class Installing:
    """The two pages: one that begins, and one that Slack comes back to."""

    def __init__(self, house: House, workspaces: Workspaces) -> None:
        settings = house.settings
        secret = settings.slack_client_secret
        # Slack's page is not below its API; only a test has both in one place.
        place = settings.slack_api_url
        url = f"{place.rstrip('/').removesuffix('/api')}/oauth/v2/authorize" if place else None
        self._path = settings.slack_path
        self._flow = _Flow(
            client=workspaces.client(),
            settings=AsyncOAuthSettings(
                client_id=settings.slack_client_id,
                client_secret=secret.reveal() if secret else None,
                scopes=[*NEEDED, *OPTIONAL],
                user_scopes=[],
                redirect_uri=f"{base(settings)}/oauth" if settings.slack_url else None,
                authorization_url=url,
                installation_store=_Store(workspaces),
                state_store=_States(house),
                state_expiration_seconds=60 * _MINUTES,
                callback_options=AsyncCallbackOptions(success=_added, failure=_failed),
            ),
        )

    def routes(self) -> list[web.RouteDef]:
        """Return the pages' addresses."""
        return [
            web.get(f"{self._path}/install", self._answer(self._flow.handle_installation)),
            web.get(f"{self._path}/oauth", self._answer(self._flow.handle_callback)),
        ]

    @staticmethod
    def _answer(handle: Handler) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def answer(request: web.Request) -> web.StreamResponse:
            page = await to_aiohttp_response(await handle(await to_bolt_request(request)))
            page.headers.update(_HEADERS)
            return page

        return answer


async def _added(args: AsyncSuccessArgs) -> BoltResponse:
    logs.event("slack.added")
    app = {"app_id": args.installation.app_id, "team": args.installation.team_id}
    return _response(200, _page("added", **app))


async def _failed(args: AsyncFailureArgs) -> BoltResponse:
    reasons = {"access_denied", "invalid_browser", "invalid_state", "invalid_code"}
    known = args.reason if args.reason in reasons else "other"
    if args.error is not None and str(args.error) == "organisation":
        known = "organisation"
    logs.event("slack.not_added", kind=known)
    return _response(args.suggested_status_code, _page("failed", reason=known))


def _response(status: int, page: str) -> BoltResponse:
    return BoltResponse(
        status=status, body=page, headers={"Content-Type": "text/html; charset=utf-8"}
    )


@cache
def _environment() -> Environment:
    """Return the environment of the pages: HTML, so everything is escaped."""
    made = Environment(
        loader=FileSystemLoader(FOLDER / "slack"),
        extensions=["jinja2.ext.i18n"],
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.policies["ext.i18n.trimmed"] = True
    nothing = gettext.NullTranslations()
    made.install_gettext_translations(nothing, newstyle=True)  # type: ignore[attr-defined]  # added by the extension
    return made


def _page(name: str, **values: Any) -> str:
    return _environment().get_template(f"{name}.html").render(values)
