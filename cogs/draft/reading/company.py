"""Who says no: the employer's name, from where letters put it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import re2

from cogs.draft.reading.characters import fold, value
from cogs.draft.reading.company_places import (
    CALLING,
    ELSEWHERE,
    FIELD,
    FORMED,
    HEADED,
    INTRODUCING,
    JOINED,
    LINK_HOST,
    NAME,
    ORGANISED,
    RUN,
    SPOKEN,
    STRONG,
    SUBJECT,
    SUBJECT_PARTS,
    WANTED,
    WEAK,
    YOUR,
)
from cogs.draft.reading.company_senders import Found, of_sender, weight_of
from cogs.draft.reading.evidence import FIRM, HINT, SURE, Evidence
from cogs.draft.reading.headers import all_addresses
from cogs.draft.reading.names import (
    compact,
    is_contact,
    is_occupation,
    is_organisation,
    is_team,
    is_title,
    without_form,
)
from cogs.draft.reading.no_company import (
    ARTICLES,
    ASIDE,
    INFLECTED,
    NEVER,
    TRAILING,
    is_department,
)
from cogs.draft.reading.page import Page
from cogs.draft.reading.patterns import compiled
from cogs.draft.reading.systems import is_system, own_label
from cogs.draft.reading.titles import has_head

_UMLAUTS: Final = {ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue"}
_LONGEST_LABEL: Final = 11
"""A domain of more letters is two words run together, and nobody can say where they part."""
_FIELD_LINES: Final = 12
"""Lines of a letter among which a form letter has its fields: "Company: Acme"."""
_LAST_LINES: Final = 12
"""Lines at its end in which the addresses and links of whoever writes stand."""
_LOOKED_UP: Final = 8
"""Names, the best first, that are looked for in the other parts of a letter."""
_WORK_LABEL = compiled(r"(?:[-_]?(?:karriere|careers?|jobs?|empleo|talent|recruiting|group|hq))$")


def company(page: Page, agency: bool, role: str | None) -> tuple[str | None, str | None]:
    """Return the employer's name and ``None``, or ``None`` and a guess."""
    found = Evidence()
    for name, weight, place in _in_text(page, role):
        found.add(_named(name, page), weight, place)
    for name in _not_the_employer(page, role):
        found.drop(name)
    if agency:
        for pattern in INTRODUCING:
            for own in pattern.finditer(page.flowing):
                found.drop(without_form(own.group(1)))
        for name, _, _ in of_sender(page):
            found.drop(without_form(name))
        for domain in page.headers.domains:
            found.drop(own_label(domain))
        return found.verdict()
    for name, weight, place in of_sender(page):
        found.add(_named(name, page), weight, place)
    for name in _of_domain(page, found):
        found.add(_named(name, page), FIRM, "domain")
    for name in _repeated(page, found):
        found.add(name, HINT, "again")
    sure, guess = found.verdict()
    label = None if sure or (guess and found.is_strong(guess)) else _label(page)
    if label:
        return label, None
    return sure, guess


def _repeated(page: Page, found: Evidence) -> Iterator[str]:
    """Yield names that stand in two parts of a letter; of a town, addresses do not count."""
    parts = (
        page.headers.subject,
        page.headers.name,
        page.flowing,
        "\n".join(line for line in page.signature if not is_contact(line)),
        "\n".join(line for line in page.small_print if not is_contact(line)),
    )
    for name in found.names()[:_LOOKED_UP]:
        if sum(name in part for part in parts) > 1:
            yield name


def _label(page: Page) -> str | None:
    """Return the employer's name as the sender's own domain has it, where it is one word."""
    label = own_label(page.headers.domain) if page.headers.domain else ""
    label = str(_WORK_LABEL.sub("", label))
    if not 5 <= len(label) <= _LONGEST_LABEL and "-" not in label:
        return None
    if not label.replace("-", "").isalpha() or not page.greeting:
        return None
    return " ".join(word.capitalize() for word in label.split("-"))


def _not_the_employer(page: Page, role: str | None) -> Iterator[str]:
    """Yield what was found and is none: the role, where the member was before."""
    if role:
        yield role
    for pattern in ELSEWHERE:
        for found in pattern.finditer(page.flowing):
            if WANTED.search(fold(found.group())):
                continue
            yield str(TRAILING.sub("", found.group(1)))
            yield from JOINED.split(found.group(1))


