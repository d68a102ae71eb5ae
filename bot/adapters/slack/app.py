"""Slack: what comes in by Bolt goes to the desk, by a handful of listeners."""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from typing import Any, Final

from aiohttp import web
from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult

from bot import logs
from bot.adapters.slack import payloads
from bot.adapters.slack.desk import Desk
from bot.adapters.slack.gate import Gate
from bot.adapters.slack.installing import Installing
from bot.adapters.slack.payloads import Happened
from bot.adapters.slack.platform import Slack
from bot.adapters.slack.socket import Socket
from bot.adapters.slack.workspaces import NAME, TokenVoid, Workspaces
from bot.app import Bot
from bot.errors import StartFailure
from bot.house import house_of
from bot.settings import Settings

_JSON: Final[dict[str, str | Sequence[str]]] = {"Content-Type": "application/json;charset=utf-8"}
_ANY: Final = re.compile(".*", re.DOTALL)

_HOUR: Final = 3600.0  # seconds
_SOON: Final = 60.0  # seconds in which Slack has surely made a token void

Body = Mapping[str, Any]


def create(settings: Settings, bot: Bot) -> App:
    """Return the app, ready to be opened; nothing is asked of Slack yet.

    From then on the house sends through it what is for Slack. Raises ``StartFailure`` where the
    settings do not say how Slack is to be reached.
    """
    _check(settings)
    app = App(settings, bot)
    house_of(bot).platforms[NAME] = app.platform
    return app


@contextlib.asynccontextmanager
async def connected(app: App, *, looks_only: bool = False) -> AsyncIterator[None]:
    """Go in and leave in the end; with ``looks_only`` only to ask. Raises ``StartFailure``."""
    try:
        await (app.look_in() if looks_only else app.open())
        yield
    finally:
        await app.close()


def _check(settings: Settings) -> None:
    """Raise ``StartFailure`` when something Slack needs is not set."""
    message = ""
    one = settings.slack_bot_token is not None
    several = settings.slack_client_id is not None or settings.slack_client_secret is not None
    if one and several:
        message = (
            "COMEBACK_SLACK_BOT_TOKEN is for one workspace and COMEBACK_SLACK_CLIENT_ID for "
            "several; unset one of them"
        )
    elif several and not (settings.slack_client_id and settings.slack_client_secret):
        message = "COMEBACK_SLACK_CLIENT_ID and COMEBACK_SLACK_CLIENT_SECRET belong together"
    elif not (one or several):
        message = "COMEBACK_SLACK_BOT_TOKEN is not set; the app's page OAuth & Permissions has it"
    elif not (settings.slack_app_token or settings.slack_signing_secret):
        message = (
            "set COMEBACK_SLACK_APP_TOKEN for Socket Mode, or COMEBACK_SLACK_SIGNING_SECRET for "
            "HTTP"
        )
    if message:
        raise StartFailure(message)


