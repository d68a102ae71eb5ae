"""The contract's language on Slack: slack-bolt, unmodified, against a server like Slack's."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

from bot.adapters.slack import App, connected, create, manifest
from bot.adapters.slack.ids import address
from bot.app import Bot
from bot.health import Health
from bot.house import House
from bot.people import Member, Room
from bot.platform import Event
from tests.contract.chat import ANA, BEN, HANA, MO, Chat, Seen, SeenForm
from tests.contract.nowhere import Nowhere
from tests.fakes.slack import FakeSlack, Outcome, Person, Shown, View
from tests.houses import MONDAY, deliver, open_house, work

NAME = "slack"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class SlackChat(Chat):
    """A workspace with four people in it, each with a client; the bot opens a socket."""

    inline = True
    tells_zones = True
    over_http = False
    also: tuple[str, ...] = ()
    """Optional scopes that are granted."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url, self.folder = url, folder
        self.fake = FakeSlack()
        self.people: dict[str, Person] = {}
        self.house: House
        self.bot: Bot
        self.app: App
        self.health: Health
        self.name = NAME
        self._running: AsyncExitStack
        self._looked: dict[Seen, Shown] = {}
        self._guessed: dict[str, list[str]] = {}
        """What was answered to forms that nobody had open."""

    @classmethod
    async def start(cls, url: str, folder: Path) -> SlackChat:
        """Return a running chat, its rooms chosen."""
        chat = cls(url, folder)
        await chat.fake.start()
        chat.fake.clock.forward(MONDAY.timestamp() - chat.fake.clock.now())
        chat.furnish()
        await chat.connect(MONDAY)
        space = await chat.house.identity.space(NAME, chat.workspace.id)
        rooms = {Room.SUPPORT: chat.support, Room.MODERATORS: chat.moderators}
        handle = chat.house.rooms.handle
        await chat.house.rooms.choose(
            space, {room: handle(space, channel["id"]) for room, channel in rooms.items()}
        )
        return chat

    def furnish(self) -> None:
        """Make the workspace: two rooms, and the people in it."""
        self.workspace = self.fake.workspace("Second Start")
        self.support = self.fake.channel(self.workspace, "support")
        self.moderators = self.fake.channel(self.workspace, "moderators", private=True)
        for who in (ANA, BEN, HANA, MO):
            self._join(who, is_admin=who == MO)

    def _join(self, who: str, *, is_admin: bool = False) -> None:
        rooms = [self.support, *([self.moderators] if is_admin else [])]
        self.people[who] = self.fake.person(
            f"canary-{who}", self.workspace, admin=is_admin, channels=rooms
        )

    async def connect(self, now: datetime, **settings: str) -> None:
        """Start the bot, installing it as its manifest says."""
        self.house, self.bot = await open_house(
            self.url, self.folder, now, **self.settings(), **settings
        )
        self.app = create(self.house.settings, self.bot)
        self._running = AsyncExitStack()
        self.health = Health(self.house, self.app.is_ready, routes=self.app.routes())
        await self.health.start()
        self._running.push_async_callback(self.health.stop)
        self.configure()
        await self._running.enter_async_context(connected(self.app))

    def settings(self) -> dict[str, str]:
        """Return what the bot is told of Slack."""
        if not self.workspace.bot_token:
            self.configure_first()
        reached = (
            {"COMEBACK_SLACK_SIGNING_SECRET": self.fake.app.signing_secret}
            if self.over_http
            else {"COMEBACK_SLACK_APP_TOKEN": self.fake.app.app_token}
        )
        return reached | {
            "COMEBACK_SLACK_BOT_TOKEN": self.workspace.bot_token,
            "COMEBACK_PORT": "0",
            "SLACK_API_URL": self.fake.api,
        }

    def configure_first(self) -> None:
        """Make the app from the manifest in the repository, and install it."""
        written = Path(__file__).parents[2] / "deploy/slack-manifest.yaml"
        self.fake.configure(_read(written.read_text("utf-8")))
        self.fake.install(self.workspace, also=self.also)

    def configure(self) -> None:
        """Tell Slack where the bot is now."""
        there = f"http://127.0.0.1:{self.health.port}" if self.over_http else None
        settings = replace(self.house.settings, slack_url=there)
        self.fake.configure(_read(manifest(settings, self.bot.commands, self.bot.shortcuts)))

    async def disconnect(self) -> None:
        """Stop the bot; Slack goes on."""
        await self._running.aclose()
        await self.house.close()

    async def close(self) -> None:
        await self.disconnect()
        await self.fake.stop()
        self.fake.assert_clean()

    async def restart(self) -> None:
        now = self.house.clock.now()
        await self.disconnect()
        await self.connect(now)

    @property
    def platform(self) -> SlackChat:
        """What a test asks for the platform's name and its members."""
        return self

    async def member(self, person: str) -> Member:
        """Return somebody as the house knows them."""
        space = await self.house.identity.space(NAME, self.workspace.id)
        return self.house.identity.member(address(self.workspace.id, person), space)

    def person(self, who: str) -> str:
        """Return somebody's id on this platform."""
        return self.people[who].id

    def press_of(self, member: Member, call: str) -> tuple[Event, Nowhere]:
        """Return a press of a button nobody was shown, and where its answer goes."""
        return Event(member, call), Nowhere()

    async def _arrive(self, who: str) -> None:
        self._join(who)

    async def move(self, who: str, zone: str) -> None:
        self.people[who].zone = zone

    # What people do.

    async def say(self, who: str, words: str) -> None:
        await self.say_in(self.support, who, words)

    async def say_in(self, channel: Any, who: str, words: str) -> Outcome:
        """Type a command in a channel."""
        word, _, text = words.partition(" ")
        person = self.people[who]
        # A browser cannot send half of a surrogate pair.
        typed = text.encode("utf-8", "ignore").decode()
        if word in self.fake.app.set_up.commands:
            return await self.done(person.use(channel, word, typed))
        # A command the bot took back, as a client that was not reloaded still offers it.
        now = self.fake.app.set_up.raw
        known = now["features"]["slash_commands"]
        stale = now["features"] | {"slash_commands": [*known, known[0] | {"command": word}]}
        self.fake.configure(now | {"features": stale})
        try:
            return await self.done(person.use(channel, word, typed))
        finally:
            self.fake.configure(now)

    async def press(self, who: str, label: str, on: Seen | None = None) -> None:
        person = self.people[who]
        for shown in reversed(self._visible(person)):
            if on is not None and _id(shown) != on.id:
                continue
            for button in shown.buttons:
                if button.label.startswith(label):
                    await self.done(person.press(shown, button.action_id))
                    return
        raise LookupError(label)

    async def press_late(self, who: str, label: str, seen: Seen) -> None:
        await self.done(self.people[who].press_stale(self._looked[seen], label))

    async def shortcut(self, who: str, label: str, on: Seen) -> None:
        await self.done(self.people[who].message_shortcut(label, self._looked[on]))

    async def submit(self, who: str, **answers: str) -> None:
        person = self.people[who]
        assert person.modal is not None
        await self.done(person.submit(self.typed(person.modal, answers)))

    def typed(self, modal: View, answers: dict[str, str]) -> dict[str, Any]:
        """Return answers as a client lets one type them."""
        rooms = {"support": self.support["id"], "moderators": self.moderators["id"]}
        sent: dict[str, Any] = {}
        for name, answer in answers.items():
            field = modal.fields[name]
            if field.kind == "conversations_select":
                sent[name] = rooms.get(answer, answer) or None
                continue
            if field.kind == "users_select":
                sent[name] = (self.person(answer) if answer in self.names else answer) or None
                continue
            if not answer and not field.optional:
                answer = " "  # the client refuses an empty field, and lets a space through
            elif field.kind == "plain_text_input" and not field.raw.get("multiline"):
                answer = answer.replace("\n", " ")  # as pasting into one line does
            # A browser cannot send half of a surrogate pair.
            sent[name] = answer.encode("utf-8", "ignore").decode()
        return sent

    async def form(self, who: str) -> SeenForm | None:
        modal = self.people[who].modal
        if modal is None or not modal.submit:
            return None
        values = {name: self.named(str(value or "")) for name, value in modal.values.items()}
        labels = {name: one.label for name, one in modal.fields.items()}
        faults = dict(modal.errors) | _problems(modal.blocks)
        return SeenForm(modal.title, modal.words, values, labels, faults)

    async def guess(self, who: str, call: str, **answers: str) -> None:
        person = self.people[who]
        if answers:
            values = {
                name: {"answer": {"type": "plain_text_input", "value": answer}}
                for name, answer in answers.items()
            }
            outcome = await self.done(person.submit_raw(call, values))
            said = outcome.errors | _problems(
                ((outcome.body or {}).get("view") or {}).get("blocks", [])
            )
            self._guessed.setdefault(who, []).extend(said.values())
            return
        await self.done(person.press_raw(call, on=self._visible(person)[-1]))

    async def close_inbox(self, who: str) -> None:
        self.people[who].closed = True

    async def open_inbox(self, who: str) -> None:
        self.people[who].closed = False

    # What people see.

    async def private(self, who: str) -> list[Seen]:
        guessed = [Seen("", words, private=True) for words in self._guessed.get(who, [])]
        return guessed + [self._seen(one) for one in self.people[who].private()]

    async def inbox(self, who: str) -> list[Seen]:
        return [self._seen(one) for one in self.people[who].inbox()]

    async def room(self, who: str, room: str = "support") -> list[Seen]:
        channel = self.support if room == "support" else self.moderators
        found = [
            one
            for one in self._in(self.people[who], channel)
            if one.bot_id == self.workspace.bot_id and not one.ephemeral
        ]
        return [self._seen(one) for one in sorted(found, key=_age)]

    async def settle(self) -> None:
        await deliver(self.house, self.bot)

    async def pass_time(self, by: timedelta) -> None:
        self.house.clock.move(by)
        self.fake.clock.forward(by.total_seconds())
        await work(self.house, self.bot)

    async def done(self, doing: Any) -> Outcome:
        """Wait until the bot has dealt with something."""
        outcome: Outcome = await doing
        while self.app.desk._under_way:
            await asyncio.wait(list(self.app.desk._under_way))
        return outcome

    def _in(self, person: Person, channel: dict[str, Any]) -> Iterator[Shown]:
        if person.id not in self.fake.world.members[channel["id"]]:
            return
        for shown in person.messages(channel):
            yield shown
            yield from person.thread(shown)

    def _visible(self, person: Person) -> list[Shown]:
        """Return all somebody sees, the oldest first."""
        found = {_id(one): one for one in self._in(person, self.support)}
        found |= {_id(one): one for one in self._in(person, self.moderators)}
        found |= {_id(one): one for one in (*person.private(), *person.inbox())}
        return sorted(found.values(), key=_age)

    def _seen(self, shown: Shown) -> Seen:
        pictures = shown.pictures
        under = shown.thread_ts if shown.thread_ts not in ("", shown.ts) else None
        seen = Seen(
            _id(shown),
            shown.words,
            tuple(button.label for button in shown.buttons),
            tuple(button.action_id for button in shown.buttons),
            shown.ephemeral,
            tuple(shown.live),
            f"{shown.channel}/{under}" if under else None,
            _file(shown),
            (pictures[0].content, pictures[0].alt) if pictures else None,
        )
        self._looked[seen] = shown
        return seen


