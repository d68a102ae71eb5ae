"""Answers where there is no channel: in a modal, for what is done on the App Home."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from typing import Final

from slack_sdk.errors import SlackApiError

from bot import logs
from bot.adapters.slack.answers import Answer
from bot.adapters.slack.cards import Message
from bot.adapters.slack.faults import LOST, name_of
from bot.adapters.slack.markup import Json, block, label, section, written
from bot.adapters.slack.payloads import Happened
from bot.adapters.slack.platform import Slack
from bot.adapters.slack.workspaces import Workspace
from bot.house import House
from bot.templates import Texts
from bot.ui import Card
from bot.words import Ours, plain

_BLOCKS: Final = 100  # in one view


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
        self._blocks: list[Json] = []
        self._words = ""
        self._one_by_one = asyncio.Lock()

    async def reply(self, card: Card) -> bool:
        """Show a card in the modal, below what this press has shown already."""
        for message in await self._drawn(card):
            divider: list[Json] = [{"type": "divider"}] if self._blocks else []
            self._blocks = [*self._blocks, *divider, *message.blocks][-_BLOCKS:]
            self._words = message.text
        if self._is_form_of_the_home() and not self._is_late:
            return True  # told with the acknowledgment
        return await self._show()

    async def update(self, card: Card) -> None:
        """Show a card in place of everything in the modal."""
        self._blocks = []
        await self.reply(card)

    async def acknowledge(self, *, late: bool) -> Json | None:
        """Keep a modal open for what is still to come."""
        waits = late and not self._blocks
        if waits and self._is_form_of_the_home():
            self._payload = {"response_action": "update", "view": _view(_moment())}
        elif waits and not self._view and self._happened.kind == "press":
            await self._wait()
        elif self._blocks and self._is_form_of_the_home() and self._payload is None:
            self._payload = {"response_action": "update", "view": _view(self._blocks)}
        if self._is_form_of_the_home():
            self._view = self._happened.view
        return await super().acknowledge(late=late)

    async def _wait(self) -> None:
        """Open a modal for what is still to come; without one it is acknowledged all the same."""
        async with self._one_by_one:
            try:
                self._view = await self._by_trigger("views.open", _view(_moment())) or ""
            except SlackApiError as fault:
                logs.event("slack.no_modal", kind=name_of(fault))

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
        view["private_metadata"] = json.dumps(replace(self._origin, view="").pack())
        return await self._change(self._origin.view, view)

    def _is_form_of_the_home(self) -> bool:
        """Say whether this is a form with nothing below it that could show the answer."""
        return self._happened.kind == "form" and not self._origin.view

    async def _show(self) -> bool:
        async with self._one_by_one:
            view = _view(self._blocks)
            if self._view:
                shown = await self._change(self._view, view)
            else:
                self._view = await self._by_trigger("views.open", view) or ""
                shown = bool(self._view)
        return shown or await self._whisper(Message(self._blocks, self._words))

    async def _change(self, view_id: str, view: Json) -> bool:
        """Change a modal; say whether it is still open."""
        for _ in range(2):
            try:
                await self._workspace.client.views_update(view_id=view_id, view=view)
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
