"""Begging."""

from __future__ import annotations

from typing import Final

from cogs.draft.linting.rule import Said, Says

_ANY_WORK: Final = (
    r"(?:job|work|position|salary|pay|wage|wages|hours|role|money|shift|shifts|offer"
    r"|contract|conditions|terms|rate)"
)


class Begs(Says):
    """Pleads, or gives away everything."""

    name = "begs"
    said = Said(
        en=(
            r"make_(?:\w+_)?(?:an_)?exception",
            r"just_say_yes|say_yes_please",
            r"(?:sweep|scrub|clean|mop)_(?:\w+_)?(?:floors?|toilets?|windows)",
            r"(?:have_to|must|how_to|how_i_will|to)_(?:\w+_)?pay_(?:\w+_)?(?:rent|bills"
            r"|mortgage|loan|debts?)",
            r"i_have_(?:nobody|no_one|nowhere)(?:_else)?|double_shifts|day_and_night|(?:nights"
            r"|evenings)_and_weekends",
            r"(?:willing|ready|prepared|happy)_to_(?:\w+_){0,4}(?:minimum_wage|less|any_work"
            r"|any_job|lower|any_salary|small_pay|for_free|anything)",
            r"is_(?:not_)?there_(?:not_)?(?:\w+_)?(?:anything|any_way|no_way|nothing"
            r"|any_chance|something)_(?:\w+_){0,4}(?:do|could|can|reconsider|change|work|me)",
            r"(?:first|a|one|two|three|few)_(?:\w+_)?(?:months?"
            r"|weeks?)_(?:\w+_)?(?:without_pay|unpaid|for_free|for_nothing)",
            r"with_all_my_heart|i_(?:\w+_)?(?:pray|praying)_(?:that_)?you|save_me|rescue_me"
            r"|out_of_options|running_out_of_(?:money|options|time)|nowhere_(?:else_)?to_(?:go"
            r"|turn)",
            r"^please_(?:i_need|i_want|i_will|i_would|i_am|take|hire|help)"
            r"|please_(?:i_(?:really_)?need|i_will_do|help_me)",
            r"please_(?:please|i_beg)",
            r"please_(?:\w+_){0,3}(?:reconsider|think_(?:\w+_)?again|change_your_(?:mind"
            r"|decision)|hire_me|take_me|help_me|let_me_(?:work|try|show|prove|come|have|do)"
            r"|do_not_(?:reject|say_no|do_this|let|give)|find_something|have_(?:mercy|pity"
            r"|a_heart))",
            r"(?:could|can|would|will|might|to|hope)_(?:you_)?(?:please_|maybe_|possibly_"
            r"|perhaps_|at_least_|kindly_|still_|you_)*(?:reconsider|change_your_(?:mind"
            r"|decision)|think_(?:about_)?(?:it_)?(?:\w+_)?again)",
            r"^reconsider",
            r"(?:give|giving|allow|grant)_me_(?:\w+_){0,3}(?:chance|opportunity|shot|try)",
            r"i_(?:\w+_)?(?:beg|implore|plead|beseech|entreat)",
            r"(?:begging|pleading|imploring)",
            r"(?:i_am|am|i_was|feel|feeling|so|really|in|is|are|in_a|my)_(?:\w+_)?desperat\w+",
            r"(?:on|down_on|go_on)_my_(?:bare_)?knees",
            r"(?:do|take|accept|try|work|doing)_(?:really_|literally_|absolutely_"
            r"|just_)?(?:anything|everything|whatever)(?:_(?:you|really|at_all|for|to|it_takes"
            r"|also|i)|$|,)",
            rf"(?:any|whatever|lower|less|half_the|half_of_the|the_lowest|minimum"
            rf"|smaller)_(?:\w+_)?{_ANY_WORK}_?(?:\w+_){{0,4}}(?:really|even|at_all|you_want"
            rf"|you_like|is_fine|would_be_fine|is_ok|you_give|you_offer|you_can)",
            rf"(?:take|accept|work|do|start|settle|agree|live)_(?:\w+_){{0,3}}(?:any|whatever"
            rf"|every|lower|less|half|minimum)_(?:\w+_)?{_ANY_WORK}",
            r"(?:work|come|start|help|do_it|do_the_job|intern|try)_(?:\w+_){0,6}(?:for_free"
            r"|for_nothing|unpaid|without_(?:pay|salary|money)|for_less|for_half)",
            r"(?:for_free|unpaid|without_(?:pay|salary))_(?:if|at_first|so_that|for_a)",
            r"(?:my_)(?:\w+_)?(?:last|only)_(?:hope|chance|option|resort)",
            r"(?:one|just_one|another|second|last)_(?:more_|last_|second_|tiny_"
            r"|small_)?chance_(?:please|to_(?:prove|show|convince))",
            r"(?:give|allow|grant|please|ask\w*|need|want|deserve"
            r"|just)_(?:\w+_){0,4}(?:one_(?:more|last|single)|another|a_second"
            r"|a_last)_chance(?:_please|_to_(?:prove|show|convince))?",
            r"(?:job|position|role|this|place|opportunity|it)_(?:\w+_)?(?:means"
            r"|meant)_(?:absolutely_)?(?:everything|the_world|my_life|my_whole)",
            r"not_know_(?:what_(?:i|to|else)|how_(?:i|to|we))_(?:\w+_){0,3}(?:do|survive|go_on"
            r"|pay|manage|live|without)",
            r"asking_(?:you_)?from_the_bottom",
            r"end_of_(?:my|the)_(?:rope|tether)",
            r"(?:really|desperately|badly|so_much|urgently|truly)_need_(?:this|the|a|it|that"
            r"|work|any)",
            r"need_(?:this|the|a|that)_(?:job|position|work|role)",
            r"(?:can|could)_not_(?:\w+_)?(?:pay|afford|feed)_(?:\w+_)?(?:rent|bills|mortgage"
            r"|family|children|kids|food)",
            r"(?:feed|support)_(?:my|a|our)_(?:\w+_)?(?:family|kids|children|mother)",
            r"have_(?:mercy|pity|a_heart)|mercy",
            r"no_matter_(?:how_(?:low|little|small|bad)|what_(?:pay|salary|job|position|the_pay))",
            r"(?:is_there|there_must_be|isnt_there)_(?:not_)?(?:really_|any|no|absolutely_"
            r"|some)_?(?:\w+_)?(?:way|chance|possibility)_(?:\w+_){0,3}(?:reconsider|change"
            r"|decision|still|mind)",
            r"(?:also|even)_(?:cleaning|clean|sweep|night_shifts?|make_coffee|unpaid|for_free)",
            r"last_resort|without_it_i_(?:am|will)|i_am_lost|lost_without",
        ),
        de=(
            r"ausnahme_(?:\w+_){0,3}(?:machen|bitte|für_mich)"
            r"|machen_sie_(?:\w+_)?eine_ausnahme|lassen_sie_mich_(?:\w+_){0,4}(?:probearbeiten"
            r"|arbeiten|zeigen|beweisen|anfangen)|ich_bitte_sie_(?:wirklich|so_sehr|von_herzen"
            r"|herzlich_um_(?:eine|noch))|helfen_sie_mir",
            r"flehe?|anflehen|flehentlich|angefleht",
            r"bettle|bettele|betteln|beschwöre|inständig",
            r"bitte_bitte",
            r"(?:geben|gebt|gib|geb)_(?:\w+_){0,6}chance",
            r"(?:noch_)?eine_(?:zweite|letzte|allerletzte|weitere|einzige)_chance",
            r"(?:bitte|doch|könnten|können|vielleicht|ob|sie)_(?:\w+_){0,6}(?:noch_?mal"
            r"|nochmals|noch_einmal)_(?:\w+_)?(?:überlegen|überdenken|nachdenken|anders)",
            r"(?:überlegen|überlegt|überdenken|überdenkt|überleg)_(?:sie|ihr|es|du|doch"
            r"|bitte)_(?:\w+_){0,4}(?:noch_?mal|nochmals|noch_einmal|bitte|entscheidung)",
            r"verzweifelt\w*|verzweiflung",
            r"gehalt_(?:\w+_){0,4}(?:egal|nebensache|gleichgültig|unwichtig|keine_rolle)"
            r"|egal_(?:wie_viel|was_sie_zahlen|welche[sr]?|zu_welchem)",
            r"(?:nehme|mache|mach|nehm|tue|würde|machen|täte)_(?:\w+_){0,3}(?:alles|jeden?"
            r"|jedes|jede_\w+)",
            r"(?:für|um)_(?:weniger|die_hälfte|umsonst|halbes|das_halbe)"
            r"|umsonst_(?:\w+_)?arbeiten|(?:kostenlos|unbezahlt|ohne_(?:bezahlung|lohn"
            r"|gehalt))",
            r"brauche_(?:\w+_){0,3}(?:diesen|den|die|diese|dringend|unbedingt)_(?:\w+_)?(?:job"
            r"|stelle|arbeit|platz)",
            r"weiß_nicht_(?:\w+_){0,2}(?:weiter|machen|tun|wovon|wie_es|wie_ich)",
            r"(?:letzte|einzige)_(?:hoffnung|chance)",
            r"auf_(?:den_)?knien|erbarmen|mitleid|bedeutet_mir_alles",
        ),
        es=(
            r"(?:haga|hagan|haz|haced)_una_excepcion|ayudeme|ayudenme|ayudame"
            r"|se_lo_pido_(?:por|de)|tengo_hijos|no_tengo_(?:a_nadie|nada_(?:para|mas"
            r"|que_comer)|para_comer)",
            r"suplic\w+|imploro|implorar\w*",
            r"se_lo_ruego|te_lo_ruego|os_lo_ruego|ruego_(?:\w+_){0,3}(?:reconsider\w*"
            r"|oportunidad|ayud\w+|piens\w+|chance)",
            r"(?:re)consider(?:e|en|a|ad|ar|aran?|ase)_(?:\w+_)?(?:su|la|tu|vuestra"
            r"|de_nuevo)_?(?:decisión)?",
            r"desesperad\w+|desesperación",
            r"(?:acept\w+|har[ií]a|hago|har[eé]|trabaj\w+"
            r"|dispuest\w+)_(?:\w+_){0,5}(?:cualquier\w*|lo_que_sea|gratis|mitad|menos_sueldo"
            r"|lo_que_(?:haga|pidan|quieran))",
            r"cualquier_(?:cosa|sueldo|puesto|salario|trabajo|horario)",
            r"(?:por|aunque_(?:sea|fuera)_por)_la_mitad|gratis|sin_(?:sueldo|cobrar)"
            r"|de_rodillas|por_lo_que_mas_quiera\w*|por_favor_por_favor",
            r"(?:de|da|den|dar|dad|deme|dame|denme|dadme"
            r"|darme)_?(?:me_)?(?:\w+_){0,3}(?:oportunidad|chance)",
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
        r"|do_better)"
        r"|from_their_side|(?:never|not)_(?:\w+_){0,3}(?:stood|had|got)_a_chance",
        r"(?:not|never)_(?:\w+_){0,3}do_anything|beg_(?:your_)?pardon|beg_to_differ|you_gave_me"
        r"|giving_me_(?:the|a|this)_(?:chance"
        r"|opportunity)_to_(?:interview|meet|present|apply|talk|learn|see|visit|come|try|work)",
        r"(?:thanks?|thank_you|grateful|danke?|dank|gracias|agrade\w+"
        r"|appreciate)_(?:\w+_){0,8}(?:giv\w+|allow\w*|chance|opportunity|oportunidad)",
    )
