"""What came of something a person did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.fakes.discord.interactions import Interaction
from tests.fakes.discord.shown import Shown

if TYPE_CHECKING:
    from tests.fakes.discord.people import Person

KINDS = {0: "nothing", 4: "message", 5: "deferred", 6: "deferred update", 7: "update"}
KINDS |= {8: "choices", 9: "modal"}
SILENCE = "The application did not respond"


@dataclass
class Outcome:
    """What came of a command, a press or a submit.

    ``kind`` is message, deferred, update, deferred update, modal, choices or nothing.
    """

    person: Person
    interaction: Interaction

    @property
    def kind(self) -> str:
        """Return what the first answer was."""
        return KINDS[self.interaction.answer]

    @property
    def text(self) -> str:
        """Return what the client says by itself; nothing where the bot answered."""
        return "" if self.interaction.answer else SILENCE

    @property
    def message(self) -> Shown | None:
        """Return the message it made or changed, as this person sees it now."""
        return self.person.look(self.interaction.original)

    @property
    def messages(self) -> list[Shown]:
        """Return every message it made, follow-ups included, as this person sees them now."""
        found = [self.person.look(one) for one in self.interaction.made]
        return [one for one in found if one is not None]

    async def filled(self, seconds: float = 5.0) -> Shown:
        """Wait until a deferred answer is there, and return it."""

        def there() -> Shown | None:
            found = self.message
            return found if found is not None and not found.thinking else None

        found = await self.person.fake.until(there, seconds)
        assert isinstance(found, Shown)
        return found
