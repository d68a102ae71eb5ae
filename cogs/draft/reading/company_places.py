"""Where letters put the name of an employer."""

from __future__ import annotations

from typing import Final

from cogs.draft.reading.patterns import compiled

WORD = (
    r"(?:St\.|Dr\.|[\p{Lu}\d][\pL\d'’+&-]*(?:\.[\pL\d]+)*|"
    r"[\pL\d-]{2,}\.(?:ai|io|com|co|dev|app|org|net|eu|de|es|health|tech|fm))"
)
LINK = (
    r"(?: ?& ?| ?\+ | of the | of | and | for | de la | de los | de las | del | de | y | und |"
    r" für | am | an der | von | van | d'| di | des | zum | zur | e | et | og |"
    r", (?:Inc|LLC|Ltd)| )"
)
NAME = rf"((?:{WORD})(?:{LINK}{WORD}){{0,6}})"
# Strong: what stands there is the employer, or the letter is no letter.
STRONG: Final = tuple(
    compiled(pattern.replace("NAME", NAME))
    for pattern in (
        r"(?:[Ii]nterest in|in joining|to join|joining|on behalf of|On behalf of|"
        r"part of the team at|[Hh]ere at|us (?:here )?at|hiring manager at|"
        r"(?:people|folks|guys|panel|crew) (?:over )?at|team at|work(?:ing)? (?:at|for|with)|"
        r"careers? (?:at|with)|opportunit(?:y|ies) (?:at|with)|employment (?:at|with)|"
        r"career opportunities (?:at|with)|"
        r"(?:role|position|post|opening|vacancy|job|internship|apprenticeship|"
        r"placement)s? (?:at|with)|applied (?:for a job )?(?:at|to|with)|"
        r"application (?:at|to|with)|appl(?:y|ying) (?:at|to|with)|"
        r"interview(?:s|ed|ing)?(?: \pL+){0,2} at|(?:process|journey|day|visit) at|"
        r"follow(?:ed|ing)? (?:us|by) at|hiring (?:at|for)|excited about|up at) (?:the )?NAME",
        r"(?:feedback|word|news|update|update\w*) from NAME",
        r"\b(?:NAME) (?:is (?:therefore |not |unable|now |currently |withdrawing)|"
        r"(?:won['’]t|aren['’]t|isn['’]t|can['’]t) |"
        r"has (?:decided|chosen|been|had|made|therefore)|"
        r"have (?:decided|chosen|gone|come|opted)|will not be|regrets)",
        r"(?:this is|it'?s|I'?m|I am|its) \p{Lu}?\pL+(?: \p{Lu}\pL+)? (?:from|at|with) NAME",
        r"Interesse(?: \pL+){0,5} (?:an|bei)(?: der| dem| den)? NAME",
        r"(?:beworben|Bewerbung|Stelle|Position|Gespräch|Praktikum|Ausbildung|Arbeit|Mitarbeit|"
        r"Tätigkeit|Einstieg|Karriere|Job|Vorstellungsgespräch|Bewerbungsprozess|Team|"
        r"willkommen|Zukunft|Probetag|Zeit|Aufgabe)(?: \pL+){0,6} bei(?: der| dem| den)? NAME",
        r"(?:bei|von|für)(?: der| dem| den)?(?: [Ff]irma)? NAME(?: als \pL+)? (?:beworben|"
        r"bewirbst|arbeiten|entschieden|vorgestellt)",
        r"auf (?:die )?NAME gefreut",
        r"(?:Kunde|Kunden|Mandanten|Mandantin|Auftraggebers?|[Cc]lient|[Cc]liente),? (?:der |"
        r"die |dem |des )?NAME",
        r"(?:hier ist|ich bin|bin) \p{Lu}?\pL+(?: \p{Lu}\pL+)? (?:von|vom|bei|aus)(?: der|"
        r" dem)? NAME",
        r"(?:formar parte de(?:l equipo de)?|"
        r"interés (?:en|por|mostrado (?:por|en|hacia)|mostrado en formar parte de)|"
        r"(?:trabajar|incorporarte|unirte|incorporarse|unirse) (?:en|a|con)|"
        r"(?:novedades|noticias|respuesta|parte) de|confianza en|confiar en|"
        r"postular(?:te|se)? (?:a|en)|proceso de selección (?:de|en|con)|candidatura (?:a|en)|"
        r"venir a|desde|equipo de|en nombre de)(?: la| el)? NAME",
        r"(?:coming|came|come) (?:in |over |along |down |back )*to (?:us at )?(?:the )?NAME",
        r"(?:[Ss]ending|[Ss]ent|[Ss]ubmitting|[Ss]ubmitted|[Bb]ringing) (?:us )?(?:your|a|an|"
        r"the|in)(?: [\pL-]+){1,3} to (?:the )?NAME",
        r"(?:part|member) of (?:the |our )?NAME (?:family|team|community|crew|story)",
        r"(?:seats?|here|life|career|place|future|search|offices?|labs?|vacancies|openings|"
        r"roles|you) (?:here )?at (?:the )?NAME",
        r"[Ss]ent (?:by|via|from|with) \pL+ (?:on behalf of|for) NAME",
        r"(?:client|customer|cliente)(?: company)?(?:,|:| -| is| at| \() (?:the )?NAME",
        r"\bNAME,? (?:is growing|is hiring|is looking|is a small|is an equal|is committed|"
        r"is four|has a |has an |has now|has cancelled|has canceled|has appointed|has put|"
        r"has paused|has frozen|has closed|has no |has taken|must (?:\pL+ )?withdraw|cannot |"
        r"needs (?:a|the|someone|somebody)|regrets|receives|received|uses \pL+ to|thanks you|"
        r"values your|appreciates|announced|decided|"
        r"hat (?:sich|uns|entschieden|beschlossen|leider)|sucht|"
        r"ha (?:decidido|optado|cancelado|cerrado|paralizado|retirado|recibido|suspendido|"
        r"congelado))",
        r"(?:an|bei|von) (?:der|dem) (\p{Lu}\pL+e)n ((?:Schule|Akademie|Universität|Hochschule|"
        r"Klinik|Praxis|Gesellschaft|Stiftung|Bank) \p{Lu}\pL+)",
        r"(?:puesto|vacante|plaza|oferta|posición|proceso|entrevistas?|prácticas|"
        r"beca)(?: \pL+){0,3} en (?:la |el )?NAME",
        r"(?:[Bb]eworben|[Bb]ewerbung|[Ii]nteresse)(?: \pL+){0,3} (?:an|am|in|im|beim|"
        r"bei)(?: der| dem| unserem| unserer)? NAME (?:als|beworben|bedanken|danken)",
        r"\b(?:bei|at|to|with|en|a) NAME,? (?:as|als|como|for (?:an? |the ))",
        r"(?:para|con|de) (?:la|nuestra) (?:empresa|firma|compañía|clínica) NAME",
        r"(?:[Ll]e|[Tt]e) (?:habla|saluda|contacta) \p{Lu}?\pL+(?: \p{Lu}\pL+){0,3},? (?:de|del|"
        r"desde) NAME",
        r"(?:[Ss]oy|[Ll]e escribe|[Tt]e escribe) \p{Lu}?\pL+(?: \p{Lu}\pL+)?,? (?:de|del|"
        r"desde) NAME",
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
        r"(?:[Tt]his is|[Ii]t'?s|I'?m|I am) \p{Lu}?\pL+(?: \p{Lu}\pL+){0,3},? (?:from|at|"
        r"with) NAME",
        r"(?:hier ist|hier|ich bin|bin) \p{Lu}?\pL+(?: \p{Lu}\pL+){0,3},? (?:von|vom|"
        r"bei)(?: der)? NAME",
        r"(?:[Ss]oy|[LlTt]e (?:habla|saluda|contacta|escribe)|"
        r"[Ll]hes? (?:escreve|fala)) \p{Lu}?\pL+(?: \p{Lu}\pL+){0,3},? (?:de|del|desde|da) NAME",
        r"(?:[Ee]screvo|[Ee]scribo)(?:-(?:lhe|te))? (?:da|do|de|desde) NAME",
    )
)
# Lower case throughout, as in chats: the name ends where the sentence does.
SPOKEN = compiled(
    r"(?i)\b(?:(?:it'?s|this is|i'?m) \pL+ (?:from|at)|applied (?:to|at)|"
    r"interview(?:ed)? (?:at|with)|hier (?:ist|schreibt) (?:das|der|die|"
    r"\pL+ (?:von|vom|aus|bei))(?: der| dem)?|beworben bei|bewerbung bei|"
    r"soy \pL+,? (?:de|del|desde)|te escribo (?:de|desde)|(?:somos|aqui) (?:de )?|"
    r"me postul[eé] (?:a|en)|apliqu[eé] (?:a|en)|ech[eé] (?:el )?cv en|here at|us at|joining|"
    r"(?:role|job|position|gig|shift|spot|place) (?:here )?(?:at|"
    r"with)) ([\pL\d'&-]+(?: [\pL\d'&-]+){0,3}?)(?:[.,!;:\n]| - |"
    r" (?:as|for|in|and|but|last|this|thx|thanks|back|on|danke|wegen|als|im|und|gracias|como|"
    r"para|por|y|en|que|te|le|nochmal)\b|$)"
)
TEAM_LINE = compiled(
    r"(?i)^(?:(?:The|Your|Das|Dein|Ihr|Euer|El|Tu|All at|"
    r"Everyone at) )?(.*?)[,\s]+(?:(?:(?:Talent|People|Hiring|Recruiting|Recruitment|HR|Human|"
    r"Careers?|Staffing|Candidate|University|Early|Retail|Jobs|TA|Personal|Bewerber|Karriere|"
    r"Onboarding|Selection|Graduate)[\s-]*)?(?:& Culture |and Culture |Acquisition |Experience |"
    r"Operations |Ops |Resources |Careers |Partner |[Mm]anagement |Relations )*-?(?:[Tt]eam|"
    r"Department|[Cc]rew|Committee|[Ff]amily|[Gg]ang)|Talent Acquisition|HR|Human Resources|"
    r"Careers|Recruiting|Recruitment|Jobs|Karriere|Selección|RRHH|Personalabteilung|Hiring)$"
)
TEAM_OF = compiled(
    r"(?i)(?:team|department|departamento de \w+|equipo de \w+|equipo|selección|"
    r"recursos humanos|rrhh|recruiting|careers|hr|talent acquisition|talent|talento|people|"
    r"abteilung|culture|personal\w*|resources)(?: (?:at|of|bei|von|der|de|del|en|desde|@)|,|"
    r" [-|·–@]) (.+)$"
)
TEAM_NAMED = compiled(
    r"(?i)^(?:das )?(?:Team|Equipo|Equipe|All at|Everyone at|Alle bei|Desde|"
    r"El equipo de)(?: von| de| of| at)? ((?-i:\p{Lu}).*)$"
)
BEHIND = compiled(
    r"^[\pL'’.-]+(?: [\pL'’.-]+){0,3}(?: ?@ ?| ?\(|"
    r",? (?:from|at|von|vom|bei|desde|en) )([^()]{2,50})\)?$"
)
HOST = compiled(r"(?i)^\W*(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,10})/?\W*$")
CALLING = compiled(
    rf"^\W*(.{{2,40}}?) (?i:jobs|careers|hr|recruitment|recruiting|hiring|empleo)\s?:(?:\s|$)|"
    rf"^{NAME}:\s*$"
)
HEADED = compiled(rf"^(?:the )?{NAME}(?: [-–|·•].*)?$")
COPYRIGHT = compiled(rf"(?:©|\([cC]\)|[Cc]opyright)(?: ?\d{{4}}[-–\d]*)? (?:by )?{NAME}")
FORMED = compiled(
    rf"{NAME},? (?:GmbH|gGmbH|AG|SE|KG|UG|eG|AöR|e\. ?V\.|Inc\b|LLC|LLP|Ltd\b|Limited|PLC|plc|"
    rf"Pty|S\. ?L\.|S\. ?A\.|SL\b|SA\b|SLU|SAS|S\.A\.S|Ltda|Lda|AB\b|B\.?V\.|A/S|Sp\. z)"
)
USES = compiled(rf"^{NAME} (?:uses|is (?:a|an|part|regulated|authori[sz]ed|registered)) ")
LINK_HOST = compiled(r"(?i)(?:https?://|www\.|\b)((?:[a-z0-9-]+\.)+[a-z]{2,10})\b")
AT_LINE = compiled(r"(?:\s(?:at|bei|en|for|@)\s|@ ?| [|·–-] |, )(?:the )?(.+)$")
FIELD = compiled(
    r"(?i)^\s*(?:company|employer|organi[sz]ation|agency|department|firma|unternehmen|"
    r"arbeitgeber|empresa|entidad|institution)\s*: +(\S.*)$"
)
SUBJECT = compiled(rf"\b(?:at|with|to|bei|en|an|a)\s(?:the )?{NAME}\s*$")
SUBJECT_PARTS = compiled(r"\s+[-–—|·:/]+\s+|: ")
YOUR = compiled(
    rf"(?:[Yy]our|[Tt]u|[Ii]hre?) {NAME} (?:application|interview|candidacy|Bewerbung)"
)
SHOWN = compiled(r"(?:\s(?:at|from|von|bei|de|@|via)\s|\(|\s[-|·]\s|, )\s*([^()]+?)\)?$")
TEAM_FIRST = compiled(r"^(?:Selección|RRHH|Empleo|Karriere|Careers|Jobs|Talento) (.+)$")
PIECE = compiled(r"\s*[|·•]\s*|\s+[-–—]\s+|, ")
RUN = compiled(NAME)
LONGEST_LINE: Final = 90
"""Characters of a signature's line that may name an employer."""
JOINED = compiled(r" (?:and|und|y|&) ")
# Where the member was before: never who writes.
ELSEWHERE: Final = tuple(
    compiled(pattern.replace("NAME", NAME))
    for pattern in (
        r"\b(?:[Yy]our|[Tt]u|[Ss]u|Ihre?|[Dd]eine?)[rn]?(?: \pL+){0,4} (?:time|years?|"
        r"experience|background|work|career|degree|studies|tenure|thesis|máster|master|paso|"
        r"trayectoria|experiencia|etapa|Erfahrung|Zeit|Arbeit|Tätigkeit|"
        r"Studium)(?: \pL+){0,3} (?:at|with|from|for|bei|en|por|an)(?: la| el| der)? NAME",
        r"\b(?:you|du|Sie)(?: \pL+){0,3} (?:did|built|led|worked|managed|ran|rebuilt|done|"
        r"learned|learnt|grew|achieved|studied|spent)(?: \pL+){0,6} (?:at|for|with|bei) NAME",
        r"(?:currently|previously|formerly|now|offer from|position at your|employer,|aktuell|"
        r"derzeit|actualmente) (?:at |with |bei |en )?NAME",
    )
)
# "Your interest in a career at X" is about X all the same.
WANTED = compiled(r"interes|bewerb|applica|candida|solicitud")
# Departments that hire: what stands behind them is the employer, behind others a subject.
HIRES = compiled(
    r"seleccion|rrhh|rr\. ?hh|recursos humanos|personas|people|\bhr\b|human res|talent|personal"
)
