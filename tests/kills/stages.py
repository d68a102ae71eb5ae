"""A platform with people on it: what goes wrong there, and what stands there in the end."""

from __future__ import annotations

import asyncio
import json
import random
import re
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

import yaml

from bot.adapters.slack.ids import address
from bot.identity import Address
from tests.fakes.discord import FakeDiscord
from tests.fakes.discord import Person as DiscordPerson
from tests.fakes.slack import FakeSlack
from tests.fakes.slack import Person as SlackPerson

_MARK: Final = re.compile(r"\bK[a-z]+\d+w\d+(?:p\d)?\b")
_WEEK: Final = re.compile(r"week\.(count|answer):(\d\d\d\d-W\d\d)")
_MANIFEST: Final = Path(__file__).parents[2] / "deploy/slack-manifest.yaml"


class Stage(ABC):
    """One space on one platform; it survives every life of the bot."""

    name: str
    finds_in_rooms: bool
    fake: Any

    def __init__(self) -> None:
        self.met: Counter[str] = Counter()
        self._faults: list[tuple[str, int, Any]] = []

    @abstractmethod
    async def start(self, people: int) -> None:
        """Let there be a space with so many people."""

    @property
    @abstractmethod
    def space(self) -> str:
        """The platform's id of the space."""

    @property
    @abstractmethod
    def room(self) -> str:
        """The platform's id of the room that is posted in."""

    @property
    @abstractmethod
    def moderators(self) -> str:
        """The platform's id of the moderators' room."""

    @property
    @abstractmethod
    def everybody(self) -> list[Address]:
        """Where all people are."""

    @abstractmethod
    def environment(self) -> dict[str, str]:
        """What the bot is told of the platform."""

    @abstractmethod
    def set_inbox(self, person: int, *, closed: bool) -> None:
        """Let one of them close their inbox, or open it."""

    @abstractmethod
    def _messages(self) -> Iterator[tuple[str, Any]]:
        """Yield the bot's messages: whose inbox it is or nothing, and what is shown."""

    @abstractmethod
    def _possible(self, chance: random.Random) -> list[tuple[str, Callable[[], Any]]]:
        """Return what can go wrong, each with a name and what switches it on."""

    async def stop(self) -> None:
        """Stop the platform; raises if the bot sent what it should not."""
        await self.fake.stop()
        self.fake.assert_clean()

    def set_clock(self, ahead: float) -> None:
        """Set by how many seconds the clock is ahead of this machine's."""
        self.fake.clock.offset = ahead

    def go_wrong(self, chance: random.Random) -> None:
        """Let a few things go wrong from here on."""
        possible = self._possible(chance)
        for name, switch in chance.sample(possible, chance.choice((0, 1, 2, 3))):
            fault = switch()
            self._faults.append((name, fault.times, fault))

    async def be_well(self) -> None:
        """Let nothing go wrong any more, and count what did.

        What is slow comes to its end first: the seconds a lease lasts are jumped over, and no
        platform does a thing a minute after it was asked.
        """
        met = [(name, times - fault.times, fault) for name, times, fault in self._faults]
        for name, times, _ in met:
            self.met[name] += times
        self.fake.faults.clear()
        await asyncio.sleep(max((fault.seconds for _, times, fault in met if times), default=0.0))
        self._faults.clear()
        self.fake.traffic.clear()

    def found(self) -> Counter[str]:
        """Return how often each thing stands there, by its mark."""
        found: Counter[str] = Counter()
        for person, shown in self._messages():
            text = json.dumps(shown)
            found.update(set(_MARK.findall(text)))
            weeks = set(_WEEK.findall(text))
            for week in {week for _, week in weeks}:
                kind = "weekly" if ("count", week) in weeks else "nudge"
                found[f"{kind} {person} {week}"] += 1
        return found

    def texts(self) -> str:
        """Return all the bot's messages as one text."""
        return "\n".join(json.dumps(shown) for _, shown in self._messages())


