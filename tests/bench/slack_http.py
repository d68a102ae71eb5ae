"""A command's answer over HTTP, with signatures on, against Bolt that does nothing.

Signed requests from this process to one of the bot's, on loopback, over connections that are kept.
Stock Bolt looks every 10 ms whether it has an answer.
"""

from __future__ import annotations

from collections.abc import AsyncIterator

from tests.bench import slack_answers


async def figures() -> AsyncIterator[str]:
    """Yield a line a figure."""
    async for line in slack_answers.figures(socket_mode=False):
        yield line
