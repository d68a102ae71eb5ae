"""The language a letter is written in, by its most frequent words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

import re2

# The words a language uses most and its neighbours do not, folded: enough for a letter of some
# lines. Libraries were weighed: they bring numpy and 120 MB of models, or nobody tends them.
# A word in several languages counts for each; what is rare elsewhere decides.
_WORDS: Final = {
    "en": "the and you your to of for we have not with this that our is in are will be been "
    "has on at it but can thank thanks was from would i my me hey sorry im they got never",
    "de": "und der die das wir sie ihre ihnen ihr nicht fur mit uns zu den dem ein eine auf "
    "ist haben leider du dir dich ich es im von als bei dass wunschen danke hallo keine",
    "es": "el la los las que de y en su para por con una un no nos se te tu le usted hemos "
    "del al gracias lo este ha muy pero como proceso puesto hola mucha suerte",
    "fr": "le la les des et vous nous votre pour pas que ne une dans avons est sur du au avec "
    "candidature malheureusement merci cette bonjour poste",
    "it": "il di che la per non con una del della abbiamo sua suo siamo grazie gli le nel "
    "purtroppo ci candidatura posizione alla questo e",
    "pt": "o a os as que de e em para com uma nao nos sua seu voce por obrigado obrigada vaga "
    "infelizmente do da no na ao mas esta agradecemos",
    "nl": "de het een en van je jij wij niet voor met op dat ons te zijn hebben helaas jouw uw "
    "bij aan deze bedankt is in sollicitatie",
    "sv": "och att det vi du inte for med har till som en av din ditt tyvarr tack oss pa den "
    "ar ansokan tjansten denna",
    "da": "og at det vi du ikke for med har til som en af din dit desvaerre tak os pa den "
    "er ansogning stillingen denne desværre på",
    "no": "og at det vi du ikke for med har til som en av din ditt dessverre takk oss pa den "
    "er soknad stillingen denne søknad på søknaden",
    "fi": "ja on ei etta se olemme kiitos valitettavasti hakemus hakemuksesi sinun tehtavaan "
    "emme ovat mutta olet teidan haussa kiitamme tyopaikka",
    "pl": "i w na do sie nie z ze jest za pana pani dziekujemy niestety oraz o rekrutacji "
    "stanowisko aplikacji ci twoja tym panstwa",
    "cs": "a v na se ze je za nam vas vam jsme dekujeme bohuzel pozici pro s k jste o zajem "
    "vase ale nas vyberoveho",
    "hu": "a az es hogy nem is egy koszonjuk sajnos on jelentkezeset palyazat allas "
    "munkakor onnek szamara sikeres",
    "ro": "si in de la nu va pentru cu ca am din ne pe multumim pacate candidatura dumneavoastra "
    "dvs postul pozitia este",
    "tr": "ve bir bu icin ile basvurunuz tesekkur ederiz maalesef pozisyon degil sizi size "
    "olarak ancak olumsuz",
    "ca": "el la els les que i de per amb una no us ens hem gracies seva seu proces malauradament "
    "aquesta aquest",
}
_OTHER_SCRIPTS: Final = (
    ("uk", re2.compile(r"[іїєґІЇЄҐ]")),
    ("ru", re2.compile(r"\p{Cyrillic}")),
    ("el", re2.compile(r"\p{Greek}")),
)
_WORD = re2.compile(r"\pL+")
_LOOKED_AT: Final = 400
_LETTERS_FOR_SCRIPT: Final = 20
_BY_WORD: Final[dict[str, list[str]]] = {}
for _code, _list in _WORDS.items():
    for _each in dict.fromkeys(_list.split()):
        _BY_WORD.setdefault(_each, []).append(_code)


def language(texts: Iterable[str]) -> str:
    """Return the two-letter code of the language of folded texts, ``en`` where nothing tells."""
    whole = " ".join(texts)
    for code, script in _OTHER_SCRIPTS:
        if len(script.findall(whole)) >= _LETTERS_FOR_SCRIPT // (4 if code == "uk" else 1):
            return code
    counted: Counter[str] = Counter()
    for found in list(_WORD.findall(whole))[:_LOOKED_AT]:
        codes = _BY_WORD.get(found, ())
        for code in codes:
            counted[code] += 6 // min(len(codes), 6)
    if not counted:
        return "en"
    # At the same count the one named first in the table, which starts with the frequent ones.
    return max(_WORDS, key=lambda code: counted[code])
