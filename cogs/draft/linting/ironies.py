"""Irony: praise and thanks for what nobody is thankful for."""

from __future__ import annotations

from typing import Final

from cogs.draft.linting.rule import Said

_PRAISE: Final = (
    r"(?:charming|classy|priceless|bravo|delightful|marvellous|marvelous|splendid|brilliant|lovely"
    r"|well_played|how_(?:nice|lovely|sweet|charming|thoughtful|touching|kind|wonderful)|lol"
    r"|nice_one"
    r"|great_stuff|impressive|outstanding|chapeau|touche|slow_clap|hats_off|classic|fancy_that)"
)
_REFUSED: Final = (
    r"(?:reject\w*|turned_(?:down|away)|refus\w+|declin\w+|ignored|told_no|dismissed|passed_over"
    r"|ghosted|brushed_off|binned)"
)
_MACHINE: Final = (
    r"(?:robot|bot|machine|computer|template|algorithm|no_?-?reply|auto\w*|mail_merge)"
)

FURTHER: Final = Said(
    en=(
        r"(?:candidate|hire|nephew|cousin|form_letter|template|silence)[,]?_what_a_surprise",
        r"how_(?:touching|moving|sweet|thoughtful|considerate|heartwarming)_that_(?:my|you|your"
        r"|someone|it)_(?:\w+_){0,4}(?:even|spelled|spelt|remember\w*|finally|managed|at_least)",
        r"(?:shall|will|must)_frame_(?:it|this|that)|a_stroke_of_genius|take_a_bow",
        rf"^(?:(?:well|oh|ah|just|so|how|wow|absolutely|really|very|quite)_)*{_PRAISE}[.!, ]*$",
        r"what_(?:an?_|a_)?(?:\w+_)?(?:honou?r|privilege|joy|delight|treat|relief|triumph"
        r"|achievement"
        rf"|compliment|pleasure|feeling|gift)_(?:\w+_){{0,6}}{_REFUSED}",
        rf"(?:reject\w*|turned_down|told|written|decided|read|signed|composed|answered"
        rf"|dismissed|declined|judged)_(?:\w+_)?(?:by"
        rf"|from)_(?:a|an|your|the)_(?:\w+_)?{_MACHINE}",
        r"(?:have|hang|get|put|stick)_(?:it|this|that|your_\w+)_(?:\w+_)?(?:framed|up_on"
        r"|on_(?:my|the)_"
        r"(?:wall|fridge|door))|frame_(?:it|this|your)|pride_of_place|print_it_out_and",
        r"(?:minutes?|seconds?|hours?|overnight"
        r"|timestamps?)_(?:of_)?(?:\w+_)?careful_(?:consideration"
        r"|deliberation|thought|review)|careful_(?:consideration|deliberation|thought"
        r"|review)_(?:\w+_)"
        r"{0,8}(?:minutes?|seconds?|timestamps?|record|overnight|sunday|midnight)",
        r"(?:house|world|new|olympic|company|some_kind_of_a?|something_of_a)_record"
        r"|must_be_a_record"
        r"|(?:nearly|almost|practically|actually)_(?:teared_up|shed_a_tear|choked_up|fell_off"
        r"|swooned"
        r"|fainted|spilled)|tear_to_my_eye|brought_tears|i_am_(?:so_|deeply_)?(?:touched"
        r"|moved)[.!]*$",
        r"so_personal|(?:dear|hello|hi)_(?:applicant|candidate)_(?:\w+_){0,4}(?:nice|personal"
        r"|warm|lovely"
        r"|really|sweet|touch|cute|charming|heart\w*)|very_personal[.!]*$",
        r"^(?:wow|oh|ah|aha|well_well|gosh|golly|hm+|ooh|aw+|oho|lol|gee|haha"
        r"|blimey)_(?:\w+_){0,4}(?:personal"
        r"|original|surprise|dear|honest|great_honou?r|shock\w*|internal|unexpected|predictable"
        r"|quick"
        r"|fast|joy)",
        r"how_(?:very_|truly_|terribly_|so_)?(?:droll|amusing|quaint|flattering|fitting|convenient"
        r"|quick_of_you|prompt_of_you|witty|magnanimous|gracious_of_you_to_(?:finally|at_last)"
        r"|novel)",
        r"(?:after|from)_(?:all_)?(?:that|such|so_much)_(?:an?_)?(?:\w+_)?(?:effort|work"
        r"|exertion|thinking)"
        r"|must_have_been_(?:so_|very_|truly_|quite_|really_|absolutely_|a_)?(?:exhausting"
        r"|tiring|agony"
        r"|agoni[sz]ing|sleepless|a_strain|hard_to_(?:type|copy|paste|press|click))",
        r"(?:says|said)_the_(?:one|person|man|woman|company|firm)_(?:who|that|with)"
        r"|easy_for_you_to_say"
        r"|(?:money|effort)_well_spent|(?:glad|happy|pleased|delighted)_(?:\w+_)?to_(?:have_)?"
        r"(?:been_of_|be_of_)?(?:entertained?|amused?|fill(?:ed)?_(?:a|your|the)"
        r"|provided?_(?:\w+_){0,2}"
        r"(?:free|ideas|content|entertainment)|been_your)",
        r"(?:you_are_)(?:most_|very_|so_)?welcome_(?:to_(?:my|the)_(?:free|ideas|work|slides)"
        r"|for_the_(?:free"
        r"|unpaid|ideas))|(?:free|unpaid)_(?:consulting|consultancy|advice|work|labou?r|ideas)",
        r"enjoy_(?:the|your)_(?:\w+_)?(?:silence|savings|chaos|turnover|cheap|nephew|mess|yes)"
        r"|no_need_to"
        r"_thank_me|do_not_all_(?:cheer|thank|rush)|do_not_strain|do_not_hurt_yoursel\w+",
        r"(?:clearly|obviously|evidently|no_doubt|apparently)_(?:\w+_){0,3}(?:mind_?-?readers?"
        r"|psychic"
        r"|geniuses|a_genius|all_seeing|clairvoyant|too_important|hard_at_work|above_such|swamped|"
        r"beyond_(?:you|your))|crystal_ball|rocket_science",
        r"(?:only|just|merely)_(?:the_)?(?:\w+_)?(?:fourth|fifth|sixth|third|tenth|\d+th|four"
        r"|five|six"
        r"|seven|eight|nine|ten|eleven|twelve)_(?:\w+_)?(?:weeks|months|attempts?|rounds"
        r"|reminders?|mails?)",
        r"(?:difficult|hard|tough|careful|agoni\w+|painful)_(?:decision|choice|thought"
        r"|deliberation)_(?:given|considering|seeing|since"
        r"|as|for|in|that|which)_(?:\w+_){0,4}(?:took|minutes?|seconds?|hours?|lines?|overnight)",
        r"(?:nice|good|lovely|great|glad|comforting|wonderful|reassuring)_to_(?:know|see|hear"
        r"|learn)_(?:that_)?(?:\w+_){0,6}(?:silence"
        r"|waiting|unpaid|rounds|worth|wasted|template|robot|matters?_so|so_little"
        r"|counts?_for_nothing|for_nothing|valued)",
        r"(?:congrat\w*|bravo|well_done|hats_off|kudos)_(?:on|for"
        r"|to)_(?:\w+_){0,5}(?:only_(?:person|one|human)|unicorn|on_earth"
        r"|in_the_world|perfect|wasting|ignoring|losing|missing|saving|keeping|managing"
        r"|taking_(?:only|just))",
        r"(?:deeply|so|very|truly|wonderfully|incredibly|really)_personal_(?:form|template"
        r"|standard|automatic|automated|generic|mail_merge)",
        r"(?:no|never_a)_surprises?_(?:there|here)|who_would_have|well_i_never"
        r"|there_is_a_(?:shock|surprise)"
        r"|how_did_i_not_see|fancy_(?:that|you)|imagine_my_(?:surprise|joy|delight|shock)"
        r"|be_still_my",
        r"(?:thanks|thank_you|cheers)_(?:\w+_){0,3}for_(?:the_|your_"
        r"|such_a_)?(?:\w+_)?(?:generous_silence"
        r"|silence|free_lesson|false_hope|entertainment|comedy|show|circus|emotional|rollercoaster"
        r"|privilege_of_(?:waiting|being_ignored)|wait|masterclass|weeks_of|months_of|making_me)",
        r"(?:truly|really|quite|such)_(?:an?_)?(?:masterclass|masterpiece|work_of_art|feat"
        r"|act_of_genius"
        r"|stroke_of_genius|poetry|literature|shakespeare\w*)|masterclass_in|lesson_in_how_not",
        r"(?:i_am_sure|no_doubt|surely|must|i_bet|doubtless)_(?:\w+_){0,6}(?:so_very_|terribly_"
        r"|awfully_)"
        r"(?:hard|busy|difficult|important|sorry|painful)|broke_your_heart|lost_sleep_over"
        r"|keep_you_awake",
    ),
    de=(
        r"(?:ich_bin_|bin_)(?:zutiefst_|ganz_|so_|richtig_)?gerührt|(?:zu_)?tränen_gerührt"
        r"|mir_kamen_die"
        r"_tränen|einrahmen|rahmen_lassen|(?:neuer|haus|welt|ein)_?rekord|(?:welche"
        r"|was_für_eine)_ehre",
        r"(?:von|durch)_(?:einem|einer|ihrem|dem|den)_(?:\w+_)?(?:roboter|automat\w*|computer"
        r"|algorithmus"
        r"|maschine|textbaustein\w*|vorlage)|^(?:reizend|charmant|bravo|herrlich|köstlich"
        r"|großartig"
        r"|entzückend|glückwunsch|respekt|wahnsinn|chapeau|super)[.!]*$",
        r"(?:muss|müssen)_(?:\w+_){0,3}(?:anstrengend|schwer)_gewesen|gut_investierte_zeit"
        r"|so_viel_mühe"
        r"|wie_(?:persönlich|herzerwärmend|zauberhaft|charmant|putzig|drollig|einfühlsam)"
        r"|(?:ganze|satte|stolze|sage_und_schreibe)_(?:\w+_)(?:minuten|sekunden|zeilen|sätze"
        r"|wochen|monate)",
    ),
    es=(
        r"que_(?:honor|ilusion|privilegio|maravilla|emocion|alegria|gracia|chiste|originalidad"
        r"|consideracion)_?(?:\w+_){0,6}(?:rechaz\w+|robot|maquina|automatic\w+|plantilla"
        r"|descart\w+)",
        r"(?:lo_|la_)?enmarcar\w*|casi_(?:lloro|se_me_salt\w+|me_emociono)|record_(?:mundial"
        r"|guinness"
        r"|de_la_casa)|(?:un|una)_(?:robot|maquina|algoritmo|plantilla)|^(?:encantador|precioso"
        r"|genial"
        r"|bravo|estupendo|fantastico|maravilloso|enhorabuena|que_bonito|que_majos)[.!]*$",
        r"(?:debio|debe)_(?:de_)?(?:ser|haber_sido)_(?:\w+_)?(?:agotador|durisimo|muy_dificil)"
        r"|tan_personal"
        r"|minutos_de_(?:cuidadosa|detenida|atenta)|que_no_se_(?:cansen|hernien|molesten)",
    ),
)
