"""What the tests of this folder share: what was sent, what was logged, and handlers that wait."""

from __future__ import annotations

import asyncio
import io
import json
import re
from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.people import Room, Space
from tests.adapters.tools import Gate as Gate
from tests.adapters.tools import Handler as Handler
from tests.adapters.tools import later as later
from tests.adapters.tools import long_card as long_card
from tests.adapters.tools import said as said
from tests.adapters.tools import states as states
from tests.adapters.tools import waiting as waiting
from tests.contract.chat import ANA
from tests.contract.discord import NAME, DiscordChat
from tests.fakes.discord.traffic import Request

CALLBACK = ("POST", "/interactions/{interaction_id}/{interaction_token}/callback")
HOOK = ("POST", "/webhooks/{webhook_id}/{webhook_token}")
ORIGINAL = "/webhooks/{webhook_id}/{webhook_token}/messages/@original"
SEND = ("POST", "/channels/{channel_id}/messages")
HISTORY = ("GET", "/channels/{channel_id}/messages")
CHANGE = ("PATCH", "/channels/{channel_id}/messages/{message_id}")
THREAD = ("POST", "/channels/{channel_id}/messages/{message_id}/threads")
OPEN_DM = ("POST", "/users/@me/channels")


async def answered(chat: DiscordChat) -> None:
    """Wait until the bot is done with everything people did."""
    while tasks := [task for task in chat.client.desk._under_way if task is not None]:
        await asyncio.wait(tasks)


async def space_of(chat: DiscordChat, guild: Mapping[str, Any] | None = None) -> Space:
    """Return a server as the house knows it."""
    return await chat.house.identity.space(NAME, (guild or chat.guild)["id"])


async def at_rest(chat: DiscordChat, step: timedelta = timedelta(minutes=4)) -> None:
    """Deliver until nothing waits; a step is longer than Discord knows a nonce."""
    await later(chat, timedelta(0))
    for _ in range(40):
        if not await waiting(chat):
            return
        await later(chat, step)
    raise AssertionError("it never comes to rest")


async def put_everywhere(chat: DiscordChat) -> dict[str, int]:
    """Put one card of each kind on its way; return how often each word must be seen: once."""
    space, member = await space_of(chat), await chat.member(chat.person(ANA))
    async with chat.bot.transaction():
        share = await chat.bot.post(space, Room.SUPPORT, said("a post"))
        await chat.bot.post(space, Room.SUPPORT, long_card("postpart"))
        await chat.bot.post(space, Room.MODERATORS, said("for moderators"))
        await chat.bot.post(space, Room.SUPPORT, said("a reply"), under=share)
        await chat.bot.post(space, Room.SUPPORT, long_card("replypart"), under=share)
        await chat.bot.tell(member, said("a message"))
        await chat.bot.tell(member, long_card("messagepart"))
    short = ("a post", "for moderators", "a reply", "a message")
    long = [f"{kind}part{n}" for kind in ("post", "reply", "message") for n in range(5)]
    return dict.fromkeys([*short, *long], 1)


def seen(chat: DiscordChat) -> dict[str, int]:
    """Return how often each first line of the bot's messages stands anywhere, ephemeral or not."""
    found: Counter[str] = Counter()
    me = chat.fake.world.app_id
    for message in chat.fake.messages.by_id.values():
        if message["author"]["id"] != me or message["type"] == 21:
            continue
        found.update(_marks(message))
    return dict(found)


def _marks(message: Mapping[str, Any]) -> list[str]:
    texts: list[str] = []

    def walk(components: Any) -> None:
        for one in components:
            texts.extend([one["content"]] if one["type"] == 10 else [])
            walk(one.get("components", ()))

    walk(message["components"])
    quotes = [word for text in texts for word in re.findall(r"(?:^|\n)>+ (\w+part\d)", text)]
    return quotes or texts[:1]


def posted(chat: DiscordChat, channel: Mapping[str, Any] | str) -> list[Request]:
    """Return the bot's requests to send to a channel."""
    channel_id = channel if isinstance(channel, str) else channel["id"]
    return [one for one in chat.fake.traffic.of(*SEND) if f"/{channel_id}/" in one.path]


def events(log: io.StringIO, name: str) -> list[dict[str, Any]]:
    """Return what was logged under a name."""
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    return [line for line in lines if line["event"] == name]


def assert_knows_nobody(log: io.StringIO, chat: DiscordChat, *words: str) -> None:
    """Raise if the log names a person, a place, an interaction or what somebody typed."""
    logged = log.getvalue()
    world = chat.fake.world
    private = [*words, *world.users, *world.channels, *world.guilds]
    private += [user["username"] for user in world.users.values() if not user.get("bot")]
    for one in chat.fake.interactions.by_token.values():
        private += [one.id, one.token]
    assert not [text for text in private if text in logged]
