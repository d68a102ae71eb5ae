"""The playground's web server: pages, what people do on them, and what they download."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from aiohttp import hdrs, web
from aiohttp.helpers import content_disposition_header

from bot.adapters.web.answers import Answer
from bot.adapters.web.guard import Handler, add_headers, guard
from bot.adapters.web.pages import LONGEST, Pages
from bot.adapters.web.people import INBOX, PEOPLE, Person
from bot.adapters.web.posts import Post
from bot.adapters.web.stream import Streams
from bot.platform import Event
from bot.templates import Texts
from bot.ui import Card
from bot.words import clean, is_blank, plain

if TYPE_CHECKING:
    from bot.adapters.web.platform import Playground

HOST: Final = "127.0.0.1"
_STATIC: Final = Path(__file__).with_name("static")
_MOST: Final = 256 * 1024  # bytes of one request: the longest form there can be, and some
_PORTS: Final = 50  # how many ports are tried
_PERSON: Final = "/{person:[a-z]+}"
_PLACE: Final = _PERSON + "/{place:support|moderators|inbox}"
_ANSWER: Final = "answer."  # begins the names of a form's own fields


class Server:
    """The routes of one playground."""

    def __init__(self, playground: Playground) -> None:
        self._playground = playground
        self._board = playground.board
        self._pages = Pages(playground)
        self._streams = Streams(playground, self._pages)
        self._runner: web.AppRunner | None = None

    async def start(self, port: int) -> str:
        """Listen on ``port`` or the next one that is free, and return the address."""
        application = web.Application(middlewares=[guard, self._say_why], client_max_size=_MOST)
        application.on_response_prepare.append(add_headers)
        self._add_routes(application)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=2.0)
        await self._runner.setup()
        for candidate in range(port, port + (_PORTS if port else 1)):
            try:
                await web.TCPSite(self._runner, HOST, candidate).start()
            except OSError as fault:
                if fault.errno != errno.EADDRINUSE or candidate == port + _PORTS - 1:
                    raise
            else:
                break
        return f"http://{HOST}:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        """Let the streams end and stop listening."""
        self._streams.end()
        if self._runner is not None:
            await self._runner.cleanup()

    def _add_routes(self, application: web.Application) -> None:
        router = application.router
        router.add_get("/", self._first)
        router.add_get("/health", self._health)
        router.add_static("/static", _STATIC)
        router.add_get(_PERSON, self._first)
        router.add_get(_PLACE, self._page)
        router.add_get(f"{_PLACE}/events", self._events, allow_head=False)
        router.add_get(f"{_PLACE}/file/{{post}}", self._file)
        router.add_get(f"{_PLACE}/picture/{{post}}", self._picture)
        router.add_post(f"{_PLACE}/say", self._say)
        router.add_post(f"{_PLACE}/press", self._press)
        router.add_post(f"{_PLACE}/shortcut", self._shortcut)
        router.add_post(f"{_PLACE}/submit", self._submit)
        router.add_post(f"{_PLACE}/dismiss", self._dismiss)
        router.add_post(f"{_PLACE}/clock", self._move_clock)

    @web.middleware
    async def _say_why(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Turn what cannot be answered into a page or a sentence."""
        try:
            return await handler(request)
        except web.HTTPNotFound:
            return web.Response(text=self._pages.missing(), status=404, content_type="text/html")
        except web.HTTPRequestEntityTooLarge:
            return _sentence("too_much", status=413)

    # What is looked at.

    async def _first(self, request: web.Request) -> web.Response:
        person = request.match_info.get("person", next(iter(PEOPLE)))
        if person not in PEOPLE:
            raise web.HTTPNotFound
        raise web.HTTPFound(f"/{person}/support")

    async def _health(self, request: web.Request) -> web.Response:
        return web.Response(text="ok")

    async def _page(self, request: web.Request) -> web.Response:
        person, place = _where(request)
        before = request.query.get("before", "")
        await self._board.mark_seen(person.id, place)
        html = self._pages.page(person, place, _number(before) if before else None)
        return web.Response(text=html, content_type="text/html")

    async def _events(self, request: web.Request) -> web.StreamResponse:
        person, place = _where(request)
        since = _number(request.headers.get("Last-Event-ID") or request.query.get("since", "0"))
        if since > self._board.version:  # another playground's page, from before its file was gone
            since = 0
        return await self._streams.follow(request, person, place, since)

    async def _file(self, request: web.Request) -> web.Response:
        card = self._card(request)
        if card.file is None:
            raise web.HTTPNotFound
        disposition = content_disposition_header(
            "attachment", quote_fields=False, filename=card.file.name
        )
        return web.Response(
            body=card.file.content,
            content_type="application/octet-stream",
            headers={hdrs.CONTENT_DISPOSITION: disposition},
        )

    async def _picture(self, request: web.Request) -> web.Response:
        card = self._card(request)
        if card.picture is None:
            raise web.HTTPNotFound
        return web.Response(body=card.picture.png, content_type="image/png")

    def _card(self, request: web.Request) -> Card:
        person, _ = _where(request)
        post = self._board.post(person.id, request.match_info["post"])
        if post is None or post.card is None:
            raise web.HTTPNotFound
        return post.card

    # What is done.

    async def _say(self, request: web.Request) -> web.Response:
        person, place = _where(request)
        words = clean((await _values(request)).get("words", "")).strip()
        if words.startswith("/") and len(words) > 1:
            call, text = _as_typed(words)
            return await self._do(person, place, call, text=text)
        if is_blank(words):
            return _sentence("nothing_typed")
        if place == INBOX:
            return _sentence("only_commands")
        if len(words) > LONGEST:
            return _sentence("too_long", has=len(words), most=LONGEST)
        await self._playground.speak(person.id, place, words)
        return web.Response()

    async def _press(self, request: web.Request) -> web.Response:
        person, place = _where(request)
        sent = await _values(request)
        number, call = sent.get("post", ""), sent.get("call", "")
        post = self._board.post(person.id, number)
        if post is None or not self._board.shows(post, call):
            if post is None and self._board.is_older(number):
                sentence = Texts.of("web/says")("from_before")
            else:
                sentence = Texts.of("says/bot")("not_yours")
            await self._playground.whisper(person.id, place, Card(text=sentence))
            return web.Response()
        call, text = _as_typed(call)
        return await self._do(person, place, call, text=text, source=post.id)

    async def _shortcut(self, request: web.Request) -> web.Response:
        person, place = _where(request)
        sent = await _values(request)
        post = self._visible(person, sent)
        return await self._do(person, place, f">{sent.get('word', '')}", about=post.id)

    async def _submit(self, request: web.Request) -> web.Response:
        person, place = _where(request)
        sent = await _values(request)
        form = {
            name.removeprefix(_ANSWER): value
            for name, value in sent.items()
            if name.startswith(_ANSWER)
        }
        answer = Answer(
            self._playground,
            person.id,
            place,
            source=sent.get("source", ""),
            is_form=True,
        )
        member = await self._playground.member(person.id)
        event = Event(member, sent.get("call", ""), form=form)
        return await self._answered(person, place, event, answer)

    async def _dismiss(self, request: web.Request) -> web.Response:
        person, _ = _where(request)
        post = self._visible(person, await _values(request))
        if post.private:
            await self._board.remove(post.number)
        return web.Response()

    async def _move_clock(self, request: web.Request) -> web.Response:
        now = self._playground.house.clock.now()
        steps = {
            "hour": timedelta(hours=1),
            "day": timedelta(days=1),
            "monday": _next_monday(now) - now,
            "month": timedelta(days=31),
        }
        step = steps.get((await _values(request)).get("step", ""))
        if step is None:
            return _sentence("no_such_step")
        await self._playground.move_clock(step)
        return web.Response()

    async def _do(
        self,
        person: Person,
        place: str,
        call: str,
        *,
        text: str = "",
        about: str = "",
        source: str = "",
    ) -> web.Response:
        answer = Answer(self._playground, person.id, place, source=source)
        event = Event(await self._playground.member(person.id), call, text, about=about)
        return await self._answered(person, place, event, answer)

    async def _answered(
        self, person: Person, place: str, event: Event, answer: Answer
    ) -> web.Response:
        """Return the form that was asked for, or nothing: all else comes through the stream."""
        await self._playground.hand_over(event, answer)
        if answer.open is None:
            return web.Response()
        html = self._pages.dialog(person, place, answer.open)
        return web.Response(text=html, content_type="text/html")

    def _visible(self, person: Person, sent: Mapping[str, str]) -> Post:
        post = self._board.post(person.id, sent.get("post", ""))
        if post is None:
            raise web.HTTPNotFound
        return post


