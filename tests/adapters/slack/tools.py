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
from tests.contract.slack import NAME, SlackChat
from tests.fakes.slack import reading
from tests.fakes.slack.traffic import Request
from tests.fakes.slack.world import Workspace

POST, UPDATE, WHISPER = "chat.postMessage", "chat.update", "chat.postEphemeral"
OPEN_DM, HISTORY = "conversations.open", "conversations.history"
HOOK, UPLOAD = "response_url", "upload"
OPEN_VIEW, CHANGE_VIEW, PUSH_VIEW = "views.open", "views.update", "views.push"


async def answered(chat: SlackChat) -> None:
    """Wait until the bot is done with everything people did."""
    while tasks := list(chat.app.desk._under_way):
        await asyncio.wait(tasks)


async def space_of(chat: SlackChat, workspace: Workspace | None = None) -> Space:
    """Return a workspace as the house knows it."""
    return await chat.house.identity.space(NAME, (workspace or chat.workspace).id)


async def at_rest(chat: SlackChat, step: timedelta = timedelta(minutes=11)) -> None:
    """Deliver until nothing waits but for a post that may stand there and is to be met again.

    A step is longer than a room that is closed is left alone.
    """
    await later(chat)
    for _ in range(40):
        soon = chat.house.clock.now() + timedelta(minutes=30)
        if all(row.fault == "waiting" and row.due > soon for row in await waiting(chat)):
            return
        await later(chat, step)
    raise AssertionError("it never comes to rest")


async def put_everywhere(chat: SlackChat) -> dict[str, int]:
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


def seen(chat: SlackChat) -> dict[str, int]:
    """Return how often each first line of the bot's messages stands anywhere, ephemeral or not."""
    found: Counter[str] = Counter()
    for message in chat.fake.messages.by_key.values():
        if message.get("bot_id"):
            found.update(_marks(message.get("blocks") or []))
    return dict(found)


def _marks(blocks: list[Any]) -> list[str]:
    lines = reading.lines(blocks, {})
    quotes = [found[0] for line in lines if (found := re.match(r"\w*part\d", line))]
    return quotes or lines[:1]


def posted(chat: SlackChat, channel: Mapping[str, Any] | str) -> list[Request]:
    """Return the bot's requests to post in a channel."""
    channel_id = channel if isinstance(channel, str) else channel["id"]
    return [one for one in chat.fake.traffic.of(POST) if one.body["channel"] == channel_id]


def events(log: io.StringIO, name: str) -> list[dict[str, Any]]:
    """Return what was logged under a name."""
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    return [line for line in lines if line["event"] == name]


def assert_knows_nobody(log: io.StringIO, chat: SlackChat, *words: str) -> None:
    """Raise if the log names a person, a place, an address, a token or what somebody typed."""
    logged = log.getvalue()
    fake = chat.fake
    world = fake.world
    private = [*words, *world.users, *world.channels, *world.workspaces, *world.tokens]
    private += [user["name"] for user in world.users.values() if not user["is_bot"]]
    private += [world.app.app_token, world.app.signing_secret, world.app.client_secret]
    private += [*fake.urls.by_secret, *fake.triggers._by_id]
    assert not [text for text in private if text in logged]
