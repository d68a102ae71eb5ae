"""Which function serves which request; templates as Discord's documents write them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from multidict import MultiMapping

Json = dict[str, Any]


@dataclass(slots=True)
class Call:
    """One request, read: ``files`` are names and bytes by the number in ``files[n]``."""

    method: str
    path: str
    template: str
    params: dict[str, str]
    query: MultiMapping[str]
    body: Any = None
    files: dict[int, tuple[str, bytes]] = field(default_factory=dict)


Reply = tuple[int, Any]
Handler = Callable[[Call], Awaitable[Reply]]


class Router:
    """A table of routes by method and number of parts."""

    def __init__(self) -> None:
        self._routes: dict[tuple[str, int], list[tuple[list[str], str, Handler, bool]]] = {}

    def add(self, method: str, template: str, handler: Handler, *, token: bool = True) -> None:
        """Add a route; ``token`` says that it wants the bot's."""
        parts = template.strip("/").split("/")
        # Words come before placeholders, so that @me and @original are found first.
        table = self._routes.setdefault((method, len(parts)), [])
        table.append((parts, template, handler, token))
        table.sort(key=lambda route: [part.startswith("{") for part in route[0]])

    def find(self, method: str, path: str) -> tuple[str, dict[str, str], Handler, bool] | None:
        """Return template, parameters, handler and whether a token is wanted."""
        parts = path.strip("/").split("/")
        for pattern, template, handler, token in self._routes.get((method, len(parts)), ()):
            params: dict[str, str] = {}
            for want, have in zip(pattern, parts, strict=True):
                if want[0] == "{":
                    params[want[1:-1]] = have
                elif want != have:
                    break
            else:
                if all(value.isdigit() for key, value in params.items() if key.endswith("_id")):
                    return template, params, handler, token
        return None