class SlackOverHttp(SlackChat):
    """The same, and Slack sends its requests to the bot."""

    over_http = True


def _read(manifest: str) -> Any:
    return yaml.load(manifest, Loader=_LOADER)  # noqa: S506 - a safe one, the quicker of two


def _problems(blocks: Sequence[Any]) -> dict[str, str]:
    """Return what stands in bold above a form's questions: what is wrong with all of it."""
    found = [
        block["elements"][0]["elements"][0]
        for block in blocks
        if block["type"] == "rich_text" and len(block["elements"]) == 1
    ]
    bold = [one["text"] for one in found if one.get("style") == {"bold": True}]
    return {"": "\n".join(bold)} if bold else {}


def _id(shown: Shown) -> str:
    return f"{shown.channel}/{shown.ts}"


def _age(shown: Shown) -> float:
    return float(shown.ts)


def _file(shown: Shown) -> tuple[str, bytes] | None:
    """Return the file a message shows as its text, below its name."""
    for block in shown.blocks:
        if block["type"] != "rich_text":
            continue
        parts = [
            one["elements"][0]["text"]
            for one in block["elements"]
            if one["type"] == "rich_text_preformatted"
        ]
        if parts:
            return block["elements"][0]["elements"][0]["text"], "".join(parts).encode()
    return None
