"""Who and what Slack means: a person in a workspace, a post, a command with its prefix."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from typing import Any

from bot.adapters.slack.workspaces import NAME
from bot.identity import Address
from bot.words import CLOSE, OPEN, Ours

_COMMAND = re.compile(f"{OPEN}[^{CLOSE}]*{CLOSE}|(?<![\\w/])/([a-z][a-z-]*)")
_POST = re.compile(r"post\.([a-z0-9]{1,16})\.[a-z0-9]+")


def address(team: str, user: str) -> Address:
    """Return where somebody is. Slack's ids of people are their own in each workspace alone."""
    return Address(NAME, team, f"{team}/{user}")


def user_of(who: Address) -> str:
    """Return Slack's id of a person in their workspace."""
    return who.person.rpartition("/")[2]


def spelled(text: Ours, words: frozenset[str], prefix: str) -> Ours:
    """Return our words with every command in them as it is called in a workspace."""

    def respell(found: re.Match[str]) -> str:
        return f"/{prefix}{found[1]}" if found[1] in words else found[0]

    return Ours(_COMMAND.sub(respell, text))


def block_of(post_id: str) -> str:
    """Return the ``block_id`` that says which post a message is; Slack wants another each time."""
    return f"post.{post_id}.{secrets.token_hex(3)}"


def post_of(message: Mapping[str, Any]) -> str | None:
    """Return the row of the post a message is, if it says so; anybody's can."""
    blocks = message.get("blocks") or [{}]
    found = _POST.fullmatch(str(blocks[0].get("block_id") or ""))
    return found[1] if found else None