def _in_text(page: Page, role: str | None) -> Found:
    """Yield names that the running text and the subject say, with weight and place."""
    text, subject = page.flowing, page.headers.subject
    if role:
        behind = compiled(rf"{re2.escape(role)}(?: \pL+)? (?:at|bei|en|with) (?:the )?{NAME}")
        yield from (
            (found.group(1), SURE, "role") for found in behind.finditer(f"{subject}\n{text}")
        )
    for pattern in STRONG:
        yield from ((" ".join(found.groups()), SURE, "text") for found in pattern.finditer(text))
    for pattern in WEAK:
        for found in pattern.finditer(text):
            yield found.group(1), weight_of(found.group(1)), "weak"
    yield from ((found.group(1), SURE, "form") for found in FORMED.finditer(text))
    for found in ORGANISED.finditer(text):
        if weight_of(found.group(1)) >= SURE and not is_title(found.group(1)):
            yield found.group(1), SURE, "organised"
    if text == text.lower() or not page.greeting:
        yield from ((found.group(1), SURE, "text") for found in SPOKEN.finditer(text))
    for line in page.small_print:
        yield from ((found.group(1), SURE, "print") for found in STRONG[0].finditer(line))
    yield from _in_subject(subject, role)
    lines = (*page.head, *page.body.split("\n")[:_FIELD_LINES])
    for line in lines:
        if field := FIELD.search(line):
            yield field.group(1), FIRM, "field"
    if lines and (calling := CALLING.search(lines[0])):
        name = calling.group(1) or calling.group(2)
        yield name.title() if name.isupper() and len(name) > 4 else name, SURE, "calling"


def _in_subject(subject: str, role: str | None) -> Found:
    """Yield what a subject says; what stands in front of the role is who offers it."""
    pieces = [each for each in str(SUBJECT_PARTS.sub("\n", subject)).split("\n") if each.strip()]
    yield from ((found.group(1), SURE, "subject") for found in YOUR.finditer(subject))
    for piece in (subject, *pieces):
        yield from ((found.group(1), SURE, "subject") for found in SUBJECT.finditer(piece))
    key = compact(role or "")
    at = next((at for at, piece in enumerate(pieces) if key and key in compact(piece)), 0)
    for piece in pieces[:at]:
        if HEADED.search(piece.strip()) and not has_head(piece):
            yield piece, SURE, "piece"
    if len(pieces) > 1:
        for piece in (pieces[0], pieces[-1]):
            yield piece if HEADED.search(piece.strip()) else "", HINT, "piece"


def _of_domain(page: Page, found: Evidence) -> Iterator[str]:
    """Yield names in the letter that are the sender's own domain, or a link's, written out."""
    own = {each.rpartition("@")[2] for each in all_addresses(page.headers.to)}
    lines = [*page.signature, *page.small_print, *page.body.split("\n")[-_LAST_LINES:]]
    hosts = [host.group(1) for line in lines for host in LINK_HOST.finditer(line)]
    addresses = [each.rpartition("@")[2] for line in lines for each in all_addresses(line)]
    domains = dict.fromkeys((*page.headers.domains, *addresses, *hosts))
    labels = {own_label(domain) for domain in domains if domain not in own} - {""}
    if not labels:
        return
    spans = {compact(name): name for name in (*_spans(page), *found.names())}
    spans |= {compact(name.translate(_UMLAUTS)): name for name in spans.values()}
    for label in labels:
        key = compact(str(_WORK_LABEL.sub("", label)))
        if len(key) >= 3 and key in spans:
            yield spans[key]
        elif len(key) >= 6:
            # "mossgategardens" is "Mossgate Garden Centres": the longest beginning they share.
            yield from (
                name
                for name in found.names()
                if len(compact(name)) >= 6
                and key.startswith(compact(name.split()[0])[:8])
                and len(name.split()[0]) >= 5
            )


def _spans(page: Page) -> Iterator[str]:
    """Yield every run of up to four capitalised words, and what a subject is made of."""
    yield from (part for part in SUBJECT_PARTS.sub("\n", page.headers.subject).split("\n"))
    for line in (page.headers.subject, page.flowing, *page.signature):
        for found in RUN.finditer(line):
            words = found.group(1).split()
            for size in range(1, min(4, len(words)) + 1):
                for start in range(min(len(words) - size + 1, 5)):
                    yield " ".join(words[start : start + size])


def _named(name: str, page: Page) -> str | None:
    """Return a name found, tidied, or ``None`` if it cannot be an employer's."""
    name = str(TRAILING.sub("", " ".join(name.split()))).strip(" .,;:!|·-–\"'“”()")
    name = without_form(str(INFLECTED.sub(r"\1 \2", name)))
    words = fold(name).split()
    first = words[1] if len(words) > 1 and words[0] in ARTICLES else "".join(words[:1])
    if (
        not first
        or first.replace("’", "'").partition("'")[0].strip(".,") in NEVER
        or is_system(name)
        or len(words) > 9
    ):
        return None
    if not is_organisation(name) and (is_occupation(name) or is_team(name)):
        return None
    if is_department(name) or ASIDE.search(name) or _is_bare(words):
        return None
    # Whom the letter greets is the member.
    if (
        fold(name) in fold(page.greeting)
        or "@" in name
        or (name.count(".") > 1 and name.islower())
        or sum(map(str.isalpha, name)) < 2
    ):
        return None
    return value(name)


def _is_bare(words: list[str]) -> bool:
    """Say whether a name is only what kind of organisation it is: "the Council"."""
    kinds = [word for word in words if word not in ARTICLES]
    return len(kinds) == 1 and "-" not in kinds[0] and is_organisation(kinds[0])
