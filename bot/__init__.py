"""The vocabulary: everything a cog may import, and nothing else.

Nouns: ``Bot Cog Context Card Button Quote Form Field Picture File Member Space Room``.
Marks: ``@command @action @drawn @every``. What can go wrong for a member: ``Problem`` and its
kinds. Records: what is kept of shares, nods and replies. ``Ours`` marks text of our own.
"""

from bot.app import Bot
from bot.cog import Cog, Drawing, OpenThing, action, command, command_button, drawn, every
from bot.context import Context
from bot.delivery import Priority
from bot.errors import Gone, Invalid, NotAllowed, NotYours, Problem, TooSoon
from bot.people import Member, Room, Space
from bot.records import Reply, Share, ShareState, Signed, Words
from bot.screening import private_details, redact
from bot.ui import Button, Card, Field, File, Form, Picture, Quote
from bot.words import Ours, plain

__all__ = [
    "Bot",
    "Button",
    "Card",
    "Cog",
    "Context",
    "Drawing",
    "Field",
    "File",
    "Form",
    "Gone",
    "Invalid",
    "Member",
    "NotAllowed",
    "NotYours",
    "OpenThing",
    "Ours",
    "Picture",
    "Priority",
    "Problem",
    "Quote",
    "Reply",
    "Room",
    "Share",
    "ShareState",
    "Signed",
    "Space",
    "TooSoon",
    "Words",
    "action",
    "command",
    "command_button",
    "drawn",
    "every",
    "plain",
    "private_details",
    "redact",
]
