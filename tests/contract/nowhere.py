"""Where the answers to a press go that nobody can make with a client."""

from __future__ import annotations

from typing import Any


class Nowhere:
    """A responder that nobody sees."""

    async def reply(self, card: Any) -> bool:
        return True

    async def update(self, card: Any) -> None: ...
    async def ask(self, form: Any, call: str) -> None: ...
    async def invalid(self, form: Any, call: str, faults: Any) -> bool:
        return False
