"""A view as a client shows it: a form with its fields, or the Home tab."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.fakes.slack import reading
from tests.fakes.slack.errors import Unsent
from tests.fakes.slack.inputs import Field
from tests.fakes.slack.reading import Button
from tests.fakes.slack.views import Held
from tests.fakes.slack.world import Json


@dataclass(frozen=True)
class View:
    """A view as it was when somebody looked; ``raw`` is Slack's JSON with the state."""

    held: Held = field(repr=False)
    raw: Json
    errors: dict[str, str]
    names: Any = field(repr=False, default=None)

    @property
    def id(self) -> str:
        """Return its id."""
        return str(self.raw["id"])

    @property
    def title(self) -> str:
        """Return its title."""
        return reading.text_of(self.raw.get("title"), {})

    @property
    def submit(self) -> str:
        """Return the label of the button that sends it; nothing where there is none."""
        return reading.text_of(self.raw.get("submit"), {})

    @property
    def close(self) -> str:
        """Return the label of the button that closes it."""
        return reading.text_of(self.raw.get("close"), {})

    @property
    def callback_id(self) -> str:
        """Return its callback_id."""
        return str(self.raw["callback_id"])

    @property
    def private_metadata(self) -> str:
        """Return what the bot keeps in it."""
        return str(self.raw["private_metadata"])

    @property
    def blocks(self) -> list[Json]:
        """Return its blocks."""
        return list(self.raw["blocks"])

    @property
    def words(self) -> str:
        """Return all words shown, labels and hints included, buttons and title aside."""
        return "\n".join(reading.lines(self.blocks, self.names or {}))

    @property
    def quotes(self) -> list[str]:
        """Return everything in it that stands as a quote."""
        return reading.quotes(self.blocks, self.names or {})

    @property
    def live(self) -> list[str]:
        """Return every mention, link, emoji and the like in it that does something."""
        return reading.live(self.blocks)

    @property
    def buttons(self) -> list[Button]:
        """Return its buttons in reading order."""
        return reading.buttons(self.blocks)

    @property
    def fields(self) -> dict[str, Field]:
        """Return what can be filled in, by block_id."""
        return {one.block_id: one for one in self.held.fields}

    @property
    def values(self) -> dict[str, Any]:
        """Return what every field holds now, by block_id."""
        return {name: one.plain for name, one in self.fields.items()}

    def find(self, label: str) -> Button:
        """Return the button with this label, its beginning, or action_id."""
        action = reading.find(self.blocks, label)
        names = (action["block_id"], action["action_id"])
        return next(one for one in self.buttons if (one.block_id, one.action_id) == names)


def fill(held: Held, values: dict[str, Any], sees: Any) -> None:
    """Fill in a form; raises ``LookupError`` for an unknown block, and ``Unsent``."""
    if not held.raw.get("submit"):
        raise Unsent("this view has no button that sends it")
    by_block = {one.block_id: one for one in held.fields}
    for name, value in values.items():
        if name not in by_block:
            raise LookupError(f"{name!r} is not among {list(by_block)}")
        by_block[name].take(value, sees)
    for one in held.fields:
        one.check()
