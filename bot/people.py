"""Who and where, as far as a cog may know: a member has no name and no platform id."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Room(StrEnum):
    """A channel by its purpose."""

    SUPPORT = "support"
    MODERATORS = "moderators"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class Space:
    """One Discord server, one Slack workspace, or the playground; ``id`` is a row's."""

    id: str
    platform: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody may do in a space beyond what everybody may, as the platform says it.

    A moderator is who can see the moderators' room; who may change the space may set the bot up.
    Who has left it, or was sent away, is not ``here``.
    """

    here: bool = True
    moderates: bool = False
    sets_up: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """One person. ``id`` is a keyed hash of platform and person, the same in every space.

    ``envelope`` holds the address, encrypted; only ``bot.identity`` opens it. Neither is shown by
    ``repr``, so that a log line or an exception cannot carry them.
    """

    id: str = field(repr=False)
    space: Space = field(repr=False, compare=False)
    envelope: bytes = field(repr=False, compare=False)
