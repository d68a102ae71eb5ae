"""Serving what the bot asks: reads it, meets faults and limits, writes it down, answers."""

from __future__ import annotations

import asyncio
import json
import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.fakes.slack import args as arguments
from tests.fakes.slack.access import Call, Method, client_of, opened
from tests.fakes.slack.errors import ApiError
from tests.fakes.slack.faults import Fault
from tests.fakes.slack.traffic import Request
from tests.fakes.slack.world import Json

if TYPE_CHECKING:
    from tests.fakes.slack.server import FakeSlack

Answer = tuple[int, Any, dict[str, str]]
HEADERS = ("User-Agent", "Content-Type", "Authorization", "Cookie")


class Cut(Exception):
    """The connection ends without an answer."""


class Serving:
    """All addresses the bot may ask."""

    def __init__(self, fake: FakeSlack) -> None:
        self.fake = fake

    def application(self) -> web.Application:
        """Return the application that serves them."""
        app = web.Application(client_max_size=120 * 1024 * 1024)
        app.router.add_get("/link/", self.fake.socket.handle)
        app.router.add_get("/oauth/v2/authorize", self.fake.installs.page)
        app.router.add_post("/upload/v1/{ticket}", self._upload)
        app.router.add_post("/{kind:commands|actions|app}/{team}/{number}/{secret}", self._respond)
        app.router.add_route("*", "/api/{method}", self._call)
        app.router.add_route("*", "/{path:.*}", self._unknown)
        return app

    async def _call(self, request: web.Request) -> web.StreamResponse:
        return await self._serve(request, request.match_info["method"], self._answer)

    async def _upload(self, request: web.Request) -> web.StreamResponse:
        return await self._serve(request, "upload", self._take_upload)

    async def _respond(self, request: web.Request) -> web.StreamResponse:
        return await self._serve(request, "response_url", self._take_response)

    async def _unknown(self, request: web.Request) -> web.StreamResponse:
        self.fake.unknown_routes.append(f"{request.method} {request.path}")
        return web.Response(status=404)

    async def _serve(
        self, request: web.Request, name: str, serve: Callable[..., Any]
    ) -> web.StreamResponse:
        headers = {key: request.headers[key] for key in HEADERS if key in request.headers}
        record = Request(request.method, request.path, name, dict(request.query), headers)
        self.fake.traffic.request(record)
        try:
            status, body, more = await serve(request, name, record)
        except Cut:
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        finally:
            self.fake.moved()
        text = body if isinstance(body, str) else json.dumps(body)
        record.status, record.answer = status, text
        kind = "text/plain" if isinstance(body, str) else "application/json"
        return web.Response(status=status, text=text, headers=more, content_type=kind)

    async def _take_upload(self, request: web.Request, name: str, record: Request) -> Answer:
        content = await arguments.upload(request)
        record.files = [("upload", content)]
        return await self._with_faults(
            name, {}, lambda: _done(self.fake.files.receive(request.match_info["ticket"], content))
        )

    async def _take_response(self, request: web.Request, name: str, record: Request) -> Answer:
        raw = await request.read()
        try:
            record.body = json.loads(raw)
        except ValueError:
            record.body = raw.decode(errors="replace")
        args = record.body if isinstance(record.body, dict) else {}
        secret = request.match_info["secret"]
        return await self._with_faults(
            name, args, lambda: _done(self.fake.urls.take(secret, raw)), note=name
        )

    async def _answer(self, request: web.Request, name: str, record: Request) -> Answer:
        method = self.fake.methods.get(name)
        try:
            if method is None:
                self.fake.unknown_routes.append(f"{request.method} {request.path}")
                raise ApiError("unknown_method", req_method=name)
            record.body = args = await arguments.read(request, form_only=method.form)
        except ApiError as error:
            self.fake.note(name, error)
            return error.status, error.body, {}
        return await self._with_faults(
            name, args, lambda: self._do(method, request.headers, args), note=name
        )

    async def _do(self, method: Method, headers: Any, args: Json) -> Answer:
        if method.name in ("oauth.v2.access", "apps.uninstall"):
            name, secret = client_of(headers, args)
            args = args | {"client_id": name, "client_secret": secret}
        token, workspace = opened(self.fake.world, method, headers, args)
        self.fake.rates.take(method.name, workspace.id)
        unknown = sorted(set(args) - method.arguments)
        if unknown and method.name != "api.test":
            self.fake.violations.append(f"{method.name}: {unknown} are no arguments of it")
        body = {"ok": True} | await method.handler(Call(method.name, args, workspace, token))
        scopes = ",".join(sorted(workspace.scopes))
        return 200, body, {"x-oauth-scopes": scopes, "x-accepted-oauth-scopes": method.scope}

    async def _with_faults(
        self, name: str, args: Json, do: Callable[[], Any], *, note: str = ""
    ) -> Answer:
        active = self.fake.faults.take(name, args)
        if "drop" in active:
            raise Cut
        await _wait(active.get("slow"))
        if "answer" in active:
            fault = active["answer"]
            return fault.status, fault.body, fault.headers
        try:
            status, body, headers = await do()
        except ApiError as error:
            self.fake.note(note or name, error)
            status, body, headers = error.status, error.body, error.headers
        except Exception:
            self.fake.violations.append(f"the fake failed at {name}: {traceback.format_exc()}")
            status, body, headers = 500, {"ok": False, "error": "fatal_error"}, {}
        await _wait(active.get("slow after"))
        if "lose" in active:
            raise Cut
        return status, body, headers


async def _done(answer: tuple[int, str]) -> Answer:
    status, text = answer
    return status, text, {}


async def _wait(fault: Fault | None) -> None:
    if fault is not None:
        await asyncio.sleep(fault.seconds)
