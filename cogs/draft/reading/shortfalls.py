"""Reasons of fit: what the member lacked, or who was the better match."""

from __future__ import annotations

from typing import Final

from cogs.draft.reading.phrases import Phrases

# Whoever writes that somebody else fitted better says nothing about what the member lacks.
_OTHERS: Final = (
    r"(?:another|other|others|different|stronger|internal) (?:\w+ ){0,3}(?:candidate|applicant|"
    r"person|people|profile|professional|bloke|guy|portfolio)s?\b|"
    r"several (?:\w+ )?(?:candidate|applicant)s?\b|"
    r"(?:gave|given|went|gone|going|giving|chosen|chose|offered|appointed|hired|picked|decided|"
    r"appoint|hire)\b.* (?:someone|somebody|a candidate)\b|mitbewerber\w*|(?:für|auf) jemand\w*|"
    r"(?:auf|an|für) eine\w* (?:\w+ )?bewerber\w*|"
    r"andere (?:\w+ )?(?:brachten|bringen|hatten|haben|waren|passten)|jemand\w* anders?|"
    r"candidates? (?:who|whose|with|that)|applicants (?:who|whose|with)|a few whose|"
    r"others (?:who|whose|with)|than you did|(?:the|an)other one|"
    r"(?:andere[nrms]?|eine[nrm]?|mehrere[nr]?) (?:\w+ ){0,3}(?:bewerb|kandidat|person|profil|"
    r"mensch)\w*|jemand\w* (?:anders|anderem|anderen)|"
    r"(?:bewerber|kandidat)\w*,? (?:deren|dessen|die|der|mit)|"
    r"otr[oa]s? (?:\w+ ){0,2}(?:candidat|person|perfil|compañer|aspirante|profesional|chic)\w*|"
    r"candidat\w+ (?:que|con|cuyo|cuya|mas)|perfiles (?:que|con|más)|alguien (?:que|con|más)"
)
_SOMEBODY_ELSE: Final = rf"{_OTHERS}|(?:someone|somebody|anyone) (?:else|whose|with|who)\b"
EXPERIENCE: Final = Phrases(
    [
        (
            r"(?:want|wants|wanted|need|needs|needed|require\w*|after|seeking|looking for|"
            r"prefer\w*) (?:\w+ )?(?:someone|somebody|a person|people|a candidate|"
            r"an engineer) (?:who|that|with|whose)"
        ),
        (
            r"(?:enough|sufficient|more|little|limited) (?:evidence|examples?|depth|grounding|"
            r"practice)"
        ),
        r"(?:minimum|at least|min\.?) (?:of )?\w+\+? (?:yrs|years)",
        r"not there in your",
        r"you(?:'d| would) be bored|first job\b|step (?:back|down) for you|outgrow",
        (
            r"(?:is|are) (?:\w+ ){0,3}(?:a must|mandatory|essential for|a hard requirement|"
            r"non-negotiable)"
        ),
        (
            r"(?:german|english|french|spanish|dutch|deutsch\w*|englisch\w*|sprach\w*|inglés|"
            r"alemán|idioma\w*)\b.*\b(?:level|niveau|nivel|fluen\w*|[abc][12]\b|fließend)"
        ),
        (
            r"ohne (?:\w+ ){0,2}(?:erfahrung\w*|anerkennung|qualifikation\w*|abschluss|"
            r"ausbildung|schein|führerschein|zertifikat\w*|examen)"
        ),
        (
            r"(?:praxis|wissen|routine|anerkennung|schein|zertifikat\w*|erfahrung|"
            r"kenntnisse)\b.*\bfehl\w*"
        ),
        r"brauch\w+ (?:wir )?(?:wen|jemand\w*|eine\w*),? (?:der|die|mit)",
        r"noch (?:kein|nie|nicht) .*(?:verantwort|geleitet|geführt|gemacht|gearbeitet)\w*",
        r"(?:such\w+|brauch\w+) (?:wir )?jemand\w*,? (?:der|die|mit)",
        r"necesit\w+ .*\b(?:haya|hayas|tenga|sepa|domine|cuente)\w*",
        r"(?:nos )?pid\w+ .*(?:curso|año|experiencia|título|carn[eé])",
        r"todavía no (?:cuenta|tiene|has|ha)\w*",
        (
            r"(?:lack|lacks|lacking|missing|short of|without|gap|need|needs|needed|require|"
            r"requires|required|requiring|looking for|want|wanted|seeking|after|expect\w*|"
            r"prefer\w*) .*(?:experience|years|qualif\w+|certifi\w+|licen[cs]e|degree|skills?|"
            r"background|track record|expertise|knowledge|seniority|registration|accreditation|"
            r"fluency|proficiency)"
        ),
        (
            r"(?:more|enough|sufficient|less|little|limited|deeper|further|stronger|"
            r"not the) (?:\w+ ){0,4}(?:experience|experienced|hands-on|seniority|depth|exposure|"
            r"expertise)"
        ),
        r"overqualified",
        r"(?:over|under)-?qualified",
        r"too (?:senior|junior|experienced|early|inexperienced)",
        (
            r"you (?:\w+ ){0,2}(?:haven't|have not|hadn't|don't|do not|didn't|lack|are missing|"
            r"are not|were not) (?:\w+ ){0,3}(?:managed|led|worked|run|used|hold|held|meet|"
            r"built|taught|enough|quite)"
        ),
        (
            r"(?:do|does|did|don't|not) (?:not )?(?:fully )?meet (?:\w+ ){0,3}(?:minimum|"
            r"requirement|qualification|criteria|essential)\w*"
        ),
        r"(?:at|near) the beginning of",
        (
            r"(?:somebody|someone|a person) (?:who|with) (?:\w+ ){0,4}(?:years|experience|"
            r"already|can do)"
        ),
        r"(?:level|years) of (?:experience|seniority)",
        r"not (?:yet )?(?:senior|experienced|qualified)",
        (
            r"(?:fehl\w+|nicht (?:genug|genügend|ausreichend\w*|die)|zu wenig|mehr|weniger|"
            r"keine|kaum|brauch\w+|benötig\w+|suchen|voraus\w*|erforder\w+|zwingend|"
            r"notwendig\w*) .*(?:erfahrung\w*|kenntnis\w*|qualifikation\w*|berufserfahr\w*|"
            r"abschluss|ausbildung|examen|praxis\w*|zertifi\w*|jahre|führerschein|anerkennung|"
            r"approbation)"
        ),
        (
            r"(?:erfahrung\w*|kenntnis\w*|qualifikation\w*|voraussetzung\w*|"
            r"abschluss)\b.*\b(?:fehl\w+|nicht (?:\w+ ){0,3}(?:aus\w*|erfüll\w*|vorhanden|"
            r"mitbring\w*)|mitbring\w+|voraus\w*)"
        ),
        r"überqualifiziert|unterqualifiziert",
        r"haben (?:\w+ ){0,5}gefehlt",
        r"anforderungen .*nicht (?:\w+ )?erfüll\w*",
        (
            r"(?:falta|faltan|echan en falta|echamos en falta|requiere\w*|exige\w*|necesita\w*|"
            r"busca\w*|imprescindible|más|mayor|menos|suficiente\w*|poca|sin|"
            r"no (?:cuenta\w*|tiene\w*|dispone\w*|acredita\w*)) .*(?:experiencia|años|"
            r"conocimiento\w*|titulaci\w+|formación|certificad\w+|nivel|trayectoria|homologa\w+|"
            r"carn[eé]|requisito\w*|seniority)"
        ),
        r"sobrecualificad\w+|sobrecalificad\w+",
        r"no (?:se )?(?:cumple\w*|reún\w*|ajusta\w*) (?:\w+ ){0,3}requisito\w*",
        (
            r"(?:experiencia|requisito\w*|titulación)\b.*\b(?:imprescindible|falta\w*|"
            r"insuficiente|no (?:cumpl|alcanz|acredit|lleg)\w*)"
        ),
    ],
    unless=[
        # "Someone with more experience" does say what was lacking.
        rf"{_OTHERS}|(?:someone|somebody|anyone) (?:else|whose)\b",
        r"wish",
        (
            r"(?:your|thank|impress\w*|despite|although|while) .*(?:experience|background|"
            r"skills)(?: is| are| was| were)? (?:impress\w*|strong|great)"
        ),
        r"gain\w* (?:\w+ ){0,3}experience",
        r"(?:candidate|your|the) experience (?:on|of) ",
        r"if you (?:need|require)",
        r"wünschen",
        r"match\w* (?:\w+ ){0,6}(?:with|to) (?:our|the)",
        r"closely",
        r"deseamos",
        r"gracias por",
        r"further information",
        r"more (?:information|detail)",
        r"once you have|when you have|couple of years|as soon as you",
        r"encaja",
        r"cuando tengas|si en el futuro",
        r"bewertung",
        r"thank you for",
        r"large number",
        r"wealth of",
        r"not placed",
        r"learn on",
        r"if you (?:will )?learn",
        r"sicht\w* .*kriterien|anhand der",
    ],
)
OTHER_CANDIDATE: Final = Phrases(
    [
        _SOMEBODY_ELSE,
        r"(?:appointed|hired|chosen|selected|taken on|recruited) an? ",
        r"nehmen (?:\w+ ){0,3}eine\w*\b",
        r"one of the others",
        r"(?:vacanc|post|place|position|job|role|offer)\w* (?:\w+ )?(?:went|goes|has gone|go) to",
        r"scored (?:\w+ ){0,3}(?:higher|more)",
        r"(?:did not|didn't) make the (?:cut|shortlist)",
        r"(?:only|just) (?:picked|chose|take|took|invite|room for)",
        r"can only (?:take|offer|invite|choose|hire|pick)",
        r"picked (?:the|a|our) (?:\w+ )?(?:handful|few|people|candidates|\w+ of)",
        (
            r"\S+ (?:candidates|applicants|applications|people|cvs) for (?:\w+ ){0,2}(?:places?|"
            r"posts?|positions?|roles?|spots?|jobs?)"
        ),
        r"not (?:be )?(?:among|one of) (?:those|the)\b",
        r"chose a candidate",
        r"(?:candidates|those) (?:placed|ranked|who emerged)",
        r"(?:higher|highest) scor\w+",
        (
            r"(?:more than|over|about|nearly|almost|around) [\d,.]+ (?:\w+ )?(?:cvs|entries|"
            r"responses|submissions)"
        ),
        (
            r"la otra (?:chica|persona|candidata)|el otro (?:chico|candidato)|"
            r"puntuación .*no .*suficiente"
        ),
        (
            r"autre candidat\w*|altr[oi] candidat\w*|profili più|innego kandydata|"
            r"andere kandida\w+|annan (?:sökande|kandidat)|outr[oa] candidat\w+|en anden"
        ),
        r"more closely (?:match|align|fit|meet|suit)\w*",
        r"closer (?:match|fit)",
        r"better (?:match|fit|suited|aligned)",
        (
            r"(?:offered|offer|offering|went|gone|given|going|awarded) (?:\w+ ){0,10}(?:to|with|"
            r"w) (?:another|someone|somebody|one of the|a different|the other|one other)"
        ),
        (
            r"(?:over|more than|about|nearly|almost|around) \d[\d,.]* (?:\w+ )?(?:applica|"
            r"candidat|people)\w*"
        ),
        r"(?:we have|we've|i've|have now|has now) (?:\w+ )?filled",
        (
            r"(?:loads|tons|plenty|many|large number|high number|hundreds|volume|lots|so many|"
            r"overwhelm\w*|strong field|competitive|exceptional\w*|high calibre|high caliber|"
            r"number) (?:\w+ ){0,4}(?:applica\w+|candidat\w+|field|response|pool|people)"
        ),
        r"(?:strong|competitive|tough|impressive) (?:\w+ )?(?:field|pool|competition)",
        r"(?:been|was|is|now|just|already) (?:\w+ )?(?:filled|been filled)",
        r"(?:second|runner|close) (?:choice|up|second)",
        r"(?:appointed|hired|chosen|selected|offered) (?:another|someone|somebody|one)",
        r"the other (?:candidate|applicant|finalist|guy|person|chef|one)",
        (
            r"(?:vielzahl|zahlreiche\w*|große\w* (?:anzahl|resonanz)|viele\w*|flut|"
            r"hohe\w* anzahl) (?:\w+ ){0,4}(?:bewerb|kandidat|zuschrift)\w*"
        ),
        r"(?:andere|anderen|einen anderen|eine andere)(?: \w+)? (?:bewerb|kandidat|person)\w*",
        r"besser (?:\w+ ){0,4}(?:pass|entspr|geeignet)\w*",
        r"anderweitig (?:besetzt|vergeben)",
        (
            r"(?:stelle|position|platz) (?:\w+ ){0,3}(?:bereits|inzwischen|mittlerweile|"
            r"nun) (?:\w+ )?(?:besetzt|vergeben)"
        ),
        r"(?:zweiten|anderen|andere) (?:der|kandidat)\w*",
        r"zweite wahl",
        r"(?:genauer|näher|enger) .*(?:pass|entsprech|anforderung)\w*",
        r"starke\w* (?:bewerb|konkurrenz)\w*",
        r"para otr[oa]\b",
        r"con (?:el|la) otr[oa]\b",
        r"(?:por|con|a) otr[oa]s?\b (?:candid|perfil|person)",
        (
            r"(?:encajan?|ajustan?|adecúan?|se acerca\w*|responden?) (?:\w+ ){0,2}(?:mejor|más|"
            r"en mayor)"
        ),
        r"mejor (?:\w+ )?(?:encaje|ajuste)",
        (
            r"(?:gran|elevad[oa]|alto|alta|mucho|muchas?) (?:número|cantidad|volumen|nivel|"
            r"candidat\w+|solicitud\w*|participación)"
        ),
        r"(?:puesto|plaza|vacante) (?:\w+ ){0,3}(?:ya )?(?:ha sido |está )?(?:cubiert[oa])",
        r"quedaste (?:en )?segund[oa]",
        r"segunda opción",
        (
            r"(?:nos quedamos|nos hemos quedado|decantad\w+|decantamos|optado|"
            r"inclinad\w+) (?:\w+ )?(?:con|por)"
        ),
    ],
    unless=[
        r"other (?:candidates|people) (?:in|on) (?:the|our) (?:team|company)",
        r"feedback|rückmeldung|comentarios|riscontro",
        r"no (?:va a|será)",
        r"erreichen (?:uns )?(?:täglich|jeden)",
        r"täglich",
        r"on (?:this|the|our) team",
        r"to (?:everyone|each)",
    ],
)
