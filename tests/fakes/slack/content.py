"""What a message may hold: texts, blocks, attachments, metadata, and what Slack makes of them."""

from __future__ import annotations

import copy
import importlib
import json
import re
import secrets
from collections.abc import Iterator
from typing import Any

from tests.fakes.slack.errors import ApiError

Json = dict[str, Any]
_BARE = re.compile(r"&(?!(?:amp|lt|gt);)")
_STRAY = re.compile(r"<[^<>\n]+>|^>{1,3}|[<>]", re.M)
_ENTITY = {"<": "&lt;", ">": "&gt;"}
LONGEST_TEXT = 40_000
LONGEST_UPDATE = 4_000
"""What ``chat.update`` takes as text, from memory; a new message takes ten times as much."""
LONGEST_BLOCKS = 13_200
"""Characters of all blocks together; undocumented, measured by others."""
LONGEST_METADATA = 16_000
"""Bytes of a message's metadata; by the page on message metadata."""


def contract() -> Any:
    """Return the module that knows the shapes of blocks and views, if it is there."""
    try:
        return importlib.import_module("tests.fakes.slack.contract")
    except ModuleNotFoundError:
        return None


def walk(thing: Any) -> Iterator[Json]:
    """Yield every object inside a block, a list of blocks or a view, itself included."""
    if isinstance(thing, dict):
        yield thing
        for value in thing.values():
            yield from walk(value)
    elif isinstance(thing, list):
        for value in thing:
            yield from walk(value)


def characters(blocks: list[Json]) -> int:
    """Return how many characters all texts of some blocks hold."""
    texts = [one.get("text") for one in walk(blocks)]
    return sum(len(text) for text in texts if isinstance(text, str))


def escaped(text: str, *, mrkdwn: bool = True) -> str:
    """Return a text as Slack keeps it: &, < and > are escaped where they are only letters."""
    text = _BARE.sub("&amp;", text)
    if mrkdwn:
        return _STRAY.sub(lambda one: one[0] if len(one[0]) > 1 else _ENTITY[one[0]], text)
    return text.replace("<", "&lt;").replace(">", "&gt;")


def with_ids(blocks: list[Json]) -> list[Json]:
    """Return a copy of blocks as Slack keeps them: with ids, and texts escaped.

    That texts come back escaped, plain ones as well: slackapi/bolt-python issue 513.
    """
    done: list[Json] = copy.deepcopy(blocks)
    for one in walk(done):
        if one.get("type") in ("plain_text", "mrkdwn") and isinstance(one.get("text"), str):
            one["text"] = escaped(one["text"], mrkdwn=one["type"] == "mrkdwn")
    for block in done:
        block.setdefault("block_id", secrets.token_urlsafe(4)[:5])
        inner = [block.get("accessory"), block.get("element"), *(block.get("elements") or [])]
        if block["type"] in ("actions", "input", "section"):
            for element in inner:
                if isinstance(element, dict) and element["type"] != "image":
                    element.setdefault("action_id", secrets.token_urlsafe(4)[:5])
    return done


class Checker:
    """Checks what is sent; ``strict`` also asks the contract of blocks and views."""

    def __init__(self, strict: bool) -> None:
        self.strict = strict

    def message(self, args: Json, *, longest: int = LONGEST_TEXT, partial: bool = False) -> None:
        """Raise if no message can be made of these arguments; ``partial`` may lack all of it."""
        text, blocks, attachments = (args.get(key) for key in ("text", "blocks", "attachments"))
        markdown = args.get("markdown_text")
        if markdown and (text or blocks):
            raise ApiError("markdown_text_conflict")
        for value in (text, markdown):
            if value is not None and not isinstance(value, str):
                raise ApiError("invalid_arguments", ["must provide a string [json-pointer:/text]"])
        has_text = bool((text or "").strip() or (markdown or "").strip())
        if not (has_text or blocks or attachments or partial):
            raise ApiError("no_text")
        if len(text or "") > longest or len(markdown or "") > 12_000:
            raise ApiError("msg_too_long")
        if len(attachments or ()) > 100:
            raise ApiError("too_many_attachments")
        if blocks is not None:
            self.blocks(blocks)
        faults = self._ask("text_faults", args) if attachments else []
        if faults:
            raise ApiError("invalid_attachments", faults)
        self._metadata(args.get("metadata"))

    def blocks(self, blocks: Any) -> None:
        """Raise if these are no blocks of a message."""
        if not isinstance(blocks, list) or not all(isinstance(one, dict) for one in blocks):
            raise ApiError("invalid_blocks_format")
        faults = [
            f"unsupported type [json-pointer:/blocks/{number}/type]"
            for number, one in enumerate(blocks)
            if not isinstance(one.get("type"), str)
        ]
        if len(blocks) > 50:
            faults.append("no more than 50 items allowed [json-pointer:/blocks]")
        if not faults and characters(blocks) > LONGEST_BLOCKS:
            raise ApiError("msg_blocks_too_long")
        faults += [] if faults else self._ask("message_faults", blocks)
        if faults:
            raise ApiError("invalid_blocks", faults)

    def view(self, view: Any) -> None:
        """Raise if this is no view."""
        if not isinstance(view, dict):
            raise ApiError("invalid_arguments", ["must provide an object [json-pointer:/view]"])
        if len(json.dumps(view, ensure_ascii=False).encode()) > 250_000:
            raise ApiError("view_too_large")
        missing = {"type", "blocks"} - set(view)
        if view.get("type") == "modal" and "title" not in view:
            missing.add("title")
        faults = [f"missing required field: {one} [json-pointer:/view]" for one in sorted(missing)]
        if not faults and len(view["blocks"]) > 100:
            faults = ["no more than 100 items allowed [json-pointer:/view/blocks]"]
        faults += [] if faults else self._ask("view_faults", view)
        if faults:
            raise ApiError("invalid_arguments", faults)

    def _metadata(self, metadata: Any) -> None:
        if metadata is None:
            return
        if not isinstance(metadata, dict) or not isinstance(metadata.get("event_type"), str):
            raise ApiError("invalid_metadata_format")
        if not isinstance(metadata.get("event_payload"), dict):
            raise ApiError("invalid_metadata_format")
        if len(json.dumps(metadata).encode()) > LONGEST_METADATA:
            raise ApiError("metadata_too_large")

    def _ask(self, question: str, thing: Any) -> list[str]:
        found = contract() if self.strict else None
        return list(getattr(found, question)(thing)) if found is not None else []
