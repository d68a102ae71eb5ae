"""Whose name stands over, under and beside a letter: head, signature, small print, sender line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cogs.draft.reading.characters import fold
from cogs.draft.reading.company_places import (
    AT_LINE,
    BEHIND,
    COPYRIGHT,
    FORMED,
    HEADED,
    HIRES,
    HOST,
    LONGEST_LINE,
    PIECE,
    SHOWN,
    TEAM_FIRST,
    TEAM_LINE,
    TEAM_NAMED,
    TEAM_OF,
    USES,
)
from cogs.draft.reading.evidence import FIRM, HINT, MENTIONED, SURE
from cogs.draft.reading.names import (
    has_form,
    is_contact,
    is_occupation,
    is_organisation,
    is_register,
    is_team,
    is_title,
    person,
    without_form,
)
from cogs.draft.reading.no_company import ASIDE, DEGREE, UNIT, is_department
from cogs.draft.reading.page import Page
from cogs.draft.reading.systems import own_label

Found = Iterator[tuple[str, int, str]]
"""Names, each with what it weighs and the kind of place it stands in."""

_HEAD_LINES: Final = 4
"""Lines above a greeting among which a letterhead has the name."""
_LONGEST_NAME: Final = 70
"""Characters of such a line; a longer one is a sentence."""


def of_sender(page: Page) -> Found:
    """Yield names that letterhead, signature and sender line say, with weight and place."""
    yield from _of_display(page.headers.name)
    yield from _of_head(page.head)
    yield from _of_signature(page.signature)
    for line in page.small_print:
        yield from _of_print(line)


def _of_head(lines: Sequence[str]) -> Found:
    """Yield names that stand above the greeting, as in a letterhead."""
    letterhead = any(is_contact(line) for line in lines[1:6])
    for at, line in enumerate(lines[:_HEAD_LINES]):
        line = line.strip()
        if len(line) >= _LONGEST_NAME or (is_contact(line) and not has_form(line)):
            continue
        headed = HEADED.search(line)
        parts = str(PIECE.sub("\n", line)).split("\n")
        if has_form(line):
            formed = next((part for part in parts if has_form(part)), line)
            yield formed.split(",")[0], FIRM, "head"
        elif headed and not at and not is_title(headed.group(1)) and not is_team(line):
            name = headed.group(1)
            yield name, SURE if letterhead or is_organisation(name) else MENTIONED, "head"
        elif is_organisation(line) and not is_team(line) and not is_title(line):
            yield line, HINT, "head"
        elif (place := TEAM_OF.search(line)) and line[:1].isupper():
            yield place.group(1), SURE, "head"


def _of_print(line: str) -> Found:
    """Yield whom a line of the small print is about."""
    for pattern in (COPYRIGHT, USES):
        if found := pattern.search(line):
            yield found.group(1), SURE, "print"
            return
    found = FORMED.search(line[:200])
    if found and not is_register(line[: found.start()]) and ":" not in line[: found.start()]:
        yield found.group(1), SURE, "print"


def _of_signature(lines: tuple[str, ...]) -> Found:
    """Yield names that the lines under a letter say: who, as what, where."""
    signer, titled = "", False
    for at, line in enumerate(lines):
        if _is_person(line, lines[at + 1] if at + 1 < len(lines) else "", signer, titled):
            signer = signer or line
            rest = ", ".join(
                part
                for part in pieces(line)[1:]
                if not ASIDE.search(part) and not DEGREE.search(part)
            )
            if behind := BEHIND.search(line):
                yield behind.group(1), SURE, "signature"
                continue
            # "Jo Smith | Talent @ Acme", "Jo (Acme)": what stands behind a name.
            for found, weight in _of_line(rest, signed=True, titled=False) if rest else ():
                said = is_occupation(rest) or is_team(rest) or has_form(rest)
                yield found, weight if said or "," not in line else HINT, "signature"
            continue
        for found, weight in _of_line(line, signed=bool(signer), titled=titled):
            yield found, weight, "signature"
        titled = titled or is_occupation(line)


def _is_person(line: str, below: str, signer: str, titled: bool) -> bool:
    """Say whether a signature line names who signs: the first that does, or a second signer."""
    name = person(line)
    if not name or any(is_organisation(each) and not is_title(each) for each in pieces(line)):
        return False
    if not signer:
        return True
    # "Jo" and then "Jo Smith"; a second signer has an occupation of their own under the name.
    same = set(fold(name).split()) & set(fold(person(signer) or signer).split())
    return bool(same) or (is_occupation(below) and not has_form(below))


def pieces(line: str) -> list[str]:
    """Return a signature line cut where addresses and slogans are hung on to a name."""
    found: list[str] = []
    for piece in str(PIECE.sub("\n", line)).split("\n"):
        if found and has_form(piece) and not without_form(f"x {piece}").strip("x"):
            found[-1] += f" {piece}"  # "Acme Robotics, Inc."
        elif piece.strip():
            found.append(piece.strip())
    return found or [""]


def _of_line(line: str, *, signed: bool, titled: bool) -> Iterator[tuple[str, int]]:
    """Yield what one line of a signature says, with its weight."""
    parts = [part for part in pieces(line) if not ASIDE.search(part)]
    formed = FORMED.search(line)
    if is_register(line) and formed and not formed.start():
        yield formed.group(1), SURE
    if not parts or ":" in line or is_register(line) or len(line) > LONGEST_LINE:
        return
    behind = BEHIND.search(line)
    if behind and (line == line.lower() or "@" in line or person(line[: behind.start(1) - 3])):
        yield behind.group(1), SURE
        return
    if host := HOST.search(line):
        yield own_label(host.group(1)), SURE
        return
    registered = next((part for part in parts if has_form(part)), None)
    if registered:
        place = AT_LINE.search(registered)
        yield place.group(1) if place and is_occupation(registered) else registered, FIRM
    elif UNIT.search(fold(parts[0])) and len(parts) == 1 and not HIRES.search(fold(line)):
        yield line, HINT
    elif team := TEAM_NAMED.search(parts[0]):
        yield team.group(1), SURE
    elif (team := TEAM_LINE.search(line) or TEAM_OF.search(line)) and len(parts) <= 2:
        yield pieces(team.group(1))[0], SURE
    else:
        yield from _of_parts(line, parts, signed=signed or titled)


def _of_parts(line: str, parts: list[str], *, signed: bool) -> Iterator[tuple[str, int]]:
    """Yield the name in a line of several parts: an organisation, or where somebody works."""
    named = [
        part
        for part in parts
        if is_organisation(part)
        and not is_team(part)
        and not is_title(part)
        and not is_department(part)
    ]
    named = [part for part in named if not UNIT.search(fold(part))] or named
    if named and not is_contact(named[-1]):
        name = named[-1] if is_occupation(parts[0]) else named[0]
        yield name, weight_of(name)
    elif is_contact(parts[0]):
        return
    elif is_occupation(parts[0]) or is_team(parts[0]):
        place = AT_LINE.search(line)
        where = parts[-1] if len(parts) > 1 else place.group(1) if place else ""
        if not is_occupation(where) and not is_team(where) and not is_contact(where):
            yield where, SURE
    elif HEADED.search(parts[0]) or not signed:
        # A bare line under a signer is where they work; without one it may be the signer.
        yield parts[0], SURE if signed else HINT
    else:
        yield parts[0], SURE if "." in parts[0] else HINT


def _of_display(shown: str) -> Found:
    """Yield what a sender's display name says."""
    if not shown or "@" in shown:
        return
    if team := TEAM_LINE.search(shown) or TEAM_OF.search(shown) or TEAM_NAMED.search(shown):
        yield team.group(1), SURE, "display"
    elif found := TEAM_FIRST.search(shown):
        yield found.group(1), SURE, "display"
    elif has_form(shown) or (is_organisation(shown) and not SHOWN.search(shown)):
        yield shown, SURE, "display"
    elif found := SHOWN.search(shown):
        yield found.group(1), SURE, "display"
    elif not person(shown):
        yield shown, HINT, "display"


def weight_of(name: str) -> int:
    """Return what a name weighs by itself: more if it is called as organisations are."""
    return SURE if is_organisation(name) and not UNIT.search(fold(name)) else HINT
