"""Where a letter ends and its signature begins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cogs.draft.reading.characters import fold, without_accents
from cogs.draft.reading.names import has_form, is_contact, is_register, is_team, person
from cogs.draft.reading.patterns import compiled

_CLOSING = compiled(
    without_accents(
        r"^(?:(?:with |my |our )?(?:very |"
        r"many )?(?:(?:kind|best|warm|kindest|warmest|warmly|good|sincere|"
        r"all good)(?:est)? )(?:regards|wishes)?|regards|best|sincerely|yours(?: \w+)?|cheers|"
        r"thanks(?: again)?|many thanks|thank you|take care|all the best|warmly|cordially|"
        r"(?:(?:with )?(?:thanks|thank you|best|warm|kind|warmest|many thanks)(?: and| &|"
        r" \+)? )(?:(?:best|kind|warm) )?(?:regards|wishes)(?: from \w+)?|speak soon|"
        r"respectfully|faithfully|with (?:[\w']+,? ){0,6}(?:regards|wishes|thanks|regret|"
        r"gratitude|appreciation|wish|admiration)|on behalf of .*|in solidarity|"
        r"(?:mit )?(?:\w+ ){0,3}(?:gruss|grusse|grussen|grusschen)\b.*|alles (?:gute|liebe)|"
        r"hochachtungsvoll|herzlichst?|mfg|lg|vg|bis bald|ihre?|deine?|eure?|euer|atentamente|"
        r"cordialmente|saludos(?: \w+)?|(?:un|reciba[ns]?|recibe)(?: un| mi|"
        r" nuestro)?(?: \w+){0,3} (?:saludo|abrazo)s?|un saludo.*|"
        r"(?:un |mucho )?(?:fuerte )?abrazo.*|con (?:carino|aprecio|afecto)|muchas gracias|"
        r"besos|gracias|quedo a .*|sin otro particular.*|cordialement|bien a vous|"
        r"cordiali saluti|distinti saluti|met vriendelijke groet(?:en)?|(?:\w+ )?groet(?:en)?|"
        r"com os melhores cumprimentos|(?:cordiais )?cumprimentos|atenciosamente|"
        r"med venlig hilsen.*|med vanlig halsning.*|(?:vennlig )?hilsen|z powazaniem|pozdrawiam|"
        r"s pozdravem)[\s,.!:]*$"
    )
)
_SMALL_PRINT = compiled(
    without_accents(
        r"^\W*(?:please (?:note|do not|consider)|this (?:e-?mail|message|notice|is an auto)|"
        r"confidential|disclaimer|you (?:are )?receiv|"
        r"if you (?:no longer|have received|are not)|powered by|"
        r"sent (?:via|with|from|by|using|through)|unsubscribe|privacy|replies|do not reply|"
        r"this mailbox|part of the|reply directly|career site|all rights|copyright|\(c\)|©|"
        r"registered (?:in|office|charity|number|as)|managing directors?:|see .{2,40}profile|"
        r"by replying|we are an equal|view our|diese (?:e-?mail|nachricht)|"
        r"bitte (?:antworten|beachten|nicht)|hinweis|gesendet (?:mit|von|uber)|datenschutz|"
        r"versendet|der inhalt dieser|vorstand\b.*:|geschaftsfuhr\w*\W*:|sitz\b.*:|aufsichtsrat|"
        r"vertretungsberechtigt|informationen zu[rm]?|este (?:correo|mensaje|e-?mail)|por favor|"
        r"mensaje (?:auto|env)|enviado (?:con|desde|por|mediante)|aviso|no responda|"
        r"proteccion de datos|la informacion|inscrita en|de conformidad|en cumplimiento|"
        r"le informamos|los datos|responsable del tratamiento)|"
        r"\b(?:is (?:a charity|a limited|an employment|an equal|a registered|part of|regulated)|"
        r"uses (?:workable|greenhouse|lever|ashby|teamtailor)|authori[sz]ed and regulated|"
        r"intended recipient|registro mercantil|handelsregister|landesgericht)\b"
    )
)
_SHORT: Final = 70
"""Characters below which a line may be a closing, or of a signature."""
_LONG: Final = 120
"""Characters above which a line is text."""
_LONGEST: Final = 160
"""Characters above which a line under a letter is small print."""
_TAIL: Final = 14
"""Lines at the end among which one closes in words of its own."""
_LAST: Final = 400
"""Characters at the end of a line in which a name may stand behind the last sentence."""
SIGNATURE_LINES: Final = 9
"""Lines of a signature that are read."""
_CLOSING_WORDS: Final = 7
"""Words of a closing nobody knows."""
# The name behind the last sentence: "... Mind yourself! Niamh", "- wren @ Saltbox", "x pilar".
_TRAILING = compiled(
    r"^(.*[.!?…)](?: \pL[\pL']*(?: \p{Ll}[\pL']*){0,4},)?) (?:(?:x+|"
    r"[-–—~]+) ?)?(\p{Lu}[\pL'’-]+(?: \p{Lu}[\pL'’.-]+){0,2}(?:(?:,| @| \(| [-–—|]| from|"
    r" at) ?.{2,60})?)$|^(.*\S) (?:x+|"
    r"[-–—~]+) ?(\pL[\pL'’-]+(?:(?: @| \(| from| at) ?.{2,50})?)$"
)
_LAST_WORD = compiled(r"^(.*[.!?)]) (?:x+ |[-–—~]+ ?)?(\pL{2,12})$")
_NO_NAMES_WORDS: Final = (
    "thanks thx ta cheers luck soon bye ciao saludos suerte danke gruss lg vg mfg gracias "
    "sorry xx xxx xo lol regards best love crack besos abrazo tschuss servus pues eh ok okay "
    "take care"
)
_NO_NAMES: Final[frozenset[str]] = frozenset(_NO_NAMES_WORDS.split())
_COLUMNS = compiled(r"\S {3,}\S")
_COLUMN = compiled(r" {3,}")
_RULE = compiled(r"^[\s*_=~#-]+$")


def closing(lines: list[str]) -> tuple[int, bool]:
    """Return the line the signature begins at, and whether a closing phrase stands above it."""
    found = [
        at for at, line in enumerate(lines) if len(line) < _SHORT and _CLOSING.search(fold(line))
    ]
    # "Thanks," may open the letter; a closing has at most a signature and small print below it.
    for at in found:
        below = [line for line in lines[at + 1 :] if line.strip()]
        text = [line for line in below[:4] if len(line) > _LONG and not ends_signature(line)]
        if not text and (below or at > len(lines) // 2):
            return at + 1, True
    for at, line in enumerate(lines):
        if line.strip() == "--" and at > len(lines) // 2 and at + 1 < len(lines):
            return at, True
    own = _unknown_closing(lines)
    return (own + 1, True) if own is not None else (_short_lines_at_end(lines), False)


def _unknown_closing(lines: list[str]) -> int | None:
    """Return the line that closes in words of its own: short, with a comma, a name under it."""
    full = [at for at, line in enumerate(lines) if line.strip() and not _RULE.search(line)]
    last = full[-_TAIL:]
    for above, at, below in zip(last, last[1:], last[2:], strict=False):
        line, under = lines[at].strip(), lines[below].strip()
        if not 0 < len(line.split()) <= _CLOSING_WORDS or line[-1] in ".!?:;" or len(line) > 50:
            continue
        ended = lines[above].rstrip()[-1] in ".!?:;)"
        small = under == under.lower() and len(under.split()) <= 5
        named = person(under) is not None or is_team(under) or under.startswith("Team ")
        if not ended or not (named or (small and line.endswith(","))):
            continue
        if line.endswith(",") or (person(line) is None and below == at + 1 and above < at - 1):
            return at
    return None


def _short_lines_at_end(lines: list[str]) -> int:
    """Return where the short lines without a full stop at the end of a text begin."""
    end = len(lines)
    while end and (not lines[end - 1].strip() or ends_signature(lines[end - 1])):
        end -= 1
    start = end
    while start > 1 and end - start < SIGNATURE_LINES and _is_short(lines[start - 1]):
        start -= 1
    return start if start < end and any(line.strip() for line in lines[:start]) else len(lines)


def _is_short(line: str) -> bool:
    """Say whether a line may be of a signature: no sentence, unless the law writes it there."""
    # "Pvt. Ltd." and "Aleksandra N." end with a full stop and are no sentence.
    ended = line.rstrip().endswith((".", "!", "?", ":", ";")) and len(line.split()) > 3
    ended = ended and not has_form(line)
    return len(line) < _SHORT and (not ended or is_contact(line) or is_register(line))


def ends_signature(line: str) -> bool:
    """Say whether a line is of the small print below a signature, or opens it."""
    return bool(_SMALL_PRINT.search(fold(line[:_LONG]))) or len(line) > _LONGEST


def trailing(body: str) -> tuple[str, str]:
    """Return a text without the name at its end, and that name, ``""`` if there is none."""
    top, _, line = body.rstrip().rpartition("\n")
    last = _LAST_WORD.search(line[-_LAST:])
    if last and body == body.lower() and last.group(2) not in _NO_NAMES:
        return f"{top}\n{line[:-_LAST]}{last.group(1)}", last.group(2)
    match = _TRAILING.search(line[-_LAST:])
    if not match:
        return body, ""
    kept, name = (match.group(1), match.group(2)) if match.group(2) else match.groups()[2:]
    return f"{top}\n{line[:-_LAST]}{kept}", str(name)


def columns(lines: Sequence[str]) -> list[str]:
    """Return the lines of a signature, those of two signers side by side one under the other."""
    kept: list[str] = []
    second: list[str] = []
    for line in lines:
        if _COLUMNS.search(line.strip()):
            left, *right = str(_COLUMN.sub("\n", line.strip())).split("\n")
            kept.append(left)
            second += right
        else:
            kept.append(line.strip())
    return kept + second if second else kept
