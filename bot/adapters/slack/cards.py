"""Cards as Block Kit: heading, words, quotes, picture, a file's text, small print, buttons."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from bot import limits
from bot.adapters.slack.markup import (
    Json,
    bare,
    block,
    fallback,
    label,
    preformatted,
    rich,
    section,
    written,
)
from bot.people import Member
from bot.splitting import split
from bot.templates import Texts
from bot.ui import Button, Card, File, Picture, Quote
from bot.words import Ours, plain

_HEADING: Final = 150  # characters of a header block
_FILE: Final = 8700  # characters of a file in one message, of about 13,200 in all
_NOTE: Final = 1500  # characters of one text in small print; escaping at most doubles it


@dataclass(frozen=True, slots=True)
class Message:
    """One message, ready to be sent: its blocks, and all its words for who does not see them.

    ``picture`` is the one its blocks show.
    """

    blocks: list[Json]
    text: str
    picture: Picture | None = field(default=None, repr=False)

    def body(self) -> Json:
        """Return it as an answer: nothing somebody quotes gets a preview."""
        quiet = {"unfurl_links": False, "unfurl_media": False}
        return {"blocks": self.blocks, "text": self.text} | quiet

    def without_picture(self) -> Message:
        """Return it with the picture's description in the picture's place."""
        if self.picture is None:
            return self
        words = _described(self.picture)
        return Message(
            [words if one["type"] == "image" else one for one in self.blocks], self.text
        )


class Draws:
    """Draws cards. ``user`` turns a member into Slack's id of them, to be mentioned.

    ``respell`` names the commands in our words as the workspace knows them.
    """

    def __init__(
        self, user: Callable[[Member], str], respell: Callable[[Ours], Ours] | None = None
    ) -> None:
        self._user = user
        self._respell = respell or (lambda text: text)

    def messages(self, card: Card, pictures: Mapping[Picture, str] | None = None) -> list[Message]:
        """Return the card as messages, in order; buttons are on the last that has words.

        ``pictures`` names Slack's file for each picture. A file is its text: Slack has no private
        way to hand out a file, and one in the direct messages would be in the workspace's exports.
        """
        made = [self._message(part, pictures or {}) for part in split(card, limits.CARD)]
        if card.file is not None:
            first, *rest = list(_pieces(card.file))
            made[-1] = self._with_file(made[-1], card, first)
            made += [Message([block(*piece)], fallback(card.file.name)) for piece in rest]
        return made

    def _with_file(self, message: Message, card: Card, piece: list[Json]) -> Message:
        """Return a message with a file's text above its small print and its buttons."""
        at = len(message.blocks) - len(list(_below(card, self._respell)))
        blocks = [*message.blocks[:at], block(*piece), *message.blocks[at:]]
        return Message(blocks, message.text, message.picture)

    def _message(self, card: Card, pictures: Mapping[Picture, str]) -> Message:
        blocks = [*self._above(card)]
        file_id = pictures.get(card.picture) if card.picture else None
        if card.picture is not None:
            shown = _picture(card.picture, file_id) if file_id else _described(card.picture)
            blocks.append(shown)
        blocks += _below(card, self._respell)
        return Message(blocks, fallback(self.words(card)), card.picture if file_id else None)

    def words(self, card: Card) -> str:
        """Return all a card says, as plain text."""
        parts = [bare(self._respell(text)) for text in (card.title, card.text)]
        for quote in card.quotes:
            by = quote.by if isinstance(quote.by, str) else ""
            parts += [by, quote.text]
        parts.append(plain(card.picture.description) if card.picture else "")
        parts.append(bare(self._respell(card.note)))
        return "\n\n".join(part for part in parts if part)

    def _above(self, card: Card) -> Iterator[Json]:
        title = " ".join(bare(self._respell(card.title)).split())
        if title and len(title) <= _HEADING:
            yield {"type": "header", "text": label(title)}
        elif title:
            yield block(section(written(title, bold=True)))
        if elements := rich(self._respell(card.text)):
            yield block(*elements)
        if card.quotes:
            yield from self._quotes(card.quotes)

    def _quotes(self, quotes: Sequence[Quote]) -> Iterator[Json]:
        """Yield quotes, a block for each, with who said it above."""
        for quote in quotes:
            above = []
            if isinstance(quote.by, Member):
                above = [section({"type": "user", "user_id": self._user(quote.by)})]
            elif quote.by:
                above = [section(written(quote.by, bold=True))]
            words = {"type": "rich_text_quote", "elements": [written(quote.text or " ")]}
            yield block(*above, words)


def _below(card: Card, respell: Callable[[Ours], Ours]) -> Iterator[Json]:
    """Yield small print and buttons, which end a message."""
    note = bare(respell(card.note), gap="\n")  # small print is small
    if texts := [note[at : at + _NOTE] for at in range(0, len(note), _NOTE) if note.strip()]:
        yield {"type": "context", "elements": [label(text) for text in texts]}
    if card.buttons:  # as many as a card may have fit into one block, which wraps
        yield {"type": "actions", "elements": [_button(button) for button in card.buttons]}


def _picture(picture: Picture, file_id: str) -> Json:
    return {
        "type": "image",
        "slack_file": {"id": file_id},
        "alt_text": plain(picture.description),
    }


def _described(picture: Picture) -> Json:
    return block(section(written(plain(picture.description))))


def _pieces(file: File) -> Iterator[list[Json]]:
    """Yield a file's name and text, as the elements of one message after the other."""
    try:
        text = file.content.decode()
    except UnicodeDecodeError:
        text = plain(Texts.of("says/slack")("no_text"))
    name = section(written(file.name, bold=True))
    for start in range(0, max(len(text), 1), _FILE):
        part = text[start : start + _FILE] or " "
        yield [name, *preformatted(part)]


def _button(button: Button) -> Json:
    return {"type": "button", "text": label(plain(button.label)), "action_id": button.call}
