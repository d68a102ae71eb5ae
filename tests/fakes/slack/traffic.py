"""Everything that crossed the wire, in both directions, for a search afterwards."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Request:
    """One request of the bot and what was answered; ``status`` 0 is a connection cut off.

    ``template`` is the API method's name, ``response_url`` or ``upload``; ``body`` the arguments.
    """

    method: str
    path: str
    template: str
    query: dict[str, str]
    headers: dict[str, str] = field(default_factory=dict)
    body: Any = None
    files: list[tuple[str, bytes]] = field(default_factory=list)
    status: int = 0
    answer: str = ""

    @property
    def error(self) -> str:
        """Return the error it was answered with, if it was."""
        try:
            return str(json.loads(self.answer).get("error", ""))
        except (ValueError, AttributeError):
            return ""


@dataclass(slots=True)
class Frame:
    """One frame of a socket; ``sent`` says that it went to the bot."""

    sent: bool
    connection: int
    text: str

    @property
    def data(self) -> dict[str, Any]:
        """Return the frame as JSON."""
        found = json.loads(self.text)
        assert isinstance(found, dict)
        return found


@dataclass(slots=True)
class Delivered:
    """One request to the bot, and its answer; ``status`` 0 is no answer."""

    url: str
    body: bytes
    headers: dict[str, str]
    status: int = 0
    answer: str = ""
    answer_headers: dict[str, str] = field(default_factory=dict)


class Traffic:
    """All requests, frames and deliveries. ``keep = False`` for a benchmark."""

    def __init__(self) -> None:
        self.keep = True
        self.requests: list[Request] = []
        self.frames: list[Frame] = []
        self.deliveries: list[Delivered] = []

    def request(self, request: Request) -> None:
        """Remember a request."""
        if self.keep:
            self.requests.append(request)

    def frame(self, sent: bool, connection: int, text: str) -> None:
        """Remember a frame."""
        if self.keep:
            self.frames.append(Frame(sent, connection, text))

    def delivery(self, delivered: Delivered) -> None:
        """Remember a request to the bot."""
        if self.keep:
            self.deliveries.append(delivered)

    def clear(self) -> None:
        """Forget all of it."""
        self.requests.clear()
        self.frames.clear()
        self.deliveries.clear()

    def of(self, template: str) -> list[Request]:
        """Return the calls of a method, as ``of("chat.postMessage")`` or ``of("upload")``."""
        return [one for one in self.requests if one.template == template]

    def from_bot(self) -> Iterator[str | bytes]:
        """Yield every piece the bot sent: paths, queries, arguments, names and bytes of files."""
        for request in self.requests:
            yield request.path
            yield from request.query.values()
            yield from (value for name, value in request.headers.items() if name != "Host")
            yield json.dumps(request.body, ensure_ascii=False)
            for name, content in request.files:
                yield name
                yield content
        for frame in self.frames:
            if not frame.sent:
                yield frame.text
                yield _plain(frame.text)
        for delivered in self.deliveries:
            yield delivered.answer
            yield _plain(delivered.answer)
            yield from delivered.answer_headers.values()

    def holds(self, canary: str) -> bool:
        """Say whether the bot ever sent this text."""
        wanted = canary.encode()
        pieces = (piece.encode() if isinstance(piece, str) else piece for piece in self.from_bot())
        return any(wanted in piece for piece in pieces)


def _plain(text: str) -> str:
    """Return JSON with its letters as they are read, not as they are escaped."""
    try:
        return json.dumps(json.loads(text), ensure_ascii=False)
    except ValueError:
        return text
