"""Socket Mode: a connection of the bot's own that Slack tells it by, renewed by slack_sdk."""

from __future__ import annotations

import asyncio
import time
from typing import Any, Final

from slack_bolt.adapter.socket_mode.async_internals import (
    run_async_bolt_app,
    send_async_response,
)
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot import logs
from bot.adapters.slack.faults import LOST, NOT_OURS, name_of
from bot.errors import StartFailure

_PING: Final = 5.0  # seconds between pings; without an answer to four the connection is renewed

_ENDS: Final = {
    **dict.fromkeys(NOT_OURS, "Slack does not accept COMEBACK_SLACK_APP_TOKEN"),
    "not_allowed_token_type": "COMEBACK_SLACK_APP_TOKEN is not an app-level token",
    "missing_scope": "COMEBACK_SLACK_APP_TOKEN lacks the scope connections:write",
    "forbidden_team": "Slack does not let this app connect",
    "socket_mode_not_enabled": "Socket Mode is turned off in the app's settings",
}


class _Opener(AsyncWebClient):
    """Asks for the address of a connection, and notices when there will never be one again."""

    ended: asyncio.Future[None]

    async def apps_connections_open(self, *, app_token: str, **kwargs: Any) -> AsyncSlackResponse:
        """Return where to connect; raises what Slack says."""
        try:
            return await super().apps_connections_open(app_token=app_token, **kwargs)
        except SlackApiError as fault:
            sentence = _ENDS.get(name_of(fault))
            if sentence and not self.ended.done():
                self.ended.set_exception(StartFailure(sentence))
            raise


class _Client(SocketModeClient):
    """slack_sdk's client, which would try one address for ever; each is good for one attempt."""

    async def connect(self) -> None:
        """Connect to the address at hand; raises ``ConnectionError`` where that does not work."""
        trying = asyncio.ensure_future(super().connect())  # type: ignore[no-untyped-call]  # slack_sdk does not say
        await asyncio.wait([trying], timeout=2 * self.ping_interval)
        if not trying.done():
            trying.cancel()
            await asyncio.wait([trying])
            self.auto_reconnect_enabled = self.default_auto_reconnect_enabled
            raise ConnectionError


class Socket:
    """The connection. slack_sdk opens another one whenever Slack says, or says nothing."""

    def __init__(self, token: str, web: AsyncWebClient, bolt: AsyncApp) -> None:
        self._bolt = bolt
        opener = _Opener(None, base_url=web.base_url, session=web.session, retry_handlers=[])
        opener.ended = asyncio.get_running_loop().create_future()
        self._ended = opener.ended
        self._client = _Client(token, web_client=opener, ping_interval=_PING)
        self._client.socket_mode_request_listeners.append(self._handle)

    async def connect(self) -> None:
        """Connect for the first time. Raises ``StartFailure``."""
        try:
            await self._client.connect_to_new_endpoint()
        except SlackApiError as fault:
            message = _ENDS.get(name_of(fault)) or (
                f"Slack opens no connection ({name_of(fault) or 'no reason'})"
            )
            raise StartFailure(message) from None
        except LOST:
            message = "Slack cannot be reached"
            raise StartFailure(message) from None

    @property
    def is_connected(self) -> bool:
        """Whether there is a connection at this moment."""
        session = self._client.current_session
        return session is not None and not session.closed

    async def stay(self) -> None:
        """Wait until there will be no connection any more. Raises ``StartFailure``."""
        await asyncio.shield(self._ended)

    async def close(self) -> None:
        """Close the connection."""
        await self._client.close()  # type: ignore[no-untyped-call]  # slack_sdk does not say
        if self._ended.done() and not self._ended.cancelled():
            self._ended.exception()  # whoever waited has it
        self._ended.cancel()

    async def _handle(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        """Answer one thing Slack told; a repetition gets the same answer."""
        began = time.time()
        answer = await run_async_bolt_app(self._bolt, request)
        try:
            await send_async_response(client, request, answer, began)
        except (*LOST, AttributeError) as fault:
            # The connection went; Slack tells it again on the next one.
            logs.event("slack.answer_lost", kind=type(fault).__name__)
