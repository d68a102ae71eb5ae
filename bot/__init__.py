"""The vocabulary: everything a cog may import, and nothing else.

Nouns: ``Bot Cog Context Card Button Quote Form Field Picture File Member Space Room``.
Marks: ``@command @action @drawn @every``. What can go wrong for a member: ``Problem`` and its
kinds. Records: what is kept of shares, nods and replies. ``Ours`` marks text of our own.
"""

from bot.app import Bot
from bot.charts import bars
from bot.cog import Cog, Drawing, OpenThing, action, command, drawn, every
from bot.commands import command_button
from bot.context import Context
from bot.delivery import Priority
from bot.errors import Gone, Invalid, NotAllowed, NotYours, Problem, TooSoon
from bot.matching import Candidate, pairs, pods
from bot.people import Member, Room, Space
from bot.records import (
    EFFORT,
    Answer,
    CheckIn,
    Circle,
    Digest,
    Draft,
    GoesTo,
    Reminder,
    Reply,
    Rest,
    Share,
    ShareState,
    Signed,
    Words,
)
from bot.screening import private_details, redact
from bot.streaks import streak
from bot.templates import Texts
from bot.times import read_time
from bot.times import said as said_dates
from bot.ui import Button, Card, Field, File, Form, Picture, Quote
from bot.weekly import Weekly, from_iso, iso, week_of
from bot.words import Ours, plain
from bot.zones import Place, place_name
from bot.zones import find as find_place

__all__ = [
    "EFFORT",
    "Answer",
    "Bot",
    "Button",
    "Candidate",
    "Card",
    "CheckIn",
    "Circle",
    "Cog",
    "Context",
    "Digest",
    "Draft",
    "Drawing",
    "Field",
    "File",
    "Form",
    "GoesTo",
    "Gone",
    "Invalid",
    "Member",
    "NotAllowed",
    "NotYours",
    "OpenThing",
    "Ours",
    "Picture",
    "Place",
    "Priority",
    "Problem",
    "Quote",
    "Reminder",
    "Reply",
    "Rest",
    "Room",
    "Share",
    "ShareState",
    "Signed",
    "Space",
    "Texts",
    "TooSoon",
    "Weekly",
    "Words",
    "action",
    "bars",
    "command",
    "command_button",
    "drawn",
    "every",
    "find_place",
    "from_iso",
    "iso",
    "pairs",
    "place_name",
    "plain",
    "pods",
    "private_details",
    "read_time",
    "redact",
    "said_dates",
    "streak",
    "week_of",
]
