"""What the name of an organisation, of a person, of an occupation looks like.

No lists of first names: a name is known by where it stands and by what it is not.
"""

from __future__ import annotations

from typing import Final

from cogs.draft.reading.characters import fold, without_accents
from cogs.draft.reading.no_company import is_department
from cogs.draft.reading.patterns import compiled
from cogs.draft.reading.systems import is_system

_FORMS = (
    r"gmbh(?: & co\.? ?(?:kg|kgaa|ohg))?|ggmbh|mbh|ag(?: & co\.? ?kg)?|kgaa|kg|ohg|gbr|"
    r"ug(?: \(?haftungsbeschränkt\)?)?|e\. ?v\.?|e\. ?k\.?|eg|partg(?: ?mbb)?|"
    r"se(?: & co\.? ?kga?a?)?|se|inc\.?|incorporated|corp\.?|llc|llp|lp|l\.l\.c\.|ltd\.?|"
    r"limited|plc|pty(?: ltd\.?)?|pbc|co\. ?ltd\.?|s\. ?l\. ?u\.?|s\. ?l\. ?l\.?|s\. ?l\.?|"
    r"s\. ?a\. ?u\.?|s\. ?a\.?|slu|sl|sau|sa|s\. ?coop\.?|scl|s\. ?a\. ?de c\. ?v\.?|"
    r"s\.? de r\.?l\.?|s\. ?r\. ?l\.?|srl|s\. ?p\. ?a\.?|spa|sas|sarl|bv|b\.v\.|nv|n\.v\.|a/s|"
    r"aps|ab|oyj?|as|asa|sp\. ?z ?o\.? ?o\.?|s\.r\.o\.|kft\.?|ltda\.?|lda\.?|aör|"
    r"\(?pty\)? ?ltd\.?|\(?pvt\.?\)? ?(?:ltd|limited)\.?|s\. ?a\. ?s\.?"
)
_FORM = compiled(rf"(?i)(?:,? |^)\(?(?:{_FORMS})\)?[,.]?$")
_FORM_AND_CO = compiled(r" (?:GmbH|AG|SE|UG) & Co\.?$")
_HAS_FORM = compiled(
    # Only in capitals as registers write them: "as", "se" and "sa" are words.
    r"(?:^|[ ,])(?:GmbH|gGmbH|mbH|AG|KGaA|KG|OHG|GbR|UG|e\. ?V\.?|e\. ?K\.|eG|PartG|SE|Inc\.?|"
    r"Corp\.?|Corporation|LLC|LLP|Ltd\.?|LTD|Limited|PLC|plc|Pty|PBC|S\. ?L\. ?U?\.?|"
    r"S\. ?A\. ?U?\.?|SLU?|SAU?|S\. ?Coop\.?|S\. ?r\. ?l\.|SRL|S\.p\.A\.|SARL|SAS|B\.?V\.|BV|"
    r"N\.V\.|NV|A/S|ApS|AB|Oyj?|AS|ASA|Kft\.?|Ltda?\.?|Lda\.?|AöR|S\. ?A\. ?S\.?|"
    r"Sp\. ?z ?o\. ?o\.?)(?:[ ,.;|·)]|$)"
)
_ORGANISATION: Final = without_accents(
    r"academy|agency|airlines?|analytics|apotheke|architects|asociacion|association|authority|"
    r"ayuntamiento|bakery|bank|banco|bistro|biotech|biosciences|borough|brewery|brigade|"
    r"bodegas?|caja|cafe|capital|care|caritas|centro|center|centre|charity|church|city of|"
    r"clinica?|clinic|club|colegio|college|company|consulting|cooperativa|cooperative|council|"
    r"county of|county|diakonie|digital|dental|diputacion|distribution|editorial|electric|"
    r"electronics|energia|energy|engineering group|escuela|estudio|fabrik|factory|"
    r"familienzentrum|farms?|federation|finance|foods?|foundation|freight|fundacion|gebruder|"
    r"gemeinde|grundschule|gruppe|group|grupo|gymnasium|guarderia|handwerk|haus|health|"
    r"healthcare|hochschule|holding|hospital|hostel|hotel|house|industries|ingenieria|"
    r"innovations?|institut[eo]?|insurance|interactive|international|jardin|kita|kindergarten|"
    r"kindertagesstatte|klinik|klinikum|kliniken|krankenhaus|labs?|laboratories|laboratorios?|"
    r"landkreis|landratsamt|library|logistics|logistica|logistik|ltd|manufaktur|marine|"
    r"maschinenbau|media|medical|mercado|ministry|ministerio|motors|museum|museo|networks?|nhs|"
    r"nursery|office of|partners|payments|pflegedienst|pharma|pflegeheim|pizzeria|power|press|"
    r"primary|\w*praxis|residencia|restaurante?|retail|robotics|school|schule|schools|security|"
    r"seguros|seniorenheim|senioren\w*|services?|sociedad|software|solutions|stadt|stadtwerke?|"
    r"stadtverwaltung|stiftung|studios?|supermercados?|systeme?s?|taller(?:es)?|technik|tech|"
    r"technologies|technology|tecnologias?|therapeutics|trust|universidad|universitat|"
    r"university|universitatsklinikum|university of|verband|verein|verlag|versicherung\w*|"
    r"ventures|werke?|werkstatt\w*|wines|works|zentrum|zoo|department of|aceites|transportes?|"
    r"construcciones|instalaciones|inmobiliaria|\w{3,}erei|spedition|kanzlei|authority|aid|"
    r"council|college|conservas|zapateria|imprenta|taberna|hotel\w*|ministry|waterschap|"
    r"gemeente|browar|talleres|mutual|housing|brothers|hermanos|hijos|consultores|asesores|"
    r"gestoria|panaderia|osteria|trattoria|\w+werke?|\w+schule|\w+verein|\w+klinik\w*|\w+verlag|"
    r"\w+stiftung|\w+technik|\w+zentrum|\w+bau|\w+haus|\w+kasse|sparkasse|volksbank|"
    r"raiffeisen\w*"
)
_HAS_ORGANISATION = compiled(rf"(?:^|[\s-])(?:{_ORGANISATION})(?:$|[\s,.-])")
_TEAM = compiled(
    without_accents(
        r"\b(?:(?:\w+-|recruiting|personal|bewerber|karriere|hr|kunden|schul|kita|"
        r"leitungs)?team|teams|department|dept|departamento|equipo|\w*abteilung|committee|"
        r"careers?|hiring|recruiting|recruitment|recruiters|hr|jobs|talent|people|personas|"
        r"human resources|recursos humanos|rrhh|seleccion|panel|crew|human|bewerb\w*|"
        r"personalwesen|personalmanagement|personalabteilung|vorstand|geschaftsfuhrung|"
        r"geschaftsleitung|direccion|direktion|secretaria|karriere|no-?reply|noreply|"
        r"notifications?|support|admissions|culture|applications?|support|office|board|"
        r"management|leitung|personal|everyone|all of us|your friends)\b"
    )
)
_OCCUPATION: Final = without_accents(
    r"\w*manager(?:in)?|managing|\w*direct\w+|head|\w*lead\w*|chief|\w*officer|\w*recruiter\w*|"
    r"partner(?:in)?|\w*consultant\w*|\w*berater(?:in)?|\w*specialist\w*|\w*spezialist\w*|"
    r"\w*coordinat\w+|\w*engineer\w*|\w*develop\w+|\w*designer\w*|\w*teacher|matron|\w*master|"
    r"principal|prof|professor\w*|president\w*|\w*founder|c[etofpi]o|chro|vp|\w*assistant|"
    r"assistenz|asistente|associate|\w*advis[eo]r|\w*analyst\w*|\w*chairs?|chairman|trustees?|"
    r"owner|supervisor\w*|administrator\w*|generalist\w*|business|senior|junior|"
    r"\w*leiter(?:in)?|\w*leitung|\w*referent(?:in)?|\w*geschaftsfuhrer\w*|inhaber(?:in)?|"
    r"\w*sachbearbeiter\w*|\w*responsable|jefe|jefa|gerente|tecnic[oa]|consultor[ae]?|"
    r"coordinador[ae]?|presidente|soci[oa]|encargad[oa]|alcalde\w*|rector\w*|dean|decan[oa]|"
    r"chef|kitchen|nurse|sister|secretary|\w*sekretar\w*|clerk|editor\w*|researcher|scientist|"
    r"architect\w*|\w*planner|producer|architekt\w*|\w*meister(?:in)?|\w*pfleger(?:in)?|"
    r"\w*verwalter\w*|vice|global|regional|group|acquisition|sourcer|resourcer|vocal|"
    r"administrador\w*|propietari[oa]|\w*beauftragte[rn]?|bereichs\w*|abteilungs\w*|personal\w*|"
    r"ausbild\w*|praxis\w*|filial\w*|store|shop|site|warehouse|operations|programs?|psicolog\w*|"
    r"catedratic[oa]|\w*direktor(?:in)?|disposition|disponent(?:in)?|headteacher|zastepca|"
    r"kierownik|executive|services|department|division|unit|bsc|msc|mba|phd|ma"
)
_HAS_OCCUPATION = compiled(rf"(?:^|[\s/&(,-])(?:{_OCCUPATION})(?:$|[\s,/&).-])")
_NOT_A_NAME = compiled(
    r"[\d@:/|·•_<>=\[\]{}#*!?%€$]|www|http|"
    r"\b(?i:tel|fax|phone|mobile|mobil|street|road|avenue|lane|calle|avda|platz|suite|floor|"
    r"email|e-mail)\b"
)
_ADDRESS = compiled(
    r"(?i)stra(?:ß|ss)e\b|\bstr\.|\b(?:street|road|avenue|lane|calle|avda|avenida|plaza|platz|"
    r"gasse|weg|allee|[\pL-]*(?:gasse|weg|allee|platz|ring|ufer|damm|hof) \d+|suite|floor|"
    r"p\.?o\.? box|postfach|tel|telefon|phone|fax|mobil|mobile)\b|\d{4,}|@|www\.|https?:|\+\d"
)
_REGISTER = compiled(
    r"\b(?:sitz der|geschaftsfuhr\w*:|registergericht|amtsgericht|hrb|ust-?id\w*|"
    r"registered (?:in|office|charity|number)|company (?:number|no)|cif|nif|registro mercantil|"
    r"trading name|part of)\b"
)
_PERSON = compiled(
    r"^(?:\p{Lu}[\pL'’-]*(?:\.[ªa]?)?(?:-\p{Lu}\.)?)(?: (?:(?:de|del|la|los|las|van|von|der|den|"
    r"ten|zu|al|el|bin|ibn|bint|ap|ab|ferch|te|op|vom|zum|da|do|dos|das|di|della|y|e|i|af|av|of|"
    r"le|st\.|san|ben|ter) ){0,3}[\"'(]?\p{Lu}[\pL'’-]*(?:\.ª?)?[\"')]?){0,4}$"
)
_NO_PERSON = compiled(
    r"^(?:im auftrag|in vertretung|the|your|ihre?|deine?|das|die|der|el|la|los|tu|su|on behalf|"
    r"dear|hi|hola|hallo|mit|con|thank|thanks|sent|all|alles|every|human|kind|best|viel|mucha|"
    r"good|sincerely|unsubscribe|privacy)\b"
)
_HONORIFICS = compiled(
    r"^(?:(?i:i\. ?a\.|i\. ?v\.|ppa\.|gez\.|p\. ?o\.|dr\.?|prof\.?|professor|ihre?|deine?|your|"
    r"profesora?|mr\.?|dra\.?|drs\.?|ir\.|mag\.a|mtr[oa]\.|lcd[oa]\.|abg\.|hna\.|sor|fdo\.?:?|"
    r"firmado:?|inh\.|inhaber(?:in)?:?|mrs\.?|ms\.?|miss|mx\.?|rev\.?|frau|herr|dña\.?|doña|don|"
    r"d\.|dª\.?|sra?\.?|srta\.?|dipl\.-?\pL*\.?|ing\.?|mag\.|lic\.|med\.|rer\.|nat\.|h\. ?c\.|"
    r"phil\.|sir|dame)\s+)+"
)
# After a comma or in capitals behind a name: BSc (Hons), PhD, MBA, pronouns, "2nd".
_AFTER = compiled(
    r"(?:,.*|\s(?:&|and|und|y)\s(?:the|das|el|todo|the whole|your|all)\b.*|\s*\(.*|\s*[|·•].*|"
    r"\s+[-–—]\s.*|(?:\s+(?:BA|BSc|MSc|MA|MBA|PhD|Ph\.D\.|MD|RN|[A-Z]{2,}[A-Za-z]*|"
    r"[A-Z][a-z]?[A-Z][a-z]*|she/her|he/him|they/them|SPHR|PHR|CIPD))+(?:[\s,].*)?)$"
)
_INITIAL = compiled(r"\pL \p{Lu}\.$")
_TWO = compiled(r"\s(?:and|und|y|e|&|\+)\s(?:\p{Lu}\pL+)")


