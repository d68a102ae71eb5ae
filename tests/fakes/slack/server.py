"""The fake itself: one server for the Web API, sockets and pages, and what a test asks of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from typing import Any

from aiohttp import web

from tests.fakes.discord.clock import Clock
from tests.fakes.slack.access import Method
from tests.fakes.slack.account_methods import AccountMethods
from tests.fakes.slack.channel_methods import ChannelMethods
from tests.fakes.slack.chat_methods import ChatMethods
from tests.fakes.slack.content import Checker
from tests.fakes.slack.delivery import Delivery
from tests.fakes.slack.errors import MISTAKES, ApiError
from tests.fakes.slack.faults import Faults
from tests.fakes.slack.files import Files
from tests.fakes.slack.http import Http
from tests.fakes.slack.installs import Installs
from tests.fakes.slack.interactions import Interactions
from tests.fakes.slack.manifest import EVENT_SCOPES, Manifest
from tests.fakes.slack.messages import Messages
from tests.fakes.slack.people import Person
from tests.fakes.slack.rates import Rates
from tests.fakes.slack.response_urls import ResponseUrls
from tests.fakes.slack.serving import Serving
from tests.fakes.slack.socket import Socket
from tests.fakes.slack.traffic import Traffic
from tests.fakes.slack.triggers import Triggers
from tests.fakes.slack.view_methods import ViewMethods
from tests.fakes.slack.views import Views
from tests.fakes.slack.world import App, Json, Workspace, World


class FakeSlack:
    """Slack on 127.0.0.1. ``check=False`` leaves the contract of blocks and views out."""

    def __init__(self, *, check: bool = True) -> None:
        self.clock = Clock()
        self.deadline = 3.0
        """Seconds in which the bot must acknowledge."""
        self.world = World(self.clock)
        self.traffic, self.faults, self.rates = Traffic(), Faults(), Rates(self.clock)
        self.checker = Checker(check)
        self.triggers = Triggers(self.clock)
        self.messages = Messages(self.world, self.moved)
        self.views = Views(self.world, self.moved)
        self.files, self.installs = Files(self), Installs(self)
        self.urls, self.interactions = ResponseUrls(self), Interactions(self)
        self.delivery, self.socket, self.http = Delivery(self), Socket(self), Http(self)
        self.people: dict[str, Person] = {}
        self.violations: list[str] = []
        """What the bot sent and never should have, one sentence each."""
        self.refusals: list[str] = []
        """Every error this fake answered by itself, one sentence each."""
        self.unknown_routes: list[str] = []
        self.host = ""
        self._change = asyncio.Event()
        self._runner: web.AppRunner | None = None
        self.world.tell = self.delivery.tell
        groups = (AccountMethods(self), ChatMethods(self), ChannelMethods(self))
        every = [method for group in groups for method in group.methods()]
        every += ViewMethods(self).methods() + self.files.methods() + self.installs.methods()
        self.methods: dict[str, Method] = {method.name: method for method in every}

    @property
    def api(self) -> str:
        """The address of the Web API, for ``AsyncWebClient(base_url=…)``."""
        return f"{self.host}/api/"

    @property
    def app(self) -> App:
        """The app as its settings pages show it."""
        return self.world.app

    async def start(self) -> FakeSlack:
        """Listen on a free port."""
        app = Serving(self).application()
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.host = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def stop(self) -> None:
        """Cut every connection and stop listening."""
        await self.delivery.cancel()
        self.socket.drop()
        await self.http.stop()
        if self._runner is not None:
            await self._runner.cleanup()

    async def __aenter__(self) -> FakeSlack:
        return await self.start()

    async def __aexit__(self, *error: object) -> None:
        await self.stop()

    # Setting up.

    def configure(self, manifest: Json) -> None:
        """Paste in an app manifest; raises ``ValueError`` where it makes no sense."""
        self.world.app.manifest = Manifest(manifest)

    def workspace(self, name: str) -> Workspace:
        """Make a workspace; the app is not in it until it is installed."""
        return self.world.add_workspace(name)

    def install(self, workspace: Workspace, also: Iterable[str] = ()) -> str:
        """Press *Install to workspace*; ``also`` names optional scopes that are granted."""
        return self.installs.give(workspace, self.installs.granted(also))

    async def uninstall(self, workspace: Workspace) -> None:
        """Remove the app from a workspace."""
        self.installs.end(workspace, "account_inactive", gone=True)
        await self.delivery.settled()

    async def revoke(self, workspace: Workspace) -> None:
        """Revoke the token only."""
        self.installs.end(workspace, "token_revoked")
        await self.delivery.settled()

    def channel(
        self, workspace: Workspace, name: str, *, private: bool = False, bot: bool = True
    ) -> Json:
        """Make a channel; ``bot`` says that the app is in it. Flags are set on what it returns."""
        return self.world.add_channel(workspace, name, private=private, bot=bot)

    def person(
        self, name: str, workspace: Workspace, *, channels: Iterable[Json] = (), **more: Any
    ) -> Person:
        """Return somebody new: ``admin``, ``owner``, ``locale``, ``tz``, ``real_name``, …"""
        user = self.world.add_user(workspace, name, **more)
        for channel in channels:
            self.world.members[channel["id"]].add(user["id"])
        person = self.people[user["id"]] = Person(self, user["id"])
        self.world.tell(workspace, {"type": "team_join", "user": dict(user)}, "team_join")
        return person

    def archive(self, channel: Json, archived: bool = True) -> None:
        """Let somebody archive a channel, or take it out of the archive."""
        self.world.archive(channel, archived)

    def delete_channel(self, channel: Json) -> None:
        """Let an owner delete a channel, with everything in it."""
        self.world.delete(channel)
        self.messages.forget(channel["id"])

    def event_scopes(self, kind: str) -> tuple[str, ...]:
        """Return the scopes of which an event needs one."""
        return EVENT_SCOPES.get(kind, ())

    def check_open(self, user: Json) -> None:
        """Raise where the app cannot write to somebody."""
        if user["deleted"]:
            raise ApiError("user_disabled")
        if user["id"] in self.world.closed:
            raise ApiError(self.world.closed[user["id"]])
        if not self.world.app.set_up.messages_tab:
            raise ApiError("messages_tab_disabled")

    # Judging.

    def assert_clean(self) -> None:
        """Raise if the bot sent what it should not, or asked for what is not here."""
        assert not self.violations, self.violations
        assert not self.unknown_routes, self.unknown_routes

    def note(self, where: str, error: ApiError) -> None:
        """Remember a refusal, and as a violation where the bot should have known."""
        line = f"{where}: {error.error} {'; '.join(error.messages)}".strip()
        if "needed" in error.body:
            line += f" needs {error.body['needed']}"
        self.refusals.append(line)
        if error.error in MISTAKES:
            self.violations.append(line)

    def note_reply(self, channel: Json, args: Json) -> None:
        """Remember a reply to a reply, which Slack's page warns of."""
        held = self.messages.by_key.get((channel["id"], str(args.get("thread_ts"))))
        if held is not None and held.get("thread_ts") not in (None, held["ts"]):
            self.violations.append("chat.postMessage: thread_ts is a reply's, not its parent's")

    def moved(self) -> None:
        """Wake whoever waits for something to change."""
        self._change.set()
        self._change = asyncio.Event()

    async def until(self, holds: Callable[[], Any], seconds: float = 5.0) -> Any:
        """Wait until ``holds()`` is true and return it; looks only when something happened."""

        async def watch() -> Any:
            while not (found := holds()):
                await self._change.wait()
            return found

        return await asyncio.wait_for(watch(), seconds)
