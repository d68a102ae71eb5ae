"""A draft as a mail that any mail program opens, and as plain text."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

from bot import File
from cogs.draft.desk import Paper


def as_mail(paper: Paper) -> File:
    """Return an ``.eml`` (RFC 5322), addressed and tied to the letter where that is known.

    It has no sender, which the member's own program puts in; ``X-Unsent`` lets Outlook open it to
    be sent.
    """
    sheet, written = paper.sheet, paper.written
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = " ".join(written.subject.split())
    if sheet.to:
        mail["To"] = sheet.to
    if sheet.message_id:
        mail["In-Reply-To"] = sheet.message_id
        mail["References"] = f"{sheet.references} {sheet.message_id}".strip()
    mail["X-Unsent"] = "1"
    mail.set_content(written.text, cte="quoted-printable")
    return File("reply.eml", mail.as_bytes())


def as_text(paper: Paper) -> File:
    """Return the letter alone, in UTF-8."""
    return File("reply.txt", f"{paper.written.text}\n".encode())
