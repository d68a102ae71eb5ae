"""Header lines as mail programs write them: who, to whom, about what, when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cogs.draft.reading.characters import fold
from cogs.draft.reading.patterns import compiled

# By the name in a raw mail, the names mail programs show, folded.
_NAMES: Final = {
    "from": "from von de da van fran fra od lahettaja kimden expeditor exp feladó felado",
    "to": "to an para a pour aan till til do komu destinatario kime",
    "cc": "cc kopie copia bcc",
    "subject": "subject betreff asunto objet oggetto onderwerp amne emne temat predmet assunto",
    "date": "date sent datum gesendet fecha enviado envoye data inviato verzonden skickat sendt "
    "wyslano odeslano",
    "reply-to": "reply-to antwort",
    "message-id": "message-id",
    "references": "references",
    "auto-submitted": "auto-submitted",
    "precedence": "precedence",
    "other": "in-reply-to organization organisation received return-path delivered-to "
    "mime-version content-type importance prioritat sender list-unsubscribe",
}
_MEANING: Final = {name: key for key, names in _NAMES.items() for name in names.split()}
_LINE = compiled(r"^[\s*]*([\pL-]{1,20})(?: an| a| el)?\*?\s?:\*?\s*(.*)$")
_RUN_ON = compiled(r"\s(From|To|Subject|Date|Sent|Von|An|Betreff|Gesendet|De|Para|Asunto): ")
_LAST_ADDRESS = compiled(r"(\n(?:From|Von|De|To|An|Para): [^\n<>]*<[^\n<>]*>) ")
_ADDRESS = compiled(r"[\pL\pN._%+'-]+@[\pL\pN-]+(?:\.[\pL\pN-]+)+")
_BEFORE_ADDRESS = compiled(r"^[\s\"'<(\[]*(.*?)[\s\"'<(\[]*(?:mailto:)?$")

HEADER_LINES: Final = 60
"""Lines a block of headers has at most; in a raw mail, each of its hops adds some."""
_LONGEST_LINE: Final = 600
"""Characters of a line in which headers are looked for that run together."""


@dataclass(frozen=True, slots=True)
class Headers:
    """What the header lines above a letter say; ``""`` for those not pasted."""

    name: str = ""
    address: str = ""
    to: str = ""
    subject: str = ""
    date: str = ""
    reply_to: str = ""
    message_id: str = ""
    references: str = ""
    automatic: bool = False

    @property
    def domain(self) -> str:
        """Return the domain it was sent from."""
        return self.address.rpartition("@")[2]

    @property
    def domains(self) -> tuple[str, ...]:
        """Return the domains of sender and Reply-To."""
        return tuple(
            {each.rpartition("@")[2]: None for each in (self.address, self.reply_to) if each}
        )


def first_address(text: str) -> str:
    """Return the first e-mail address in a text, in lower case."""
    found = _ADDRESS.search(text)
    return found.group().lower().rstrip(".") if found else ""


def all_addresses(text: str) -> list[str]:
    """Return the e-mail addresses in a text, in lower case and its order."""
    return [found.group().lower() for found in _ADDRESS.finditer(text)]


def shown_name(line: str) -> str:
    """Return the name before the address; ``Doe, Jane`` turned round."""
    found = _ADDRESS.search(line)
    named = _BEFORE_ADDRESS.search(line[: found.start()] if found else line)
    name = named.group(1).strip(" \"'") if named else ""
    last, comma, first = name.partition(", ")
    if comma and first and "," not in first and len(first.split()) <= 3:
        return f"{first} {last}"
    return name


def header_lines(lines: Sequence[str], start: int) -> tuple[dict[str, str], int]:
    """Return the header lines from ``start`` on, and the line after them.

    They are one block, blank lines between them allowed; nothing is returned unless they are
    evidently headers: two of them, or the very first line of the paste, and a sender or subject.
    """
    found: dict[str, str] = {}
    at, end = start, start
    while at < len(lines) and at - start < HEADER_LINES:
        meaning, text = _header(lines[at])
        if meaning and meaning not in found:
            found[meaning] = text
            end = at = at + 1
        elif meaning in {"cc", "other"} or (found and _continues(lines[at])):
            end = at = at + 1
        elif found and not lines[at].strip() and at == end:
            at += 1
        else:
            break
    letters = {"from", "subject"} & found.keys()
    # "An: Karin" or "De: todo corazón" in a letter is a sentence, too: those need company.
    enough = len(found) >= 2 or (start == 0 and bool(letters))
    return (found, end) if letters and enough else ({}, start)


def _header(line: str) -> tuple[str, str]:
    """Return which header a line is, and what it says; twice ``""`` where it is none."""
    match = _LINE.search(line)
    meaning = _MEANING.get(fold(match.group(1)), "") if match else ""
    return (meaning, match.group(2).strip()[:1_000]) if match and meaning else ("", "")


def _continues(line: str) -> bool:
    return line[:1] in {" ", "\t"} and bool(line.strip())


def apart(line: str) -> str:
    """Return a line of several headers run together as one line for each."""
    if not _header(line)[0] or not _RUN_ON.search(line[:_LONGEST_LINE]):
        return line
    top = _RUN_ON.sub(r"\n\1: ", line[:_LONGEST_LINE]) + line[_LONGEST_LINE:]
    # What follows an address in angle brackets at the end of the last header is the letter.
    return str(_LAST_ADDRESS.sub(r"\1\n\n", top))


def as_headers(found: dict[str, str]) -> Headers:
    """Return header lines, read."""
    sender = found.get("from", "")
    automatic = found.get("auto-submitted", "no").lower() not in {"", "no"} or (
        found.get("precedence", "").lower() in {"bulk", "auto_reply", "list"}
    )
    return Headers(
        name=shown_name(sender),
        address=first_address(sender),
        to=found.get("to", ""),
        subject=found.get("subject", ""),
        date=found.get("date", ""),
        reply_to=first_address(found.get("reply-to", "")),
        message_id=found.get("message-id", ""),
        references=found.get("references", ""),
        automatic=automatic,
    )
