"""Whether they talked: at a first screen, in an interview, or not at all."""

from __future__ import annotations

from typing import Final

from cogs.draft.reading.phrases import Phrases

# Not got there: these say that there will be no interview.
NOT_INVITED: Final = Phrases(
    [
        (
            r"(?:not|n't|unable|cannot|can't|won't|unfortunately|rather than|without|"
            r"declin\w+) .*(?:\binvit\w+|shortlist\w*|select\w+|ask\w*|offer\w*|call\w*|"
            r"proceed\w*|progress\w*|mov\w+|tak\w+|advanc\w+|bring\w*|be) .*\b(?:to|for|with|"
            r"an?) (?:\w+ ){0,3}(?:interview|conversation|call|meet|assessment)"
        ),
        (
            r"(?:those|people|writers|candidates|applicants|ones|few|five|six|"
            r"handful)\b.* (?:we'll|we will|we'd|we are|we're|to) (?:be )?(?:meet\w*|talk\w*|"
            r"speak\w*|interview\w*|see\w*)"
        ),
        r"anderen? (?:\w+ )?(?:kandidat|bewerb)\w* .*gespräch",
        (
            r"(?:bis zu|die|der) \w+,? .*(?:personen|bewerber\w*|kandidat\w*|"
            r"die wir) .*(?:einladen|gespräch)"
        ),
        r"\w+ personen zu einem",
        r"über ein gespräch",
        r"offer you an interview",
        (
            r"(?:invited|shortlisted|selected|chosen) (?:for|to) (?:an )?interview (?:had|were|"
            r"are|have)"
        ),
        r"selected (?:\w+ ){0,4}for (?:an )?interview",
        r"(?:for|to) the interview (?:stage|phase)",
        r"shortlisted for interview",
        r"candidates (?:for|to) interview",
        r"next (?:conversation|call)",
        (
            r"(?:nicht|kein\w*|leider) .*(?:zu[mr]? |zu einem |"
            r"weiteren? )(?:\w+ )?(?:vorstellungs|bewerbungs|kennenlern)?gespräch"
        ),
        r"(?:nicht|kein) .*probearbeiten einladen",
        r"zu[mr]? (?:\w+ )?gespräch(?:en)? (?:\w+ )?(?:eingeladen|einladen|einzuladen)",
        r"no .*(?:a|para|de|en) (?:la |una |las )?(?:fase de |siguiente )?entrevistas?",
        r"convocad[oa]s? a (?:la |una )?entrevista",
    ],
    unless=[
        r"your interview",
        r"interviewed",
        r"following (?:your|the|our) interview",
        r"after (?:your|the|our) interview",
        r"(?:next|second|final|further|another) (?:round of )?interview",
        r"ihr\w* gespräch\w* ",
        r"tu entrevista",
        r"su entrevista",
    ],
)
SCREEN: Final = Phrases(
    [
        (
            r"(?:first|initial|intro\w*|quick|short|brief|screening|phone|telephone|video|zoom|"
            r"exploratory|15.minute|20.minute|30.minute) (?:\w+ )?(?:call|chat|phone call|"
            r"screen|screening)"
        ),
        (
            r"(?:phone|telephone|screening|telephonic|one-way|recorded|pre-?recorded|hirevue|"
            r"async\w*) (?:video )?(?:screen|interview|call|conversation)\w*"
        ),
        r"on the (?:phone|call)",
        r"(?:our|the|your|that|for the|a) (?:\w+ )?(?:call|phone conversation)\b",
        (
            r"(?:spoke|speaking|speak|talk|talking|talked|chatting) (?:\w+ ){0,4}(?:by|over the|"
            r"on the) (?:phone|telephone)"
        ),
        (
            r"(?:online|skills|aptitude|technical|written|coding|numerical|psychometric|"
            r"situational|personality|cognitive) (?:\w+ )?(?:test|tests|assessment|challenge|"
            r"assessments|exam|quiz)"
        ),
        r"(?:assessment|test|coding challenge|hackerrank|codility|codesignal)(?: |$|[.,])",
        r"questionnaire",
        r"(?:phone|telephone) (?:talk|chat|catch-?up)",
        r"online (?:[\w-]+ ){0,5}tests?\b",
        (
            r"(?:the|your|our) (?:chat|call|conversation) with \w+ (?:from|in|on) (?:our |"
            r"the )?(?:recruit|talent|people|hr)\w*"
        ),
        r"video assessment",
        r"\w+'s (?:call|chat)\b",
        r"the (?:call|chat) (?:on|last|yesterday|earlier)",
        r"telefoniert\b|telefonat\w*|\w+-aufgabe\b|testaufgabe",
        r"resultados? de (?:las|los|sus|tus) (?:pruebas|tests?)|las pruebas que",
        r"telefonsamtal|telefoongesprek|colloquio telefonico|entretien téléphonique",
        (
            r"(?:telefonat|telefongespräch|telefoninterview|telefonisch\w*|erstgespräch|"
            r"videocall|eignungstest|einstellungstest|online-?test|onlinetest|"
            r"online-?assessment|testergebnis\w*|auswahltest|erstes telefon\w*|"
            r"kurze[ns]? (?:gespräch|call|telefon\w*)|programmiertest|"
            r"erste[sn]? (?:gespräch|call|kennenlernen))\b"
        ),
        r"\btest\b",
        (
            r"(?:llamada|telefónic[oa]|por teléfono|videollamada inicial|"
            r"primera (?:llamada|conversación|toma de contacto)|"
            r"prueba (?:online|técnica|escrita|psicotécnica|de nivel|de acceso|de aptitud|"
            r"de conocimientos)|tests? (?:online|psicotécnic\w+|técnico)|cuestionario|"
            r"pruebas (?:online|psicotécnic\w+|técnic\w+|escritas)|test\b)"
        ),
    ],
    unless=[
        r"(?:give|ring|call) (?:me|us)",
        r"happy to (?:\w+ ){0,3}(?:call|chat)",
        r"arrange a",
        r"(?:schedule|set up|book|hop on|jump on|have) a (?:\w+ )?(?:call|chat)",
        r"llámame",
        r"test (?:engineer|automation|manager|lead)",
        r"if you(?:'d| would)? .*call",
        r"(?:am|gern\w*) (?:am )?telefon",
        r"stehe\w* .*telefonisch",
        r"telefonisch (?:zur|unter)",
        r"telefonisch .*rückmeldung",
        r"greatest",
        r"call for",
        r"call (?:center|centre)",
    ],
)
INTERVIEW: Final = Phrases(
    [
        r"(?:taster|trial|working|shadow) (?:day|shift|session|lesson|week)s?",
        r"(?:first|second|third|\d(?:st|nd|rd|th)) (?:\w+ )?round",
        r"thank(?:s| you) for \w+ing with us",
        r"(?:your|the) time (?:on|last|this|yesterday|today|you (?:gave|invested|spent|took))\b",
        r"(?:lovely|wonderful|fun) (?:to (?:meet|talk|chat)|talking|meeting|speaking|chatting)",
        r"visiting (?:us|our|the)\b|group exercise|assessment centre",
        r"your (?:seminar|case presentation|audition|demo)",
        (
            r"zur probe (?:ge)?arbeit\w*|unterrichtsstunde|viermal bei uns|dreimal bei uns|"
            r"zweimal bei uns"
        ),
        (
            r"haciendo la prueba|hiciste la prueba|en la prueba\b|vinier\w+ a|viniste|curraste|"
            r"charlas\b"
        ),
        r"entretien\b|gesprek(?:ken)?\b|rozmow\w+ kwalif\w+|colloquio|intervju\w*|gesprekken",
        r"interview(?:s|ed|ing|er|ers)?\b",
        r"(?:meet|meeting|met) (?:with )?(?:you|me|us|the|our|all|everyone|everybody)\b",
        (
            r"(?:meet|speak|talk|chat|sit down|spend time|spending time) with (?:us|me|our|the|"
            r"several|members|everyone)"
        ),
        r"(?:speak|talk)(?:ing)? to (?:us|me|the team)",
        (
            r"(?:coming|came|come|drop\w* |visit\w*) (?:in|by|over|down|up|"
            r"to (?:see|meet|visit|our|the)|all the way)"
        ),
        (
            r"(?:visit|time|day|afternoon|morning|conversations?|discussions?|"
            r"chats?) (?:you spent |spent )?with (?:us|me|our|the (?:team|panel|committee)|"
            r"you)\b"
        ),
        r"(?:afternoon|morning|day|days|hour|hours|time) you (?:\w+ )?spent",
        r"trial (?:shift|day|lesson|week)",
        r"(?:onsite|on-site|in-person|in person)\b",
        (
            r"(?:panel|your (?:\w+ )?(?:presentation|lesson|talk|portfolio review|case study|"
            r"task|take-?home|audition))"
        ),
        r"pairing session",
        r"take-?home",
        r"(?:two|three|several|our) (?:conversations|meetings|discussions|rounds)",
        r"spending (?:the|a|an|so much) (?:day|afternoon|morning)",
        r"thank you for (?:the|our|your) (?:\w+ )?(?:conversation|talk|visit|presentation)",
        r"great (?:to meet|meeting|talking|speaking|chatting)",
        r"pleasure (?:to meet|meeting|speaking|talking)",
        r"enjoyed (?:\w+ ){0,3}(?:meeting|talking|speaking|conversation)",
        r"(?:good|nice|lovely) (?:to meet|meeting)",
        r"assessment (?:day|centre|center)",
        (
            r"(?:vorstellungs|bewerbungs|kennenlern|vorstellungsgespräch|fach|"
            r"zweit)?(?:gespräch)\w*\b"
        ),
        r"vorstellungs\w+",
        r"probe(?:arbeit\w*|tag\w*|schicht|stunde|unterricht)",
        r"hospitation\w*",
        r"kennenlern\w*|kennenzulernen|kennengelernt",
        r"(?:ihr|euer|dein)(?:e[nmrs]?)? (?:besuch|präsentation|probe\w+|aufgabe|fallstudie)",
        r"assessment-?center",
        r"persönlich vorgestellt",
        r"schnuppertag\w*",
        r"(?:bei uns|vor ort) (?:waren|warst|vorgestellt)",
        r"arbeitsprobe\w*",
        r"vorstellungsrunde",
        r"entrevista\w*",
        (
            r"(?:reunirte|reunirse|reunión|conocerte|conocerle|conocerla|conocerlo|conversación|"
            r"conversaciones|charla)\b"
        ),
        r"(?:día|clase|turno|jornada|viernes|semana) de prueba",
        r"prueba (?:de cocina|práctica|presencial)",
        r"venir a\b",
        r"recibir(?:te|le|la|lo)\b",
        r"haber(?:te|le|nos) (?:acercado|visitado|conocido|reunido)",
        r"tu (?:visita|presentación|caso)",
        r"su (?:visita|presentación)",
        r"caso práctico",
        r"dinámica de grupo",
        r"assessment presencial",
    ],
    unless=[
        r"that (?:came|come) in",
        r"en tu caso|es tu caso|en su caso|es su caso",
        r"(?:future|sin) (?:interview|entrevista)s?",
        r"if you(?:'d| would) like to",
        r"happy to (?:meet|talk|speak|chat|sit)",
        r"(?:glad|like) to talk",
        r"drop (?:me|us)",
        r"hear (?:back )?(?:from|by)",
        r"(?:für|in) ein\w* (?:feedback)?gespräch (?:gern|zur)",
        r"wish you",
        r"feedback-?gespräch",
        (
            r"meet (?:the|all|our|your|these|those) (?:\w+ ){0,2}(?:criteria|requirements|needs|"
            r"qualifications|minimum|expectations)"
        ),
        r"gern\w* (?:ein|in einem) (?:\w+ )?gespräch",
        r"im gespräch (?:bleiben|zu bleiben)",
        r"(?:hope|would like|look\w* forward|love) to (?:meet|meeting|see)",
    ],
)
