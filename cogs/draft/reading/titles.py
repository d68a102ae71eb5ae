"""What people are called at work: the nouns that job titles end or begin with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cogs.draft.reading.characters import fold, without_accents
from cogs.draft.reading.evidence import HINT, SURE
from cogs.draft.reading.patterns import compiled

# English: whole words. "Lead", "master" and their like are titles only beside another word.
_ENGLISH: Final = (
    r"engineer|developer|programmer|designer|manager|director|analyst|scientist|architect|"
    r"administrator|assistant|associate|co-?ordinator|consultant|specialist|officer|accountant|"
    r"nurse|teacher|tutor|lecturer|professor|researcher|fellow|technician|technologist|mechanic|"
    r"electrician|plumber|carpenter|joiner|welder|driver|operator|operative|picker|packer|"
    r"cleaner|cook|chef|baker|barista|waiter|waitress|bartender|server|host|hostess|"
    r"receptionist|secretary|clerk|cashier|salesperson|representative|agent|advis[eo]r|buyer|"
    r"planner|recruiter|partner|lead|leader|supervisor|foreman|inspector|auditor|controller|"
    r"paralegal|solicitor|lawyer|attorney|counsel|editor|writer|copywriter|journalist|reporter|"
    r"translator|photographer|producer|artist|animator|curator|librarian|archivist|therapist|"
    r"psychologist|counsell?or|midwife|doctor|physician|pharmacist|dentist|hygienist|"
    r"veterinarian|carer|caregiver|nanny|educator|instructor|trainer|coach|guard|firefighter|"
    r"postdoc|intern|trainee|apprentice|apprenticeship|internship|student|strategist|marketer|"
    r"handler|dispatcher|scheduler|estimator|surveyor|geologist|chemist|biologist|economist|"
    r"statistician|tester|owner|master|steward|attendant|labou?rer|worker|gardener|florist|"
    r"tailor|stylist|hairdresser|butcher|merchandiser|underwriter|broker|trader|teller|"
    r"conductor|pilot|caretaker|janitor|porter|keeper|guide|ranger|advocate|executive|warden|"
    r"bookkeeper|roaster|brewer|sommelier|optician|radiographer|paramedic|practitioner|fitter|"
    r"machinist|installer|caseworker|generalist|moderator|videographer|illustrator|lifeguard|"
    r"courier|housekeeper|graduate|head|sre|cfo|cto|ceo|coo|cmo|vp|principal|deputy|headteacher|"
    r"registrar|officer"
)
# German: what compounds end with, in both genders.
_GERMAN: Final = without_accents(
    r"(?:ingenieur|entwickler|techniker|mechaniker|elektroniker|elektriker|meister|leiter|"
    r"berater|betreuer|pfleger|erzieher|lehrer|verkäufer|fahrer|kellner|bäcker|arbeiter|"
    r"bearbeiter|referent|assistent|manager|zeichner|planer|architekt|prüfer|einkäufer|"
    r"controller|buchhalter|redakteur|texter|gestalter|designer|spezialist|praktikant|volontär|"
    r"doktorand|tischler|schreiner|maler|schlosser|schweißer|monteur|installateur|dachdecker|"
    r"gärtner|disponent|lagerist|helfer|apotheker|therapeut|sekretär|jurist|anwalt|"
    r"wissenschaftler|laborant|administrator|schneider|friseur|dozent|makler|optiker|"
    r"koordinator|student|vertriebler|trainer|zusteller|programmierer|konstrukteur|drucker|"
    r"konditor|metzger|fleischer|florist|logopäde|hebamme|mitarbeiter|fachangestellte)(?:in|"
    r"innen|[:*_/]-?in)?[ns]?|\w*(?:kaufmann|kauffrau|kräfte?|kraft|koch|köchin|assistenz|arzt|"
    r"ärztin|leitung|psychologin|psychologe|pädagog(?:e|in)|directrice|innendienst|außendienst|"
    r"sachbearbeitung|volontariat|praktikum|ausbildung|auszubildende[rn]?|werkstudent(?:in)?|"
    r"beauftragte[rn]?|doktorandenstelle|azubi|hilfe|hausmeister)"
)
_SPANISH: Final = without_accents(
    r"\w{3,}ista|\w{3,}(?:ador|edor|idor|utor|uctor|ultor|esor)(?:a|/a|\(a\))?|"
    r"ingenier[oa](?:/[oa])?|tecnic[oa](?:/[oa])?|auxiliar|administrativ[oa](?:/[oa])?|"
    r"dependient[ea](?:/[ea])?|camarer[oa](?:/[oa])?|cociner[oa](?:/[oa])?|ayudante|"
    r"jef[ea](?:/[ea])?|responsable|director(?:a|/a)?|gerente|maestr[oa](?:/[oa])?|"
    r"enfermer[oa](?:/[oa])?|medic[oa](?:/[oa])?|operari[oa](?:/[oa])?|mozo|comercial|"
    r"cajer[oa](?:/[oa])?|abogad[oa](?:/[oa])?|contable|arquitect[oa](?:/[oa])?|"
    r"becari[oa](?:/[oa])?|practicas|asistente|encargad[oa](?:/[oa])?|mecanic[oa]|fontaner[oa]|"
    r"panader[oa]|pelue?quer[oa]|carpinter[oa]|cientific[oa]|especialista|farmaceutic[oa]|"
    r"vigilante|celador[a]?|psicolog[oa]|fisioterapeuta|consultor[a]?|peon|teleoperador[a]?"
)
_OTHER: Final = without_accents(
    r"\w*medewerk(?:er|ster)|\w*adviseur|"
    r"\w*(?:tekniker|ingenjor|utvecklare|konsulent|pedagog|sykepleier|sjukskoterska|larare)|"
    r"charge[e]? de|addett[oa]|impiegat[oa]|responsabile|ingegnere|sviluppat\w+|infermier[ea]|"
    r"specjalist\w*|kierownik|inzynier|assistente|gestor[a]?|engenheir[oa]|desenvolvedor[a]?|"
    r"commercial|ingenieur|developpeu\w+"
)
_HEAD = compiled(
    rf"(?:^|[\s/&(-])(?:(?:{_ENGLISH})s?|\w*{_GERMAN}|{_SPANISH}|{_OTHER})(?:$|[\s/,.&):;*-])"
)
# A word that is a title only beside another: "head", "the manager", "a partner".
_ALONE_WORDS: Final = (
    "head lead leader manager director master owner host server partner agent guide coach "
    "guard student students graduate graduates principal deputy fellow executive officer "
    "doctor associate representative handler keeper artist professor lehrer leitung hilfe "
    "ausbildung praktikum practicas responsable comercial leiter mitarbeiter jefe gerente "
    "advocate assistant keep advisor adviser counsel apprentice intern trainee worker "
    "supervisor recruiter editor apprenticeship internship candidate asesor escritor lector "
    "autor motor error mayor honor valor favor rector interior lista vista entrevista revista "
    "entrevistador seleccionador candidato kraft profesor postulador meister vp"
)
_ALONE: Final[frozenset[str]] = frozenset(_ALONE_WORDS.split())
_STOP_WORDS: Final = (
    "a an the our your we you i they he she it who which that and or but with has have had "
    "been was were is are be being us this these those another other someone somebody one "
    "both hiring next past previous former current new as to for from in on at by not no any "
    "some each thank thanks wir sie ich uns unser unsere ihr ihre der die das den dem ein "
    "eine einen einer und oder als mit bei von zur zum ist sind haben el la los las un una y "
    "o que con por tu su nos le te lo muy more most very many great good best strong right "
    "perfect ideal better my its their his her all every if first second third last single "
    "como primera when so sus nuestro nuestra"
)
_STOP: Final[frozenset[str]] = frozenset(_STOP_WORDS.split())
_BEFORE: Final = (
    r"(?:for|as|become|becoming|be|being|seeking|hire|hiring|into|appoint(?:ed|ing)?|to|re:|als|"
    r"zur|zum|für|einen?|an|auf|um|unser|euer|die|on|about|regarding|av|som|van|como|para|de|"
    r"del)"
)
_DETERMINER: Final = (
    r"(?:(?:the|a|an|our|this|your|one|die|den|das|der|eine[nr]?|unsere?[mnr]?|euren?|ihren?|la|"
    r"el|un|una|nuestr[oa]) )?"
)
_WORD: Final = r"[\pL\d][\pL\d'’&/+.*:#-]*"
_NAMED = compiled(
    rf"(?i)\b{_BEFORE} {_DETERMINER}(?:(?:position|role|post|job|place|puesto|vacante|plaza|"
    rf"stelle|position|functie|vaga|poste) (?:of|as|als|de|for|"
    rf"van) )?[\"'“„«]?({_WORD}(?: {_WORD}){{0,4}})"
)
_QUOTED = compiled(r"[\"“„«]([^\"“”„«»\n]{4,60})[\"”“»]")
_OF = compiled(
    r"^((?: (?:of|for|de|für|der|ds\.|di|och)|"
    r",) (?:\p{Lu}[\pL-]+)(?:(?: and | & | y | und | )\p{Lu}[\pL-]+){0,2})"
)
_SUBJECT = compiled(r"^( (?:in|en) \pL+(?: (?:and|y|und) \pL+|(?: \p{Lu}\pL+){0,2}))")
_SCHOLAR = compiled(
    r"(?i)(?:fellow|researcher|postdoc|lecturer|professor|predoctoral|prácticas|internship)$"
)
_SPANISH_HEAD = compiled(rf"^(?:{_SPANISH})$")
_GERMAN_HEAD = compiled(rf"^\w*{_GERMAN}$")
_DE = compiled(r"^( de (?:(?:\p{Lu}[\pL]+|[a-záéíóúñ]{4,})(?: y \pL+| \p{Lu}\pL+)?))")
_NOUN = compiled(
    r"^((?: (?:im|für|zur|zum|der|in der))?(?: (?:und )?\p{Lu}[\pL-]+){1,3}| [A-Z]\b)"
)
_OFFERED = compiled(
    rf"(?i)((?:{_WORD} ){{0,4}}{_WORD}) (?:position|role|job|gig|post|vacancy|opening|"
    rf"opportunity|spot|seat|place|stelle|search|requisition|contract|competition|traineeship|"
    rf"programme)\b"
)
_WEAK_BEFORE = compiled(r"(?i)^(?:to|be|being|into|de|del|einen?|die|on|about|hiring|van|av)\b")


def has_head(title: str) -> bool:
    """Say whether a title has one of the nouns that titles are made of."""
    return bool(_HEAD.search(fold(title)))


def is_title_alone(title: str) -> bool:
    """Say whether words are a title by themselves, whatever stands before them."""
    words = fold(title).split()
    return has_head(title) and not (len(words) == 1 and words[0].strip(".,:") in _ALONE)


def titles(text: str) -> Iterator[tuple[str, int]]:
    """Yield titles that a text names after "for", "as", "como", with what they weigh."""
    for found in _QUOTED.finditer(text):
        if is_title_alone(found.group(1)) and len(found.group(1).split()) <= 7:
            yield found.group(1), SURE
    at = 0
    while found := _NAMED.search(text, at):
        # The next may begin inside what was looked at: "for a chat as Team Lead".
        at = found.start(1)
        title = _up_to_head(found.group(1))
        whole = _with_field(title, text[found.start(1) + len(title) : found.start(1) + 100])
        if title and is_title_alone(whole):
            yield whole, HINT if _WEAK_BEFORE.search(found.group()) else SURE
    for found in _OFFERED.finditer(text):
        title = _back_from_head(found.group(1))
        if title and is_title_alone(title):
            yield title, SURE


def _with_field(title: str, rest: str) -> str:
    """Return a title with what follows it and belongs to it: of what, in what."""
    last = fold(title).split()[-1:]
    pattern = _OF
    if _SCHOLAR.search(title):
        pattern = _SUBJECT
    elif last and _SPANISH_HEAD.search(last[0]):
        pattern = _DE
    elif last and _GERMAN_HEAD.search(last[0]):
        pattern = _NOUN
    found = pattern.search(rest)
    return title + found.group(1) if found else title


def _back_from_head(words: str) -> str:
    """Return the words before "position" that are a title, from its end back."""
    kept: list[str] = []
    for word in reversed(words.split()):
        if fold(word).strip("\"'") in _STOP or word[-1] in ".,:;!?":
            break
        if kept and kept[0][:1].isupper() and word[:1].islower() and "-" not in word:
            break
        kept.insert(0, word)
    return " ".join(kept) if kept and has_head(kept[-1]) else ""


def _up_to_head(words: str) -> str:
    """Return the words up to the last one that is a title's noun, if none of them is a filler."""
    kept: list[str] = []
    best = 0
    for word in words.split():
        plain = fold(word).strip(".,:;!?'\"")
        if plain in _STOP or (not best and plain.endswith(("arse", "erse", "irse"))):
            break
        kept.append(word)
        if has_head(plain):
            best = len(kept)
        if word[-1] in ".,:;!?":
            break
    return " ".join(kept[:best]).rstrip(".,:;!?'\"")
