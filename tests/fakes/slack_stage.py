"""A workspace with two channels and two people, and a bot that answers word by word."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from tests.fakes.slack import FakeSlack

Json = dict[str, Any]
SCOPES = ["commands", "chat:write", "im:write", "users:read", "channels:read", "groups:read"]
SCOPES += ["channels:history", "im:history", "im:read", "files:write", "files:read"]
SCOPES += ["channels:join"]
EVENTS = ["app_home_opened", "tokens_revoked", "app_uninstalled", "message.im"]
EVENTS += ["member_joined_channel", "message.channels"]
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


def manifest(url: str = "", **settings: Any) -> Json:
    """Return a manifest, for Socket Mode or with everything sent to one address."""
    command: Json = {"command": "/word", "description": "Something"}
    interactivity: Json = {"is_enabled": True}
    events: Json = {"bot_events": list(EVENTS)}
    if url:
        command["url"] = interactivity["request_url"] = events["request_url"] = url
    shortcuts = [
        {"name": "Write to them", "type": "message", "callback_id": "write", "description": "x"},
        {"name": "Share", "type": "global", "callback_id": "share", "description": "x"},
    ]
    return {
        "display_information": {"name": "Comeback"},
        "features": {
            "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True},
            "bot_user": {"display_name": "Comeback"},
            "slash_commands": [command],
            "shortcuts": shortcuts,
        },
        "oauth_config": {
            "redirect_urls": ["http://127.0.0.1"],
            "scopes": {"bot": list(SCOPES), "bot_optional": ["groups:history"]},
        },
        "settings": {
            "socket_mode_enabled": not url,
            "interactivity": interactivity,
            "event_subscriptions": events,
        }
        | settings,
    }


def section(text: str, kind: str = "mrkdwn") -> Json:
    """Return a section block."""
    return {"type": "section", "text": {"type": kind, "text": text}}


def buttons(*labels: str) -> Json:
    """Return a block of buttons whose action_ids are their labels in lower case."""
    made = [
        {
            "type": "button",
            "action_id": label.lower(),
            "value": f"v-{label.lower()}",
            "text": {"type": "plain_text", "text": label},
        }
        for label in labels
    ]
    return {"type": "actions", "block_id": "row", "elements": made}


def field(name: str, kind: str = "plain_text_input", **more: Any) -> Json:
    """Return an input block; ``optional`` goes to the block, the rest to the element."""
    optional = more.pop("optional", False)
    label = {"type": "plain_text", "text": name.title()}
    element = {"type": kind, "action_id": "v"} | more
    return {
        "type": "input",
        "block_id": name,
        "label": label,
        "optional": optional,
        "element": element,
    }


def modal(*blocks: Json, **more: Any) -> Json:
    """Return a modal."""
    title = {"type": "plain_text", "text": "Form"}
    submit = {"type": "plain_text", "text": "Send"}
    view = {"type": "modal", "callback_id": "form", "title": title, "submit": submit}
    return view | {"blocks": list(blocks or [field("words")])} | more


class SocketBot:
    """One connection of Socket Mode that acknowledges everything, unless it is ``silent``."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.heard: list[Json] = []
        self.answers: dict[str, Any] = {}
        """What to acknowledge with, by type or type of payload; a function gets the payload."""
        self.silent = False
        self.pongs: list[bytes] = []
        self.socket: Any = None
        self._task: asyncio.Task[None] | None = None

    async def connect(self) -> SocketBot:
        """Ask for an address and connect to it."""
        opened = await self.stage.call(
            "apps.connections.open", token=self.stage.fake.app.app_token
        )
        self.socket = await self.stage.session.ws_connect(opened["url"], autoping=False)
        self._task = asyncio.ensure_future(self._read())
        await self.stage.fake.until(lambda: self.of("hello") or self.of("disconnect"))
        return self

    def of(self, kind: str) -> list[Json]:
        """Return the frames of a type, or of a type of payload."""
        return [one for one in self.heard if kind in (one["type"], _kind(one))]

    async def _read(self) -> None:
        async for message in self.socket:
            if message.type is aiohttp.WSMsgType.PONG:
                self.pongs.append(message.data)
            if message.type is not aiohttp.WSMsgType.TEXT:
                continue
            frame = json.loads(message.data)
            self.heard.append(frame)
            self.stage.fake.moved()
            if "envelope_id" in frame and not self.silent:
                await self.ack(frame)

    async def ack(self, frame: Json) -> None:
        """Acknowledge an envelope."""
        found = self.answers.get(_kind(frame), self.answers.get(frame["type"]))
        payload = found(frame["payload"]) if callable(found) else found
        told = {"envelope_id": frame["envelope_id"]} | ({"payload": payload} if payload else {})
        await self.socket.send_str(json.dumps(told))

    async def close(self) -> None:
        """Hang up."""
        if self.socket is not None:
            await self.socket.close()
        if self._task is not None:
            await self._task


