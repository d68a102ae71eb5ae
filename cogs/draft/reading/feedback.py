"""Whether they hold out feedback: somebody to ask, and something they would tell."""

from __future__ import annotations

from typing import Final

from cogs.draft.reading.page import Page
from cogs.draft.reading.phrases import Phrases

# What one is asked to do, or they would do.
_INVITES: Final = (
    r"(?:if (?:you|it|that)|should you|want me to|would it help|happy to|glad to|pleased to|"
    r"delighted to|may (?:request|ask)|can (?:request|ask)|entitled|drop me|drop us|give (?:me|"
    r"us|her|"
    r"him) a|call me|ring me|ring us|let (?:me|us) know|just (?:say|ask|shout)|say (?:so|the "
    r"word)|"
    r"my door|set aside|set up|welcome to|feel free|don't hesitate|do not hesitate|reach out|"
    r"i'll|i'd (?:like|love)|we'd (?:like|love|be)|grab|over (?:a )?(?:coffee|zoom|the phone)|"
    r"sag\w* (?:\w+ )?bescheid|ruf\w*|klingel\w*|meld\w*|schreib\w*|vorbeikommen|komm\w* (?:\w+ )?"
    r"vorbei|wenn (?:du|sie|ihnen|dir)|falls (?:du|sie|ihnen|dir)|sollten? (?:sie|du)|gern\w*|"
    r"auf wunsch|möcht\w+|jederzeit|"
    r"si (?:quieres|quiere|desea|deseas|te|le|tienes|tenés|querés|lo)|llám\w*|márq\w*|pása\w*|"
    r"escríb\w*|píd\w*|avís\w*|gusto|encantad\w+|disposición|armamos|puedes|puede|cuando "
    r"(?:quieras|"
    r"quiera)|bel (?:me|ons|gerust)|als je|n'hésitez pas)"
)
# What they would tell.
_TELLS: Final = (
    r"(?:feedback|pointers|debrief|(?:my|our|the|their|his|her|some|any|a few|\w+'s) (?:[\w-]+ )?"
    r"(?:comments|notes|thoughts|impressions|observations|scores?|marks)|your (?:marks|scores?)|"
    r"what (?:we|they|i|the \w+) (?:made|thought|saw|liked|noticed)|what you could|"
    r"how (?:they|you|it|we) (?:were|was|did|came across|scored|decided|marked|saw)|"
    r"talk (?:it|this|that|things)?\s?(?:over|through)|(?:walk|talk|take) you through|unpack|"
    r"discuss (?:the|this|your|it|our|how|why)|"
    r"go (?:over|through) (?:it|this|that|your|the)|more detail|in detail|the reasons|why (?:we|"
    r"it|you)|"
    r"explain|"
    r"genaueres|mehr (?:dazu|darüber|wissen|hören)|(?:ich|wir) (?:\w+ )?(?:erzähl|erklär|"
    r"erläuter)\w*|"
    r"erzähl\w* (?:ich|wir|dir|ihnen|dir's)|erläuter\w*|was (?:gut|die|wir|ich|du|noch|uns) "
    r".*(?:war|"
    r"gesagt|gefehlt|besser|fanden|aufgefallen)|(?:gehe|gehen) .*durch|eingeschätzt|einschätzung|"
    r"eindr[uü]cke?|gründe|"
    r"warum|woran|rückmeldung|tipps|"
    r"(?:te|le|lo|os) (?:cuento|contamos|relato|explic\w+|muestro|mostramos|coment\w+|hablamos|"
    r"digo)|"
    r"informes|valoraci\w+|devolución|retroalimentación|qué (?:te|le) falt\w+|mis notas|detalles?|"
    r"impresiones|puntuaci\w+|comentarios|cómo (?:te|le|lo|la) (?:vimos|vieron)|"
    r"licht ik|toelicht\w*|meer (?:\w+ )?uitleg)"
)
_OFFERED: Final = Phrases(
    [rf"{_INVITES}\b.*\b{_TELLS}", rf"{_TELLS}\b.*\b{_INVITES}"],
    unless=[
        r"(?:unable|not able|aren't able|cannot|can't|can not|won't|don't|do not|not possible|"
        r"never|"
        r"neither|regret|sorry|forgive|unfortunately|wish we could|love to be able|however much|"
        r"understand (?:that|if)) .*(?:feedback|comments|notes|detail|reasons?|scores?|marks|"
        r"discuss|"
        r"share|explain|why|write)", r"feedback (?:is|was) (?:not|only)",
        r"(?:your|candidate) (?:\w+ )?feedback",
        r"survey|encuesta|umfrage|glassdoor|kununu|"
        r"bewerte\w*",
        r"feedback (?:on|about) (?:our|your experience|your candidate|the (?:application|"
        r"recruit\w*|"
        r"interview|hiring|selection) (?:process|experience))",
        r"how we (?:did|can improve|are "
        r"doing)",
        r"(?:i've|i have|we've|we have|had|received|got|the) (?:now )?(?:had )?feedback from",
        r"(?:nicht|kein\w*|leider|bedauer\w*) .*(?:feedback|rückmeldung|gründe|einschätzung|"
        r"auskunft|"
        r"warum|einzeln\w*)", r"(?:feedback|rückmeldung|gründe\w*|auskunft) .*(?:nicht|kein\w*)\b",
        r"(?:ihre?|deine?|eure?) (?:feedback|rückmeldung|meinung)", r"über uns\b",
        r"datenschutz|privacy",
        r"\bno (?:\w+ ){0,3}(?:pod\w+|posible|ofrec\w+|facilit\w+|cabe|damos|riusciamo)",
        r"(?:tu|su) (?:feedback|opinión|valoración|devolución)", r"nos (?:dieras|des|diera|dé) ",
        r"(?:was|were|been|am|are) (?:very |so |really |quite )?impressed",
        r"your (?:new "
        r")?address",
        r"thank you for|thanks for|gracias por|agradec\w+",
        r"(?:another|future|other|new) (?:role|position|vacanc|opportunit)\w*", r"how to",
        r"(?:otras|más|nuevas) (?:ofertas|vacantes)", r"reasonable accommodation",
        r"wishing you|wünschen|deseamos",
    ],
)  # fmt: skip


def offers_in_own_words(page: Page) -> bool:
    """Say whether a sentence both asks to get in touch and says what would be told."""
    return _OFFERED.said(page.said)
