"""Answers where there is no channel: in a modal, for what is done on the App Home."""

from __future__ import annotations

import asyncio
import json
import secrets
import time
from dataclasses import replace
from typing import Final

from slack_sdk.errors import SlackApiError

from bot import logs
from bot.adapters.slack.answers import Answer
from bot.adapters.slack.cards import Message
from bot.adapters.slack.faults import LOST, name_of
from bot.adapters.slack.markup import Json, block, label, section, written
from bot.adapters.slack.payloads import Happened, Origin
from bot.adapters.slack.platform import Slack
from bot.adapters.slack.workspaces import Workspace
from bot.house import House
from bot.templates import Texts
from bot.ui import Card
from bot.words import Ours, plain

_BLOCKS: Final = 100  # in one view
_SIZE: Final = 240_000  # bytes of one view, which may have 250 KB
_OVERTAKEN: Final = 0.7  # seconds in which an acknowledgment may land after what followed it


class InModal(Answer):
    """Answers in a modal: the one that is open, or a new one.

    The first answer takes the place of what the modal showed, later ones stand below it. A form
    that was opened over a card gives way to it, and the answer is shown there.
    """

    def __init__(
        self, happened: Happened, workspace: Workspace, house: House, platform: Slack
    ) -> None:
        super().__init__(happened, workspace, house, platform)
        self._view = self._origin.view
        # By it a modal is found whose id was lost on the way.
        self._external = f"m{secrets.token_hex(12)}"
        self._blocks: list[Json] = []
        self._shown: list[Message] = []
        self._one_by_one = asyncio.Lock()
        self._told_at = 0.0

    async def reply(self, card: Card) -> bool:
        """Show a card in the modal, below what this press has shown already."""
        for message in await self._drawn(card):
            divider: list[Json] = [{"type": "divider"}] if self._blocks else []
            self._blocks = [*self._blocks, *divider, *message.blocks]
            self._shown.append(message)
        if not _fits(self._blocks):
            return await self._elsewhere()
        if self._is_form_of_the_home() and not self._is_late:
            return True  # told with the acknowledgment
        return await self._show()

    async def update(self, card: Card) -> None:
        """Show a card in place of everything in the modal."""
        self._blocks, self._shown = [], []
        await self.reply(card)

    async def _elsewhere(self) -> bool:
        """Put what no window takes into the messages with the bot, and say so here."""
        arrived = True
        for message in self._shown:
            arrived &= await self._whisper(message)
        words = plain(Texts.of("says/slack")("elsewhere" if arrived else "nowhere"))
        self._blocks, self._shown = [block(section(written(words)))], []
        if self._is_form_of_the_home() and not self._is_late:
            return arrived
        return await self._show() and arrived

    async def acknowledge(self, *, late: bool) -> Json | None:
        """Keep a modal open for what is still to come."""
        waits = late and not self._blocks and not self._asks
        if waits and self._is_form_of_the_home():
            self._payload = {"response_action": "update", "view": _view(_moment())}
        elif waits and not self._view and self._happened.kind == "press":
            await self._wait()
        elif self._blocks and self._is_form_of_the_home() and self._payload is None:
            self._payload = {"response_action": "update", "view": _view(self._blocks)}
        if self._is_form_of_the_home():
            self._view = self._happened.view
            self._told_at = time.monotonic() if late else 0.0
        return await super().acknowledge(late=late)

    async def _wait(self) -> None:
        """Open a modal for what is still to come; without one it is acknowledged all the same."""
        async with self._one_by_one:
            try:
                view = _view(_moment()) | {"external_id": self._external}
                self._view = await self._opened(view)
            except SlackApiError as fault:
                logs.event("slack.no_modal", kind=name_of(fault))

    async def _opened(self, view: Json) -> str:
        """Open a modal and return how it is known: by its id, or by what we called it."""
        view_id = await self._by_trigger("views.open", view)
        return self._external if view_id == "" else view_id or ""

    async def _open(self, view: Json) -> bool:
        """Open a form; over a card, on top of it."""
        if not self._origin.view:
            return await super()._open(view)
        try:
            return await self._by_trigger("views.push", view) is not None
        except SlackApiError as fault:
            if name_of(fault) != "push_limit_reached":
                raise
        # No more than three views fit; then the form takes the card's place.
        origin = replace(Origin.unpack(view["private_metadata"]), view="")
        view["private_metadata"] = json.dumps(origin.pack())
        return await self._change(self._origin.view, view)

    def _is_form_of_the_home(self) -> bool:
        """Say whether this is a form with nothing below it that could show the answer."""
        return self._happened.kind == "form" and not self._origin.view

    async def _show(self) -> bool:
        async with self._one_by_one:
            view = _view(self._blocks)
            if self._view:
                shown = await self._change(self._view, view)
                if shown and time.monotonic() - self._told_at < _OVERTAKEN:
                    # The late acknowledgment may land after this, and says "One moment".
                    await asyncio.sleep(_OVERTAKEN)
                    shown = await self._change(self._view, view)
            else:
                self._view = await self._opened(view | {"external_id": self._external})
                shown = bool(self._view)
        if shown:
            return True
        whispered = [await self._whisper(message) for message in self._shown]
        return bool(whispered) and all(whispered)

    async def _change(self, view_id: str, view: Json) -> bool:
        """Change a modal; say whether it is still open."""
        which = "external_id" if view_id == self._external else "view_id"
        if which == "external_id":
            view = view | {"external_id": self._external}
        for _ in range(2):
            try:
                await self._workspace.client.api_call(
                    "views.update", json={which: view_id, "view": view}
                )
            except LOST as fault:
                logs.event("slack.answer_lost", kind=type(fault).__name__)
            except SlackApiError as fault:
                if name_of(fault) != "not_found":
                    raise
                return False
            else:
                return True
        return False


class OnHome(Answer):
    """The App Home itself: what is answered becomes the page."""

    async def reply(self, card: Card) -> bool:
        """Show a card as the page."""
        blocks = [block for message in await self._drawn(card) for block in message.blocks]
        view = {"type": "home", "blocks": blocks[:_BLOCKS]}
        try:
            await self._workspace.client.views_publish(user_id=self._happened.user, view=view)
        except LOST as fault:
            logs.event("slack.answer_lost", kind=type(fault).__name__)  # opened again, it is drawn
            return False
        return True


def _fits(blocks: list[Json]) -> bool:
    """Say whether a window takes so much."""
    return len(blocks) <= _BLOCKS and len(json.dumps(blocks)) <= _SIZE


def _view(blocks: list[Json]) -> Json:
    says = Texts.of("says/slack")
    return {
        "type": "modal",
        "title": label(plain(says("name"))),
        "close": label(plain(says("close"))),
        "blocks": blocks,
    }


def _moment() -> list[Json]:
    words: Ours = Texts.of("says/slack")("moment")
    return [block(section(written(plain(words))))]
