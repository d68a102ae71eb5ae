"""A card longer than a platform takes, in parts: nothing is cut in silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot import limits
from bot.ui import Card, Quote
from bot.words import CLOSE, OPEN, Ours, plain


def length(card: Card) -> int:
    """Return a card's length in characters, signatures and gaps included."""
    texts = [plain(card.title), plain(card.text), plain(card.note)]
    for quote in card.quotes:
        texts += [quote.text, quote.by if isinstance(quote.by, str) else " " * 40]
    return sum(len(text) + 2 for text in texts if text)


def split(card: Card, most: int = limits.CARD) -> list[Card]:
    """Return the card in parts of at most ``most`` characters, in order.

    The title leads the first part; small print, buttons, picture and file end the last, which is
    the one a platform's id stands for.
    """
    if length(card) <= most:
        return [card]
    pieces = [Card(text=Ours(piece)) for piece in _cut(card.text, most // 2)]
    for quote in card.quotes:
        pieces += [Card(quotes=(Quote(piece, quote.by),)) for piece in _cut(quote.text, most // 2)]
    if card.note:
        pieces += [Card(note=Ours(piece)) for piece in _cut(card.note, most // 2)]
    if card.title:
        pieces = [Card(title=card.title), *pieces]
    parts = [pieces[0]]
    for piece in pieces[1:]:
        joined = _join(parts[-1], piece)
        if joined is not None and length(joined) <= most:
            parts[-1] = joined
        else:
            parts.append(piece)
    parts[-1] = replace(parts[-1], buttons=card.buttons, picture=card.picture, file=card.file)
    return parts


def _join(left: Card, right: Card) -> Card | None:
    """Return two neighbours as one card, nothing where that would change their order."""
    if (left.note and not right.note) or (left.quotes and right.text):
        return None
    quotes = left.quotes + right.quotes
    return Card(left.title, _add(left.text, right.text), quotes, _add(left.note, right.note))


def _add(left: Ours, right: Ours) -> Ours:
    return Ours("\n\n".join(text for text in (left, right) if text))


def _cut(text: str, most: int) -> Iterator[str]:
    """Yield ``text`` in pieces, cut at a paragraph, a line or a word where there is one."""
    rest = text
    while len(rest) > most:
        window = rest[:most]
        ends = (window.rfind("\n\n"), window.rfind("\n"), window.rfind(" "))
        at = next((end for end in ends if end >= most // 2), most)
        piece, rest = rest[:at], rest[at:]
        if piece.count(OPEN) > piece.count(CLOSE):
            piece, rest = piece + CLOSE, OPEN + rest
        yield piece.strip() if piece.strip() else piece
        rest = rest.lstrip()
    if rest:
        yield rest
