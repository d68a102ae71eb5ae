"""What is told of others in passing: a due date, a pay slip, an age, who is seeing whom."""

from __future__ import annotations

from typing import Final

from cogs.draft.linting.rule import Said

_OTHER: Final = (
    r"(?:he|she|they|who|whom|guy|girl|lad|lady|gentleman|man|woman|person|candidate|hire"
    r"|colleague|boss"
    r"|manager|predecessor|designer|applicant|neighbou?r|friend|one|kev|mother|father|winner"
    r"|chap|fellow"
    r"|successor|nurse|teacher|driver|developer|assistant|secretary|recruiter|interviewer"
    r"|cousin|mr_\w+"
    r"|mrs_\w+|ms_\w+|dr_\w+|husband|wife)"
)
_TENS: Final = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy)"
    r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
)
_BODY: Final = (
    r"(?:stents?|bypass|pacemaker|operation|operated|diagnos\w+|hospitali[sz]ed|in_hospital|hip"
    r"|seizures?"
    r"|panic_attacks?|relapse\w*|overdose\w*|chemotherapy|dialysis|hearing_aid|wheelchair"
    r"|dementia|alzheimers?"
    r"|parkinsons?|arthritis|crohns?|lupus|sclerosis|eating_disorder|anorexi\w+|self_?-?harm\w*"
    r"|suicid\w+"
    r"|signed_off|off_sick|long_covid|transplant|therapist|psychiatr\w+|counsel?ling"
    r"|antidepress\w+|bad_back"
    r"|bad_heart|weak_heart|heart|kidney\w*|liver)"
)

