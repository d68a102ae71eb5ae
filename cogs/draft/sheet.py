"""One letter and the reply to it, as it lies on somebody's desk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from cogs.draft.reading import Letter
from cogs.draft.writing import Choice, Facts, Kind, Written, compose, kind_of


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that is kept of a draft.

    ``own`` is the text as the member wrote it, shown while ``shows_own``; it is never written
    over. ``guesses`` is what the letter may say, to be asked. ``begun`` says that it is known what
    it is to be, ``before`` which kind it was before it was notes for a call. ``reminder`` is the
    reminder asked for, ``came_of`` the one it came from and ``asked_on`` when that was asked for;
    ``asked`` is the share peers were last asked with.
    """

    facts: Facts
    choice: Choice
    begun: bool = True
    letter: str = field(default="", repr=False)
    own: str = field(default="", repr=False)
    own_subject: str = field(default="", repr=False)
    shows_own: bool = False
    to: str = field(default="", repr=False)
    message_id: str = field(default="", repr=False)
    references: str = field(default="", repr=False)
    guesses: Mapping[str, str] = field(default_factory=dict, repr=False)
    before: Kind | None = None
    reminder: str = ""
    came_of: str = ""
    asked_on: str = ""
    asked: str = ""

    @classmethod
    def of(cls, letter: Letter, pasted: str, facts: Facts, choice: Choice) -> Sheet:
        """Return a new one: what was typed into ``facts`` is asked no more."""
        known = {"company": facts.company, "role": facts.role}
        return cls(
            facts,
            choice,
            bool(pasted),
            pasted,
            to=letter.reply_to or "",
            message_id=letter.message_id or "",
            references=letter.references or "",
            guesses={name: it for name, it in letter.guesses.items() if not known.get(name)},
        )

    @property
    def is_open(self) -> bool:
        """Whether nobody has said yet what it is to be."""
        return not self.begun

    def written(self) -> Written:
        """Return the letter as it stands: the member's own, or the drafted one."""
        drafted = compose(self.facts, self.choice)
        if not self.shows_own:
            return drafted
        kind = kind_of(self.facts, self.choice)
        return Written(kind, self.choice.tone, self.own_subject or drafted.subject, self.own)

    def packed(self) -> dict[str, Any]:
        """Return it fit for JSON."""
        return asdict(self)

    @classmethod
    def unpacked(cls, content: Mapping[str, Any]) -> Sheet:
        """Return what ``packed`` packed."""
        held = dict(content)
        return cls(Facts(**held.pop("facts")), Choice(**held.pop("choice")), **held)
