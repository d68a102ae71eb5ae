"""Who signed: a person, never a team, a company or the member."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import re2

from cogs.draft.reading.characters import fold, value
from cogs.draft.reading.headers import first_address, shown_name
from cogs.draft.reading.names import compact, is_occupation, is_organisation, is_team, person
from cogs.draft.reading.page import Page
from cogs.draft.reading.patterns import compiled

# "[18:06, 22/6/2025] Jane Doe: text", "22.06.25, 18:06 - Jane Doe: text", with or without.
_CHAT = compiled(
    r"^\[?\d{1,4}[./:-]\d{1,2}[\d./:, -]{0,20}(?: ?[AaPp]\.?[Mm]\.?)?\]?(?: ?[-–] ?|"
    r" )([^:\n]{2,40}): (.*)$"
)
_MESSAGE_FROM = compiled(
    r"^(\p{Lu}[\pL'’. -]{2,50}?) (?:sent the following messages?|"
    r"hat (?:die folgende|folgende) Nachricht|"
    r"(?:envió|ha enviado) (?:el siguiente mensaje|los siguientes mensajes|un mensaje))\b"
)
_INTRODUCED = compiled(
    r"(?i)\b(?:it'?s|this is|its|i'?m|i am|hier ist|ich bin|soy|le saluda|"
    r"te saluda) (\pL+(?: \p{Lu}\pL+)?)(?: again)?,? (?:from|at|with|von|vom|bei|aus|de|del)\b"
)
_NAMED = compiled(
    r"\b(?:[Ii]t'?s|[Tt]his is|[Hh]ier ist|[Ss]oy) (\p{Lu}\p{Ll}+)(?: here| again)?[.,!]"
)
_TIME = compiled(r"(?:^|\s|·)\d{1,2}[:.]\d{2}(?: ?[AaPp]\.?[Mm]\.?)?\s*$")
_PIECE = compiled(r"\s*[|·•(,]\s*|\s{2,}|\s+[-–—@]\s+|\s(?:vom|von|from|at|bei|aus|del)\s")
_SMALL_NAME = compiled(r"^\p{Ll}[\pL'’-]+(?: \p{Ll}[\pL'’-]+){0,3}$")
_SHOWN_PERSON = compiled(r"^(.*?)(?:\s(?:\(|at|from|von|bei|via|@|de)\s?.*|\s[-|·,].*|\(.*|,.*)?$")
_FIRST_LINES: Final = 4


def without_chat(text: str) -> tuple[str, str | None]:
    """Return a pasted chat as plain text, and who wrote it: the first, if there are two."""
    lines = text.split("\n")
    found = [_CHAT.search(line) for line in lines]
    hits = [match for match in found if match]
    if hits and sum(1 for line in lines if line.strip()) <= 3 * len(hits):
        writer = hits[0].group(1).strip()
        kept: list[str] = []
        for line, match in zip(lines, found, strict=True):
            if match is None:
                kept.append(line)
            elif match.group(1).strip() == writer:
                # A message is a sentence, whether its writer put a full stop or not.
                said = match.group(2).strip()
                kept.append(said if said.endswith((".", "!", "?")) else f"{said}.")
        return "\n\n".join(kept), writer
    for at, line in enumerate(lines[:6]):
        if sent := _MESSAGE_FROM.search(line):
            return "\n".join(lines[:at] + lines[at + 1 :]), sent.group(1)
    return text, _of_message(lines)


def _of_message(lines: list[str]) -> str | None:
    """Return who sent a message whose head says who, as what, at what time."""
    head = [line for line in lines[:4] if line.strip()]
    if not any(_TIME.search(line) and len(line) < 80 for line in head):
        return None
    return person(str(_PIECE.sub("\n", head[0])).split("\n")[0])


def sender(page: Page, company: str | None, writer: str | None) -> str | None:
    """Return who signed, ``None`` where no person did; ``writer`` is who wrote a chat."""
    shown = _shown(page)
    signers = [name for name in _signers(page) if not _is_other(name, page, company)]
    if writer and (name := person(writer) or _called(writer)):
        return value(name)
    if signers:
        above = [name for line in page.head[:4] if (name := person(line)) and " " in name]
        return value(_in_full(signers[0], [shown or "", *signers[1:], *above]))
    if page.signature and page.closed and (is_team(page.signature[0]) or not shown):
        return None
    if shown and not _is_other(shown, page, company):
        return value(shown)
    introduced = _INTRODUCED.search(page.flowing[:200]) or _NAMED.search(page.flowing[:80])
    name = introduced.group(1) if introduced else ""
    # In a chat without capitals a name has none either.
    if name and (person(name) or (name.islower() and page.flowing == page.flowing.lower())):
        return value(name)
    return None


def _called(writer: str) -> str | None:
    """Return the name in what a phone book calls somebody: "Kiran Cafe Mgr"."""
    first = writer.split()[0] if writer.split() else ""
    return None if is_team(first) or is_organisation(first) else person(first)


def _signers(page: Page) -> Iterator[str]:
    """Yield the persons that the first lines of the signature name."""
    for at, line in enumerate(page.signature[:_FIRST_LINES]):
        name = person(line)
        if name is None and at == 0:
            first = str(_PIECE.sub("\n", line)).split("\n")[0]
            low = page.flowing == page.flowing.lower() or "@" in line
            small = low and _SMALL_NAME.search(first)
            name = first if small and not is_team(first) else person(first)
        if name is None:
            group = (is_team(line) or is_organisation(line)) and not is_occupation(line)
            # "Acme Ltd", and under it, on whose behalf: a name with an occupation.
            if at == 0 and group and not any(map(is_occupation, page.signature[2:4])):
                return
            continue
        yield name


def _shown(page: Page) -> str | None:
    """Return the person that the sender line shows."""
    shown = page.headers.name
    if not shown or is_team(shown):
        return None
    found = _SHOWN_PERSON.search(shown)
    name = person(found.group(1)) if found else None
    # One capitalised word is as well a company's name.
    return name if name and " " in name else None


def _in_full(name: str, others: list[str]) -> str:
    """Return a first name with its family name, where another place gives it."""
    if " " in name:
        family = name.split()[-1]
        longer = (
            other
            for other in others
            if other.endswith(f" {family}") and len(other) > len(name) and other[0] == name[0]
        )
        return next(longer, name) if "." in name.split()[0] else name
    for other in others:
        words = fold(other).split()
        if len(words) > 1 and (fold(name) in words[0] or words[0][:3] == fold(name)[:3]):
            return other
    return next((other for other in others[1:] if " " in other), name)


def _is_other(name: str, page: Page, company: str | None) -> bool:
    """Say whether a name is the member's or the employer's."""
    if company and compact(name) in {compact(company), compact(f"the {company}")}:
        return True
    to = page.headers.to
    if to and compact(shown_name(to)) == compact(name) and first_address(to):
        return True
    # A bare name that the text speaks of as a place is the employer.
    return bool(re2.search(rf"\b(?:at|bei|en|with|joining) {re2.escape(name)}\b", page.flowing))
