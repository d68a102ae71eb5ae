"""Slack's contract for messages and views: hand rules, Slack's types, and slack_sdk's models.

A layer is asked only where the ones before it found nothing, so what is wrong is said once, and
the models, which expect well-formed blocks, get them. Sentences are Slack's own where we know
them. One that begins with an error code (`msg_blocks_too_long: …`) is to be answered with that
code, every other with `invalid_blocks`, or for a view with `invalid_arguments`.
"""

from __future__ import annotations

from typing import Any

from tests.fakes.slack import block_models, block_schema, limits, rules
from tests.fakes.slack.pieces import Json, placed

OTHERS = ("blocks", "attachments")
SHOWN = ("blocks", "fallback", "fields", "image_url", "pretext", "text", "title")
"""What of an attachment is seen; one of these is needed."""


def available() -> bool:
    """Say whether Slack's types are here; without them the other two layers still hold."""
    return block_schema.available()


def message_faults(blocks: Any, at: str = "/blocks") -> list[str]:
    """Return what of a message's blocks Slack would refuse, in sentences."""
    if not isinstance(blocks, list):
        return ["invalid_blocks_format: blocks must be a list"]
    return list(dict.fromkeys(rules.of_blocks(blocks, at))) or _of_each(blocks, at)


def view_faults(view: Any) -> list[str]:
    """Return what of a modal's or a Home tab's view Slack would refuse, in sentences."""
    if not isinstance(view, dict):
        return [placed("must provide an object", "/view")]
    if view.get("type") not in ("modal", "home"):
        return [placed(f"unsupported type: {view.get('type')}", "/view/type")]
    bare = {key: value for key, value in view.items() if key != "blocks"}
    return (
        list(dict.fromkeys(rules.of_view(view)))
        or block_schema.faults(view["type"], bare, "/view")
        or _of_each(view["blocks"], "/view/blocks")
        or block_models.view_faults(view)
    )


def _of_each(blocks: list[Json], at: str) -> list[str]:
    numbered = [(f"{at}/{number}", block) for number, block in enumerate(blocks)]
    typed = [line for at, block in numbered for line in block_schema.faults("block", block, at)]
    if typed:
        return typed
    return [line for at, block in numbered for line in block_models.block_faults(block, at)]


def text_faults(message: Json) -> list[str]:
    """Return what of a message Slack would refuse beside its blocks: its text, its attachments.

    ``message`` holds the arguments of `chat.postMessage` and its kin, with ``blocks`` and
    ``attachments`` as lists.
    """
    text, marked = message.get("text"), message.get("markdown_text")
    for value in (text, marked):
        if value is not None and not isinstance(value, str):
            return ["invalid_arguments: text is a string"]
    found = []
    if marked and (text or message.get("blocks")):
        found.append("markdown_text_conflict: markdown_text stands alone")
    if not any(((text or "").strip(), (marked or "").strip(), *map(message.get, OTHERS))):
        found.append("no_text: a message needs text, blocks or attachments")
    # chat.postMessage cuts a text that is too long without a word, which is worse.
    if len(text or "") > limits.CHARACTERS_OF_A_TEXT:
        found.append("msg_too_long: a text has at most 40,000 characters")
    if len(marked or "") > limits.CHARACTERS_OF_ALL_MARKDOWN:
        found.append("msg_too_long: markdown_text has at most 12,000 characters")
    return found + _of_attachments(message.get("attachments"))


def _of_attachments(attachments: Any) -> list[str]:
    if attachments is None:
        return []
    if not isinstance(attachments, list):
        return ["invalid_attachments: attachments must be a list"]
    found = []
    if len(attachments) > limits.ATTACHMENTS_OF_A_MESSAGE:
        found.append("too_many_attachments: no more than 100 are allowed")
    for number, attachment in enumerate(attachments):
        if not isinstance(attachment, dict) or not any(map(attachment.get, SHOWN)):
            found.append(placed("no_text: an attachment shows nothing", f"/attachments/{number}"))
        elif "blocks" in attachment:
            found += message_faults(attachment["blocks"], f"/attachments/{number}/blocks")
    return found
