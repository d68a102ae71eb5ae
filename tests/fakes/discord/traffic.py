"""Everything that crossed the wire, in both directions, for a search afterwards."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Request:
    """One HTTP request and what was answered; ``status`` 0 is a connection cut off."""

    method: str
    path: str
    template: str
    query: dict[str, str]
    body: Any = None
    files: list[tuple[str, bytes]] = field(default_factory=list)
    status: int = 0
    answer: str = ""


@dataclass(slots=True)
class Frame:
    """One gateway frame; ``sent`` says that it went to the bot."""

    sent: bool
    shard: int
    text: str

    @property
    def data(self) -> dict[str, Any]:
        """Return the frame as JSON."""
        found = json.loads(self.text)
        assert isinstance(found, dict)
        return found


class Traffic:
    """All requests and frames. ``keep = False`` for a benchmark."""

    def __init__(self) -> None:
        self.keep = True
        self.requests: list[Request] = []
        self.frames: list[Frame] = []

    def request(self, request: Request) -> None:
        """Remember a request."""
        if self.keep:
            self.requests.append(request)

    def frame(self, sent: bool, shard: int, text: str) -> None:
        """Remember a frame."""
        if self.keep:
            self.frames.append(Frame(sent, shard, text))

    def clear(self) -> None:
        """Forget all of it."""
        self.requests.clear()
        self.frames.clear()

    def of(self, method: str, template: str) -> list[Request]:
        """Return the requests to a route, as ``of("POST", "/channels/{channel_id}/messages")``."""
        wanted = (method, template)
        return [one for one in self.requests if (one.method, one.template) == wanted]

    def from_bot(self) -> Iterator[str | bytes]:
        """Yield every piece the bot sent: paths, queries, bodies, names and bytes of files."""
        for request in self.requests:
            yield request.path
            yield from request.query.values()
            yield json.dumps(request.body, ensure_ascii=False)
            for name, content in request.files:
                yield name
                yield content
        yield from (frame.text for frame in self.frames if not frame.sent)

    def holds(self, canary: str) -> bool:
        """Say whether the bot ever sent this text."""
        wanted = canary.encode()
        pieces = (piece.encode() if isinstance(piece, str) else piece for piece in self.from_bot())
        return any(wanted in piece for piece in pieces)
