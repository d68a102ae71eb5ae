"""Another company than the one the letter is from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from cogs.draft.linting.folding import compiled, listed
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
    r"(?i:role|roles|position|positions|job|jobs|post|openings?|opportunit(?:y|ies)|interviews?"
    r"|vacancy|team|people|everyone|everybody|all|colleagues|staff|crew|visit|conversations?"
    r"|day|application|applied|apply|applying|working|work|career|future|process|traineeship"
    r"|internship|placement|stellen?|position|bewerbung|bewerben|gespräche?|vorstellungsgespräch"
    r"|praktikum|ausbildung|mitarbeit|arbeiten|einblick\w*|kollegen|kennenlernen|probearbeiten"
    r"|probetag|zukunft|puesto|vacante|entrevista|equipo|trabajar|trabajan|candidatura|proceso"
    r"|oportunidad|futuro|personas?)"
)
_OF: Final = (
    r"(?i:team|people|part|join|joining|joined|work|working|applying|apply|application|interest"
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
        rf"\b{_OF}\s(?:[\pL]+\s){{0,2}}?(?:of|for|with|to|behind|in|von|de|del|en|a|para)\s(?:the\s"
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
    _past = compiled(
        r"(?i)\b(?:worked|my\s(?:\pL+\s)?(?:time|years|year|days|job|role|position|work"
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
        if letter is None or not letter.company:
            return
        for start, end in self._candidates(reply):
            name = reply.text[start:end]
            if self._is_other(name, reply):
                yield start, end

    def _candidates(self, reply: Reply) -> Iterator[Span]:
        """Yield names that stand where the company's would, each once."""
        seen: set[str] = set()
        for first, last in reply.layout.own:
            piece = reply.text[first:last]
            for pattern in self._patterns:
                for match in pattern.finditer(piece):
                    name = match.group(1)
                    part = piece[match.end(1) : match.end(1) + 30]
                    if name in seen or (self._is_part(pattern, part)):
                        continue
                    if self._is_past(piece, match.start(1), match.end(1)):
                        continue
                    seen.add(name)
                    yield first + match.start(1), first + match.end(1)

    @property
    def _patterns(self) -> tuple[Any, ...]:
        greeted = (self._addressed, self._team)
        return (*greeted, self._known, self._named, self._part_of, self._legal_form)

    def _is_part(self, pattern: Any, following: str) -> bool:
        is_told = pattern is self._named or pattern is self._part_of
        return is_told and bool(self._part.search(following))

    def _is_past(self, piece: str, start: int, end: int) -> bool:
        """Say whether the sentence tells of another job, a course, a friend."""
        before = max(piece.rfind(mark, 0, start) for mark in (". ", "! ", "? ", "\n\n"))
        return bool(self._past.search(piece[max(before, start - 200, 0) : end]))

    def _is_other(self, name: str, reply: Reply) -> bool:
        words = [word for word in words_of(name) if word not in _LEGAL]
        if not words or words[0] in _NO_COMPANY or len("".join(words)) < 3:
            return False
        known = reply.letter_words
        return not any(word in known or _squeezed(word) in known for word in words)


def _squeezed(word: str) -> str:
    return word.removesuffix("s")


_NO_COMPANY: Final = listed(
    "monday,tuesday,wednesday,thursday,friday,saturday,sunday,january,february,march",
    "april,may,june,july,august,september,october,november,december,montag,dienstag",
    "mittwoch,donnerstag,freitag,samstag,sonntag,januar,februar,marz,mai,juni,juli",
    "oktober,dezember,mr,mrs,ms,dr,prof,frau,herr,herrn,sr,sra,senor,senora,don,dona,i",
    "you,your,sie,ihnen,ihr,ihrem,ihrer,ihren,ihre,ich,linkedin,xing,zoom,teams,slack",
    "skype,github,university,college,school,universitat,universidad,hochschule,london",
    "berlin,madrid,munich,munchen,hamburg,barcelona,vienna,wien,zurich,dublin,paris,new",
    "york,christmas,easter,spring,summer,autumn,winter,english,german,spanish,french",
    "thank,thanks,kind,best,regards,hiring,talent,recruiting,human,people,head,senior",
    "junior,usted,ustedes,vosotros,aws,sql,sap,excel,python,java,javascript,microsoft",
    "google,product,data,software,marketing,sales,design,engineering,customer,success",
    "finance,operations,admissions,nursing,editorial,selection,search,interview,platform",
    "growth,culture,careers,recruitment,applications,application,support,staff,research",
    "committee,panel,team,hr,it,ihk,europe,europa,deutschland,germany,spain,espana,uk,us",
    "usa,god,dios,deutsch,gott,weihnachten,personal",
)