class OnDiscord(Stage):
    """Discord, where the bot finds its messages again, in rooms as well."""

    name = "discord"
    finds_in_rooms = True
    fake: FakeDiscord

    async def start(self, people: int) -> None:
        self.fake = FakeDiscord(check=False)
        await self.fake.start()
        world = self.fake.world
        self._guild = world.add_guild("Second Start")
        self._support = world.add_channel(self._guild, "support")
        self._moderators = world.add_channel(self._guild, "moderators")
        self._people: list[DiscordPerson] = [
            self.fake.person(f"person-{number}", self._guild) for number in range(people)
        ]

    @property
    def space(self) -> str:
        return str(self._guild["id"])

    @property
    def room(self) -> str:
        return str(self._support["id"])

    @property
    def moderators(self) -> str:
        return str(self._moderators["id"])

    @property
    def everybody(self) -> list[Address]:
        return [Address(self.name, self.space, person.id) for person in self._people]

    def environment(self) -> dict[str, str]:
        return {
            "COMEBACK_DISCORD_TOKEN": self.fake.token,
            "COMEBACK_DISCORD_API_URL": self.fake.api,
            "COMEBACK_DISCORD_GATEWAY_URL": self.fake.gateway_url,
        }

    def set_inbox(self, person: int, *, closed: bool) -> None:
        self._people[person].closed = closed

    def _messages(self) -> Iterator[tuple[str, Any]]:
        me, world = self.fake.world.app_id, self.fake.world
        whose = {channel: person for person, channel in world.dms.items()}
        for message in self.fake.messages.by_id.values():
            if message["author"]["id"] == me:
                yield whose.get(message["channel_id"], ""), message["components"]

    def _possible(self, chance: random.Random) -> list[tuple[str, Callable[[], Any]]]:
        faults, times = self.fake.faults, chance.choice((1, 1, 2, 4))
        channels = "/channels/{channel_id}/messages"
        send, read = ("POST", channels), ("GET", channels)
        change = ("PATCH", channels + "/{message_id}")
        door = ("POST", "/users/@me/channels")
        scope = chance.choice(("user", "shared", "global"))
        slow = chance.uniform(0.02, 0.3)
        found: list[tuple[str, Callable[[], Any]]] = []
        for at in (send, send, send, change, door, read):
            found += [
                ("lost", partial(faults.lose, *at, times=times)),
                ("cut", partial(faults.drop, *at, times=times)),
                ("429", partial(faults.limit, *at, 0.05, scope=scope, times=times)),
                ("500", partial(faults.server_error, *at, 500)),
                ("502", partial(faults.server_error, *at, 502)),
                ("slow", partial(faults.slow, *at, seconds=slow, times=times)),
                ("slow", partial(faults.slow, *at, seconds=slow, after=True, times=times)),
            ]
        return found


class OnSlack(Stage):
    """Slack, where the bot finds again what it sent to people, and nothing in rooms."""

    name = "slack"
    finds_in_rooms = False
    fake: FakeSlack

    async def start(self, people: int) -> None:
        self.fake = FakeSlack(check=False)
        self.fake.rates.on = False
        await self.fake.start()
        self._workspace = self.fake.workspace("Second Start")
        self._support = self.fake.channel(self._workspace, "support")
        self._moderators = self.fake.channel(self._workspace, "moderators", private=True)
        self.fake.configure(yaml.safe_load(_MANIFEST.read_text("utf-8")))
        self.fake.install(self._workspace, also=("im:history",))
        self._people: list[SlackPerson] = [
            self.fake.person(f"person-{number}", self._workspace, channels=[self._support])
            for number in range(people)
        ]

    @property
    def space(self) -> str:
        return self._workspace.id

    @property
    def room(self) -> str:
        return str(self._support["id"])

    @property
    def moderators(self) -> str:
        return str(self._moderators["id"])

    @property
    def everybody(self) -> list[Address]:
        return [address(self.space, person.id) for person in self._people]

    def environment(self) -> dict[str, str]:
        return {
            "COMEBACK_SLACK_BOT_TOKEN": self._workspace.bot_token,
            "COMEBACK_SLACK_SIGNING_SECRET": self.fake.app.signing_secret,
            "SLACK_API_URL": self.fake.api,
        }

    def set_inbox(self, person: int, *, closed: bool) -> None:
        self._people[person].closed = closed

    def _messages(self) -> Iterator[tuple[str, Any]]:
        whose = {channel: person for person, channel in self.fake.world.dms.items()}
        for (channel, _), message in self.fake.messages.by_key.items():
            if message.get("bot_id"):
                yield whose.get(channel, ""), message.get("blocks")

    def _possible(self, chance: random.Random) -> list[tuple[str, Callable[[], Any]]]:
        faults, times = self.fake.faults, chance.choice((1, 1, 2, 4))
        slow = chance.uniform(0.02, 0.3)
        found: list[tuple[str, Callable[[], Any]]] = []
        sends = ("chat.postMessage",) * 3
        for at in (*sends, "chat.update", "conversations.open", "conversations.history"):
            found += [
                ("lost", partial(faults.lose, at, times=times)),
                ("cut", partial(faults.drop, at, times=times)),
                ("429", partial(faults.limit, at, 1, times=times)),
                ("500", partial(faults.answer, at, status=500, times=times)),
                ("500", partial(faults.answer, at, error="fatal_error")),
                ("502", partial(faults.answer, at, status=502, body="Bad Gateway")),
                ("slow", partial(faults.slow, at, seconds=slow, times=times)),
                ("slow", partial(faults.slow, at, seconds=slow, after=True, times=times)),
            ]
        return found
