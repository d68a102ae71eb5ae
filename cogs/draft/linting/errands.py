"""Whom somebody means to reach without the sender, and how: who does what to whom."""

from __future__ import annotations

from typing import Final

from cogs.draft.linting.rule import Said

_I: Final = (
    r"(?:i_(?:will|shall|am|have|had|did|just|also|might|may|can|must|plan_to|intend_to|want_to"
    r"|mean_to|would_(?:rather|prefer_to|like_to)|think_i_will|already|am_going_to|have_already"
    r"|guess_i_will|took_the_liberty_of|am_just_going_to|am_off_to|think_i|decided_to|will_just"
    r"|am_thinking_of)|going_to|gotta|will_just|gonna|^will|^ill|(?:and|so|then|but|or|just)_"
    r"(?:i_)?(?:ill|will|am_just)|ill|let_me)"
)
_REACH: Final = (
    r"(?:write|writing|wrote|written|contact\w*|call|calling|called|e?mail|emailing|emailed"
    r"|message|messaging|messaged|reach(?:ed|ing)?(?:_out)?|talk|talking|speak|speaking|spoke"
    r"|spoken|turn(?:ing|ed)?|get_in_touch|getting_in_touch|ring|ringing|rang|phone|phoning"
    r"|phoned|dm|dming|dmed|approach\w*|appeal\w*|complain\w*|drop(?:ping|ped)?|catch|collar"
    r"|buttonhole|corner|text|texting|texted|ping|pinging|pinged|knock\w*|send|sending|sent|copy"
    r"|copying|copied|cc|forward\w*|petition\w*|have_a_word|having_a_word|had_a_word|pitch"
    r"|escalat\w+|report\w*|refer\w*|slide|sliding|slid|track\w*_down|hunt\w*_down)"
)
_LAY: Final = (
    r"(?:lay|laid|put|bring|bringing|brought|raise|raising|raised|take|taking|took|taken)_(?:this"
    r"|it|that|the_(?:\w+_)?(?:matter|case|issue|question|decision)|my_(?:\w+_)?(?:case"
    r"|application|complaint|file|question))"
)
_DID: Final = (
    r"(?:wrote|contacted|called|emailed|messaged|reached_out|turned|rang|phoned|approached"
    r"|complained|dropped|texted|pinged|knocked|sent|copied|forwarded|escalated|reported|slid"
    r"|added|write|contact|call|email|message|phone|ring|turn|appeal|address_myself)"
)
_BOSS: Final = (
    r"(?:ceo|coo|cto|cfo|vp|boss|bosses|founders?|directors?|managers?|owners?|head|heads|board"
    r"|president|chief|supervisor|superiors?|interviewers?|chairman|chairwoman|chair|principal"
    r"|dean|partners?|mayor|minister|management|governors?|trustees?|rector|provost|chancellor"
    r"|vice_?-?chancellor|matron|foreman|headmaster|headmistress|headteacher|superintendent"
    r"|shareholders?|investors?|leadership|team_?-?lead|lead|team_leader|hiring_manager|line_"
    r"manager|council|councillor|head_office|headquarters|hq|parent_company|person_(?:in_charge"
    r"|above|responsible)|someone_(?:senior|higher|above)|decision_?-?makers?|committee|panel"
    r"|professor|editor|publisher|commander|group_ceo|works_council)"
)
_TITLED: Final = (
    r"(?:mr|mrs|ms|dr|prof|professor|matron|sir|lady|dean|herr|herrn|frau|don|dona|sr|sra|senor"
    r"|senora|doctor|sister|captain|councillor)_\w+"
)

