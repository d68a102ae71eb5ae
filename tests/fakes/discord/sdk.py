"""Turning discord.py, unmodified, to the fake."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import yarl

from tests.fakes.discord.server import FakeDiscord

with warnings.catch_warnings():
    # discord.py imports audioop, for voice, which Python 3.12 and older call deprecated.
    warnings.filterwarnings("ignore", "'audioop' is deprecated", DeprecationWarning)
    from discord.gateway import DiscordWebSocket
    from discord.http import Route


@contextmanager
def redirected(fake: FakeDiscord) -> Iterator[None]:
    """Let discord.py speak to a fake as long as this is open."""
    base, gateway = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    Route.BASE = fake.api
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(fake.gateway_url)
    try:
        yield
    finally:
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = base, gateway
