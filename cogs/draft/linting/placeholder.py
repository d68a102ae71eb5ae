"""A slot of a template that is still empty."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cogs.draft.linting.folding import compiled
from cogs.draft.linting.layout import Span
from cogs.draft.linting.reply import Reply
from cogs.draft.linting.rule import Rule

_SLOT: Final = (
    r"(?:company|companies|employer|organi[sz]ation|firm|name|names|first|last|surname|role"
    r"|position|job|title|date|day|time|your"
    r"|my|recruiter|interviewer|manager|hiring|department|team|insert|fill|add|here|reason"
    r"|skill|skills|project|topic|detail|details|product|value|month|phone|number"
    r"|address|e?-?mail|signature|person|someone|something|something_specific"
    r"|something_personal|city|location|salutation|greeting|link|contact|recipient|sender"
    r"|candidate|applicant"
    r"|firma|firmenname|unternehmen|vorname|nachname|ansprechpartner\w*|ihr|ihre|dein|stelle"
    r"|stellenbezeichnung|position|datum|hier|einf(?:ü|ue)gen|einsetzen|anrede|telefon\w*"
    r"|arbeitgeber|abteilung|absender|unterschrift|grund|thema"
    r"|empresa|nombre|apellidos?|puesto|cargo|fecha|aqu(?:í|i)|insertar|completar"
    r"|reclutador\w*|entrevistador\w*|su|tu|tel(?:é|e)fono|correo|motivo|ciudad|firma|tema|xx+"
    r"|x|tbd|todo|blank|_+)"
)
_JOINED: Final = (
    r"(?:['’]s|[\s/_,.:|-]+(?:of|the|a|an|der|die|das|des|de|la|el|del|und|and|y|or|oder|o"
    r"|for|in|you|i|we|met|from|to|which|what|discussed|interview\w*|\w{1,14}))"
)


class Placeholder(Rule):
    """A slot of a template that nobody filled in."""

    name = "placeholder"
    _slots = compiled(
        rf"(?i)\[\s*(?:(?:the|of|a|an|der|die|das|den|el|la|de|del|enter|put|please|bitte|y"
        rf"|und)\s)?{_SLOT}{_JOINED}{{0,6}}\s*\]"
        rf"|\[\s*\]|\[\s*(?:\.{{2,}}|…|_+|\?+|x+|-+)\s*\]"
        r"|\{\{[^{}\n]{0,60}\}\}|\{%[^\n]{0,60}%\}|\$\{[^{}\n]{1,40}\}"
        r"|\{[\pL_][\pL\pN_\s.-]{0,40}\}|<<[^<>\n]{1,40}>>|«[\pL_]{3,30}»|%[A-Z_]{3,30}%"
        rf"|<\s*(?:(?:the|der|die|el|la|de)\s)?{_SLOT}{_JOINED}{{0,4}}\s*>"
        rf"|\(\s*(?:insert|your|the|ihr|ihre|dein|company|name|firma|nombre|empresa|puesto"
        rf"|role|position|date|datum|fecha|vorname|nachname|hier|aqu(?:í|i)|hiring|recruiter"
        rf"|job|add|fill|todo|xx+)(?:[\s/_-]+(?:name|names|title|company|role|position|date"
        rf"|here|in|of|the|company|manager|firma|einf(?:ü|ue)gen|einsetzen|unternehmen|vorname"
        rf"|nachname|stelle|datum|de|la|el|del|empresa|puesto|reclutador\w*|something\w*"
        rf"|specific|job|person|interviewer|fecha|topic|project)){{1,4}}\s*\)"
        r"|\(\s*(?:team|project|person|department|school|first|last|full|hiring\smanager"
        r"|contact)\sname\s*\)"
        r"|\(\s*(?:name|firma|company|nombre|empresa|datum|fecha|role|stelle|puesto|todo|tbd"
        r"|vorname|nachname|xxx+|\.\.\.+|_+)\s*\)"
        r"|\(\s*(?:insert|mention|add|describe|include|fill\sin|put|say|write|name|einf(?:ü"
        r"|ue)gen|hier|erw(?:ä|ae)hnen"
        r"|mencionar|poner|añadir|completar)\s(?:[^()\n]{0,50}\s)?(?:here|thing|detail|example"
        r"|project|topic|name|date"
        r"|something|specific|visit|interview|reason|hier|detalle|nombre|algo|fecha"
        r"|proyecto)(?:\s[^()\n]{0,25})?\)"
        r"|(?:\b(?:frau/herr|herr/frau|mr\.?/ms\.?|ms\.?/mr\.?|mr\.?/mrs\.?|sr\.?/sra\.?"
        r"|sr\.?\(a\)|señor/a|señor/señora"
        r"|geehrte/r|geehrte\(r\)|liebe/r|estimado/a|estimad@)\s?[^\n,:]{0,20}[.…_?]{2,})"
        r"|(?:[.…]{6,}|…{2,})\s*[,:]?\s*(?:\n|$)"
        r"|\b(?:abc|xyz)\s(?:company|ltd|inc|gmbh|corp)\b|\bcompany\s(?:name|xyz|abc)\b|\{\d\}"
        r"|%s\b|#(?:name|company)#"
        r"|_{3,}|(?:\b(?:dear|hi|hello|sehr\sgeehrte[rs]?|liebe[rs]?|hallo|estimad[oa]|hola"
        r"|querid[oa])(?:\s(?:mr|ms|mrs|dr|frau|herr|herrn|sr|sra)\.?)?\s?(?:\.{3,}|…|-{2,}"
        r"|\?+)(?:\s|,|$))"
        r"|(?:\b(?:at|from|for|of|with|on|bei|am|von|en|el|de)\s\.{4,})"
        r"|\b(?:lorem\sipsum|max\smustermann|erika\smustermann|john\sq?\.?\s?sample"
        r"|musterfirma|mustermann)\b"
        r"|(?:\b(?:your|ihr|tu|su)\s(?:full\s)?(?:name|nombre)(?:\shere|\saqu(?:í|i)|\shier)?\s*$)"
        r"|\b(?:name|company|date|role|position)\shere\b"
    )
    _shouted = compiled(
        r"\b(?:TODO|TBD|TBA|FIXME|XX+|X\.X\.|XYZ?|YYYY|DD[./-]MM|MM[./-]DD|TT\.MM|DD/MM"
        r"|INSERT(?:\s[A-Z]+)+|(?:COMPANY|YOUR|FIRST|LAST|HIRING|JOB|ROLE|RECRUITER"
        r"|INTERVIEWER)"
        r"[\s_](?:NAME|TITLE|COMPANY|MANAGER|DATE|HERE)|NAME\sHERE|(?:HIER"
        r"|AQU[IÍ])\s[A-ZÄÖÜ]{3,}|[A-ZÄÖÜ]+\s(?:EINF(?:Ü|UE)GEN|EINSETZEN|HERE|AQU[IÍ])"
        r"|FIRST_?\s?NAME|LAST_?\s?NAME|VORNAME|NACHNAME|SIGNATURE|(?:[A-Z]+\s)?NAME\s(?:OF|DER"
        r"|DES)\s[A-Z]+"
        r"|FIRMENNAME|Firstname|Lastname|First\sLast|NOMBRE\sY?\s?APELLIDOS?|NOMBRE\sDE[A-Z\s]+"
        r"|EMPRESA\sX|PENDIENTE|INSERTAR\s[A-Z]+)\b"
        r"|\b(?:Company|Firma|Empresa|Mr|Ms|Mrs|Frau|Herr|Herrn|Sr|Sra)\.?\s(?:X|Y|XY|XX|ABC"
        r"|N\.?N\.?)(?:[^\pL]|$)"
        r"|\b(?i:at|from|of|the|dear|role|mr|ms|frau|herrn?|bei|en|firma|company|with|about|on"
        r"|am|name|empresa|hi|hello)\sx{2,}\b"
    )
    _kisses: Final = frozenset({"xx", "xxx", "xxxx", "xxxxx"})

    def find(self, reply: Reply) -> Iterator[Span]:
        """Yield every slot of the writer's own lines."""
        for start, end in reply.layout.own:
            piece = reply.text[start:end]
            places = {match.span() for match in self._slots.finditer(piece)}
            for match in self._shouted.finditer(piece):
                at_the_end = not piece[match.end() :].strip(" .!)\n")
                if not (at_the_end and match.group().lower() in self._kisses):
                    places.add(match.span())
            for first, last in sorted(places):
                yield start + first, start + last
