"""A letter from its parts: greeting, paragraphs, closing, and the subject."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Final

from bot import Texts, plain
from cogs.draft.writing.facts import Choice, Facts, Kind, Written, kind_of
from cogs.draft.writing.greeted import names_of
from cogs.draft.writing.parts import Part, parts_of
from cogs.draft.writing.variants import first_of, pick

LANGUAGES: Final = ("en", "de", "es")
"""What letters are written in; another one is answered in the first."""

MOST: Final = 120
"""Words of a letter; from ``advice.md``: brief, polite, positive."""

_ASKED: Final = 3
"""Questions among the notes for a call."""

_ENDS: Final = " .;,:!?"
_TWICE: Final = re.compile(r"([.!?])\.(?=\s)")

_REPLY: Final = re.compile(r"^(?:\s*(?:re|aw|sv|fwd?|wg|rv|rm)\s*:\s*)+", re.IGNORECASE)
# A role that says what it is: "the PhD position in soil ecology role" nobody says.
_NAMES_ITSELF: Final = re.compile(
    r"\b(?:positions?|roles?|jobs?|posts?|internships?|apprenticeships?|traineeships?|fellowships?"
    r"|placements?|scholarships?|program(?:me)?s?|stellen?|praktikum|ausbildung(?:splatz)?"
    r"|volontariat|\w+stelle|puestos?|plazas?|becas?|prácticas|vacantes?|posición|pasantía|empleo)\b",
    re.IGNORECASE,
)


def compose(facts: Facts, choice: Choice) -> Written:
    """Return the letter for what is known and chosen.

    It has at most ``MOST`` words, unless the member's own in it are too many for that.
    """
    kind = kind_of(facts, choice)
    letter = _Letter(_tidy(facts), choice)
    if kind == "none":
        return Written(kind, choice.tone, "", "")
    if kind == "call":
        return Written(kind, choice.tone, letter.subject("call"), letter.notes())
    subject = letter.subject("answer" if kind not in ("silence", "in_touch") else kind)
    return Written(kind, choice.tone, subject, letter.whole(kind))


def _tidy(facts: Facts) -> Facts:
    """Return the facts fit for a sentence: one line each, no point at the end of what has ours."""
    return replace(
        facts,
        company=_one_line(facts.company),
        role=_one_line(facts.role),
        sender=_one_line(facts.sender),
        signature=_one_line(facts.signature),
        subject=_one_line(facts.subject),
        people=_one_line(facts.people).rstrip(_ENDS),
        when=_one_line(facts.when).rstrip(_ENDS),
        moment=_one_line(facts.moment).rstrip(_ENDS),
        since="; ".join(_told(facts.since)),
        language=facts.language if facts.language in LANGUAGES else LANGUAGES[0],
    )


def _told(text: str) -> list[str]:
    """Return what somebody did, one thing a line."""
    lines = (_one_line(line).strip(f"-•*{_ENDS}") for line in text.split("\n"))
    return [line for line in lines if line]


def _one_line(text: str) -> str:
    return " ".join(text.split())


class _Letter:
    """A letter being written."""

    def __init__(self, facts: Facts, choice: Choice) -> None:
        self._facts = facts
        self._choice = choice
        values: dict[str, object] = asdict(facts)
        values["sender"], values["first"] = names_of(facts.sender)
        values["names_itself"] = bool(_NAMES_ITSELF.search(facts.role))
        values["familiar"] = facts.familiar and choice.tone != "formal"
        self._values: Mapping[str, object] = values
        phrases = self._texts("phrases")
        self._values = values | {name: plain(phrases(name)) for name in phrases}
        self._names = f"{facts.role} {facts.company}"

    def whole(self, kind: Kind) -> str:
        """Return it; where it would be too long, without what is to spare, then in short words."""
        parts = parts_of(kind, self._facts, self._choice)
        while True:
            text = self._put_together(parts)
            if len(text.split()) <= MOST:
                return text
            most_spare = max(parts, key=lambda part: part.spare)
            if not most_spare.spare:
                return self._put_together(parts, short=True)
            parts.remove(most_spare)

    def subject(self, of: str) -> str:
        """Return the subject: the letter's own, or one of ours."""
        own = _REPLY.sub("", self._facts.subject)
        if own and of == "answer":
            return f"Re: {own}"
        lines = self._lines("subject", of)
        return lines[first_of(self._choice.seed, "subject", len(lines))]

    def notes(self) -> str:
        """Return notes for a call: how to begin, what to ask, how to end."""
        said = [self._variant("call", "opening", [])]
        questions = self._lines("call", "asking")
        at = first_of(self._choice.seed, "asking", len(questions))
        said += [questions[(at + 2 * step) % len(questions)] for step in range(_ASKED)]
        said += [self._variant("call", "keeping", said), self._variant("call", "ending", said)]
        return "\n".join(f"- {one}" for one in said)

    def _put_together(self, parts: list[Part], *, short: bool = False) -> str:
        """Return a letter of these parts, each in a variant of its own, or in its shortest."""
        said: list[str] = []
        paragraphs: dict[int, list[str]] = {}
        for part in parts:
            if short:
                line = min(self._lines(part.name, self._choice.tone), key=len)
            else:
                line = self._variant(part.name, self._choice.tone, said)
            said.append(line)
            paragraphs.setdefault(part.paragraph, []).append(line)
        closing = self._variant("closing", self._choice.tone, said)
        ending = f"{closing}\n{self._facts.signature}" if self._facts.signature else closing
        greeting = self.greeting()
        body = [" ".join(lines) for lines in _gathered(paragraphs)]
        if self._choice.tone == "brief":
            body = [" ".join(body)]
        # What is theirs may end with a point of its own: "at Vela Inc.."
        return _TWICE.sub(r"\1", "\n\n".join([greeting, *body, ending]))

    def greeting(self) -> str:
        """Return how it begins: a recruiter is not greeted as the company they speak for."""
        if self._facts.agency and not self._facts.sender:
            facts = replace(self._facts, company="", agency=False)
            return _Letter(facts, self._choice).greeting()
        return self._variant("greeting", self._choice.tone, [])

    def _variant(self, part: str, block: str, said: list[str]) -> str:
        lines = self._lines(part, block)
        return pick(self._choice.seed, part, lines, said, self._names)

    def _lines(self, part: str, block: str) -> list[str]:
        """Return the variants of a part; a tone without its own has the plain ones."""
        texts = self._texts(part)
        made = plain(texts(block if block in texts else "plain"))
        return [line.strip() for line in made.split("\n") if line.strip()]

    def _texts(self, part: str) -> Texts:
        return Texts.of(f"letters/{self._facts.language}/{part}", self._values)


def _gathered(paragraphs: Mapping[int, list[str]]) -> list[list[str]]:
    """Return the paragraphs in order; one of a single sentence is read with the next."""
    made: list[list[str]] = []
    for at in sorted(paragraphs):
        if len(made) > 1 and len(made[-1]) == 1:
            made[-1] = made[-1] + paragraphs[at]
        else:
            made.append(paragraphs[at])
    return made
