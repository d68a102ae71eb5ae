"""How far the member had got when they were turned down."""

from __future__ import annotations

from typing import Final

from cogs.draft.reading.interviews import INTERVIEW, NOT_INVITED, SCREEN
from cogs.draft.reading.letter import Stage
from cogs.draft.reading.page import Page
from cogs.draft.reading.phrases import Phrases

_OFFER_WITHDRAWN: Final = Phrases(
    [
        (
            r"(?:withdraw|withdrawing|withdrew|rescind|rescinding|revoke|revoking|retract\w*|"
            r"pull(?:ing)?) (?:\w+ ){0,4}offer"
        ),
        r"offer\b.*\b(?:withdrawn|rescinded|revoked|retracted|no longer (?:valid|stands))",
        r"(?:angebot|zusage|vertragsangebot)\b.*\b(?:zurück\w*|widerruf\w*)",
        r"(?:ziehen|zieht|widerruf\w*|nehmen) .*(?:angebot|zusage)\b",
        r"(?:retira\w*|revoca\w*|anula\w*|dejar sin efecto|deja sin efecto) .*\boferta",
        r"oferta .*\b(?:retirada|anulada|sin efecto|revocada)",
    ],
    unless=[
        r"withdraw(?:n|ing)? (?:\w+ )?your (?:application|candida)",
        r"offers? from (?:other|another)",
        r"retirar su candidatura",
    ],
)
_SILENCE: Final = Phrases(
    [
        (
            r"(?:never|haven't|have not|didn't|did not|not|havent|didnt) (?:\w+ )?(?:heard|hear|"
            r"got(?:ten)? (?:an? )?(?:answer|reply|response)|replied|answered|responded|"
            r"received)"
        ),
        (
            r"(?:still|immer noch|noch immer|sigo|todavía estoy|todavía) (?:waiting|warte\w*|"
            r"esperando)"
        ),
        r"ni un (?:triste |solo )?(?:correo|mensaje|mail)",
        r"ghosted",
        r"radio silence",
        r"crickets",
        r"no (?:answer|reply|response|word|news)\b",
        r"(?:complete|total|just|then|only|since then) (?:silence|nothing)",
        r"(?:since|then|and),? (?:\w+ )?nothing\b",
        r"silence since",
        r"went (?:quiet|silent|dark)",
        r"nie (?:wieder |mehr )?(?:etwas |was )?(?:gehört|gemeldet|eine (?:antwort|rückmeldung))",
        r"nichts (?:mehr )?(?:gehört|bekommen)",
        r"keine (?:antwort|rückmeldung|reaktion)",
        r"funkstille",
        r"meld\w+ sich (?:niemand|keiner|nicht)",
        r"seitdem (?:nichts|stille)",
        r"geghostet",
        (
            r"(?:nunca|no|jamás) (?:más |me |he |volv\w+ )*(?:supe|sé|saber|contest\w+|"
            r"respond\w+|recib\w+|dijeron|llam\w+|tenido)"
        ),
        r"sin (?:respuesta|noticias)",
        r"silencio",
        r"ni (?:siquiera )?(?:contestan|responden|una respuesta)",
        r"no (?:contestan|responden)",
        r"nada (?:más )?(?:desde entonces|de nada)",
    ]
)
_FINAL: Final = Phrases(
    [
        r"between (?:yourself|you) and",
        r"one of (?:those|these|the|our) (?:last |final )?(?:two|three|four)\b",
        r"(?:you|she|he) came second|silver medal",
        r"(?:three|two|all) finalists",
        r"last (?:two|three) of you|the other (?:finalist|person), who",
        r"nur noch (?:zu zweit|zu dritt|zwei|drei)|letzten? (?:zwei|drei|beiden)|zu zweit gewesen",
        (
            r"hasta el final|solo (?:quedabais |erais |estabais )?dos\b|estabais solo dos|"
            r"solo llegaron"
        ),
        r"quedaste (?:de )?segund\w+",
        r"laatste twee|dernier tour|finale?\b.*candid",
        (
            r"final (?:round|interview|panel|presentation|candidates|two|three|four|shortlist|"
            r"conversation|meeting|selection round)"
        ),
        r"(?:last|final) (?:round|stage)(?: of)? (?:interview|with|we|you|on|in)",
        (
            r"(?:reached|reach|made it to|in|to|at|through|got to) (?:the|our|"
            r"this) (?:very )?(?:last|final) (?:round|stage|two|three|four)"
        ),
        r"(?:last|final) (?:two|three|four)",
        r"second choice",
        r"runner-?up",
        r"close second",
        r"second place",
        r"came second",
        r"final(?:ist|ists)\b",
        r"between (?:you and (?:one|another)|(?:the |you )two)",
        r"down to (?:you|two|the two)",
        r"(?:two|three) (?:remaining|final) candidates",
        r"one of (?:the )?(?:two|three|our two|last)",
        r"other finalist",
        r"last round",
        r"one of the other two",
        r"number two",
        r"(?:endrunde|schlussrunde|finalrunde|finale)\b",
        r"letzte[nr]? (?:\w+ )?(?:runde|gespräch\w*|auswahlrunde|zwei|beiden|drei)",
        r"(?:zwei|beiden|drei) (?:verbliebenen|letzten|besten|finalen)",
        r"zweitplatziert\w*",
        r"zweite (?:wahl|stelle)",
        r"platz (?:zwei|2)\b",
        r"abschluss(?:präsentation|gespräch|runde)",
        r"engste[nr]? (?:wahl|auswahl|kreis)",
        r"knapp(?:e)? (?:entscheidung|an)",
        r"(?:auf dem|den) zweiten platz",
        r"final(?:gespräch|kandidat\w*)",
        r"zwischen ihnen und",
        r"(?:última|ultima) (?:ronda|fase|entrevista|etapa)",
        r"(?:fase|ronda|entrevista|etapa|terna) final",
        r"finalistas?\b",
        r"segunda (?:opción|candidat\w+|posición)",
        r"segundo (?:lugar|candidato|puesto)",
        r"quedaste (?:en )?segund[oa]",
        r"quedó (?:usted )?(?:en )?segund[oa]",
        r"últim[oa]s (?:dos|tres)",
        r"(?:dos|tres) (?:últim|finalist|candidat)\w+",
        r"terna\b",
        r"(?:entre|una de) (?:las )?dos (?:personas|candidaturas)",
        r"entre (?:usted|tú) y",
        r"recta final",
    ],
    unless=[
        r"not (?:been )?(?:selected|shortlisted|chosen|invited|progress\w*)\b.* final",
        r"nicht .*(?:in die|zur) (?:endrunde|letzten)",
        r"no .*(?:pasar?|pasado|avanzar?) a la",
        r"final (?:decision|result)",
    ],
)
_APPLIED: Final = Phrases(
    [
        r"sending (?:us |in )?(?:your|in)",
        r"your (?:reel|letter|book|work samples|email)",
        r"put (?:you|your \w+) forward|the profiles\b",
        r"ihre mail|deine mail|ihre mappe|deine mappe",
        r"tu carta|su carta|tu porfolio|tu portfolio|la búsqueda",
        r"appl(?:y|ied|ying|ication|icant|ications|icants)\b",
        r"(?:cv|resume|cover letter|portfolio)\b",
        r"candida(?:cy|ture|te|tes)\b",
        r"your (?:interest|profile|background|submission|qualifications)",
        r"expression of interest",
        r"bewerb\w*",
        r"(?:deine|ihre|eingereichten|zugesandten) unterlagen",
        r"lebenslauf",
        r"interesse an",
        r"ihr profil|dein profil",
        r"candidat\w*",
        r"solicitud",
        r"currículum|cv\b",
        r"inscri\w+",
        r"postul\w+",
        r"tu perfil|su perfil",
        r"tu interés|su interés",
        r"procesos? (?:de selección|selectivo)|convocatoria|vacante",
        r"sollicitatie|candidature|candidatura",
    ]
)


def stage(page: Page, note: bool) -> Stage:
    """Return how far the member had got; ``note`` says that it is their own note, no letter."""
    if note and _SILENCE.said(page.said):
        return "silence"
    # Subject lines count: "Your interview at ..." is all some letters say about it.
    lines = [*page.everything, page.headers.subject.lower()]
    if _OFFER_WITHDRAWN.said(lines):
        return "offer_withdrawn"
    invited = [each for each in lines if not NOT_INVITED.said([each])]
    if _FINAL.said(invited):
        return "final"
    # "Phone interview" is a screen: what names one is taken out before interviews are looked for.
    if INTERVIEW.said(SCREEN.taken_out(each) for each in invited):
        return "interview"
    if SCREEN.said(invited):
        return "screen"
    return "application" if _APPLIED.said(lines) or page.headers.subject else "unknown"
