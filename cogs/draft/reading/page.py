"""A letter laid out: what stands above the greeting, the text, the signature, the small print."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from cogs.draft.reading.characters import fold, without_accents
from cogs.draft.reading.greetings import greeted, greeting_and_rest
from cogs.draft.reading.headers import Headers
from cogs.draft.reading.patterns import compiled
from cogs.draft.reading.sentences import reflowed, sentences

_CLOSING = compiled(
    without_accents(
        r"^(?:(?:with |my |our )?(?:very |many )?(?:(?:kind|best|warm|kindest|warmest|warmly|good|"
        r"sincere|all good)(?:est)? )(?:regards|wishes)?|regards|best|sincerely|yours(?: \w+)?|"
        r"cheers|thanks(?: again)?|many thanks|thank you|take care|all the best|warmly|cordially|"
        r"speak soon|respectfully|faithfully|with (?:\w+,? ){0,6}(?:regards|wishes|thanks|regret|"
        r"gratitude|appreciation)|on behalf of .*|"
        r"(?:mit )?(?:\w+ ){0,3}(?:gruss|grusse|grussen)(?: (?:aus|vom|von|und) .*)?|"
        r"alles (?:gute|liebe)|hochachtungsvoll|herzlichst?|mfg|lg|vg|bis bald|"
        r"ihre?|deine?|eure?|euer|"
        r"atentamente|cordialmente|saludos(?: \w+)?|(?:un|reciba[ns]?|recibe)(?: un| mi| nuestro)?"
        r"(?: \w+){0,3} (?:saludo|abrazo)s?|un saludo.*|un abrazo.*|con carino|muchas gracias|"
        r"gracias|quedo a .*|sin otro particular.*|"
        r"cordialement|bien a vous|cordiali saluti|distinti saluti|met vriendelijke groet(?:en)?|"
        r"groet(?:en)?|com os melhores cumprimentos|atenciosamente|med venlig hilsen.*|"
        r"med vanlig halsning.*|vennlig hilsen|z powazaniem|s pozdravem)[\s,.!:]*$"
    )
)
_SMALL_PRINT = compiled(
    without_accents(
        r"^\W*(?:please (?:note|do not|consider)|this (?:e-?mail|message|notice|is an auto)|"
        r"confidential|disclaimer|you (?:are )?receiv|if you (?:no longer|have received|are not)|"
        r"powered by|sent (?:via|with|from|by|using|through)|unsubscribe|privacy|replies|"
        r"do not reply|this mailbox|part of the|"
        r"diese (?:e-?mail|nachricht)|bitte (?:antworten|beachten|nicht)|hinweis|gesendet (?:mit|"
        r"von|uber)|datenschutz|versendet|der inhalt dieser|"
        r"este (?:correo|mensaje|e-?mail)|por favor|mensaje (?:auto|env)|enviado (?:con|desde|por|"
        r"mediante)|aviso|no responda|proteccion de datos|la informacion)"
    )
)
# A field of a form goes on under its value: "Agency:   County Department of".
_CONTINUED = compiled(r"(?m)(^[\pL .]{2,24}:[ ]{2,}\S.*)\n {6,}")
_SHORT: Final = 70
_SIGNATURE_LINES: Final = 9


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
    lines = _CONTINUED.sub(r"\1 ", text.strip("\n")).split("\n")
    first = next((at for at, line in enumerate(lines) if greeted(line)), None)
    greeting, rest, head = "", lines, lines[:0]
    if first is not None:
        greeting, more = greeting_and_rest(lines[first])
        head, rest = lines[:first], ([more] if more else []) + lines[first + 1 :]
    end, closed = _closing(rest)
    tail = rest[end:]
    cut = next((at for at, line in enumerate(tail) if _ends_signature(line)), len(tail))
    signature = [line.strip() for line in tail[:cut] if line.strip(" -_*|")]
    return Page(
        headers=headers,
        head=tuple(line.rstrip() for line in head if line.strip()),
        greeting=greeting,
        body="\n".join(rest[:end]),
        signature=tuple(signature[:_SIGNATURE_LINES]),
        small_print=tuple(line.strip() for line in tail[cut:] if line.strip()),
        closed=closed,
    )


def _closing(lines: list[str]) -> tuple[int, bool]:
    """Return the line the signature begins at, and whether a closing phrase stands above it."""
    found = [
        at for at, line in enumerate(lines) if len(line) < _SHORT and _CLOSING.search(fold(line))
    ]
    # "Thanks," may open the letter; a closing has at most a signature and small print below it.
    for at in found:
        below = [line for line in lines[at + 1 :] if line.strip()]
        text = [line for line in below[:4] if len(line) > 120 and not _ends_signature(line)]
        if not text:
            return at + 1, True
    return _short_lines_at_end(lines), False


def _short_lines_at_end(lines: list[str]) -> int:
    """Return where the short lines without a full stop at the end of a text begin."""
    end = len(lines)
    while end and (not lines[end - 1].strip() or _ends_signature(lines[end - 1])):
        end -= 1
    start = end
    while start > 1 and end - start < _SIGNATURE_LINES and _is_short(lines[start - 1]):
        start -= 1
    return start if start < end and any(line.strip() for line in lines[:start]) else len(lines)


def _is_short(line: str) -> bool:
    return len(line) < _SHORT and not line.rstrip().endswith((".", "!", "?", ":", ";"))


def _ends_signature(line: str) -> bool:
    return bool(_SMALL_PRINT.search(fold(line[:80]))) or len(line) > 160