def without_form(name: str) -> str:
    """Return the name of an organisation without its legal form."""
    before = ""
    name = name.strip(" ,;|·*\"'“”„")
    while before != name:
        before = name
        # "GmbH & Co. KG" behind a name, but "& Co" belongs to it.
        name = str(_FORM.sub("", name)).strip(" ,;|·")
        name = str(_FORM_AND_CO.sub("", name))
    return name if len(name) > 1 else before


def has_form(name: str) -> bool:
    """Say whether a line has the legal form of a company in it."""
    return bool(_HAS_FORM.search(name))


def is_organisation(name: str) -> bool:
    """Say whether a name has a word of those that organisations are called by."""
    return bool(_HAS_ORGANISATION.search(fold(name)))


def is_team(name: str) -> bool:
    """Say whether a name is that of a team or department."""
    return bool(_TEAM.search(fold(name)))


def is_occupation(line: str) -> bool:
    """Say whether a line is the occupation of whoever signed."""
    return bool(_HAS_OCCUPATION.search(fold(line)))


def is_title(line: str) -> bool:
    """Say whether a line is an occupation and no organisation: it begins or ends as one."""
    words = line.strip(" .,").split()
    ends = [word for word in (words[:1] + words[-1:]) if not is_organisation(word)]
    return any(is_occupation(word) for word in ends)


