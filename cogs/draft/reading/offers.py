"""What a letter holds out: feedback, another application."""

from __future__ import annotations

from typing import Final

from cogs.draft.reading.feedback import offers_in_own_words
from cogs.draft.reading.page import Page
from cogs.draft.reading.phrases import Phrases

_FEEDBACK: Final = Phrases(
    [
        r"(?:happy|glad|pleased|delighted|gladly|willing|love|like|welcome|free|hesitate|let "
        r"(?:me|us) know|"
        r"offer\w*|want\w*|wish|request\w*|ask\w*|available|entitled|provide|contact|drop|reply|"
        r"email|"
        r"write|call|ring|bell|useful|helpful|more than|arrange|book|can|may|send) .*(?:feedback|"
        r"(?:the|their|my|our|some|more|panel's|team's|his|her) (?:comments|thoughts|notes|"
        r"impressions|"
        r"observations|pointers))", r"(?:feedback|comments|thoughts) .*(?:happy|glad|let (?:me|"
        r"us) know|"
        r"available|request|please|if you|just (?:ask|say|reply)|on request|drop me|can be)",
        r"(?:talk|go|walk|run|take|chat) (?:\w+ ){0,2}(?:it |this |that |you )?through",
        r"(?:how|what) (?:the )?(?:committee|panel|team|board|we|jury|interviewers?) (?:saw|"
        r"made of|thought|"
        r"discussed|liked)", r"tell you (?:everything|more|what|how|why)",
        r"what you could (?:improve|do)",
        r"(?:gern\w*|wenn (?:du|sie)|falls (?:du|sie)|sofern|auf wunsch|anbiet\w*|bieten|"
        r"melde\w*|anruf\w*|"
        r"rufen sie|ruf|schreib\w*|jederzeit|möch\w+|stehe\w*|können sie|kannst du|wünsch\w*) .*"
        r"(?:feedback\w*|rückmeldung\w*|einschätzung|eindrücke|gründe)",
        r"(?:feedback\w*|rückmeldung\w*) .*"
        r"(?:gern\w*|wenn (?:du|sie)|falls|anbiet\w*|auf wunsch|melde\w*|jederzeit|anfordern|"
        r"möcht\w*|"
        r"wünsch\w*)", r"(?:warum|woran) (?:\w+ ){0,5}(?:erklär|erläuter|besprech)\w*",
        r"(?:si (?:quieres|lo deseas?|te (?:interesa|apetece|sirve|ayuda)|le (?:interesa|sirve)|"
        r"desea\w*|"
        r"quiere)|cuando (?:quieras|quiera)|puedes?|podemos|encantad\w+|gustos\w+|con gusto|a "
        r"tu disposición|"
        r"a su disposición|no dud\w+|llámame|escríb\w+|ofrec\w+|solicit\w+|encantaría|estaré|"
        r"dispuest\w+) .*"
        r"(?:feedback|retroalimentación|comentarios|impresiones|valoración|más detalle|devolución|"
        r"observaciones|motivos|lo que (?:me|nos) (?:han|gustó))",
        r"(?:feedback|retroalimentación|devolución"
        r"|comentarios) .*(?:si (?:quieres|lo dese|te|le)|no dud|llám|escríb|píd|solicit|gust)\w*",
    ],
    unless=[
        r"(?:unable|not able|cannot|can't|not|unfortunately|don't|won't|never|neither|regret|"
        r"sorry|nor|no) "
        r"(?:\w+ ){0,8}(?:feedback|comments)", r"(?:your|candidate) (?:\w+ )?feedback", r"survey",
        r"feedback (?:on|about) (?:our|your experience|your candidate|the (?:application|"
        r"recruit|interview|"
        r"hiring|selection) (?:process|experience))", r"how we (?:did|can improve|are doing)",
        r"(?:i've|i have|we've|we have|had|received|got|the) (?:now )?(?:had )?feedback from",
        r"feedback (?:was|is not|cannot|will not)", r"made it through|went through|going "
        r"through|get through",
        r"(?:work|process|way|journey|get|came|come) through", r"know how to",
        r"(?:nicht|kein\w*|leider|bedauer\w*) .*(?:feedback|rückmeldung|gründe|einschätzung|"
        r"auskunft)",
        r"(?:feedback|rückmeldung|gründe\w*) .*(?:nicht|kein\w*)\b",
        r"(?:ihr|dein|euer)(?:e[nmrs]?)? feedback",
        r"ihre rückmeldung|deine rückmeldung", r"umfrage|bewerte\w*|kununu|glassdoor|encuesta",
        r"(?:no|sin|lament\w+) (?:\w+ ){0,5}(?:ofrec|facilit|dar|proporcion|env[ií])\w* (?:\w+ "
        r"){0,3}(?:feedback|"
        r"comentarios|retroalimentación|informaci)", r"(?:tu|su) (?:feedback|opinión|valoración)",
        r"no (?:\w+ )?(?:es posible|podemos|podremos|nos es posible)",
        r"give feedback to us", r"privacy|datenschutz", r"(?:thought|think) (?:you|we|it)",
    ],
)  # fmt: skip
_AGAIN: Final = Phrases(
    [
        r"appl(?:y|ying) (?:\w+ ){0,4}again", r"re-?apply", r"(?:future|other|another|new|"
        r"suitable|similar|"
        r"relevant|right|different|next|more junior|more senior) (?:\w+ ){0,3}(?:opportunit\w+|"
        r"opening\w*|"
        r"role\w*|position\w*|vacanc\w+|post|posts|job|jobs|project\w*|need\w*|intake|round)",
        r"(?:keep|stay|staying|keeping|remain|be) (?:\w+ ){0,3}(?:in touch|in contact|connected)",
        r"talent (?:pool|community|network|bank|pipeline|database)",
        r"(?:on|in) (?:file|our (?:files|"
        r"database|records))", r"(?:keep|bear|have|keeping) (?:\w+ ){0,3}in mind", r"hit me up",
        r"(?:write|talk|speak|get in touch|reach out|contact|come back|call|in touch|hear from "
        r"you|reconnect|"
        r"try) (?:\w+ ){0,4}again", r"not be a stranger|don't be a stranger",
        r"(?:delighted|glad|happy|"
        r"pleased|love) (?:\w+ ){0,3}(?:if you applied|to (?:see|hear|receive|have|consider) "
        r"(?:\w+ ){0,4}"
        r"(?:application|apply|from you|you))", r"(?:welcome|encourage|invite|hope|urge|like) "
        r"(?:\w+ ){0,6}"
        r"(?:an application|apply|applying|appl\w+ again|re-?apply)",
        r"(?:one of the )?first (?:\w+ ){0,3}"
        r"(?:people|person|call|to know)", r"(?:keep|have) (?:\w+ )?(?:an )?eye (?:on|out)",
        r"ring again",
        r"(?:i'll|i will|we'll|we will|would like to|able to) (?:\w+ ){0,4}(?:be in touch|call "
        r"you|"
        r"get in touch|reach out|contact you|come back to you|let you know|get back to you) "
        r"(?:\w+ ){0,6}(?:when|"
        r"if|as soon|should|once|about)", r"(?:if|should|when|once) .*(?:opens?(?: up)?|comes? up|"
        r"becomes? available|arises?|reopens?|changes?)\b.*(?:touch|call|contact|apply|"
        r"application|hear|"
        r"welcome|know|reach)", r"(?:touch|call|contact|apply|application|reach out|consider\w*|"
        r"connected) .*"
        r"(?:if|should|when|in case) .*(?:opens?|comes? up|arises?|changes?|available|up)\b",
        r"throw your hat", r"(?:pop|come|check|drop|stop|swing|look) back", r"try us again",
        r"(?:erneut|wieder|nochmals?|noch (?:ein)?mal|abermals|später|künftig|zukünftig|"
        r"weitere\w*|jederzeit|"
        r"nächst\w+|andere\w*) .*(?:bewirb\w*|bewerb\w*|melde\w*|zukommen|berücksichtig\w*|"
        r"ansprech\w*)",
        r"(?:bewirb|bewerben sie|melde\w*|freuen .*) .*(?:erneut|wieder|nochmals?|noch einmal)\b",
        r"(?:talent|bewerber|kandidaten|talente)-?\s?(?:pool|kreis|netzwerk|datenbank|"
        r"community)\w*",
        r"in (?:kontakt|verbindung) (?:\w+ )?(?:bleib\w*|zu bleiben)",
        r"vormerken|vorgemerkt|im (?:auge|blick|"
        r"hinterkopf) (?:\w+ )?behalten", r"auf (?:sie|dich|dein profil|ihr profil) zu(?:kommen|"
        r"zukommen|"
        r"rückkommen|rückzukommen)?\b", r"(?:initiativ|stellenangebote|karriereseite|offene\w* "
        r"stellen) .*"
        r"(?:bewerb|freuen|schau)\w*", r"(?:sollte|wenn|falls|sobald) .*(?:frei|ergeben|ergibt|"
        r"ändern|passende\w*"
        r"|öffnet|offen) .*(?:melde\w*|kontakt\w*|freuen|sprech\w*|zukommen|bewerb\w*)",
        r"(?:bolsa|base|banco) de (?:trabajo|empleo|talento|datos|candidat\w+)",
        r"(?:tendremos|tendré|tener|"
        r"tenemos|tenerte|tenerle) (?:\w+ ){0,4}en cuenta", r"(?:futur[oa]s|próxim[oa]s|"
        r"otr[oa]s|nuev[oa]s) "
        r"(?:vacantes?|oportunidad\w*|ofertas?|procesos?|convocatorias?|posiciones|búsquedas|"
        r"puestos|"
        r"selecciones|proyectos)", r"(?:futur[oa]|próxim[oa]|otr[oa]|nuev[oa]) (?:vacante|"
        r"oportunidad|oferta|proceso|"
        r"convocatoria|posición|búsqueda|necesidad)", r"guarda(?:mos|remos|r|ré|do) (?:tu|su) "
        r"(?:perfil|cv|"
        r"curr\w+|candidatura)", r"(?:volver|vuelvas?|vuelve|volvieras) a (?:\w+)",
        r"(?:mantener\w*|mantenemos|quedamos|estaremos|estamos|seguir|"
        r"sigamos|quedar|seguimos) (?:\w+ )?(?:el |en )?contacto", r"no nos pierdas de vista",
        r"(?:si|cuando) "
        r".*(?:surge|abr\w+|sale|salga|surja|aparez\w+)\b", r"te (?:llamo|aviso|escribo|"
        r"llamaremos|avisamos) (?:\w+ "
        r"){0,4}(?:si|cuando)", r"present(?:ar|es|arse|arte) (?:\w+ ){0,3}(?:de nuevo|otra vez|"
        r"nuevamente)",
        r"(?:te|le) animamos a", r"red de talento|talent pool",
    ],
    unless=[
        r"(?:wish|luck|success|all the best|best of|wünschen|viel erfolg|deseamos|suerte|"
        r"éxitos?|deseo)\b"
        r"(?:.*)(?:future|next|new|search|zukünftig|zukunft|weiter|weg|futur|próxim|trayectoria)",
        r"(?:will|would|must|need to|should|have to) (?:\w+ ){0,2}(?:file|submit) a new",
        r"information about "
        r"other", r"(?:moved|move|moving|proceed\w*|pursue|continue\w*|decided|going|gone|went|"
        r"go|advance\w*|"
        r"selected|chosen|chose) (?:\w+ ){0,3}(?:with|forward|ahead|another|other|to) (?:\w+ "
        r"){0,3}(?:other|"
        r"another|different)", r"other (?:scale-?ups|two)? ?(?:candidates|applicants)",
        r"no longer wish",
        r"(?:six|6|12|twelve|sechs|zwölf|24) (?:months|monate\w*).*(?:delet|lösch|retention|law|"
        r"gesetz)\w*",
        r"(?:delete|löschen|gelöscht|vernichtet|retention)", r"applied to (?:other|another)",
        r"(?:cannot|can't|not|unable) (?:\w+ )?(?:keep|consider|retain)\b", r"cover another",
        r"otr[oa]s? (?:candidat|person|perfil|compañer)\w*",
        r"(?:accepted|found|taken|offer\w*) (?:\w+ )?another",
        r"andere\w* (?:bewerb|kandidat)\w*", r"para otros procesos", r"de cara a otros",
        r"modificar o eliminar",
        r"legal reasons|in accordance with|by law|records act|"
        r"regulations",
        r"puede consultar otras",
        r"nicht (?:\w+ ){0,4}(?:weiter|berücksichtig)\w*", r"anderweitig",
        r"no (?:\w+ )?(?:se )?volver",
        r"no (?:be )?further consideration", r"next (?:stage|step|phase|round|conversation)",
        r"(?:weiteren|nächsten) (?:auswahl|verfahren|schritt|runde|verlauf|prozess)\w*",
        r"ihre unterlagen", r"siguiente (?:fase|ronda|etapa)", r"encontrar otr",
    ],
)  # fmt: skip
# These hold in spite of a wish of luck in the same breath.
_SURELY_AGAIN: Final = Phrases(
    [
        r"appl(?:y|ying) (?:\w+ ){0,3}again", r"re-?apply", r"talent (?:pool|community|network)",
        r"(?:keep|stay) (?:\w+ )?in touch", r"erneut (?:bei uns )?(?:zu )?bewerben",
        r"talent-?pool",
        r"bolsa de (?:trabajo|empleo|talento)", r"in kontakt bleiben",
        r"(?:tener\w*|tendremos|tendre) .*en cuenta", r"(?:details|cv|resume|profile|"
        r"application|information) (?:\w+ ){0,2}on (?:file|our files)",
        r"encourage you to (?:apply|keep|check|look|continue)", r"talent community",
        r"think of us again", r"(?:hold|hang) on to your",
        r"(?:upcoming|forthcoming) (?:role|"
        r"position|opening|"
        r"vacanc|opportunit|intake)\w*",
        r"\b(?:te|le|lo|la) (?:llamamos|avisamos|escribimos|"
        r"contactamos)", r"reconnect\b",
        r"(?:drop|send) (?:us|me) a (?:line|note|message|text) "
        r"(?:"
        r"then|when|if|in)",
        r"(?:ping|text|holler at|shout|buzz) (?:you|u|ya)\b.* (?:if|when|"
        r"once)",
        r"(?:try|see you|write to (?:me|us|you)|come back|love to see "
        r"you)\b.* (?:"
        r"again|at that time)", r"come back (?:and|in|to|when)",
        r"door (?:is|stays|remains|"
        r"will be) "
        r"(?:\w+ )?open after|(?:the|our) door (?:is|stays|remains|will be) (?:\w+ ){0,2}open\b",
        r"(?:if|when|once|should|as soon as) .*(?:pick\w* up|comes? back|comes? up|opens? up|"
        r"shows? up|"
        r"changes?|arises?|unfreez\w*|reopens?|advertised again)\b.*(?:first|call|messag\w*|phone|"
        r"touch|considered|write|know|contact)",
        r"(?:call|messag\w+|phone|touch|contact|write|ring|reach out) .*(?:if|when|once|as soon "
        r"as|as) "
        r".*(?:need|open\w*|comes? up|come up|shows? up|season|change\w*|available|roles)",
        r"first (?:number|person|name|one|call) ", r"messag\w+ you first", r"don't disappear",
        r"(?:stay|keep) (?:close|in contact|connected|on our radar)", r"on (?:our|my) radar",
        r"name (?:at|on|near) the top",
        r"apply (?:one more time|next year|then|for it|in "
        r"future|in the "
        r"future|when)", r"happy if you (?:apply|applied)",
        r"(?:want|like|love) you to be "
        r"considered",
        r"(?:like|love|want|hope) to (?:write|speak|talk|come back|reach out) to you",
        r"(?:two|several|other|more) (?:\w+ )?(?:briefs|roles|clients|banks|positions|jobs) "
        r"(?:landing|"
        r"hiring|coming|opening)", r"not letting you go",
        r"keep (?:hold of )?your (?:cv|resume|"
        r"name|"
        r"details|number|profile|application)", r"hear from you should", r"second try",
        r"auf (?:sie|dich) zu(?:zu)?(?:kommen|rückzukommen|rückkommen)",
        r"kommen .*auf (?:sie|"
        r"dich) zu\b",
        r"(?:melde mich|melden uns|rufe? ich|meldet) .*(?:sobald|wenn|falls|dich|sie)\b.*",
        r"sobald .*(?:rufe?|melde\w*|komme\w*|schreibe?|hörst|hören)\b", r"erneute\w* bewerbung",
        r"(?:kartei|bewerberpool|pool)\b",
        r"(?:gern\w*) (?:\w+ )?(?:behalten|aufbewahren|"
        r"vormerken)",
        r"(?:melde dich|melden sie sich|bewirb dich|bewerben sie sich|schreib\w*) .*(?:wieder|"
        r"noch ?mal|"
        r"erneut|nächstes)", r"wieder (?:bei uns )?(?:bewirbst|zu bewerben|bewerben)",
        r"tür (?:\w+ ){0,4}(?:offen|auf)",
        r"vuelv\w+ a (?:escrib|present|intent|postul|inscrib|llam|contact|prob)\w*",
        r"en cuanto .*(?:llam\w+|avis\w+|contact\w+|escrib\w+)", r"(?:te|lo|la|le) "
        r"(?:contactaremos|llamaremos|avisaremos|tendremos|volveremos)", r"de vuelta", r"retom\w+",
        r"en cartera|base de candidat\w+|puertas? abiertas?", r"tu nombre .*lista",
        r"present\w+ a la próxima|próxima convocatoria",
        r"revenir vers vous|conservons votre|vivier",
        r"söker igen|hör(?:a)? gärna av|"
        r"solliciteer\w* "
        r"(?:\w+ )?opnieuw|talentenpool|ricontatt\w+|candidar\w* di nuovo|voltar a candidat\w+",
    ],
    unless=[r"(?:not|won't|cannot|can't) (?:be able to )?(?:re-?apply|apply|keep)", r"delete",
            r"legal reasons|in accordance with|required by|by law|records act|regulations|"
            r"retention|"
            r"retain", r"no (?:debe|puede|podr|volver)\w*", r"puede consultar",
            r"(?:feedback|pointers|impressions|comments|rückmeldung)"],
)  # fmt: skip


def offers_feedback(page: Page) -> bool:
    """Say whether they offer feedback, or say that one may ask for it."""
    return _FEEDBACK.said(page.said) or offers_in_own_words(page)


def invites_again(page: Page) -> bool:
    """Say whether they want to hear of the member again; a wish of luck alone is none."""
    lines = [*page.said, *page.everything[len(page.head) :][: len(page.signature)]]
    return _SURELY_AGAIN.said(lines) or _AGAIN.said(lines)
