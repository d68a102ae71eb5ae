"""What can go wrong for a member, as exceptions that carry the sentence they read.

A class names a sentence in ``templates/says/bot.j2``; a cog that has a better one gives it.
Everything that is not a ``Problem`` is a fault of ours and is logged with a ticket.
"""

from __future__ import annotations

from typing import ClassVar

from bot.words import Ours


class Problem(Exception):
    """Something a member did that cannot be done, with the sentence that says so.

    ``sentence`` is rendered by ``Cog.say``; without one the class's own is used. The exception's
    text stays empty, so that no log can print what somebody wrote.
    """

    name: ClassVar[str] = "problem"

    def __init__(self, sentence: Ours | None = None) -> None:
        super().__init__()
        self.sentence = sentence


class Invalid(Problem):
    """A form's answers do not fit: one sentence a field. What was typed is kept."""

    name = "invalid"

    def __init__(self, **fields: Ours) -> None:
        super().__init__()
        self.fields = fields


class NotYours(Problem):
    """The thing belongs to somebody else: a call is an address, not a permission."""

    name = "not_yours"


class NotAllowed(Problem):
    """The member's part in this space does not include this."""

    name = "not_allowed"


class NotHere(Problem):
    """The member has left the space, or was sent away: they can delete there, and not post."""

    name = "not_here"


class NotSetUp(Problem):
    """Nobody has chosen the rooms of this space yet."""

    name = "not_set_up"


class TooSoon(Problem):
    """Right, but not yet."""

    name = "too_soon"


class Gone(Problem):
    """What the button was about is not there any more."""

    name = "gone"


class Unknown(Problem):
    """No cog answers this call: a button older than the bot, or a word it never had."""

    name = "unknown"


class StartFailure(Exception):
    """A platform does not let the bot in; the text says why, for whoever runs it."""
