"""Going round the sender."""

from __future__ import annotations

from typing import Final

from cogs.draft.linting.errands import FURTHER
from cogs.draft.linting.rule import Said, Says

_ABOVE: Final = (
    r"(?:ceo|coo|cto|cfo|vp|boss|bosses|founder|founders|director|directors|managers?|owner"
    r"|owners|head|board|president|chief|supervisor|superiors?|interviewers?|chairman|chairwoman"
    r"|chair|principal|dean|partners?|mayor|minister|management|higher_ups?|headmaster"
    r"|headteacher|superintendent|shareholders?|someone_(?:higher|above|more_senior)|investors?"
    r"|leadership)"
)
_REACH: Final = (
    r"(?:write|contact|call|e?mail|message|reach|talk|speak|go|turn|get_in_touch|ring|phone|dm"
    r"|approach|ask|appeal|complain|take|raise|address|wrote|written|contacted|called|emailed"
    r"|messaged|spoke|spoken|find|found|bring|escalate|forward|send|sent|visit|see|track|catch"
    r"|add|added)"
)
_MEAN_TO: Final = (
    r"(?:i|we)_(?:\w+_)?(?:will|shall|am_going_to|would_(?:like_to|prefer_to|rather)|want_to"
    r"|plan_to|intend_to|have|might|may|must|am_about_to|decided_to|guess_i|think_i|am|need_to|ll"
    r"|also|already|just|did)"
)


