"""The parts of a message: greeting, body, closing, signature, and mail that is only quoted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cogs.draft.linting.folding import compiled, listed, plain

Span = tuple[int, int]
"""Where a place in a text begins and ends, in characters."""

_GREETING: Final = compiled(
    r"^\s*(?:dear(?:est)?|hi+|hiya|hello|hey+|hallo|good\s(?:morning|afternoon|evening|day)"
    r"|greetings|howdy|heya|hullo|alright|(?:morning|afternoon|evening)\s[a-z]{3,12}\s?[,!.]"
    r"|to\swhom|sehr\sgeehrte[rsn]?|geehrte[rsn]?|liebe[rs]?|guten\s(?:tag|morgen|abend)|moin"
    r"|servus"
    r"|grue?(?:ss|s)\sgott|grue?ezi|werte[rs]?|estimad[oa]s?|hola|querid[oa]s?"
    r"|buen[oa]s?\s(?:dias?|tardes"
    r"|noches)|buenas|apreciad[oa]s?|distinguid[oa]s?|respetad[oa]s?|a\squien)(?:[\s,!:]|$)"
)
_NAMES: Final = compiled(
    r"^\s*(?:(?:mr|ms|mrs|dr|prof|frau|herr)\.?\s)?[a-z.-]+(?:\s[a-z.-]+)?\s*[,:]\s*$"
)
_SALUTES: Final = listed(
    "dear,hi,hello,hey,hallo,good,morning,afternoon,evening,day,guten,tag,morgen,abend",
    "hola,buenas,buenos,tardes,dias,noches,moin,servus,greetings,dr,mr,ms,mrs,prof,sr,sra",
    "st,hiya",
)
_REGARDS: Final = (
    r"(?:(?:with\s)?(?:my\s|the\s|our\s|many\s)?(?:very\s)?(?:kind(?:est)?|best|warm(?:est)?"
    r"|friendly|sincere|respectful|good|high)"
    r"\s(?:regards?|wishes|greetings?|thanks|respect)|(?:with\s)?(?:regards|greetings|respect"
    r"|gratitude|appreciation|thanks)"
    r"|(?:all\s)?(?:the\s|my\s)?(?:very\s)?best|all\sgood\swishes|yours(?:\s(?:sincerely"
    r"|faithfully|truly|respectfully))?"
    r"|(?:(?:sincerely|truly|faithfully|respectfully)\s)?yours|sincerely|faithfully|truly"
    r"|warmly|warmest|fondly|gratefully|respectfully"
    r"|cordially|cheers|peace|love|lots\sof\slove|hugs|ciao|bye(?:\sbye|\sfrom)?|goodbye"
    r"|take\s(?:good\s)?care|talk\ssoon"
    r"|see\sy(?:ou|a)(?:\s[a-z]+){0,2}|(?:many\s)?thanks(?:\sagain|\sa\slot)?"
    r"|thank\syou(?:\sagain|\sso\smuch|\svery\smuch)?|thx"
    r"|god\sbless(?:\syou)?|have\sa\s(?:[a-z]+\s){1,3}[a-z]+|until\s(?:then|next\stime)|rgds"
    r"|brgds|best\sof\sluck|good\sluck"
)
_GRUESSE: Final = (
    r"|mit\s(?:[a-z]+\s){0,2}(?:freundlich|best|herzlich|lieb|viel|kollegial|sonnig"
    r"|schoe?n)[a-z]*\s(?:[a-z]+\s){0,2}grue?ss?[a-z]*"
    r"|(?:(?:ganz\s)?(?:viele|lieben?|besten?|herzlichen?|freundlichen?"
    r"|schoe?ne)r?\s){1,2}(?:grue?ss?[a-z]*|dank)|grue?ss?e?|lg|vg"
    r"|mfg|hg|glg|bis\s(?:bald|dann|demnae?chst)|hochachtungsvoll|danke|tschue?ssi?"
    r"|alles\s(?:gute|liebe)|herzlichst?|ihre?|eure?|dein"
)
_SALUDOS: Final = (
    r"|(?:(?:un|muchos|reciban?\sun|recibe\sun)\s)?(?:muy\s)?(?:(?:cordial|cordiales|afectuoso"
    r"|gran|fuerte)\s)?(?:saludos?|abrazos?|besos?)"
    r"(?:\s(?:muy\s)?(?:cordial|cordiales|afectuosos?|fuerte|grande|atento))?|atentamente|atte"
    r"|cordialmente|afectuosamente"
    r"|(?:muy|le[s]?\ssaluda|te\ssaluda|os\ssaluda)\s(?:muy\s)?(?:atentamente|cordialmente)"
    r"|con\s(?:(?:mucho|todo|mi)\s)?"
    r"(?:aprecio|carino|afecto|respeto|gratitud|estima|agradecimiento|un\s(?:cordial\s|fuerte\s"
    r"|afectuoso\s)?(?:saludo|abrazo))"
    r"|respetuosamente|sinceramente|suy[oa]|(?:muchas\s)?gracias(?:\sde\snuevo|\spor\stodo"
    r"|\sotra\svez)?|(?:mucha\s)?suerte"
    r"|hasta\s(?:pronto|luego|otra)|cuidese|cuidate|adios)"
)
_CLOSING: Final = _REGARDS + _GRUESSE + _SALUDOS
_NAME: Final = r"[a-z][a-z.-]*(?:\s[a-z][a-z.-]*){0,2}"
_CLOSING_LINE: Final = compiled(
    rf"^\s*(?:{_CLOSING}|x+o*|xo+|br|kr|bg|ta|with\s[a-z]+\s[a-z]+|thanks(?:\s[a-z]+){{1,4}}"
    rf"|thank\syou(?:\s[a-z]+){{1,5}}"
    rf"|gracias(?:\s[a-z]+){{1,4}}"
    rf"|danke(?:\s[a-z]+){{1,4}})\s*(?:[,.!:-]+\s*(?:{_NAME})?)?\s*[,.!:-]*\s*$"
)
_CLOSING_AT_END: Final = compiled(rf"(?:^|[\s.,!?]){_CLOSING}(?:[\s,.!-]+{_NAME})?[\s.!,:-]*$")
_NAME_LINE: Final = compiled(r"^[\s,-]*[a-z][a-z.-]*(?:\s[a-z][a-z.-]*){0,3}[\s.!]*$")
_EARLIER: Final = compiled(
    r"^\s*(?:-{2,}\s*(?:original|forwarded|urspr|weiterg|mensaje|reenv)|(?:on|am"
    r"|el)\s.*(?:wrote|schrieb|escribio)\b.*:\s*$"
    r"|(?:from|von|de)\s*:\s*\S.*@)"
)
_QUOTED: Final = compiled(r"^\s*(?:>|\|\s)")
_SIGNATURE_LINES: Final = 8
_CLOSING_WORDS: Final = 6
_SIGNATURE_WIDTH: Final = 70


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the parts are. ``closed`` says that a closing or a name ends it."""

    greeting: Span | None
    alone: bool
    body: tuple[Span, ...]
    own: tuple[Span, ...]
    closed: bool


