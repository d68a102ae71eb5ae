"""Going round the sender."""

from __future__ import annotations

from typing import Final

from cogs.draft.linting.errands import FURTHER
from cogs.draft.linting.rule import Said, Says

_ABOVE: Final = (
    r"(?:ceo|coo|cto|cfo|vp|boss|bosses|founder|founders|director|directors|managers?|owner"
    r"|owners|head|board|president|chief"
    r"|supervisor|superiors?|interviewers?|chairman|chairwoman|chair|principal|dean|partners?"
    r"|mayor|minister|management|higher_ups?"
    r"|headmaster|headteacher|superintendent|shareholders?|someone_(?:higher|above|more_senior"
    r"|else_in)|someone_who_(?:can|has|makes)|investors?|leadership|department)"
)
_REACH: Final = (
    r"(?:write|contact|call|e?mail|message|reach|talk|speak|go|turn|get_in_touch|ring|phone|dm"
    r"|approach|ask|appeal|complain|take|raise"
    r"|address|wrote|written|contacted|called|emailed|messaged|spoke|spoken|find|found|bring"
    r"|escalate|forward|send|sent|visit|see|track|catch|add|added)"
)
_MEAN_TO: Final = (
    r"(?:i|we)_(?:\w+_)?(?:will|shall|am_going_to|would_(?:like_to|prefer_to|rather)|want_to"
    r"|plan_to|intend_to|have|might|may|must|am_about_to"
    r"|decided_to|guess_i|think_i|am|need_to|ll|also|already|just|did"
    r")"
)


