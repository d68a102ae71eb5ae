"""How guilt is laid on them: children at supper, notice given, trust misplaced."""

from __future__ import annotations

from typing import Final

from cogs.draft.linting.rule import Said

_MINE: Final = (
    r"(?:my|the|our)_(?:\w+_)?(?:kids?|children|lads?|boys?|girls?|family|wife|husband|mother|mum"
    r"|mom|dad|father|daughters?|sons?|parents|partner|little_\w+|grandmother|gran|baby"
    r"|fiance\w?)"
)
_GAVE_UP: Final = (
    r"(?:gave_(?:in_)?(?:my_)?notice|given_(?:my_)?notice|handed_in_my|quit|resigned|gave_up"
    r"|given_up|cancell?ed|turned_(?:down|away)|let_go|declined|refused|rejected|withdrew|pulled_"
    r"out|moved|sold|left|said_no_to|dropped)"
)

FURTHER: Final = Said(
    en=(
        r"(?:given|gave|handed_in)_(?:\w+_)?notice_(?:on|for|at)_(?:our|my|the)_(?:\w+_"
        r"){0,3}because|(?:children|kids|son|daughter|boys?|girls?)_(?:now_)?ask_me_(?:\w+_"
        r"){0,3}(?:where|why|when|if|whether)",
        rf"(?:(?:had|have|already|even)_(?:\w+_)?(?:told|promised)|promised)_{_MINE}_(?:\w+_"
        r"){0,3}(?:we|their|that_we|i_had|dad|mum|it_was|about_the_new|already|would_be|there_"
        r"would|that_things|had_work)",
        r"(?:^|you_can_|can_you_|try_to_|just_|please_)imagine_(?:how|what)_(?:\w+_"
        r"){0,5}(?:reacted|looked_when|dinner|face|faces|feels_like|felt_like|at_home|telling"
        r"|supper|tea|i_felt|my_\w+)",
        r"(?:you|please)_(?:might|should|may|could|ought_to|want_to|all)?_?(?:\w+_){0,2}(?:think"
        r"|remember|reflect)_(?:about_|of_|on_)?(?:that|this|it|us|what_it|what_this|how_it|the_"
        r"people|those_of_us)_(?:\w+_){0,2}(?:when|before|next_time|tonight|while|does|did|feels"
        r"|the_next)",
        r"what_(?:that|this|your|it|all_that)_(?:\w+_){0,3}(?:has_|have_|had_)?(?:cost_me|did_to_"
        r"(?:me|us|my|people)|does_to_(?:me|us|my|people|a_person|someone)|done_to_(?:me|us|my)"
        r"|costs?_(?:me|us|people|a))|(?:you|decision|rejection|your_\w+|this|that)_(?:\w+_"
        r"){0,2}(?:costs?|cost)_me_(?:dear\w*|so_much|everything|my|the_\w+_(?:job|offer)|another"
        r"|other|weeks|months)",
        rf"i_(?:have_|had_|even_|already_|just_|also_|only_)*{_GAVE_UP}_(?:\w+_){{0,9}}(?:for_"
        r"(?:you|this|your)|because_(?:of_)?(?:you|i_(?:trusted|believed|thought|was_sure|was_"
        r"told))|on_the_strength|on_account|so_that_i|and_now|and_look|and_for_what|for_nothing"
        r"|on_your|relying_on|trusting|counting_on|thinking)",
        r"i_let_(?:\w+_){0,5}(?:go|pass|slip)_(?:\w+_){0,3}(?:because|for_(?:you|this|your)|on_"
        r"your|since_you)|neither_of_(?:them|these)_(?:nor|or)|(?:now_i|i_now|and_now_i)_(?:have"
        r"|had|am_left_with|stand_with|sit_here_with)_(?:\w+_)?(?:neither|nothing|no_job|none|no_"
        r"work|empty)",
        r"(?:look|see)_(?:at_)?(?:where|what)_(?:\w+_){0,4}(?:landed|got|gets|brought|left|leaves"
        r"|led|put)_(?:\w+_)?me|where_(?:that|it|this)_(?:got|left|leaves|landed)_(?:me|us)",
        r"i_(?:believed|trusted|relied_on|counted_on|clung_to|had_trusted|had_believed|really_"
        r"believed)_(?:every_word|you|what_you|the_promise|your_(?:word|promise)\w*)|took_you_at_"
        r"your_word|(?:misplaced|broken|abused|broke)_(?:my_)?trust|broke_your_word|(?:you|she|he"
        r"|they)_(?:\w+_){0,2}my_trust",
        r"(?:pleased|glad|happy|delighted|relieved|interested)_to_(?:hear|know|learn)_(?:that_"
        r")?(?:i_(?:\w+_){0,2}(?:given_up|gave_up|lost|have_to|can_not|no_longer|stopped|left|am_"
        r"back|sold)|my_\w+_(?:\w+_)?(?:lost|cried|left|has_to|gone))",
        r"(?:made_me|i_have|have|i_am|will)_(?:\w+_)?(?:given_up|give_up|giving_up)_(?:the_"
        r"profession|hope|looking|trying|applying|teaching|nursing|all)|(?:lost|losing|taken|took"
        r"|robbed\w*|stripped)_(?:\w+_){0,4}(?:all|last|my)_(?:\w+_)?(?:hope|faith|confidence"
        r"|courage|self_\w+|dignity|joy|belief)",
        r"my_(?:\w+_)?(?:confidence|self_?-?esteem|self_?-?worth|hopes?|dream|dreams|world"
        r"|courage)_(?:\w+_){0,3}(?:gone|shattered|in_pieces|in_ruins|at_zero|collapsed|destroyed"
        r"|crushed|dashed|broken|over_now|fell_apart|dead)|what_is_left_of_my_(?:confidence"
        r"|courage|self\w*)|(?:confidence|courage)_(?:\w+_){0,3}(?:you|to)_(?:remove|destroy"
        r"|took)",
        r"(?:hope|wonder_(?:if|how|whether))_(?:that_)?(?:you|everyone)_(?:\w+_){0,3}(?:sleep"
        r"|slept|enjoy_(?:your|the)_(?:dinner|salary|bonus)|look_(?:yourself|at_yourself|in_the_"
        r"mirror)|ashamed|live_with|never_(?:have|need|find))",
        r"you_(?:\w+_){0,3}look_(?:\w+_)?in_the_(?:mirror|eye)|on_your_(?:conscience|hands)"
        r"|weighs_on_you|sit_well_with_you|easy_conscience|clear_conscience|at_peace_with",
        r"(?:will|must|have_to|had_to|now)_(?:\w+_){0,3}(?:leave_the_country|sell_(?:my|the|our)_"
        r"\w+|go_to_the_food_bank|lose_(?:my|our|the)_(?:flat|house|home|visa|place)|cancel_"
        r"(?:the|my|our)_(?:wedding|course|holiday|treatment)|move_back_(?:in_with|to)|go_(?:home"
        r"|back)_to_\w+)_?(?:\w+_){0,6}(?:because_(?:of_)?you|thanks_to_you|since_you)|(?:we|i"
        r"|now)_(?:\w+_){0,2}(?:will|must|have_to)_(?:\w+_)?(?:leave_the_country|sell_(?:our|the"
        r"|my)_(?:house|car|flat|ring)|food_bank)",
        r"(?:my|our)_(?:\w+_)?(?:kids?|children|lads?|boys?|girls?|family|wife|husband|mother|mum"
        r"|mom|son|daughter|parents|little_\w+)_(?:\w+_){0,3}(?:asked_(?:me_)?(?:why|when|if"
        r"|whether)|asks_(?:me_)?(?:why|when|if)|keeps?_asking|is_crying|was_waiting_(?:at|with"
        r"|up)|had_baked|had_bought|hungry|ashamed|go_without)",
        r"(?:not|hardly|barely)_(?:\w+_)?(?:slept|sleep|eaten|eat|got_out|get_out|stopped_crying"
        r"|left_the_house|left_my_bed|spoken)_(?:\w+_){0,3}(?:since|because|for_days|after|at_"
        r"all)|in_tears_(?:since|all|because_of_you|for_days)|crying_(?:since|all|because_of_you"
        r"|for_days)|my_last_(?:money|savings)",
        r"(?:six|five|four|three|two|ten|twelve|\d+)_(?:weeks|months|rounds|years)_(?:of_my_life"
        r"|i_gave_you|down_the_drain|thrown_away|for_nothing|of_hope|of_hoping)|all_for_nothing",
    ),
    de=(
        r"(?:müssen|werden|können)_sie_(?:\w+_){0,3}(?:selbst_wissen|mit_sich_\w+|verantworten"
        r"|damit_leben)|mit_welchem_gefühl|ruhigen_gewissens|reinen_gewissens|ins_gesicht_"
        r"(?:sehen|schauen)|in_den_spiegel",
        r"(?:arbeitgeber|firma|stelle|zusage|angebot|anderen|wohnung|job|urlaub)_(?:\w+_"
        r"){0,4}(?:abgesagt|gekündigt|verzichtet|ausgeschlagen|storniert|aufgegeben)|(?:extra"
        r"|eigens|ihretwegen|dafür|für_sie|für_dieses_gespräch)_(?:\w+_){0,6}(?:abgesagt"
        r"|gekündigt|umgezogen|verzichtet|storniert|freigenommen|aufgegeben)",
        r"(?:meine|meinen|meinem|meiner)_(?:kinder\w*|tochter|sohn|frau|mann|familie|eltern"
        r"|mutter|oma)_(?:\w+_){0,5}(?:versprochen|schon_erzählt|fragt_(?:warum|wann|jeden)"
        r"|wartet_(?:auf|schon)|umsonst_gehofft|hoffte)|(?:glaube|vertrauen|mut|kraft)_(?:\w+_"
        r"){0,3}(?:verloren|genommen|missbraucht|enttäuscht|weg)",
        r"(?:jetzt|nun)_(?:stehe|sitze|bin)_ich_(?:\w+_){0,3}(?:ohne|da|arbeitslos|mit_leeren"
        r"|allein)|habe_(?:ihnen|euch|dir)_(?:\w+_)?(?:vertraut|geglaubt)|denken_sie_(?:mal_"
        r"|ruhig_|heute_abend_)(?:daran|darüber|an_(?:mich|meine|uns))|(?:seit|wegen)_(?:\w+_"
        r"){0,6}nicht_(?:mehr_)?(?:schlafen|geschlafen)",
    ),
    es=(
        r"por_confiar_en_(?:usted\w*|vosotros|ti|su)|mis_hijos_se_quedan",
        r"(?:dej[eé]|deje|rechace|cancele|renuncie|vendi|perdi|abandone)_(?:\w+_){0,6}(?:por_"
        r"(?:usted\w*|vosotros|esto|este|confiar|esta)|y_ahora|para_nada|para_esto|confiando)"
        r"|confi[eé]_en_(?:su|lo|que)|me_(?:fie|fiaba|creia?|crei)_(?:de_|lo_|su)",
        r"(?:imagin\w+|figur\w+)_(?:\w+_){0,2}(?:la_cara|como|lo_que)_|con_que_cara|a_ver_como_"
        r"(?:\w+_){0,2}(?:explico|digo|cuento)|(?:prometi|dije|habia_dicho|conte)_a_mis?_"
        r"(?:hij\w+|mujer|marido|familia|madre|padres|niñ\w+)",
        r"mis?_(?:hij\w+|mujer|marido|madre|niñ\w+)_(?:\w+_){0,4}(?:llor\w+|esperaba\w*|me_"
        r"pregunt\w+)|(?:quitado|quitaron|quitasteis|hecho_perder|por_su_culpa)_(?:\w+_"
        r"){0,5}(?:ilusion|esperanza|confianza|ganas|fe)|no_duermo_(?:desde|por)|sobre_su_"
        r"conciencia|me_(?:han|habeis|ha)_(?:\w+_)?(?:dejado|hecho_perder|costado)",
    ),
)
