"""The raw source of a mail: its headers as lines again, its text decoded."""

from __future__ import annotations

import email
import re
from email.header import decode_header, make_header
from email.message import Message
from typing import Final

from cogs.draft.reading.characters import clean
from cogs.draft.reading.markup import is_markup, visible

_KEPT: Final = (
    "From",
    "Reply-To",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "References",
    "Auto-Submitted",
    "Precedence",
)
# Only a program writes these; two are needed, for a letter may have "Received: 3 May" in it.
_SOURCE = re.compile(
    r"^(?:mime-version|content-type|content-transfer-encoding|received|dkim-signature|"
    r"return-path|delivered-to): ?\S",
    re.IGNORECASE | re.MULTILINE,
)
_PARTS: Final = 30  # a letter has two or three; nesting costs the standard library its stack


def is_source(text: str) -> bool:
    """Say whether a paste is a whole mail as programs send it."""
    top = text.lstrip().split("\n\n", 1)[0][:8_000]
    lines = top.split("\n")
    # A first line that is no header is a note of the member's own above it.
    return len(_SOURCE.findall(top)) >= 2 and ":" in lines[0] and " " not in lines[0].split(":")[0]


def opened(text: str) -> str:
    """Return a raw mail as a mail program would show it: headers, a blank line, the text."""
    if text.lower().count("content-type: multipart") > _PARTS:
        return text
    # The old policy: the new one parses every header into a tree, which is slow and can fail.
    message = email.message_from_string(text.lstrip())
    headers = [f"{name}: {_decoded(message[name])}" for name in _KEPT if message[name]]
    return clean("\n".join(headers) + "\n\n" + _body(message))


def _decoded(header: str) -> str:
    """Return a header's words on one line, encoded ones (RFC 2047) as they are meant."""
    flat = " ".join(str(header)[:1_000].split())
    try:
        return " ".join(str(make_header(decode_header(flat))).split())
    except (ValueError, LookupError):
        return flat


def _body(message: Message) -> str:
    """Return the first text that is not empty, plain before HTML."""
    parts = [part for part in message.walk() if not part.is_multipart()]
    for kind in ("text/plain", "text/html"):
        for part in parts:
            text = _text(part) if part.get_content_type() == kind else ""
            if text.strip():
                return visible(text) if is_markup(text) else text
    return ""


def _text(part: Message) -> str:
    """Return what a part says, whatever it claims to be encoded in."""
    coding = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    if coding in {"quoted-printable", "base64"}:
        decoded = part.get_payload(decode=True)
        charset = part.get_content_charset() or "utf-8"
        if isinstance(decoded, bytes):
            try:
                return decoded.decode(charset, "replace")
            except LookupError:
                return decoded.decode("utf-8", "replace")
    # What was pasted is characters already, whatever the header says they were as bytes.
    payload = part.get_payload()
    return payload if isinstance(payload, str) else ""
