"""Demanding reasons or another decision."""

from __future__ import annotations

from cogs.draft.linting.claims import FURTHER
from cogs.draft.linting.rule import Said, Says

_ANSWER = (
    r"(?:explanation|answer|answers|reason|reasons|reply|apology|response|justification|statement"
    r"|feedback|clarification)"
)
_GRANT = (
    r"(?:tell|explain|give|send|reconsider|review|change|reverse|reopen|open|answer|justify"
    r"|provide|invite|hire|respond|reply|revise|rethink|correct|apologi[sz]e|let_me|at_least"
    r"|look)"
)
_DAY = (
    r"(?:tomorrow|today|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|noon|eod"
    r"|the_end_of|end_of|next|\d+|the_\d+\w*)"
)


class Demands(Says):
    """Demands reasons, an explanation, another decision, or sets a deadline."""

    name = "demands"
    further = FURTHER
    said = Said(
        en=(
            r"(?:^|kindly_|please_)(?:\w+_)?provide_me_(?:\w+_){0,5}(?:reasons?|explanation"
            r"|justification)",
            r"i_(?:hereby_|formally_|kindly_)?request_(?:an?_|the_|that_you_|your_|to_)(?:\w+_"
            r"){0,3}(?:review|reasons?|explanation|meeting|interview|answer|feedback|written"
            r"|reconsider\w*|immediate|full|detailed|know|see)",
            r"^(?:(?:so|and|now|then|just|at_least)_)?(?:(?:tell|explain|answer)_(?:me|us)"
            r"|(?:send|give|show|name|provide|invite)_(?:me|us)_(?:the|your|all|an|again|back|a_"
            r"(?:reason|real|proper|second|new|written|full|list|date|good|true)))",
            r"(?:is|its|was|be)_only_(?:fair|right)_(?:that_(?:you|i)|to_(?:tell|give|explain|let"
            r"|me))|(?:want|expect|need|demand|give|confirm|reasons?|explanation|answer|put_(?:it"
            r"|this|that)|require|state)_(?:\w+_){0,6}in_writing",
            r"i_would_like_(?:to_have_|to_receive_|to_get_)?an?_(?:full|proper|written|real"
            r"|complete|formal|thorough)_(?:\w+_)?(?:explanation|answer|reason|reasons|response"
            r"|statement|justification)",
            r"(?:minimum|least)_(?:you_can|i_(?:\w+_)?(?:expect|ask)|you_(?:could|should|owe"
            r"|might))",
            r"(?:want|need|like)_(?:\w+_){0,6}(?:explanation|answer|answers|reasons?|response)_"
            r"(?:\w+_){0,4}(?:today|now|immediately|asap|at_once)",
            r"i_(?:\w+_)?(?:ask|request|urge)_(?:\w+_){0,2}(?:you_to_|that_you_)(?:\w+_"
            r")?(?:reverse|reopen|review|change|withdraw|revise|explain|justify|overturn)",
            r"(?:cc|copy|name)_(?:me_)?(?:of_)?(?:the_)?person_(?:who|responsible)",
            r"i_(?:hereby_|must_|do_|would_|will_|really_|also_|therefore_|strongly_)*(?:demand"
            r"|insist|require)_(?:that|an?|the|to|on|you|your|it|this|full|my|answers?|reasons?"
            r"|explanation|immediate\w*|feedback|written|know)",
            rf"i_(?:\w+_)?expect_(?:an?_|your_|some_)(?:\w+_){{0,3}}{_ANSWER}",
            r"i_(?:do_|also_|now_|fully_|therefore_)?expect_(?:you_to|to_be_(?:told|given"
            r"|invited)|to_(?:receive|get|hear)|nothing_less)",
            r"(?:you|company|they)_(?:\w+_)?owes?_(?:me|it|us)",
            r"i_(?:\w+_)?(?:am|feel)_owed",
            r"(?:am|feel)_(?:\w+_)?entitled",
            r"(?:a|the|every|my)_right_to_(?:know|be|see|get|an|hear|receive)",
            rf"deserve_(?:to_know|an?_(?:\w+_){{0,2}}{_ANSWER}|{_ANSWER}|a_(?:second|real|proper"
            r"|new|another|personal))",
            rf"(?:{_ANSWER}|(?:send_me|give_me|tell_me|answer|reply|respond|explain|get_back|let_"
            rf"me_know|hear_from_you)(?:~\w+)?)~by_{_DAY}",
            rf"(?:by|until|before)_{_DAY}~(?:at_the_latest|{_ANSWER})",
            rf"(?:{_ANSWER}|answer|reply|respond|explain|hear_from_you|get_back_to_me|let_me_"
            rf"know)~(?:within|no_later_than|until|before)_(?:the_)?(?:{_DAY}|\w+_(?:hours|days"
            r"|weeks|working|business))",
            r"within_(?:the_next_)?(?:\w+_){0,2}(?:hours|days|working_days|business_days)",
            r"^(?:\w+_){0,3}(?:explain|justify)_(?:to_me_|yourselves|yourself|this_to_me|me_"
            r")(?:\w+_)?(?:why|how|your|the_decision|this|what)?|(?:must|have_to|should|need_to"
            r"|want_you_to|ask_you_to|please)_(?:explain|justify)_(?:why|your|the_decision|this)"
            r"|justify_your",
            r"^(?:(?:now|just|so|and|please|then|kindly|at_least)_){0,2}(?:tell|give|send)_me_"
            r"(?:\w+_){0,3}(?:why|reasons?|explanation|answer)",
            r"i_(?:also_|really_|just_|still_)?(?:want|need)_(?:to_know|answers|the_(?:\w+_"
            r")?reasons?|an?_(?:\w+_){0,2}(?:explanation|answer|reason|apology|interview|review"
            r"|response)|you_to_(?:explain|tell|give|reconsider|review|change|answer|justify"
            r"|reopen|think|look))",
            r"you_(?:\w+_)?(?:will|must|have_to|need_to|should|shall|ought_to|had_better|better"
            rf"|are_(?:obliged|required|obligated)_to)_(?:\w+_)?{_GRANT}",
            r"(?:reverse|overturn|revoke|withdraw|undo|revise)_(?:this|your|the|that)_(?:\w+_"
            r")?(?:decision|rejection)",
            r"(?:reopen|open)_my_(?:application|file|case)",
            rf"(?:still_)?(?:waiting|wait)_for_(?:an?|your|my|some)_(?:\w+_)?{_ANSWER}",
            r"(?:have|has|did)_not_(?:\w+_)?(?:told|tell|explained|explain|given|give)_(?:me_|us_"
            r")?(?:\w+_){0,2}(?:why|reasons?|explanation)",
            r"^(?:(?:so|but|and)_)?why_(?:exactly_)?(?:did|was|am|were|have|do|would)_(?:not_"
            r")?(?:you|i|my)",
            r"(?:the_)?least_you_(?:can|could)_do",
            r"(?:i|we)_will_not_(?:accept|take|settle)",
            r"hear_from_you_(?:immediately|at_once|today|right_away)",
            r"(?:immediate|written)_(?:explanation|response|answer|justification|statement"
            r"|reasons?)",
            r"answer_me",
            r"take_back_(?:your|this|the)_(?:decision|rejection)",
        ),
        de=(
            r"(?:eine|um|auf|bitte|erwarte|will|brauche)_(?:\w+_)?(?:schriftliche|detaillierte"
            r"|ausführliche|ordentliche|vernünftige)_(?:begründung|erklärung|stellungnahme)"
            r"|(?:recht|anspruch)_(?:\w+_){0,2}(?:zu_erfahren|auf|zu_wissen)",
            r"(?:bitte|teilen|nennen|schicken|sagen|antworten|erklären)_(?:\w+_){0,4}bis_"
            r"(?:spätestens|zum|ende|morgen|\w+tag|heute)",
            r"sofort_(?:\w+_){0,2}(?:wissen|erfahren)|(?:will|möchte)_(?:\w+_)?(?:endlich|sofort"
            r"|jetzt)_(?:\w+_){0,2}(?:wissen|erfahren|hören|eine)",
            r"(?:fordere|bitte|ersuche)_sie_auf|fordere_(?:sie|euch)",
            r"(?:verlange|fordere|beanspruche)",
            r"bestehe_(?:\w+_)?(?:auf|darauf)",
            r"erwarte_(?:\w+_){0,3}(?:eine?n?|ihre|eure|dass|von|bis|umgehend)",
            r"ich_will_(?:\w+_){0,3}(?:wissen|hören|eine)",
            r"(?:ein|das|mein)_(?:gutes_)?(?:recht|anrecht)_(?:auf|darauf|zu)",
            r"anspruch_(?:auf|darauf)",
            r"(?:schulden|schuldet|schuldest)~(?:mir|uns)",
            r"steht_mir~zu",
            r"(?:nennen|teilen|schicken|senden|geben|erklären|begründen|sagen)_sie_(?:\w+_"
            r"){0,3}(?:umgehend|sofort|unverzüglich|gefälligst|endlich|gründe|grund|warum)",
            r"(?:nenn|teil|schick|gib|erklär|begründ|sag)e?t?_mir_(?:\w+_){0,3}(?:umgehend|sofort"
            r"|gefälligst|endlich|gründe|grund|warum)",
            r"(?:begründung|erklärung|stellungnahme|antwort|gründe|rückmeldung)~bis_(?:spätestens"
            r"|zum|ende|morgen|\w+tag|\d+)",
            r"bis_(?:spätestens|zum|ende|morgen|\w+tag|\d+)~(?:begründung|erklärung|stellungnahme"
            r"|antwort|gründe)",
            r"(?:innerhalb|binnen)_(?:von_)?\w+_(?:tagen|stunden|woche|wochen|werktagen)",
            r"(?:umgehend|unverzüglich|sofort)\w*~(?:begründung|antwort|erklärung|stellungnahme"
            r"|mitteilen|erklären|antworten)",
            r"gefälligst",
            r"(?:setze|setzen)~frist",
            r"(?:sie|ihr|du)_(?:müssen|müsst|musst|sind_verpflichtet|sollten)_(?:\w+_"
            r"){0,4}(?:erklären|begründen|sagen|nennen|überdenken|prüfen|einladen|geben)",
            r"(?:absage|entscheidung|das|dies|sie)_(?:\w+_){0,4}(?:rückgängig_(?:zu_)?machen"
            r"|zurück_?(?:zu_)?nehmen)",
        ),
        es=(
            r"(?:pido|necesito|requiero|solicito)_(?:\w+_){0,5}(?:explic\w+|motivos?|razon\w*"
            r"|por_que|inmediat\w+)",
            r"(?:en|dentro_de)_\d+_(?:horas|dias)|de_inmediato|inmediatamente",
            r"(?:me_)?(?:tienen?|tienes)_que_dar",
            r"quiero_(?:\w+_){0,3}(?:motivos?|explicacion\w*|respuesta|razon\w*)",
            r"exij\w+|exig(?:ir|imos|o)\w*",
            r"(?:reclamo|demando)_(?:una?|que|mi)",
            r"me_(?:deben?|debeis|debes)",
            r"(?:tengo|tenemos)_(?:\w+_)?derecho_a",
            r"(?:respuesta|explicación|motivos|razones|escrito|contest\w+|respond\w+)~antes_"
            r"(?:del?|de_el)_(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|mañana|\d+"
            r"|fin)",
            r"antes_(?:del?)_(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|mañana"
            r"|\d+)~(?:respuesta|explicación|motivos|razones)",
            r"quiero_(?:que_me_(?:expl\w+|dig\w+|den|contest\w+)|saber_(?:por_que|los|el_motivo"
            r"|que_ha|quien)|una_(?:explicación|respuesta)|explicaciones)",
            r"espero_(?:una|su|vuestra)_(?:respuesta|explicación)_(?:inmediata|antes|hoy|mañana"
            r"|por_escrito)",
            r"(?:en|dentro)_(?:un|el|de)_plazo",
            r"(?:explique|expliquen|diga|digan|explica|di|explicad|decid)_?me_(?:\w+_)?(?:por_que"
            r"|los_motivos|la_razon|que_ha)",
            r"merezco_(?:una|saber|explicaciones)",
            r"(?:tienen?|tienes|teneis|deben?|debeis|deberian?)_(?:que_)?(?:explicar|decir|darme"
            r"|reconsiderar|revisar|responder)\w*",
            r"(?:estan?|estais)_obligad\w+",
            r"revis(?:en|e|ad)_(?:su|vuestra)_decisión",
        ),
    )
    unless = (
        r"(?:good|kind|nice|generous|sweet|thoughtful|lovely)_of_(?:\w+_){1,3}to|(?:for|by)_"
        r"(?:taking|explaining|telling|giving)|my_answer",
        r"(?:shout|bell|tip|(?:call|ring)_(?:if|when|any)|give_(?:me|us)_a_(?:call|ring|shout))",
        r"i_(?:can|will|could|would_be_happy_to|shall)_(?:\w+_)?(?:send|give|let_you|reply|answer"
        r"|tell|explain|get_back)",
        r"(?:not|never|no_need|without|nicht|keine?|no)_(?:\w+_){0,3}(?:demand\w*|insist|expect"
        r"|owe|erwarte|verlange|explain|explanation|reasons?|erklärung|begründung|exijo|pido"
        r"|erklären|antworten)",
        r"(?:do_not|need_not)_(?:have|need|feel)",
        r"(?:dank|danke|gefreut|freue)_(?:\w+_){0,5}(?:antwort|begründung|erklärung|rückmeldung)",
        r"owe_(?:me|us)_nothing|no_need_to|insist_on_(?:paying|buying|inviting|treating)|not_"
        r"(?:\w+_)?entitled",
        r"(?:müssen|müsst|musst)_(?:\w+_){0,2}nicht",
    )
