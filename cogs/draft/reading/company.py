"""Who says no: the employer's name, from where letters put it."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from cogs.draft.reading.characters import fold, value
from cogs.draft.reading.company_places import (
    AT_LINE,
    ELSEWHERE,
    FIELD,
    JOINED,
    LONGEST_LINE,
    NAME,
    PIECE,
    RUN,
    SHOWN,
    SPOKEN,
    STRONG,
    SUBJECT,
    SUBJECT_PARTS,
    TEAM_FIRST,
    TEAM_LINE,
    TEAM_OF,
    WEAK,
    YOUR,
)
from cogs.draft.reading.evidence import Evidence
from cogs.draft.reading.headers import all_addresses
from cogs.draft.reading.names import (
    compact,
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
from cogs.draft.reading.no_company import ARTICLES, NEVER, TRAILING, UNIT
from cogs.draft.reading.page import Page
from cogs.draft.reading.patterns import compiled
from cogs.draft.reading.systems import is_system, own_label


def company(page: Page, agency: bool, role: str | None) -> tuple[str | None, str | None]:
    """Return the employer's name and ``None``, or ``None`` and a guess."""
    found = Evidence()
    for name, weight, place in _in_text(page, role):
        found.add(_named(name, page), weight, place)
    for name in _not_the_employer(page, role):
        found.drop(name)
    if agency:
        for name, _, _ in _of_sender(page):
            found.drop(without_form(name))
        for domain in page.headers.domains:
            found.drop(own_label(domain))
        return found.verdict()
    for name, weight, place in _of_sender(page):
        found.add(_named(name, page), weight, place)
    for name in _of_domain(page, found):
        found.add(_named(name, page), 3, "domain")
    return found.verdict()


def _not_the_employer(page: Page, role: str | None) -> Iterator[str]:
    """Yield what was found and is none: the role, where the member was before."""
    if role:
        yield role
    for pattern in ELSEWHERE:
        for found in pattern.finditer(page.flowing):
            yield str(TRAILING.sub("", found.group(1)))
            yield from JOINED.split(found.group(1))


def _in_text(page: Page, role: str | None) -> Iterator[tuple[str, int, str]]:
    """Yield names that the running text and the subject say, with weight and place."""
    text, subject = page.flowing, page.headers.subject
    if role:
        behind = compiled(rf"{re2.escape(role)}(?: \pL+)? (?:at|bei|en|with) (?:the )?{NAME}")
        yield from ((found.group(1), 2, "role") for found in behind.finditer(f"{subject}\n{text}"))
    for pattern in STRONG:
        yield from ((found.group(1), 2, "text") for found in pattern.finditer(text))
    for pattern in WEAK:
        for found in pattern.finditer(text):
            yield found.group(1), _weight(found.group(1)), "weak"
    if text == text.lower() or not page.greeting:
        yield from ((found.group(1), 2, "text") for found in SPOKEN.finditer(text))
    for line in page.small_print:
        yield from ((found.group(1), 2, "print") for found in STRONG[0].finditer(line))
    for pattern in (SUBJECT, YOUR):
        yield from ((found.group(1), 2, "subject") for found in pattern.finditer(subject))
    pieces = str(SUBJECT_PARTS.sub("\n", subject)).split("\n")
    if len(pieces) > 1:
        yield from ((piece, 1, "piece") for piece in (pieces[0], pieces[-1]))
    for line in (*page.head, *page.body.split("\n")[:12]):
        if field := FIELD.search(line):
            yield field.group(1), 3, "field"


def _of_sender(page: Page) -> Iterator[tuple[str, int, str]]:
    """Yield names that letterhead, signature and sender line say, with weight and place."""
    yield from _of_display(page.headers.name)
    for line in page.head[:4]:
        if has_form(line) and len(line) < 70:
            yield line.split(",")[0], 3, "head"
        elif (
            is_organisation(line) and len(line) < 60 and not is_contact(line) and not is_team(line)
        ):
            yield line, 1, "head"
        elif (place := TEAM_OF.search(line)) and len(line) < 70 and line[:1].isupper():
            yield place.group(1), 2, "head"
    yield from _of_signature(page.signature)


def _of_signature(lines: tuple[str, ...]) -> Iterator[tuple[str, int, str]]:
    """Yield names that the lines under a letter say: who, as what, where."""
    signer, titled = "", False
    for at, line in enumerate(lines):
        name = person(line)
        below = lines[at + 1] if at + 1 < len(lines) else ""
        # "Jo", "Jo Smith", and a second signer with an occupation of their own.
        people = name and not (titled and not is_occupation(below))
        if people and not any(
            is_organisation(each) and not is_title(each) for each in _pieces(line)
        ):
            signer = signer or line
            rest = ", ".join(_pieces(line)[1:])
            if is_occupation(rest) or is_team(rest):
                for found, weight in _of_line(rest, signed=True, titled=False):
                    yield found, weight, "signature"
            continue
        for found, weight in _of_line(line, signed=bool(signer), titled=titled):
            yield found, weight, "signature"
        titled = titled or is_occupation(line)