def is_greeting(line: str) -> bool:
    """Say whether a line begins by greeting somebody."""
    return bool(_GREETING.search(plain(line[:200])))


def lay_out(text: str) -> Layout:
    """Take a message apart; in time linear in its length."""
    lines = _own_lines(text)
    if not lines:
        return Layout(None, False, (), (), False)
    greeting, alone = _greeting(text, lines[0])
    end, closed = _end_of_body(text, lines, 1 if alone else 0)
    body = [lines[at] for at in range(end) if not (alone and at == 0)]
    if greeting and not alone and body:
        body[0] = (greeting[1], body[0][1])
    return Layout(greeting, alone, _joined(body), _joined(lines), closed)


def _own_lines(text: str) -> list[Span]:
    """Return the lines the writer wrote, without empty ones and quoted mail."""
    lines: list[Span] = []
    start = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        if lines and _EARLIER.search(plain(line[:200])):
            break
        if line.strip() and not _QUOTED.search(line[:9]):
            lines.append((start, end))
        start = end
    return lines


def _greeting(text: str, line: Span) -> tuple[Span | None, bool]:
    """Return where the greeting is, and whether it has a line of its own."""
    first = text[line[0] : line[1]][:400]
    folded = plain(first)
    if first.lstrip()[:1].isupper() and _NAMES.search(folded) and not _CLOSING_LINE.search(folded):
        return line, True
    if not _GREETING.search(folded):
        return None, False
    stop = _greeting_stop(first)
    return (line[0], line[0] + stop), stop >= len(first.rstrip())


