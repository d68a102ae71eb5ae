"""Sarcasm."""

from __future__ import annotations

from typing import Final

from cogs.draft.linting.ironies import FURTHER
from cogs.draft.linting.rule import Said, Says

_KIND: Final = (
    r"(?:kind|nice|generous|thoughtful|original|touching|charming|lovely|sweet|convenient"
    r"|surprising|heartwarming|efficient|considerate)"
)
_LETTER: Final = (
    r"(?:template|form_letter|form_mail|form_email|standard|automatic|auto_?reply|copy|robot|bot"
    r"|computer|algorithm|generic)"
)


class Sarcastic(Says):
    """Says the opposite of what it means."""

    name = "sarcastic"
    further = FURTHER
    said = Said(
        en=(
            r"(?:your|perfect|find|finding|found|a|the|of_a|such_a|looking_for)_(?:\w+_)?unicorn",
            r"(?:whole|lovely|full|heartfelt|entire|touching|generous|detailed|long|your)_(?:two"
            r"|one|three|single|2|1|3)(?:-|_)(?:line|sentence|word|liner)s?_(?:mail|email|letter"
            r"|reply|message|answer|note|rejection)",
            r"a_mere_(?:\w+_)?(?:weeks?|months?|days?|minutes?|sentences?|lines?)|a_whole_minute"
            r"|(?:how|truly|so|really|such_a)_heartwarming$",
            r"(?:sure|certain|no_doubt)_(?:that_)?(?:it_was|this_was|you|the|your)_(?:\w+_"
            r"){0,6}(?:agoni\w+|sleepless|by_chance|coincidence|robot|template|hours_of|tears"
            r"|heart_attack)",
            r"congrat\w*_(?:\w+_){0,8}(?:after_reject\w*|unicorn|internal|nephew|perfect_human"
            r"|superman|miracle)",
            r"your_(?:\w+_){0,2}(?:template|form_letter|autoreply|auto_reply|bot|robot|algorithm)",
            r"i_feel_(?:so|very|really|truly)_(?:\w+_)?(?:valued|special|appreciated|loved"
            r"|important|seen)(?:$|_now|_by_your_template|,)",
            r"a_whole_(?:\w+_)?(?:sentences?|lines?|words?|seconds?|minutes?|paragraph)",
            r"worth_(?:a|only|just|exactly|one|two)_(?:\w+_){0,2}(?:line|lines|sentences?"
            r"|template|copy|paste\w*|words)",
            r"(?:personal_(?:tone|touch)|warm_words)_(?:\w+_){0,4}(?:automated|automatic|template"
            r"|standard|form|no-?reply|robot)",
            r"(?:nice|good|great|lovely|glad|wonderful)_(?:to_(?:see|hear|know)_)?(?:that_"
            r")?(?:you|someone|it)_(?:\w+_)?(?:finally|at_last|eventually|managed_to|remember\w*_"
            r"(?:me|that_i)|found_(?:a|the)_(?:minute|time))",
            r"(?:clearly|obviously|no_doubt|surely)_(?:\w+_){0,4}(?:very_hard|so_hard|minutes"
            r"|seconds|painful|agoni\w+|sleepless)_?(?:\w+_)?(?:decision|choice|deliberat\w+"
            r"|nights?)?",
            r"(?:thanks?|thank_you)_(?:\w+_){0,3}for_(?:absolutely_|literally_|basically_"
            r")?(?:nothing|wasting_my|ignoring|the_(?:wonderful_|lovely_)?(?:template|form_"
            r"(?:letter|mail|email)|waste_of|copy_(?:and_)?paste|silence))",
            r"good_luck_with_(?:that|that_one|him|her|them_all)",
            r"(?:you|they|he|she)_(?:will|are_going_to|is_going_to|may|might)_(?:\w+_)?need_(?:it"
            r"|lots|luck|all)",
            r"(?:^|oh_|well_|wow_|gee_)what_a_(?:big_|total_|huge_|complete_)?(?:surprise|shock"
            r"|shocker|joke)(?:$|_that|,)",
            r"(?:surprise_surprise|big_surprise|who_would_have_(?:thought|guessed)|who_knew"
            r"|imagine_that|shocking|colou?r_me_(?:surprised|shocked)|quelle_surprise)",
            rf"how_(?:very_|truly_|so_)?{_KIND}~(?:finally|at_last|eventually|only|after|even_"
            r"bother\w*|at_least|template)",
            r"how_(?:very_|truly_)?(?:convenient|original|surprising|efficient|predictable"
            r"|creative)",
            rf"(?:very|so|really|truly|most)_{_KIND}_of_you_to_(?:finally|at_last|eventually|only"
            r"|let_a)",
            r"(?:lovely|touching|heartfelt|beautiful|personal|nice|wonderful|great|charming|warm"
            rf"|moving)_{_LETTER}",
            rf"(?:your|the|a)_(?:\w+_)?{_LETTER}_(?:\w+_){{0,2}}(?:wrote|must_have|has_such|did_a"
            r"|sounds|was_so|was_very|really)",
            r"copy(?:-|_)(?:and(?:-|_))?paste\w*",
            r"(?:only|just)_(?:took|needed)_(?:you_)?(?:\w+_){0,3}(?:weeks|months|years|rounds"
            r"|reminders)",
            r"(?:took|taken)_(?:you_)?only_(?:\w+_){0,3}(?:weeks|months|years)",
            r"after_(?:only|just|a_mere)_(?:\w+_){0,3}(?:weeks|months|rounds|reminders|interviews"
            r"|e?mails)",
            r"(?:slow|round_of|big)_(?:clap|applause)|well_done_you|gold_star",
            r"(?:great|nice|good|well|excellent|fantastic|amazing)_(?:job|done|work)_(?:on_|at_"
            r"|with_)?(?:wasting|ignoring|losing|making_me|keeping_me|finding_someone|ghosting"
            r"|choosing|picking)",
            r"(?:oh|wow|gee|yeah|lol)_(?:wow|great|sure|right|thanks|joy|how|what|lucky|wonderful"
            r"|just)",
            r"yeah_right|^as_if$|must_be_nice|lucky_me|poor_you|my_bad_for|bless_your_heart",
            r"(?:so|truly|deeply|really|absolutely|simply|utterly)_(?:honou?red|thrilled"
            r"|overjoyed|delighted|ecstatic|flattered)_(?:to_(?:be|have_been|get|receive|learn"
            r"|read)|that_you|by)_(?:\w+_){0,3}(?:reject\w*|turned_down|no|template|form|generic"
            r"|refus\w+|declined?|ignored)",
            r"(?:thrilled|overjoyed|delighted|ecstatic)_to_(?:be|have_been|get|learn)_(?:\w+_"
            r"){0,3}(?:reject\w*|turned_down|refused)",
            r"luck_(?:with_)?finding_(?:any\w*|some\w+|a_|another|people|that|the_(?:perfect"
            r"|unicorn|one))|have_fun_(?:with|finding|training|explaining)",
            r"congrat\w*_(?:on|for|to)_(?:\w+_){0,3}(?:wast\w+|ignor\w+|miss\w+|los\w+|the_"
            r"(?:world|longest|slowest)\w*)",
            r"^(?:(?:well|ok|so)_)?so_much_for",
            r"careful_(?:consideration|review|thought)_of_(?:\w+_)?(?:\d+|two|three|five|ten)_"
            r"(?:minutes?|seconds?|hours?)",
            r"i_(?:can|could)_(?:really_|just_|only_|totally_)?(?:feel|see|tell)_(?:how|the)_"
            r"(?:\w+_)?(?:carefully|hard_you|much_(?:thought|time|care|effort))",
            r"at_least_(?:your|the)_(?:robot|bot|system|computer|autoreply|machine|algorithm"
            r"|template)",
            r"(?:clearly|obviously)_(?:a_|such_|the_)?(?:genius\w*|brilliant|experts?|very_busy"
            r"|too_busy|far_too)",
            r"(?:genius|brilliant|masterful)_(?:move|choice|decision|plan|idea)",
            r"dear_no_?reply|dear_(?:robot|bot|algorithm|computer|template)",
            r"^(?:\w+_){0,2}whatever$|lmao|rofl",
        ),
        de=(
            r"(?:ausführliche[nr]?|langen?|ganzen?|rührenden?|herzlichen?)_(?:zwei|drei"
            r"|eineinhalb|anderthalb|2|3)_(?:sätze\w*|zeilen|worte)|(?:reiner|purer)_zufall|kann_"
            r"es_kaum_erwarten|wie_praktisch|(?:ihr|das|ein)_einhorn",
            r"(?:toll|schön|super|prima|klasse|fein|großartig|nett)_dass_(?:sie|ihr|du|man|es)_"
            r"(?:\w+_){0,6}(?:doch_noch|endlich|schon|nach|immerhin|tatsächlich|gnädig\w*)",
            r"(?:herzlichen|vielen|besten)_dank_auch|schönen_dank_auch|wie_(?:schnell|flott"
            r"|prompt)_(?:von|sie|das)|schon_nach_(?:\w+_)?(?:wochen|monaten)",
            r"wie_(?:\w+_)?(?:reizend|nett|schön|großzügig|überraschend|originell|rührend"
            r"|freundlich|aufmerksam|liebenswürdig|einfallsreich|toll|lieb)_(?:dass|von|wenn|ihr"
            r"|sie)",
            r"(?:vielen_dank|danke|danke_schön|dankeschön)_(?:auch_)?für_(?:gar_|absolut_|rein_"
            r"gar_)?(?:nichts|die_verschwendete|die_zeitverschwendung|den_textbaustein)",
            r"na_(?:dann|super|toll|prima|bravo|herrlich|klasse|herzlichen)",
            r"(?:was_für|welch|so)_(?:eine?_)?(?:\w+_)?überraschung",
            r"viel_(?:glück|spaß|erfolg)_(?:noch_)?(?:damit|dabei)",
            r"(?:glück|es|das|ihn|sie)_(?:werden_sie|werdet_ihr|wirst_du|können_sie|könnt_ihr)_"
            r"(?:\w+_){0,3}(?:brauchen|gebrauchen|nötig_haben)",
            r"(?:werden_sie|werdet_ihr|wirst_du)_(?:\w+_){0,3}(?:brauchen|nötig_haben)",
            r"nach_(?:nur|gerade_mal|lediglich|schlappen|bloß)_(?:\w+_)?(?:wochen|monaten|tagen"
            r"|mails?|erinnerungen)",
            r"^bravo|glanzleistung|meisterleistung|wer_hätte_das_gedacht|wer_hätte_es_gedacht"
            r"|wie_überraschend|ganz_großes_kino|respekt_(?:dafür|dass)",
            r"(?:schöne[rn]?|nette[rn]?|persönliche[rn]?|liebevolle[rn]?|hübsche[rn]?|toller?"
            r"|herzliche[rn]?)_(?:textbaustein\w*|vorlage|standard\w*|serienbrief|formbrief"
            r"|massenmail|automatische)",
            r"(?:ihr|ihre|ihrem|dem|der|einem|ein)_(?:\w+_)?(?:textbaustein\w*|serienbrief)",
            r"(?:glückwunsch|gratuliere|gratulation)_(?:\w+_){0,3}(?:verschwend\w*|brillant\w*"
            r"|weitsicht|meister\w*)",
            r"(?:schon|bereits)_(?:zeit|gelegenheit|muße)_(?:\w+_){0,3}(?:gefunden|hatten)",
        ),
        es=(
            r"que_detalle|que_casualidad|por_pura_casualidad|que_alegria_(?:saber|recibir|ver)_"
            r"(?:\w+_){0,4}(?:plantilla|automatic\w|despues)|su_unicornio",
            r"que_(?:bien|bonito|amable|detalle|lindo|majos?)_(?:\w+_){0,4}(?:por_fin|despues"
            r"|tras|finalmente|plantilla|automatic\w)|(?:muchisimas|mil|muchas)_gracias_por_"
            r"(?:hacerme|tardar|ignorar|nada)|menuda_sorpresa",
            r"gracias_por_(?:nada|hacerme_perder|la_plantilla|ignorarme)",
            r"(?:que|vaya|menuda|valiente)_(?:\w+_)?(?:sorpresa|casualidad|detallazo|ilusión)",
            r"(?:vaya|menudo)_detalle|que_(?:amables?|originales?|considerad\w+|detalle_tan"
            r"|rapidez|eficacia|bonit\w+_(?:plantilla|carta_automatica))",
            r"(?:la|lo)_(?:van?|vais|vas)_a_necesitar|(?:la|lo)_necesitar[aá]\w*",
            r"enhorabuena_por_(?:perder|hacer|elegir|ignorar|su_gran|la_gran|vuestra)"
            r"|felicidades_por_(?:perder|hacer|tardar|ignorar)",
            r"(?:solo|sólo|apenas)_(?:han?|habeis|has)_(?:tardado|necesitado)|en_(?:solo|tan_solo"
            r"|apenas)_\w+_(?:semanas|meses)",
            r"despues_de_(?:solo|tan_solo|apenas|nada_menos)_(?:\w+_){0,2}(?:semanas|meses)"
            r"|^bravo",
            r"quien_lo_(?:diria|iba_a_decir|hubiera)|copia_y_pega|corta_y_pega|copiar_y_pegar",
            r"(?:bonita|preciosa|linda|personal|emotiva|cariñosa)_(?:plantilla|carta_(?:tipo"
            r"|modelo|estandar|automatica))|plantilla_(?:tan|muy)",
        ),
    )
    unless = (
        r"what_a_(?:\w+_)?(?:pleasant|nice|lovely|wonderful|kind|good|happy|great)_(?:\w+_"
        r")?surprise",
        r"how_(?:\w+_){1,3}of_you_to_(?:write|call|phone|ring|take|let_me|think|remember|offer"
        r"|suggest|answer|tell|reply|share|send)",
        r"(?:grata|agradable|bonita|buena)_sorpresa|sorpresa_tan",
        r"(?:schöne|angenehme|nette|tolle)_überraschung",
        r"how_(?:\w+_)?(?:kind|nice|thoughtful|generous|lovely|sweet|considerate)_(?:\w+_"
        r"){0,4}(?:was|were|is|are|you_were|everyone|the_team)",
        r"whatever_(?:you|the|they|happens|comes|reason|it|suits|works)",
        r"wie_(?:\w+_)?(?:nett|schön|freundlich|lieb|toll)_(?:sie|ihr|du|das|es)",
    )
