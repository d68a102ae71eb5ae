"""What goes first when much is due."""

from __future__ import annotations

from enum import IntEnum


class Priority(IntEnum):
    """What goes first when much is due."""

    URGENT = 0
    ANSWER = 10
    NEWS = 20
    ROUTINE = 30
