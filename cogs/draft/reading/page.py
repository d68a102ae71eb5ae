"""A letter laid out: what stands above the greeting, the text, the signature, the small print."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from cogs.draft.reading.characters import fold
from cogs.draft.reading.closings import (
    SIGNATURE_LINES,
    closing,
    columns,
    ends_signature,
    trailing,
)
from cogs.draft.reading.greetings import greeted, greeting_and_rest
from cogs.draft.reading.headers import Headers
from cogs.draft.reading.patterns import compiled
from cogs.draft.reading.sentences import reflowed, sentences

# A field of a form goes on under its value: "Agency:   County Department of".
_CONTINUED = compiled(r"(?m)(^[\pL .]{2,24}:[ ]{2,}\S.*)\n {6,}")
# Phones and mail programs write it between the text and the name, or under it.
_SENT_FROM = compiled(
    r"(?im)^\W*(?:sent from (?:my|outlook|yahoo|mail)|gesendet von (?:meinem|outlook|mail)|"
    r"von meinem \S+ gesendet|enviado desde (?:mi|outlook)|get outlook for).{0,40}$"
)


@dataclass(frozen=True)
class Page:
    """A letter in its parts; ``signature`` is the lines under the closing, small print apart."""

    headers: Headers
    head: tuple[str, ...]
    greeting: str
    body: str
    signature: tuple[str, ...]
    small_print: tuple[str, ...]
    closed: bool

    @cached_property
    def flowing(self) -> str:
        """The body with every paragraph on one line."""
        return reflowed(self.body)

    @cached_property
    def said(self) -> list[str]:
        """The sentences of the body, folded."""
        return [fold(each) for each in sentences(self.body)]

    @cached_property
    def everything(self) -> list[str]:
        """All sentences and lines, folded: for what may stand anywhere."""
        lines = (*self.head, *self.signature)
        return [
            *(fold(line) for line in lines),
            *self.said,
            *(fold(each) for each in sentences("\n".join(self.small_print))),
        ]


def laid_out(text: str, headers: Headers) -> Page:
    """Return a letter in its parts."""
    lines = _CONTINUED.sub(r"\1 ", _SENT_FROM.sub("", text).strip("\n")).split("\n")
    first = next((at for at, line in enumerate(lines) if greeted(line)), None)
    greeting, rest, head = "", lines, lines[:0]
    if first is not None:
        greeting, more = greeting_and_rest(lines[first])
        head, rest = lines[:first], ([more] if more else []) + lines[first + 1 :]
    end, closed = closing(rest)
    tail, body = rest[end:], "\n".join(rest[:end])
    cut = next((at for at, line in enumerate(tail) if ends_signature(line)), len(tail))
    signature = columns([line for line in tail[:cut] if line.strip(" -_*|")])
    if not signature:
        body, name = trailing(body)
        signature = [name] if name else []
    return Page(
        headers=headers,
        head=tuple(line.rstrip() for line in head if line.strip()),
        greeting=greeting,
        body=body,
        signature=tuple(signature[:SIGNATURE_LINES]),
        small_print=tuple(line.strip() for line in tail[cut:] if line.strip()),
        closed=closed,
    )