FURTHER: Final = Said(
    en=(
        r"i_(?:\w+_)?asked_(?:the|your)_(?:\w+_)?(?:head|ceo|director|dean|chair\w*|president"
        r"|manager|boss)_(?:\w+_){0,3}to_(?:look|review|check|reconsider|decide|see)",
        r"asked_(?:the|your)_(?:\w+_)?(?:vice_?-?chancellor|ceo|director|dean|head|chair\w*"
        r"|president|manager|boss)_(?:\w+_){0,2}for_an_appointment|over_the_\w+s_head",
        rf"{_I}_(?:\w+_){{0,3}}{_REACH}_(?:\w+_){{0,6}}{_TITLED}",
        rf"(?:^|[,;]_|and_|so_|have_|that_)i_(?:have_|also_|already_|just_|therefore_)*{_DID}_"
        rf"(?:\w+_){{0,6}}(?:{_TITLED}|(?:your|the|his|her|their|one_of)_(?:\w+_){{0,3}}{_BOSS})",
        rf"liberty_(?:of|to)_{_REACH}_(?:\w+_){{0,5}}(?:{_TITLED}|{_BOSS})",
        r"(?:rather|prefer_to|wish_to|need_to)_(?:\w+_)?(?:discuss|talk|speak|sort|settle"
        rf"|clarify|clear)_(?:\w+_){{0,4}}with_(?:\w+_){{0,3}}(?:{_BOSS}|{_TITLED}|him|her|those_"
        r"who|people_who|the_people|person_who)",
        r"i_(?:\w+_){0,2}(?:added|messaged|message|contacted|found|wrote|write)_(?:to_)?(?:your"
        r"|the|his|her|him|them|every|some|mr|ms|mrs|dr)_(?:\w+_){0,5}on_(?:linkedin|xing"
        r"|facebook|instagram|whatsapp)",
        rf"{_LAY}_(?:\w+_){{0,2}}(?:up_|further_)?(?:with|to|before|past|at)_(?:\w+_"
        rf"){{0,4}}(?:{_BOSS}|{_TITLED}|him|her)",
        rf"{_I}_(?:\w+_){{0,3}}{_REACH}_(?:\w+_){{0,3}}(?:your|the|a|an|his|her|their|each|every"
        rf"|one|some)_(?:\w+_){{0,5}}{_BOSS}",
        rf"{_I}_(?:\w+_){{0,3}}{_REACH}_(?:to_|with_)?\w+s_(?:\w+_)?{_BOSS}",
        rf"(?:^|to_|and_|so_)(?:\w+_){{0,3}}(?:i_(?:did_|have_)(?:\w+_)?{_REACH}|{_REACH}_i)_"
        rf"(?:\w+_){{0,6}}{_TITLED}",
        rf"(?:with|to|for_your|the)_{_BOSS}_(?:in|on)_(?:cc|copy)|(?:copied|copying|cc_?d|cced"
        r"|ccing|cc_?ing|bccd?|looped|looping)_(?:\w+_){0,4}(?:in_(?:here|on|cc|copy|to|this)"
        r"|in$|into_(?:this|the|copy)|on_(?:this|copy|cc)|to_(?:this|the)_(?:mail|thread|email"
        r"|conversation|cc))|copied_in|copying_in|in_copy|in_cc|on_cc|(?:with|as)_a_copy_to"
        r"|copy_to_(?:your|the|mr|ms|mrs|dr)",
        r"(?:^|i|will|ll|just|to|and|then)_?(?:just_|simply_)?(?:pop|turn_up|drop|swing|march"
        r"|show_up|wait|nip|camp|come|drive)_(?:\w+_){0,2}(?:by|in|into|down|over|round|outside"
        r"|at|past|up|straight)_(?:\w+_){0,4}(?:and_|until_|so_|to_)(?:\w+_)?(?:catch_\w+|(?:talk"
        r"|speak)_(?:to|with)_(?:him|her|them|the_boss|your|mr|ms|mrs|dr)|wait_(?:for|until"
        r"|there)|have_a_(?:word|talk)_with_(?:him|her|them|the|your|mr|ms|mrs|dr)|(?:he|she|they"
        r"|someone)_(?:comes|come|is_free|arrives|leaves|sees|talks)|someone_(?:sees|talks|comes"
        r"|listens))",
        r"catch_(?:him|her|them|mr_\w+|ms_\w+|mrs_\w+|dr_\w+|your_\w+|the_boss|the_manager|\w+)_"
        r"(?:on_(?:his|her|their)_own|alone|outside_(?:work|the|of)|privately)|knock_(?:at|on)_"
        r"(?:his|her|their|your_\w+s|the_(?:boss|manager|director)\w*)|(?:woman|man|face|person)_"
        r"to_(?:woman|man|face|person)|(?:him|her)_and_me_(?:can|will|could)|(?:he|she|him|her)_"
        r"and_i_(?:can_(?:sort|settle|talk)|will_(?:sort|settle)|understand_each)|(?:sort|settle"
        r"|agree|discuss|fix|solve)\w*_(?:\w+_){0,4}between_(?:us|ourselves|the_two)|(?:meet|see"
        r"|catch|talk_to|visit|find|wait_for|surprise)_(?:him|her|them)_(?:\w+_){0,3}(?:outside_"
        r"(?:of_)?(?:work|office|the_office|school)|at_(?:their|his|her|the)_(?:home|house|gym"
        r"|club|desk|door))|(?:at|to|on|into|in)_(?:his|her|their)_(?:own_)?(?:front_door"
        r"|doorstep|home_address\w*|personal_box|inbox|dms?)",
        r"(?:go|going|went|climb)_over_(?:your|his|her|their|hrs|\w+s)_heads?|behind_(?:your|his"
        r"|her|their|hrs)_backs?|bypass\w*|side_?-?step\w*|leap_?-?frog\w*|(?:skip|skipping|avoid"
        r"|avoiding|leaving_out|cut_out|cutting_out|cut|without|instead_of|not_through|rather_"
        r"than)_(?:\w+_){0,2}(?:hr|middleman|middle_man|agency|recruiters?|human_resources"
        r"|gatekeepers?|personnel|channels|involving_you|going_through_(?:you|hr)|you_in_the|go_"
        r"between)|without_hr|middle_?-?man|gatekeepers?",
        r"(?:to|with|ask|contact)_(?:\w+_){0,2}(?:real|actual|true)_(?:decider|decision_"
        r"?-?makers?|boss)|(?:who|that)_(?:(?:really|actually|truly)_decides?|decides?$|calls_"
        r"the_shots|has_the_final_say|pulls_the_strings)|(?:to|with|ask|contact|call|at)_whoever_"
        r"(?:runs|is_in_charge|is_above|decides|signs|really)|(?:to|from)_the_(?:very_"
        r")?top(?:[.,]|_of|$)|up_the_(?:chain|ladder|line)|higher_up|one_(?:floor|level|step)_"
        r"(?:up|higher|above)|person_above",
        r"(?:like|want|rather|prefer)_(?:\w+_){0,3}(?:hear|hearing|get|have)_it_(?:from|straight_"
        r"from|directly_from)_(?:him|her|them|the|mr|dr|ms|mrs)|hear_(?:his|her|their)_side"
        r"|plead_my_case|make_my_case|put_my_case|state_my_case|my_case_(?:to|before|with|in_"
        r"person)|i_(?:\w+_){0,4}an_appointment_with_(?:the|your|mr|ms|mrs|dr|prof\w*)|(?:have"
        r"|got)_the_ear_of|bend_the_ear|pull_(?:some_|a_few_)?strings|(?:on_good_terms_with|old_"
        r"friend_of)_(?:your|the)_\w+|(?:knows?|golf|tennis|school|university|gym|church)_(?:\w+_"
        r"){0,2}(?:with|as)_(?:your|the)_(?:\w+_)?(?:ceo|boss|owner|founder|director|chair\w*"
        r"|head|board)",
        r"i_(?:\w+_){0,2}(?:find|found|looked|searched|googled|dug|tracked|guessed|worked)_"
        r"(?:out_|up_|down_|for_)?(?:his|her|their|your_\w+s|\w+s|the_\w+s)_(?:(?:private"
        r"|personal|home|direct|work|own|mobile|e)_){0,2}(?:e?-?mail|address|number|profile"
        r"|linkedin|extension|contact)",
        r"(?:send|give|have|get|share|need|want|got|pass|tell|found|find|the|a)_(?:\w+_"
        r"){0,3}(?:number|extension|direct_line|mobile|cell|e?-?mail_address|contact_details?)_"
        r"(?:of|for)_(?:\w+_){0,3}(?:boss|manager|ceo|director|head|interviewer|panel|chair|owner"
        r"|mr_\w+|ms_\w+|mrs_\w+|dr_\w+|prof\w*_\w+)",
        r"(?:give|send|have|get|share|need|want|got|pass_me|slip_me|let_me_have|tell_me)_(?:\w+_"
        r"){0,4}\w+s_(?:\w+_)?(?:number|mobile|cell|extension|direct_line|private_\w+|personal_"
        r"\w+|home_\w+|e?-?mail_address)",
    ),
    de=(
        r"(?:direkt|persönlich|selbst|gleich)_(?:beim|bei|zum|zur)_(?:\w+_){0,2}\w*(?:chef\w*"
        r"|leiter\w*|leitung|vorstand|inhaber\w*|direktor\w*)|unter_vier_augen",
        r"(?:unmittelbar|direkt|persönlich|gleich|lieber|nun|jetzt|daher|deshalb|dann|selbst)_"
        r"(?:\w+_){0,3}(?:an|bei|mit|zu)_(?:herrn?|frau|dr|prof\w*|den|die|der|dem|ihren?|ihrem"
        r"|ihrer|eure\w*|seine\w*)_(?:\w+_){0,4}(?:wenden|wende|sprechen|schreiben|reden|melden"
        r"|anrufen|klären|gehen|herantreten|vorsprechen)",
        r"(?:wende|melde|rufe?|schreibe?|spreche|gehe|fahre|frage?|klingle)_(?:ich_)?(?:mich_"
        r")?(?:\w+_){0,6}(?:an|bei|mit|zu|beim|zum|zur)_(?:\w+_){0,2}(?:herrn?_\w+|frau_\w+|dr_"
        r"\w+|chef\w*|leit\w+|geschäftsführ\w+|vorstand\w*)",
        r"(?:ohne_(?:\w+_)?(?:personalabteilung|personaler\w*|hr|umweg\w*))|an_der_"
        r"personalabteilung_vorbei|(?:abpassen|abfangen)|(?:chef\w*|leit\w+|herrn?_\w+|frau_\w+)_"
        r"(?:\w+_){0,4}vorbei(?:kommen|schauen|gehen)|(?:kopie|cc|verteiler)_(?:\w+_"
        r"){0,4}(?:chef\w*|vorstand|geschäfts\w+|leit\w+|herrn?|frau)|wer_(?:wirklich"
        r"|tatsächlich)_entscheidet",
        r"(?:habe|hab)_(?:\w+_){0,2}(?:herrn?_\w+|frau_\w+|dr_\w+|ihrem_\w+|ihrer_(?:chef|leit"
        r"|vor)\w+|ihren_\w+)_(?:\w+_){0,5}(?:geschrieben|angeschrieben|angerufen|kontaktiert"
        r"|gewandt|weitergeleitet)",
    ),
    es=(
        r"(?:me_)?(?:presentare|plantare|voy_a_ir|planto|acercare|pasare|ire)_(?:\w+_){0,3}(?:a"
        r"|al|por|en|hasta)_(?:\w+_){0,3}(?:despacho|casa|puerta|hablar_con)",
        r"sin_(?:pasar_por|contar_con|avisar_a)_(?:\w+_)?(?:recursos|rrhh|usted\w*|ti|seleccion"
        r"|personal|vosotros)|saltar\w*_(?:a_)?(?:recursos|rrhh|seleccion)|(?:pongo|puesto"
        r"|pondre)_(?:\w+_){0,3}en_copia|con_copia_a|quien_(?:de_verdad_|realmente_)?(?:manda"
        r"|decide)|hablar_de_tu_a_tu",
        r"(?:ya_he_|he_|ya_|voy_a_)(?:escribir\w*|escrit\w+|llamar\w*|llamado|hablar|contact\w+"
        r"|mandado|enviado)_(?:\w+_){0,4}(?:al?|con)_(?:la_)?(?:senor\w*|sr|sra|don|dona|doctora?"
        r"|dr|dra|profesora?)_\w+",
    ),
)
