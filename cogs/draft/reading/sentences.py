"""Lines joined to sentences again, and one endless line taken apart."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from cogs.draft.reading.patterns import compiled

_HYPHEN = compiled(r"(\p{Ll})-\n(\p{Ll})")
_END = compiled(r"[.!?…]+[\")»]*\s+|\n+")
_BLANKS = compiled(r"\n[ \n]*\n")
_WRAPPED: Final = 38
"""A line shorter than this, with a line under it, ends where its writer ended it."""
_ENDLESS: Final = 110
"""A line longer than this has lost its line breaks."""

# Where a letter that lost its line breaks had them: before the greeting, the closing, the footer.
_GREETING = compiled(
    r"([.!?>:)\pL] )((?:Dear|Hello|Hi|Sehr geehrter?|Hallo|Liebe[rs]?|Guten Tag|Hola|"
    r"Estimad[oa]|Buenos días)[ ,] ?(?:\p{Lu}[\pL'’.-]*,? ?){1,4}[,:!] ?)"
)
_CLOSING = compiled(
    r"([.!?] )((?:(?:Kind|Best|Warm|Kindest|Warmest) (?:regards|wishes)|Regards|Best|Sincerely|"
    r"Yours sincerely|Yours faithfully|Cheers|Thanks|Mit freundlichen Grüßen|"
    r"(?:Viele|Beste|Herzliche|Freundliche|Liebe) Grüße|Atentamente|Saludos(?: cordiales)?|"
    r"(?:Un|Reciba un) (?:cordial )?saludo),? )(\p{Lu})"
)
# "..., Jane Doe, Talent Partner at Acme" behind the last sentence.
_SIGNED = compiled(r"([.!?] )(\p{Lu}[\pL-]+ \p{Lu}[\pL-]+, \p{Lu}[^.!?]{3,70})$")
_FOOTER = compiled(
    r" ((?:Please note|Please do not|You (?:are )?receiv|This (?:e-?mail|message|is an auto)|"
    r"If you no longer|Powered by|Sent (?:via|with|from)|Bitte antworten|"
    r"Diese (?:E-?Mail|Nachricht)|Este (?:correo|mensaje)|Por favor, no))"
)


def unrolled(text: str) -> str:
    """Return text with the line breaks it would have had, where a line is endless."""
    if "\n" in text and max(map(len, text.split("\n"))) < _ENDLESS:
        return text
    return "\n".join(
        _unrolled(line) if len(line) >= _ENDLESS else line for line in text.split("\n")
    )


def _unrolled(line: str) -> str:
    """Return an endless line with a line for greeting, closing, signature and footer each."""
    line = _GREETING.sub(r"\1\n\2\n", line)
    found = _CLOSING.search(line)
    if not found:
        return str(_SIGNED.sub(r"\1\n\2", line))
    top, tail = line[: found.start(2)], line[found.start(2) :]
    tail = _CLOSING.sub(r"\1\n\2\n\3", ". " + tail)[2:]
    return top + "\n" + str(_FOOTER.sub(r"\n\n\1", tail))


def reflowed(text: str) -> str:
    """Return text with every paragraph on one line, words broken at line ends whole again."""
    text = _HYPHEN.sub(r"\1\2", _BLANKS.sub("\n\n", text.strip("\n ")))
    paragraphs = []
    for paragraph in str(text).split("\n\n"):
        lines = [line.strip() for line in paragraph.split("\n")]
        joined = lines[0]
        for before, line in pairwise(lines):
            joined += (" " if len(before) >= _WRAPPED else "\n") + line
        paragraphs.append(joined)
    return "\n".join(paragraphs)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; an abbreviation's full stop may cut one in two."""
    parts, start = [], 0
    whole = reflowed(text)
    for end in _END.finditer(whole):
        parts.append(whole[start : end.end()].strip())
        start = end.end()
    return [part for part in [*parts, whole[start:].strip()] if part]
