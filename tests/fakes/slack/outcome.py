"""What came of something a person did."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.fakes.slack.delivery import Ack


@dataclass
class Outcome:
    """What came of a command, a press or a form; ``error`` is what Slack shows by itself."""

    ack: Ack
    error: str = ""
    errors: dict[str, str] = field(default_factory=dict)
    """What the bot said about fields, by block_id."""

    @property
    def acked(self) -> bool:
        """Say whether the bot acknowledged within three seconds."""
        return self.ack.acked

    @property
    def seconds(self) -> float:
        """Return how long that took."""
        return self.ack.seconds

    @property
    def status(self) -> int:
        """Return the status of the answer; 200 for a socket's, 0 for none."""
        return self.ack.status

    @property
    def body(self) -> Any:
        """Return what the acknowledgement held."""
        return self.ack.body