def is_contact(line: str) -> bool:
    """Say whether a line is a street, a number, an address."""
    return bool(_ADDRESS.search(line))


def is_register(line: str) -> bool:
    """Say whether a line is of those the law asks for: seat, register, managing directors."""
    return bool(_REGISTER.search(fold(line)))


def person(line: str) -> str | None:
    """Return the name of the person a line names, the first of two; ``None`` if it is none."""
    name = " ".join(line.strip(" ,.-–—~*•\t\"'").split())
    if len(name) > 120:
        return None
    name = str(_HONORIFICS.sub("", str(_AFTER.sub("", str(_HONORIFICS.sub("", name)))))).strip(
        " ,-–—"
    )
    if _INITIAL.search(f"{name}.") and f"{name}." in line:
        name += "."
    if found := _TWO.search(name):
        first, second = name[: found.start()], name[found.start() :].split()[1:]
        if " & " in name and (" " not in first or len(second) < 2):
            return None
        family = name.split()[-1]
        # "Anna and Ben Fox" signs for both; "Kettle & Co" is no person.
        if " " not in first and " & " not in name and len(name.split()) == 4:
            first = f"{first} {family}" if family else first
        name = first
    if (
        not name
        or _NO_PERSON.search(fold(name))
        or _NOT_A_NAME.search(name)
        or not _PERSON.search(name)
    ):
        return None
    if has_form(line) or is_organisation(name) or is_team(name) or is_system(name):
        return None
    if is_occupation(name) or is_department(name):
        return None
    if name.isupper() and len(name) > 3:
        name = name.title()
    return name if 2 <= len(name) <= 60 else None


def compact(name: str) -> str:
    """Return a name for comparing: folded, no article, no legal form, letters and digits only."""
    folded = fold(without_form(name)).removeprefix("the ").removesuffix("'s")
    return "".join(char for char in folded if char.isalnum())