class GoesAround(Says):
    """Goes round the sender to the interviewer, the boss, the board, or a private number."""

    name = "goes_around"
    further = FURTHER
    said = Said(
        en=(
            rf"{_MEAN_TO}_(?:\w+_){{0,3}}(?:write|contact|call|e?mail|message|talk|speak|go"
            rf"|ring|phone|appeal|complain|reach_out)_(?:\w+_){{0,4}}{_ABOVE}",
            r"(?:private|personal|home|mobile|cell|direct)_(?:e?-?mail|number|phone|line"
            r"|address)_(?:please|of|so|for)|can_i_have_(?:\w+_){1,4}(?:private|personal|home"
            r"|mobile|cell)_\w+",
            r"(?:i_will|will|going_to)_(?:\w+_)?(?:send|write|drop)_(?:him|her|them)_a_(?:note"
            r"|line|message|mail)|what_really_happened",
            r"(?:send|give|have|get|share|tell|pass|need|know)_(?:me_)?(?:\w+_){1,4}(?:private"
            r"|personal|direct|mobile|phone|cell|home)_(?:phone_)?(?:number|e?-?mail|line"
            r"|address)",
            rf"{_MEAN_TO}_(?:\w+_){{0,3}}{_REACH}_(?:\w+_){{0,5}}(?:your|the|a|his|her|their"
            rf"|our|someone|some)_?(?:\w+_){{0,2}}{_ABOVE}_?(?:\w+_){{0,6}}",
            rf"(?:so_|then_|^)(?:will|gonna|going_to"
            rf"|gotta)_(?:\w+_)?{_REACH}_(?:\w+_){{0,5}}{_ABOVE}",
            rf"{_REACH}_(?:\w+_){{0,4}}(?:directly|myself|personally|in_person|privately"
            rf"|straight)_?(?:\w+_){{0,3}}(?:to|with|and)?_?(?:\w+_){{0,2}}{_ABOVE}",
            rf"(?:directly|straight|personally)_(?:to|with|at)_(?:\w+_){{0,3}}{_ABOVE}",
            r"(?:over|above|behind)_(?:your|his|her|their)_(?:heads?|backs?)",
            r"(?:go|going|get|getting|work)_(?:\w+_)?(?:around|round|past|above|over)_you",
            r"(?:member|chair\w*|someone|somebody|people|friends?)_(?:of|on|from|in)_(?:your"
            r"|the)_(?:\w+_)?board|board_member|(?:your|the)_board_of",
            r"take_(?:it|this|the_matter|my_case|that)_(?:\w+_)?(?:up_with|higher|further"
            r"|to_the_top|to_(?:your|the)_(?:\w+_)?(?:boss|ceo|manager|director|board|head"
            r"|top))",
            r"escalat\w+",
            r"(?:send|give|have|get|share|forward|tell|pass|need|want|find|got|found|know|use"
            r"|ask\w*|call|use)_(?:\w+_){0,4}(?:his|her|their|the|your|s)_(?:\w+_)?(?:private"
            r"|personal|direct|home|mobile|cell)_(?:mobile_|phone_|cell_|telephone_"
            r"|e_?-?mail_)?(?:number|phone|e?-?mail|address|line|mobile|cell|contact\w*)",
            r"(?:private|personal|home|mobile|cell)_(?:mobile_|phone_|cell_)?(?:number|phone"
            r"|e?-?mail|address|line)_of",
            r"(?:send|give|have|get|share|forward|tell"
            r"|pass)_(?:me_)?(?:\w+_){0,2}(?:\w+s_)(?:private_|personal_|direct_|mobile_"
            r"|phone_|cell_)+(?:number|e?-?mail|address|line|contact\w*)",
            r"(?:send|give|share|tell|need|have|get)_(?:me_)?(?:the_|a_)?(?:phone_|mobile_"
            r"|cell_)?(?:number|e?-?mail(?:_address)?|contact(?:_details)?|mobile)_(?:of|for"
            r"|from)_(?:the|your|mr|ms|mrs|dr|who\w*|him|her|his|that|someone)",
            r"(?:show|turn|come|drop|stop|swing)_(?:up_|by_|round_|over_|in_)+(?:at_"
            r"|to_)?(?:the_|your_)?(?:\w+_)?(?:office|reception|site|shop|company|building"
            r"|house|home)?_?(?:\w+_){0,3}(?:until|unannounced|to_(?:talk|speak|see"
            r"|meet)_(?:to_|with_)?(?:him|her|the|them|your)|and_(?:talk|speak|ask|wait))",
            r"(?:found|find|added|add|messaged|message|wrote|write|contacted|contact"
            r"|connect\w*)_(?:\w+_){0,6}(?:him|her|them|interviewer\w*|manager|boss|ceo"
            r"|director|founder)_(?:\w+_){0,2}(?:on|via|through|over)_(?:linkedin|facebook"
            r"|instagram|whatsapp|xing)_(?:\w+_){0,4}(?:instead|directly|to_(?:ask|explain"
            r"|convince|discuss|change|sort|tell)|about|and)",
            r"(?:i_know|friend_of|related_to|play\w*_\w+_with|uncle|father|friends_with"
            r"|godfather|neighbou?r)_(?:\w+_){0,5}(?:your|the)_(?:\w+_)?(?:ceo|boss|owner"
            r"|founder|board|director|chairman|president)",
            rf"(?:let_me|please|can_you|could_you|would_you)_(?:\w+_)?(?:speak|talk"
            rf"|put_me_through|connect_me)_(?:to|with)?_?(?:your|the"
            rf"|someone)_?(?:\w+_){{0,2}}{_ABOVE}",
            r"sort_it_out_(?:between_us|with_(?:him|her|them))|with_(?:him|her|them)_myself"
            r"|(?:to|with)_(?:him|her|them)_directly|(?:him|her|them)_directly",
            r"someone_who_(?:actually_)?(?:decides|makes_(?:the_)?decisions|can_decide"
            r"|is_in_charge|has_a_say)",
        ),
        de=(
            r"(?:wende|schreibe?|ruf|rufe|kontaktiere|melde|spreche|gehe|frage?|werde|will"
            r"|möchte|habe)_(?:\w+_){0,7}(?:\w*chef\w*|geschäftsführ\w*|vorstand\w*"
            r"|vorgesetzte\w*|inhaber\w*|direktor\w*|abteilungsleit\w*|bereichsleit\w*"
            r"|personalleit\w*|fachabteilung|geschäftsleitung|aufsichtsrat\w*|leiter\w*"
            r"|leitung|rektor\w*|schulleit\w*|bürgermeister\w*|ceo"
            r"|gründer\w*)_?(?:\w+_){0,4}(?:wenden|anrufen|an|schreiben|kontaktieren|sprechen"
            r"|melden|klären|reden|angeschrieben|geschrieben|gewandt|telefonieren|nachfragen"
            r"|persönlich|direkt)?",
            r"(?:direkt|persönlich|selbst|gleich|einfach)_(?:\w+_){0,3}(?:an|bei|mit|zu|zum"
            r"|zur)_(?:\w+_){0,3}(?:\w*chef\w*|geschäftsführ\w*|vorstand\w*|vorgesetzte\w*"
            r"|inhaber\w*|direktor\w*|\w+leit\w*|geschäftsleitung|aufsichtsrat\w*|ceo"
            r"|gründer\w*)",
            r"(?:private|privaten|persönliche|persönlichen|direkte)_(?:\w+_)?(?:handy|telefon"
            r"|mobil)?-?(?:nummer|e?-?mail\w*|adresse)|privatnummer|(?:handy|mobil"
            r"|telefon)nummer_(?:von|des|der|vom|ihres|eures|deines)",
            r"über_(?:ihren|deinen|euren)_kopf|an_(?:ihnen|dir|euch)_vorbei",
        ),
        es=(
            r"(?:escrib\w+|llamar\w*|llamo|contact\w+|hablar\w*|hablo|dirigir\w*|acud\w+|voy_a"
            r"|pondr\w+"
            r"|localizar\w*|buscar\w*)_(?:\w+_){0,6}(?:ceo|director\w*|jef[ea]s?|gerente"
            r"|gerencia|consejo|dueñ[oa]|president[ea]|fundador\w*|superior\w*"
            r"|entrevistador\w*|consejer[oa]|dirección|alcalde\w*)_?(?:\w+_){0,3}",
            r"(?:número|teléfono|móvil|correo|dirección)_(?:de_teléfono_"
            r"|de_móvil_)?(?:personal|privado|particular|directo)",
            r"(?:número|teléfono|móvil)_(?:de|del)_(?:su|la|el|vuestro|tu|señor\w*|director\w*"
            r"|jef\w+)",
            r"directamente_(?:con|al|a_la|a_su)|por_encima_de_(?:usted|ti|su)|saltarme"
            r"|por_mi_cuenta_con",
        ),
    )
    unless = (
        r"(?:send|give|pass|pass_on)_(?:my|our|his|her|on)_(?:\w+_){0,2}(?:regards|thanks"
        r"|greetings|best|wishes|love)",
        r"my_(?:\w+_)?(?:old|former|previous|own|current)_\w+|this_(?:number|mobile|e?-?mail"
        r"|address)|(?:as|like)_(?:you|she"
        r"|he)_(?:\w+_)?(?:suggested|offered|invited|proposed|advised"
        r"|said|mentioned|recommended)|as_suggested",
        r"(?:with_your_permission|keep_you_in_copy|if_you_(?:\w+_)?(?:agree|do_not_mind|think"
        r"|prefer|allow))",
        r"(?:not|never|without)_(?:\w+_){0,4}(?:contact|write|go|reach|call|bother|behind"
        r"|around|over|escalate)",
        r"my_(?:\w+_)?(?:private|personal|new|mobile|cell|direct|home)_(?:\w+_)?(?:number"
        r"|e?-?mail|phone|address|line|mobile)",
        r"(?:thank|thanks|dank\w*|gracias|agradec\w+|regards|grüßen|grüße|greet\w*"
        r"|saludos)_(?:\w+_){0,6}(?:director|manager|boss|ceo|chef\w*|interviewer\w*|head"
        r"|board|team|department|leit\w+|direct\w+|jef\w+)",
        r"(?:enjoyed|liked|loved|glad|pleasure|happy|nice|lovely|grateful|hope_to|hoped_to"
        r"|would_love_to)_(?:\w+_){0,5}"
        r"(?:talk\w*|speak\w*|meet\w*|hear\w*|writ\w+|see\w*|ask\w*|visit\w*)",
        r"(?:enjoyed|liked|loved|pleasure|interesting|nice|great)_(?:\w+_){0,6}(?:director"
        r"|manager|boss|ceo|head|board|founder)",
        r"(?:wie|como)_(?:\w+_){0,2}(?:vorgeschlagen|besprochen|angeboten|sugirió|sugeriste"
        r"|propuso|me_indic\w+)|meine_(?:\w+_)?(?:nummer|handynummer)",
    )
