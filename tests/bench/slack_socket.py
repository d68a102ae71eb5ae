"""A command's answer in Socket Mode, against Bolt that does nothing.

Envelopes from this process to one of the bot's, on loopback, over one connection.
"""

from __future__ import annotations

from collections.abc import AsyncIterator

from tests.bench import slack_answers


async def figures() -> AsyncIterator[str]:
    """Yield a line a figure."""
    async for line in slack_answers.figures(socket_mode=True):
        yield line
