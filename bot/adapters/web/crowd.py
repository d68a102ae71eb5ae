"""Five people in the background who check in each week, so that there is a digest to see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.adapters.web.background import button, do
from bot.templates import Texts
from bot.ui import Card
from bot.words import plain

if TYPE_CHECKING:
    from bot.adapters.web.platform import Playground

CROWD: Final = ("seed-4", "seed-5", "seed-6", "seed-7", "seed-8")
_ASKED: Final = "week.answer"
_MOODS: Final = ("two", "three", "three", "four", "five")
_MET: Final = ("done", "partly", "not", "done", "partly")
_TELLS: Final = ("seed-4", "seed-7")
"""Those who tell what went well."""


async def join(playground: Playground) -> None:
    """Let them join, for Monday mornings."""
    for person in CROWD:
        page = await do(playground, person, "/checkin")
        opened = await do(playground, person, button(page.card, "checkin.join").call)
        typed = {"day": "mon", "time": "9:00", "city": "Europe/London", "goes_to": "digest"}
        await do(playground, person, opened.call, typed)


def is_asked(person: str, card: Card) -> bool:
    """Say whether a message asks one of them about their week."""
    return person in CROWD and any(one.call.startswith(_ASKED) for one in card.buttons)


async def answer(playground: Playground, person: str, card: Card) -> None:
    """Let one of them answer, and count what they did."""
    number = CROWD.index(person)
    texts = Texts.of("web/crowd")
    opened = await do(playground, person, button(card, _ASKED).call)
    typed = {
        "mood": _MOODS[number],
        "met": _MET[number],
        "went_well": plain(texts(f"went_well_{number}")),
    }
    saved = await do(playground, person, opened.call, typed | {"goal": plain(texts("goal"))})
    counting = await do(playground, person, button(saved.card, "week.count").call)
    effort = {"applications": str(number + 1), "conversations": str(1 + number % 2)}
    effort |= {"learning": str(1 + 2 * number), "rejections": str(1 + number % 3)}
    saved = await do(playground, person, counting.call, effort)
    if person in _TELLS and "week.tell_win" in {
        one.call.split(":")[0] for one in saved.card.buttons
    }:
        await do(playground, person, button(saved.card, "week.tell_win").call)