def _where(request: web.Request) -> tuple[Person, str]:
    """Return who asks and where they are; raises ``HTTPNotFound`` where they cannot go."""
    person, place = PEOPLE.get(request.match_info["person"]), request.match_info["place"]
    if person is None or place not in person.places:
        raise web.HTTPNotFound
    return person, place


async def _values(request: web.Request) -> dict[str, str]:
    """Return what was sent, each name once; a file is nothing we asked for."""
    try:
        sent = await request.post()
    except (ValueError, LookupError, AssertionError):  # not UTF-8, or a form no browser makes
        raise web.HTTPBadRequest from None
    return {name: value for name, value in sent.items() if isinstance(value, str)}


def _as_typed(call: str) -> tuple[str, str]:
    """Return a command and what follows it; a call that is none stays as it is."""
    word, _, rest = call.partition(" ") if call.startswith("/") else (call, "", "")
    return word, rest


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0


def _sentence(name: str, *, status: int = 422, **values: int) -> web.Response:
    """Return the sentence that says why not; what was typed stays where it is."""
    return web.Response(text=plain(Texts.of("web/says", values)(name)), status=status)


def _next_monday(now: datetime) -> datetime:
    """Return the next Monday, nine o'clock, on this computer's wall."""
    here = now.astimezone()
    monday = here.date() + timedelta(days=-here.weekday())
    while (nine := datetime.combine(monday, time(9)).astimezone()) <= now:
        monday += timedelta(days=7)
    return nine.astimezone(UTC)
