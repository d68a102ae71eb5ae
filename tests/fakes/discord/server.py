"""The fake itself: one server for HTTP and the gateway, and what a test asks of it."""

from __future__ import annotations

import asyncio
import json
import traceback
from collections.abc import Callable
from typing import Any

from aiohttp import web
from multidict import CIMultiDict

from tests.fakes.discord import bodies, contract
from tests.fakes.discord.account_routes import AccountRoutes
from tests.fakes.discord.callbacks import Callbacks
from tests.fakes.discord.channel_routes import ChannelRoutes
from tests.fakes.discord.clock import Clock
from tests.fakes.discord.commands import Commands
from tests.fakes.discord.errors import MISTAKES, ApiError, Unauthorized, refused, sentences
from tests.fakes.discord.faults import Fault, Faults
from tests.fakes.discord.gateway import Gateway
from tests.fakes.discord.interactions import Interactions
from tests.fakes.discord.messages import Messages
from tests.fakes.discord.people import Person
from tests.fakes.discord.rates import Limited, Rates, limited
from tests.fakes.discord.routes import Call, Handler, Router
from tests.fakes.discord.shapes import guild_create
from tests.fakes.discord.traffic import Request, Traffic
from tests.fakes.discord.world import World, new_user

API = "/api/v10"
TOKEN = "fake.bot.token"  # noqa: S105  it opens nothing
Answer = tuple[int, Any, dict[str, str]]


class Cut(Exception):
    """The connection ends without an answer."""


