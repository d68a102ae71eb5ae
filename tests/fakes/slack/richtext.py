"""Rich text: sections, lists, quotes and code, whose text is literal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]


def lines(block: Json, names: Any) -> list[str]:
    """Return the words of a rich text block, one line an element or an entry of a list."""
    found: list[str] = []
    for element in block.get("elements") or []:
        if element["type"] == "rich_text_list":
            found += [f"• {_words(one, names)}" for one in element["elements"]]
        else:
            found.append(_words(element, names))
    return found


def quotes(block: Json, names: Any) -> list[str]:
    """Return what a rich text block quotes."""
    elements = block.get("elements") or []
    return [_words(one, names) for one in elements if one["type"] == "rich_text_quote"]


def _words(element: Json, names: Any) -> str:
    return "".join(_piece(one, names) for one in element.get("elements") or []).strip("\n")


def _piece(piece: Json, names: Any) -> str:
    kind = piece["type"]
    if kind == "text":
        return str(piece["text"])
    if kind == "link":
        return str(piece.get("text") or piece["url"])
    if kind == "emoji":
        return f":{piece['name']}:"
    if kind in ("user", "channel"):
        name = piece[f"{kind}_id"]
        return f"{'@' if kind == 'user' else '#'}{names.get(name) or name}"
    if kind == "broadcast":
        return f"@{piece['range']}"
    return str(piece.get("fallback") or piece.get("value") or "")


def live(block: Json) -> Iterator[str]:
    """Yield what is live: everything that is no text."""
    for element in block.get("elements") or []:
        if element["type"] == "rich_text_list":
            yield from live(element)
        for piece in element.get("elements") or []:
            if piece["type"] == "link":
                yield str(piece["url"])
            elif piece["type"] not in ("text", "rich_text_section", "color"):
                yield f"<{piece['type']}>"


def links(block: Json) -> Iterator[str]:
    """Yield the addresses of its links."""
    for element in block.get("elements") or []:
        if element["type"] in ("link",):
            yield str(element["url"])
        yield from links(element)
