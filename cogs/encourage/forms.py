"""What a reply is written into."""

from __future__ import annotations

from bot import Field, Form

SHOWN = 5
"""Replies in one message to the author; the others are in the room."""

ONE_MESSAGE = 1800
"""Characters of one reply: what a card takes less its signature."""


class Note(Form, words="reply/note"):
    """A reply from a peer."""

    words = Field(long=True, most=1200)
    sign = Field(options=("pseudonym", "mention"))


class Answer(Form, words="reply/answer"):
    """A reply from the author, signed as the author."""

    words = Field(long=True, most=1200)
