"""Pauses of a library, a hundred times as short."""

from __future__ import annotations

import asyncio
from typing import Any


class Hasty:
    """``asyncio``, for a library's pauses between attempts: seconds are hundredths."""

    def __getattr__(self, name: str) -> Any:
        return getattr(asyncio, name)

    async def sleep(self, seconds: float, result: Any = None) -> Any:
        """Sleep a hundredth of it."""
        return await asyncio.sleep(seconds / 100, result)
