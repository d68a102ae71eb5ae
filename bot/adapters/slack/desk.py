"""Where everything that happened is taken: who, in which workspace, and an answer in time."""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
import time
from collections import OrderedDict
from collections.abc import Coroutine, Mapping
from functools import partial
from typing import Any, Final, TypeVar

from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot import logs
from bot.adapters.slack.answers import DEFER_AFTER, Answer, InChannel
from bot.adapters.slack.faults import LOST
from bot.adapters.slack.ids import address
from bot.adapters.slack.markup import Json
from bot.adapters.slack.payloads import Happened, Origin
from bot.adapters.slack.platform import Slack
from bot.adapters.slack.views import InModal, OnHome
from bot.adapters.slack.workspaces import Workspace, Workspaces
from bot.app import Bot
from bot.house import House
from bot.platform import Event
from bot.sending import Sending
from bot.templates import Texts
from bot.ui import Card
from bot.words import Ours, plain

_PATIENCE: Final = 10.0  # seconds that answers still being made are given when the bot stops
_REMEMBERED: Final = 60.0  # seconds; what is not acknowledged in three, Slack tells again soon
_AT_MOST: Final = 10_000  # things remembered, with what Slack was told
_GATHERED: Final = 0.2  # seconds in which what changes a page is drawn once
_GOOD_FOR: Final = 28 * 60  # seconds; Slack takes answers for thirty minutes
_HOME: Final = "/comeback"
"""The command whose answer is the App Home."""
T = TypeVar("T")


class Desk:
    """Takes what happened to the bot, once, and says what Slack is to be told."""

    def __init__(self, house: House, bot: Bot, workspaces: Workspaces, platform: Slack) -> None:
        self._house = house
        self._bot = bot
        self._workspaces = workspaces
        self._platform = platform
        self._under_way: set[asyncio.Task[Any]] = set()
        self._pages = Sending()
        self._met: OrderedDict[str, None] = OrderedDict()
        self._taken: OrderedDict[str, tuple[float, asyncio.Future[str]]] = OrderedDict()
        self._homes: OrderedDict[tuple[str, str], None] = OrderedDict()
        self._stale: set[tuple[str, str]] = set()

    async def take(self, happened: Happened) -> str:
        """Return the acknowledgment as JSON, within two seconds; what takes longer goes on.

        What Slack tells again is not done again: it gets the same acknowledgment.
        """
        now = time.monotonic()
        while self._taken and (
            len(self._taken) > _AT_MOST or next(iter(self._taken.values()))[0] < now
        ):
            self._taken.popitem(last=False)
        if happened.once in self._taken:
            return await asyncio.shield(self._taken[happened.once][1])
        told: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._taken[happened.once] = now + _REMEMBERED, told
        try:
            payload = await self._take(happened)
        except BaseException:
            del self._taken[happened.once]
            told.cancel()
            raise
        told.set_result(json.dumps(payload) if payload else "")
        return told.result()

    async def open_home(self, team: str, user: str) -> None:
        """Show somebody their page on the App Home."""
        workspace = await self._workspaces.of(team)
        if workspace is None:
            return
        key = team, user
        self._homes[key] = None
        self._homes.move_to_end(key)
        if len(self._homes) > _AT_MOST:
            self._homes.popitem(last=False)
        happened = Happened("press", team, user, _HOME, "", Origin(home=True), "")
        answer = OnHome(happened, workspace, self._house, self._platform)
        # Drawn in turn as well, so that the page that lands last is the newest.
        await self._pages.in_turn(key, partial(self._answer, happened, workspace, answer))

    def begin(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Begin something that ``close`` waits for."""
        task = asyncio.create_task(work)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        return task

    async def close(self) -> None:
        """Wait for what is under way, for a while."""
        while self._under_way:
            _, hanging = await asyncio.wait(list(self._under_way), timeout=_PATIENCE)
            if hanging:
                return

    async def _take(self, happened: Happened) -> Json | None:
        workspace = await self._workspaces.of(happened.team)
        if workspace is None:
            logs.event("slack.not_ours", kind=happened.kind)
            return await self._turn_away(happened)
        kind = InModal if happened.origin.home or self._is_old(happened) else InChannel
        answer = kind(happened, workspace, self._house, self._platform)
        work = self.begin(self._answer(happened, workspace, answer))
        done, _ = await asyncio.wait([work], timeout=DEFER_AFTER)
        return await answer.acknowledge(late=not done)

    async def _answer(self, happened: Happened, workspace: Workspace, answer: Answer) -> None:
        try:
            if happened.met is not None:
                await self._meet(workspace, *happened.met)
            who = address(happened.team, happened.user)
            member = self._house.identity.member(who, workspace.space)
            form = _without(happened.form, address(happened.team, workspace.bot_user).person)
            event = Event(member, happened.call, happened.text, form, happened.about)
            await self._bot.handle(event, answer)
        except Exception as raised:
            await self._broken(raised, answer)
        key = happened.team, happened.user
        has_home = happened.origin.home or key in self._homes
        if not isinstance(answer, OnHome) and has_home and key not in self._stale:
            self._stale.add(key)
            self.begin(self._refresh(*key))

    async def _meet(self, workspace: Workspace, post_id: str, ref: str, bot_id: str) -> None:
        """Note which message a post became, where Slack's answer was lost on the way.

        What has changed since is drawn then: it may have been deleted. What another app wrote can
        say it is a post, and is none.
        """
        if post_id in self._met or bot_id != workspace.bot_id:
            return
        space = workspace.space
        if await self._house.posts.met(space, post_id, ref):
            logs.event("slack.met", row=post_id)
            await self._house.outbox.refresh(space.id, post_id)
        self._met[post_id] = None
        if len(self._met) > _AT_MOST:
            self._met.popitem(last=False)

    async def _refresh(self, team: str, user: str) -> None:
        """Show on somebody's App Home what they have changed, there or elsewhere.

        Slack keeps the page as it was: what they deleted would still be on it.
        """
        await asyncio.sleep(_GATHERED)
        self._stale.discard((team, user))
        await self.open_home(team, user)

    def _is_old(self, happened: Happened) -> bool:
        """Say whether a form was open for so long that its answer has no address any more."""
        at = happened.origin.at
        return at > 0 and self._house.clock.now().timestamp() - at > _GOOD_FOR

    async def _turn_away(self, happened: Happened) -> Json | None:
        """Say to somebody that the bot is not in their workspace."""
        text = plain(Texts.of("says/slack")("not_here"))
        said: Json = {"response_type": "ephemeral", "text": text}
        if happened.kind == "command":
            return said
        if happened.kind != "form" and happened.origin.url:
            hook = AsyncWebhookClient(happened.origin.url, session=self._workspaces.session)
            with contextlib.suppress(*LOST):
                await hook.send_dict(said | {"replace_original": False})
        return None

    async def _broken(self, raised: Exception, answer: Answer) -> None:
        """Say that something of ours broke before the bot could take it, or after it had."""
        ticket = secrets.token_hex(4)
        logs.fault("slack.not_answered", raised, ticket=ticket)
        sentence = Texts.of("says/bot", {"ticket": Ours(ticket)})("broken")
        with contextlib.suppress(Exception):  # it is logged already
            await answer.reply(Card(text=sentence))


def _without(form: Mapping[str, str] | None, bot: str) -> Mapping[str, str] | None:
    """Return a form in which nobody chose the bot itself, as Slack's picker lets one."""
    return form and {name: "" if answer == bot else answer for name, answer in form.items()}
