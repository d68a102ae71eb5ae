"""What the member applied for, as the letter writes it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cogs.draft.reading.characters import fold, value
from cogs.draft.reading.evidence import DECISIVE, FIRM, HINT, SURE, Evidence
from cogs.draft.reading.names import is_occupation, is_organisation, is_team
from cogs.draft.reading.no_company import is_department
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
    IN_PLACE,
    INFINITIVE,
    INNER,
    NO_ROLE,
    OF,
    PERCENT,
    PLACE_AFTER,
    PREFIX_OTHER,
    REFERENCE,
    SHIFT,
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
from cogs.draft.reading.titles import has_head, is_title_alone, titles

_FIELD_LINES: Final = 12
"""Lines of a letter among which a form letter has its fields: "Position: Cook"."""
_MOST_WORDS: Final = 9
"""A title of more words is a sentence."""


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
    """Yield what a letter may call the role, with weight and place."""
    text = page.flowing
    for found in ACADEMIC.finditer(text):
        if " " in found.group(1).strip():
            yield found.group(1), DECISIVE, "academic"
    for line in (*page.head, *page.body.split("\n")[:_FIELD_LINES]):
        if field := FIELD.search(line):
            yield SUBJECT_END.sub("", field.group(1)), SURE, "field"
    above = [line for line in page.body.split("\n")[:3] if line.strip()]
    for line in (page.headers.subject, *page.head[-3:], *above[:1]):
        yield from _of_subject(line, is_subject=line == page.headers.subject)
    for found in BETWEEN.finditer(text):
        inner = str(INNER.sub("", found.group(1)))
        yield inner, FIRM if _is_titled(inner) else SURE, "between"
    for found in GENDERED.finditer(text):
        yield found.group(1), FIRM, "gendered"
    whole = "\n".join((*page.head[-3:], text))
    yield from ((title, weight, "named") for title, weight in titles(whole))
    for pattern in STRONG:
        yield from ((found.group(1), SURE, "text") for found in pattern.finditer(text))
    yield from _spanish(text)
    for pattern in WEAK:
        for found in pattern.finditer(text):
            if is_occupation(found.group(1)) and not BARE_TEAM.search(found.group(1)):
                yield found.group(1), HINT, "weak"
    if not page.greeting or text == text.lower():
        for found in AS.finditer(text):
            yield found.group(1), SURE, "note"


def _of_subject(line: str, *, is_subject: bool) -> Iterator[tuple[str, int, str]]:
    """Yield what a subject line, or a line above the text that looks like one, names."""
    if not line or len(line) > 110 or line.rstrip().endswith((".", "!", "?")):
        return
    if "|" in line and not is_subject:
        return
    line = str(PREFIX_OTHER.sub("", line.strip()))
    bare = str(BRACKETS.sub("", line))
    if SHIFT.search(bare) and has_head(bare):
        yield bare, FIRM, "subject"
        return
    match = SUBJECT_PREFIX.search(line)
    rest = match.group(2) if match else ""
    announced = bool(match and match.group(1) is not None)
    top = str(SPLIT.sub("\n", rest)).split("\n")
    pieces = top if not is_subject or len(top) > 1 else [rest]
    for at, piece in enumerate(pieces):
        title = str(SUBJECT_END.sub("", piece.strip()))
        named = announced and not at
        if is_team(title) or AT.search(title):
            continue
        if title[:1].islower() and not is_subject:
            continue
        bare = str(BRACKETS.sub("", title))
        if is_title_alone(bare) and len(bare.split()) < 9:
            yield title, FIRM if at else SURE, "subject"
        elif named or is_occupation(bare):
            sure = is_subject or named
            weight = SURE if sure and not any(map(is_title_alone, pieces)) else HINT
            yield title, weight, "subject"


def _spanish(text: str) -> Iterator[tuple[str, int, str]]:
    """Yield titles behind "puesto de" and the like, in whatever case, up to where they end."""
    for found in SPANISH.finditer(text):
        # What follows may hold the next of them: "solicitud de empleo para el puesto de ...".
        after = SPANISH_WORDS.search(text[found.end() : found.end() + 120])
        words = after.group().strip() if after else ""
        ends = [of.start() for of in OF.finditer(words) if is_organisation(of.group(1))]
        words = words[: min(ends, default=len(words))]
        end = SPANISH_END.search(fold(f" {words}"))
        title = words[: max(0, end.start() - 1)].strip() if end else words
        before = found.group().split()[0].lower()
        if INFINITIVE.search(title):
            continue
        if not title or (
            before in {"como", "para"}
            and not (title[:1].isupper() or len(title.split()) > 2 or has_head(title))
        ):
            continue
        named = title[:1].isupper() and before not in {"como", "para"}
        weight = SURE if named or has_head(title) else HINT
        # "El proceso de selección" is no role: what names one begins with a person's word.
        yield title, weight, "spanish"


def _is_titled(title: str) -> bool:
    """Say whether one of the words has a capital."""
    return any(word[:1].isupper() for word in title.split())


def _is_function(title: str, rest: str) -> bool:
    """Say whether what follows "Manager, " says of what, and not where."""
    words = rest.split()
    manages = title.split()[-1:] != ["Lead"] and len(words) <= 3
    return manages and (
        any(is_department(word) for word in words)
        or "-" in rest
        or (" " not in title.strip() and len(words) > 1)
    )


def _without_place(title: str) -> str:
    """Return a title without the office or house it is in: "im Bürgeramt der Stadt X"."""
    for found in IN_PLACE.finditer(title):
        where = " ".join(found.group(1).split()[:2])
        if is_organisation(where) or where.split()[0].endswith(("amt", "abteilung")):
            return title[: found.start()]
    return title


def _without_brackets(title: str) -> str:
    """Return a title without what stands in brackets, unless that is a technology."""
    for found in list(BRACKETS.finditer(title)):
        if not TECHNICAL.search(found.group(1).strip()):
            title = title.replace(found.group(), "")
    before, opened, inside = title.partition("(")
    if not opened or ")" in title:
        return title
    return f"{title})" if TECHNICAL.search(inside) else before


def _tidy(title: str) -> str | None:
    """Return a title without numbers, genders, places, or ``None`` if it is none."""
    text = " ".join(title.split()).strip(" .,;:!?\"'“”„-–")
    text = str(REFERENCE.sub(" ", str(GENDER.sub("", str(PERCENT.sub("", text))))))
    text = text.strip(" -–,.:;()")
    shift = SHIFT.search(str(BRACKETS.sub("", text)))
    text = str(CUT.sub("", _without_brackets(text))).strip(" -–,.:;\"'“”„")
    first, comma, rest = text.partition(",")
    if comma and not (FUNCTION.search(first) and _is_function(first, rest)):
        text = first
    while (shorter := str(FILLER.sub("", text))) != text:
        text = shorter
    text += f" - {shift.group(1)}" if shift else ""
    # A "PhD position" is called that; a "Researcher position" is a Researcher's.
    if not ACADEMIC.search(text) or "esearcher" in text:
        text = str(PLACE_AFTER.sub("", text))
    text = _without_place(" ".join(text.split()))
    words = fold(text).split()
    if (
        not words
        or len(words) > _MOST_WORDS
        or len(text) < 3
        or all(word in GENERIC for word in words)
    ):
        return None
    if NO_ROLE.search(text) or BARE_TEAM.search(text):
        return None
    if not _is_titled(text) and len(words) > 4:
        return None
    return value(text)
