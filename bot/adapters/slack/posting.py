"""Messages as Slack keeps them: written, changed, looked for, with a picture that was uploaded."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from slack_sdk.errors import SlackApiError

from bot import logs
from bot.adapters.slack.cards import Draws, Message
from bot.adapters.slack.faults import LOST, name_of
from bot.adapters.slack.workspaces import Workspace
from bot.ui import Card, Picture
from bot.words import plain

EVENT: Final = "comeback_message"
"""The ``event_type`` of the metadata on direct messages; beside it is a random id alone."""

FINDS: Final = "im:history"
"""The scope with which the bot can see which of its direct messages were sent."""

_QUIET: Final[dict[str, Any]] = {
    "unfurl_links": False,
    "unfurl_media": False,
    "parse": "none",
    "link_names": False,
    "mrkdwn": False,
}
PROCESSING: Final = (0.3, 0.7, 1.5)  # seconds until a picture that was uploaded can be shown
_LOOKED_AT: Final = 1000  # direct messages, from the newest on


class Unseen(Exception):
    """The history is longer than what was looked at, and it was not there."""


async def write(
    workspace: Workspace,
    channel: str,
    message: Message,
    *,
    under: str | None = None,
    mark: str | None = None,
) -> str:
    """Send a message and return its ``ts``; with a ``mark`` it can be found again.

    Raises what Slack says.
    """
    more: dict[str, Any] = {"thread_ts": under} if under else {}
    if mark:
        more["metadata"] = {"event_type": EVENT, "event_payload": {"id": mark}}

    async def send(message: Message) -> str:
        told = await workspace.sender.chat_postMessage(
            channel=channel, blocks=message.blocks, text=message.text, **_QUIET, **more
        )
        return str(told["ts"])

    return await processed(message, send)


async def change(workspace: Workspace, channel: str, ts: str, message: Message) -> None:
    """Change a message of the bot's; raises what Slack says."""

    async def send(message: Message) -> str:
        told = await workspace.sender.chat_update(
            channel=channel,
            ts=ts,
            blocks=message.blocks,
            text=message.text,
            parse="none",
            link_names=False,
        )
        return str(told["ts"])

    await processed(message, send)


async def processed(message: Message, send: Callable[[Message], Awaitable[str]]) -> str:
    """Send a message; one with a picture again while Slack still reads the upload.

    When it takes too long the picture's description stands in its place.
    """
    for seconds in PROCESSING if message.picture else ():
        try:
            return await send(message)
        except SlackApiError as fault:
            if name_of(fault) != "invalid_blocks":
                raise
        await pause(seconds)
    return await send(message.without_picture())


async def pause(seconds: float) -> None:
    """Give Slack time to read an upload."""
    await asyncio.sleep(seconds)


async def find(
    workspace: Workspace, channel: str, mark: str, since: date | None
) -> dict[int, str]:
    """Return the ``ts`` of each part of the bot's message with a ``mark``, from the end on.

    The key is how many parts follow; the last one stands for all, and is enough. Looks back to
    the day ``since``. Raises ``Unseen`` when that is too far, and what Slack says.
    """
    # A day more: the two clocks need not agree about midnight.
    oldest = datetime.combine(since, time(), UTC) - timedelta(days=1) if since else None
    more: dict[str, Any] = {"oldest": str(oldest.timestamp())} if oldest else {}
    parts: dict[int, str] = {}
    seen, cursor = 0, ""
    while seen < _LOOKED_AT:
        told = await workspace.client.conversations_history(
            channel=channel,
            include_all_metadata=True,
            limit=200,
            cursor=cursor,
            **more,
        )
        for found in told["messages"]:
            about: Mapping[str, Any] = found.get("metadata") or {}
            marked = str((about.get("event_payload") or {}).get("id") or "")
            nonce, _, after = marked.partition(".")
            if nonce == mark:
                parts[int(after or 0)] = str(found["ts"])
        seen += len(told["messages"])
        cursor = (told.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor or 0 in parts:
            return parts
    raise Unseen


async def drawn(workspace: Workspace, draws: Draws, card: Card) -> list[Message]:
    """Return a card as messages, its picture uploaded.

    Where that does not work the picture's description stands in its place.
    """
    pictures: dict[Picture, str] = {}
    if card.picture is not None:
        with contextlib.suppress(SlackApiError, *LOST):
            pictures[card.picture] = await _uploaded(workspace, card.picture)
        if not pictures:
            logs.warning("slack.no_picture")
    return draws.messages(card, pictures)


async def _uploaded(workspace: Workspace, picture: Picture) -> str:
    """Return Slack's id of a picture; only the bot has it until it is shown in a message."""
    client = workspace.client
    where = await client.files_getUploadURLExternal(
        filename="picture.png", length=len(picture.png), alt_txt=plain(picture.description)
    )
    async with client.session.post(where["upload_url"], data=picture.png) as answer:  # type: ignore[union-attr]  # it was given one
        answer.raise_for_status()
    file_id = str(where["file_id"])
    await client.files_completeUploadExternal(files=[{"id": file_id, "title": "Picture"}])
    return file_id


async def whisper(
    workspace: Workspace, channel: str, user: str, message: Message, *, under: str | None = None
) -> None:
    """Show a message in a channel to one person alone, until they reload; raises what Slack says.

    The bot must be in the channel, and so must they.
    """
    more: dict[str, Any] = {"thread_ts": under} if under else {}

    async def send(message: Message) -> str:
        told = await workspace.client.chat_postEphemeral(
            channel=channel,
            user=user,
            blocks=message.blocks,
            text=message.text,
            parse="none",
            link_names=False,
            **more,
        )
        return str(told["message_ts"])

    await processed(message, send)
