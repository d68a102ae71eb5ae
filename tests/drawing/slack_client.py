"""A window of Slack's, drawn as HTML from what the fake Slack holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from markupsafe import Markup, escape

from tests.drawing.sheet import BOT, COLOURS, Sheet, clock, unknown
from tests.fakes.slack import FakeSlack, Field, Person, Shown, View, Workspace
from tests.fakes.slack.eyes import Names
from tests.fakes.slack.reading import text_of
from tests.fakes.slack.world import Json

_PARAGRAPH = Markup('<span class="paragraph"></span>')
_TAGS = {"bold": "b", "italic": "i", "strike": "s", "code": "code"}


class Window(Sheet):
    """What is on somebody's screen. Every method returns a piece of HTML."""

    def __init__(self, fake: FakeSlack, workspace: Workspace) -> None:
        self._fake, self._world = fake, fake.world
        self._bot = workspace.bot_user_id
        self._names = Names(fake.world)
        super().__init__(
            "slack.html.j2",
            "slack.css",
            called=self._called,
            colour=self._colour,
            chosen=self._chosen,
            room=self._room,
            says=lambda text: text_of(text, self._names),
            written=self._written,
            time=lambda shown: _time(float(shown.ts)),
            unknown=unknown,
        )

    def message(self, shown: Shown, replies: Sequence[Shown] = ()) -> Markup:
        """Return a message; with the replies under it, the line that leads to them as well."""
        last = _time(float(replies[-1].ts)) if replies else ""
        return self._draw("message", shown, len(replies), last)

    def added(self, channel: Json, by: Person) -> Markup:
        """Return the line that stands where somebody has just added the app to a channel."""
        where = f"#{channel['name']}"
        return self._draw("added", self._bot, where, by.id, _time(self._fake.clock.now()))

    def channel(self, channel: Json, messages: Iterable[Markup]) -> Markup:
        """Return a channel: head, messages, box to write in."""
        return self._draw("channel", channel, Markup("").join(messages))

    def thread(self, channel: Json, messages: Sequence[Markup]) -> Markup:
        """Return a thread as it opens beside a channel, scrolled down to its replies."""
        return self._draw("thread", channel, len(messages), Markup("").join(messages))

    def modal(self, form: View) -> Markup:
        """Return a form, in front of a dimmed window."""
        return self._draw("modal", form, self._bot)

    def home(self, home: View) -> Markup:
        """Return the Home tab of the app."""
        return self._draw("home", home, self._bot)

    def inbox(self, messages: Iterable[Markup]) -> Markup:
        """Return the Messages tab of the app, which nobody can write in."""
        assert self._world.app.set_up.read_only_tab
        return self._draw("inbox", Markup("").join(messages), self._bot)

    def _called(self, user_id: str) -> str:
        if user_id == self._bot:
            return self._world.app.set_up.bot_name
        return str(self._names.get(user_id))

    def _colour(self, user_id: str) -> str:
        others = [one for one in self._world.users if one != self._bot]
        # Discord's first one is the server's owner; the people of both are of one colour.
        return BOT if user_id == self._bot else COLOURS[1:][others.index(user_id)]

    def _room(self, field: Field) -> Json | None:
        """Return the channel chosen in a select of channels."""
        return self._world.channels[field.value] if field.value else None

    def _chosen(self, field: Field) -> str:
        """Return what a select shows as chosen."""
        return text_of(field.value["text"], self._names) if field.value else ""

    def _written(self, pieces: Iterable[Json]) -> Markup:
        """Return the pieces of rich text; an empty line is half as high as others."""
        return Markup("").join(self._piece(one) for one in pieces)

    def _piece(self, piece: Json) -> Markup:
        if piece["type"] == "user":
            return Markup('<span class="mention">@{}</span>').format(
                self._called(piece["user_id"])
            )
        if piece["type"] != "text":
            unknown(piece)
        drawn = _PARAGRAPH.join(_lines(part) for part in piece["text"].split("\n\n"))
        for style in piece.get("style") or {}:
            drawn = Markup("<{0}>{1}</{0}>").format(_TAGS[style], drawn)
        return drawn


def _lines(text: str) -> Markup:
    return Markup("<br>").join(escape(line) for line in text.split("\n"))


def _time(seconds: float) -> str:
    return clock(datetime.fromtimestamp(seconds, UTC))
