"""How something is demanded without the word: deadlines, orders, what one is entitled to."""

from __future__ import annotations

from typing import Final

from cogs.draft.linting.rule import Said

_PAPER: Final = (
    r"(?:reasons?|scores?|marks?|evaluation|assessment|ranking|justification|explanation|grounds"
    r"|criteria|minutes|protocol|breakdown|report|contract|offer|interview_notes)"
)
_SOON: Final = (
    r"(?:at_once|immediately|right_(?:away|now)|today|tonight|asap|without_delay|promptly"
    r"|straight_away|by_return|(?:before|by|till|until)_(?:the_)?(?:weekend|tomorrow|today"
    r"|tonight|evening|noon|monday|tuesday|wednesday|thursday|friday|saturday|sunday|end|close"
    r"|next|week))"
)
_DO: Final = (
    r"(?:amend|send|correct|reconsider|provide|confirm|reply|respond|come_back|revise|review"
    r"|answer|explain|give|put|withdraw|reopen|invite|arrange|honou?r|restore|reinstate|let_me"
    r"|change|tell|supply|rectify|fix)"
)

FURTHER: Final = Said(
    en=(
        r"(?:put|bring|get)_my_(?:file|application|name|case)_back_(?:on|in|into)|(?:vote|decide"
        r"|look|meet|discuss|rank)_(?:\w+_){0,2}(?:a_second_time|once_more|again)_on_me|let_the_"
        r"(?:panel|committee|board|team)_(?:vote|decide|look|meet|rank)",
        rf"i_(?:\w+_)?trust_(?:that_)?you_will_(?:\w+_)?{_DO}",
        r"(?:mail|letter|line|lines|answer|reply|note|message|sentence|that|this|it)_(?:simply_"
        r"|just_)?will_not_do|not_good_enough_(?:for_me|as_an|to_just)|will_not_leave_it_at",
        r"^(?:(?:so|and|now|then|just|please|kindly)_)*(?:spell_out|spell_it_out|lay_out|set_out"
        r"|list_(?:for_me|the|every|all)|justify|state_(?:the|your|clearly|for_me)|name_(?:the"
        r"|your)|show_me|prove_(?:it|to)|account_for|back_(?:it|this|that)_up)",
        r"(?:send|provide|forward|supply|give|hand|show)_(?:over_)?(?:me_|us_)?(?:\w+_"
        rf"){{0,3}}{_PAPER}_(?:\w+_){{0,6}}{_SOON}",
        r"(?:tell|let|answer|reply|respond|explain|confirm|call|get_back|write_back|amend)_"
        rf"(?:\w+_){{0,6}}{_SOON}_?(?:at_the_latest|please|or)?$",
        r"^(?:please_|kindly_)?(?:send|provide|forward|supply)_(?:me_|us_)?(?:the_|my_|your_"
        rf"|all_|full_|a_full_|a_written_|detailed_|written_){{1,2}}(?:\w+_){{0,2}}{_PAPER}",
        r"i_(?:\w+_){0,2}(?:am|feel|be)_(?:\w+_){0,2}entitled_to|(?:applicants?|candidates?"
        r"|everyone)_(?:is|are)_(?:\w+_)?entitled_to",
        r"i_(?:will|shall)_(?:be_)?(?:\w+_)?(?:waiting|expect\w*|hold_you_to)|i_am_waiting_for_"
        r"(?:the|an?|your|my)_(?:\w+_)?(?:detail\w*|answer|reason\w*|reply|explanation|call"
        r"|response)",
        r"deserve_(?:\w+_)?(?:better|more)_than|(?:explain|tell_me|state|describe|set_out)_(?:to_"
        r"me_)?(?:in_(?:\w+_)?(?:detail|full|writing)|exactly|precisely|properly)|(?:expect"
        r"|expected|demand|want|need)_(?:\w+_){0,4}(?:within|by|before)_(?:the_)?(?:\w+_"
        r")?(?:days?|week|weekend|hours|friday|monday|tomorrow|noon|end)",
        r"put_the_offer|offer_back_on|send_(?:over_)?the_contract|(?:honou?r|keep|stand_by)_"
        r"(?:your|the)_(?:\w+_)?(?:word|promise|offer|agreement|commitment)|reinstat\w+",
        r"(?:amend|correct|change|revisit|reassess|re_?-?evaluate|re_?-?mark|re_?-?grade|re_"
        r"?-?score|overturn|rethink|re_?-?examine|undo|recheck)_(?:my|the|your|this|that)_(?:\w+_"
        r")?(?:outcome|result|results|decision|score|scores|test|application|case|answers?"
        r"|verdict)",
        r"i_(?:\w+_)?(?:want|need|require|would_like)_(?:\w+_){0,2}(?:proper|real|straight|honest"
        r"|clear|concrete|specific|full|better|actual|different)_(?:\w+_)?(?:reason|reasons"
        r"|answer|answers|explanation)",
        r"(?:call|ring|phone)_me_(?:\w+_){0,3}(?:and|to)_explain|(?:want|need)_to_(?:hear|know)_"
        r"(?:\w+_){0,3}(?:why|who|what|how|exactly|reasons?|from_the)",
        r"(?:deserve|expect|expected|want|need|owe\w*|give_me)_(?:\w+_){0,4}more_than_(?:a_|the_"
        r"|this_|one_|two_|that_)?(?:\w+_)?(?:form_letter|template|line|lines|sentences?|standard"
        r"|copy|not_the_right_fit)",
        r"(?:not|nothing)_(?:\w+_){0,2}(?:accept|settle_for|be_satisfied_with|go_away|rest)_"
        r"(?:\w+_){0,3}(?:until|less|this|answer|form)",
        r"(?:another|second|new|fresh|fair)_(?:interview|test|hearing|round|chance|meeting)_"
        r"(?:\w+_){0,3}(?:is_due|is_the_least|would_be_fair|is_only)|it_is_(?:only_)?(?:my_right"
        r"|your_duty)",
        r"(?:obliged|obligated|required|bound)_(?:by_law_)?to_(?:\w+_)?(?:tell|explain|give"
        r"|disclose|provide|answer|justify)|legally_(?:obliged|required|bound)",
        r"i_(?:am_|do_)?(?:need|needing|require|requiring)_(?:it|them|this)_(?:\w+_){0,2}(?:for_"
        r"my_records|in_writing|today|now|urgently)|for_my_records",
    ),
    de=(
        r"schwarz_auf_weiß|bis_(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
        r"|morgen|ende|zum|spätestens)_(?:\w+_){0,3}(?:hätte|möchte|will|erwarte|brauche)_ich",
        r"und_zwar_(?:\w+_){0,2}(?:sofort|schriftlich|heute|umgehend|vollständig|bald|schnell"
        r"|noch|bis|ehrlich|genau)|(?:noch_(?:heute|diese_woche)|bis_(?:heute|morgen)_\w+)_"
        r"?(?:eine|antwort|erklärung)?$",
        r"(?:will|möchte|muss)_(?:\w+_){0,4}(?:wissen|erfahren|hören)_(?:\w+_){0,2}(?:warum|wieso"
        r"|weshalb|woran|wer|was_genau)|(?:erklär\w+|begründ\w+)_(?:\w+_){0,3}(?:warum|wieso"
        r"|weshalb)",
        r"(?:korrigieren|revidieren|überprüfen|überdenken|widerrufen|ändern|nehmen)_sie_(?:\w+_"
        r"){0,3}(?:entscheidung|absage|ergebnis|bewertung)",
        r"(?:das_mindeste|wohl_erwarten|verlangen_(?:dürfen|können)|gehe_davon_aus_dass_sie)"
        r"|(?:reicht|genügt)_(?:mir_)?(?:\w+_)?nicht",
    ),
    es=(
        r"(?:manden|envien|manda|envia|mande|envie|den|digan|diga|expliquen|explique)_?me_(?:\w+_"
        r"){0,4}(?:ya|hoy|manana|motivos?|razones|antes|inmediat\w+|por_que|escrito)",
        r"que_me_(?:lo_)?(?:expliquen?|digan?|envien?|manden?|aclaren?|justifiquen?)",
        r"por_escrito|cuanto_antes_(?:una|los|la)|lo_minimo_(?:que|es|seria)|estoy_en_mi_derecho"
        r"|a_mas_tardar|espero_(?:que_)?(?:rectifiquen?|recapaciten?|me_(?:digan|expliquen|den))",
    ),
)
