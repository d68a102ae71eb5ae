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
        r"[Hh]ere at|of us at|team at|work(?:ing)? (?:at|for|with)|careers? (?:at|with)|"
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
        r"(?:Kunden|Mandanten|Mandantin|Auftraggebers?|[Cc]lient|[Cc]liente),? (?:der |die |dem "
        r"|des )?NAME",
        r"(?:hier ist|ich bin|bin) \p{Lu}?\pL+(?: \p{Lu}\pL+)? (?:von|vom|bei)(?: der)? NAME",
        r"(?:formar parte de(?:l equipo de)?|interés (?:en|por|mostrado (?:por|en|hacia)|"
        r"mostrado en "
        r"formar parte de)|(?:trabajar|incorporarte|unirte|incorporarse|unirse) (?:en|a|con)|"
        r"(?:novedades|noticias|respuesta|parte) de|confianza en|confiar en|postular(?:te|se)? "
        r"(?:a|en)|"
        r"proceso de selección (?:de|en|con)|candidatura (?:a|en)|venir a|desde|equipo de|en "
        r"nombre de)"
        r"(?: la| el)? NAME",
        r"(?:[Ss]oy|[Ll]e escribe|[Tt]e escribe) \p{Lu}?\pL+(?: \p{Lu}\pL+)?,? (?:de|del|desde) "
        r"NAME",
    )
)
# Weak: also said of towns, of earlier employers, of things.
WEAK: Final = tuple(
    compiled(pattern.replace("NAME", NAME))
    for pattern in (
        r"\b(?:at|with|from) NAME",
        r"\bbei(?: der| dem)? NAME",
        r"\b(?:en|por|con)(?: el| la)? NAME",
    )
)
# Lower case throughout, as in chats: the name ends where the sentence does.
SPOKEN = compiled(
    r"(?i)\b(?:(?:it'?s|this is|i'?m) \pL+ (?:from|at)|applied (?:to|at)|interview(?:ed)? (?:at|"
    r"with))"
    r" ([\pL\d'&-]+(?: [\pL\d'&-]+){0,3}?)(?:[.,!;\n]| (?:as|for|in|and|but|last|this|thx|"
    r"thanks|back|on)\b|$)"
)
TEAM_LINE = compiled(
    r"^(?:(?:The|Your|Das|Dein|Ihr|Euer|El|Tu) )?(.*?)[,\s]+(?:(?:(?:Talent|People|Hiring|"
    r"Recruiting|Recruitment|HR|"
    r"Human|Careers?|Staffing|Candidate|University|Early|Retail|Jobs|TA|Personal|Bewerber|"
    r"Karriere|Onboarding|"
    r"Selection|Graduate)[\s-]*)?(?:& Culture |and Culture |Acquisition |Experience |Operations "
    r"|Ops |Resources |"
    r"Careers |Partner |[Mm]anagement |Relations )*-?(?:[Tt]eam|Department|Crew|Committee)|"
    r"Talent Acquisition|HR|"
    r"Human Resources|Careers|Recruiting|Recruitment|Jobs|Karriere|Selección|RRHH|"
    r"Personalabteilung|Hiring)$"
)
TEAM_OF = compiled(
    r"(?i)(?:team|department|departamento de \w+|equipo de \w+|equipo|selección|recursos "
    r"humanos|rrhh|"
    r"recruiting|careers|hr|talent acquisition|people|abteilung|culture|personal\w*|resources)"
    r"(?: (?:at|of|bei|von|der|de|del|en|@)|,| [-|·–@]) (.+)$"
)
AT_LINE = compiled(r"(?:\s(?:at|bei|en|for|@)\s|@ ?| [|·–-] |, )(?:the )?(.+)$")
FIELD = compiled(
    r"(?i)^\s*(?:company|employer|organi[sz]ation|agency|department|firma|unternehmen|arbeitgeber|"
    r"empresa|entidad|institution)\s*: +(\S.*)$"
)
SUBJECT = compiled(rf"\b(?:at|with|to|bei|en|an)\s(?:the )?{NAME}\s*$")
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
