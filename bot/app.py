"""The bot: loads cogs, takes an event to its method, turns errors into answers."""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import pkgutil
import secrets
from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import ModuleType
from typing import TypeVar

from bot import calls, limits, logs, picked, records
from bot.again import Again
from bot.cog import Cog, Drawing
from bot.context import Context
from bot.delivery import Priority
from bot.errors import Invalid, NotHere, NotSetUp, Problem, Unknown
from bot.house import House
from bot.inbox import Inbox
from bot.people import Member, Room, Space, Standing
from bot.platform import Event, Responder
from bot.records import Share
from bot.rooms import SpaceRooms
from bot.routes import Routes
from bot.templates import Texts
from bot.trouble import Trouble
from bot.ui import Button, Card, Form, Quote, Unfit
from bot.words import Ours, clean, is_blank, plain
from bot.zones import is_zone

T = TypeVar("T")


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
        self.records = records.Records(house.store, house.identity, house.clock, house.outbox)
        self.waits = Waits(
            timedelta(seconds=house.settings.news_after_seconds),
            timedelta(seconds=house.settings.nods_after_seconds),
            timedelta(seconds=house.settings.counters_after_seconds),
        )
        self._routes = Routes()
        self.cogs = self._routes.cogs
        self.commands = self._routes.commands
        self.shortcuts = self._routes.shortcuts
        self.rooms = SpaceRooms(house)
        self.inboxes = house.inboxes
        self.again = Again(self)
        self.add(self.again)
        self.add(Inbox(self))
        self.add(Trouble(self))

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

    async def retract(self, space: Space, call: str) -> None:
        """Take the quote whose button makes ``call`` out of messages nobody has read yet."""
        await self._house.retracting.retract(space.id, call)

    def under(self, share: Share) -> list[Button]:
        """Return the buttons under a share, of all cogs."""
        return [button for cog in self.cogs.values() for button in cog.under(share)]

    async def shown(self, share: Share) -> Card:
        """Return what its author sees of a share that is not posted, wherever it was written."""
        drawn = [await cog.shown(share) for cog in self.cogs.values()]
        return next(card for card in drawn if card is not None)

    async def people_in(self, space: Space, room: Room) -> int | None:
        """Return how many people can read a room, nothing when that is not known."""
        return await self._house.platforms[space.platform].people_in(space, room)

    async def standing(self, member: Member) -> Standing:
        """Return what a member may do in their space beyond what everybody may."""
        platform = self._house.platforms[member.space.platform]
        return await platform.standing(self._house.identity.address(member))

    async def zone(self, member: Member) -> str | None:
        """Return the IANA name of a member's time zone as their profile says it.

        Nothing where the platform does not tell, does not answer, or names a zone that is not
        known here.
        """
        platform = self._house.platforms[member.space.platform]
        try:
            told = await platform.zone(self._house.identity.address(member))
        except Exception as raised:
            logs.fault("zone.not_told", raised, platform=member.space.platform)
            return None
        return told if told and is_zone(told) else None

    async def person(self, space: Space, handle: str) -> Member:
        """Return who was chosen in a form; raises ``Gone`` for what is no handle of this space."""
        return await picked.person(self._house, space, handle)

    async def for_each(
        self, spaces: Iterable[Space], work: Callable[[Space], Awaitable[None]]
    ) -> None:
        """Do something for every space that is served here; one that fails holds up no other."""
        for space in spaces:
            if space.platform in self._house.platforms:
                try:
                    await work(space)
                except Exception as raised:
                    logs.fault("space.failed", raised, space=space.id)

    async def aside(self, work: Callable[..., T], *given: object) -> T:
        """Return what a function works out, in a thread: what takes long holds up nobody."""
        return await asyncio.to_thread(work, *given)

    async def retention_days(self, space: Space) -> int:
        """Return after how many days nobody can tell any more who wrote something."""
        return (await self._house.identity.where(space.id)).retention_days

    async def forget(self, member: Member) -> None:
        """Delete everything about a member in their space, in every cog and on its way to them."""
        for cog in self.cogs.values():
            await cog.forget(member)
        await self.inboxes.forget(member)
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
        self._routes.add(cog)

    # Answering.

    async def handle(self, event: Event, responder: Responder) -> None:
        """Take an event to its method and answer whatever happens; raises nothing of a cog's."""
        form: Form | None = None
        try:
            route = self._routes.find(event)
            takes = calls.signature(calls.function_of(route.handler))
            context = Context(self, event, responder)
            if (takes.form is None) != (event.form is None):
                raise Unknown
            given: list[Form] = []
            if takes.form is not None:
                form = self._read(takes.form, event)
                given.append(form)
            if route.posts:
                await self._may_post(event)
            if form is not None and (faults := form.faults()):
                raise Invalid(**faults)
            await route.handler(context, *given, *route.arguments, **route.options)
        except Problem as problem:
            await self._answer(event, responder, form, problem)
        except Exception as raised:
            ticket = secrets.token_hex(4)
            logs.fault("event.failed", raised, ticket=ticket, call=calls.split(event.call)[0])
            sentence = Texts.of("says/bot", {"ticket": Ours(ticket)})("broken")
            await self._answer(event, responder, form, Problem(sentence))

    async def prepare(self, form: Form, call: str, member: Member) -> Form:
        """Return a form as it is opened for ``call``: introduced, its questions as they are now.

        Raises ``Unfit`` when something is too long, and a ``Problem`` as the form's handler would.
        """
        route = self._routes.method(call, "action")
        mark = route.cog.marks[calls.function_of(route.handler).__name__]
        asks, intro = mark.questions, mark.intro
        prepared = form.asking(await asks(route.cog, member, *route.arguments) if asks else {})
        prepared.intro = await intro(route.cog, member, *route.arguments) if intro else Ours("")
        if len(plain(prepared.intro)) > limits.INTRO:
            message = f"an introduction of {route.cog.name} is longer than {limits.INTRO}"
            raise Unfit(message)
        return prepared

    async def draw(self, call: str) -> Card | None:
        """Return the card a ``@drawn`` method draws now, or nothing."""
        route = self._routes.method(call, "drawn")
        drawn: Card | None = await route.handler(*route.arguments)
        return drawn

    async def _may_post(self, event: Event) -> None:
        """Raise what keeps a member from posting, if anything does."""
        if not await self.rooms.has(event.member.space, Room.SUPPORT):
            raise NotSetUp
        if not event.present and not (await self.standing(event.member)).here:
            raise NotHere

    def _read(self, kind: type[Form], event: Event) -> Form:
        """Return the form as it was filled in; a channel or a person becomes a handle."""
        form, space = kind.read(event.form or {}), event.member.space
        for field in kind.fields:
            answer = form.answers.get(field.name)
            if field.picked and answer:
                form.answers[field.name] = picked.handle(self._house, space, field, answer)
        return form

    async def _answer(
        self, event: Event, responder: Responder, form: Form | None, problem: Problem
    ) -> None:
        """Say what is wrong; what was typed into a form is kept and can be opened again."""
        says = Texts.of("says/bot")
        faults: Mapping[str, Ours] = problem.fields if isinstance(problem, Invalid) else {}
        faults = faults or {"": problem.sentence or says(problem.name)}
        try:
            if form is None:
                typed = [event.text, *(event.form or event.options or {}).values()]
                quotes = tuple(Quote(clean(text)) for text in typed if not is_blank(text))
                await responder.reply(Card(text=next(iter(faults.values())), quotes=quotes))
                return
            with contextlib.suppress(Problem):  # what it is about may be gone
                form = await self.prepare(form, event.call, event.member)
            asked = {field.name for field in form.fields}
            faults = {name if name in asked else "": fault for name, fault in faults.items()}
            if not await responder.invalid(form, event.call, faults):
                card = await self.again.card(event.member, event.call, form, faults)
                await responder.reply(card)
        except Exception as raised:
            # Not even the call: a member may have typed it.
            logs.fault("answer.failed", raised)


def _modules(folder: ModuleType) -> list[ModuleType]:
    names = sorted(found.name for found in pkgutil.iter_modules(folder.__path__))
    return [importlib.import_module(f"{folder.__name__}.{name}") for name in names]
