"""Where letters put the role, and what stands there and is none."""

from __future__ import annotations

from typing import Final

from cogs.draft.reading.characters import without_accents
from cogs.draft.reading.patterns import compiled

WORD = r"(?:[\p{Lu}](?:[\pL'’/&+#*-]|[.:_]\pL)*|Sr\.|Jr\.|[IVX]+|C\+\+|\d\p{Ll}{2}|\d)"
TITLE = (
    rf"((?:[A-Z]{{0,4}}-?\d[\w-]* )?{WORD}(?: ?(?: of(?: the)? | and | & | for | und | für |"
    rf" im | der | des | von | / | [-–] (?:of )?|"
    rf" ){WORD}){{0,7}}(?: \([^()\n]{{1,40}}\))?(?:, "
    rf"(?:\p{{Lu}}[\pL-]+)(?: (?:& |and )?\p{{Lu}}[\pL-]+){{0,2}})?)"
)
PLACE = (
    r"(?:role|position|post|opening|vacancy|job|opportunity|spot|internship|traineeship|"
    r"placement|apprenticeship|vacancies|roles|gig|search)"
)
PREFIX_OTHER = compiled(
    r"(?i)^.*\b(?:candidature (?:au poste d[e']|pour le poste d[e']|d[e'])|"
    r"candidatura (?:per|come|a la vacante de|al puesto de)|na stanowisko|"
    r"sollicitatie (?:als|voor)|ansökan (?:till|som|om)|functie (?:van )?|vacature|vacante de|"
    r"puesto de|vaga de|solicitud: ?) ?"
)
PERCENT = compiled(
    r"\s*\([^()\n]*\d[^()\n]*(?:uur|h|hours|Std|Stunden|%|Woche|week|horas)[^()\n]*\)|"
    r"\s*\(?\s*\d{1,3}(?:\s*[-–]\s*\d{1,3})?\s*%\s*\)?|\s\d+ ?(?:h|Std\.?|Stunden)\b"
)
SHIFT = compiled(r"(?i)\s[-–—]\s((?:night|day|late|early|weekend)s?(?: shifts?)?)$")
# English: what stands between an article and "role", in whatever case.
BETWEEN = compiled(
    rf"(?i)\b(?:for|in|about|to|regarding|on|with|of|includ\w+|as|that|fill|filling|offer\w*|"
    rf"the|filled|clos\w+|paus\w+|cancel\w*|fill\w*) (?:the|our|a|an|your|"
    rf"this) ([^.;:!?\n]{{2,90}}?),? {PLACE}\b"
)
INNER = compiled(r"(?i)^.*[^f] (?:the|our|a|an|your|this) ")
STRONG: Final = tuple(
    compiled(pattern.replace("TITLE", TITLE))
    for pattern in (
        rf"\b(?i:{PLACE})(?: of| as| for| titled|:|,)?(?: an?| our| the)? [\"'“]?TITLE",
        r"\b(?i:appl(?:y|ied|ying|ication)|candidacy|considered|interview(?:ed|ing)?|"
        r"candidature|interest)(?: to us| with us| letter)?(?: for| as| to be| to become|"
        r" to join us as)(?: the| an?| our| being our)?(?: next| new)? [\"'“]?TITLE",
        r"[Aa]pplication to(?: the| our)? TITLE at\b",
        r"(?i:appointed|chosen|hired|selected)(?: \pL+){1,6} as(?: our| the| an?)?(?: new|"
        r" next)? TITLE",
        r"(?:Bewerbung|beworben|bewirbst|bewerben|Stelle|Position|Funktion|Vakanz|Tätigkeit|"
        r"Praktikum|Anstellung|Gespräch|Vorstellungsgespräch|Posten)(?: \pL+){0,3}? ?(?:als|"
        r"für die Stelle als|zum|zur|:)(?: eine?[rn]?)? [\"'„]?TITLE",
        r"(?:Bewerbung|beworben|bewerben)(?: \pL+){0,3} (?:auf|für|um) (?:die |der |"
        r"eine )?(?:(?:ausgeschriebene |offene )?(?:Stelle|Position|Vakanz|Ausbildung)(?: als|"
        r" der| des| eine[rs]| zum| zur)? )[\"'„]?TITLE",
        r"(?:Stelle|Position|Vakanz|Ausbildung)(?: als| der| des| eine[rs]| zum| zur|"
        r":) [\"'„]?TITLE",
        r"(?:Position|Stelle|Vakanz) [\"'„]?TITLE",
        r"(?:im|den) Bereich TITLE",
        r"(?:[Pp]oste|[Oo]ffre|[Ee]mploi) (?:de |d['’])TITLE",
        r"(?:posizione|ruolo|[Cc]andidatura) (?:di |per |come |"
        r"aperta di )(?:la posizione di )?TITLE",
        r"(?:functie|vacature|positie|rol|sollicitatie)(?: van| als| naar|"
        r" voor)?(?: de functie van)? TITLE",
        r"(?:vaga|posição|cargo|função) (?:de |para |a )TITLE",
        r"(?:stanowisko|stanowisku) TITLE",
        r"(?:rekryteringen|tjänst) av TITLE",
        r"(?:tjänsten|rollen|stillingen|stilling|jobbet) som TITLE",
        r"(?i:seat|place|competition|search|requisition)(?: for| of| as)(?: an?| our| the)? TITLE",
        r"[\"„“']TITLE[\"“”'] ?\((?:m|w|f|d|gn|all)",
        r"\b(?:als|Als|zur|zum) TITLE (?:\((?:m|w|f|d)|arbeiten|brauchen|suchen|benötigen|wirst|"
        r"werden|verstärken|eingestellt)",
    )
)
WEAK: Final = tuple(
    compiled(pattern.replace("TITLE", TITLE))
    for pattern in (
        r"\b(?:as|be|becoming)(?: our| the| an?)?(?: new| next)? TITLE",
        r"\b(?:als|Als) (?:eine?n? |neue[rn]? )?TITLE",
        r"\b(?:the|our|a|an) TITLE",
    )
)
# Positions of universities are called that, not after an occupation.
ACADEMIC = compiled(
    r"(?i)\b((?:phd|ph\.d\.|doctoral|post-?doc(?:toral)?|postdoctoral|lectureship|professorship|"
    r"fellowship|studentship)(?: research(?:er)?)? ?(?:position|student\w*|fellow\w*|post|"
    r"studentship|scholarship|project|"
    r"candidate)?(?: (?:in|on) [\pL-]+(?: [\pL-]+){0,3}?)?)(?:[.,;:!?(\n]|"
    r" (?:at|with|has|is|was|and|has|in the|you|within)\b|$)"
)
GENDERED = compiled(
    r"((?:\p{Lu}[\pL:*/-]*(?:innen)?(?: (?:für|im|in|der|und|&|/|of|and|–|"
    r"-))? ){0,6}\p{Lu}[\pL:*/-]*) ?\((?:m|w|f|d|x|gn|all|h|i)[/|,](?:m|w|f|d|x|div|"
    r"h)[/|,]?(?:\w|div|\*)?\)"
)
SPANISH = compiled(
    r"(?:(?:puesto|plaza|vacante|posición|oferta|empleo|cargo|proceso(?: de selección)?|"
    r"candidatura|solicitud|inscripción|búsqueda)(?: vacante| abierta| abierto)?(?: de| para|"
    r" como| a|:| para el puesto de| para la (?:vacante|plaza|posición) de| al puesto de|"
    r" a la (?:vacante|plaza|oferta) de)|vacante|como|para) (?:la |el |un |una |nuestr[oa] |"
    r"nuev[oa] )?"
)
SPANISH_WORDS = compiled(r"^(?:[\pL/-]+(?: \([^()]{1,20}\))? ?){1,9}")
SPANISH_END = compiled(
    without_accents(
        r"\s(?:en|por|que|ha|he|hemos|han|nos|se|te|le|les|tras|con|al|la|el|los|las|para|a|fue|"
        r"es|esta|este|esa|queda|quedaste|sera|no|publicad[oa]|dentro|ya|a principios|desde|"
        r"donde|va|hasta|lamentamos|pero|y no|y que|y te|y le|y hemos|recibimos|agradecemos|"
        r"finalmente|hace|sin|como|actualmente|tu|su|mi|nuestr[oa]|o|ni)(?:\s|$).*"
    )
)
FIELD = compiled(
    r"(?i)^\s*(?:position|role|job(?: title)?|post|posting|req(?:uisition)?|job posting|"
    r"(?:position|role|job) applied for|vacancy|opening|stelle|stellenbezeichnung|puesto|"
    r"vacante|plaza|cargo|re|betr(?:eff|\.)?|asunto|ref|subject)\s*: +(\S.*)$"
)
SUBJECT_PREFIX = compiled(
    r"(?i)^(?:(?:re|fwd?|aw|wg|rv|sv|antw|update|news|status|result|outcome)\s*(?:on|"
    r":)\s*)*(?:(?:your|ihre|deine|tu|su|update on|update regarding|update on your|regarding|"
    r"regarding your|about your|thank you for your|thanks for your|status of your|the|"
    r"outcome of your|information about your|actualización (?:sobre|de) (?:tu|su)|"
    r"gracias por tu) )*((?:job )?(?:application|applying|interview|candidacy|bewerbung|"
    r"vorstellungsgespräch|gespräch|candidatura|solicitud|proceso(?: de selección)?|entrevista|"
    r"postulación|absage)\s*(?:status|update)?\s*(?:for the (?:position|role|post) of|for the|"
    r"for|as|als|auf die stelle als|um die stelle als|als|zur|zum|para el puesto de|para|"
    r"de)?(?:\s|:)\s*(?:[-–|:]\s)?(?:an? |the )?)?(.+)$"
)
SUBJECT_END = compiled(
    r"(?i)(?:\s(?:at|bei|with|role|position|search|application|vacancy|interview|opening|post|"
    r"opportunity|at|update|outcome)\b.*|\s[-–—|]\s.*|\s\((?:ref|req|job|id|\d).*)$"
)
REFERENCE = compiled(
    r"(?i)(?:^|\s|\()#?(?:ref(?:erence)?\.?:? ?(?:no\.? ?)?|req(?:uisition)?\.?:? ?|job ?id:? ?|"
    r"id:? ?|kennziffer:? ?|nr\.? ?)?[A-Z]{0,5}[-_/]?\d[\w/-]*\d\)?(?:\s|$|\))|"
    r"\((?:ref|req)[^()]*\)"
)
GENDER = compiled(
    r"(?i)\s*[(\[]\s*(?:m|w|f|d|x|gn|h|i|all genders?|div|mujer|hombre|a|o|as|"
    r"all)(?:\s*[/|,*]\s*(?:m|w|f|d|x|h|i|div|gn|\*|mujer|hombre))*\s*\*?[)\]]"
)
# A technology in brackets is part of a title; hours, shifts, places and teams are not.
TECHNICAL = compiled(
    r"(?i)^(?:[\w.#+/& -]*\b(?:python|java|javascript|typescript|react|angular|vue|node|go|"
    r"golang|rust|ruby|rails|php|kotlin|swift|ios|android|django|flutter|scala|elixir|sap|"
    r"salesforce|aws|azure|gcp|kubernetes|sql|devops|embedded|backend|frontend|front-end|"
    r"back-end|fullstack|full-stack|linux|cobol|unity|laravel|spring|b2b|b2c|seo|crm|"
    r"erp)\b[\w.#+/& -]*|c|c\+\+|c#|\.net|r)$"
)
BRACKETS = compiled(r"\s*\(([^()]*)\)")
CUT = compiled(r"\s[-–—|·]\s.*$|\s*[;:](?:\s.*)?$")
FUNCTION = compiled(
    r"(?i)\b(?:manager|director|head|vp|president|lead|associate|executive|engineer|analyst|"
    r"specialist|officer|counsel|consultant|partner|scientist|designer)$"
)
FILLER = compiled(
    r"(?i)^(?:um|für|auf|als|zur|zum|for|as|para|die|der|das|den|eine?[nr]?|"
    r"stelle (?:als|im|für)|bereich|angelegenheit|an?|the|our|your|open|advertised|vacant|above|"
    r"new|next|puesto de|plaza de|position|stelle|posición de|vacante de|oferta de|cargo de|"
    r"empleo de) "
)
PLACE_AFTER = compiled(
    r"(?i) (?:role|position|post|opening|vacancy|job|opportunity|spot|search|Stelle)$"
)
_GENERIC_WORDS: Final = (
    "open current above above-mentioned advertised next other another future similar different "
    "new right same vacant available this specific particular permanent full-time part-time of "
    "any suitable relevant appropriate job our your first final few number many position role "
    "post opening opportunity vacancy application interview the a an stated listed mentioned "
    "great exciting interesting such ideal dream best relevant junior senior more remote more- "
    "senior site manager's said following subject referenced hiring in to for as well early "
    "selection recruitment process team company us you member it that stelle position bewerbung "
    "unser unsere ihr ihre ausgeschriebene oben genannte persona candidato candidata candidatos "
    "primera conversacion entrevista entrevistas "
    "proceso seleccion puesto vacante empleo trabajo cargo oferta plaza el la los las nuestro "
    "nuestra equipo otro otra otros otras poder ello eso ti usted mas siempre parte"
)
GENERIC: Final = frozenset(_GENERIC_WORDS.split())
NO_ROLE = compiled(
    r"(?i)\b(?:we|you|have|has|had|was|were|been|will|not|thank|time|interest|which|who|because|"
    r"unfortunately|received|decided|would|their|they|i|my|feel|hope|is|are|leider|wir|sie|"
    r"haben|wurde|cv|resume|upcoming|future|other|similar|suitable)\b"
)
BARE_TEAM = compiled(
    r"(?i)\b(?:team|committee|board|group|department|hiring manager|kind regards|regards|union)$"
)
AS = compiled(
    r"(?i)\b(?:as|als) (?:an? |the |eine?n? )?([\pL/-]+(?: [\pL/-]+){0,3}?)(?: (?:in|at|for|and|"
    r"but|on|with|back|last|this|bei|im|und|von|beworben|through|via|position|role)\b|[.,;!\n(]|"
    r"$)"
)
AT = compiled(r"(?i)^(?:at|bei|en|with|mit|de|to)\b")
SPLIT = compiled(r"\s[-–—|:/·]\s|: ")
OF = compiled(r" (?:del|de la|en el|en la|en) (\p{Lu}[\pL-]+)")
INFINITIVE = compiled(
    r"^\pL+(?:arse|erse|irse|arte|erte|irte)\b|^(?:formar|trabajar|cubrir|ser)\b"
)
IN_PLACE = compiled(
    r" (?:im|in der|in the|am|an der|at the|der|des|bei|beim|en el|en la|del) (\p{Lu}.*)$"
)
