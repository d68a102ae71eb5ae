"""The reason a letter gives, the most specific one."""

from __future__ import annotations

from typing import Final

from cogs.draft.reading.letter import Reason
from cogs.draft.reading.page import Page
from cogs.draft.reading.phrases import Phrases
from cogs.draft.reading.shortfalls import EXPERIENCE, OTHER_CANDIDATE

_VISA: Final = Phrases(
    [
        r"autorización de (?:estancia|residencia|trabajo)|sin (?:ese|el|un) permiso|nie\b.*vigor",
        r"accredited employer", r"visas?\b", r"sponsor(?:ship|ing)?\b",
        r"work (?:permit|"
        r"authori[sz]ation)",
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
        r"(?:expected|current) ctc|\bctc\b|above their (?:band|range|budget)",
        r"\d{2}[.,']?\d{3}\b.*"
        r"(?:rahmen|nicht zusammen|zu hoch|budget)|unser rahmen|gehaltlich\w*",
        r"pretensi\w+|flexibiliza\w* la banda|hourly (?:rate|wage)|wage (?:expect|demand)\w*",
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
        r"within (?:\S+ )?\d+ (?:hours|hrs|h|miles|km|minutes) of", r"hours of us|hours (?:ahead|"
        r"behind)|time difference",
        r"an \w+ tagen (?:die|in der|pro) woche|\d tage (?:die|pro) "
        r"woche|am "
        r"tisch sitz\w*|aus der ferne",
        r"sin coche|hasta tu (?:pueblo|ciudad)|vives? (?:muy|"
        r"demasiado)",
        r"relocat\w+", r"(?:based|located|live|living|sit|commut\w+|on-?site|in the office|in "
        r"office) "
        r"(?:\w+ ){0,3}(?:in|at|near|within|from|days|full)\b", r"\d+ days a week (?:in|at|on)",
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
        r"(?:stop|stopped|pause|paused|freeze) (?:all )?(?:external )?(?:hiring|recruitment|"
        r"appointments)",
        r"(?:can't|cannot|not able to|unable to|won't be able to) (?:\w+ "
        r")?(?:pay|hire|"
        r"take on|bring on) (?:anyone|anybody|any|someone|new|more)",
        r"appointments "
        r".*(?:stopped|paused)",
        r"no contratar a nadie|ventas (?:han )?baj\w+|bajada de ventas|umsatz\w* .*(?:zurück|"
        r"gesunken|eingebrochen)\w*|"
        r"(?:sales|orders|bookings) (?:are|have|were) (?:\w+ )?(?:down|dropped|fallen)",
        r"sparen\b|sparzwang|sparmassnahmen|(?:vorerst|bis auf weiteres|vorläufig) nicht (?:\w+ )?"
        r"(?:nach)?(?:zu)?besetz\w*|nicht nachzubesetzen",
        r"bank said no|investors? pulled|"
        r"lost (?:a|our|the) (?:\w+ )?(?:client|contract|grant|"
        r"funding)",
        r"(?:niemand\w*|keine\w*) (?:\w+ ){0,4}(?:einstell\w*|einzustellen)",
        r"verkleiner\w*|"
        r"kurzarbeit",
        r"(?:einstell|besetzungs)\w*stopp|stopp\b.*aufgehoben|personalstopp",
        r"(?:no podemos|no vamos a|sin poder) (?:meter|contratar|coger|incorporar) a nadie",
        r"(?:parad[oa]|paramos|parar) (?:la|el|las|los) (?:búsqueda|proceso|contrat)\w*",
        r"congela\w* .*contrata\w+|perdido .*clientes", r"anställningsstopp|vacaturestop|gel des "
        r"(?:embauches|recrutements)|blocco delle assunzioni",
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
        r"(?:appoint|appointed|promote|promoted|promoting|chosen|offered|give|given)\b.* (?:a|"
        r"our|one of "
        r"our|one of their|existing) (?:\w+ )?colleagues?\b", r"one of (?:our|their) own",
        r"inside "
        r"(?:man|hire|candidate)",
        r"(?:who|has) (?:has |have )?been (?:covering|acting|doing) "
        r"(?:the|in|"
        r"this|that)", r"already (?:works|working|employed) (?:here|with us|for us|in)",
        r"compañer[oa] que ya|profesor[a]? de la casa|promoción interna",
        r"collega die al|intern doorstroom\w*|candidature interne|candidato interno|aus dem "
        r"(?:eigenen )?"
        r"(?:haus|team)\b.*(?:besetz|über)\w*",
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
        r"\w*verfahren\b.*\b(?:aufgehoben|eingestellt|abgebrochen)",
        r"besetzung .*(?:erfolgt|"
        r"findet) "
        r"nicht", r"no (?:hiring|recruitment) decision|no one (?:was|has been|will be) hired",
        r"desapare\w+ (?:\w+ )?(?:el|la) (?:puesto|plaza|vacante)|amortiz\w+|deja de existir|"
        r"sin contratar a nadie|ya no se (?:cubrir|va)\w*",
        r"cancelar (?:o|a) (?:recrutamento|vaga)|não será preenchida|vacature .*ingetrokken",
        r"(?:position|role|post|vacancy|requisition|announcement|opening|job|search|recruitment|"
        r"posting|"
        r"competition|opportunity) (?:\w+ ){0,9}(?:cancel\w*|withdrawn|closed|discontinued|"
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
            r"offer", r"ohne .*erfahrung", r"position has closed (?:and|for)",
            r"filled (?:by|"
            r"with)"],
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
