"""Whether they hold out feedback: in set phrases, or in words of their own."""

from __future__ import annotations

from typing import Final

from cogs.draft.reading.page import Page
from cogs.draft.reading.phrases import Phrases

_IN_SET_PHRASES: Final = Phrases(
    [
        (
            r"(?:happy|glad|pleased|delighted|gladly|willing|love|like|welcome|free|hesitate|"
            r"let (?:me|us) know|offer\w*|want\w*|wish|request\w*|ask\w*|available|entitled|"
            r"provide|contact|drop|reply|email|write|call|ring|bell|useful|helpful|more than|"
            r"arrange|book|can|may|send) .*(?:feedback|"
            r"(?:the|their|my|our|some|more|panel's|team's|his|her) (?:comments|thoughts|notes|"
            r"impressions|observations|pointers))"
        ),
        (
            r"(?:feedback|comments|thoughts) .*(?:happy|glad|let (?:me|us) know|available|"
            r"request|please|if you|just (?:ask|say|reply)|on request|drop me|can be)"
        ),
        r"(?:talk|go|walk|run|take|chat) (?:\w+ ){0,2}(?:it |this |that |you )?through",
        (
            r"(?:how|what) (?:the )?(?:committee|panel|team|board|we|jury|interviewers?) (?:saw|"
            r"made of|thought|discussed|liked)"
        ),
        r"tell you (?:everything|more|what|how|why)",
        r"what you could (?:improve|do)",
        (
            r"(?:gern\w*|wenn (?:du|sie)|falls (?:du|sie)|sofern|auf wunsch|anbiet\w*|bieten|"
            r"melde\w*|anruf\w*|rufen sie|ruf|schreib\w*|jederzeit|möch\w+|stehe\w*|können sie|"
            r"kannst du|wünsch\w*) .*(?:feedback\w*|rückmeldung\w*|einschätzung|eindrücke|"
            r"gründe)"
        ),
        (
            r"(?:feedback\w*|rückmeldung\w*) .*(?:gern\w*|wenn (?:du|sie)|falls|anbiet\w*|"
            r"auf wunsch|melde\w*|jederzeit|anfordern|möcht\w*|wünsch\w*)"
        ),
        r"(?:warum|woran) (?:\w+ ){0,5}(?:erklär|erläuter|besprech)\w*",
        (
            r"(?:si (?:quieres|lo deseas?|te (?:interesa|apetece|sirve|ayuda)|"
            r"le (?:interesa|sirve)|desea\w*|quiere)|cuando (?:quieras|quiera)|puedes?|podemos|"
            r"encantad\w+|gustos\w+|con gusto|a tu disposición|a su disposición|no dud\w+|"
            r"llámame|escríb\w+|ofrec\w+|solicit\w+|encantaría|estaré|"
            r"dispuest\w+) .*(?:feedback|retroalimentación|comentarios|impresiones|valoración|"
            r"más detalle|devolución|observaciones|motivos|lo que (?:me|nos) (?:han|gustó))"
        ),
        (
            r"(?:feedback|retroalimentación|devolución|"
            r"comentarios) .*(?:si (?:quieres|lo dese|te|le)|no dud|llám|escríb|píd|solicit|"
            r"gust)\w*"
        ),
    ],
    unless=[
        (
            r"(?:unable|not able|cannot|can't|not|unfortunately|don't|won't|never|neither|"
            r"regret|sorry|nor|no) (?:\w+ ){0,8}(?:feedback|comments)"
        ),
        r"(?:your|candidate) (?:\w+ )?feedback",
        r"survey",
        (
            r"feedback (?:on|about) (?:our|your experience|your candidate|"
            r"the (?:application|recruit|interview|hiring|selection) (?:process|experience))"
        ),
        r"how we (?:did|can improve|are doing)",
        r"(?:i've|i have|we've|we have|had|received|got|the) (?:now )?(?:had )?feedback from",
        r"feedback (?:was|is not|cannot|will not)",
        r"made it through|went through|going through|get through",
        r"(?:work|process|way|journey|get|came|come) through",
        r"know how to",
        (
            r"(?:nicht|kein\w*|leider|bedauer\w*) .*(?:feedback|rückmeldung|gründe|einschätzung|"
            r"auskunft)"
        ),
        r"(?:feedback|rückmeldung|gründe\w*) .*(?:nicht|kein\w*)\b",
        r"(?:ihr|dein|euer)(?:e[nmrs]?)? feedback",
        r"ihre rückmeldung|deine rückmeldung",
        r"umfrage|bewerte\w*|kununu|glassdoor|encuesta",
        (
            r"(?:no|sin|lament\w+) (?:\w+ ){0,5}(?:ofrec|facilit|dar|proporcion|"
            r"env[ií])\w* (?:\w+ ){0,3}(?:feedback|comentarios|retroalimentación|informaci)"
        ),
        r"(?:tu|su) (?:feedback|opinión|valoración)",
        r"no (?:\w+ )?(?:es posible|podemos|podremos|nos es posible)",
        r"give feedback to us",
        r"privacy|datenschutz",
        r"(?:thought|think) (?:you|we|it)",
    ],
)
# In their own words: what one is asked to do, or they would do, ...
_INVITES: Final = (
    r"(?:if (?:you|it|that)|should you|want me to|would it help|happy to|glad to|pleased to|"
    r"delighted to|may (?:request|ask)|can (?:request|ask)|entitled|drop me|drop us|"
    r"give (?:me|us|her|him) a|call me|ring me|ring us|let (?:me|us) know|"
    r"just (?:say|ask|shout)|say (?:so|the word)|my door|set aside|set up|welcome to|feel free|"
    r"don't hesitate|do not hesitate|reach out|i'll|i'd (?:like|love)|we'd (?:like|love|be)|"
    r"grab|over (?:a )?(?:coffee|zoom|the phone)|sag\w* (?:\w+ )?bescheid|ruf\w*|klingel\w*|"
    r"meld\w*|schreib\w*|vorbeikommen|komm\w* (?:\w+ )?vorbei|wenn (?:du|sie|ihnen|dir)|"
    r"falls (?:du|sie|ihnen|dir)|sollten? (?:sie|du)|gern\w*|auf wunsch|möcht\w+|jederzeit|"
    r"si (?:quieres|quiere|desea|deseas|te|le|tienes|tenés|querés|lo)|llám\w*|márq\w*|pása\w*|"
    r"escríb\w*|píd\w*|avís\w*|gusto|encantad\w+|disposición|armamos|puedes|puede|"
    r"cuando (?:quieras|quiera)|bel (?:me|ons|gerust)|als je|n'hésitez pas)"
)
# ... and what they would tell.
_TELLS: Final = (
    r"(?:feedback|pointers|debrief|(?:my|our|the|their|his|her|some|any|a few|"
    r"\w+'s) (?:[\w-]+ )?(?:comments|notes|thoughts|impressions|observations|scores?|marks)|"
    r"your (?:marks|scores?)|what (?:we|they|i|the \w+) (?:made|thought|saw|liked|noticed)|"
    r"what you could|how (?:they|you|it|we) (?:were|was|did|came across|scored|decided|marked|"
    r"saw)|talk (?:it|this|that|things)?\s?(?:over|through)|(?:walk|talk|take) you through|"
    r"unpack|discuss (?:the|this|your|it|our|how|why)|"
    r"go (?:over|through) (?:it|this|that|your|the)|more detail|in detail|the reasons|"
    r"why (?:we|it|you)|explain|genaueres|mehr (?:dazu|darüber|wissen|hören)|"
    r"(?:ich|wir) (?:\w+ )?(?:erzähl|erklär|erläuter)\w*|erzähl\w* (?:ich|wir|dir|ihnen|dir's)|"
    r"erläuter\w*|was (?:gut|die|wir|ich|du|noch|uns) .*(?:war|gesagt|gefehlt|besser|fanden|"
    r"aufgefallen)|(?:gehe|gehen) .*durch|eingeschätzt|einschätzung|eindr[uü]cke?|gründe|warum|"
    r"woran|rückmeldung|tipps|(?:te|le|lo|os) (?:cuento|contamos|relato|explic\w+|muestro|"
    r"mostramos|coment\w+|hablamos|digo)|informes|valoraci\w+|devolución|retroalimentación|"
    r"qué (?:te|le) falt\w+|mis notas|detalles?|impresiones|puntuaci\w+|comentarios|"
    r"cómo (?:te|le|lo|la) (?:vimos|vieron)|licht ik|toelicht\w*|meer (?:\w+ )?uitleg)"
)
_IN_OWN_WORDS: Final = Phrases(
    [
        rf"{_INVITES}\b.*\b{_TELLS}",
        rf"{_TELLS}\b.*\b{_INVITES}",
    ],
    unless=[
        (
            r"(?:unable|not able|aren't able|cannot|can't|can not|won't|don't|do not|"
            r"not possible|never|neither|regret|sorry|forgive|unfortunately|wish we could|"
            r"love to be able|however much|understand (?:that|if)) .*(?:feedback|comments|notes|"
            r"detail|reasons?|scores?|marks|discuss|share|explain|why|write)"
        ),
        r"feedback (?:is|was) (?:not|only)",
        r"(?:your|candidate) (?:\w+ )?feedback",
        r"survey|encuesta|umfrage|glassdoor|kununu|bewerte\w*",
        (
            r"feedback (?:on|about) (?:our|your experience|your candidate|"
            r"the (?:application|recruit\w*|interview|hiring|selection) (?:process|experience))"
        ),
        r"how we (?:did|can improve|are doing)",
        r"(?:i've|i have|we've|we have|had|received|got|the) (?:now )?(?:had )?feedback from",
        (
            r"(?:nicht|kein\w*|leider|bedauer\w*) .*(?:feedback|rückmeldung|gründe|einschätzung|"
            r"auskunft|warum|einzeln\w*)"
        ),
        r"(?:feedback|rückmeldung|gründe\w*|auskunft) .*(?:nicht|kein\w*)\b",
        r"(?:ihre?|deine?|eure?) (?:feedback|rückmeldung|meinung)",
        r"über uns\b",
        r"datenschutz|privacy",
        r"\bno (?:\w+ ){0,3}(?:pod\w+|posible|ofrec\w+|facilit\w+|cabe|damos|riusciamo)",
        r"(?:tu|su) (?:feedback|opinión|valoración|devolución)",
        r"nos (?:dieras|des|diera|dé) ",
        r"(?:was|were|been|am|are) (?:very |so |really |quite )?impressed",
        r"your (?:new )?address",
        r"thank you for|thanks for|gracias por|agradec\w+",
        r"(?:another|future|other|new) (?:role|position|vacanc|opportunit)\w*",
        r"how to",
        r"(?:otras|más|nuevas) (?:ofertas|vacantes)",
        r"reasonable accommodation",
        r"wishing you|wünschen|deseamos",
    ],
)


def offers_feedback(page: Page) -> bool:
    """Say whether they offer feedback, or say that one may ask for it."""
    return _IN_SET_PHRASES.said(page.said) or _IN_OWN_WORDS.said(page.said)
