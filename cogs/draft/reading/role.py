"""What the member applied for, as the letter writes it."""

from __future__ import annotations

from collections.abc import Iterator

from cogs.draft.reading.characters import fold, value
from cogs.draft.reading.evidence import Evidence
from cogs.draft.reading.names import is_occupation, is_organisation, is_team
from cogs.draft.reading.page import Page
from cogs.draft.reading.role_places import (
    ACADEMIC,
    AS,
    AT,
    BARE_TEAM,
    BETWEEN,
    BRACKETS,
    CUT,
    FIELD,
    FILLER,
    FUNCTION,
    GENDER,
    GENDERED,
    GENERIC,
    INNER,
    NO_ROLE,
    OF,
    PLACE_AFTER,
    REFERENCE,
    SPANISH,
    SPANISH_END,
    SPANISH_WORDS,
    SPLIT,
    STRONG,
    SUBJECT_END,
    SUBJECT_PREFIX,
    TECHNICAL,
    WEAK,
)


def role(page: Page) -> tuple[str | None, str | None]:
    """Return the role and ``None``, or ``None`` and a guess."""
    found = Evidence()
    for title, weight, place in _offered(page):
        if tidy := _tidy(title):
            found.add(tidy, weight, place)
    sure, guess = found.verdict()
    if not sure and guess and len(found.names()) == 1 and " " in guess:
        return guess, None
    return sure, guess


def _offered(page: Page) -> Iterator[tuple[str, int, str]]:
    text = page.flowing
    for found in ACADEMIC.finditer(text):
        if " " in found.group(1).strip():
            yield found.group(1), 6, "academic"
    for line in (*page.head, *page.body.split("\n")[:12]):
        if field := FIELD.search(line):
            yield SUBJECT_END.sub("", field.group(1)), 2, "field"
    for line in (page.headers.subject, *page.head[-3:], *page.body.split("\n")[:2]):
        yield from _of_subject(line, is_subject=line == page.headers.subject)
    for found in BETWEEN.finditer(text):
        inner = str(INNER.sub("", found.group(1)))
        yield inner, 3 if _is_titled(inner) else 2, "between"
    for found in GENDERED.finditer(text):
        yield found.group(1), 3, "gendered"
    for pattern in STRONG:
        yield from ((found.group(1), 2, "text") for found in pattern.finditer(text))
    yield from _spanish(text)
    for pattern in WEAK:
        for found in pattern.finditer(text):
            if is_occupation(found.group(1)) and not BARE_TEAM.search(found.group(1)):
                yield found.group(1), 1, "weak"
    if not page.greeting or text == text.lower():
        for found in AS.finditer(text):
            yield found.group(1), 2, "note"


def _of_subject(line: str, *, is_subject: bool) -> Iterator[tuple[str, int, str]]:
    """Yield what a subject line, or a line above the text that looks like one, names."""
    if not line or len(line) > 110 or line.rstrip().endswith((".", "!", "?")):
        return
    match = SUBJECT_PREFIX.search(line.strip())
    rest = match.group(2) if match else ""
    announced = bool(match and match.group(1) is not None)
    pieces = [rest, *str(SPLIT.sub("\n", line)).split("\n")[1:]]
    for at, piece in enumerate(pieces):
        title = str(SUBJECT_END.sub("", piece.strip()))
        named = announced and not at
        if is_team(title) or AT.search(title):
            continue
        if named or is_occupation(str(BRACKETS.sub("", title))):
            yield title, 2 if is_subject or named else 1, "subject"


def _spanish(text: str) -> Iterator[tuple[str, int, str]]:
    for found in SPANISH.finditer(text):
        # What follows may hold the next of them: "solicitud de empleo para el puesto de ...".
        after = SPANISH_WORDS.search(text[found.end() : found.end() + 120])
        words = after.group().strip() if after else ""
        ends = [of.start() for of in OF.finditer(words) if is_organisation(of.group(1))]
        words = words[: min(ends, default=len(words))]
        end = SPANISH_END.search(fold(f" {words}"))
        title = words[: max(0, end.start() - 1)].strip() if end else words
        before = found.group().split()[0].lower()
        if not title or (
            before in {"como", "para"} and not (title[:1].isupper() or len(title.split()) > 2)
        ):
            continue
        weight = 1 if before in {"como", "para"} else 2
        # "El proceso de selección" is no role: what names one begins with a person's word.
        yield title, weight, "spanish"


def _is_titled(title: str) -> bool:
    return any(word[:1].isupper() for word in title.split())


def _tidy(title: str) -> str | None:
    """Return a title without numbers, genders, places, or ``None`` if it is none."""
    text = " ".join(title.split()).strip(" .,;:!?\"'“”„-–")
    text = str(REFERENCE.sub(" ", str(GENDER.sub("", text)))).strip(" -–,.:;()")
    for found in list(BRACKETS.finditer(text)):
        if not TECHNICAL.search(found.group(1).strip()):
            text = text.replace(found.group(), "")
    if "(" in text and ")" not in text:
        text = text + ")" if TECHNICAL.search(text.partition("(")[2]) else text.partition("(")[0]
    text = str(CUT.sub("", text)).strip(" -–,.:;\"'“”„")
    first, comma, rest = text.partition(",")
    if comma and not (FUNCTION.search(first) and len(rest.split()) <= 3):
        text = first
    text = str(FILLER.sub("", text))
    text = (
        text
        if ACADEMIC.search(text) and "esearcher" not in text
        else str(PLACE_AFTER.sub("", text))
    )
    text = " ".join(text.split())
    words = fold(text).split()
    if not words or len(words) > 9 or len(text) < 3 or all(word in GENERIC for word in words):
        return None
    if NO_ROLE.search(text) or BARE_TEAM.search(text):
        return None
    if not _is_titled(text) and len(words) > 4:
        return None
    return value(text)
