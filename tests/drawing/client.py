"""A client's window, drawn as HTML from what the fake Discord holds."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Final

from markupsafe import Markup

from tests.drawing.markup import html
from tests.drawing.sheet import BOT, COLOURS, Sheet, clock, unknown
from tests.fakes.discord import FakeDiscord, Field, File, Modal, Person, Shown
from tests.fakes.discord.eyes import Names
from tests.fakes.discord.world import DM, Json

PUBLIC_THREAD: Final = 11


class Window(Sheet):
    """What is on somebody's screen. Every method returns a piece of HTML."""

    def __init__(self, fake: FakeDiscord) -> None:
        self._fake, self._world = fake, fake.world
        self._names = Names(fake.world)
        super().__init__(
            "client.html.j2",
            "client.css",
            markdown=lambda text: html(text, self._names),
            called=called,
            colour=self._colour,
            used=self._used,
            chosen=self._chosen,
            time=_time,
            data=_data,
            unknown=unknown,
        )

    def message(self, shown: Shown, thread: Json | None = None) -> Markup:
        """Return a message; with its thread, the bar below it as well."""
        return self._draw("message", shown, thread)

    def channel(self, channel: Json, messages: Iterable[Markup], typed: str = "") -> Markup:
        """Return a channel, a thread or direct messages: head, messages, box to write in."""
        kind = {DM: "at", PUBLIC_THREAD: "thread"}.get(channel["type"], "hash")
        name = called(self._world.bot) if kind == "at" else channel["name"]
        return self._draw("place", name, Markup("").join(messages), typed, kind)

    def picker(self, person: Person, channel: Json) -> Markup:
        """Return the list that opens above the box when somebody types a slash."""
        place = self._world.channels[channel["id"]]
        offered = self._fake.commands.offered(person.id, place)
        return self._draw("picker", self._world.bot, list(_offers(offered)))

    def modal(self, form: Modal) -> Markup:
        """Return a form, in front of a dimmed window."""
        return self._draw("modal", form, self._world.bot)

    def terminal(self, typed: str, printed: str) -> Markup:
        """Return what a terminal shows of one command."""
        return self._draw("terminal", typed, printed)

    def _colour(self, user: Json) -> str:
        others = [one for one in self._world.users if one != self._world.app_id]
        if user["id"] == self._world.app_id:
            return BOT
        return COLOURS[others.index(user["id"]) % len(COLOURS)]

    def _used(self, shown: Shown) -> tuple[Json, str] | None:
        """Return who used which command, as it stands above a message that answers one."""
        about = shown.raw.get("interaction_metadata")
        while about and "triggering_interaction_metadata" in about:
            about = about["triggering_interaction_metadata"]
        if not about or about.get("command_type") != 1:
            return None
        known = self._fake.interactions.by_token.values()
        data = next(one.data for one in known if one.id == about["id"])
        return about["user"], f"/{' '.join(_words(data))}"

    def _chosen(self, field: Field) -> str:
        """Return what a select of a form shows as chosen."""
        labels = {value: label for label, value in field.options}
        return ", ".join(labels.get(one) or self._names.get(one) or one for one in field.value)


def called(user: Json) -> str:
    """Return the name a client shows of somebody."""
    return str(user["global_name"] or user["username"])


def _words(data: Json) -> Iterator[str]:
    yield data["name"]
    for option in data.get("options") or ():
        if option["type"] in (1, 2):
            yield from _words(option)


def _offers(
    commands: Sequence[Json], before: str = ""
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield every command that can be used: its words, what it says it is, its options."""
    for command in commands:
        word = f"{before} {command['name']}".strip()
        options = command.get("options") or ()
        inner = [one for one in options if one["type"] in (1, 2)]
        if inner:
            yield from _offers(inner, word)
        else:
            yield word, command["description"], tuple(one["name"] for one in options)


def _time(shown: Shown) -> str:
    return clock(datetime.fromisoformat(shown.raw["timestamp"]))


def _data(picture: File) -> str:
    return f"data:image/png;base64,{b64encode(picture.content).decode()}"
