"""Writes the rules of a zone as a file of tzdata, for rules that do not exist yet (RFC 9636)."""

from __future__ import annotations

import struct
from datetime import datetime, timedelta
from pathlib import Path


def write(path: Path, before: timedelta, *changes: tuple[datetime, timedelta]) -> None:
    """Write a zone whose offset is ``before``, and from each instant on another one."""
    offsets = [before, *(offset for _, offset in changes)]
    times = struct.pack(f">{len(changes)}q", *(int(at.timestamp()) for at, _ in changes))
    kinds = bytes(range(1, len(offsets)))
    rules = b"".join(struct.pack(">lbb", int(it.total_seconds()), 0, 0) for it in offsets)
    last = -int(offsets[-1].total_seconds())
    sign, hours, minutes = "-" if last < 0 else "", abs(last) // 3600, abs(last) // 60 % 60
    footer = f"\n<XXX>{sign}{hours}:{minutes:02}\n".encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(
        _header(0, 1)
        + struct.pack(">lbb", 0, 0, 0)
        + b"XXX\0"
        + _header(len(changes), len(offsets))
        + times
        + kinds
        + rules
        + b"XXX\0"
        + footer
    )


def _header(changes: int, kinds: int) -> bytes:
    return b"TZif2" + bytes(15) + struct.pack(">6l", 0, 0, 0, changes, kinds, 4)
