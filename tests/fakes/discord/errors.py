"""Refusals in Discord's words: code, status and sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Fault = tuple[str, str, str]
"""What is wrong with a body: where (``components.0.label``), Discord's code, the sentence."""

KNOWN: dict[int, tuple[int, str]] = {
    0: (404, "404: Not Found"),
    10003: (404, "Unknown Channel"),
    10004: (404, "Unknown Guild"),
    10007: (404, "Unknown Member"),
    10008: (404, "Unknown Message"),
    10013: (404, "Unknown User"),
    10015: (404, "Unknown Webhook"),
    10062: (404, "Unknown interaction"),
    10063: (404, "Unknown application command"),
    20012: (403, "You are not authorized to perform this action on this application"),
    20016: (429, "This action cannot be performed due to slowmode rate limit."),
    20026: (403, "Your bot has been flagged by our anti-spam system for abusive behavior."),
    20028: (
        429,
        "The write action you are performing on the channel has hit the write rate limit.",
    ),
    30032: (400, "Maximum number of application commands reached (100)."),
    30034: (400, "Max number of daily application command creates has been reached (200)"),
    30046: (
        429,
        "Maximum number of edits to messages older than 1 hour reached. Try again later.",
    ),
    40003: (403, "You are opening direct messages too fast."),
    40005: (413, "Request entity too large"),
    40060: (400, "Interaction has already been acknowledged."),
    50001: (403, "Missing Access"),
    50003: (403, "Cannot execute action on a DM channel"),
    50005: (403, "Cannot edit a message authored by another user"),
    50006: (400, "Cannot send an empty message"),
    50007: (403, "Cannot send messages to this user"),
    50008: (400, "Cannot send messages in a non-text channel"),
    50013: (403, "Missing Permissions"),
    50021: (403, "Cannot execute action on a system message"),
    50024: (400, "Cannot execute action on this channel type"),
    50027: (401, "Invalid Webhook Token"),
    50033: (400, "Invalid Recipient(s)"),
    50035: (400, "Invalid Form Body"),
    50083: (403, "Thread is archived"),
    50109: (400, "The request body contains invalid JSON."),
    50278: (403, "Cannot send messages to this user due to having no mutual guilds"),
    160004: (400, "A thread has already been created for this message"),
    160005: (403, "Thread is locked"),
    160006: (400, "Maximum number of active threads reached"),
}

MISTAKES = frozenset({40005, 50006, 50035, 50109})
"""Codes that say the bot sent what it never should: they go to ``FakeDiscord.violations``."""


class ApiError(Exception):
    """A refusal; ``errors`` is Discord's nested object for a form that does not fit."""

    def __init__(
        self, code: int, *, status: int | None = None, errors: dict[str, Any] | None = None
    ) -> None:
        known, message = KNOWN[code]
        super().__init__(message)
        self.code, self.status, self.errors = code, status or known, errors
        self.body: dict[str, Any] = {"message": message, "code": code}
        if errors:
            self.body["errors"] = errors


class Unauthorized(ApiError):
    """The token is missing or wrong."""

    def __init__(self) -> None:
        super().__init__(0, status=401)
        self.body = {"message": "401: Unauthorized", "code": 0}


def refused(faults: Iterable[Fault]) -> ApiError:
    """Return the 50035 that lists these faults."""
    tree: dict[str, Any] = {}
    for path, code, message in faults:
        at = tree
        for part in path.split(".") if path else ():
            at = at.setdefault(part, {})
        at.setdefault("_errors", []).append({"code": code, "message": message})
    return ApiError(50035, errors=tree)


def refuse(faults: Iterable[Fault]) -> None:
    """Raise 50035 if there is any fault."""
    found = list(faults)
    if found:
        raise refused(found)


def sentences(errors: dict[str, Any] | None, path: str = "") -> list[str]:
    """Return a nested error object as plain lines."""
    lines: list[str] = []
    for key, value in (errors or {}).items():
        if key == "_errors":
            lines += [f"{path or 'body'}: {error['message']} ({error['code']})" for error in value]
        else:
            lines += sentences(value, f"{path}.{key}".strip("."))
    return lines
