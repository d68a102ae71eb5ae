"""What a button or a form sends back: its call and, in a direct message, the space it is about.

In a server an interaction says where it happened. In a direct message nothing does, and one
person may know the bot from several servers; so what the bot sends there carries the space's row
id, which names nobody.
"""

from __future__ import annotations

import re
from typing import Final

# No call holds it: whatever is not ASCII is escaped in one.
_MARK: Final = "§"
_ROW: Final = re.compile(r"[a-z0-9]{1,16}")


def custom_id(call: str, space_id: str | None) -> str:
    """Return what goes on the wire; ``space_id`` only in direct messages."""
    return f"{call}{_MARK}{space_id}" if space_id else call


def read(sent: str) -> tuple[str, str | None]:
    """Return the call and the space's row id, if there is one that could be."""
    call, _, space_id = sent.partition(_MARK)
    return call, space_id if _ROW.fullmatch(space_id) else None
