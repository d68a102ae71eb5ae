"""Just enough of file formats to say what a file is and how large a picture."""

from __future__ import annotations

import mimetypes
import struct

PNG = b"\x89PNG\r\n\x1a\n"


def size_of(content: bytes, name: str) -> tuple[int | None, int | None, str]:
    """Return width, height and kind; a picture that is none has no width."""
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    if content.startswith(PNG) and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height, "image/png"
    if kind.startswith("text/"):
        kind += "; charset=utf-8"
    return None, None, kind
