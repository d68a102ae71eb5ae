"""What Discord says when it does not do a thing, in the house's words."""

from __future__ import annotations

from typing import Final

import discord

from bot.platform import NoAccess, TryLater, Unreachable

# https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
UNKNOWN_CHANNEL: Final = 10003
UNKNOWN_MESSAGE: Final = 10008
HAS_THREAD: Final = 160004
ARCHIVED: Final = 50083
OPENING_TOO_FAST: Final = 40003
QUARANTINED: Final = 20026

MESSAGE_GONE: Final = "message_gone"

_CLOSED: Final = {50007, 50278}  # no direct messages from here; no server in common
_NO_ACCESS: Final = {50001: "see", 50013: "write"}
_GONE: Final = {
    UNKNOWN_MESSAGE: MESSAGE_GONE,
    160005: "thread_locked",
    ARCHIVED: "thread_closed",
}
_PATIENCE: Final = {
    20016: 60.0,  # slow mode
    20028: 60.0,  # the channel's own limit
    30046: 600.0,  # edits of messages older than an hour
    OPENING_TOO_FAST: 1800.0,
    QUARANTINED: 86_400.0,
}


def understood(fault: discord.DiscordException) -> Exception:
    """Return what a fault means to the house; what nobody foresaw is returned as it is.

    A fault of the server's side stays as it is too: what was asked for may have been done.
    """
    if isinstance(fault, discord.RateLimited):
        return TryLater(fault.retry_after)
    if not isinstance(fault, discord.HTTPException):
        return fault
    if fault.status == 429:
        return TryLater(60.0)  # not by a bucket: Discord's edge asks for quiet
    if fault.status == 401:
        return TryLater(300.0)  # the token was changed; whoever runs the bot sees it end
    if fault.code in _CLOSED:
        return Unreachable("inbox_closed")
    if fault.code in _NO_ACCESS:
        return NoAccess(_NO_ACCESS[fault.code])
    if fault.code == UNKNOWN_CHANNEL:
        return NoAccess("gone")
    if fault.code in _GONE:
        return Unreachable(_GONE[fault.code])
    if fault.code in _PATIENCE:
        return TryLater(_PATIENCE[fault.code])
    return fault
