"""What a rejection letter says, as far as it can be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

Stage = Literal[
    "application", "screen", "interview", "final", "offer_withdrawn", "silence", "unknown"
]
Reason = Literal[
    "other_candidate",
    "internal",
    "freeze",
    "withdrawn",
    "experience",
    "visa",
    "salary",
    "location",
    "none",
]

READ: Final = (
    "company",
    "role",
    "sender",
    "no_reply",
    "automated",
    "stage",
    "feedback_offered",
    "invited_again",
    "agency",
    "reason",
    "language",
)
"""What is told to scripts, in order."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter says; ``None`` is what it does not say, or not surely.

    ``company`` is who says no, ``sender`` a person, ``addressee`` the applicant as the letter
    greets them. ``agency`` says that a recruiter is between. ``familiar`` is how it speaks to
    them, where a language has two ways: German *du*, Spanish *tú*. ``reply_to`` is the address an
    answer reaches, ``message_id`` and ``references`` are header lines as they were pasted.
    ``guesses`` has by name what ``company`` and ``role`` could be where that is not sure: to be
    asked, never used.
    """

    company: str | None = None
    role: str | None = None
    sender: str | None = None
    no_reply: bool = False
    automated: bool = False
    stage: Stage = "unknown"
    feedback_offered: bool = False
    invited_again: bool = False
    agency: bool = False
    reason: Reason = "none"
    language: str = "en"
    familiar: bool | None = None
    addressee: str | None = None
    day: date | None = None
    subject: str | None = None
    reply_to: str | None = None
    message_id: str | None = None
    references: str | None = None
    guesses: Mapping[str, str] = field(default_factory=dict)

    def told(self) -> dict[str, str | bool | None]:
        """Return what is told to scripts, by name."""
        return {name: getattr(self, name) for name in READ}
