"""Another company than the one the letter is from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from cogs.draft.linting.folding import compiled, listed
from cogs.draft.linting.kinds import FORMS, KINDS, NO_COMPANY, TYPES
from cogs.draft.linting.layout import Span
from cogs.draft.linting.reply import Reply
from cogs.draft.linting.rule import Rule
from cogs.draft.linting.wrong_name import words_of

_LEGAL: Final = listed(
    "gmbh,ag,kg,se,ug,ev,ohg,mbh,co,inc,ltd,limited,llc,llp,plc,corp,corporation,company",
    "sa,sl,slu,sau,group,holding,gruppe,grupo,the,of,and,und,y,de,del,la,el,los,las,fur",
    "for,international,global,deutschland,germany,espana,uk",
)
_COMPANY_NAME: Final = (
    r"(\p{Lu}[\pL\pN&.'’-]*(?:\s(?:&\s|and\s|of\s|y\s|und\s|de\s|del\s"
    r"|for\s)?\p{Lu}[\pL\pN&.'’-]*){0,3})"
)
_AT: Final = (
    r"(?i:faculty|firm|practice|clinic|school|studio|shop|lab|department|office|hired|meet|met"
    r"|everything"
    r"|openings|day|tour|trial|shift|gente|hueco|vacante|turno|role|roles|position|positions"
    r"|job|jobs|post|openings?|opportunit(?:y|ies)|interviews?"
    r"|vacancy|team|people|everyone|everybody|all|colleagues|staff|crew|visit|conversations?"
    r"|day|application|applied|apply|applying|working|work|career|future|process|traineeship"
    r"|internship|placement|stellen?|position|bewerbung|bewerben|gespräche?|vorstellungsgespräch"
    r"|praktikum|ausbildung|mitarbeit|arbeiten|einblick\w*|kollegen|kennenlernen|probearbeiten"
    r"|probetag|zukunft|puesto|vacante|entrevista|equipo|trabajar|trabajan|candidatura|proceso"
    r"|oportunidad|futuro|personas?)"
)
_OF: Final = (
    r"(?i:gente|team|people|part|join|joining|joined|work|working|applying|apply|application"
    r"|interest"
    r"|followed|parte|equipo|formar|teil|mitglied|trabajar|incorporarme|interés)"
)


class WrongCompany(Rule):
    """Writes to a company, or of the place applied to, that is not the letter's."""

    name = "wrong_company"
    _addressed = compiled(
        rf"(?:^|\n)\s*(?i:dear|hi|hello|liebes|hallo|estimado|hola|querido)\s(?i:(?:team"
        rf"|equipo)(?:\s(?:of|at|von|de|bei))?\s)?{_COMPANY_NAME}"
        r"(?:-|\s)(?i:team|hiring|recruiting|recruitment|talent|hr|people|crew|careers)"
    )
    _team = compiled(
        rf"(?:^|\n)\s*(?i:dear|hi|hello|liebes|hallo|estimado|hola|querido)\s(?i:team"
        rf"|equipo)\s(?i:of|at|von|de|bei)?\s?{_COMPANY_NAME}"
    )
    _named = compiled(
        rf"\b{_AT}\b[^\n.!?]{{0,60}}?\s(?:at|bei|beim|en)\s(?:the\s|der\s|dem\s|den\s|la\s|el\s)?"
        rf"{_COMPANY_NAME}"
    )
    _part_of = compiled(
        rf"\b{_OF}\s(?:[\pL]+\s){{0,2}}?(?:of|for|with|to|behind|in|von|de|del|en|a"
        rf"|para)\s(?:the\s"
        rf"|der\s|la\s|el\s)?{_COMPANY_NAME}"
    )
    _legal_form = compiled(
        r"\b(\p{Lu}[\pL\pN&.-]*(?:\s\p{Lu}[\pL\pN&.-]*){0,3}\s(?:GmbH|AG|SE|KG|Inc|Ltd|LLC|PLC|plc"
        r"|S\.A\.|S\.L\.|SL))\b"
    )
    _known = compiled(
        rf"\b(?i:followed|following|admired?|joining|join|like|love[d]?|visiting|choose|chose"
        rf"|about)\s{_COMPANY_NAME}\s(?i:for\syears|since|for\sa|one\sday|in\sthe\sfuture"
        rf"|very\smuch|again)"
    )
    _subject = compiled(
        rf"(?:^|\n)\s*(?i:re|subject|betreff|asunto|aw|fwd)\s?:[^\n]*?(?:,|\s-|\s–|\||\sat"
        rf"|\sbei|\sen)\s{_COMPANY_NAME}"
        r"\s*(?:\n|$)"
    )
    _told = compiled(
        rf"\b(?i:what|how|that|where)\s{_COMPANY_NAME}\s(?i:stands|does|do|makes|believes"
        rf"|builds|treats|works|stood)\b"
        rf"|\b(?i:your|ihre[rmn]?|eure[rmn]?|su|vuestra|tu)\s(?i:company|firm|firma|unternehmen"
        rf"|empresa|agency|clinic"
        rf"|hotel|compañ[ií]a|betrieb|haus)\s{_COMPANY_NAME}"
        rf"|\b(?i:join|joining|working\sfor|work\sfor|career\s(?:at|with)|apply(?:ing)?\s(?:to"
        rf"|at)|applied\s(?:to|at)"
        rf"|application\s(?:to|at|with)|(?:role|position|job|interview|opportunity"
        rf"|process)\swith|trabajar\s(?:en|para)"
        rf"|arbeiten\sbei)\s{_COMPANY_NAME}"
        rf"|{_COMPANY_NAME}['’]s?\s(?i:mission|culture|values|products?|vision|approach"
        rf"|reputation|future|growth)\b"
    )
    _typed = compiled(
        rf"\b((?:\p{{Lu}}[\pL\pN'’-]*\s(?:&\s)?){{1,2}}{TYPES})\b"
        rf"|\b({FORMS}\s\p{{Lu}}[\pL\pN-]+)\b"
    )
    _small = compiled(
        rf"\b(?i:at|to|for|with|joining|join|bei|en"
        rf"|from)\s((?:[\pL]{{4,20}}\s){{1,2}}?(?i:{TYPES}))\b"
    )
    _cue = compiled(
        r"(?i)\b(?:your|you|join\w*|appl\w+|interview|dream|follow\w*|admire\w*|part\sof"
        r"|consider\w*|position|role|job"
        r"|ihnen|ihre\w*|stelle|bewerb\w+|gespräch|su|ustedes|vuestr\w+|puesto|entrevista"
        r"|candidatura|equipo)\b"
    )
    _past = compiled(
        r"(?i)\b(?:i\sstart|a\snew\s(?:job|role|position|post)|i\slead|leite\sich|ich\sleite"
        r"|dirijo|signed|hired\sby|meanwhile|elsewhere"
        r"|instead|supplier|customer|ago|recommend\w*|fange|angefangen|beginne"
        r"|neue\s(?:stelle|arbeit)|zugesagt|zusage|angenommen|unterschrieben|inzwischen"
        r"|mittlerweile|empiezo|empezar[eé]?"
        r"|firmado|nuev[oa]\s(?:trabajo|puesto|empleo)|acept\w+|begun|beginning|starts|contract"
        r"|trained|retired|laid\soff"
        r"|worked|my\s(?:\pL+\s)?(?:time|years|year|days|job|role|position|work"
        r"|internship|boss|manager|colleagues?|company|employer|studies|degree|team|stint"
        r"|apprenticeship)|years\s(?:at|with|in|as)|previous\w*|former\w*|formerly|currently"
        r"|student"
        r"|studied|study|studying|degree|course|while\s(?:at|with)|later\sat|offer\sfrom"
        r"|another\s(?:offer|job|role|position)|moved|accepted|started\sat|start\sat|starting"
        r"|graduat\w+|volunteer\w*|conference|certificate|now\s(?:at|with|working)"
        r"|meine[rnm]?\s(?:\pL+\s)?(?:zeit|jahre\w*|arbeit|stelle|ausbildung|chef\w*|tätigkeit"
        r"|studium|praktikum)|gearbeitet|früher\w*|damals|vorher|jahre\w*\s(?:bei|in)|studium"
        r"|studier\w+"
        r"|trabaj[eé]|mi\s(?:tiempo|etapa|trabajo|experiencia|anterior|jefe|empresa|puesto)"
        r"|mis\saños|años\sen|después\sde|antes|anterior\w*|estudi\w+|curso|matriculad\w+"
        r"|friend|freund\w*|amig\w+|ex-|competitor|known\sfrom|linkedin|based\sin|live\sin"
        r"|moving\sto|competing|as\sgood\sas)\b"
    )

    # "the Leeds office" is a part of a company, "the Java course" no company at all.
    _part = compiled(
        r"(?i)^\s(?:office|offices|site|branch|team|department|location|role|position|job|post"
        r"|course"
        r"|conference|certificate|project|programme|program|exam|meetup|group|plant|store|shop)\b"
    )

    def find(self, reply: Reply) -> Iterator[Span]:
        """Yield the other company's name."""
        letter = reply.letter
        if letter is None or not (letter.company or self._names_one(reply.letter_text)):
            return
        for start, end in self._candidates(reply):
            name = reply.text[start:end]
            if self._is_other(name, reply):
                yield start, end

    def _names_one(self, letter_text: str) -> bool:
        """Say whether a letter names some company, though it was not read which."""
        return bool(self._typed.search(letter_text) or self._named.search(letter_text))

    def _candidates(self, reply: Reply) -> Iterator[Span]:
        """Yield names that stand where the company's would, each once."""
        seen: set[str] = set()
        for first, last in reply.layout.own:
            piece = reply.text[first:last]
            for pattern in self._patterns:
                for match in pattern.finditer(piece):
                    begin, end = next(match.span(at) for at in range(1, 7) if match.group(at))
                    end = begin + _sentence_end(piece[begin:end])
                    name = piece[begin:end]
                    if name in seen or self._is_part(pattern, piece[end : end + 30]):
                        continue
                    if pattern not in self._greeted and self._is_past(piece, begin, end):
                        continue
                    if pattern in self._weak and not self._is_cued(piece, begin, end):
                        continue
                    seen.add(name)
                    yield first + begin, first + end

    @property
    def _patterns(self) -> tuple[Any, ...]:
        told = (self._known, self._named, self._part_of, self._legal_form, self._told)
        return (*self._greeted, *told, *self._weak)

    @property
    def _greeted(self) -> tuple[Any, ...]:
        return self._addressed, self._team, self._subject

    @property
    def _weak(self) -> tuple[Any, ...]:
        return self._typed, self._small

    def _is_part(self, pattern: Any, following: str) -> bool:
        is_told = pattern is self._named or pattern is self._part_of
        return is_told and bool(self._part.search(following))

    def _is_past(self, piece: str, start: int, end: int) -> bool:
        """Say whether the sentence tells of another job, a course, a friend."""
        before = max(piece.rfind(mark, 0, start) for mark in (". ", "! ", "? ", "\n\n"))
        return bool(self._past.search(piece[max(before, start - 200, 0) : end]))

    def _is_cued(self, piece: str, start: int, end: int) -> bool:
        """Say whether the sentence is about them, or about applying."""
        before = max(piece.rfind(mark, 0, start) for mark in (". ", "! ", "? ", "\n"))
        after = min(
            at for at in (piece.find(". ", end), piece.find("\n", end), end + 200) if at >= 0
        )
        return bool(self._cue.search(piece[max(before, start - 200, 0) : after]))

    def _is_other(self, name: str, reply: Reply) -> bool:
        words = [word for word in words_of(name) if word not in _LEGAL]
        if not words or words[0] in NO_COMPANY or len("".join(words)) < 3:
            return False
        known = reply.letter_words
        telling = [word for word in words if word not in KINDS] or words
        return not any(word in known or _squeezed(word) in known for word in telling)


def _sentence_end(name: str) -> int:
    """Return where a name ends that runs into the next sentence; "St. Anne" is one name."""
    at = name.find(". ")
    return at if at > 2 else len(name)


def _squeezed(word: str) -> str:
    return word.removesuffix("s")
