"""What stands where the name of an employer could, and is none."""

from __future__ import annotations

from typing import Final

from cogs.draft.reading.characters import fold
from cogs.draft.reading.patterns import compiled

# Checked against the first word.
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
    "linkedin status interview outcome decision result results news offer regarding job jobs "
    "vacancy opening notification important information notice message confirmation feedback "
    "follow referenz absage rückmeldung candidatura proceso oferta vacante puesto entrevista "
    "respuesta actualizacion resultado solicitud rooting whatsapp teamtailor gmail outlook "
    "iphone android internet bachelor master weihnachten ostern navidad semana "
    "europe germany spain london berlin madrid barcelona munich munchen hamburg wien zurich "
    "woche wochen monat monate tag tage jahr jahre week month today yesterday heute gestern "
    "mandant mandantin klient kunde kundin cliente client empresa direccion gerencia panel board "
    "committee comision kommission gremium geschaftsleitung decision competition management "
    "auftraggeber lda nit nif cif tel besetzung resourcing ing lic mtro mag drs haro planta "
    "referencia asunto betreff subject mit fur bei en de at"
)
NEVER: Final = frozenset(_NEVER_WORDS.split())
# A part of a university or an authority; the whole stands on another line.
UNIT = compiled(
    r"^(?:school|department|faculty|institute|division|office|chair|college) of\b|"
    r"\b(?:group|unit|dept|lab|division|section|branch)$|"
    r"^(?:lehrstuhl|fakultat|facultad|departamento|fachbereich|institut fur|arbeitsgruppe|"
    r"distribution cent(?:re|er)|ward|branch|plant|campus|werk|filiale|standort|sede|delegacion|"
    r"planta|tienda)\b"
)
# What a company has departments for; "Director, Infrastructure" does not name an employer.
_DEPARTMENT_WORDS: Final = (
    "infrastructure engineering product design marketing sales finance financial operations "
    "people culture talent data platform research development growth care elderly north south "
    "east west america emea apac europe uk usa dach iberia latam services customer success "
    "experience support programmes programs communications legal security quality production "
    "editorial policy partnerships digital technology tech software it analytics science content "
    "brand creative business strategy procurement supply chain logistics hr human resources "
    "nursing clinical medical academic student studies admissions early careers retail risk "
    "compliance payments mobile web cloud devops backend frontend health safety global regional "
    "personal vertrieb einkauf produktion verwaltung pflege technik entwicklung forschung lager "
    "buchhaltung controlling kommunikation ruimte talento personas operaciones ventas compras "
    "produccion marketing tecnologia seleccion recursos humanos finanzas calidad logistica "
    "tax market mid-market enterprise rural visitor program programme "
    "reception rezeption recepcion front desk office "
    "administracion formacion acquisition & and und y of de for the innere medizin station"
)
_DEPARTMENTS: Final = frozenset(_DEPARTMENT_WORDS.split())
# Pronouns, degrees, times, places of work: they stand in a signature and are nobody's name.
ASIDE = compiled(
    r"^\W*(?:(?:she|he|they|sie|er|ella|él|elle|"
    r"xier)(?:\s?[/,]\s?(?:her|him|them|hers|his|ihr|ihm|ella|elle|they|she|he)s?)*|"
    r"(?i:p\.?eng|bsc.*|msc.*|phd|mba|llb|frgs|rgn|hons)|\d{1,2}[:.]\d{2}.*|\d+ ?%)\W*$"
)
# Behind a person's name only: elsewhere capitals may be a company.
DEGREE = compiled(r"^\W*[A-Z]{1,3}[a-z]?[A-Z]{1,3}(?:-[A-Z]+)?\W*$")
# "In der Freien Schule Lindenau": what the case does to the first word of a name.
INFLECTED = compiled(
    r"^((?:Frei|Neu|Alt|Deutsch|Evangelisch|Katholisch|Staatlich|Städtisch|Technisch|Privat|"
    r"Groß|Klein|Hoh|Grün|Rot|Blau|Schwarz|Weiß|Erst|Golden|Vereinigt)e)n (\p{Lu})"
)
ARTICLES: Final = frozenset({"the", "la", "el", "los", "las", "das", "die", "der"})
TRAILING = compiled(
    r"(?:(?: (?:&|and|und|y))? (?:the|das|el|our|whole|entire|all)$|"
    r"(?: and| und| y| e| of| for| de| del| für| &|,| von|"
    r" am)*(?: (?:I|We|You|Your|Our|It|The|Ihr|Ihre|Sie|Wir|Ich|Team|Careers?|Monday|Tuesday|"
    r"Wednesday|Thursday|Friday|Talent|HR|Hiring|Recruiting|Unfortunately|Please|Thank|Thanks|"
    r"This|After|While|Zeit|Leider|As|In|On|At|Although))(?: .*)?|'s|’s)$"
)


def is_department(name: str) -> bool:
    """Say whether a name is that of a department, in whatever company."""
    return all(word in _DEPARTMENTS for word in fold(name).replace(",", " ").split())
