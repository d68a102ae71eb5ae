"""Getting something to the bot, by socket or HTTP as the manifest says, and events again."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.fakes.slack.world import Json, Workspace

if TYPE_CHECKING:
    from tests.fakes.slack.server import FakeSlack

COMMAND, INTERACTIVE, EVENT = "slash_commands", "interactive", "events_api"
TIMEOUT, FAILED = "operation_timeout", "dispatch_failed"
"""What Slack shows by itself; the names are from memory, Slack lists them nowhere."""
AGAIN_AFTER = (0.0, 60.0, 300.0)
"""When an event is sent again: at once, after one minute and after five."""
LAST_WORDS = ("tokens_revoked", "app_uninstalled")
"""Events that come although the token is dead."""


@dataclass
class Ack:
    """What the bot answered; ``status`` 0 is nothing in time."""

    status: int = 0
    body: Any = None
    seconds: float = 0.0
    error: str = ""
    final: bool = False
    """Whether the bot asked for no other try (``x-slack-no-retry``)."""

    @property
    def acked(self) -> bool:
        """Say whether the bot acknowledged in time."""
        return 200 <= self.status < 300


@dataclass
class Again:
    """An event that is to be sent once more."""

    due: float
    payload: Json
    attempt: int
    reason: str


class Delivery:
    """The one way to the bot. ``waiting`` are the events still to be sent again."""

    def __init__(self, fake: FakeSlack) -> None:
        self.fake = fake
        self.waiting: list[Again] = []
        self.last_event: Json | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def send(self, kind: str, payload: Json, *, answers: bool = False) -> Ack:
        """Send a command or an interaction, and wait for its acknowledgement."""
        start = self.fake.clock.monotonic()
        way = self.fake.socket if self.fake.world.app.set_up.socket else self.fake.http
        ack = await way.deliver(kind, payload, answers=answers)
        ack.seconds = self.fake.clock.monotonic() - start
        self.fake.moved()
        return ack

    # Events.

    def tell(self, workspace: Workspace, event: Json, kind: str) -> None:
        """Send an event in a task of its own, if the app is subscribed to it."""
        if self._hears(workspace, kind):
            self.background(self._event(self._wrapped(workspace, event)))

    def background(self, doing: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Do something in a task that ends with the fake."""
        task = asyncio.ensure_future(doing)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def event(self, workspace: Workspace, event: Json, kind: str) -> bool:
        """Send an event and wait until it arrived; say whether the app is subscribed to it."""
        if not self._hears(workspace, kind):
            return False
        await self._event(self._wrapped(workspace, event))
        return True

    async def settled(self) -> None:
        """Wait until every event on its way arrived, or was put aside for later."""
        while self._tasks:
            await asyncio.wait(set(self._tasks))

    async def cancel(self) -> None:
        """Stop all tasks."""
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(set(self._tasks))

    def _hears(self, workspace: Workspace, kind: str) -> bool:
        manifest = self.fake.world.app.manifest
        if manifest is None or kind not in manifest.events:
            return False
        if kind in LAST_WORDS:
            return True
        needs = self.fake.event_scopes(kind)
        return bool(workspace.bot_token) and (not needs or bool(workspace.scopes & set(needs)))

    def _wrapped(self, workspace: Workspace, event: Json) -> Json:
        app, now = self.fake.world.app, self.fake.clock.now()
        payload: Json = {"token": app.verification_token, "team_id": workspace.id}
        payload |= {"context_team_id": workspace.id, "context_enterprise_id": None}
        payload |= {"api_app_id": app.id, "event": {"event_ts": f"{now:.6f}"} | event}
        payload |= {"type": "event_callback", "event_id": self.fake.world.new_id("Ev")}
        who = {"enterprise_id": None, "team_id": workspace.id, "is_bot": True}
        who |= {"user_id": workspace.bot_user_id, "is_enterprise_install": False}
        payload |= {"event_time": int(now), "authorizations": [who]}
        payload |= {"is_ext_shared_channel": False}
        return payload | {"event_context": f"4-{secrets.token_urlsafe(48)}"}

    async def _event(self, payload: Json) -> None:
        self.last_event = payload
        await self._try(payload, 0, "")

    async def _try(self, payload: Json, attempt: int, reason: str) -> None:
        way = self.fake.socket if self.fake.world.app.set_up.socket else self.fake.http
        ack = await way.deliver(EVENT, payload, attempt=attempt, reason=reason)
        self.fake.moved()
        if ack.acked or ack.final or attempt >= len(AGAIN_AFTER):
            return
        why = {TIMEOUT: "timeout", FAILED: "connection_failed"}.get(ack.error, "http_error")
        if attempt == 0:
            await self._try(payload, 1, why)
            return
        due = self.fake.clock.monotonic() + AGAIN_AFTER[attempt]
        self.waiting.append(Again(due, payload, attempt + 1, why))

    async def retry_due(self) -> int:
        """Send again what is due by the fake's clock, and return how many events that were."""
        now = self.fake.clock.monotonic()
        due = [one for one in self.waiting if one.due <= now]
        self.waiting = [one for one in self.waiting if one.due > now]
        for one in due:
            await self._try(one.payload, one.attempt, one.reason)
        return len(due)

    async def redeliver_last(self) -> None:
        """Send the last event once more although it was acknowledged, as Slack sometimes does."""
        if self.last_event is None:
            raise LookupError("no event was sent yet")
        await self._try(self.last_event, 1, "timeout")
