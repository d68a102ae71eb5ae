"""The answers to one thing somebody did, in the channel where they did it, seen by them alone."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot import logs
from bot.adapters.slack import forms, posting
from bot.adapters.slack.cards import Message
from bot.adapters.slack.faults import LOST, name_of
from bot.adapters.slack.markup import Json
from bot.adapters.slack.payloads import Happened, Origin
from bot.adapters.slack.platform import Slack
from bot.adapters.slack.workspaces import Workspace
from bot.house import House
from bot.picked import revealed
from bot.templates import Texts
from bot.ui import Card, Form, Quote
from bot.words import Ours, clean, is_blank, plain

DEFER_AFTER: Final = 2.0  # seconds; Slack gives up after three
TOO_LATE: Final = frozenset({"expired_trigger_id", "trigger_expired", "invalid_trigger_id"})
OPEN_ALREADY: Final = frozenset({"exchanged_trigger_id", "trigger_exchanged"})


class Refused(Exception):
    """What Slack would have refused: a mistake in a cog, or in the house."""


class Answer(ABC):
    """What is common to all answers: the acknowledgment, and forms.

    Slack takes one acknowledgment, within three seconds. For a command it may hold the answer, for
    a form what does not fit; everything else goes by requests of our own.
    """

    def __init__(
        self, happened: Happened, workspace: Workspace, house: House, platform: Slack
    ) -> None:
        self._happened = happened
        self._origin = happened.origin
        self._workspace = workspace
        self._house = house
        self._platform = platform
        self._payload: Json | None = None
        self._is_late = False
        self._asks = False
        """Whether a form is being opened, which uses the trigger up."""

    @abstractmethod
    async def reply(self, card: Card) -> bool:
        """Show a card to the person alone; say whether all of it arrived."""

    async def update(self, card: Card) -> None:
        """Put a card in the place of the one whose button was pressed; else reply."""
        await self.reply(card)

    async def acknowledge(self, *, late: bool) -> Json | None:
        """Return what Slack is told; ``late`` says that the work goes on."""
        self._is_late = late
        return self._payload

    async def ask(self, form: Form, call: str) -> None:
        """Open a form while Slack still lets one; else say so. Raises ``Refused``."""
        if self._happened.kind == "form":
            message = "a form cannot be the answer to a form"
            raise Refused(message)
        origin = replace(self._origin, at=int(self._house.clock.now().timestamp()))
        self._asks = True
        if self._is_late or not await self._open(self._sheet(form, call, origin)):
            self._asks = False
            typed = clean(self._happened.text)
            quotes = () if is_blank(typed) else (Quote(typed),)
            await self.reply(Card(text=Texts.of("says/bot")("too_late"), quotes=quotes))

    async def invalid(self, form: Form, call: str, faults: Mapping[str, Ours]) -> bool:
        """Show what does not fit beside the fields; above them, what is about the whole form.

        Slack takes no word about a question that was not asked when the form was opened.
        """
        if self._is_late:
            return False
        if not faults.keys() <= (self._happened.form or {}).keys():
            view = self._sheet(form, call, self._origin, tuple(faults.values()))
            self._payload = {"response_action": "update", "view": view}
        else:
            errors = {name: plain(fault) for name, fault in faults.items()}
            self._payload = {"response_action": "errors", "errors": errors}
        return True

    def _sheet(
        self, form: Form, call: str, origin: Origin, problems: tuple[Ours, ...] = ()
    ) -> Json:
        shown = revealed(self._house, self._workspace.space, form)
        return forms.modal(shown, call, origin.pack(), problems)

    async def _open(self, view: Json) -> bool:
        """Open a view on top of what is there; say whether it is open."""
        return await self._by_trigger("views.open", view) is not None

    async def _by_trigger(self, method: str, view: Json) -> str | None:
        """Return the id of a view that was opened, nothing when it is too late for one.

        Asked again when the answer is lost: then Slack says that the trigger was used, for this.
        """
        for _ in range(2):
            try:
                # Not by the patient client: the trigger does not wait.
                told = await self._workspace.sender.api_call(
                    method, json={"trigger_id": self._happened.trigger, "view": view}
                )
                return str(told["view"]["id"])
            except LOST as fault:
                logs.event("slack.answer_lost", kind=type(fault).__name__)
            except SlackApiError as fault:
                if name_of(fault) in OPEN_ALREADY:
                    return ""
                if name_of(fault) not in TOO_LATE and fault.response.status_code != 429:
                    raise
                logs.event("slack.too_late", kind=name_of(fault))
                return None
        return None

    async def _drawn(self, card: Card) -> Sequence[Message]:
        return await posting.drawn(self._workspace, self._platform.draws, card)

    async def _whisper(self, message: Message, *channels: str) -> bool:
        """Show a message to the person alone, in the first of these channels where that works.

        The last resort is their direct messages with the bot, where it always is.
        """
        for channel in (*filter(None, channels), ""):
            is_origin = channel != "" and channel == self._origin.channel
            try:
                await posting.whisper(
                    self._workspace,
                    channel or await self._door(),
                    self._happened.user,
                    message,
                    under=self._origin.thread if is_origin else None,
                )
            except SlackApiError as fault:
                logs.event("slack.no_whisper", kind=name_of(fault))
            except LOST as fault:
                logs.event("slack.answer_lost", kind=type(fault).__name__)
            else:
                return True
        return False

    async def _door(self) -> str:
        return await self._platform.doors.channel(self._workspace, self._happened.user)


class InChannel(Answer):
    """Answers to a command, a shortcut, a press on a message, and to a form that came of these."""

    def __init__(
        self, happened: Happened, workspace: Workspace, house: House, platform: Slack
    ) -> None:
        super().__init__(happened, workspace, house, platform)
        self._url = self._origin.url
        self._held: Message | None = None

    async def reply(self, card: Card) -> bool:
        """Show a card; the one answer to a command is told with the acknowledgment."""
        arrived = True
        messages = await self._drawn(card)
        for message in messages:
            alone = len(messages) == 1 and self._held is None and self._payload is None
            alone = alone and message.picture is None  # which Slack may not have read yet
            if self._happened.kind == "command" and alone and not self._is_late:
                self._held = message
                continue
            if self._held is not None and not self._is_late:
                held, self._held = self._held, None
                self._payload = {}
                arrived &= await self._show(held)
            arrived &= await self._show(message)
        return arrived

    async def update(self, card: Card) -> None:
        """Change the message of the button if only this person sees it; else reply."""
        if not self._origin.own:
            await self.reply(card)
            return
        first, *rest = await self._drawn(card)
        if not await self._replace(first):
            await self._show(first, replaces=True)
        for message in rest:
            await self._show(message)

    async def _replace(self, message: Message) -> bool:
        """Change the bot's own message in somebody's inbox, where it stays; say whether it is."""
        for _ in range(2 if self._origin.message else 0):
            try:
                await posting.change(
                    self._workspace, self._origin.channel, self._origin.message, message
                )
            except LOST as fault:
                logs.event("slack.answer_lost", kind=type(fault).__name__)
            except SlackApiError as fault:
                logs.event("slack.not_replaced", kind=name_of(fault))
                return False
            else:
                return True
        return False

    async def acknowledge(self, *, late: bool) -> Json | None:
        """Return the answer to a command, if there is just one by now."""
        if self._held is not None:
            self._payload = {"response_type": "ephemeral"} | self._held.body()
        return await super().acknowledge(late=late) or None

    async def _show(self, message: Message, *, replaces: bool = False) -> bool:
        """Show a message by the address Slack gave for it; where that is used up, by our own."""
        if self._url and await self._respond(message, replaces=replaces):
            return True
        self._url = ""
        return await self._whisper(message, self._origin.channel)

    async def _respond(self, message: Message, *, replaces: bool) -> bool:
        """Say whether Slack took an answer; one with a picture may have to wait for that."""
        for seconds in posting.PROCESSING if message.picture else ():
            taken = await self._told(message, replaces=replaces)
            if taken is not None:
                return taken
            await posting.pause(seconds)
        taken = await self._told(message.without_picture(), replaces=replaces)
        if taken is None:
            message_ = "Slack does not take the blocks of an answer"
            raise Refused(message_)
        return taken

    async def _told(self, message: Message, *, replaces: bool) -> bool | None:
        """Say whether Slack took an answer, nothing where it does not take the blocks.

        One lost on the way is sent again: a private message shown twice is better than none.
        """
        hook = AsyncWebhookClient(
            self._url,
            session=self._workspace.client.session,
            retry_handlers=[AsyncRateLimitErrorRetryHandler(max_retry_count=1)],
        )
        body: dict[str, Any] = message.body() | {
            "response_type": "ephemeral",
            "replace_original": replaces,
        }
        if self._origin.thread and not replaces:
            body["thread_ts"] = self._origin.thread
        for _ in range(2):
            try:
                told = await hook.send_dict(body)
            except LOST as fault:
                logs.event("slack.answer_lost", kind=type(fault).__name__)
                continue
            if told.status_code == 200:
                return True
            if "blocks" in told.body:
                return None
            logs.event("slack.too_late", kind=f"status {told.status_code}")
            if told.status_code < 500:
                return False
        return False