def _pieces(line: str) -> list[str]:
    """Return a signature line cut where addresses and slogans are hung on to a name."""
    pieces: list[str] = []
    for piece in str(PIECE.sub("\n", line)).split("\n"):
        if pieces and has_form(piece) and not without_form(f"x {piece}").strip("x"):
            pieces[-1] += f" {piece}"  # "Acme Robotics, Inc."
        else:
            pieces.append(piece.strip())
    return pieces


def _of_line(line: str, *, signed: bool, titled: bool) -> Iterator[tuple[str, int]]:
    """Yield what one line of a signature says, with its weight."""
    parts = _pieces(line)
    if ":" in line or is_register(line) or len(line) > LONGEST_LINE:
        return
    registered = next((part for part in parts if has_form(part)), None)
    if registered:
        place = AT_LINE.search(registered)
        yield place.group(1) if place and is_occupation(registered) else registered, 3
        return
    if UNIT.search(fold(parts[0])) and len(parts) == 1:
        yield line, 1
        return
    if team := TEAM_LINE.search(line) or TEAM_OF.search(line):
        yield team.group(1), 2
        return
    named = [
        part
        for part in parts
        if is_organisation(part) and not is_team(part) and not is_title(part)
    ]
    if named and not is_contact(named[-1]):
        name = named[-1] if is_occupation(parts[0]) else named[0]
        yield name, _weight(name)
    elif is_contact(line):
        return
    elif is_occupation(parts[0]) or is_team(parts[0]):
        place = AT_LINE.search(line)
        where = parts[-1] if len(parts) > 1 else place.group(1) if place else ""
        if not is_occupation(where) and not is_team(where):
            yield where, 2
    else:
        # A bare line under a signer is where they work; without one it may be the signer.
        yield parts[0], 2 if signed or titled else 1


def _of_display(shown: str) -> Iterator[tuple[str, int, str]]:
    """Yield what a sender's display name says."""
    if not shown or "@" in shown:
        return
    if team := TEAM_LINE.search(shown) or TEAM_OF.search(shown):
        yield team.group(1), 2, "display"
    elif found := TEAM_FIRST.search(shown):
        yield found.group(1), 2, "display"
    elif has_form(shown) or (is_organisation(shown) and not SHOWN.search(shown)):
        yield shown, 2, "display"
    elif found := SHOWN.search(shown):
        yield found.group(1), 2, "display"
    elif not person(shown):
        yield shown, 1, "display"


def _of_domain(page: Page, found: Evidence) -> Iterator[str]:
    """Yield names in the letter that are the sender's own domain, written out."""
    own = set(all_addresses(page.headers.to))
    addresses = [each for line in page.signature for each in all_addresses(line)]
    domains = [each.rpartition("@")[2] for each in addresses if each not in own]
    labels = {own_label(domain) for domain in (*page.headers.domains, *domains)} - {""}
    for label in labels:
        key = compact(label)
        for name in (*found.names(), *_spans(page)):
            if len(key) >= 3 and compact(name) == key:
                yield name


def _spans(page: Page) -> Iterator[str]:
    """Yield every run of up to four capitalised words, and what a subject is made of."""
    yield from (part for part in SUBJECT_PARTS.sub("\n", page.headers.subject).split("\n"))
    for line in (page.headers.subject, page.flowing, *page.signature):
        for found in RUN.finditer(line):
            words = found.group(1).split()
            for size in range(1, min(4, len(words)) + 1):
                for start in range(min(len(words) - size + 1, 5)):
                    yield " ".join(words[start : start + size])


def _weight(name: str) -> int:
    """Return what a name weighs by itself: more if it is called as organisations are."""
    return 2 if is_organisation(name) and not UNIT.search(fold(name)) else 1


def _named(name: str, page: Page) -> str | None:
    """Return a name found, tidied, or ``None`` if it cannot be an employer's."""
    name = str(TRAILING.sub("", " ".join(name.split()))).strip(" .,;:!|·-–\"'“”()")
    name = without_form(name)
    words = fold(name).split()
    first = words[1] if len(words) > 1 and words[0] in ARTICLES else "".join(words[:1])
    if not first or first.strip("'.,") in NEVER or is_system(name) or len(words) > 9:
        return None
    if is_occupation(name) and not is_organisation(name):
        return None
    if is_team(name) and not is_organisation(name):
        return None
    # Whom the letter greets is the member.
    if fold(name) in fold(page.greeting) or "@" in name or sum(map(str.isalpha, name)) < 2:
        return None
    return value(name)
