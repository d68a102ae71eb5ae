"""A client's window, drawn as HTML from what the fake Discord holds."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tests.drawing.markup import html
from tests.fakes.discord import FakeDiscord, Field, File, Modal, Person, Shown
from tests.fakes.discord.eyes import Names
from tests.fakes.discord.world import DM, Json

HERE: Final = Path(__file__).parent
_COLOURS: Final = ("#7d5ba6", "#3f7cac", "#b0563f", "#a27b2c", "#5c6f82")
_BOT: Final = "#4f8a6b"
PUBLIC_THREAD: Final = 11


class Window:
    """What is on somebody's screen. Every method returns a piece of HTML."""

    def __init__(self, fake: FakeDiscord) -> None:
        self._fake, self._world = fake, fake.world
        self._names = Names(fake.world)
        environment = Environment(
            loader=FileSystemLoader(HERE),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
        )
        environment.globals |= {
            "markdown": lambda text: html(text, self._names),
            "called": called,
            "colour": self._colour,
            "used": self._used,
            "chosen": self._chosen,
            "time": _time,
            "data": _data,
            "unknown": _unknown,
        }
        self._macros = environment.get_template("client.html.j2").module

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

    def columns(self, *parts: Markup) -> Markup:
        """Return pieces beside each other."""
        return Markup('<div class="columns">{}</div>').format(Markup("").join(parts))

    def page(self, body: Markup, width: int) -> str:
        """Return the whole document; what is drawn is its ``#picture``, so many pixels wide."""
        style = Markup((HERE / "client.css").read_text("utf-8"))  # noqa: S704  our own file
        return str(self._draw("page", body, width, style))

    def _draw(self, macro: str, *values: Any) -> Markup:
        drawn: Markup = getattr(self._macros, macro)(*values)
        return drawn

    def _colour(self, user: Json) -> str:
        others = [one for one in self._world.users if one != self._world.app_id]
        if user["id"] == self._world.app_id:
            return _BOT
        return _COLOURS[others.index(user["id"]) % len(_COLOURS)]

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
    at = datetime.fromisoformat(shown.raw["timestamp"])
    return f"{at.hour % 12 or 12}:{at:%M %p}"


def _data(picture: File) -> str:
    return f"data:image/png;base64,{b64encode(picture.content).decode()}"


def _unknown(component: Json) -> None:
    message = f"no drawing of a component of type {component['type']}"
    raise NotImplementedError(message)
