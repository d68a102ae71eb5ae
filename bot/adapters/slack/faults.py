"""What Slack says when it does not do a thing, in the house's words."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator
from typing import Final

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.platform import NoAccess, TryLater, Unreachable

LOST: Final = (aiohttp.ClientError, OSError, asyncio.TimeoutError)
"""What is raised where it is not known whether Slack did a thing."""

MESSAGE_GONE: Final = "message_gone"
NOT_OURS: Final = frozenset(
    {"invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive"}
)
"""The bot is out of the workspace, or its token was changed."""

_IN_ROOM: Final = {
    "not_in_channel": "not_in",
    "channel_not_found": "gone",
    "is_archived": "archived",
    "missing_scope": "scope",
    "no_permission": "restricted",
    "restricted_action": "restricted",
    "restricted_action_read_only_channel": "restricted",
    "restricted_action_thread_only_channel": "restricted",
    "restricted_action_non_threadable_channel": "threads",
    "edit_window_closed": "edits",
}
_CLOSED: Final = frozenset(
    {
        "cannot_dm_bot",
        "channel_not_found",
        "is_archived",
        "messages_tab_disabled",
        "restricted_action",
        "user_disabled",
        "user_not_found",
        "user_not_visible",
    }
)
_GONE: Final = frozenset(
    {"message_not_found", "cant_update_message", "cannot_reply_to_message", "thread_not_found"}
)
_OUR_MISTAKE: Final = frozenset(
    {
        "invalid_arguments",
        "invalid_blocks",
        "invalid_blocks_format",
        "metadata_too_large",
        "msg_blocks_too_long",
        "msg_too_long",
        "no_text",
        "too_many_attachments",
    }
)
# https://docs.slack.dev/reference/methods/chat.postMessage#errors: "it's possible some aspect of
# the operation succeeded before the error was raised".
_UNSURE: Final = frozenset({"fatal_error", "internal_error"})


def name_of(fault: SlackApiError) -> str:
    """Return Slack's name of a fault, nothing where it has none."""
    data = getattr(fault.response, "data", None)
    return str(data.get("error", "")) if isinstance(data, dict) else ""


def understood(fault: SlackApiError, *, in_room: bool) -> Exception:
    """Return what a fault means to the house; the fault itself where all may have been done."""
    name, status = name_of(fault), getattr(fault.response, "status_code", None)
    if status == 429 or name == "ratelimited":
        return TryLater(_patience(fault))
    if name in _UNSURE or not name:
        return fault
    if name in NOT_OURS:
        return TryLater(300.0)
    if name in _GONE:
        return Unreachable(MESSAGE_GONE)
    if name in _OUR_MISTAKE:
        return Unreachable(name)
    if in_room and name in _IN_ROOM:
        return NoAccess(_IN_ROOM[name])
    if not in_room and name in _CLOSED:
        return Unreachable("inbox_closed")
    return TryLater()  # it says that nothing was done, and not for how long


def _patience(fault: SlackApiError) -> float:
    headers = {key.lower(): value for key, value in dict(fault.response.headers).items()}
    try:
        return float(headers.get("retry-after", 60))
    except ValueError:
        return 60.0


@contextlib.contextmanager
def understanding(*, in_room: bool) -> Iterator[None]:
    """Turn what Slack says inside the block into the house's words."""
    try:
        yield
    except SlackApiError as fault:
        raise understood(fault, in_room=in_room) from None
    except aiohttp.ClientConnectorError:
        raise TryLater from None  # it never got there