def _kind(frame: Json) -> str:
    payload = frame.get("payload") or {}
    return str(payload.get("event", payload).get("type") or "")


class Stage:
    """A workspace with the app in it, a public and a private channel, ana and ben."""

    def __init__(self, fake: FakeSlack, session: aiohttp.ClientSession) -> None:
        self.fake, self.session = fake, session
        self.space = fake.workspace("Second Start")
        fake.install(self.space)
        self.room = fake.channel(self.space, "support")
        self.hidden = fake.channel(self.space, "admins", private=True, bot=False)
        self.other = fake.channel(self.space, "general", bot=False)
        rooms = (self.room, self.hidden, self.other)
        self.ana = fake.person("ana", self.space, channels=rooms)
        self.ben = fake.person("ben", self.space, channels=(self.room,))
        self.client = AsyncWebClient(token=self.space.bot_token, base_url=fake.api)
        self.bots: list[SocketBot] = []

    async def bot(self) -> SocketBot:
        """Connect a bot by socket."""
        bot = SocketBot(self)
        self.bots.append(bot)
        return await bot.connect()

    async def call(self, method: str, token: str | None = None, **args: Any) -> Json:
        """Call a method with a JSON body, and return what Slack said."""
        headers = {"Authorization": f"Bearer {token or self.space.bot_token}"}
        url = self.fake.api + method
        async with self.session.post(url, json=args, headers=headers) as answer:
            return dict(await answer.json())

    async def form(self, method: str, **args: Any) -> Json:
        """Call a method with a form, the token in it."""
        sent = {"token": self.space.bot_token} | args
        async with self.session.post(self.fake.api + method, data=sent) as answer:
            return dict(await answer.json())

    async def post(self, *blocks: Json, text: str = "Hello", **more: Any) -> Json:
        """Post a message to the public channel, and return Slack's answer."""
        args = {"channel": self.room["id"], "text": text} | more
        return await self.call(
            "chat.postMessage", **args, **({"blocks": blocks} if blocks else {})
        )

    async def respond(self, url: str, **body: Any) -> tuple[int, str]:
        """Post to a response_url, and return status and text."""
        async with self.session.post(url, json=body) as answer:
            return answer.status, await answer.text()

    def trigger(self, view: str = "") -> str:
        """Return a fresh trigger of ana's."""
        return self.fake.triggers.new(self.space.id, self.ana.id, view)

    async def open(self, view: Json | None = None) -> Json:
        """Open a modal in front of ana."""
        return await self.call("views.open", trigger_id=self.trigger(), view=view or modal())


@asynccontextmanager
async def opened(make: Callable[[], FakeSlack] = FakeSlack, url: str = "") -> AsyncIterator[Stage]:
    """Start a fake with a stage on it."""
    async with make() as fake, aiohttp.ClientSession() as session:
        fake.configure(manifest(url))
        fake.deadline = 0.2
        stage = Stage(fake, session)
        yield stage
        for bot in stage.bots:
            await bot.close()