class GoesAround(Says):
    """Goes round the sender to the interviewer, the boss, the board, or a private number."""

    name = "goes_around"
    further = FURTHER
    said = Said(
        en=(
            rf"{_MEAN_TO}_(?:\w+_){{0,3}}(?:write|contact|call|e?mail|message|talk|speak|go|ring"
            rf"|phone|appeal|complain|reach_out)_(?:\w+_){{0,4}}{_ABOVE}",
            r"(?:private|personal|home|mobile|cell|direct)_(?:e?-?mail|number|phone|line"
            r"|address)_(?:please|of|so|for)|can_i_have_(?:\w+_){1,4}(?:private|personal|home"
            r"|mobile|cell)_\w+",
            r"i_(?:will|am_going_to)_(?:\w+_)?(?:send|write|drop)_(?:him|her|them)_a_(?:note|line"
            r"|message|mail)_(?:\w+_){0,3}(?:to_(?:ask|explain|see|hear)|about|myself|directly"
            r"|and_ask|tonight|today)",
            r"(?:send|give|have|get|share|tell|pass|need|know)_(?:me_)?(?:\w+_){1,4}(?:private"
            r"|personal|direct|mobile|phone|cell|home)_(?:phone_)?(?:number|e?-?mail|line"
            r"|address)",
            rf"{_MEAN_TO}_(?:\w+_){{0,3}}{_REACH}_(?:\w+_){{0,5}}(?:your|the|a|his|her|their|our"
            rf"|someone|some)_?(?:\w+_){{0,2}}{_ABOVE}_?(?:\w+_){{0,6}}",
            rf"(?:so_|then_|^)(?:will|gonna|going_to|gotta)_(?:\w+_)?{_REACH}_(?:\w+_"
            rf"){{0,5}}{_ABOVE}",
            rf"{_REACH}_(?:\w+_){{0,4}}(?:directly|myself|personally|in_person|privately"
            rf"|straight)_?(?:\w+_){{0,3}}(?:to|with|and)?_?(?:\w+_){{0,2}}{_ABOVE}",
            rf"(?:directly|straight|personally)_(?:to|with|at)_(?:\w+_){{0,3}}{_ABOVE}",
            r"(?:over|above|behind)_(?:your|his|her|their)_(?:heads?|backs?)",
            r"(?:go|going|get|getting|work)_(?:\w+_)?(?:around|round|past|above|over)_you",
            r"i_(?:\w+_){0,4}(?:know|knows|contact\w*|write|call|talk|speak|message|ask|tell"
            r"|approach)_(?:\w+_){0,4}(?:(?:member|chair\w*|someone|somebody|people|friends?)_"
            r"(?:of|on|from|in)_(?:your|the)_(?:\w+_)?board|board_members?)",
            r"take_(?:it|this|the_matter|my_case|that)_(?:\w+_)?(?:up_with_(?:him|her|them|the"
            r"|your|mr|ms|mrs|dr|someone)|higher|to_the_top|to_(?:your|the)_(?:\w+_)?(?:boss|ceo"
            r"|manager|director|board|head|top))",
            r"(?:will|shall|to|going_to|must|have|am|may|might|i)_(?:\w+_)?escalat(?:e|ing|ed)_"
            r"(?:this|it|the_matter|my)",
            r"(?:send|give|have|get|share|forward|tell|pass|need|want|find|got|found|know|ask\w*"
            r"|use|call)_(?:\w+_){0,4}(?:his|her|their|the|s|\w+s)_(?:\w+_)?(?:private|personal"
            r"|direct|home|mobile|cell)_(?:mobile_|phone_|cell_|telephone_|e_?-?mail_)?(?:number"
            r"|phone|e?-?mail|address|line|mobile|cell|contact\w*)",
            r"(?:private|personal|home|mobile|cell)_(?:mobile_|phone_|cell_)?(?:number|phone"
            r"|e?-?mail|address|line)_of",
            r"(?:send|give|have|get|share|forward|tell|pass)_(?:me_)?(?:\w+_){0,2}(?:\w+s_"
            r")(?:private_|personal_|direct_|mobile_|phone_|cell_)+(?:number|e?-?mail|address"
            r"|line|contact\w*)",
            r"(?:send|give|share|tell|need|have|get)_(?:me_)?(?:the_|a_)?(?:phone_|mobile_|cell_"
            r")?(?:number|e?-?mail(?:_address)?|contact(?:_details)?|mobile)_(?:of|for|from)_"
            r"(?:the|your|mr|ms|mrs|dr|who\w*|him|her|his|that|someone)",
            r"(?:show|turn|come|drop|stop|swing)_(?:up_|by_|round_|over_|in_)+(?:at_|to_)?(?:the_"
            r"|your_)?(?:\w+_)?(?:office|reception|site|shop|company|building|house|home)?_"
            r"?(?:\w+_){0,3}(?:until|unannounced|(?:to|and)_(?:talk|speak)_(?:to_|with_)(?:him"
            r"|her|them|your_(?:boss|manager|ceo|director|owner)|the_(?:boss|manager|owner"
            r"|director))|and_wait)",
            r"(?:found|find|added|add|messaged|message|wrote|write|contacted|contact|connect\w*)_"
            r"(?:\w+_){0,6}(?:him|her|them|interviewer\w*|manager|boss|ceo|director|founder)_"
            r"(?:\w+_){0,2}(?:on|via|through|over)_(?:linkedin|facebook|instagram|whatsapp|xing)_"
            r"(?:\w+_){0,4}(?:instead|directly|to_(?:ask|explain|convince|discuss|change|sort"
            r"|tell)|about|and)",
            r"(?:i_know|friend_of|related_to|play\w*_\w+_with|uncle|father|friends_with|godfather"
            r"|neighbou?r)_(?:\w+_){0,4}your_(?:\w+_)?(?:ceo|boss|owner|founder|board|director"
            r"|chairman|president)",
            r"(?:let_me|please|can_you|could_you|would_you)_(?:\w+_)?(?:speak|talk|put_me_"
            rf"through|connect_me)_(?:to|with)?_?(?:your|the|someone)_?(?:\w+_){{0,2}}{_ABOVE}",
            r"sort_it_out_(?:between_us|with_(?:him|her|them))|(?:talk|speak|write|contact|call"
            r"|message|e?mail|ask|reach\w*|approach)_(?:\w+_){0,3}(?:him|her|them)_(?:directly"
            r"|myself|personally)",
            r"(?:talk|speak|write|turn|go|discuss\w*)_(?:\w+_){0,3}(?:to|with)_someone_who_"
            r"(?:actually_)?(?:decides|makes_(?:the_)?decisions|can_decide|is_in_charge|has_a_"
            r"say)",
        ),
        de=(
            r"(?:wende|schreibe?|ruf|rufe|kontaktiere|melde|spreche|gehe|frage?|werde|will|möchte"
            r"|habe)_(?:\w+_){0,7}(?:\w*chef\w*|geschäftsführ\w*|vorstand\w*|vorgesetzte\w*"
            r"|inhaber\w*|direktor\w*|abteilungsleit\w*|bereichsleit\w*|personalleit\w*"
            r"|fachabteilung|geschäftsleitung|aufsichtsrat\w*|leiter\w*|leitung|rektor\w*"
            r"|schulleit\w*|bürgermeister\w*|ceo|gründer\w*)_?(?:\w+_){0,4}(?:wenden|anrufen"
            r"|schreiben|kontaktieren|melden|klären|reden|angeschrieben|geschrieben|gewandt"
            r"|telefonieren|nachfragen|persönlich|direkt)",
            r"(?:direkt|persönlich|selbst|gleich|einfach)_(?:\w+_){0,3}(?:an|bei|mit|zu|zum|zur)_"
            r"(?:\w+_){0,3}(?:\w*chef\w*|geschäftsführ\w*|vorstand\w*|vorgesetzte\w*|inhaber\w*"
            r"|direktor\w*|\w+leit\w*|geschäftsleitung|aufsichtsrat\w*|ceo|gründer\w*)",
            r"(?:seine|ihre|die|deren|ihrer|seiner)_(?:private|privaten|persönliche|persönlichen"
            r"|direkte)_(?:\w+_)?(?:handy|telefon|mobil)?-?(?:nummer|e?-?mail\w*|adresse)"
            r"|privatnummer|(?:handy|mobil|telefon)nummer_(?:von|des|der|vom|ihres|eures|deines)",
            r"über_(?:ihren|deinen|euren)_kopf|an_(?:ihnen|dir|euch)_vorbei",
        ),
        es=(
            r"(?:escrib\w+|llamar\w*|llamo|contact\w+|hablar\w*|hablo|dirigir\w*|acud\w+|voy_a"
            r"|pondr\w+|localizar\w*|buscar\w*)_(?:\w+_){0,6}(?:ceo|director\w*|jef[ea]s?|gerente"
            r"|gerencia|consejo|dueñ[oa]|president[ea]|fundador\w*|superior\w*|entrevistador\w*"
            r"|consejer[oa]|alcalde\w*)_(?:\w+_){0,3}(?:directamente|para|personalmente|sin|y_"
            r"|por_mi|a_ver|esta)",
            r"(?:su|el|del|la|de)_(?:número|teléfono|móvil|correo|dirección)_(?:de_teléfono_|de_"
            r"móvil_)?(?:personal|privado|particular|directo)_(?:de|del)|(?:darme|deme|pasarme"
            r"|paseme|consegui\w+|necesito|dar)_(?:\w+_){0,3}(?:número|teléfono|móvil|correo)_"
            r"(?:personal|privado|particular|directo)",
            r"(?:número|teléfono|móvil)_(?:de|del)_(?:su|la|el|vuestro|tu|señor\w*|director\w*"
            r"|jef\w+)",
            r"(?:hablar\w*|escrib\w+|dirigir\w*|contactar\w*|ire|acudir\w*|llamar\w*)_(?:\w+_"
            r"){0,3}directamente_(?:con|al|a_la|a_su)|por_encima_de_(?:usted|ti|su)|saltarme|por_"
            r"mi_cuenta_con",
        ),
    )
    unless = (
        r"(?:says?|say)_hello|sends?_(?:you_)?(?:his|her|my)_regards",
        r"(?:to|with|ask|tell|told|from)_my_(?:\w+_)?(?:manager|boss|director|supervisor|head"
        r"|professor)",
        r"(?:send|give|pass|pass_on)_(?:my|our|his|her|on)_(?:\w+_){0,2}(?:regards|thanks"
        r"|greetings|best|wishes|love)",
        r"my_(?:\w+_)?(?:old|former|previous|own|current)_\w+|this_(?:number|mobile|e?-?mail"
        r"|address)|(?:as|like)_(?:you|she|he)_(?:\w+_)?(?:suggested|offered|invited|proposed"
        r"|advised|said|mentioned|recommended)|as_suggested",
        r"(?:with_your_permission|keep_you_in_copy|if_you_(?:\w+_)?(?:agree|do_not_mind|think"
        r"|prefer|allow))",
        r"(?:not|never|without)_(?:\w+_){0,4}(?:contact|write|go|reach|call|bother|behind|around"
        r"|over|escalate)",
        r"my_(?:\w+_)?(?:private|personal|new|mobile|cell|direct|home)_(?:\w+_)?(?:number"
        r"|e?-?mail|phone|address|line|mobile)",
        r"(?:thank|thanks|dank\w*|gracias|agradec\w+|regards|grüßen|grüße|greet\w*|saludos)_"
        r"(?:\w+_){0,6}(?:director|manager|boss|ceo|chef\w*|interviewer\w*|head|board|team"
        r"|department|leit\w+|direct\w+|jef\w+)",
        r"(?:enjoyed|liked|loved|glad|pleasure|happy|nice|lovely|grateful|hope_to|hoped_to|would_"
        r"love_to)_(?:\w+_){0,5}(?:talk\w*|speak\w*|meet\w*|hear\w*|writ\w+|see\w*|ask\w*"
        r"|visit\w*)",
        r"(?:enjoyed|liked|loved|pleasure|interesting|nice|great)_(?:\w+_){0,6}(?:director"
        r"|manager|boss|ceo|head|board|founder)",
        r"(?:wie|como)_(?:\w+_){0,2}(?:vorgeschlagen|besprochen|angeboten|sugirió|sugeriste"
        r"|propuso|me_indic\w+)|meine_(?:\w+_)?(?:nummer|handynummer)",
    )