FURTHER: Final = Said(
    en=(
        rf"{_OTHER}_(?:\w+_){{0,5}}{_BODY}",
        r"(?:is|be|was|are|s)_(?:\w+_)?expecting(?:_(?:in|soon|this|next|twins|again|an?_|her"
        r"|around|so|and|by"
        r"|january|february|march|april|may|june|july|august|september|october|november"
        r"|december))",
        rf"{_OTHER}_(?:\w+_){{0,6}}(?:is|was|turns|turned|must_be)_(?:\w+_){{0,2}}(?:\d\d"
        rf"|{_TENS}|in_(?:his|her|their)"
        r"_(?:\w+_)?(?:twenties|thirties|forties|fifties|sixties|seventies))_?(?:years|already"
        r"|now|this|and|next|soon"
        r"|so|or|if)?",
        rf"(?:is|was|s|being)_on_(?:\w+_){{0,2}}(?:[$€£]?\d\d\S*|{_TENS}_?\w*)|pay_?-?slips?"
        rf"|showed_(?:us|me)_(?:his|her)"
        r"_(?:slip|contract|payslip|bank)|(?:his|her|their)_(?:\w+_)?(?:salary|wages?|pay|bonus"
        r"|payslip)_(?:\w+_)?(?:is"
        r"|was|of)_?(?:[$€£]?\d\S*)?",
        r"(?:is|are|was|were|been|s|started)_(?:\w+_)?(?:dating|seeing|sleeping_with|married_to"
        r"|engaged_to|living_with|going_out_with|hooking_up_with|in_bed_with"
        r"|an_item|ex_of|in_love_with|having_(?:an_affair|a_thing|a_fling)_with|broke_up_with"
        r"|split_(?:up_)?(?:from"
        r"|with)|getting_(?:a_divorce|divorced)|separated_from|left_(?:his|her)_(?:wife|husband"
        r"|kids|family))_(?:your"
        r"|the|his|her|a|someone|mr|ms|mrs|each)",
        r"(?:he|she|they|who|mr_\w+|mrs_\w+|ms_\w+|dr_\w+|matron_\w+"
        r"|\w+)_(?:still_)?lives_(?:\w+_)?(?:above|in|at|on|near"
        r"|behind|next_to|opposite|over|round|alone|with)_(?:\w+_){0,5}(?:lane|street|road"
        r"|bakery|avenue|close|drive|row"
        r"|square|flat|house|his|her|church|school|station|pub|\d+)|goes_home_at",
        r"(?:her|his|their)_(?:\w+_)?(?:husband|wife|son|daughter|boyfriend|girlfriend|partner"
        r"|kids?|children|marriage)_"
        r"(?:\w+_)?(?:is|has|was|left|lost|just|works|drinks|cheat\w*|walked|died|had|are|got"
        r"|suffers)",
        r"(?:was|were|been|got|getting|is_being)_(?:\w+_)?(?:fired|sacked|suspended|disciplined"
        r"|dismissed|let_go|arrested"
        r"|convicted|expelled|investigated)_?(?:from|by|for|at|last|over|because)?|(?:criminal"
        r"|police)_record|previous"
        r"_conviction|on_probation_for|(?:a|in)_(?:jail|prison)",
        r"single_(?:mother|mum|mom|dad|father|parent)|(?:trying|tried|tries)_for_a_(?:baby"
        r"|child)|(?:three|two|four|five"
        r"|six|seven|eight|\d)_months_(?:gone|along|pregnant)|due_in_(?:\w+_)?(?:january"
        r"|february|march|april|may|june"
        r"|july|august|september|october|november|december|spring|summer|autumn|winter|weeks)"
        r"|baby_bump|on_the_way",
        r"(?:gambl\w+|bailiffs?|payday_loan|loan_shark|in_debt|debts|(?:his|her)_(?:house"
        r"|mortgage)_(?:\w+_)?repossess\w*"
        r"|broke_again|smokes_weed|on_drugs|cocaine|hung_?over|booz\w+|drinker"
        r"|smells_of_(?:drink|alcohol|gin|beer|wine)"
        r"|likes_a_drink|drinks|rehab|in_recovery|sober)",
        r"(?:visa|permit|citizenship|asylum|immigration)_(?:\w+_)?(?:expires|runs_out|expired"
        r"|status|is_(?:not|only|about))"
        r"|undocumented|illegal_immigrant|(?:votes?|voted)_(?:for_)?(?:\w+_)?(?:labour|tory"
        r"|conservative|republican|democrat"
        r"|green|left|right)|party_member|goes_to_(?:church|mosque|synagogue|mass)"
        r"|wears_a_(?:headscarf|hijab|cross)"
        r"|prays|strict_(?:muslim|catholic|baptist)|in_the_closet|came_out_as|not_out",
    ),
    de=(
        r"(?:er|sie|der|die|kollege|kollegin|bewerber\w*|chef\w*|herr_\w+|frau_\w+|neue|neuer"
        r"|dame)_(?:\w+_){0,3}(?:ist"
        r"|wird|war)_(?:\w+_){0,4}(?:\d\d|anfang_\w+zig|mitte_\w+zig|ende_\w+zig|über_\w+zig"
        r"|fast_\w+zig)_?(?:jahre|und"
        r"|alt|geworden)?",
        r"alleinerziehend\w*|getrennt_(?:lebt|hat)|frisch_getrennt|verhältnis_mit"
        r"|zusammen_mit_(?:dem|der)_\w*chef\w*"
        r"|(?:ihr|sein)_(?:mann|sohn|ex)_(?:\w+_){0,3}(?:ist|hat|verlassen|trinkt)|ihre_ehe"
        r"|seine_ehe|seine_frau_"
        r"(?:\w+_)?(?:ist|hat)|(?:verdient|bekommt|kriegt)_(?:\w+_){0,3}(?:\d\d\S*|euro|brutto"
        r"|netto)",
        r"(?:operiert|operation|hüfte|rücken|herz|psychisch\w*|nerven\w*|tablette\w*"
        r"|suchtprobleme|in_behandlung"
        r"|krankgeschrieben|reha)_?(?:\w+_){0,3}(?:worden|probleme|hat|ist|krank|nimmt|war)"
        r"|erwartet_(?:\w+_){0,2}(?:ein"
        r"|kind|baby|zwillinge|nachwuchs)|nachwuchs|ein_baby|in_anderen_umständen",
    ),
    es=(
        r"(?:ella|el|que|quien|chic[oa]|compañer[oa]|señor[a]?|jef[ea]|elegid[oa]"
        r"|candidat[oa])_(?:\w+_){0,3}tiene_(?:ya_)?"
        r"(?:\d\d|cincuenta|sesenta|cuarenta)_?(?:\w+_)?(?:anos|y)?|(?:esta"
        r"|estaba)_(?:\w+_)?(?:esperando_un|de_\w+_meses)"
        r"|madre_soltera|padre_soltero|(?:novi[oa]|pareja|ex|amante)_(?:de|del)_|(?:sale|salia"
        r"|esta_liad\w|se_acuesta)_con_",
        r"se_(?:\w+_){0,2}(?:separ\w+|divorci\w+)|(?:lo|la)_operaron|operad[oa]_de|(?:su"
        r"|del)_(?:marido|mujer|hij[oa]"
        r"|ex)_(?:\w+_){0,2}(?:esta|le|la|lo|ha|se|bebe)|tiene_(?:\w+_)?(?:deudas|antecedentes"
        r"|problemas_(?:de|con))"
        r"|(?:cobra|gana)_(?:\w+_){0,2}(?:mil|\d)",
    ),
)
