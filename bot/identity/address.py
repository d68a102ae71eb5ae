"""Where a person is on a platform."""

from __future__ import annotations

import json
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Address:
    """A person's id on a platform and the space they were met in, both as the platform says it.

    Adapters make it from what a platform sends; nothing of it is shown by ``repr``.
    """

    platform: str
    space: str = field(repr=False)
    person: str = field(repr=False)

    def to_bytes(self) -> bytes:
        """Return it as it is sealed."""
        return json.dumps([self.platform, self.space, self.person]).encode()

    @classmethod
    def from_bytes(cls, packed: bytes) -> Address:
        """Return what ``to_bytes`` packed."""
        return cls(*json.loads(packed))
