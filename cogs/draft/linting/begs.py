"""Begging."""

from __future__ import annotations

from typing import Final

from cogs.draft.linting.rule import Said, Says

_ANY_WORK: Final = (
    r"(?:job|work|position|salary|pay|wage|wages|hours|role|money|shift|shifts|offer|contract"
    r"|conditions|terms|rate)"
)


class Begs(Says):
    """Pleads, or gives away everything."""

    name = "begs"
    said = Said(
        en=(
            r"make_(?:\w+_)?(?:an_)?exception",
            r"just_say_yes|say_yes_please",
            r"(?:sweep|scrub|clean|mop)_(?:\w+_)?(?:floors?|toilets?|windows)",
            r"(?:have_to|must|how_to|how_i_will|to)_(?:\w+_)?pay_(?:\w+_)?(?:rent|bills|mortgage"
            r"|loan|debts?)",
            r"i_have_(?:nobody|no_one|nowhere)(?:_else)?|double_shifts|day_and_night|(?:nights"
            r"|evenings)_and_weekends",
            r"(?:willing|ready|prepared|happy)_to_(?:\w+_){0,4}(?:minimum_wage|less|any_work|any_"
            r"job|lower|any_salary|small_pay|for_free|anything)",
            r"is_(?:not_)?there_(?:not_)?(?:\w+_)?(?:anything|any_way|no_way|nothing|any_chance"
            r"|something)_(?:\w+_){0,4}(?:do|could|can|reconsider|change|work|me)",
            r"(?:first|a|one|two|three|few)_(?:\w+_)?(?:months?|weeks?)_(?:\w+_)?(?:without_pay"
            r"|unpaid|for_free|for_nothing)",
            r"with_all_my_heart|i_(?:\w+_)?(?:pray|praying)_(?:that_)?you|save_me|rescue_me|out_"
            r"of_options|running_out_of_(?:money|options|time)|nowhere_(?:else_)?to_(?:go|turn)",
            r"^please_(?:i_need|i_want|i_will|i_would|i_am|take|hire|help)|please_(?:i_(?:really_"
            r")?need|i_will_do|help_me)",
            r"please_(?:please|i_beg)",
            r"please_(?:\w+_){0,3}(?:reconsider|think_(?:\w+_)?again|change_your_(?:mind"
            r"|decision)|hire_me|take_me|help_me|let_me_(?:work|try|show|prove|come|have|do)|do_"
            r"not_(?:reject|say_no|do_this|let|give)|find_something|have_(?:mercy|pity|a_heart))",
            r"(?:could|can|would|will|might|to|hope)_(?:you_)?(?:please_|maybe_|possibly_"
            r"|perhaps_|at_least_|kindly_|still_|you_)*(?:reconsider|change_your_(?:mind"
            r"|decision)|think_(?:about_)?(?:it_)?(?:\w+_)?again)",
            r"^reconsider",
            r"(?:please|just|can|could|to|would|will|^|and|but|if_you)_(?:\w+_){0,3}(?:give"
            r"|giving|allow|grant)_me_(?:\w+_){0,3}(?:chance|opportunity|shot|try)|^(?:give|allow"
            r"|grant)_me_(?:\w+_){0,3}(?:chance|opportunity|shot|try)",
            r"i_(?:really_|just_|literally_|do_|only_|can_only_|am_|humbly_|have_to_)?(?:beg_"
            r"(?:you|of|for|please)|beg$|implore|plead_(?:with|for)|beseech|entreat)",
            r"(?:am|was|me|are|is|on_my_knees|literally|just)_(?:\w+_)?(?:begging|pleading"
            r"|imploring)|begging_(?:you|for|please)",
            r"(?:i_am|am|i_was|feel|feeling|so|really|in|is|are|in_a|my)_(?:\w+_)?desperat\w+",
            r"(?:on|down_on|go_on)_my_(?:bare_)?knees",
            r"(?:do|take|accept|try|work|doing)_(?:really_|literally_|absolutely_|just_"
            r")?(?:anything|everything|whatever)(?:_(?:you|really|at_all|for|to|it_takes|also|i)"
            r"|$|,)",
            r"(?:any|whatever|lower|less|half_the|half_of_the|the_lowest|minimum|smaller)_"
            rf"(?:\w+_)?{_ANY_WORK}_?(?:\w+_){{0,4}}(?:really|even|at_all|you_want|you_like|is_"
            r"fine|would_be_fine|is_ok|you_give|you_offer|you_can)",
            r"(?:take|accept|work|do|start|settle|agree|live)_(?:\w+_){0,3}(?:any|whatever"
            rf"|every|lower|less|half|minimum)_(?:\w+_)?{_ANY_WORK}",
            r"(?:work|come|start|help|do_it|do_the_job|intern|try)_(?:\w+_){0,6}(?:for_free|for_"
            r"nothing|unpaid|without_(?:pay|salary|money)|for_less|for_half)",
            r"(?:for_free|unpaid|without_(?:pay|salary))_(?:if|at_first|so_that|for_a)",
            r"(?:my_)(?:\w+_)?(?:last|only)_(?:hope|chance|option|resort)",
            r"(?:one|just_one|another|second|last)_(?:more_|last_|second_|tiny_|small_)?chance_"
            r"(?:please|to_(?:prove|show|convince))",
            r"(?:give|allow|grant|please|ask\w*|need|want|deserve|just)_(?:\w+_){0,4}(?:one_"
            r"(?:more|last|single)|another|a_second|a_last)_chance(?:_please|_to_(?:prove|show"
            r"|convince))?",
            r"(?:job|position|role|this|place|opportunity|it)_(?:\w+_)?(?:means|meant)_"
            r"(?:absolutely_)?(?:everything|the_world|my_life|my_whole)",
            r"not_know_(?:what_(?:i|to|else)|how_(?:i|to|we))_(?:\w+_){0,3}(?:do|survive|go_on"
            r"|pay|manage|live|without)",
            r"asking_(?:you_)?from_the_bottom",
            r"end_of_(?:my|the)_(?:rope|tether)",
            r"(?:really|desperately|badly|so_much|urgently|truly)_need_(?:this|the|a|it|that|work"
            r"|any)",
            r"need_(?:this|the|a|that)_(?:job|position|work|role)",
            r"(?:can|could)_not_(?:\w+_)?(?:pay|afford|feed)_(?:\w+_)?(?:rent|bills|mortgage"
            r"|family|children|kids|food)",
            r"(?:feed|support)_(?:my|a|our)_(?:\w+_)?(?:family|kids|children|mother)",
            r"have_(?:mercy|pity|a_heart)|show_(?:\w+_)?mercy",
            r"no_matter_(?:how_(?:low|little|small|bad)|what_(?:pay|salary|job|position|the_pay))",
            r"(?:is_there|there_must_be|isnt_there)_(?:not_)?(?:really_|any|no|absolutely_|some)_"
            r"?(?:\w+_)?(?:way|chance|possibility)_(?:\w+_){0,3}(?:reconsider|change|decision"
            r"|still|mind)",
            r"(?:also|even)_(?:cleaning|clean|sweep|night_shifts?|make_coffee|unpaid|for_free)",
            r"last_resort|without_it_i_(?:am|will)|i_am_lost|lost_without",
        ),
        de=(
            r"ausnahme_(?:\w+_){0,3}(?:machen|bitte|für_mich)|machen_sie_(?:\w+_)?eine_ausnahme"
            r"|lassen_sie_mich_(?:\w+_){0,4}(?:probearbeiten|arbeiten|zeigen|beweisen|anfangen)"
            r"|ich_bitte_sie_(?:wirklich|so_sehr|von_herzen|herzlich_um_(?:eine|noch))|helfen_"
            r"sie_mir",
            r"flehe?|anflehen|flehentlich|angefleht",
            r"bettle|bettele|betteln|beschwöre|inständig",
            r"bitte_bitte",
            r"(?:geben|gebt|gib|geb)_(?:\w+_){0,6}chance",
            r"(?:noch_)?eine_(?:zweite|letzte|allerletzte|weitere|einzige)_chance",
            r"(?:bitte|doch|könnten|können|vielleicht|ob|sie)_(?:\w+_){0,6}(?:noch_?mal|nochmals"
            r"|noch_einmal)_(?:\w+_)?(?:überlegen|überdenken|nachdenken|anders)",
            r"(?:überlegen|überlegt|überdenken|überdenkt|überleg)_(?:sie|ihr|es|du|doch|bitte)_"
            r"(?:\w+_){0,4}(?:noch_?mal|nochmals|noch_einmal|bitte|entscheidung)",
            r"verzweifelt\w*|verzweiflung",
            r"gehalt_(?:\w+_){0,4}(?:egal|nebensache|gleichgültig|unwichtig|keine_rolle)|egal_"
            r"(?:wie_viel|was_sie_zahlen|welche[sr]?|zu_welchem)",
            r"(?:nehme|mache|mach|nehm|tue|würde|machen|täte)_(?:\w+_){0,3}(?:alles|jeden?|jedes"
            r"|jede_\w+)",
            r"(?:für|um)_(?:weniger|die_hälfte|umsonst|halbes|das_halbe)|umsonst_(?:\w+_"
            r")?arbeiten|(?:kostenlos|unbezahlt|ohne_(?:bezahlung|lohn|gehalt))",
            r"brauche_(?:\w+_){0,3}(?:diesen|den|die|diese|dringend|unbedingt)_(?:\w+_)?(?:job"
            r"|stelle|arbeit|platz)",
            r"weiß_nicht_(?:\w+_){0,2}(?:weiter|machen|tun|wovon|wie_es|wie_ich)",
            r"(?:letzte|einzige)_(?:hoffnung|chance)",
            r"auf_(?:den_)?knien|erbarmen|mitleid|bedeutet_mir_alles",
        ),
        es=(
            r"(?:haga|hagan|haz|haced)_una_excepcion|ayudeme|ayudenme|ayudame|se_lo_pido_(?:por"
            r"|de)|tengo_hijos|no_tengo_(?:a_nadie|nada_(?:para|mas|que_comer)|para_comer)",
            r"suplic\w+|imploro|implorar\w*",
            r"se_lo_ruego|te_lo_ruego|os_lo_ruego|ruego_(?:\w+_){0,3}(?:reconsider\w*|oportunidad"
            r"|ayud\w+|piens\w+|chance)",
            r"(?:re)consider(?:e|en|a|ad|ar|aran?|ase)_(?:\w+_)?(?:su|la|tu|vuestra|de_nuevo)_"
            r"?(?:decisión)?",
            r"desesperad\w+|desesperación",
            r"(?:acept\w+|har[ií]a|hago|har[eé]|trabaj\w+|dispuest\w+)_(?:\w+_"
            r"){0,5}(?:cualquier\w*|lo_que_sea|gratis|mitad|menos_sueldo|lo_que_(?:haga|pidan"
            r"|quieran))",
            r"cualquier_(?:cosa|sueldo|puesto|salario|trabajo|horario)",
            r"(?:por|aunque_(?:sea|fuera)_por)_la_mitad|gratis|sin_(?:sueldo|cobrar)|de_rodillas"
            r"|por_lo_que_mas_quiera\w*|por_favor_por_favor",
            r"(?:de|da|den|dar|dad|deme|dame|denme|dadme|darme)_?(?:me_)?(?:\w+_"
            r"){0,3}(?:oportunidad|chance)",
            r"(?:segunda|última|otra)_oportunidad_(?:por_favor|para_demostrar)|mi_(?:ultima"
            r"|unica)_(?:esperanza|oportunidad|opción)",
            r"necesito_(?:\w+_){0,3}(?:este|el|un|ese)_(?:trabajo|empleo|puesto)",
            r"no_se_(?:que_(?:hare|voy_a_hacer|hacer)|como_voy)|lo_es_todo_para_mi|significa_todo",
        ),
    )
    unless = (
        r"(?:hope|love|like)_(?:\w+_){0,4}another_chance_(?:to_apply|in|next|one_day|later)"
        r"|another_chance_(?:to_apply|in_the|next)",
        r"(?:not|never|nicht|no|without)_(?:\w+_){0,3}(?:ask|asking|beg|begging|desperate"
        r"|expect\w*|reconsider|change_your_mind|bitten|betteln|pido|pedir\w*)",
        r"(?:anything|something)_(?:\w+_){0,4}i_could_(?:\w+_)?(?:learn|improve|work_on|change"
        r"|do_better)|from_their_side|(?:never|not)_(?:\w+_){0,3}(?:stood|had|got)_a_chance",
        r"(?:not|never)_(?:\w+_){0,3}do_anything|beg_(?:your_)?pardon|beg_to_differ|you_gave_me"
        r"|giving_me_(?:the|a|this)_(?:chance|opportunity)_to_(?:interview|meet|present|apply"
        r"|talk|learn|see|visit|come|try|work)",
        r"(?:thanks?|thank_you|grateful|danke?|dank|gracias|agrade\w+|appreciate)_(?:\w+_"
        r"){0,8}(?:giv\w+|allow\w*|chance|opportunity|oportunidad)",
    )
