"""The bot: loads cogs, takes an event to its method, turns errors into answers."""

from __future__ import annotations

import contextlib
import importlib
import pkgutil
import secrets
from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import ModuleType
from typing import Any

from bot import calls, limits, logs, records
from bot.again import Again
from bot.calls import Handler
from bot.cog import Cog, Command, Drawing
from bot.context import Context
from bot.delivery import Priority
from bot.errors import Invalid, Problem, Unknown
from bot.house import House
from bot.people import Member, Room, Space
from bot.platform import Event, Responder
from bot.records import Share
from bot.templates import Texts
from bot.ui import Button, Card, Form, Quote, Unfit
from bot.words import Ours, clean, is_blank, plain


@dataclass(frozen=True, slots=True)
class Waits:
    """How long things are gathered before they are said."""

    news: timedelta
    nods: timedelta
    counters: timedelta


class Bot:
    """What every feature stands on. Adapters give it events; cogs ask it to send.

    A cog holds it, so nothing public on it leads to an address, a key or a platform.
    """

    def __init__(self, house: House) -> None:
        self._house = house
        self.clock = house.clock
        self.records = records.Records(house.store, house.identity, house.clock)
        self.waits = Waits(
            timedelta(seconds=house.settings.news_after_seconds),
            timedelta(seconds=house.settings.nods_after_seconds),
            timedelta(seconds=house.settings.counters_after_seconds),
        )
        self.cogs: dict[str, Cog] = {}
        self.commands: dict[str, Command] = {}
        self.shortcuts: dict[str, Command] = {}
        self.again = Again(self)
        self.add(self.again)

    # What a cog may ask for.

    def transaction(self) -> AbstractAsyncContextManager[object]:
        """Return the block in which rows and what is sent because of them are one thing."""
        return self._house.store.transaction()

    async def tell(
        self,
        member: Member,
        what: Card | Drawing,
        *,
        at: datetime | None = None,
        key: str | None = None,
        batch: str | None = None,
        priority: Priority = Priority.ANSWER,
    ) -> None:
        """Send a direct message, now or ``at``, through the outbox; see ``Outbox.tell``."""
        await self._house.outbox.tell(member, what, at=at, key=key, batch=batch, priority=priority)

    async def post(
        self,
        space: Space,
        room: Room,
        what: Card | Drawing,
        *,
        under: str | None = None,
        at: datetime | None = None,
        key: str | None = None,
    ) -> str:
        """Put a card in a room, now or ``at``, through the outbox; return the post's id."""
        async with self.transaction():
            drawing = what.call if isinstance(what, Drawing) else ""
            post_id = await self.records.posts.add(space.id, room, under, drawing)
            await self._house.outbox.post(space.id, post_id, what, at=at, key=key)
        return post_id

    async def refresh(
        self, space: Space, post_id: str, *, after: timedelta = timedelta(0)
    ) -> None:
        """Draw a post again; what is asked for within ``after`` costs one edit."""
        await self._house.outbox.refresh(space.id, post_id, after=after)

    def under(self, share: Share) -> list[Button]:
        """Return the buttons under a share, of all cogs."""
        return [button for cog in self.cogs.values() for button in cog.under(share)]

    async def people_in(self, space: Space, room: Room) -> int | None:
        """Return how many people can read a room, nothing when that is not known."""
        where = await self._house.identity.where(space.id)
        return await self._house.platforms[space.platform].people_in(where.external, room)

    async def retention_days(self, space: Space) -> int:
        """Return after how many days nobody can tell any more who wrote something."""
        return (await self._house.identity.where(space.id)).retention_days

    async def forget(self, member: Member) -> None:
        """Delete everything about a member in their space, in every cog and on its way to them."""
        for cog in self.cogs.values():
            await cog.forget(member)
        await self._house.outbox.forget(member)
        await self.scrub()

    async def scrub(self) -> None:
        """Make what was deleted leave the disk."""
        await self._house.store.scrub()

    # Loading.

    def load(self, package: str = "cogs") -> None:
        """Import every module of ``package`` and call its ``setup(bot)``."""
        folder = importlib.import_module(package)
        for module in _modules(folder):
            module.setup(self)

    def add(self, cog: Cog) -> None:
        """Take a cog in; raises ``ValueError`` where a name or a word is taken."""
        if cog.name in self.cogs:
            message = f"there are two cogs named {cog.name!r}"
            raise ValueError(message)
        self.cogs[cog.name] = cog
        for item in cog.commands():
            words = self.shortcuts if item.on_message else self.commands
            if item.word in words:
                message = f"there are two commands {item.word!r}"
                raise ValueError(message)
            words[item.word] = item

    # Answering.

    async def handle(self, event: Event, responder: Responder) -> None:
        """Take an event to its method and answer whatever happens; raises nothing of a cog's."""
        form: Form | None = None
        try:
            handler, arguments = self._find(event)
            takes = calls.signature(calls.function_of(handler))
            context = Context(self, event, responder)
            if (takes.form is None) != (event.form is None):
                raise Unknown
            if takes.form is None:
                await handler(context, *arguments)
                return
            form = takes.form.read(event.form or {})
            faults = form.faults()
            if faults:
                raise Invalid(**faults)
            await handler(context, form, *arguments)
        except Problem as problem:
            await self._answer(event, responder, form, problem)
        except Exception as raised:
            ticket = secrets.token_hex(4)
            logs.fault("event.failed", raised, ticket=ticket, call=calls.split(event.call)[0])
            sentence = Texts.of("says/bot", {"ticket": Ours(ticket)})("broken")
            await self._answer(event, responder, form, Problem(sentence))

    async def introduction(self, call: str) -> Ours:
        """Return what stands above the form whose answers go to ``call``, if anything does.

        Raises ``Unfit`` when it is too long, and a ``Problem`` as the form's handler would.
        """
        cog, handler, arguments = self._method(call, "action")
        intro = self.cogs[cog].marks[calls.function_of(handler).__name__].intro
        text = await intro(self.cogs[cog], *arguments) if intro else Ours("")
        if len(plain(text)) > limits.INTRO:
            message = f"the introduction of {cog} has more than {limits.INTRO} characters"
            raise Unfit(message)
        return text

    async def draw(self, call: str) -> Card | None:
        """Return the card a ``@drawn`` method draws now, or nothing."""
        _, handler, arguments = self._method(call, "drawn")
        drawn: Card | None = await handler(*arguments)
        return drawn

    def _find(self, event: Event) -> tuple[Handler, list[Any]]:
        if event.call.startswith(">"):
            shortcut = self.shortcuts.get(event.call[1:])
            if shortcut is None:
                raise Unknown
            return shortcut.handler, []
        if event.call.startswith("/"):
            return self._find_command(event.call[1:].lower(), clean(event.text).strip())
        _, handler, arguments = self._method(event.call, "action")
        return handler, arguments

    def _find_command(self, word: str, text: str) -> tuple[Handler, list[Any]]:
        first, _, rest = text.partition(" ")
        found, left = self.commands.get(f"{word} {first.lower()}"), rest.strip()
        if found is None:
            found, left = self.commands.get(word), text
        if found is None:
            raise Unknown
        function = calls.function_of(found.handler)
        try:
            return found.handler, calls.read(function, calls.words(function, left))
        except Unknown:
            usage = " ".join(f"<{name}>" for name in calls.signature(function).names)
            words = {"word": Ours(found.word), "usage": Ours(usage)}
            raise Problem(Texts.of("says/bot", words)("usage")) from None

    def _method(self, call: str, kind: str) -> tuple[str, Handler, list[Any]]:
        name, parts = calls.split(call)
        cog_name, _, method = name.partition(".")
        cog = self.cogs.get(cog_name)
        mark = cog.marks.get(method) if cog else None
        if cog is None or mark is None or mark.kind != kind:
            raise Unknown
        handler: Handler = getattr(cog, method)
        return cog_name, handler, calls.read(calls.function_of(handler), parts)

    async def _answer(
        self, event: Event, responder: Responder, form: Form | None, problem: Problem
    ) -> None:
        """Say what is wrong; what was typed into a form is kept and can be opened again."""
        says = Texts.of("says/bot")
        faults: Mapping[str, Ours] = problem.fields if isinstance(problem, Invalid) else {}
        faults = faults or {"": problem.sentence or says(problem.name)}
        try:
            if form is None:
                typed = [event.text, *(event.form or {}).values()]
                quotes = tuple(Quote(clean(text)) for text in typed if not is_blank(text))
                await responder.reply(Card(text=next(iter(faults.values())), quotes=quotes))
                return
            with contextlib.suppress(Problem):  # what it is about may be gone
                form.intro = await self.introduction(event.call)
            if not await responder.invalid(form, event.call, faults):
                card = await self.again.card(event.member, event.call, form, faults)
                await responder.reply(card)
        except Exception as raised:
            # Not even the call: a member may have typed it.
            logs.fault("answer.failed", raised)


def _modules(folder: ModuleType) -> list[ModuleType]:
    names = sorted(found.name for found in pkgutil.iter_modules(folder.__path__))
    return [importlib.import_module(f"{folder.__name__}.{name}") for name in names]
