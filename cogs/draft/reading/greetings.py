"""The line that greets, and whom it greets."""

from __future__ import annotations

from typing import Final

from cogs.draft.reading.characters import fold, value, without_accents
from cogs.draft.reading.patterns import compiled

_OPENINGS: Final = without_accents(
    r"dear|hi|hello|hey|hiya|good (?:morning|afternoon|evening|day)|greetings|"
    r"sehr geehrte[rs]?(?:/r)?|liebe[rs]?(?:/r)?|hallo|guten (?:tag|morgen|abend)|"
    r"moin(?: moin)?|servus|gruezi|grus{1,2} gott|geschatzte[rs]?|hola|buenos dias|"
    r"buenas(?: tardes| noches)?|buen dia|estimad[oa]s?(?:[/(]?[oa]s?\)?)?|querid[oa]|"
    r"apreciad[oa]|muy (?:sr|senor|senora)[a-z.]*(?: mi[oa])?|distinguid[oa]|bonjour|bonsoir|"
    r"madame|monsieur|chere?s?|salut|gentile|egregio|buongiorno|caro|cara|ciao|spettabile|"
    r"geachte|beste|ola|prezad[oa]|car[oa]|exm[oa]|bom dia|hej|hei|kara|kare|szanown[aiy]\w*|"
    r"dzien dobry|vazen[yaei]|dobry den|hyva|kedves|tisztelt|stimate?|buna|sayin|merhaba"
)
_GREETING = compiled(rf"^\s*(?:{_OPENINGS})(?:[\s,:!.]|$)")
_TITLES = without_accents(
    r"mr|mrs|ms|miss|mx|sir|madam|frau|herrn?|sra?|srta|don|dona|senor|senora|senorita|mme|"
    r"mevrouw|meneer|signora?|sig|dott|pan|pani|pana"
)
_TITLED = compiled(rf"^(?:{_TITLES})\b\.?")
_DEGREES = compiled(r"^(?:(?i:dr|prof|professor|ing|dipl)\.?\s)+")
# Words after a greeting that are no name: "Dear candidate", "Hi there", "Hallo zusammen".
_NOBODY = compiled(
    without_accents(
        r"\b(?:candidat\w*|applicant\w*|there|all|everyone|team|you|both|colleague|friend|again|"
        r"job ?seeker|bewerber\w*|interessent\w*|zusammen|damen|kandidat\w*|liebe|lieber|"
        r"candidat[oa]s?|aspirante|senor(?:es|a)?|amig[oa]|que|wie|how|hope|thank|thanks|danke|"
        r"gracias|tal|todos|solicitante|firstname|vorname|nombre|name)\b"
    )
)
_NAME = compiled(r"^(?:\pL[\pL'’.-]*)(?: \pL[\pL'’.-]*){0,4}$")
_STOP = compiled(r"[,:!;.?…]|\s[-–—]\s|\s(?:and|und|y)\s|  ")
_OPENING = compiled(rf"^\s*(?:(?:{_OPENINGS})[\s,/]+)+")
_NAMES: Final = 4
"""Words of a name; more behind a greeting are the text already."""
_LONGEST_TITLE: Final = 4
"""Letters of a title with a full stop: "Srta."."""
_LONGEST: Final = 90
"""Characters of a line that are looked at for a greeting."""


def greeted(line: str) -> bool:
    """Say whether a line opens with a greeting."""
    return bool(_GREETING.search(fold(line[:_LONGEST])))


def greeting_and_rest(line: str) -> tuple[str, str]:
    """Return what a line greets with and the text that follows it on the same line."""
    top = line[:_LONGEST]
    opening = _OPENING.search(_same_length(top))
    start = len(opening.group()) if opening else 0
    if top[:start].rstrip().endswith(",") and line[start : start + 1].islower():
        return top[:start], line[start:]
    stops = [found.start() for found in _STOP.finditer(top) if found.start() >= start]
    words = top[start : stops[0] if stops else len(top)].split()
    if len(words) > _NAMES and sum(map(str.islower, words)) > _NAMES // 2:
        # A chat runs on: "hey jo its sam from the cafe".
        return top[:start] + words[0], line[start + len(words[0]) :].strip()
    # "Mr. Diaz," and "Dr. Marchetti," go on after their first full stop.
    for stop in stops:
        before = top[start:stop].split()
        if top[stop] != "." or (before and len(before[-1]) > _LONGEST_TITLE):
            return line[:stop], line[stop + 1 :].strip()
    return (line, "") if len(line) <= _LONGEST else (line[:start], line[start:])


def _same_length(text: str) -> str:
    """Return text folded so that places in it are places in the text."""
    return fold(text.replace("ß", "s")).ljust(len(text))


def addressee(greeting: str) -> str | None:
    """Return whom a greeting names as they would sign; ``None`` with a title or without a name."""
    opening = _OPENING.search(_same_length(greeting))
    if not opening:
        return None
    name = " ".join(greeting[len(opening.group()) :].strip(" ,:!.").split())
    name = _DEGREES.sub("", name)
    if not name or _TITLED.search(fold(name)) or _NOBODY.search(fold(name)):
        return None
    if not _NAME.search(name) or (len(name.split()) > 2 and name.islower()):
        return None
    return value(name.title() if name.isupper() and len(name) > 2 else name)
