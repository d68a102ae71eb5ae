"""A Slack that slack-bolt talks to unmodified: Web API, sockets, HTTP, and people with clients."""

from tests.fakes.slack.errors import ApiError, NotOffered, Unsent
from tests.fakes.slack.forms import View
from tests.fakes.slack.inputs import Field
from tests.fakes.slack.outcome import Outcome
from tests.fakes.slack.people import Person
from tests.fakes.slack.reading import Button
from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.shown import File, Shown
from tests.fakes.slack.world import Workspace

__all__ = [
    "ApiError",
    "Button",
    "FakeSlack",
    "Field",
    "File",
    "NotOffered",
    "Outcome",
    "Person",
    "Shown",
    "Unsent",
    "View",
    "Workspace",
]
