"""Refusals in Slack's words: ``{"ok": false, "error": …}``."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

MISTAKES = frozenset(
    {
        "invalid_arg_name",
        "invalid_arguments",
        "invalid_attachments",
        "invalid_blocks",
        "invalid_blocks_format",
        "invalid_metadata_format",
        "invalid_post_type",
        "markdown_text_conflict",
        "metadata_too_large",
        "missing_argument",
        "missing_scope",
        "msg_blocks_too_long",
        "msg_too_long",
        "no_text",
        "not_allowed_token_type",
        "too_many_attachments",
        "unknown_method",
        "view_too_large",
    }
)
"""Errors that say the bot sent what it never should: they go to ``FakeSlack.violations``."""


class ApiError(Exception):
    """A refusal; ``messages`` are the lines of ``response_metadata``."""

    def __init__(
        self,
        error: str,
        messages: list[str] | None = None,
        *,
        status: int = 200,
        headers: dict[str, str] | None = None,
        **more: Any,
    ) -> None:
        super().__init__(error)
        self.error, self.status, self.headers = error, status, headers or {}
        self.messages = messages or []
        self.body: Json = {"ok": False, "error": error} | more
        if messages:
            self.body["errors"] = messages
            told = [f"[ERROR] {line}" for line in messages]
            self.body["response_metadata"] = {"messages": told}


class Limited(ApiError):
    """Too many requests: 429 with ``Retry-After`` in whole seconds."""

    def __init__(self, seconds: int) -> None:
        super().__init__("ratelimited", status=429, headers={"Retry-After": str(seconds)})


class Unsent(Exception):
    """The client does not let this form through; nothing was sent."""


class NotOffered(LookupError):
    """The client does not offer this here: no such command, shortcut or place to type."""
