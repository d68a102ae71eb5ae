"""Where letters put the name of an employer."""

from __future__ import annotations

from typing import Final

from cogs.draft.reading.patterns import compiled

WORD = (
    r"(?:St\.|Dr\.|[\p{Lu}\d][\pL\d'’+&-]*(?:\.[\pL\d]+)*|[\pL\d-]{2,}\.(?:ai|io|com|co|dev|app|"
    r"org|net|eu|de|es|health|tech|fm))"
)
LINK = (
    r"(?: ?& ?| ?\+ | of the | of | and | for | de la | de los | de las | del | de | y | und | "
    r"für | am | an der | von | van | d'| di | des | zum | zur | e | et | og |, (?:Inc|LLC|Ltd)| )"
)
NAME = rf"((?:{WORD})(?:{LINK}{WORD}){{0,6}})"
# Strong: what stands there is the employer, or the letter is no letter.
STRONG: Final = tuple(
    compiled(pattern.replace("NAME", NAME))
    for pattern in (
        r"(?:[Ii]nterest in|in joining|to join|joining|on behalf of|On behalf of|part of the "
        r"team at|"
        r"[Hh]ere at|us (?:here )?at|hiring manager at|(?:people|folks|guys|panel|crew) (?:over "
        r")?at|team at|work(?:ing)? (?:at|for|with)|careers? (?:at|with)|"
        r"opportunit(?:y|ies) (?:at|with)|employment (?:at|with)|career opportunities (?:at|with)|"
        r"(?:role|position|post|opening|vacancy|job|internship|apprenticeship|placement)s? "
        r"(?:at|with)|"
        r"applied (?:for a job )?(?:at|to|with)|application (?:at|to|with)|appl(?:y|ying) (?:at|"
        r"to|with)|"
        r"interview(?:s|ed|ing)?(?: \pL+){0,2} at|(?:process|journey|day|visit) at|"
        r"follow(?:ed|ing)? (?:us|by) at|hiring (?:at|for)|excited about|up at) (?:the )?NAME",
        r"(?:feedback|word|news|update|update\w*) from NAME",
        r"\b(?:NAME) (?:is (?:therefore |not |unable|now |currently |withdrawing)|(?:won['’]t|"
        r"aren['’]t|isn['’]t|can['’]t) |has (?:decided|chosen|"
        r"been|had|made|therefore)|have (?:decided|chosen|gone|come|opted)|will not be|regrets)",
        r"(?:this is|it'?s|I'?m|I am|its) \p{Lu}?\pL+(?: \p{Lu}\pL+)? (?:from|at|with) NAME",
        r"Interesse(?: \pL+){0,5} (?:an|bei)(?: der| dem| den)? NAME",
        r"(?:beworben|Bewerbung|Stelle|Position|Gespräch|Praktikum|Ausbildung|Arbeit|Mitarbeit|"
        r"Tätigkeit|Einstieg|Karriere|Job|Vorstellungsgespräch|Bewerbungsprozess|Team|"
        r"willkommen|Zukunft|"
        r"Probetag|Zeit|Aufgabe)(?: \pL+){0,6} bei(?: der| dem| den)? NAME",
        r"(?:bei|von|für)(?: der| dem| den)?(?: [Ff]irma)? NAME(?: als \pL+)? (?:beworben|"
        r"bewirbst|arbeiten|entschieden|vorgestellt)",
        r"auf (?:die )?NAME gefreut",
        r"(?:Kunde|Kunden|Mandanten|Mandantin|Auftraggebers?|[Cc]lient|[Cc]liente),? (?:der |"
        r"die |dem "
        r"|des )?NAME",
        r"(?:hier ist|ich bin|bin) \p{Lu}?\pL+(?: \p{Lu}\pL+)? (?:von|vom|bei|aus)(?: der| "
        r"dem)? NAME",
        r"(?:formar parte de(?:l equipo de)?|interés (?:en|por|mostrado (?:por|en|hacia)|"
        r"mostrado en "
        r"formar parte de)|(?:trabajar|incorporarte|unirte|incorporarse|unirse) (?:en|a|con)|"
        r"(?:novedades|noticias|respuesta|parte) de|confianza en|confiar en|postular(?:te|se)? "
        r"(?:a|en)|"
        r"proceso de selección (?:de|en|con)|candidatura (?:a|en)|venir a|desde|equipo de|en "
        r"nombre de)"
        r"(?: la| el)? NAME",
        r"(?:coming|came|come) (?:in |over |along |down |back )*to (?:us at )?(?:the )?NAME",
        r"(?:[Ss]ending|[Ss]ent|[Ss]ubmitting|[Ss]ubmitted|[Bb]ringing) (?:us )?(?:your|a|an|the|"
        r"in)(?: [\pL-]+){1,3} to (?:the )?NAME",
        r"(?:part|member) of (?:the |our )?NAME (?:family|team|community|crew|story)",
        r"(?:seats?|here|life|career|place|future|search|offices?|labs?|vacancies|openings|roles|"
        r"you) (?:here )?at (?:the )?NAME",
        r"[Ss]ent (?:by|via|from|with) \pL+ (?:on behalf of|for) NAME",
        r"(?:client|customer|cliente)(?: company)?(?:,|:| -| is| at| \() (?:the )?NAME",
        r"\bNAME,? (?:is growing|is hiring|is looking|is a small|is an equal|is committed|is four|"
        r"has a |has an |has now|has cancelled|has canceled|has appointed|has put|has paused|"
        r"has frozen|has closed|has no |has taken|must (?:\pL+ )?withdraw|cannot |needs (?:a|the|"
        r"someone|somebody)|regrets|"
        r"receives|received|uses \pL+ to|thanks you|values your|appreciates|announced|decided|"
        r"hat (?:sich|uns|entschieden|beschlossen|leider)|sucht|ha (?:decidido|optado|"
        r"cancelado|cerrado|paralizado|retirado|recibido|suspendido|congelado))",
        r"(?:an|bei|von) (?:der|dem) (\p{Lu}\pL+e)n ((?:Schule|Akademie|Universität|Hochschule|"
        r"Klinik|Praxis|Gesellschaft|Stiftung|Bank) \p{Lu}\pL+)",
        r"(?:puesto|vacante|plaza|oferta|posición|proceso|entrevistas?|prácticas|beca)"
        r"(?: \pL+){0,3} en (?:la |el )?NAME",
        r"(?:[Bb]eworben|[Bb]ewerbung|[Ii]nteresse)(?: \pL+){0,3} (?:an|am|in|im|beim|bei)"
        r"(?: der| dem| unserem| unserer)? NAME (?:als|beworben|bedanken|danken)",
        r"\b(?:bei|at|to|with|en|a) NAME,? (?:as|als|como|for (?:an? |the ))",
        r"(?:para|con|de) (?:la|nuestra) (?:empresa|firma|compañía|clínica) NAME",
        r"(?:[Ll]e|[Tt]e) (?:habla|saluda|contacta) \p{Lu}?\pL+(?: \p{Lu}\pL+){0,3},? (?:de|del|"
        r"desde) NAME",
        r"(?:[Ss]oy|[Ll]e escribe|[Tt]e escribe) \p{Lu}?\pL+(?: \p{Lu}\pL+)?,? (?:de|del|desde) "
        r"NAME",
    )
)
# Weak: also said of towns, of earlier employers, of things.
WEAK: Final = tuple(
    compiled(pattern.replace("NAME", NAME))
    for pattern in (
        r"\b(?:at|with|from) NAME",
        r"\b(?:bei|bij|hos|chez|presso|na|hier bij|här på)(?: der| dem)? NAME",
        r"\b(?:en|por|con)(?: el| la)? NAME",
        r"\b[Tt]he NAME (?:team|crew|family|office)\b",
    )
)
# Anywhere, if called as organisations are.
ORGANISED = compiled(
    rf"\b(?:[Tt]o|[Oo]f|[Bb]y|[Tt]he|[Ii]n|[Aa]n|[Aa]m|[Ii]m|[Vv]om|[Vv]on|[Dd]er|[Dd]ie|[Dd]as|"
    rf"[Uu]nser(?:e[mrn]?)?|[Dd]el?|[Aa]l?|[Ll]a|[Ee]l|[Dd]e la|[Oo]ur|[Ff]or|[Bb]ij) {NAME}"
)
# Whoever writes says who they are: with an agency between, that is the agency.
INTRODUCING: Final = tuple(
    compiled(pattern.replace("NAME", NAME))
    for pattern in (
        r"(?:[Tt]his is|[Ii]t'?s|I'?m|I am) \p{Lu}?\pL+(?: \p{Lu}\pL+){0,3},? (?:from|at|with) "
        r"NAME",
        r"(?:hier ist|hier|ich bin|bin) \p{Lu}?\pL+(?: \p{Lu}\pL+){0,3},? (?:von|vom|bei)(?: "
        r"der)? NAME",
        r"(?:[Ss]oy|[LlTt]e (?:habla|saluda|contacta|escribe)|[Ll]hes? (?:escreve|fala)) "
        r"\p{Lu}?\pL+"
        r"(?: \p{Lu}\pL+){0,3},? (?:de|del|desde|da) NAME",
        r"(?:[Ee]screvo|[Ee]scribo)(?:-(?:lhe|te))? (?:da|do|de|desde) NAME",
    )
)
# Lower case throughout, as in chats: the name ends where the sentence does.
SPOKEN = compiled(
    r"(?i)\b(?:(?:it'?s|this is|i'?m) \pL+ (?:from|at)|applied (?:to|at)|interview(?:ed)? (?:at|"
    r"with)|hier (?:ist|schreibt) (?:das|der|die|\pL+ (?:von|vom|aus|bei))(?: der| dem)?|"
    r"beworben bei|bewerbung bei|soy \pL+,? (?:de|del|desde)|te escribo (?:de|desde)|"
    r"(?:somos|aqui) (?:de )?|me postul[eé] (?:a|en)|apliqu[eé] (?:a|en)|ech[eé] (?:el )?cv en|"
    r"here at|us at|joining|(?:role|job|position|gig|shift|spot|place) (?:here )?(?:at|with))"
    r" ([\pL\d'&-]+(?: [\pL\d'&-]+){0,3}?)(?:[.,!;:\n]| - | (?:as|for|in|and|but|last|this|thx|"
    r"thanks|back|on|danke|wegen|als|im|und|gracias|como|para|por|y|en|que|te|le|nochmal)\b|$)"
)
TEAM_LINE = compiled(
    r"(?i)^(?:(?:The|Your|Das|Dein|Ihr|Euer|El|Tu|All at|Everyone at) )?(.*?)[,\s]+(?:(?:(?:"
    r"Talent|People|Hiring|"
    r"Recruiting|Recruitment|HR|"
    r"Human|Careers?|Staffing|Candidate|University|Early|Retail|Jobs|TA|Personal|Bewerber|"
    r"Karriere|Onboarding|"
    r"Selection|Graduate)[\s-]*)?(?:& Culture |and Culture |Acquisition |Experience |Operations "
    r"|Ops |Resources |"
    r"Careers |Partner |[Mm]anagement |Relations )*-?(?:[Tt]eam|Department|[Cc]rew|Committee|"
    r"[Ff]amily|[Gg]ang)|"
    r"Talent Acquisition|HR|"
    r"Human Resources|Careers|Recruiting|Recruitment|Jobs|Karriere|Selección|RRHH|"
    r"Personalabteilung|Hiring)$"
)
TEAM_OF = compiled(
    r"(?i)(?:team|department|departamento de \w+|equipo de \w+|equipo|selección|recursos "
    r"humanos|rrhh|"
    r"recruiting|careers|hr|talent acquisition|talent|talento|people|abteilung|culture|"
    r"personal\w*|resources)"
    r"(?: (?:at|of|bei|von|der|de|del|en|desde|@)|,| [-|·–@]) (.+)$"
)
TEAM_NAMED = compiled(
    r"(?i)^(?:das )?(?:Team|Equipo|Equipe|All at|Everyone at|Alle bei|Desde|El equipo de)"
    r"(?: von| de| of| at)? ((?-i:\p{Lu}).*)$"
)
BEHIND = compiled(
    r"^[\pL'’.-]+(?: [\pL'’.-]+){0,3}(?: ?@ ?| ?\(|,? (?:from|at|von|vom|bei|desde|en) "
    r")([^()]{2,50})\)?$"
)
HOST = compiled(r"(?i)^\W*(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,10})/?\W*$")
CALLING = compiled(
    r"^\W*(.{2,40}?) (?i:jobs|careers|hr|recruitment|recruiting|hiring|empleo)\s?:(?:\s|$)|"
    rf"^{NAME}:\s*$"
)
HEADED = compiled(rf"^(?:the )?{NAME}(?: [-–|·•].*)?$")
COPYRIGHT = compiled(rf"(?:©|\([cC]\)|[Cc]opyright)(?: ?\d{{4}}[-–\d]*)? (?:by )?{NAME}")
FORMED = compiled(
    rf"{NAME},? (?:GmbH|gGmbH|AG|SE|KG|UG|eG|AöR|e\. ?V\.|Inc\b|LLC|LLP|Ltd\b|Limited|"
    r"PLC|plc|Pty|S\. ?L\.|S\. ?A\.|SL\b|SA\b|SLU|SAS|S\.A\.S|Ltda|Lda|AB\b|B\.?V\.|A/S|Sp\. z)"
)
USES = compiled(rf"^{NAME} (?:uses|is (?:a|an|part|regulated|authori[sz]ed|registered)) ")
LINK_HOST = compiled(r"(?i)(?:https?://|www\.|\b)((?:[a-z0-9-]+\.)+[a-z]{2,10})\b")
AT_LINE = compiled(r"(?:\s(?:at|bei|en|for|@)\s|@ ?| [|·–-] |, )(?:the )?(.+)$")
FIELD = compiled(
    r"(?i)^\s*(?:company|employer|organi[sz]ation|agency|department|firma|unternehmen|arbeitgeber|"
    r"empresa|entidad|institution)\s*: +(\S.*)$"
)
SUBJECT = compiled(rf"\b(?:at|with|to|bei|en|an|a)\s(?:the )?{NAME}\s*$")
SUBJECT_PARTS = compiled(r"\s+[-–—|·:/]+\s+|: ")
YOUR = compiled(
    rf"(?:[Yy]our|[Tt]u|[Ii]hre?) {NAME} (?:application|interview|candidacy|Bewerbung)"
)
SHOWN = compiled(r"(?:\s(?:at|from|von|bei|de|@|via)\s|\(|\s[-|·]\s|, )\s*([^()]+?)\)?$")
TEAM_FIRST = compiled(r"^(?:Selección|RRHH|Empleo|Karriere|Careers|Jobs|Talento) (.+)$")
PIECE = compiled(r"\s*[|·•]\s*|\s+[-–—]\s+|, ")
BEFORE_BAR = compiled(r"^.* [|·–-] ")
RUN = compiled(NAME)
LONGEST_LINE: Final = 90
JOINED = compiled(r" (?:and|und|y|&) ")
# Where the member was before: never who writes.
ELSEWHERE: Final = tuple(
    compiled(pattern.replace("NAME", NAME))
    for pattern in (
        r"\b(?:[Yy]our|[Tt]u|[Ss]u|Ihre?|[Dd]eine?)[rn]?(?: \pL+){0,4} (?:time|years?|"
        r"experience|background|"
        r"work|career|degree|studies|tenure|thesis|máster|master|paso|trayectoria|experiencia|"
        r"etapa|"
        r"Erfahrung|Zeit|Arbeit|Tätigkeit|Studium)(?: \pL+){0,3} (?:at|with|from|for|bei|en|por|"
        r"an)"
        r"(?: la| el| der)? NAME",
        r"\b(?:you|du|Sie)(?: \pL+){0,3} (?:did|built|led|worked|managed|ran|rebuilt|done|"
        r"learned|learnt|grew|"
        r"achieved|studied|spent)(?: \pL+){0,6} (?:at|for|with|bei) NAME",
        r"(?:currently|previously|formerly|now|offer from|position at your|employer,|aktuell|"
        r"derzeit|"
        r"actualmente) (?:at |with |bei |en )?NAME",
    )
)
# "Your interest in a career at X" is about X all the same.
WANTED = compiled(r"interes|bewerb|applica|candida|solicitud")
# Departments that hire: what stands behind them is the employer, behind others a subject.
HIRES = compiled(
    r"seleccion|rrhh|rr\. ?hh|recursos humanos|personas|people|\bhr\b|human res|talent|personal"
)
