"""What is told of others in passing: a due date, a pay slip, an age, who is seeing whom."""

from __future__ import annotations

from typing import Final

from cogs.draft.linting.rule import Said

_OTHER: Final = (
    r"(?:he|she|they|who|whom|guy|girl|lad|lady|gentleman|man|woman|person|candidate|hire"
    r"|colleague|boss|manager|predecessor|designer|applicant|neighbou?r|friend|one|kev|mother"
    r"|father|winner|chap|fellow|successor|nurse|teacher|driver|developer|assistant|secretary"
    r"|recruiter|interviewer|cousin|mr_\w+|mrs_\w+|ms_\w+|dr_\w+|husband|wife)"
)
_TENS: Final = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy)(?:[- ](?:one|two|three|four|five|six|seven"
    r"|eight|nine))?"
)
_BODY: Final = (
    r"(?:stents?|bypass|pacemaker|operation|diagnosed|hospitali[sz]ed|in_hospital|hip|seizures?"
    r"|panic_attacks?|relapse\w*|overdose\w*|chemotherapy|dialysis|hearing_aid|wheelchair"
    r"|dementia|alzheimers?|parkinsons?|arthritis|crohns?|lupus|sclerosis|eating_disorder"
    r"|anorexi\w+|self_?-?harm\w*|suicid\w+|signed_off|off_sick|long_covid|transplant|therapist"
    r"|psychiatr\w+|antidepress\w+|bad_back|bad_heart|weak_heart)"
)

FURTHER: Final = Said(
    en=(
        r"(?:the|a|her|his)_divorce_(?:that_)?(?:everyone|people|they|all|the_whole)",
        rf"{_OTHER}_(?:\w+_){{0,4}}(?:is|was|had|has|have|needs?|needed|got|been|be|having|after"
        r"|with|his|her|s|sees|in|a|an|on|for|off)_(?:a_|an_|two_|three_|his_|her_"
        rf"){{0,1}}{_BODY}",
        r"(?:is|be|was|are|s)_(?:\w+_)?expecting(?:_(?:in|soon|this|next|twins|again|an?_|her"
        r"|around|so|and|by|january|february|march|april|may|june|july|august|september|october"
        r"|november|december))",
        rf"{_OTHER}_(?:\w+_){{0,6}}(?:is|was|turns|turned|must_be)_(?:\w+_){{0,2}}(?:\d\d|{_TENS}"
        r"|in_(?:his|her|their)_(?:\w+_)?(?:twenties|thirties|forties|fifties|sixties"
        r"|seventies))_?(?:years|already|now|this|and|next|soon|so|or|if)?",
        rf"(?:is|was|s|being)_on_(?:\w+_){{0,2}}(?:[$€£]?\d\d\S*|{_TENS}_?\w*)|pay_?-?slips?"
        r"|showed_(?:us|me)_(?:his|her)_(?:slip|contract|payslip|bank)|(?:his|her|their)_(?:\w+_"
        r")?(?:salary|wages?|pay|bonus|payslip)_(?:\w+_)?(?:is|was|of)_?(?:[$€£]?\d\S*)?",
        r"(?:is|are|was|were|been|s|started)_(?:\w+_)?(?:dating|seeing|sleeping_with|married_to"
        r"|engaged_to|living_with|going_out_with|hooking_up_with|in_bed_with|an_item|ex_of|in_"
        r"love_with|having_(?:an_affair|a_thing|a_fling)_with|broke_up_with|split_(?:up_)?(?:from"
        r"|with)|getting_(?:a_divorce|divorced)|separated_from|left_(?:his|her)_(?:wife|husband"
        r"|kids|family))_(?:your|the|his|her|a|someone|mr|ms|mrs|each)",
        r"(?:he|she|they|who|mr_\w+|mrs_\w+|ms_\w+|dr_\w+|matron_\w+|\w+)_(?:still_)?lives_"
        r"(?:\w+_)?(?:above|in|at|on|near|behind|next_to|opposite|over|round|alone|with)_(?:\w+_"
        r"){0,5}(?:lane|street|road|bakery|avenue|close|drive|row|square|flat|house|his|her"
        r"|church|school|station|pub|\d+)|goes_home_at",
        r"(?:her|his|their)_(?:\w+_)?(?:husband|wife|son|daughter|boyfriend|girlfriend|partner"
        r"|kids?|children|marriage)_(?:\w+_)?(?:is|has|was|left|lost|just|works|drinks|cheat\w*"
        r"|walked|died|had|are|got|suffers)",
        r"(?:he|she|who|they|guy|woman|man|candidate|colleague|hire|predecessor|[a-z]+)_(?:was"
        r"|been|got|is_being)_(?:\w+_)?(?:fired|sacked|suspended|disciplined|arrested|convicted"
        r"|expelled)_(?:from|by|for|at|last|over|because)|(?:criminal|police)_record|previous_"
        r"conviction|on_probation_for|(?:a|in)_(?:jail|prison)",
        r"single_(?:mother|mum|mom|dad|father|parent)|(?:trying|tried|tries)_for_a_(?:baby|child)"
        r"|(?:three|two|four|five|six|seven|eight|\d)_months_(?:gone|pregnant)|due_in_(?:\w+_"
        r")?(?:january|february|march|april|may|june|july|august|september|october|november"
        r"|december|spring|summer|autumn|winter|weeks)|baby_bump|(?:baby|child|twins|one|kid)_on_"
        r"the_way",
        r"(?:(?:he|she|who|his|her)_(?:\w+_){0,3}(?:gambl\w+|in_debt|debts)|bailiffs?|payday_loan"
        r"|loan_shark|(?:his|her)_(?:house|mortgage)_(?:\w+_)?repossess\w*|broke_again|smokes_"
        r"weed|on_drugs|cocaine|hung_?over|booz\w+|drinker|smells_of_(?:drink|alcohol|gin|beer"
        r"|wine)|likes_a_drink|(?:he|she|who|boss|manager|guy)_(?:still_|really_|always_)?drinks"
        r"|in_rehab)",
        r"(?:visa|permit|citizenship|asylum|immigration)_(?:\w+_)?(?:expires|runs_out|expired"
        r"|status|is_(?:not|only|about))|undocumented|illegal_immigrant|(?:votes?|voted)_(?:for_"
        r")?(?:\w+_)?(?:labour|tory|conservative|republican|democrat|green|left|right)|party_"
        r"member|goes_to_(?:church|mosque|synagogue|mass)|wears_a_(?:headscarf|hijab|cross)|prays"
        r"|strict_(?:muslim|catholic|baptist)|in_the_closet|came_out_as|not_out",
    ),
    de=(
        r"(?:er|sie|der|die|kollege|kollegin|bewerber\w*|chef\w*|herr_\w+|frau_\w+|neue|neuer"
        r"|dame)_(?:\w+_){0,3}(?:ist|wird|war)_(?:\w+_){0,4}(?:\d\d|anfang_\w+zig|mitte_\w+zig"
        r"|ende_\w+zig|über_\w+zig|fast_\w+zig)_?(?:jahre|und|alt|geworden)?",
        r"alleinerziehend\w*|getrennt_(?:lebt|hat)|frisch_getrennt|verhältnis_mit|zusammen_mit_"
        r"(?:dem|der)_\w*chef\w*|(?:ihr|sein)_(?:mann|sohn|ex)_(?:\w+_){0,3}(?:ist|hat|verlassen"
        r"|trinkt)|ihre_ehe|seine_ehe|seine_frau_(?:\w+_)?(?:ist|hat)|(?:verdient|bekommt"
        r"|kriegt)_(?:\w+_){0,3}(?:\d\d\S*|euro|brutto|netto)",
        r"(?:operiert|operation|hüfte|rücken|herz|psychisch\w*|nerven\w*|tablette\w*"
        r"|suchtprobleme|in_behandlung|krankgeschrieben|reha)_?(?:\w+_){0,3}(?:worden|probleme"
        r"|hat|ist|krank|nimmt|war)|erwartet_(?:\w+_){0,2}(?:ein|kind|baby|zwillinge|nachwuchs)"
        r"|nachwuchs|ein_baby|in_anderen_umständen",
    ),
    es=(
        r"(?:ella|el|que|quien|chic[oa]|compañer[oa]|señor[a]?|jef[ea]|elegid[oa]|candidat[oa])_"
        r"(?:\w+_){0,3}tiene_(?:ya_)?(?:\d\d|cincuenta|sesenta|cuarenta)_?(?:\w+_)?(?:anos|y)?"
        r"|(?:esta|estaba)_(?:\w+_)?(?:esperando_un|de_\w+_meses)|madre_soltera|padre_soltero"
        r"|(?:novi[oa]|pareja|ex|amante)_(?:de|del)_|(?:sale|salia|esta_liad\w|se_acuesta)_con_",
        r"se_(?:\w+_){0,2}(?:separ\w+|divorci\w+)|(?:lo|la)_operaron|operad[oa]_de|(?:su|del)_"
        r"(?:marido|mujer|hij[oa]|ex)_(?:\w+_){0,2}(?:esta|le|la|lo|ha|se|bebe)|tiene_(?:\w+_"
        r")?(?:deudas|antecedentes|problemas_(?:de|con))|(?:cobra|gana)_(?:\w+_){0,2}(?:mil|\d)",
    ),
)