class FakeDiscord:
    """Discord on 127.0.0.1. ``check=False`` leaves the contract out, for a benchmark."""

    def __init__(self, *, token: str = TOKEN, shards: int = 1, check: bool = True) -> None:
        self.token, self.shards = token, shards
        self.checks_contract = check and contract.document() is not None
        self.app_flags = 0
        self.clock = Clock()
        self.world = World(self.clock)
        self.traffic, self.faults, self.rates = Traffic(), Faults(), Rates(self.clock)
        self.messages = Messages(self, self.world)
        self.gateway = Gateway(self)
        self.interactions = Interactions(self)
        self.commands = Commands(self)
        self.people: dict[str, Person] = {}
        self.violations: list[str] = []
        """What the bot sent and never should have, one sentence each."""
        self.refusals: list[str] = []
        """Every 4xx this fake answered by itself, one sentence each."""
        self.unknown_routes: list[str] = []
        self.host, self.gateway_url = "", ""
        self._router = Router()
        self._change = asyncio.Event()
        self._runner: web.AppRunner | None = None
        self.world.emit = self.gateway.dispatch
        self.world.here = lambda guild: guild_create(self.world, guild, self.messages.threads_of)
        for routes in (AccountRoutes, ChannelRoutes, Callbacks):
            routes(self).add_to(self._router)
        self.commands.add_to(self._router)

    @property
    def api(self) -> str:
        """The address of the HTTP API, for ``discord.http.Route.BASE``."""
        return self.host + API

    async def start(self) -> FakeDiscord:
        """Listen on a free port."""
        app = web.Application(client_max_size=120 * 1024 * 1024)
        app.router.add_get("/gateway/", self.gateway.handle)
        app.router.add_get("/gateway/resume", self.gateway.handle)
        app.router.add_get("/attachments/{channel}/{id}/{name}", self._file)
        app.router.add_route("*", "/{path:.*}", self._serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        port = self._runner.addresses[0][1]
        self.host, self.gateway_url = f"http://127.0.0.1:{port}", f"ws://127.0.0.1:{port}/gateway/"
        self.messages.composer.host = self.host
        return self

    async def stop(self) -> None:
        """Cut every connection and stop listening."""
        for connection in list(self.gateway.connections):
            connection.out.put_nowait(("cut", None))
        if self._runner is not None:
            await self._runner.cleanup()

    async def __aenter__(self) -> FakeDiscord:
        return await self.start()

    async def __aexit__(self, *error: object) -> None:
        await self.stop()

    def person(self, name: str, *guilds: Any, **more: Any) -> Person:
        """Return somebody new: ``user_id``, ``global_name``, ``locale``, ``avatar``, ``roles``."""
        roles, user_id = more.pop("roles", ()), more.pop("user_id", None) or self.world.new_id()
        user = new_user(user_id, name, **({"locale": "en-US"} | more))
        self.world.users[user_id] = user
        for guild in guilds:
            self.world.add_member(guild, user, roles)
        person = self.people[user_id] = Person(self, user_id)
        return person

    def assert_clean(self) -> None:
        """Raise if the bot sent what it should not, or asked for what is not here."""
        assert not self.violations, self.violations
        assert not self.unknown_routes, self.unknown_routes

    # Waiting, without looking again and again.

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

    # HTTP.

    async def _file(self, request: web.Request) -> web.StreamResponse:
        content = self.messages.composer.files.get(request.match_info["id"])
        if content is None:
            raise web.HTTPNotFound
        return web.Response(body=content, content_type="application/octet-stream")

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        path = request.path.removeprefix(API)
        found = self._router.find(request.method, path) if request.path != path else None
        record = Request(request.method, path, found[0] if found else "", dict(request.query))
        self.traffic.request(record)
        try:
            status, body, headers = await self._answer(request, path, found, record)
        except Cut:
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        finally:
            self.moved()
        text = body if isinstance(body, str) else json.dumps(body)
        record.status, record.answer = status, text
        self.rates.count_invalid(status, headers)
        all_headers = CIMultiDict({"Via": "1.1 google"} | headers)
        if status == 204:
            return web.Response(status=204, headers=all_headers)
        if isinstance(body, str):
            return web.Response(status=status, text=body, headers=headers)
        all_headers["Content-Type"] = "application/json"
        return web.Response(status=status, body=text.encode(), headers=all_headers)

    async def _answer(
        self,
        request: web.Request,
        path: str,
        found: tuple[str, dict[str, str], Handler, bool] | None,
        record: Request,
    ) -> Answer:
        if self.rates.banned:
            return 429, "error code: 1015", {"Retry-After": "600"}
        try:
            record.body, files = await bodies.read(request)
            record.files = [files[number] for number in sorted(files)]
            if found is None:
                self.unknown_routes.append(f"{request.method} {path}")
                raise ApiError(0)
            template, params, handler, token = found
            if token and request.headers.get("Authorization") != f"Bot {self.token}":
                raise Unauthorized
            call = Call(request.method, path, template, params, request.query, record.body, files)
            return await self._with_faults(call, handler)
        except ApiError as error:
            self._note(request.method, record.template or path, error)
            return error.status, error.body, {}
        except Limited as reached:
            return _limited(reached)

    async def _with_faults(self, call: Call, handler: Handler) -> Answer:
        active = {
            one.what: one for one in self.faults.take(call.method, call.template, call.params)
        }
        if "drop" in active:
            raise Cut
        await _wait(active.get("slow"))
        if "limit" in active:
            told = active["limit"].limited
            assert told is not None
            return _limited(told)
        if "answer" in active:
            fault = active["answer"]
            return fault.status, fault.body, fault.headers
        route = f"{call.method} {call.template}"
        headers = self.rates.take(route, call.params)
        try:
            self._check(route, call)
            status, body = await handler(call)
        except ApiError as error:
            self._note(call.method, call.template, error)
            status, body = error.status, error.body
        except Exception:
            self.violations.append(f"the fake failed at {route}: {traceback.format_exc()}")
            status, body = 500, {"message": "500: Internal Server Error", "code": 0}
        await _wait(active.get("slow after"))
        if "lose" in active:
            raise Cut
        return status, body, headers

    def _check(self, route: str, call: Call) -> None:
        if not self.checks_contract or call.method in ("GET", "DELETE"):
            return
        channel = self.world.channels.get(call.params.get("channel_id", ""))
        found = contract.faults(route, call.body, channel["type"] if channel else None)
        if found:
            raise refused([("", "CONTRACT", line) for line in found])

    def _note(self, method: str, template: str, error: ApiError) -> None:
        told = "; ".join(sentences(error.errors)) or error.body["message"]
        line = f"{method} {template}: {error.status} {error.code} {told}"
        self.refusals.append(line)
        if error.code in MISTAKES:
            self.violations.append(line)


async def _wait(fault: Fault | None) -> None:
    if fault is not None:
        await asyncio.sleep(fault.seconds)


def _limited(reached: Limited) -> Answer:
    if "Via" not in reached.headers:
        return 429, "error code: 1015", reached.headers
    return 429, reached.body, reached.headers


__all__ = ["FakeDiscord", "limited"]
