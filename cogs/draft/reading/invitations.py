"""Whether they want to hear of the member again."""

from __future__ import annotations

from typing import Final

from cogs.draft.reading.page import Page
from cogs.draft.reading.phrases import Phrases

_AGAIN: Final = Phrases(
    [
        r"appl(?:y|ying) (?:\w+ ){0,4}again",
        r"re-?apply",
        (
            r"(?:future|other|another|new|suitable|similar|relevant|right|different|next|"
            r"more junior|more senior) (?:\w+ ){0,3}(?:opportunit\w+|opening\w*|role\w*|"
            r"position\w*|vacanc\w+|post|posts|job|jobs|project\w*|need\w*|intake|round)"
        ),
        r"(?:keep|stay|staying|keeping|remain|be) (?:\w+ ){0,3}(?:in touch|in contact|connected)",
        r"talent (?:pool|community|network|bank|pipeline|database)",
        r"(?:on|in) (?:file|our (?:files|database|records))",
        r"(?:keep|bear|have|keeping) (?:\w+ ){0,3}in mind",
        r"hit me up",
        (
            r"(?:write|talk|speak|get in touch|reach out|contact|come back|call|in touch|"
            r"hear from you|reconnect|try) (?:\w+ ){0,4}again"
        ),
        r"not be a stranger|don't be a stranger",
        (
            r"(?:delighted|glad|happy|pleased|love) (?:\w+ ){0,3}(?:if you applied|"
            r"to (?:see|hear|receive|have|consider) (?:\w+ ){0,4}(?:application|apply|from you|"
            r"you))"
        ),
        (
            r"(?:welcome|encourage|invite|hope|urge|like) (?:\w+ ){0,6}(?:an application|apply|"
            r"applying|appl\w+ again|re-?apply)"
        ),
        r"(?:one of the )?first (?:\w+ ){0,3}(?:people|person|call|to know)",
        r"(?:keep|have) (?:\w+ )?(?:an )?eye (?:on|out)",
        r"ring again",
        (
            r"(?:i'll|i will|we'll|we will|would like to|able to) (?:\w+ ){0,4}(?:be in touch|"
            r"call you|get in touch|reach out|contact you|come back to you|let you know|"
            r"get back to you) (?:\w+ ){0,6}(?:when|if|as soon|should|once|about)"
        ),
        (
            r"(?:if|should|when|once) .*(?:opens?(?: up)?|comes? up|becomes? available|arises?|"
            r"reopens?|changes?)\b.*(?:touch|call|contact|apply|application|hear|welcome|know|"
            r"reach)"
        ),
        (
            r"(?:touch|call|contact|apply|application|reach out|consider\w*|connected) .*(?:if|"
            r"should|when|in case) .*(?:opens?|comes? up|arises?|changes?|available|up)\b"
        ),
        r"throw your hat",
        r"(?:pop|come|check|drop|stop|swing|look) back",
        r"try us again",
        (
            r"(?:erneut|wieder|nochmals?|noch (?:ein)?mal|abermals|später|künftig|zukünftig|"
            r"weitere\w*|jederzeit|nächst\w+|andere\w*) .*(?:bewirb\w*|bewerb\w*|melde\w*|"
            r"zukommen|berücksichtig\w*|ansprech\w*)"
        ),
        r"(?:bewirb|bewerben sie|melde\w*|freuen .*) .*(?:erneut|wieder|nochmals?|noch einmal)\b",
        (
            r"(?:talent|bewerber|kandidaten|talente)-?\s?(?:pool|kreis|netzwerk|datenbank|"
            r"community)\w*"
        ),
        r"in (?:kontakt|verbindung) (?:\w+ )?(?:bleib\w*|zu bleiben)",
        r"vormerken|vorgemerkt|im (?:auge|blick|hinterkopf) (?:\w+ )?behalten",
        (
            r"auf (?:sie|dich|dein profil|ihr profil) zu(?:kommen|zukommen|rückkommen|"
            r"rückzukommen)?\b"
        ),
        (
            r"(?:initiativ|stellenangebote|karriereseite|offene\w* stellen) .*(?:bewerb|freuen|"
            r"schau)\w*"
        ),
        (
            r"(?:sollte|wenn|falls|sobald) .*(?:frei|ergeben|ergibt|ändern|passende\w*|öffnet|"
            r"offen) .*(?:melde\w*|kontakt\w*|freuen|sprech\w*|zukommen|bewerb\w*)"
        ),
        r"(?:bolsa|base|banco) de (?:trabajo|empleo|talento|datos|candidat\w+)",
        r"(?:tendremos|tendré|tener|tenemos|tenerte|tenerle) (?:\w+ ){0,4}en cuenta",
        (
            r"(?:futur[oa]s|próxim[oa]s|otr[oa]s|nuev[oa]s) (?:vacantes?|oportunidad\w*|"
            r"ofertas?|procesos?|convocatorias?|posiciones|búsquedas|puestos|selecciones|"
            r"proyectos)"
        ),
        (
            r"(?:futur[oa]|próxim[oa]|otr[oa]|nuev[oa]) (?:vacante|oportunidad|oferta|proceso|"
            r"convocatoria|posición|búsqueda|necesidad)"
        ),
        r"guarda(?:mos|remos|r|ré|do) (?:tu|su) (?:perfil|cv|curr\w+|candidatura)",
        r"(?:volver|vuelvas?|vuelve|volvieras) a (?:\w+)",
        (
            r"(?:mantener\w*|mantenemos|quedamos|estaremos|estamos|seguir|sigamos|quedar|"
            r"seguimos) (?:\w+ )?(?:el |en )?contacto"
        ),
        r"no nos pierdas de vista",
        r"(?:si|cuando) .*(?:surge|abr\w+|sale|salga|surja|aparez\w+)\b",
        r"te (?:llamo|aviso|escribo|llamaremos|avisamos) (?:\w+ ){0,4}(?:si|cuando)",
        r"present(?:ar|es|arse|arte) (?:\w+ ){0,3}(?:de nuevo|otra vez|nuevamente)",
        r"(?:te|le) animamos a",
        r"red de talento|talent pool",
    ],
    unless=[
        (
            r"(?:wish|luck|success|all the best|best of|wünschen|viel erfolg|deseamos|suerte|"
            r"éxitos?|deseo)\b(?:.*)(?:future|next|new|search|zukünftig|zukunft|weiter|weg|"
            r"futur|próxim|trayectoria)"
        ),
        r"(?:will|would|must|need to|should|have to) (?:\w+ ){0,2}(?:file|submit) a new",
        r"information about other",
        (
            r"(?:moved|move|moving|proceed\w*|pursue|continue\w*|decided|going|gone|went|go|"
            r"advance\w*|selected|chosen|chose) (?:\w+ ){0,3}(?:with|forward|ahead|another|"
            r"other|to) (?:\w+ ){0,3}(?:other|another|different)"
        ),
        r"other (?:scale-?ups|two)? ?(?:candidates|applicants)",
        r"no longer wish",
        (
            r"(?:six|6|12|twelve|sechs|zwölf|24) (?:months|monate\w*).*(?:delet|lösch|retention|"
            r"law|gesetz)\w*"
        ),
        r"(?:delete|löschen|gelöscht|vernichtet|retention)",
        r"applied to (?:other|another)",
        r"(?:cannot|can't|not|unable) (?:\w+ )?(?:keep|consider|retain)\b",
        r"cover another",
        r"otr[oa]s? (?:candidat|person|perfil|compañer)\w*",
        r"(?:accepted|found|taken|offer\w*) (?:\w+ )?another",
        r"andere\w* (?:bewerb|kandidat)\w*",
        r"para otros procesos",
        r"de cara a otros",
        r"modificar o eliminar",
        r"legal reasons|in accordance with|by law|records act|regulations",
        r"puede consultar otras",
        r"nicht (?:\w+ ){0,4}(?:weiter|berücksichtig)\w*",
        r"anderweitig",
        r"no (?:\w+ )?(?:se )?volver",
        r"no (?:be )?further consideration",
        r"next (?:stage|step|phase|round|conversation)",
        r"(?:weiteren|nächsten) (?:auswahl|verfahren|schritt|runde|verlauf|prozess)\w*",
        r"ihre unterlagen",
        r"siguiente (?:fase|ronda|etapa)",
        r"encontrar otr",
    ],
)
# These hold in spite of a wish of luck in the same breath.
_SURELY_AGAIN: Final = Phrases(
    [
        r"appl(?:y|ying) (?:\w+ ){0,3}again",
        r"re-?apply",
        r"talent (?:pool|community|network)",
        r"(?:keep|stay) (?:\w+ )?in touch",
        r"erneut (?:bei uns )?(?:zu )?bewerben",
        r"talent-?pool",
        r"bolsa de (?:trabajo|empleo|talento)",
        r"in kontakt bleiben",
        r"(?:tener\w*|tendremos|tendre) .*en cuenta",
        (
            r"(?:details|cv|resume|profile|application|information) (?:\w+ ){0,2}on (?:file|"
            r"our files)"
        ),
        r"encourage you to (?:apply|keep|check|look|continue)",
        r"talent community",
        r"think of us again",
        r"(?:hold|hang) on to your",
        r"(?:upcoming|forthcoming) (?:role|position|opening|vacanc|opportunit|intake)\w*",
        r"\b(?:te|le|lo|la) (?:llamamos|avisamos|escribimos|contactamos)",
        r"reconnect\b",
        r"(?:drop|send) (?:us|me) a (?:line|note|message|text) (?:then|when|if|in)",
        r"(?:ping|text|holler at|shout|buzz) (?:you|u|ya)\b.* (?:if|when|once)",
        (
            r"(?:try|see you|write to (?:me|us|you)|come back|love to see you)\b.* (?:again|"
            r"at that time)"
        ),
        r"come back (?:and|in|to|when)",
        (
            r"door (?:is|stays|remains|will be) (?:\w+ )?open after|"
            r"(?:the|our) door (?:is|stays|remains|will be) (?:\w+ ){0,2}open\b"
        ),
        (
            r"(?:if|when|once|should|as soon as) .*(?:pick\w* up|comes? back|comes? up|"
            r"opens? up|shows? up|changes?|arises?|unfreez\w*|reopens?|"
            r"advertised again)\b.*(?:first|call|messag\w*|phone|touch|considered|write|know|"
            r"contact)"
        ),
        (
            r"(?:call|messag\w+|phone|touch|contact|write|ring|reach out) .*(?:if|when|once|"
            r"as soon as|as) .*(?:need|open\w*|comes? up|come up|shows? up|season|change\w*|"
            r"available|roles)"
        ),
        r"first (?:number|person|name|one|call) ",
        r"messag\w+ you first",
        r"don't disappear",
        r"(?:stay|keep) (?:close|in contact|connected|on our radar)",
        r"on (?:our|my) radar",
        r"name (?:at|on|near) the top",
        r"apply (?:one more time|next year|then|for it|in future|in the future|when)",
        r"happy if you (?:apply|applied)",
        r"(?:want|like|love) you to be considered",
        r"(?:like|love|want|hope) to (?:write|speak|talk|come back|reach out) to you",
        (
            r"(?:two|several|other|more) (?:\w+ )?(?:briefs|roles|clients|banks|positions|"
            r"jobs) (?:landing|hiring|coming|opening)"
        ),
        r"not letting you go",
        r"keep (?:hold of )?your (?:cv|resume|name|details|number|profile|application)",
        r"hear from you should",
        r"second try",
        r"auf (?:sie|dich) zu(?:zu)?(?:kommen|rückzukommen|rückkommen)",
        r"kommen .*auf (?:sie|dich) zu\b",
        r"(?:melde mich|melden uns|rufe? ich|meldet) .*(?:sobald|wenn|falls|dich|sie)\b.*",
        r"sobald .*(?:rufe?|melde\w*|komme\w*|schreibe?|hörst|hören)\b",
        r"erneute\w* bewerbung",
        r"(?:kartei|bewerberpool|pool)\b",
        r"(?:gern\w*) (?:\w+ )?(?:behalten|aufbewahren|vormerken)",
        (
            r"(?:melde dich|melden sie sich|bewirb dich|bewerben sie sich|"
            r"schreib\w*) .*(?:wieder|noch ?mal|erneut|nächstes)"
        ),
        r"wieder (?:bei uns )?(?:bewirbst|zu bewerben|bewerben)",
        r"tür (?:\w+ ){0,4}(?:offen|auf)",
        r"vuelv\w+ a (?:escrib|present|intent|postul|inscrib|llam|contact|prob)\w*",
        r"en cuanto .*(?:llam\w+|avis\w+|contact\w+|escrib\w+)",
        r"(?:te|lo|la|le) (?:contactaremos|llamaremos|avisaremos|tendremos|volveremos)",
        r"de vuelta",
        r"retom\w+",
        r"en cartera|base de candidat\w+|puertas? abiertas?",
        r"tu nombre .*lista",
        r"present\w+ a la próxima|próxima convocatoria",
        r"revenir vers vous|conservons votre|vivier",
        (
            r"söker igen|hör(?:a)? gärna av|solliciteer\w* (?:\w+ )?opnieuw|talentenpool|"
            r"ricontatt\w+|candidar\w* di nuovo|voltar a candidat\w+"
        ),
    ],
    unless=[
        r"(?:not|won't|cannot|can't) (?:be able to )?(?:re-?apply|apply|keep)",
        r"delete",
        (
            r"legal reasons|in accordance with|required by|by law|records act|regulations|"
            r"retention|retain"
        ),
        r"no (?:debe|puede|podr|volver)\w*",
        r"puede consultar",
        r"(?:feedback|pointers|impressions|comments|rückmeldung)",
    ],
)


def invites_again(page: Page) -> bool:
    """Say whether they want to hear of the member again; a wish of luck alone is none."""
    lines = [*page.said, *page.everything[len(page.head) :][: len(page.signature)]]
    return _SURELY_AGAIN.said(lines) or _AGAIN.said(lines)
