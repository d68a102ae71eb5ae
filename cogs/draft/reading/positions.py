"""Reasons that lie in the position: filled from within, frozen, withdrawn."""

from __future__ import annotations

from typing import Final

from cogs.draft.reading.phrases import Phrases

FREEZE: Final = Phrases(
    [
        (
            r"(?:stop|stopped|pause|paused|freeze) (?:all )?(?:external )?(?:hiring|recruitment|"
            r"appointments)"
        ),
        (
            r"(?:can't|cannot|not able to|unable to|won't be able to) (?:\w+ )?(?:pay|hire|"
            r"take on|bring on) (?:anyone|anybody|any|someone|new|more)"
        ),
        r"appointments .*(?:stopped|paused)",
        (
            r"no contratar a nadie|ventas (?:han )?baj\w+|bajada de ventas|"
            r"umsatz\w* .*(?:zurück|gesunken|eingebrochen)\w*|"
            r"(?:sales|orders|bookings) (?:are|have|were) (?:\w+ )?(?:down|dropped|fallen)"
        ),
        (
            r"sparen\b|sparzwang|sparmassnahmen|"
            r"(?:vorerst|bis auf weiteres|vorläufig) nicht (?:\w+ )?(?:nach)?(?:zu)?besetz\w*|"
            r"nicht nachzubesetzen"
        ),
        (
            r"bank said no|investors? pulled|"
            r"lost (?:a|our|the) (?:\w+ )?(?:client|contract|grant|funding)"
        ),
        r"(?:niemand\w*|keine\w*) (?:\w+ ){0,4}(?:einstell\w*|einzustellen)",
        r"verkleiner\w*|kurzarbeit",
        r"(?:einstell|besetzungs)\w*stopp|stopp\b.*aufgehoben|personalstopp",
        r"(?:no podemos|no vamos a|sin poder) (?:meter|contratar|coger|incorporar) a nadie",
        r"(?:parad[oa]|paramos|parar) (?:la|el|las|los) (?:búsqueda|proceso|contrat)\w*",
        r"congela\w* .*contrata\w+|perdido .*clientes",
        (
            r"anställningsstopp|vacaturestop|gel des (?:embauches|recrutements)|"
            r"blocco delle assunzioni"
        ),
        r"hiring (?:freeze|pause|stop|halt)",
        (
            r"(?:freeze|freezing|froze|frozen|paus\w+|stop\w*|halt\w*|"
            r"suspend\w*) (?:\w+ ){0,5}(?:hiring|search|recruit\w+|headcount|hires|positions|"
            r"roles|vacanc\w+)"
        ),
        (
            r"(?:hiring|recruit\w+|headcount|hires|role|position|post|roles|"
            r"positions) (?:\w+ ){0,5}(?:freeze|frozen|paused|on hold|on ice|halted|suspended)"
        ),
        r"headcount",
        r"restructur\w+",
        r"reorgani[sz]\w+",
        (
            r"budget (?:cut|freeze|constraint|reduc|review|has been|was|is|for|being|reason|"
            r"situation)\w*"
        ),
        r"(?:cut|lost|lose|reduced|no|pulled|tighten\w*) (?:\w+ ){0,3}(?:budget|funding)",
        r"funding (?:\w+ ){0,6}(?:cut|lost|not|fallen|withdrawn|reduced|fell|end\w*|ran)",
        r"cost(?:-| )(?:cutting|saving|reduction)",
        r"layoffs?|redundanc\w+|downsiz\w+",
        (
            r"(?:einstellungs|stellen|besetzungs)(?:stopp|sperre)\w*|haushaltssperre|"
            r"umstrukturier\w*|restrukturier\w*|sparmaßnahmen|sparkurs|"
            r"budget\w* (?:\w+ ){0,4}(?:gestrichen|gekürzt|eingefroren|nicht|gestoppt|fehlt)|"
            r"budgetkürzung\w*|budgetgründen?|kostengründe\w*|neueinstellungen|"
            r"einstellungen (?:\w+ ){0,4}(?:gestoppt|pausier\w*|ausgesetzt)|auf eis|"
            r"haushaltslage|wirtschaftlichen (?:lage|situation|gründen)|stellenabbau|"
            r"personalabbau"
        ),
        (
            r"(?:congel\w+|paraliz\w+|suspend\w+|paus\w+|fren\w+) (?:\w+ ){0,6}(?:contrataci|"
            r"vacante|proceso|selecci|plantilla|incorporaci|plaza|puesto)\w*"
        ),
        (
            r"(?:contrataci\w+|incorporaciones|procesos?|vacantes?|"
            r"plazas?) (?:\w+ ){0,5}(?:congelad|paralizad|suspendid|en pausa|pausad|detenid)\w*"
        ),
        r"reestructur\w+|recortes?\b|presupuest\w+|ajuste de plantilla|reorganización",
    ],
    unless=[
        r"freezing (?:\w+ )?(?:meeting|room|cold|rain)",
        r"your budget",
        r"outside (?:\w+ )?budget",
        r"(?:above|over|exceed\w*) (?:\w+ ){0,2}budget",
        r"por encima",
        r"budget for your",
        r"no entra",
        r"se sale",
        r"supera",
    ],
)
INTERNAL: Final = Phrases(
    [
        (
            r"(?:appoint|appointed|promote|promoted|promoting|chosen|offered|give|"
            r"given)\b.* (?:a|our|one of our|one of their|existing) (?:\w+ )?colleagues?\b"
        ),
        r"one of (?:our|their) own",
        r"inside (?:man|hire|candidate)",
        r"(?:who|has) (?:has |have )?been (?:covering|acting|doing) (?:the|in|this|that)",
        r"already (?:works|working|employed) (?:here|with us|for us|in)",
        r"compañer[oa] que ya|profesor[a]? de la casa|promoción interna",
        (
            r"collega die al|intern doorstroom\w*|candidature interne|candidato interno|"
            r"aus dem (?:eigenen )?(?:haus|team)\b.*(?:besetz|über)\w*"
        ),
        (
            r"internal(?:ly)? (?:candidate|applicant|hire|appoint|promot|transfer|move|"
            r"colleague|fill)\w*"
        ),
        (
            r"(?:filled|appointed|promoted|promoting|promote|hire[d]?|fill|"
            r"recruit\w*) (?:\w+ ){0,4}(?:internally|from within|in-house)"
        ),
        r"internal (?:\w+ )?(?:candidate|applicant|appointment)",
        (
            r"(?:member|someone|somebody|colleague|person|one) (?:\w+ ){0,2}(?:of|from|in|on|"
            r"within|inside|already (?:with|in|on|at|working)) (?:our|the|their|its) (?:own|"
            r"existing|current|team|staff|organi[sz]ation|company|department)"
        ),
        r"(?:existing|current) (?:member of )?(?:staff|employee|colleague|team member)",
        r"our own (?:staff|team|ranks|people)",
        r"promotion from within",
        (
            r"intern\w* (?:\w+ )?(?:besetz|bewerb|kandidat|lösung|nachbesetz|vergeben|kolleg|"
            r"wechsel)\w*"
        ),
        (
            r"(?:eigenen reihen|hausintern\w*|innerbetrieblich\w*|"
            r"internen? (?:kolleg|mitarbeit)\w*|"
            r"intern (?:\w+ ){0,3}(?:besetzt|vergeben|nachbesetzt|gefunden|besetzen))"
        ),
        (
            r"(?:promoción|candidat\w+|cobertura|traslado|movilidad|persona|proceso|compañer\w+|"
            r"cubri\w+|cubierta|cubierto|solución|vía|forma) (?:de forma |de manera |"
            r"por vía )?intern[oa]\w*"
        ),
        r"internamente",
        (
            r"(?:alguien|persona|compañer[oa]) (?:\w+ ){0,3}(?:de la (?:propia )?(?:casa|"
            r"plantilla|empresa)|del (?:propio )?(?:equipo|centro))"
        ),
        r"de la casa\b",
    ],
    unless=[
        r"discuss\w* internally",
        r"internal (?:discussion|review|deliberation|process)\w*",
        r"interne[rn]? (?:abstimmung|prüfung|rücksprache|diskussion)",
    ],
)
WITHDRAWN: Final = Phrases(
    [
        r"\w*verfahren\b.*\b(?:aufgehoben|eingestellt|abgebrochen)",
        r"besetzung .*(?:erfolgt|findet) nicht",
        r"no (?:hiring|recruitment) decision|no one (?:was|has been|will be) hired",
        (
            r"desapare\w+ (?:\w+ )?(?:el|la) (?:puesto|plaza|vacante)|amortiz\w+|"
            r"deja de existir|sin contratar a nadie|ya no se (?:cubrir|va)\w*"
        ),
        r"cancelar (?:o|a) (?:recrutamento|vaga)|não será preenchida|vacature .*ingetrokken",
        (
            r"(?:position|role|post|vacancy|requisition|announcement|opening|job|search|"
            r"recruitment|posting|competition|opportunity) (?:\w+ ){0,9}(?:cancel\w*|withdrawn|"
            r"closed|discontinued|removed|no longer|"
            r"not (?:\w+ )?be (?:filled|going ahead|advertised)|eliminated|pulled|abandoned)"
        ),
        (
            r"(?:cancel\w*|withdraw\w*|clos\w+|eliminat\w+|pull\w*|discontinu\w*|remov\w+|"
            r"scrap\w*|abandon\w*) (?:\w+ ){0,3}(?:this|the|our) (?:\w+ ){0,4}(?:position|role|"
            r"post|vacancy|requisition|search|announcement|opening|job|recruitment|competition)"
        ),
        (
            r"no longer (?:\w+ ){0,3}(?:exist\w*|available|recruit\w*|hiring|needed|require\w*|"
            r"filling|look\w*|be filled|open)"
        ),
        (
            r"(?:decided|chosen|elected) not to (?:fill|recruit|hire for|"
            r"proceed with the (?:role|position|recruitment|appointment))"
        ),
        r"not (?:be )?(?:filling|recruiting (?:to|for)) (?:this|the)",
        r"without making a (?:selection|appointment)",
        (
            r"(?:stelle|position|ausschreibung|vakanz|besetzungsverfahren|verfahren|posten|"
            r"projekt)\b.*\b(?:entfällt|entfallen|gestrichen|zurückgezogen|aufgehoben|"
            r"eingestellt|weggefallen|nicht (?:mehr )?(?:\w+ )?(?:besetz\w*|ausgeschrieben|"
            r"verfügbar|vergeben)|storniert|geschlossen|abgebrochen|wegfällt|nicht mehr gibt)"
        ),
        r"(?:entfällt|streichen|ziehen) .*(?:stelle|position|ausschreibung)",
        r"doch nicht (?:zu )?besetz\w*",
        (
            r"(?:vacante|puesto|plaza|proceso|oferta|convocatoria|búsqueda|"
            r"posición)\b.*\b(?:cancel\w+|anula\w+|cerra\w+ sin|"
            r"no (?:va a ser|será|se va a) (?:cubr|cubiert)\w*|suprimid\w+|desiert\w+|"
            r"elimina\w+|retirad\w+|amortiza\w+|ya no (?:existe|está|se))"
        ),
        (
            r"(?:cancel\w+|anul\w+|suprim\w+|retir\w+) (?:\w+ ){0,3}(?:vacante|puesto|plaza|"
            r"proceso|convocatoria|búsqueda|posición)"
        ),
        r"no cubrir (?:la|el|esta|este)",
    ],
    unless=[
        r"your (?:application|candidacy) (?:is|has been) (?:now )?closed",
        r"withdraw\w* your",
        r"close out your",
        r"no longer (?:wish|be considered|under|in|moving|consider|want|being)",
        r"offer",
        r"ohne .*erfahrung",
        r"position has closed (?:and|for)",
        r"filled (?:by|with)",
    ],
)