_NO_NAME: Final = listed(
    "thanks,thank,thx,i,im,ive,just,so,many,danke,vielen,herzlichen,ich,gracias,muchas",
    "mil,te,le,por,ok,well,it,its,that,this,we,the,my,for,sorry,no,yes,your,you,haben,mir",
    "es,he,me,pues,wanted,ty,ganz,lieben,was,got,a",
)
_MOST_WORDS: Final = 10  # in a greeting


def _greeting_stop(line: str) -> int:
    """Return where a greeting ends, which may go on in the same line."""
    at = 0
    for number, word in enumerate(line.split(" ")):
        bare = plain(word).strip(",.!:;?\n\r\t")
        if number and (bare in _NO_NAME or number > _MOST_WORDS):
            return at
        at += len(word) + 1
        ended = word.rstrip().endswith((",", ":", "!", ";", ".", "-", "–"))
        # "Hola, Ana:" and "Dr. Ana" go on after their mark.
        if (ended and bare not in _SALUTES) or "\n" in word:
            break
    return min(at, len(line))


def _end_of_body(text: str, lines: list[Span], first: int) -> tuple[int, bool]:
    """Return the number of the line that ends the body, and whether the text is closed."""
    last = [
        plain(text[start:end][: 2 * _SIGNATURE_WIDTH]) for start, end in lines[-_SIGNATURE_LINES:]
    ]
    skipped = len(lines) - len(last)
    for back, line in enumerate(last):
        is_short = all(len(one) <= _SIGNATURE_WIDTH for one in last[back:])
        if skipped + back >= max(first, 1) and is_short and _CLOSING_LINE.search(line):
            return skipped + back, True
    if len(lines) > max(first, 1) and _ends_open(text, lines):
        return len(lines) - 1, True
    signed = _signed(last)
    if signed is not None and skipped + signed >= max(first, 1):
        return skipped + signed, True
    end = plain(text[slice(*lines[-1])][-2 * _SIGNATURE_WIDTH :])
    return len(lines), bool(_CLOSING_AT_END.search(end[-_SIGNATURE_WIDTH:]))


def _ends_open(text: str, lines: list[Span]) -> bool:
    """Say whether the last line is a closing in words nobody listed: short, and with a comma."""
    line = plain(text[slice(*lines[-1])]).strip()
    above = text[slice(*lines[-2])].rstrip()
    is_short = len(line) <= _SIGNATURE_WIDTH // 2 and len(line.split()) <= _CLOSING_WORDS
    return is_short and line.endswith(",") and above.endswith((".", "!", "?", ")"))


def _signed(last: list[str]) -> int | None:
    """Return which of the last lines begins a signature: a name, and what stands under it."""
    at = None
    for number in range(len(last) - 1, -1, -1):
        line = last[number].strip()
        if len(line) > _SIGNATURE_WIDTH or line.endswith(("?", "!", ",", ":")):
            break
        if _NAME_LINE.search(line) and not (line.endswith(".") and " " in line):
            at = number
        elif line.endswith("."):
            break
    return at


def _joined(lines: list[Span]) -> tuple[Span, ...]:
    """Return the lines as pieces, those that touch as one."""
    pieces: list[Span] = []
    for start, end in lines:
        if pieces and pieces[-1][1] == start:
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((start, end))
    return tuple(pieces)
