"""How far the member had got when they were turned down."""

from __future__ import annotations

from typing import Final

from cogs.draft.reading.letter import Stage
from cogs.draft.reading.page import Page
from cogs.draft.reading.phrases import Phrases

_OFFER_WITHDRAWN: Final = Phrases(
    [
        r"(?:withdraw|withdrawing|withdrew|rescind|rescinding|revoke|revoking|retract\w*|"
        r"pull(?:ing)?)"
        r" (?:\w+ ){0,4}offer", r"offer\b.*\b(?:withdrawn|rescinded|revoked|retracted|"
        r"no longer (?:valid|stands))", r"(?:angebot|zusage|vertragsangebot)\b.*\b(?:zurück\w*|"
        r"widerruf\w*)", r"(?:ziehen|zieht|widerruf\w*|nehmen) .*(?:angebot|zusage)\b",
        r"(?:retira\w*|revoca\w*|anula\w*|dejar sin efecto|deja sin efecto) .*\boferta",
        r"oferta .*\b(?:retirada|anulada|sin efecto|revocada)",
    ],
    unless=[r"withdraw(?:n|ing)? (?:\w+ )?your (?:application|candida)",
    r"offers? from (?:other|another)", r"retirar su candidatura"],
)  # fmt: skip
_SILENCE: Final = Phrases(
    [
        r"(?:never|haven't|have not|didn't|did not|not|havent|didnt) (?:\w+ )?(?:heard|hear|"
        r"got(?:ten)? (?:an? )?(?:answer|reply|response)|replied|answered|responded|received)",
        r"(?:still|immer noch|noch immer|sigo|todavía estoy|todavía) (?:waiting|warte\w*|"
        r"esperando)",
        r"ni un (?:triste |solo )?(?:correo|mensaje|mail)", r"ghosted", r"radio silence",
        r"crickets", r"no (?:answer|reply|response|word|news)\b",
        r"(?:complete|total|just|then|only|since then) (?:silence|nothing)",
        r"(?:since|then|and),? "
        r"(?:\w+ )?nothing\b", r"silence since", r"went (?:quiet|silent|dark)",
        r"nie (?:wieder |mehr )?(?:etwas |was )?(?:gehört|gemeldet|eine (?:antwort|rückmeldung))",
        r"nichts (?:mehr )?(?:gehört|bekommen)", r"keine (?:antwort|rückmeldung|reaktion)",
        r"funkstille", r"meld\w+ sich (?:niemand|keiner|nicht)", r"seitdem (?:nichts|stille)",
        r"geghostet",
        r"(?:nunca|no|jamás) (?:más |me |he |volv\w+ )*(?:supe|sé|saber|contest\w+|respond\w+|"
        r"recib\w+|dijeron|llam\w+|tenido)", r"sin (?:respuesta|noticias)", r"silencio",
        r"ni (?:siquiera )?(?:contestan|responden|una respuesta)", r"no (?:contestan|responden)",
        r"nada (?:más )?(?:desde entonces|de nada)",
    ]
)  # fmt: skip
_FINAL: Final = Phrases(
    [
        r"between (?:yourself|you) and",
        r"one of (?:those|these|the|our) (?:last |final "
        r")?(?:two|three|"
        r"four)\b", r"(?:you|she|he) came second|silver medal", r"(?:three|two|all) finalists",
        r"last (?:two|three) of you|the other (?:finalist|person), who",
        r"nur noch (?:zu zweit|zu dritt|zwei|drei)|letzten? (?:zwei|drei|beiden)|zu zweit gewesen",
        r"hasta el final|solo (?:quedabais |erais |estabais )?dos\b|estabais solo dos|solo "
        r"llegaron",
        r"quedaste (?:de )?segund\w+", r"laatste twee|dernier tour|finale?\b.*candid",
        r"final (?:round|interview|panel|presentation|candidates|two|three|four|shortlist|"
        r"conversation"
        r"|meeting|selection round)", r"(?:last|final) (?:round|stage)(?: of)? (?:interview|"
        r"with|we|"
        r"you|on|in)", r"(?:reached|reach|made it to|in|to|at|through|got to) (?:the|our|this) "
        r"(?:very )?(?:last|final) (?:round|stage|two|three|four)",
        r"(?:last|final) (?:two|three|four)",
        r"second choice", r"runner-?up", r"close second", r"second place", r"came second",
        r"final(?:ist|ists)\b", r"between (?:you and (?:one|another)|(?:the |you )two)",
        r"down to (?:you|two|the two)",
        r"(?:two|three) (?:remaining|final) candidates", r"one of (?:the )?(?:two|three|our two|"
        r"last)",
        r"other finalist", r"last round", r"one of the other two", r"number two",
        r"(?:endrunde|schlussrunde|finalrunde|finale)\b", r"letzte[nr]? (?:\w+ )?(?:runde|"
        r"gespräch\w*|"
        r"auswahlrunde|zwei|beiden|drei)", r"(?:zwei|beiden|drei) (?:verbliebenen|letzten|besten|"
        r"finalen)", r"zweitplatziert\w*", r"zweite (?:wahl|stelle)", r"platz (?:zwei|2)\b",
        r"abschluss(?:präsentation|gespräch|runde)", r"engste[nr]? (?:wahl|auswahl|kreis)",
        r"knapp(?:e)? (?:entscheidung|an)", r"(?:auf dem|den) zweiten platz", r"final(?:gespräch|"
        r"kandidat\w*)", r"zwischen ihnen und",
        r"(?:última|ultima) (?:ronda|fase|entrevista|etapa)",
        r"(?:fase|ronda|entrevista|etapa|terna) "
        r"final", r"finalistas?\b", r"segunda (?:opción|candidat\w+|posición)",
        r"segundo (?:lugar|"
        r"candidato|puesto)", r"quedaste (?:en )?segund[oa]",
        r"quedó (?:usted )?(?:en )?segund[oa]",
        r"últim[oa]s (?:dos|tres)", r"(?:dos|tres) (?:últim|finalist|candidat)\w+", r"terna\b",
        r"(?:entre|una de) (?:las )?dos (?:personas|candidaturas)", r"entre (?:usted|tú) y",
        r"recta final",
    ],
    unless=[r"not (?:been )?(?:selected|shortlisted|chosen|invited|progress\w*)\b.* final",
            r"nicht .*(?:in die|zur) (?:endrunde|letzten)", r"no .*(?:pasar?|pasado|avanzar?) a "
            r"la",
            r"final (?:decision|result)"],
)  # fmt: skip
# Not got there: these say that there will be no interview.
_NOT_INVITED: Final = Phrases(
    [
        r"(?:not|n't|unable|cannot|can't|won't|unfortunately|rather than|without|declin\w+) .*"
        r"(?:\binvit\w+|shortlist\w*|select\w+|ask\w*|offer\w*|call\w*|proceed\w*|progress\w*|"
        r"mov\w+|"
        r"tak\w+|advanc\w+|bring\w*|be) .*\b(?:to|for|with|an?) (?:\w+ ){0,3}(?:interview|"
        r"conversation"
        r"|call|meet|assessment)",
        r"(?:those|people|writers|candidates|applicants|ones|few|five|six|handful)\b.* (?:we'll|"
        r"we will|"
        r"we'd|we are|we're|to) (?:be )?(?:meet\w*|talk\w*|speak\w*|interview\w*|see\w*)",
        r"anderen? (?:\w+ )?(?:kandidat|bewerb)\w* .*gespräch",
        r"(?:bis zu|die|der) \w+,? "
        r".*(?:personen|"
        r"bewerber\w*|kandidat\w*|die wir) .*(?:einladen|gespräch)", r"\w+ personen zu einem",
        r"über ein gespräch", r"offer you an interview",
        r"(?:invited|shortlisted|selected|chosen) (?:for|to) (?:an )?interview (?:had|were|are|"
        r"have)",
        r"selected (?:\w+ ){0,4}for (?:an )?interview", r"(?:for|to) the interview (?:stage|"
        r"phase)",
        r"shortlisted for interview", r"candidates (?:for|to) interview",
        r"next (?:conversation|call)",
        r"(?:nicht|kein\w*|leider) .*(?:zu[mr]? |zu einem |weiteren? )(?:\w+ )?(?:vorstellungs|"
        r"bewerbungs|kennenlern)?gespräch", r"(?:nicht|kein) .*probearbeiten einladen",
        r"zu[mr]? (?:\w+ )?gespräch(?:en)? (?:\w+ )?(?:eingeladen|einladen|einzuladen)",
        r"no .*(?:a|para|de|en) (?:la |una |las )?(?:fase de |siguiente )?entrevistas?",
        r"convocad[oa]s? a (?:la |una )?entrevista",
    ],
    unless=[r"your interview", r"interviewed", r"following (?:your|the|our) interview",
            r"after (?:your|the|our) interview", r"(?:next|second|final|further|another) "
            r"(?:round of )?"
            r"interview", r"ihr\w* gespräch\w* ", r"tu entrevista", r"su entrevista"],
)  # fmt: skip
_SCREEN: Final = Phrases(
    [
        r"(?:first|initial|intro\w*|quick|short|brief|screening|phone|telephone|video|zoom|"
        r"exploratory|"
        r"15.minute|20.minute|30.minute) (?:\w+ )?(?:call|chat|phone call|screen|screening)",
        r"(?:phone|telephone|screening|telephonic|one-way|recorded|pre-?recorded|hirevue|"
        r"async\w*) "
        r"(?:video )?(?:screen|interview|call|conversation)\w*", r"on the (?:phone|call)",
        r"(?:our|the|your|that|for the|a) (?:\w+ )?(?:call|phone conversation)\b",
        r"(?:spoke|speaking|speak|talk|talking|talked|chatting) (?:\w+ ){0,4}(?:by|over the|on "
        r"the) "
        r"(?:phone|telephone)", r"(?:online|skills|aptitude|technical|written|coding|numerical|"
        r"psychometric|situational|personality|cognitive) (?:\w+ )?(?:test|tests|assessment|"
        r"challenge|"
        r"assessments|exam|quiz)", r"(?:assessment|test|coding challenge|hackerrank|codility|"
        r"codesignal)"
        r"(?: |$|[.,])", r"questionnaire",
        r"(?:phone|telephone) (?:talk|chat|catch-?up)", r"online (?:[\w-]+ ){0,5}tests?\b",
        r"(?:the|your|our) (?:chat|call|conversation) with \w+ (?:from|in|on) (?:our |the "
        r")?(?:recruit|"
        r"talent|people|hr)\w*", r"video assessment", r"\w+'s (?:call|chat)\b",
        r"the (?:call|chat) (?:on|last|yesterday|earlier)",
        r"telefoniert\b|telefonat\w*|"
        r"\w+-aufgabe\b|testaufgabe",
        r"resultados? de (?:las|los|sus|tus) (?:pruebas|tests?)|las pruebas que",
        r"telefonsamtal|telefoongesprek|colloquio telefonico|entretien téléphonique",
        r"(?:telefonat|telefongespräch|telefoninterview|telefonisch\w*|erstgespräch|videocall|"
        r"eignungstest|einstellungstest|online-?test|onlinetest|online-?assessment|"
        r"testergebnis\w*|"
        r"auswahltest|erstes telefon\w*|kurze[ns]? (?:gespräch|call|telefon\w*)|programmiertest|"
        r"erste[sn]? (?:gespräch|call|kennenlernen))\b", r"\btest\b",
        r"(?:llamada|telefónic[oa]|por teléfono|videollamada inicial|primera (?:llamada|"
        r"conversación|"
        r"toma de contacto)|prueba (?:online|técnica|escrita|psicotécnica|de nivel|de acceso|"
        r"de aptitud|de conocimientos)|tests? (?:online|psicotécnic\w+|técnico)|cuestionario|"
        r"pruebas (?:online|psicotécnic\w+|técnic\w+|escritas)|test\b)",
    ],
    unless=[r"(?:give|ring|call) (?:me|us)", r"happy to (?:\w+ ){0,3}(?:call|chat)", r"arrange a",
            r"(?:schedule|set up|book|hop on|jump on|have) a (?:\w+ )?(?:call|chat)", r"llámame",
            r"test (?:engineer|automation|manager|lead)", r"if you(?:'d| would)? .*call",
            r"(?:am|gern\w*) (?:am )?telefon", r"stehe\w* .*telefonisch",
            r"telefonisch (?:zur|unter)", r"telefonisch .*rückmeldung",
            r"greatest", r"call for", r"call (?:center|centre)"],
)  # fmt: skip
_INTERVIEW: Final = Phrases(
    [
        r"(?:taster|trial|working|shadow) (?:day|shift|session|lesson|week)s?",
        r"(?:first|"
        r"second|third|"
        r"\d(?:st|nd|rd|th)) (?:\w+ )?round", r"thank(?:s| you) for \w+ing with us",
        r"(?:your|the) time (?:on|last|this|yesterday|today|you (?:gave|invested|spent|took))\b",
        r"(?:lovely|wonderful|fun) (?:to (?:meet|talk|chat)|talking|meeting|speaking|chatting)",
        r"visiting (?:us|our|the)\b|group exercise|assessment centre",
        r"your (?:seminar|case "
        r"presentation|audition|demo)",
        r"zur probe (?:ge)?arbeit\w*|unterrichtsstunde|viermal bei uns|dreimal bei uns|zweimal "
        r"bei uns",
        r"haciendo la prueba|hiciste la prueba|en la prueba\b|vinier\w+ a|viniste|curraste|"
        r"charlas\b",
        r"entretien\b|gesprek(?:ken)?\b|rozmow\w+ kwalif\w+|colloquio|intervju\w*|gesprekken",
        r"interview(?:s|ed|ing|er|ers)?\b", r"(?:meet|meeting|met) (?:with )?(?:you|me|us|the|"
        r"our|all|"
        r"everyone|everybody)\b", r"(?:meet|speak|talk|chat|sit down|spend time|spending "
        r"time) with"
        r" (?:us|me|our|the|several|members|everyone)", r"(?:speak|talk)(?:ing)? to (?:us|me|"
        r"the team)",
        r"(?:coming|came|come|drop\w* |visit\w*) (?:in|by|over|down|up|to (?:see|meet|visit|our|"
        r"the)|"
        r"all the way)", r"(?:visit|time|day|afternoon|morning|conversations?|discussions?|"
        r"chats?) "
        r"(?:you spent |spent )?with (?:us|me|our|the (?:team|panel|committee)|you)\b",
        r"(?:afternoon|morning|day|days|hour|hours|time) you (?:\w+ )?spent",
        r"trial (?:shift|day|lesson|week)", r"(?:onsite|on-site|in-person|in person)\b",
        r"(?:panel|your (?:\w+ )?(?:presentation|lesson|talk|portfolio review|case study|task|"
        r"take-?"
        r"home|audition))", r"pairing session", r"take-?home", r"(?:two|three|several|our) "
        r"(?:conversations|meetings|discussions|rounds)", r"spending (?:the|a|an|so much) (?:day|"
        r"afternoon|morning)", r"thank you for (?:the|our|your) (?:\w+ )?(?:conversation|talk|"
        r"visit|"
        r"presentation)", r"great (?:to meet|meeting|talking|speaking|chatting)",
        r"pleasure (?:to "
        r"meet|meeting|speaking|talking)", r"enjoyed (?:\w+ ){0,3}(?:meeting|talking|speaking|"
        r"conversation)", r"(?:good|nice|lovely) (?:to meet|meeting)",
        r"assessment (?:day|centre|center)",
        r"(?:vorstellungs|bewerbungs|kennenlern|vorstellungsgespräch|fach|"
        r"zweit)?(?:gespräch)\w*\b",
        r"vorstellungs\w+", r"probe(?:arbeit\w*|tag\w*|schicht|stunde|unterricht)",
        r"hospitation\w*",
        r"kennenlern\w*|kennenzulernen|kennengelernt", r"(?:ihr|euer|dein)(?:e[nmrs]?)? (?:besuch|"
        r"präsentation|probe\w+|aufgabe|fallstudie)", r"assessment-?center",
        r"persönlich vorgestellt",
        r"schnuppertag\w*", r"(?:bei uns|vor ort) (?:waren|warst|vorgestellt)", r"arbeitsprobe\w*",
        r"vorstellungsrunde",
        r"entrevista\w*", r"(?:reunirte|reunirse|reunión|conocerte|conocerle|conocerla|conocerlo|"
        r"conversación|conversaciones|charla)\b", r"(?:día|clase|turno|jornada|viernes|semana) "
        r"de prueba",
        r"prueba (?:de cocina|práctica|presencial)", r"venir a\b", r"recibir(?:te|le|la|lo)\b",
        r"haber(?:te|le|nos) (?:acercado|visitado|conocido|reunido)",
        r"tu (?:visita|presentación|caso)",
        r"su (?:visita|presentación)", r"caso práctico", r"dinámica de grupo",
        r"assessment presencial",
    ],
    unless=[r"that (?:came|come) in", r"en tu caso|es tu caso|en su caso|es su caso",
            r"(?:future|sin) (?:interview|entrevista)s?", r"if you(?:'d| would) like to",
            r"happy to (?:meet|talk|speak|chat|sit)", r"(?:glad|like) to talk", r"drop (?:me|us)",
            r"hear (?:back )?(?:from|by)", r"(?:für|in) ein\w* (?:feedback)?gespräch (?:gern|zur)",
            r"wish you", r"feedback-?gespräch", r"meet (?:the|all|our|your|these|those) (?:\w+ "
            r"){0,2}"
            r"(?:criteria|requirements|needs|qualifications|minimum|expectations)",
            r"gern\w* (?:ein|in "
            r"einem) (?:\w+ )?gespräch", r"im gespräch (?:bleiben|zu bleiben)",
            r"(?:hope|would like|look\w* forward|love) to (?:meet|meeting|see)"],
)  # fmt: skip
_APPLIED: Final = Phrases(
    [
        r"sending (?:us |in )?(?:your|in)", r"your (?:reel|letter|book|work samples|email)",
        r"put (?:you|"
        r"your \w+) forward|the profiles\b", r"ihre mail|deine mail|ihre mappe|deine mappe",
        r"tu carta|su carta|tu porfolio|tu portfolio|la búsqueda",
        r"appl(?:y|ied|ying|ication|icant|ications|icants)\b",
        r"(?:cv|resume|cover letter|portfolio)\b",
        r"candida(?:cy|ture|te|tes)\b", r"your (?:interest|profile|background|submission|"
        r"qualifications)",
        r"expression of interest",
        r"bewerb\w*", r"(?:deine|ihre|eingereichten|zugesandten) unterlagen", r"lebenslauf",
        r"interesse an", r"ihr profil|dein profil",
        r"candidat\w*", r"solicitud", r"currículum|cv\b", r"inscri\w+", r"postul\w+",
        r"tu perfil|su perfil",
        r"tu interés|su interés", r"procesos? (?:de selección|selectivo)|convocatoria|vacante",
        r"sollicitatie|candidature|candidatura",
    ]
)  # fmt: skip


def stage(page: Page, note: bool) -> Stage:
    """Return how far the member had got; ``note`` says that it is their own note, no letter."""
    if note and _SILENCE.said(page.said):
        return "silence"
    # Subject lines count: "Your interview at ..." is all some letters say about it.
    lines = [*page.everything, page.headers.subject.lower()]
    if _OFFER_WITHDRAWN.said(lines):
        return "offer_withdrawn"
    invited = [each for each in lines if not _NOT_INVITED.said([each])]
    if _FINAL.said(invited):
        return "final"
    screened = _SCREEN.said(invited)
    # "Phone interview" is a screen: what names one is taken out before interviews are looked for.
    if _INTERVIEW.said(_SCREEN.taken_out(each) for each in invited):
        return "interview"
    if screened:
        return "screen"
    return "application" if _APPLIED.said(lines) or page.headers.subject else "unknown"
