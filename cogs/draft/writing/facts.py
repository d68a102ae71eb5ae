"""What a draft is made from: what is known, and what was chosen."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final, Literal, get_args

from cogs.draft.reading.letter import Letter, Reason, Stage

Kind = Literal[
    "thanks",
    "feedback",
    "recruiter",
    "internal",
    "freeze",
    "withdrawn",
    "offer_withdrawn",
    "silence",
    "in_touch",
    "call",
    "none",
]
"""``none`` is *don't reply*: nobody would read it."""

Tone = Literal["warm", "plain", "formal", "brief"]
TONES: Final[tuple[Tone, ...]] = get_args(Tone)

_OF_REASON: Final[dict[Reason, Kind]] = {
    "internal": "internal",
    "freeze": "freeze",
    "withdrawn": "withdrawn",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of the letter and of those it is between. ``""`` is what is not known.

    ``signature`` is the member's own name. ``people`` and ``when`` say whom they met and when,
    ``moment`` what stayed with them and ``since`` what they did since then, each in their own
    words.
    """

    company: str = field(default="", repr=False)
    role: str = field(default="", repr=False)
    sender: str = field(default="", repr=False)
    signature: str = field(default="", repr=False)
    stage: Stage = "unknown"
    reason: Reason = "none"
    no_reply: bool = False
    automated: bool = False
    feedback_offered: bool = False
    invited_again: bool = False
    agency: bool = False
    language: str = "en"
    familiar: bool = False
    subject: str = field(default="", repr=False)
    people: str = field(default="", repr=False)
    when: str = field(default="", repr=False)
    moment: str = field(default="", repr=False)
    since: str = field(default="", repr=False)

    @classmethod
    def of(cls, letter: Letter) -> Facts:
        """Return what a letter says."""
        return cls(
            company=letter.company or "",
            role=letter.role or "",
            sender=letter.sender or "",
            signature=letter.addressee or "",
            stage=letter.stage,
            reason=letter.reason,
            no_reply=letter.no_reply,
            automated=letter.automated,
            feedback_offered=letter.feedback_offered,
            invited_again=letter.invited_again,
            agency=letter.agency,
            language=letter.language,
            familiar=bool(letter.familiar),
            subject=letter.subject or "",
        )

    def with_names(self, company: str, role: str, sender: str) -> Facts:
        """Return them with names somebody typed; an empty one leaves what was read."""
        return replace(
            self,
            company=company or self.company,
            role=role or self.role,
            sender=sender or self.sender,
        )

    @property
    def talked(self) -> bool:
        """Whether they have surely talked with each other; a first screen may be a test."""
        return self.stage in ("interview", "final", "offer_withdrawn")


@dataclass(frozen=True, slots=True)
class Choice:
    """What the member chose. Without a ``kind`` it follows from the facts, as ``ask`` does.

    ``seed`` picks among the variants: the same one gives the same letter.
    """

    tone: Tone = "warm"
    kind: Kind | None = None
    ask: bool | None = None
    door: bool = True
    seed: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """A letter as it can be sent. The subject is empty where there is none."""

    kind: Kind
    tone: Tone
    subject: str = field(repr=False)
    text: str = field(repr=False)


def asks(facts: Facts, choice: Choice) -> bool:
    """Say whether it asks for feedback: where it was offered, and of a recruiter, by itself.

    After silence, months later, and where it was about the position and not about them, only
    where somebody wants it to.
    """
    if choice.ask is not None:
        return choice.ask
    if choice.kind in ("silence", "in_touch") or facts.stage == "silence":
        return False
    about_them = facts.stage != "offer_withdrawn" and facts.reason not in ("freeze", "withdrawn")
    return facts.feedback_offered or (facts.agency and about_them)


def kind_of(facts: Facts, choice: Choice) -> Kind:
    """Return the kind that fits what is known, or the one that was chosen."""
    if choice.kind is not None:
        return choice.kind
    if facts.no_reply:
        return "none"
    if facts.stage == "silence":
        return "silence"
    if facts.agency:
        return "recruiter"
    if facts.stage == "offer_withdrawn":
        return "offer_withdrawn"
    if facts.reason in _OF_REASON:
        return _OF_REASON[facts.reason]
    return "feedback" if asks(facts, choice) else "thanks"
