"""A draft as a mail that any mail program opens, and as plain text."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from typing import Final

import re2

from bot import File
from cogs.draft.desk import Paper

# What a letter brings along goes into headers only in these shapes (RFC 5322, plain ones).
_ADDRESS: Final = re2.compile(r"^[A-Za-z0-9.!#$%&'*+/_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$")
_ID: Final = re2.compile(r"<[A-Za-z0-9.!#$%&'*+/=^_`{|}~@:-]{1,250}>")
_REFERENCES: Final = 20


def as_mail(paper: Paper) -> File:
    """Return an ``.eml`` (RFC 5322), addressed and tied to the letter where that is known.

    It has no sender, which the member's own program puts in; ``X-Unsent`` lets Outlook open it to
    be sent.
    """
    sheet, written = paper.sheet, paper.written
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = _said(written.subject)
    if _ADDRESS.match(sheet.to):
        mail["To"] = sheet.to
    known = _ids(sheet.message_id)
    if known:
        mail["In-Reply-To"] = known[0]
        mail["References"] = " ".join([*_ids(sheet.references)[-_REFERENCES:], known[0]])
    mail["X-Unsent"] = "1"
    mail.set_content(written.text, cte="quoted-printable")
    return File("reply.eml", mail.as_bytes())


def as_text(paper: Paper) -> File:
    """Return the letter alone, in UTF-8."""
    return File("reply.txt", f"{paper.written.text}\n".encode())


def _said(subject: str) -> str:
    """Return a subject as words alone: what ``email`` would decode in it is taken apart.

    It reads encoded words (RFC 2047) in what it is given, and one may hold a line end.
    """
    return " ".join(subject.split()).replace("=?", "=_?")


def _ids(text: str) -> list[str]:
    """Return the message ids in a header of the letter's; none that could hold anything else."""
    return [found.group() for found in _ID.finditer(text) if "=?" not in found.group()]
