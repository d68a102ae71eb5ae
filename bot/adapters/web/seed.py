"""The little community that is there the first time, so that nobody comes into an empty room.

Its shares are made through the bot by people who are none of the four: every button on them works.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.adapters.web import crowd
from bot.adapters.web.background import button, do
from bot.adapters.web.people import NAME, PEOPLE, SPACE
from bot.clock import wait
from bot.delivery.courier import Courier
from bot.identity import Address
from bot.people import Room
from bot.platform import Target
from bot.templates import Texts
from bot.ui import Button, Card
from bot.words import Ours, plain

if TYPE_CHECKING:
    from bot.adapters.web.platform import Playground


@dataclass(frozen=True, slots=True)
class Scene:
    """One share: its stage, what its author needs, who nods how, and how many write to them."""

    stage: str
    need: str
    replies: tuple[str, ...] = ()
    nods: Mapping[str, str] = field(default_factory=dict)
    answered: bool = False


SCENES = (
    Scene(
        "final",
        "me_too",
        ("first_reply", "second_reply"),
        {"seed-4": "alone", "seed-5": "been", "seed-6": "alone", "seed-7": "alone"},
        answered=True,
    ),
    Scene("silence", "listen", ("reply",), {"seed-5": "alone", "seed-8": "been"}),
    Scene("application", "ideas"),
)

_BETWEEN = timedelta(minutes=11)
"""The time from one message to the next, seen from later."""
_PATIENCE = 20.0  # seconds for a message to arrive


async def settle_in(playground: Playground) -> None:
    """Fill an empty playground, as if people had been there since the morning."""
    await _Seeding(playground).run()


class _Seeding:
    def __init__(self, playground: Playground) -> None:
        self._playground = playground
        self._board = playground.board
        self._texts = Texts.of("web/seed")
        self._courier = Courier(playground.house, playground.bot.draw)
        self._courier.platforms = {NAME: playground}

    async def run(self) -> None:
        final, silence, application = SCENES
        await self._speak("mo", "support", "mo_welcome")
        await self._speak("ben", "support", "ben_hello")
        await self._share("seed-1", final)
        await self._speak("hana", "support", "hana_hello")
        await self._share("seed-2", silence)
        await self._speak("ana", "support", "ana_thanks")
        await self._speak("hana", "support", "hana_later")
        await self._share("seed-3", application)
        await self._speak("mo", "moderators", "mo_moderators")
        await crowd.join(self._playground)
        for person in PEOPLE.values():
            await self._greet(person.id, person.name)
        await self._board.backdate(self._playground.house.clock.now(), _BETWEEN)

    async def _speak(self, person: str, place: str, words: str) -> None:
        await self._playground.speak(person, place, self._say(words))

    async def _share(self, author: str, scene: Scene) -> None:
        """Share as somebody would: command, form, preview, Post now; then let others come."""
        form = {"stage": scene.stage, "need": scene.need}
        for name in ("happened", "feeling", "field"):
            form[name] = self._say(f"{scene.stage}_{name}")
        opened = await do(self._playground, author, "/rejection")
        preview = await do(self._playground, author, opened.call, form)
        before = self._board.version
        await do(self._playground, author, button(preview.card, "share.publish").call)
        post = await self._deliver(before)
        for person, kind in scene.nods.items():
            buttons = [button for button in post.buttons if button.call.endswith(kind)]
            await do(self._playground, person, buttons[0].call)
        for number, words in enumerate(scene.replies, start=4):
            await self._write(f"seed-{number}", post, f"{scene.stage}_{words}")
        if scene.answered:
            await self._write(author, post, f"{scene.stage}_answer")

    async def _write(self, person: str, post: Card, words: str) -> None:
        opened = await do(self._playground, person, button(post, "reply.write").call)
        form = {"words": self._say(words), "sign": "pseudonym"}
        before = self._board.version
        await do(self._playground, person, opened.call, form)
        await self._deliver(before)

    async def _deliver(self, before: int) -> Card:
        """Send what is due, here or by whoever else does; return what then stands in the room."""
        with self._board.watching() as changed:
            async with asyncio.timeout(_PATIENCE):
                while True:
                    posts = self._board.posts("ana", Room.SUPPORT)
                    if posts[-1].number > before and posts[-1].card:
                        return posts[-1].card
                    if not await self._courier.round():
                        await wait(changed, 0.1)

    async def _greet(self, person: str, name: str) -> None:
        words = Texts.of("web/seed", {"name": Ours(name)})
        card = Card(
            words("hello_title"),
            words("hello_text"),
            note=words("hello_note"),
            buttons=(
                Button(words("rejection_button"), "/rejection"),
                Button(words("page_button"), "/comeback"),
                Button(words("privacy_button"), "/privacy"),
            ),
        )
        await self._playground.send(
            Target(SPACE, to=Address(NAME, SPACE, person)), card, f"hello-{person}"
        )

    def _say(self, name: str) -> str:
        return plain(self._texts(name))
