"""How somebody is talked down without abuse: faint praise, pity, a forecast."""

from __future__ import annotations

from typing import Final

from cogs.draft.linting.rule import Said

_SEEM: Final = (
    r"(?:seemed|seems|looked|looks|appeared|appears|felt|feels|struck_me_as|came_(?:across"
    r"|over)(?:_as)?|sounded|is|are|was|were|smells|smelled)"
)
_DREARY: Final = (
    r"(?:tired|lost|unmotivated|demotivated|aimless|disorgani[sz]ed|chaotic|clueless|bored|gloomy"
    r"|burnt_?-?out|burned_?-?out|outdated|old_fashioned|stuffy|dusty|lifeless|sleepy|dead|shabby"
    r"|run_?-?down|overworked|frightened|scared|miserable|messy|grey|gray|dull|stale|provincial"
    r"|amateurish|desperate|half_?-?baked|dated|past_(?:it|its)|behind_the)"
)
_PLACE: Final = (
    r"(?:team|people|place|office|everyone|company|colleagues|atmosphere|mood|staff|department"
    r"|product|products|shop|kitchen|building|workshop|website|app|campaigns?|software|firm|lot"
    r"|school|practice|studio|store|outfit|set_?-?up|operation|management|crew)"
)
_CHOSEN: Final = (
    r"(?:he|she|they|him|her|them|new_\w+|whoever|the_(?:lady|gentleman|lad|girl|boy|person|one"
    r"|guy|man|woman|other|young|chosen|successful|lucky|winner)|your_(?:\w+_)?(?:hire|choice"
    r"|pick|favou?rite|candidate|man|woman|winner|star|wonder\w*))"
)

