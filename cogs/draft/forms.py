"""What is asked: the letter, what was misread in it, a moment, the text itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot import Field, Form
from cogs.draft.reading.letter import Reason, Stage
from cogs.draft.writing import TONES, Facts

HAPPENED: Final = (
    "application",
    "screen",
    "interview",
    "final",
    "internal",
    "freeze",
    "withdrawn",
    "offer_withdrawn",
    "recruiter",
    "silence",
    "other",
)
"""What can have happened, in one question: how far it went, or why it ended."""

_REASONS: Final[dict[str, Reason]] = {
    "internal": "internal",
    "freeze": "freeze",
    "withdrawn": "withdrawn",
}
_STAGES: Final[dict[str, Stage]] = {
    "application": "application",
    "screen": "screen",
    "interview": "interview",
    "final": "final",
    "offer_withdrawn": "offer_withdrawn",
    "silence": "silence",
    "other": "unknown",
}


class Pasted(Form, words="draft/letter"):
    """The letter and how one wants to sound; what it says itself need not be filled in."""

    letter = Field(long=True, optional=True, most=3000)
    company = Field(optional=True, most=100)
    role = Field(optional=True, most=100)
    person = Field(optional=True, most=100)
    tone = Field(options=TONES)


class Correction(Form, words="draft/correction"):
    """What was read, to be put right."""

    company = Field(optional=True, most=100)
    role = Field(optional=True, most=100)
    person = Field(optional=True, most=100)
    happened = Field(options=HAPPENED)
    signature = Field(optional=True, most=60)


class Moment(Form, words="draft/moment"):
    """Whom one met, when, and what stayed."""

    people = Field(optional=True, most=80)
    when = Field(optional=True, most=40)
    moment = Field(long=True, optional=True, most=200)


class Since(Form, words="draft/since"):
    """What one did since then."""

    since = Field(long=True, optional=True, most=300)


class Edited(Form, words="draft/edited"):
    """The text, in one's own words."""

    subject = Field(optional=True, most=300)
    text = Field(long=True, least=3, most=1700)


class Mine(Form, words="draft/mine"):
    """A text of one's own to be looked through, and the letter it answers."""

    text = Field(long=True, least=3, most=1700)
    letter = Field(long=True, optional=True, most=3000)


def happened(facts: Facts) -> str:
    """Return which of ``HAPPENED`` is known to be so."""
    if facts.agency:
        return "recruiter"
    if facts.stage in ("silence", "offer_withdrawn"):
        return facts.stage
    if facts.reason in _REASONS:
        return facts.reason
    return "other" if facts.stage == "unknown" else facts.stage


def corrected(facts: Facts, form: Correction) -> Facts:
    """Return the facts as they were put right."""
    facts = replace(
        facts,
        company=form.company,
        role=form.role,
        sender=form.person,
        signature=form.signature,
    )
    now = form.happened
    if now == happened(facts):
        return facts
    reason: Reason = "none" if facts.reason in _REASONS else facts.reason
    facts = replace(facts, agency=now == "recruiter", reason=_REASONS.get(now, reason))
    ended = facts.stage in ("silence", "offer_withdrawn")
    return replace(facts, stage=_STAGES.get(now, "unknown" if ended else facts.stage))
