"""Which part of a paste is the letter: not the note above it, not the mail it answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from cogs.draft.reading.characters import fold, without_accents
from cogs.draft.reading.greetings import greeted
from cogs.draft.reading.headers import (
    HEADER_LINES,
    Headers,
    apart,
    as_headers,
    header_lines,
    shown_name,
)
from cogs.draft.reading.patterns import compiled
from cogs.draft.reading.refusals import refuses

# RE2 and lines of our own, not a library: those that split replies backtrack over the whole
# paste, take the signature away with the quote, and know no forward in German or Spanish.
_FORWARDED = compiled(
    without_accents(
        r"^[-_ ]*(?:begin )?(?:forwarded message|original message|weitergeleitete nachricht|"
        r"anfang der weitergeleiteten nachricht|ursprungliche nachricht|originalnachricht|"
        r"mensaje reenviado|mensaje original|inicio del mensaje reenviado|message transfere|"
        r"messaggio inoltrato|doorgestuurd bericht|vidarebefordrat|videresendt|"
        r"mensagem encaminhada|przekazana wiadomosc)[-_: ]*$"
    )
)
_WROTE = compiled(
    r"^(?:on|am|el|le|il|op|den|dne|em|w dniu|le|pe|em)\b.{6,250}\b(?:wrote|schrieb.{0,80}|"
    r"escribio|a ecrit|ha scritto|schreef|skrev|napsal.{0,4}|napisal.{0,4}|escreveu)\s?:\s*$"
)
_QUOTE = compiled(r"^(?:> ?)+")
_GREETINGS: Final = 5
"""Greetings at which a paste is tried to be taken apart."""
_HEADING: Final = 400
"""Characters of a line that are looked at for "wrote:" and the like."""
_MOST: Final = 3
"""Letters of one paste that are read."""


@dataclass(slots=True)
class Segment:
    """A part of a paste that one person wrote, with the headers it came under."""

    kind: Literal["top", "forward", "headed", "quote"]
    depth: int = 0
    found: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return it as text."""
        return "\n".join(self.lines).strip("\n")

    @property
    def headers(self) -> Headers:
        """Return what its headers say."""
        return as_headers(self.found)

    def is_letter(self) -> bool:
        """Say whether it turns somebody down, as a letter and not as a note about one."""
        if not refuses(self.text):
            return False
        return self.kind != "top" or bool(self.found) or self.is_addressed()

    def is_addressed(self) -> bool:
        """Say whether somebody is greeted in it."""
        return any(greeted(line) for line in self.lines)


def segments(text: str) -> list[Segment]:
    """Return the parts of a paste, from its top down."""
    lines = [piece for line in text.split("\n") for piece in apart(line).split("\n")]
    parts = [Segment("top")]
    at = 0
    while at < len(lines):
        line, depth = _unquoted(lines[at])
        step = _new_part(lines, at, line, depth, parts)
        if not step:
            parts[-1].lines.append(line)
        at += step or 1
    return [part for part in parts if part.text.strip() or part.found]


def _new_part(lines: Sequence[str], at: int, line: str, depth: int, parts: list[Segment]) -> int:
    """Open a new part if one begins at a line; return how many lines that took."""
    last = parts[-1]
    folded = fold(line[:_HEADING]).strip()
    if _FORWARDED.search(folded):
        parts.append(Segment("forward", depth))
        return 1
    quoted = [_unquoted(each)[0] for each in lines[at : at + HEADER_LINES]] if ":" in line else []
    found, end = header_lines(quoted, 0) if quoted else ({}, 0)
    if found and (len(found) >= 2 or at == 0):
        if (last.kind == "forward" and not last.found and not last.text.strip()) or (
            last.kind == "top" and not last.text.strip()
        ):
            last.found = found
        else:
            parts.append(Segment("headed", depth, found))
        return end
    for count in (1, 2):
        said = " ".join(_unquoted(each)[0] for each in lines[at : at + count])
        if _WROTE.search(fold(said[:_HEADING]).strip()):
            parts.append(Segment("quote", depth, {"from": _writer(said)}))
            return count
    if line.strip() and depth != last.depth:
        if last.kind in {"quote", "forward", "headed"} and not last.text.strip():
            last.depth = depth  # the text under a heading may be quoted deeper than it
        else:
            parts.append(Segment("quote" if depth > last.depth else "top", depth))
    return 0


def _unquoted(line: str) -> tuple[str, int]:
    """Return a line without its quotation marks, and how many of them it had."""
    match = _QUOTE.search(line)
    mark = match.group() if match else ""
    return line[len(mark) :], mark.count(">")


def _writer(said: str) -> str:
    """Return the name in "On Monday, Jane Doe <jane@acme.example> wrote:"."""
    before = said.rpartition("<")[0] or said
    return shown_name(before.rpartition(", ")[2])


def letters(text: str) -> tuple[list[Segment], bool]:
    """Return the segments that are letters, the letter first, and whether a note is all there is.

    A second letter is one that turns the member down as well and comes from somebody else.
    """
    parts = segments(text)
    if not parts:
        return [Segment("top")], False
    if len(parts) > 1 and parts[1].kind == "forward" and not parts[0].found:
        parts = parts[1:]
    chosen = next((part for part in parts if part.is_letter()), None)
    if chosen is None:
        chosen = next((part for part in parts if part.is_addressed()), parts[0])
    pieces = _apart_at_greetings(chosen)
    after = parts[parts.index(chosen) + 1 :]
    others = [part for part in after if part.is_letter() and _differs(part, chosen)]
    note = not chosen.found and not chosen.is_addressed()
    return [*pieces, *others][:_MOST], note


def _apart_at_greetings(part: Segment) -> list[Segment]:
    """Return two letters pasted one under the other, each greeting and turning down, as two."""
    starts = [at for at, line in enumerate(part.lines) if at and greeted(line)]
    for start in starts[:_GREETINGS]:
        top = replace(part, lines=part.lines[:start])
        rest = replace(part, lines=part.lines[start:], found={})
        if top.is_addressed() and refuses(top.text) and refuses(rest.text):
            return [top, rest]
    return [part]


def _differs(part: Segment, chosen: Segment) -> bool:
    """Say whether a part comes from somebody else; what a reply quotes does not."""
    if part.kind == "quote" or part.headers.domain == chosen.headers.domain:
        return False
    return bool(part.headers.domain and chosen.headers.domain)
