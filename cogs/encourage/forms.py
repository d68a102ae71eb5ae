"""What a reply is written into."""

from __future__ import annotations

from bot import Field, Form, Share

SHOWN = 5
"""Replies in one message to the author; the others are in the room."""

ALL_SHOWN = 20
"""Replies in one message where none is in the room; with their buttons they fit a card."""

ONE_MESSAGE = 1800
"""Characters of one reply: what a card takes less its signature."""


class Note(Form, words="reply/note"):
    """A reply from a peer."""

    words = Field(long=True, most=1200)
    sign = Field(options=("pseudonym", "mention"))


class Answer(Form, words="reply/answer"):
    """A reply from the author, signed as the author."""

    words = Field(long=True, most=1200)


def is_quiet(share: Share) -> bool:
    """Say whether replies to a share are for its author alone."""
    return share.words is not None and share.words.quiet
