"""The reason a letter gives, the most specific one."""

from __future__ import annotations

from typing import Final

from cogs.draft.reading.letter import Reason
from cogs.draft.reading.page import Page
from cogs.draft.reading.phrases import Phrases
from cogs.draft.reading.shortfalls import EXPERIENCE, OTHER_CANDIDATE

_VISA: Final = Phrases(
    [
        r"visas?\b", r"sponsor(?:ship|ing)?\b", r"work (?:permit|authori[sz]ation)",
        r"right to work",
        r"h-?1b\b", r"work eligibility", r"(?:skilled worker|certificate of) (?:licen[cs]e|"
        r"sponsorship)",
        r"security clearance|citizenship", r"visum\w*", r"arbeitserlaubnis|aufenthaltstitel|"
        r"aufenthaltserlaubnis|arbeitsgenehmigung|blaue karte", r"visad?o\b",
        r"permiso de (?:trabajo|residencia)", r"autorización (?:de|para) trabaj\w+",
    ],
    unless=[r"(?:co-|our |event )sponsor", r"sponsor(?:ed)? by", r"executive sponsor",
    r"visa inc"],
)  # fmt: skip
_SALARY: Final = Phrases(
    [
        r"salary (?:expectation|requirement|range|band|budget|level|you|ask|demand)s?",
        r"(?:expected|"
        r"desired|requested|your|on) salary", r"(?:compensation|pay|rate) (?:expectation|range|"
        r"band|"
        r"requirement)s?", r"(?:above|beyond|outside|over|exceed\w*|out of) (?:\w+ "
        r"){0,3}(?:budget|range|"
        r"band|pay scale)", r"\d+ ?k\b.*(?:after|asking|looking for|won't|budget)", r"day rate",
        r"afford (?:you|your|the)", r"(?:can't|cannot|unable to) (?:match|meet|"
        r"stretch)\b.*(?:salary|pay|"
        r"figure|expect|number|that)", r"gehalt(?:s\w*)?\b",
        r"vergütungs\w*|entgelt\w*vorstellung\w*",
        r"lohnvorstellung\w*", r"finanziell\w* vorstellung\w*",
        r"(?:expectativas?|pretensi[oó]n\w*|banda|aspiraci[oó]n\w*|rango|horquilla|condiciones) "
        r"(?:salarial|económic|retributiv)\w*", r"(?:salario|sueldo) (?:que|solicitado|esperado|"
        r"pedías)",
    ],
    unless=[r"one month's salary", r"salary (?:in|will be paid)"],
)  # fmt: skip
_LOCATION: Final = Phrases(
    [
        r"relocat\w+", r"(?:based|located|live|living|sit|commut\w+|on-?site|in the office|in "
        r"office) "
        r"(?:\w+ ){0,3}(?:in|at|near|within|from|days|full)", r"\d+ days a week (?:in|at|on)",
        r"(?:moving|move) (?:isn't|is not|here|to)", r"remote(?:ly)? (?:\w+ ){0,4}(?:not|isn't|"
        r"no longer)",
        r"(?:cannot|can't|not able to|unable to|don't|do not|not) (?:\w+ ){0,5}remote",
        r"distance",
        r"(?:outside|out) (?:of )?(?:our|the) (?:area|region|country|state|time ?zone)",
        r"time ?zone",
        r"commute", r"too far", r"(?:days|week) in (?:our|the) \w* ?office",
        r"umzug|umziehen|umzuziehen|pendel\w*|präsenz\w*|vor ort (?:in|sein|arbeiten)|wohnort|"
        r"entfernung|"
        r"(?:nicht|kein\w*) (?:\w+ ){0,4}(?:remote|homeoffice|home-office)|standort (?:\w+ "
        r")?(?:in|vor)",
        r"(?:traslad\w+ a|mudar\w*|residir|residas|residencia en|presencial\w*|desplaz\w+|lejos|"
        r"cambio de residencia|reubic\w+|vivir en|en remoto|teletrabajo)",
    ],
    unless=[r"remote\w* opens", r"train tickets", r"nos traslad", r"prueba presencial",
    r"thank you for",
            r"thanks for", r"entrevista presencial", r"danke", r"gracias por", r"something remote",
            r"based (?:on|upon)", r"wish", r"applicants? based", r"keep\b", r"we are based"],
)  # fmt: skip
_FREEZE: Final = Phrases(
    [
        r"hiring (?:freeze|pause|stop|halt)", r"(?:freeze|freezing|froze|frozen|paus\w+|stop\w*|"
        r"halt\w*|"
        r"suspend\w*) (?:\w+ ){0,5}(?:hiring|search|recruit\w+|headcount|hires|positions|roles|"
        r"vacanc\w+)",
        r"(?:hiring|recruit\w+|headcount|hires|role|position|post|roles|positions) (?:\w+ "
        r"){0,5}(?:freeze|"
        r"frozen|paused|on hold|on ice|halted|suspended)", r"headcount", r"restructur\w+",
        r"reorgani[sz]\w+", r"budget (?:cut|freeze|constraint|reduc|review|has been|was|is|for|"
        r"being|"
        r"reason|situation)\w*", r"(?:cut|lost|lose|reduced|no|pulled|tighten\w*) (?:\w+ "
        r"){0,3}(?:budget|"
        r"funding)", r"funding (?:\w+ ){0,6}(?:cut|lost|not|fallen|withdrawn|reduced|fell|"
        r"end\w*|ran)",
        r"cost(?:-| )(?:cutting|saving|reduction)", r"layoffs?|redundanc\w+|downsiz\w+",
        r"(?:einstellungs|stellen|besetzungs)(?:stopp|sperre)\w*|haushaltssperre|umstrukturier\w*|"
        r"restrukturier\w*|sparmaßnahmen|sparkurs|budget\w* (?:\w+ ){0,4}(?:gestrichen|gekürzt|"
        r"eingefroren|nicht|gestoppt|fehlt)|budgetkürzung\w*|budgetgründen?|kostengründe\w*|"
        r"neueinstellungen|"
        r"einstellungen (?:\w+ ){0,4}(?:gestoppt|pausier\w*|ausgesetzt)|auf eis|haushaltslage|"
        r"wirtschaftlichen (?:lage|situation|gründen)|stellenabbau|personalabbau",
        r"(?:congel\w+|paraliz\w+|suspend\w+|paus\w+|fren\w+) (?:\w+ ){0,6}(?:contrataci|"
        r"vacante|proceso|"
        r"selecci|plantilla|incorporaci|plaza|puesto)\w*", r"(?:contrataci\w+|incorporaciones|"
        r"procesos?|"
        r"vacantes?|plazas?) (?:\w+ ){0,5}(?:congelad|paralizad|suspendid|en pausa|pausad|"
        r"detenid)\w*",
        r"reestructur\w+|recortes?\b|presupuest\w+|ajuste de plantilla|reorganización",
    ],
    unless=[r"freezing (?:\w+ )?(?:meeting|room|cold|rain)", r"your budget",
    r"outside (?:\w+ )?budget",
            r"(?:above|over|exceed\w*) (?:\w+ ){0,2}budget", r"por encima", r"budget for your",
            r"no entra", r"se sale", r"supera"],
)  # fmt: skip
_INTERNAL: Final = Phrases(
    [
        r"internal(?:ly)? (?:candidate|applicant|hire|appoint|promot|transfer|move|colleague|"
        r"fill)\w*",
        r"(?:filled|appointed|promoted|promoting|promote|hire[d]?|fill|recruit\w*) (?:\w+ "
        r"){0,4}(?:"
        r"internally|from within|in-house)", r"internal (?:\w+ )?(?:candidate|applicant|"
        r"appointment)",
        r"(?:member|someone|somebody|colleague|person|one) (?:\w+ ){0,2}(?:of|from|in|on|within|"
        r"inside|"
        r"already (?:with|in|on|at|working)) (?:our|the|their|its) (?:own|existing|current|team|"
        r"staff|"
        r"organi[sz]ation|company|department)", r"(?:existing|current) (?:member of )?(?:staff|"
        r"employee|"
        r"colleague|team member)", r"our own (?:staff|team|ranks|people)",
        r"promotion from within",
        r"intern\w* (?:\w+ )?(?:besetz|bewerb|kandidat|lösung|nachbesetz|vergeben|kolleg|"
        r"wechsel)\w*",
        r"(?:eigenen reihen|hausintern\w*|innerbetrieblich\w*|internen? (?:kolleg|mitarbeit)\w*|"
        r"intern "
        r"(?:\w+ ){0,3}(?:besetzt|vergeben|nachbesetzt|gefunden|besetzen))",
        r"(?:promoción|candidat\w+|cobertura|traslado|movilidad|persona|proceso|compañer\w+|"
        r"cubri\w+|"
        r"cubierta|cubierto|solución|vía|forma) (?:de forma |de manera |por vía )?intern[oa]\w*",
        r"internamente", r"(?:alguien|persona|compañer[oa]) (?:\w+ ){0,3}(?:de la (?:propia "
        r")?(?:casa|"
        r"plantilla|empresa)|del (?:propio )?(?:equipo|centro))", r"de la casa\b",
    ],
    unless=[r"discuss\w* internally", r"internal (?:discussion|review|deliberation|process)\w*",
            r"interne[rn]? (?:abstimmung|prüfung|rücksprache|diskussion)"],
)  # fmt: skip
_WITHDRAWN: Final = Phrases(
    [
        r"(?:position|role|post|vacancy|requisition|announcement|opening|job|search|recruitment|"
        r"posting|"
        r"competition|opportunity) (?:\w+ ){0,6}(?:cancel\w*|withdrawn|closed|discontinued|"
        r"removed|"
        r"no longer|not (?:\w+ )?be (?:filled|going ahead|advertised)|eliminated|pulled|"
        r"abandoned)",
        r"(?:cancel\w*|withdraw\w*|clos\w+|eliminat\w+|pull\w*|discontinu\w*|remov\w+|scrap\w*|"
        r"abandon\w*) "
        r"(?:\w+ ){0,3}(?:this|the|our) (?:\w+ ){0,4}(?:position|role|post|vacancy|requisition|"
        r"search|"
        r"announcement|opening|job|recruitment|competition)",
        r"no longer (?:\w+ ){0,3}(?:exist\w*|"
        r"available|recruit\w*|hiring|needed|require\w*|filling|look\w*|be filled|open)",
        r"(?:decided|chosen|elected) not to (?:fill|recruit|hire for|proceed with the (?:role|"
        r"position|"
        r"recruitment|appointment))", r"not (?:be )?(?:filling|recruiting (?:to|for)) (?:this|"
        r"the)",
        r"without making a (?:selection|appointment)",
        r"(?:stelle|position|ausschreibung|vakanz|besetzungsverfahren|verfahren|posten|"
        r"projekt)\b.*\b(?:"
        r"entfällt|entfallen|gestrichen|zurückgezogen|aufgehoben|eingestellt|weggefallen|"
        r"nicht (?:mehr )?(?:\w+ )?(?:besetz\w*|ausgeschrieben|verfügbar|vergeben)|storniert|"
        r"geschlossen|abgebrochen|wegfällt|nicht mehr gibt)",
        r"(?:entfällt|streichen|ziehen) .*(?:stelle|"
        r"position|ausschreibung)", r"doch nicht (?:zu )?besetz\w*",
        r"(?:vacante|puesto|plaza|proceso|oferta|convocatoria|búsqueda|"
        r"posición)\b.*\b(?:cancel\w+|"
        r"anula\w+|cerra\w+ sin|no (?:va a ser|será|se va a) (?:cubr|cubiert)\w*|suprimid\w+|"
        r"desiert\w+|"
        r"elimina\w+|retirad\w+|amortiza\w+|ya no (?:existe|está|se))",
        r"(?:cancel\w+|anul\w+|suprim\w+|retir\w+) (?:\w+ ){0,3}(?:vacante|puesto|plaza|proceso|"
        r"convocatoria|búsqueda|posición)", r"no cubrir (?:la|el|esta|este)",
    ],
    unless=[r"your (?:application|candidacy) (?:is|has been) (?:now )?closed", r"withdraw\w* your",
            r"close out your", r"no longer (?:wish|be considered|under|in|moving|consider|want|"
            r"being)",
            r"offer", r"position has closed (?:and|for)", r"filled (?:by|with)"],
)  # fmt: skip

# From the most specific to the least.
_IN_ORDER: Final[tuple[tuple[Reason, Phrases], ...]] = (
    ("visa", _VISA),
    ("salary", _SALARY),
    ("internal", _INTERNAL),
    ("freeze", _FREEZE),
    ("location", _LOCATION),
    ("withdrawn", _WITHDRAWN),
    ("experience", EXPERIENCE),
    ("other_candidate", OTHER_CANDIDATE),
)


def reason(page: Page) -> Reason:
    """Return the most specific reason a letter gives, ``none`` if it gives none."""
    lines = page.said
    return next((name for name, phrases in _IN_ORDER if phrases.said(lines)), "none")
