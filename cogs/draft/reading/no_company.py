"""What stands where the name of an employer could, and is none."""

from __future__ import annotations

from typing import Final

from cogs.draft.reading.patterns import compiled

# What stands where a name could, and is none; checked against the first word.
_NEVER_WORDS: Final = (
    "apprenticeships apprenticeship graduate graduates early retail volunteer volunteering "
    "customer i we you he she it they our your this that these the a an all any my his her "
    "their us me monday tuesday wednesday thursday friday saturday sunday january february "
    "march april may june july august september october november december hr zoom teams skype "
    "google meet slack once if when unfortunately please thank thanks dear best kind regards "
    "sincerely hi hello good am pm and or but ich wir sie du ihr ihre ihren ihnen ihrem uns "
    "unser unsere unserem fragen ruckfragen interesse bedarf gelegenheit frau herr herrn montag "
    "dienstag mittwoch donnerstag freitag januar februar marz mai juni juli oktober dezember "
    "leider vielen danke herzlichen der die das dem den ein eine nosotros usted ustedes tu su "
    "sus el la los las un una lunes martes miercoles jueves viernes enero febrero marzo abril "
    "mayo junio julio agosto septiembre octubre noviembre diciembre gracias estimado estimada "
    "sr sra senior junior lead head director manager recruitment recruiting candidate human "
    "application position role team reference ref re fwd fw aw wg update unser mr mrs ms dr "
    "prof bewerbung stelle position ausbildung unterlagen zeit vertrauen auswahlverfahren year "
    "phd cv english german spanish excel python java visa h-1b covid christmas easter "
    "linkedin"
)
NEVER: Final = frozenset(_NEVER_WORDS.split())
# A part of a university or an authority; the whole stands on another line.
UNIT = compiled(
    r"^(?:school|department|faculty|institute|division|office|chair|college) of\b|\b(?:group|"
    r"unit|dept|lab|"
    r"division|section|branch)$|^(?:lehrstuhl|fakultat|facultad|departamento|fachbereich|"
    r"institut fur)\b"
)
ARTICLES: Final = frozenset({"the", "la", "el", "los", "las", "das", "die", "der"})
TRAILING = compiled(
    r"(?:(?: (?:&|and|und|y))? (?:the|das|el|our|whole|entire|all)$|(?: and| und| y| e| of| for|"
    r" de| del| für| &|,| von| am)*(?: (?:I|We|You|Your|Our|It|"
    r"The|Ihr|Ihre|Sie|"
    r"Wir|Ich|Team|Careers?|Monday|Tuesday|Wednesday|Thursday|Friday|Talent|HR|Hiring|"
    r"Recruiting|Unfortunately|"
    r"Please|Thank|Thanks|This|After|While|Zeit|Leider|As|In|On|At|Although))(?: .*)?|'s|’s)$"
)