class App:
    """The bot on Slack: one workspace or several, by a socket or over HTTP or both."""

    def __init__(self, settings: Settings, bot: Bot) -> None:
        self.house = house_of(bot)
        self.settings = settings
        self.workspaces = Workspaces(self.house)
        words = frozenset(name.partition(" ")[0] for name in bot.commands)
        self.platform = Slack(self.house, self.workspaces, words)
        self.desk = Desk(self.house, bot, self.workspaces, self.platform)
        self._bolt: AsyncApp | None = None
        self._gate: Gate | None = None
        self._socket: Socket | None = None
        self._ended = asyncio.Event()
        self._doubt = asyncio.Event()
        self._watching: asyncio.Task[None] | None = None

    @property
    def bolt(self) -> AsyncApp:
        """Bolt's app, made when it is first needed: it wants a running loop."""
        if self._bolt is None:
            self._bolt = self._made()
        return self._bolt

    def _made(self) -> AsyncApp:
        async def authorize(team_id: str | None) -> AuthorizeResult:
            """Return who the bot is in a workspace; Slack need not be asked.

            The desk answers where the bot is not any more: Bolt would, in place of the message
            that was pressed, for everybody.
            """
            found = await self.workspaces.of(team_id or "")
            return AuthorizeResult(
                enterprise_id=None,
                team_id=team_id,
                bot_user_id=found.bot_user if found else None,
                bot_id=found.bot_id if found else None,
                bot_token=found.client.token if found else None,
            )

        # Answered with the response: Bolt's own runner looks every 10 ms whether there is one.
        # Signatures are looked at before Bolt reads anything, see ``gate``.
        made = AsyncApp(
            name="comeback",
            client=self.workspaces.client(),
            authorize=authorize,
            process_before_response=True,
            request_verification_enabled=False,
            attaching_function_token_enabled=False,
        )
        prefix = self.settings.slack_prefix
        made.command(_ANY)(self._listener(lambda body: payloads.command(body, prefix)))
        made.action(_ANY)(self._listener(payloads.press))
        made.view(_ANY)(self._listener(payloads.form))
        made.shortcut(_ANY)(self._listener(payloads.shortcut))
        made.event("app_home_opened")(self._home)
        made.event("app_uninstalled")(self._left)
        made.event("tokens_revoked")(self._revoked)
        made.event(_ANY)(self._nothing)
        return made

    def routes(self) -> list[web.RouteDef]:
        """Return what Slack and who adds the bot call it by."""
        path, found = self.settings.slack_path, []
        if self.settings.slack_signing_secret is not None:
            self._gate = Gate(self.settings.slack_signing_secret.reveal(), self.bolt)
            found.append(web.post(f"{path}/events", self._gate.handle))
        if self.settings.slack_client_id is not None:
            found += Installing(self.house, self.workspaces).routes()
        return found

    def is_ready(self) -> bool:
        """Say whether Slack can reach the bot."""
        return self._socket is None or self._socket.is_connected

    async def stay(self) -> None:
        """Wait until Slack ends it. Raises ``StartFailure``."""
        waiting = [self._ended.wait(), *([self._socket.stay()] if self._socket else [])]
        tasks = [asyncio.ensure_future(one) for one in waiting]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        message = "the bot was taken out of the workspace of COMEBACK_SLACK_BOT_TOKEN"
        raise StartFailure(message)

    async def open(self) -> None:
        """Find out which workspace it is, and connect. Raises ``StartFailure``."""
        try:
            await self.look_in()
        except TokenVoid:
            # Of which workspace it was, nobody says; those added by the page are kept.
            await self.workspaces.look_around()
            raise
        if self.settings.slack_app_token is not None:
            token = self.settings.slack_app_token.reveal()
            self._socket = Socket(token, self.workspaces.client(), self.bolt)
            await self._socket.connect()
        logs.event("slack.ready", count=len(await self.workspaces.all()))
        self.desk.begin(self._look_around(at_start=True))
        self._watching = asyncio.create_task(self._watch())

    async def _watch(self) -> None:
        """Look every hour, and soon after a doubt, which workspaces took the bot out.

        What Slack tells of that can be lost, or come before the token is void.
        """
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_HOUR):
                    await self._doubt.wait()
                self._doubt.clear()
                await asyncio.sleep(_SOON)
            await self._look_around()

    async def _look_around(self, *, at_start: bool = False) -> None:
        try:
            await self.workspaces.look_around(at_start=at_start)
        except Exception as fault:
            logs.fault("slack.not_looked_around", fault)  # it is done again
        if self.workspaces.only and await self.workspaces.of(self.workspaces.only) is None:
            self._ended.set()

    async def look_in(self) -> None:
        """Find out which workspace the token is of; nothing comes in yet."""
        if self.settings.slack_bot_token is not None:
            await self.workspaces.look_in(self.settings.slack_bot_token.reveal())

    async def close(self) -> None:
        """Let what is being answered come to its end, then go."""
        if self._gate is not None:
            self._gate.is_open = False
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.gather(self._watching, return_exceptions=True)
        await self.desk.close()
        if self._socket is not None:
            await self._socket.close()
        await self.desk.close()  # what came meanwhile
        await self.workspaces.close()

    # What Slack tells.

    def _listener(
        self, read: Callable[[Body], Happened]
    ) -> Callable[[Body], Awaitable[BoltResponse]]:
        async def listen(body: Body) -> BoltResponse:
            told = await self.desk.take(read(body))
            return BoltResponse(status=200, body=told, headers=_JSON if told else None)

        return listen

    async def _home(self, body: Body) -> BoltResponse:
        event = body["event"]
        if event.get("tab") == "home":
            self.desk.begin(self._open_home(str(body["team_id"]), str(event["user"])))
        return BoltResponse(status=200, body="")

    async def _open_home(self, team: str, user: str) -> None:
        await self.desk.open_home(team, user)

    async def _left(self, body: Body) -> BoltResponse:
        team = str(body["team_id"])
        if not await self.workspaces.remove(team):
            self._doubt.set()
        elif team == self.workspaces.only:
            self._ended.set()
        return BoltResponse(status=200, body="")

    async def _revoked(self, body: Body) -> BoltResponse:
        """Notice that the bot's own token is void; those of people it never had."""
        if (body["event"].get("tokens") or {}).get("bot"):
            return await self._left(body)
        return BoltResponse(status=200, body="")

    async def _nothing(self) -> BoltResponse:
        return BoltResponse(status=200, body="")
