"""Cards as plain values and back, for the outbox and for the playground's own storage."""

from __future__ import annotations

from base64 import b64decode, b64encode
from typing import Any

from bot.people import Member, Space
from bot.ui import Button, Card, File, Picture, Quote
from bot.words import Ours


def pack(card: Card) -> dict[str, Any]:
    """Return a card as values fit for JSON. A member stays in their envelope."""
    packed: dict[str, Any] = {
        "title": card.title,
        "text": card.text,
        "note": card.note,
        "quotes": [[quote.text, _pack_by(quote.by)] for quote in card.quotes],
        "buttons": [[button.label, button.call] for button in card.buttons],
    }
    if card.picture:
        packed["picture"] = [b64encode(card.picture.png).decode(), card.picture.description]
    if card.file:
        packed["file"] = [card.file.name, b64encode(card.file.content).decode()]
    return packed


def unpack(packed: dict[str, Any]) -> Card:
    """Return the card that ``pack`` was given."""
    picture, file = packed.get("picture"), packed.get("file")
    return Card(
        Ours(packed["title"]),
        Ours(packed["text"]),
        tuple(Quote(text, _unpack_by(by)) for text, by in packed["quotes"]),
        Ours(packed["note"]),
        tuple(Button(Ours(label), call) for label, call in packed["buttons"]),
        Picture(b64decode(picture[0]), Ours(picture[1])) if picture else None,
        File(file[0], b64decode(file[1])) if file else None,
    )


def _pack_by(by: str | Member) -> str | list[str]:
    if isinstance(by, str):
        return by
    return [by.id, by.space.id, by.space.platform, b64encode(by.envelope).decode()]


def _unpack_by(by: str | list[str]) -> str | Member:
    if isinstance(by, str):
        return by
    return Member(by[0], Space(by[1], by[2]), b64decode(by[3]))
