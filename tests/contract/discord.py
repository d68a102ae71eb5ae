"""The contract's language on Discord: discord.py, unmodified, against a server like Discord's."""

from __future__ import annotations

import asyncio
import copy
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.adapters.discord import Client, create, logged_in, stay
from bot.app import Bot
from bot.house import House
from bot.identity import Address
from bot.people import Member, Room
from bot.platform import Event
from tests.contract.chat import ANA, BEN, HANA, MO, Chat, Seen, SeenForm
from tests.contract.nowhere import Nowhere
from tests.fakes.discord import FakeDiscord, Outcome, Person, Shown
from tests.fakes.discord.interactions import COMMAND, COMPONENT, SUBMIT
from tests.fakes.discord.permissions import MANAGE_GUILD
from tests.houses import MONDAY, deliver, open_house, work

NAME = "discord"


class DiscordChat(Chat):
    """A server with four people in it, each with a client."""

    inline = False
    tells_zones = False
    readers = 5  # the owner of the server is there too

    def __init__(self, url: str, folder: Path) -> None:
        self.url, self.folder = url, folder
        self.fake = FakeDiscord()
        self.people: dict[str, Person] = {}
        self.house: House
        self.bot: Bot
        self.client: Client
        self.name = NAME
        self._running: Any = None
        self._connection: asyncio.Task[None]
        self._looked: dict[Seen, Shown] = {}

    @classmethod
    async def start(cls, url: str, folder: Path) -> DiscordChat:
        """Return a running chat, its rooms chosen."""
        chat = cls(url, folder)
        await chat.fake.start()
        chat.fake.clock.forward(MONDAY.timestamp() - chat.fake.clock.now())
        chat.furnish()
        await chat.connect(MONDAY)
        space = await chat.house.identity.space(NAME, chat.guild["id"])
        rooms = {Room.SUPPORT: chat.support, Room.MODERATORS: chat.moderators}
        handle = chat.house.rooms.handle
        await chat.house.rooms.choose(
            space, {room: handle(space, channel["id"]) for room, channel in rooms.items()}
        )
        return chat

    def furnish(self) -> None:
        """Make the server: two rooms, and the people in it."""
        world = self.fake.world
        self.guild = world.add_guild("Second Start")
        self.support = world.add_channel(self.guild, "support")
        role = world.add_role(self.guild, "moderators", MANAGE_GUILD)
        only = [role, world.bot]
        self.moderators = world.add_channel(self.guild, "moderators", only=only)
        for who in (ANA, BEN, HANA, MO):
            roles = [role] if who == MO else []
            self.people[who] = self.fake.person(f"canary-{who}", self.guild, roles=roles)

    async def connect(self, now: datetime, **settings: str) -> None:
        """Start the bot and wait until it knows the server."""
        self.house, self.bot = await open_house(
            self.url,
            self.folder,
            now,
            COMEBACK_DISCORD_TOKEN=self.fake.token,
            COMEBACK_DISCORD_API_URL=self.fake.api,
            COMEBACK_DISCORD_GATEWAY_URL=self.fake.gateway_url,
            **settings,
        )
        self.client = create(self.house.settings, self.bot)
        self._running = logged_in(self.client, self.house.settings)
        await self._running.__aenter__()
        self._connection = asyncio.create_task(stay(self.client))
        while (here := self.client.get_guild(int(self.guild["id"]))) is None or here.unavailable:
            if self._connection.done():
                self._connection.result()
            await asyncio.sleep(0.005)

    async def disconnect(self) -> None:
        """Stop the bot; Discord goes on."""
        await self._running.__aexit__(None, None, None)
        await self._connection
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
    def platform(self) -> DiscordChat:
        """What a test asks for the platform's name and its members."""
        return self

    async def member(self, person: str) -> Member:
        """Return somebody as the house knows them."""
        space = await self.house.identity.space(NAME, self.guild["id"])
        return self.house.identity.member(Address(NAME, self.guild["id"], person), space)

    def person(self, who: str) -> str:
        """Return somebody's id on this platform."""
        return self.people[who].id

    def press_of(self, member: Member, call: str) -> tuple[Event, Nowhere]:
        """Return a press of a button nobody was shown, and where its answer goes."""
        return Event(member, call), Nowhere()

    async def _arrive(self, who: str) -> None:
        self.people[who] = self.fake.person(f"canary-{who}", self.guild)

    async def move(self, who: str, zone: str) -> None:
        pass  # Discord does not ask where somebody is

    # What people do.

    async def say(self, who: str, words: str) -> None:
        await self.say_in(self.support, who, words)

    async def say_in(self, channel: Any, who: str, words: str) -> Outcome:
        """Type a command in a channel, as the picker of commands lets one."""
        person = self.people[who]
        offered = self.fake.commands.offered(person.id, self.fake.world.channels[channel["id"]])
        word, _, rest = words.removeprefix("/").partition(" ")
        command = next((one for one in offered if one["name"] == word), None)
        if command is None:
            return await self._use_stale(person, channel, word)
        subs = {one["name"] for one in command.get("options", ()) if one["type"] == 1}
        sub, _, left = rest.partition(" ")
        options = command.get("options", ())
        if subs:
            name = sub if sub in subs else "show"
            rest = left if sub in subs else rest
            word = f"{word} {name}"
            options = next(one for one in options if one["name"] == name).get("options", ())
        given = {one["name"]: rest for one in options[:1] if rest}
        return await self._done(person.use(channel, word, **given))

    async def _use_stale(self, person: Person, channel: Any, word: str) -> Outcome:
        """Use a command a client still shows after the bot took it back."""
        data = {"id": "1", "name": word, "type": 1, "options": []}
        return await self._done(
            person._send(COMMAND, self.fake.world.channels[channel["id"]], data)
        )

    async def press(self, who: str, label: str, on: Seen | None = None) -> None:
        person = self.people[who]
        for shown in reversed(self._visible(person)):
            if on is not None and shown.id != on.id:
                continue
            for button in shown.buttons:
                if button.label.startswith(label):
                    await self._done(person.press(shown, button.custom_id))
                    return
        raise LookupError(label)

    async def press_late(self, who: str, label: str, seen: Seen) -> None:
        shown = self._looked[seen]
        await self._done(self.people[who].press_stale(shown, label, crossed=True))

    async def shortcut(self, who: str, label: str, on: Seen) -> None:
        await self._done(self.people[who].context_menu(label, on.id))

    async def submit(self, who: str, **answers: str) -> None:
        person = self.people[who]
        assert person.modal is not None
        rooms = {"support": self.support["id"], "moderators": self.moderators["id"]}
        for name, answer in answers.items():
            field = person.modal.field(name)
            if field.type == 8:
                answers[name] = rooms.get(answer, answer)
            elif field.type == 5:
                answers[name] = self.person(answer) if answer in self.names else answer
            elif not answer and field.required:
                answers[name] = " "  # the client refuses an empty field, and lets a space through
            elif field.raw.get("style") == 1:
                answers[name] = answer.replace("\n", " ")  # as pasting into one line does
        # A browser cannot send half of a surrogate pair.
        sent = {key: text.encode("utf-8", "ignore").decode() for key, text in answers.items()}
        await self._done(person.submit(**sent))

    async def form(self, who: str) -> SeenForm | None:
        modal = self.people[who].modal
        if modal is None:
            return None
        values = {
            name: value if isinstance(value, str) else self.named("".join(value[:1]))
            for name, value in modal.values.items()
        }
        labels = {one.custom_id: one.label for one in modal.fields}
        return SeenForm(modal.title, modal.intro, values, labels)

    async def guess(self, who: str, call: str, **answers: str) -> None:
        person, place = self.people[who], self.fake.world.channels[self.support["id"]]
        if answers:
            fields = [
                {"type": 18, "component": {"type": 4, "custom_id": name, "value": answer}}
                for name, answer in answers.items()
            ]
            data = {"custom_id": call, "components": fields}
            await self._done(person._send(SUBMIT, place, data))
            return
        button = {"type": 2, "style": 2, "label": "?", "custom_id": call, "id": 2}
        message = copy.deepcopy(self._visible(person)[-1].raw)
        message["components"] = [{"type": 1, "id": 1, "components": [button]}]
        data = {"custom_id": call, "component_type": 2}
        await self._done(person._send(COMPONENT, place, data, message))

    async def close_inbox(self, who: str) -> None:
        self.people[who].closed = True

    async def open_inbox(self, who: str) -> None:
        self.people[who].closed = False

    # What people see.

    async def private(self, who: str) -> list[Seen]:
        return [self._seen(one) for one in self.people[who].private() if not one.thinking]

    async def inbox(self, who: str) -> list[Seen]:
        return [self._seen(one) for one in self.people[who].inbox() if not one.ephemeral]

    async def room(self, who: str, room: str = "support") -> list[Seen]:
        channel = self.support if room == "support" else self.moderators
        person, me = self.people[who], self.fake.world.app_id
        found = [
            one for one in self._in(person, channel) if one.author == me and not one.ephemeral
        ]
        return [self._seen(one) for one in sorted(found, key=lambda one: int(one.id))]

    async def settle(self) -> None:
        await deliver(self.house, self.bot)

    async def pass_time(self, by: timedelta) -> None:
        self.house.clock.move(by)
        self.fake.clock.forward(by.total_seconds())
        await work(self.house, self.bot)

    async def _done(self, doing: Any) -> Outcome:
        """Wait until the bot has dealt with something."""
        outcome: Outcome = await doing
        while tasks := [task for task in self.client.desk._under_way if task is not None]:
            await asyncio.wait(tasks)
        return outcome

    def _in(self, person: Person, channel: Mapping[str, Any]) -> Iterator[Shown]:
        if not self.fake.world.may(person.id, self.fake.world.channels[channel["id"]]) & 1 << 10:
            return
        for shown in person.messages(channel):
            if shown.raw["type"] != 21:  # a thread begins with a pointer to its message
                yield shown
            thread = person.thread(shown)
            if thread is not None:
                yield from self._in(person, thread)

    def _visible(self, person: Person) -> list[Shown]:
        """Return all somebody sees, the oldest first."""
        found = [*self._in(person, self.support), *self._in(person, self.moderators)]
        found += person.inbox()
        return sorted(found, key=lambda one: int(one.id))

    def _seen(self, shown: Shown) -> Seen:
        files, pictures = shown.files, shown.pictures
        place = self.fake.world.channels[shown.channel_id]
        seen = Seen(
            shown.id,
            shown.words,
            tuple(button.label for button in shown.buttons),
            tuple(button.custom_id for button in shown.buttons),
            shown.ephemeral,
            tuple(shown.live),
            place["id"] if place["type"] == 11 else None,
            (files[0].name, files[0].content) if files else None,
            (pictures[0].content, pictures[0].description) if pictures else None,
        )
        self._looked[seen] = shown
        return seen
