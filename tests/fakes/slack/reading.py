"""Blocks as they are read: words, quotes, what is live, buttons."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.fakes.slack import markup, richtext

Json = dict[str, Any]


@dataclass(frozen=True)
class Button:
    """One button, as it can be seen and pressed."""

    label: str
    action_id: str
    block_id: str
    value: str = ""
    style: str = ""
    url: str = ""
    confirm: Json | None = None
    accessibility_label: str = ""


def text_of(text: Any, names: Any) -> str:
    """Return the words of a text object."""
    if not isinstance(text, dict):
        return ""
    if text["type"] == "mrkdwn":
        return markup.shown(text["text"], names)
    return html.unescape(text["text"])


def texts(blocks: list[Json]) -> Iterator[Json]:
    """Yield every text object that is shown beside buttons, in reading order."""
    for block in blocks:
        for key in ("text", "title", "label"):
            if isinstance(block.get(key), dict):
                yield block[key]
        yield from block.get("fields") or []
        if block["type"] in ("context", "context_actions"):
            yield from (
                one for one in block["elements"] if one["type"] in ("mrkdwn", "plain_text")
            )
        for element in _elements(block):
            yield from _of_element(element)
        if isinstance(block.get("hint"), dict):
            yield block["hint"]


def _elements(block: Json) -> list[Json]:
    found = [block.get("accessory"), block.get("element")]
    if block["type"] == "actions":
        found += block["elements"]
    return [one for one in found if isinstance(one, dict)]


def _of_element(element: Json) -> Iterator[Json]:
    """Yield the texts of something to fill in."""
    if element["type"] in ("button", "image"):
        return
    if isinstance(element.get("placeholder"), dict):
        yield element["placeholder"]
    groups = element.get("option_groups") or []
    for option in [
        *(element.get("options") or []),
        *(one for g in groups for one in g["options"]),
    ]:
        yield option["text"]
        if isinstance(option.get("description"), dict):
            yield option["description"]


def lines(blocks: list[Json], names: Any) -> list[str]:
    """Return the words of blocks in reading order, buttons aside."""
    found: list[str] = []
    for block in blocks:
        kind = block["type"]
        if kind == "rich_text":
            found += richtext.lines(block, names)
        elif kind == "markdown":
            found.append(str(block["text"]))
        elif kind == "context":
            found += [_context(one, names) for one in block["elements"]]
        else:
            found += [text_of(one, names) for one in texts([block])]
        pictures = [block] if kind == "image" else [block.get("accessory") or {}]
        found += [html.unescape(one["alt_text"]) for one in pictures if "alt_text" in one]
    return [line for line in found if line]


def _context(element: Json, names: Any) -> str:
    if element["type"] == "image":
        return html.unescape(str(element["alt_text"]))
    return text_of(element, names)


def quotes(blocks: list[Json], names: Any) -> list[str]:
    """Return everything that stands as a quote."""
    found: list[str] = []
    for block in blocks:
        if block["type"] == "rich_text":
            found += richtext.quotes(block, names)
        for one in texts([block]):
            if one["type"] == "mrkdwn":
                found += markup.quotes(one["text"], names)
    return found


def live(blocks: list[Json]) -> list[str]:
    """Return what is live in blocks, the addresses of buttons included."""
    found: list[str] = []
    for block in blocks:
        if block["type"] == "rich_text":
            found += richtext.live(block)
        elif block["type"] == "markdown":
            found += markup.live(str(block["text"]))
        for one in texts([block]):
            if one["type"] == "mrkdwn":
                found += markup.live(one["text"], verbatim=bool(one.get("verbatim")))
            elif one.get("emoji") is not False:
                found += markup.emoji(one["text"])
    return found + [button.url for button in buttons(blocks) if button.url]


def links(blocks: list[Json]) -> list[str]:
    """Return the addresses blocks lead to, buttons aside."""
    found: list[str] = []
    for block in blocks:
        found += richtext.links(block) if block["type"] == "rich_text" else []
        mrkdwn = [one["text"] for one in texts([block]) if one["type"] == "mrkdwn"]
        found += [link for text in mrkdwn for link in markup.links(text)]
    return found


def elements(blocks: list[Json]) -> Iterator[tuple[str, Json]]:
    """Yield everything that can be pressed or chosen in, with its block's id."""
    for block in blocks:
        for element in _elements(block):
            if "action_id" in element:
                yield block["block_id"], element


def buttons(blocks: list[Json]) -> list[Button]:
    """Return the buttons of blocks, in reading order."""
    return [
        Button(
            text_of(one["text"], {}),
            one["action_id"],
            block_id,
            one.get("value") or "",
            one.get("style") or "",
            one.get("url") or "",
            one.get("confirm"),
            one.get("accessibility_label") or "",
        )
        for block_id, one in elements(blocks)
        if one["type"] == "button"
    ]


def find(blocks: list[Json], label: str) -> Json:
    """Return what a press of the button with this label, its beginning, or action_id sends.

    Raises ``LookupError`` where there is none, or more than one.
    """
    every = buttons(blocks)
    for same in (
        [one for one in every if one.label == label],
        [one for one in every if one.action_id == label],
        [one for one in every if one.label.startswith(label)],
    ):
        if len(same) == 1:
            return pressed(blocks, same[0])
        if same:
            break
    said = [one.label for one in every]
    raise LookupError(f"{label!r} is not once among {said}")


def pressed(blocks: list[Json], button: Button) -> Json:
    """Return the action a press of a button sends."""
    for block_id, one in elements(blocks):
        if (block_id, one["action_id"]) == (button.block_id, button.action_id):
            kept = ("action_id", "text", "value", "style", "type")
            action = {key: one[key] for key in kept if key in one}
            return {"block_id": block_id} | action
    raise LookupError(button)
