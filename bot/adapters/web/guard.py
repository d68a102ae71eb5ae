"""What is checked of every request, and said with every response."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

from aiohttp import web

HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
        "object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""Only our own files run; nothing is guessed, framed or told to others."""
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
_NAMES: Final = ("127.0.0.1", "localhost")


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse what did not come from a page of ours on this computer.

    Another website can make a browser send requests here: it is told by its ``Origin``, and by
    the ``Host`` when it has its name point to this computer.
    """
    host = request.headers.get("Host", "")
    if host.partition(":")[0] not in _NAMES:
        return web.Response(status=403, headers=HEADERS)
    if request.method not in ("GET", "HEAD") and request.headers.get("Origin") != f"http://{host}":
        return web.Response(status=403, headers=HEADERS)
    return await handler(request)


async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Say with every response what a browser may do with it."""
    response.headers.update(HEADERS)
    kept = "no-cache" if request.path.startswith("/static/") else "no-store"
    response.headers.setdefault("Cache-Control", kept)
