"""A Discord that discord.py talks to unmodified: HTTP, gateway, and people with clients."""

from tests.fakes.discord.errors import ApiError
from tests.fakes.discord.forms import Field, Modal, Unsent
from tests.fakes.discord.options import NotOffered
from tests.fakes.discord.outcome import Outcome
from tests.fakes.discord.people import Person
from tests.fakes.discord.sdk import redirected
from tests.fakes.discord.server import FakeDiscord
from tests.fakes.discord.shown import Button, File, Shown

__all__ = [
    "ApiError",
    "Button",
    "FakeDiscord",
    "Field",
    "File",
    "Modal",
    "NotOffered",
    "Outcome",
    "Person",
    "Shown",
    "Unsent",
    "redirected",
]