FURTHER: Final = Said(
    en=(
        r"nobody_had_touched_it|(?:app|website|site|shop|software|office)_(?:\w+_)?looks_as_if",
        r"(?:could|can)_not_(?:\w+_)?keep_(?:\w+_){1,4}quiet",
        r"(?:half|most|rest)_(?:of_)?(?:the|your)_(?:\w+_)?(?:team|staff|people|office)_(?:\w+_"
        r"){0,3}(?:asleep|lost|bored|dead|lazy)",
        r"(?:picking|choosing|hiring|taking)_(?:the_one|someone|somebody)_with_(?:\w+_)?(?:fewest"
        r"|least|less|no|little)",
        rf"(?:your|the|this|that|whole)_(?:\w+_){{0,2}}{_PLACE}_(?:\w+_){{0,3}}{_SEEM}_(?:\w+_"
        rf"){{0,4}}{_DREARY}",
        r"(?:cheap|inexpensive|affordable|young|cheaper|docile|obedient|easy|keen)_if_nothing_"
        r"else|(?:will|is|are|would)_(?:\w+_)?(?:be_)?(?:cheap|cheaper|inexpensive)(?:_|$)",
        r"not_(?:\w+_)?(?:know|tell|recogni[sz]e)_(?:an?|his|her|one)_\w+_(?:\w+_)?from_(?:an?"
        r"|his|her)|not_(?:\w+_)?know_(?:one_end|the_first_thing|the_difference|which_end|where_"
        r"to_start)",
        r"revolving_door|(?:high|your|constant)_(?:\w+_)?turnover|same_(?:\w+_)?(?:post|job|role"
        r"|position|ad|vacancy)_(?:\w+_){0,3}(?:re_?-?)?(?:advertised|posted|online|open)_(?:\w+_"
        r")?(?:again|every|twice)|you_keep_(?:re_?-?)?advertising",
        r"(?:can_not|could_hardly|can_hardly|would_not|could_not|one_can_not)_(?:\w+_)?expect_"
        r"(?:\w+_)?(?:much|more|a_\w+|an_\w+|better|any|people|someone|anything)",
        r"(?:company|firm|place|school|practice|shop|team|outfit|business|agency|people)_(?:of_"
        r"your_size|like_yours|of_that_kind|that_size)_(?:\w+_)?(?:can|could|will|would|is|has"
        r"|never|not)",
        r"provincial|parochial|small_?-?time|back_?-?water|backwoods|small_(?:minded|fry)|tin_"
        r"?-?pot|mickey_mouse|two_bit|amateur_hour|cowboys?_(?:outfit|operation|firm)|(?:your"
        r"|this)_so_?-?called|glorified",
        r"what_to_do_with_(?:\w+_){0,2}(?:candidate|person|someone|people|talent)_(?:\w+_"
        r")?(?:like_me|of|with)|not_(?:\w+_)?(?:ready|big|modern|ambitious|good|mature|bold"
        r"|clever|smart)_(?:enough_)?for_(?:someone|people|a_person|talent|somebody|me)_?(?:like"
        r"|of|with)?",
        r"(?:brave|bold|courageous|kind|optimistic)_(?:as_|enough_|of_you_)?to_(?:keep|still|go_"
        r"on|sell|carry_on)_(?:\w+_)?(?:selling|using|running|working|sell|use|work|making|with)?",
        r"(?:your|is|are|like|belongs?|looks?|feels?)_(?:\w+_){0,4}(?:museum_pieces?|fossils?"
        r"|relics?|antiquated|obsolete|prehistoric)|stuck_in_the_(?:past|last|eighties|nineties"
        r"|\d+\w*|stone)|(?:from|of|in)_the_last_century",
        r"(?:amusing|hilarious)_to_(?:watch|see)|(?:entertaining|fun|interesting|funny)_to_watch_"
        r"(?:him|her|you|it)_(?:fail|struggle|fall|\w+_without)|(?:bring|get|grab)_(?:the_|my_"
        r")?popcorn|watch_(?:\w+_){0,3}(?:fail|struggle|crash|burn|fall)",
        rf"{_CHOSEN}_(?:\w+_){{0,3}}(?:will_not|would_not|not|hardly|never|scarcely)_(?:\w+_"
        r"){0,2}(?:last|stay|survive|manage|cope|make_it|be_up_to|be_able|know|understand"
        r"|keep_up|match|stand)_?(?:\w+_){0,3}(?:long|week|month|summer|winter|christmas"
        r"|probation|half|what|how|it|the)?",
        r"(?:doubt|doubtful|wonder|question|unlikely|no_way|skeptical|sceptical)_(?:\w+_)?(?:if_"
        rf"|whether_|that_|how_long_)?{_CHOSEN}_(?:will|would|can|could|is|has|even|knows|really"
        r"|ever)",
        rf"{_CHOSEN}_(?:\w+_){{0,4}}(?:will|is_going_to|may|might)_(?:\w+_)?(?:need_(?:\w+_"
        r"){0,3}(?:luck|babysitting|hand_holding)|struggle|be_(?:gone|lost|out|overwhelmed"
        r"|bored)|leave_(?:you|soon|again|within)|disappoint|fail|quit|make_mistakes|run)",
        r"(?:picked|chose|chosen|hired|took|taken|selected)_(?:\w+_){0,3}(?:will_(?:\w+_)?(?:need"
        r"|struggle|fail|leave|disappoint)|is_(?:\w+_)?(?:not|hardly|barely|too)|has_(?:no|never"
        r"|hardly|little)|can_not|could_not|does_not)",
        r"(?:your|the)_new_\w+_(?:\w+_)?(?:can|could)_(?:hardly|barely|not|scarcely)",
        r"give_(?:him|her|it|them|that|this_one)_(?:\w+_)?(?:weeks?|months?|a_(?:week|month|year)"
        r"|until|till|half|two|three|six|days)|(?:peanuts|monkeys|shoestring|rookie|greenhorn)",
        r"get_what_you_pay_for|seen_better_days|past_(?:its|your|their|his|her)_(?:best|prime"
        r"|peak)|not_exactly_(?:cutting|a_leader|the_best|known|state|rocket|household|market"
        r"|thriving|booming|inspiring|exciting|world|a_dream|modern|busy|buzzing)",
        r"hardly_(?:cutting|world|state|known|thriving|inspiring|the_(?:best|most|cutting)|a_"
        r"(?:dream|leader|market|palace|beacon)|rocket)|wish_(?:it|that|this|them|you)_on_(?:any"
        r"|my)|(?:i_|do_|really_|only_|almost_)pity_(?:the|whoever|your|those|him|her|you)|poor_"
        r"(?:soul|fellow|guy|girl|devil|sod|chap|bugger|lad)_(?:who|you|that|has|will)",
        r"(?:is|was|are|your_\w+)_(?:really_|frankly_)?nothing_(?:special|to_write_home)|no_"
        r"(?:great|big|real)_loss|(?:am|have|did)_not_(?:\w+_)?(?:miss|missed|missing|losing"
        r"|lost)_(?:much|anything|a_thing)$|not_much_to_(?:look|miss|see)",
        r"you_(?:\w+_){0,2}(?:settle|settled|settling|went|gone|opted|opting)_for_(?:\w+_"
        r")?(?:less|second|mediocr\w*|average|lesser|safe|cheap\w*|weaker|easy|someone_(?:weaker"
        r"|less|cheaper|younger))|(?:your|this|such|of|is|are|in|with|for|settle_for|choose"
        r"|chose)_(?:\w+_)?mediocr\w+",
        r"young_and_cheap|younger_and_cheaper|easier_to_(?:control|manage|boss|push|bend)|does_"
        r"what_(?:he|she)_is_told|door_?-?mat|lap_?-?dog|bootlicker|suck_?-?up|crony|cronies",
        r"half_the_(?:experience|candidate|person|\w+_i)|could_not_(?:\w+_)?(?:run|organi[sz]e"
        r"|sell|manage|find)_(?:\w+_)?(?:a_|an_|their_|his_|her_|your_)?(?:bath|party|tap|piss\w*"
        r"|water|way|own|whelk)",
        r"(?:not|never)_(?:\w+_)?(?:thrilled|keen|impressed|tempted|sold|convinced)_(?:\w+_"
        r")?(?:by|with|on|about)_(?:your|the)|(?:lost|losing|without)_(?:\w+_)?(?:clue|plot"
        r"|compass|direction|map)",
        r"(?:he|she|they|who)_(?:\w+_)?(?:struggles|struggled|barely|can_barely|can_hardly"
        r"|hardly)_(?:\w+_)?(?:to|finished|passed|knows|speak\w*|write\w*|spell|read|count|add)",
    ),
    de=(
        r"(?:betrieb|firma|laden|unternehmen|haus|büro)_(?:der|die|das)_(?:\w+_){0,2}(?:noch"
        r"|immer_noch)_(?:mit|auf)_(?:\w+_)?(?:fax\w*|papier|schreibmaschine\w*)",
        r"(?:team|leute|kollegen|stimmung|laden|firma|büro|betrieb|haus|atmosphäre|unternehmen"
        r"|produkt\w*|mannschaft|werkstatt|praxis|agentur|kampagnen?)_(?:\w+_){0,2}(?:wirkte"
        r"|wirkten|wirkt|wirken|schien|schienen|machte|machten|kam|kamen|ist|sind|war|waren"
        r"|riecht|roch)_(?:\w+_){0,6}(?:müde|planlos|lustlos|unmotiviert|genervt|unorganisiert"
        r"|verloren|verschlafen|altbacken|lieblos|überfordert|gestresst|angestaubt|verstaubt"
        r"|trist|chaotisch|orientierungslos|uninspiriert|langweilig|altmodisch|zerstritten|hit"
        r"|offenbarung)",
        r"nicht_(?:gerade|wirklich|eben|unbedingt|so_ganz)_(?:\w+_){0,2}(?:hit|gelbe|berauschend"
        r"|modern|aufregend|inspirierend|beeindruckend|toll|spannend|neuste|neueste|renner"
        r"|überzeugend|prickelnd|umwerfend|doll)|nichts_(?:besonderes|verpasst|verloren)|nicht_"
        r"viel_(?:verpasst|verloren)",
        r"(?:hält|bleibt|übersteht|schafft|packt|überlebt)_(?:\w+_){0,4}(?:nicht|kaum|keine|nie"
        r"|niemals)_(?:\w+_)?(?:lange|durch|woche|monat|probezeit)|(?:bezweifle|zweifle"
        r"|fraglich)_(?:\w+_){0,2}(?:ob|dass)_(?:er|sie|der|die|ihr|euer)_(?:\w+_)",
        r"hinterhof\w*|provinz|provinzler|billig\w*|günstiger_(?:zu_haben|war|ist)|museumsreif"
        r"|von_gestern|aus_dem_letzten_jahrhundert|bemitleide\w*|armer_tropf|drehtür|fluktuation",
    ),
    es=(
        r"huele_a_(?:cerrado|rancio|viejo|humedad)|nadie_manda|se_nota_que_nadie",
        r"(?:equipo|gente|oficina|ambiente|empresa|tienda|cocina|producto|taller|local|web)_"
        r"(?:\w+_){0,3}(?:parec\w+|me_parec\w+|se_ve\w*|se_nota\w*|esta|estaba|es|huele|da|daba)_"
        r"(?:\w+_){0,4}(?:cansad\w+|perdid\w+|desorganizad\w+|quemad\w+|triste|viej\w+"
        r"|anticuad\w+|apagad\w+|muert\w+|desmotivad\w+|caotic\w+|rancio|rancia|casposo|casposa"
        r"|pena|lastima|verguenza|risa)",
        r"(?:no|poco)_(?:va_a_)?(?:durar\w*|aguantar\w*)|(?:dudo|dudar)_(?:\w+_)?que_(?:el_|ella_"
        r"|la_|su_|ese_|esa_|l[oa]s_)(?:\w+_){0,4}(?:sepa|dure|pueda|aguante|llegue|este_a)"
        r"|(?:sale|saldra|sera|salia)_(?:\w+_)?(?:mas_)?barat\w+|de_pueblo|del_siglo_pasado|no_"
        r"(?:me_)?(?:pierdo|he_perdido)_(?:\w+_)?(?:mucho|nada|gran)",
        r"(?:no_sabe|no_saben|sin_saber)_(?:ni_|distinguir|hacer_la_o|lo_que|por_donde)|puerta_"
        r"giratoria|enchuf\w+|hijo_de(?:l)?_(?:jefe|dueño|gerente)|da_lastima|ni_la_mitad|pobre_"
        r"(?:chic|el|la|quien)\w*",
    ),
)
