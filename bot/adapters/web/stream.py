"""What changes on a page while it is open, as server-sent events."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from aiohttp import web

from bot.adapters.web.pages import Pages
from bot.adapters.web.people import Person
from bot.clock import wait

if TYPE_CHECKING:
    from bot.adapters.web.platform import Playground

_TICK: Final = 10.0  # seconds until the clock on the page is looked at again
_RETRY: Final = 700  # milliseconds until a browser comes back


class Streams:
    """The open streams. One sends everything after the version its page has, then what comes."""

    def __init__(self, playground: Playground, pages: Pages) -> None:
        self._board = playground.board
        self._pages = pages
        self._ended = False

    def end(self) -> None:
        """Let every stream finish; a browser comes back by itself."""
        self._ended = True
        self._board.wake()

    async def follow(
        self, request: web.Request, person: Person, place: str, since: int
    ) -> web.StreamResponse:
        """Send what happens in a place, as one person sees it, until they leave."""
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        await response.write(f"retry: {_RETRY}\n\n".encode())
        frame = ""
        with self._board.watching() as changed:
            while not self._ended:
                changed.clear()
                await self._board.mark_seen(person.id, place)
                version = self._board.version
                html = self._pages.updates(person, place, since)
                around = self._pages.frame(person, place)
                html += around if around != frame else ""
                try:
                    await response.write(_event(version, html) if html else b": still here\n\n")
                except (ConnectionError, asyncio.CancelledError):
                    break
                since, frame = version, around
                await wait(changed, _TICK)
        return response


def _event(version: int, html: str) -> bytes:
    lines = "".join(f"data: {line}\n" for line in html.replace("\r", "\n").split("\n"))
    return f"event: page\nid: {version}\n{lines}\n".encode()
