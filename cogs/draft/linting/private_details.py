"""What is private to somebody else."""

from __future__ import annotations

from typing import Final

from cogs.draft.linting.confidences import FURTHER
from cogs.draft.linting.rule import Said, Says

_HEALTH: Final = (
    r"(?:pregnan\w+|expecting_(?:a|her|their|his|twins)|having_a_baby|divorc\w+|cancer|tumou?r"
    r"|depress(?:ed|ion|ive)|burn_?-?out|burned_out|alcohol\w*|drink(?:s|ing)_(?:a_lot|too"
    r"|problem)|drinking_problem|rehab|in_therapy|sees_a_therapist|hiv|disabled|disability"
    r"|bankrupt\w*|in_debt|miscarriage|heart_(?:attack|condition|problem|surgery|disease)|stroke"
    r"|diabet\w+|epilep\w+|autis\w+|adhd|bipolar|chemo\w*|surgery|mental\w*_(?:ill\w*|breakdown)"
    r"|(?:nervous|mental)_breakdown|ill|sick|sick_leave|illness|maternity|affair|criminal_record"
    r"|in_prison|been_arrested|unwell|ivf|hysterectomy|medication|addict\w*)"
)
_FAITH: Final = (
    r"(?:muslim|jewish|jew|catholic|christian|hindu|mormon|jehovahs?|atheist|gay|lesbian"
    r"|transgender|trans|bisexual|homosexual|scientolog\w+|religious|evangelical|protestant"
    r"|buddhist|orthodox)"
)
_SHE: Final = (
    r"(?:she|he|they|who|whom|him|her|his|their|mrs|mr|ms|wife|husband|colleague|boss|manager"
    r"|the_(?:guy|woman|man|girl|lady|person|candidate|one)|someone)"
)


class PrivateDetails(Says):
    """Tells private details of somebody else: health, family, faith, pay, address, number."""

    name = "private_details"
    in_signature = False
    further = FURTHER
    said = Said(
        en=(
            r"(?:husband|wife|boyfriend|girlfriend|partner)_(?:\w+_)?(?:left|cheat\w*|beats?"
            r"|drinks|died|lost_his|lost_her|is_in_(?:prison|jail|rehab))",
            r"is_(?:\w+_)?expecting_(?:in|soon|this|next|twins|a_(?:baby|child))",
            r"(?:he|she|they|his|her|who|takes|taking|on)_(?:\w+_){0,3}(?:antidepressants?"
            r"|medication|sleeping_pills)",
            r"earn(?:s|ed|ing)_(?:\w+_){0,3}\d[\d.,]+",
            r"(?:private|personal|home|mobile|cell)_(?:mobile|number|phone|cell|line|address)?_"
            r"?(?:\w+_){0,3}[+(]?\d{3}[\d -]+",
            r"(?:she|he|who|they|guy|woman|man|candidate|colleague)_(?:\w+_)?(?:is|being)_"
            rf"(?:\w+_){{0,6}}{_FAITH}",
            r"(?:her|his)_(?:\w+_)?(?:pregnancy|divorce|illness|cancer|depression|diagnosis"
            r"|affair|ex_(?:wife|husband)|criminal|debts?|religion|sexuality|miscarriage"
            r"|breakdown|drinking)",
            r"(?:rumou?rs?_(?:has|have|is|about_(?:him|her|\w+))|i_heard_(?:that_)?(?:she|he)_"
            r"(?:is|was|has|had|drinks|got)|between_you_and_me|people_say_(?:that_)?(?:she|he))",
            r"(?:she|he|who|whom|they|one|woman|man|guy|girl|lady|colleague|candidate|boss"
            r"|manager|husband|wife|[a-z]+)_(?:is|was|has|had|been|gets?|got)_(?:(?:a|an|been"
            r"|very|badly|seriously|still|just|again|with|so|currently|now|on|had|four|three"
            rf"|five|six|months|quite|severely|her|his)_){{0,4}}{_HEALTH}",
            r"(?:she|he|who|whom|his|her|mrs_\w+|mr_\w+|ms_\w+|colleague|predecessor|the_(?:guy"
            r"|woman|man|girl|lady|person|candidate|one))_(?:\w+_){0,6}(?:is|was|has|had|got"
            rf"|been|be|suffer\w*|having|with|after|of|his|her|s)_(?:\w+_){{0,3}}{_HEALTH}",
            rf"{_SHE}_(?:\w+_){{0,4}}(?:is|was|are|became|being)_(?:\w+_){{0,2}}{_FAITH}",
            r"(?:\w+_)(?:is|being)_(?:a_|an_|very_|openly_|strict_|practi[sc]ing_|devout_"
            rf")?{_FAITH}",
            r"(?:she|he|they|who|guy|woman|candidate|colleague|predecessor|friend|manager|girl"
            r"|man|person|neighbou?r)_(?:\w+_){0,3}(?:makes?|made|earns?|earned|earning|paid|on"
            r"|was_on|takes_home|salary_(?:is|was|of))_(?:\w+_){0,3}(?:\d[\d.,]*_?(?:k|000|euros?"
            r"|dollars|pounds|thousand|a_year|per)?|[$€£]\s?\d\S*)",
            r"(?:paid|paying|pays|pay|earns|makes)_(?:her|him|them|the_(?:other|new)_\w+)_(?:\w+_"
            r"){0,3}[$€£]?\d",
            r"(?:his|her|their|\w+s|the)_(?:\w+_)?(?:salary|pay|wage)_(?:is|was|of)_(?:\w+_"
            r"){0,3}[$€£]?\d",
            r"(?:his|her|their|private|home|personal|mobile|whose)_(?:\w+_){0,3}(?:number|phone"
            r"|mobile|cell|e?-?mail|address)_(?:\w+_)?(?:is|at|under|:)",
            r"(?:call|reach|ring|phone|text|contact|e?mail|write_to)_(?:him|her|them)_(?:\w+_"
            r"){0,3}(?:at|on|under)_(?:\w+_){0,3}[+(]?\d",
            r"(?:he|she|they|who|[a-z]+)_(?:lives|resides)_(?:\w+_){0,3}(?:at|in|on)_(?:\w+_)?\d+"
            r"|home_address_is",
            r"(?:he|she|who|[a-z]+)_(?:lives|resides)_(?:\w+_){0,3}(?:\w+_)?(?:street|lane|road"
            r"|avenue|drive|crescent|st|ave|rd)",
            r"(?:going_through|in_the_middle_of|after|getting)_(?:a|his|her|their)_(?:\w+_"
            r")?(?:divorce|separation|custody|break_?up)",
            r"(?:sleeping|sleeps|slept|dating|affair|relationship|in_bed)_with_(?:the|your|her"
            r"|his|a|\w+s)_?(?:\w+_)?(?:boss|manager|colleague|ceo|director|owner|founder|married"
            r"|head|recruiter|interviewer)?",
            r"(?:she|he|they|who|guy|candidate|colleague|woman)_(?:\w+_){0,3}(?:fired|sacked"
            r"|dismissed|let_go|kicked_out|suspended)_(?:\w+_)?(?:from|at|by|for|because|last)",
            r"(?:she|he|they|who|woman|guy)_(?:is|was|turned|turns)_(?:\w+_)?(?:\d\d|over_\d\d"
            r"|almost_\d\d|nearly_\d\d|in_(?:his|her)_(?:fifties|sixties|forties|thirties))(?:_"
            r"years_old|_and|_already|_soon|_next)",
            r"\d\d_years?_old_(?:\w+_){0,2}(?:and|with|mother|father|who)",
            r"(?:wants?|trying|planning|plans?|going)_(?:\w+_)?(?:to_have|for|to_get)_(?:a_baby"
            r"|a_child|kids|children|pregnant|another_(?:baby|child))",
        ),
        de=(
            r"krebs\w*|chemotherapie|burn-?out|entzug\w*|fehlgeburt|depressionen",
            r"schwanger\w*|in_elternzeit|mutterschutz|(?:ein|ihr|zweites)_(?:\w+_)?kind_"
            r"(?:erwartet|bekommt)",
            r"scheidung|geschieden|getrennt_lebend|affäre|fremdgeh\w*",
            r"(?:sie|er|der|die|herr|frau|kollege|kollegin|bewerber\w*|chef\w*|nachbar\w*|ist|hat"
            r"|war|wegen)_(?:\w+_){0,6}(?:krank\w*|depression\w*|depressiv\w*|burn_?-?out|krebs"
            r"|krebskrank\w*|alkohol\w*|trinkt|süchtig|therapie|klinik|vorbestraft|verschuldet"
            r"|insolvenz|schwerbehindert\w*|herzinfarkt|schlaganfall|bandscheib\w*)",
            r"(?:sie|er|der|die|kollege|kollegin|bewerber\w*)_(?:\w+_){0,4}(?:verdient\w*|bekommt"
            r"|bekam|gehalt)_(?:\w+_){0,4}\d[\d.]*",
            r"wohnt_(?:\w+_){0,5}(?:straße|\w+straße|\w+weg|\w+gasse|\w+allee|\w+platz|nr|\d+)",
            r"(?:seine|ihre|deren|dessen|die)_(?:private_)?(?:handy|telefon|mobil"
            r"|privat)?(?:nummer|adresse)_(?:ist|lautet)|(?:handy|telefon|mobil|privat)nummer_"
            r"(?:von_)?(?:\w+_){0,4}(?:ist|lautet)",
            r"(?:sie|er|herr|frau|kollege|kollegin|bewerber\w*)_(?:\w+_){0,4}(?:muslim\w*|jüdisch"
            r"|jude|jüdin|katholisch|evangelisch|schwul|lesbisch|zeuge\w*_jehovas)",
            r"(?:gekündigt|entlassen|rausgeworfen|gefeuert)_worden_(?:ist|weil)|was_mit_(?:dem"
            r"|der)_chef\w*",
        ),
        es=(
            r"embarazad\w+|embarazo|divorci\w+|separando|amante|aventura_con|liad[oa]_con|lío_con",
            r"(?:ella|el|está|estaba|estuvo|tiene|que|quien|señor\w*|compañer\w+|por|con)_(?:\w+_"
            r"){0,5}(?:enferm\w+|cáncer|depresión|deprimid\w+|alcohol\w*|bebe_(?:mucho|demasiado)"
            r"|de_baja|sida|vih|quimio\w*|infarto|ansiedad|psiquiatr\w+|psicólog\w+|drogas)",
            r"(?:gana|ganaba|cobra|cobraba|cobrando|ganando|sueldo_de)_(?:\w+_){0,3}\d[\d.]*",
            r"vive_en_(?:\w+_){0,4}(?:calle|avenida|plaza|número|\d+)|vive_en_la_calle",
            r"su_(?:número|teléfono|móvil|correo|dirección)_(?:\w+_){0,2}es",
            r"(?:ella|él|es|que)_(?:\w+_){0,2}(?:musulman\w*|judí[oa]|testigo_de_jehová"
            r"|homosexual|lesbiana|evangélic[oa]|gay)",
            r"(?:despidieron|despedid\w+|echaron)_(?:\w+_)?(?:de|por)|antecedentes",
        ),
    )
    unless = (
        r"i_am_a_single|as_a_single|single_(?:mother|mum|mom|father|dad)_(?:\w+_){0,2}myself",
        r"(?:he_estado|estuve|he_tenido|tengo)_(?:\w+_){0,2}(?:enferm\w+|baja|ansiedad"
        r"|embarazada)",
        r"i_(?:\w+_)?earn\w*|my_(?:private|personal|mobile|cell|home)",
        r"(?:i|we)_(?:am|was|were|have_been|had|have|got|became|fell|get|feel|felt)_(?:\w+_"
        rf"){{0,6}}(?:{_HEALTH}|{_FAITH})",
        rf"my_(?:\w+_){{0,3}}(?:{_HEALTH}|sick_leave|number|phone|mobile|e?-?mail|address|mother"
        r"|father|son|daughter|wife|husband|mum|mom|kids?|children|family|partner)",
        r"(?:you|your)_(?:were|are|have_been|was|had)_(?:\w+_){0,3}(?:ill|sick|unwell)|get_well"
        r"|feel(?:ing)?_better_soon|gute_besserung|speedy_recovery|good_recovery",
        r"(?:ich|bin|war|meine?r?|mir)_(?:\w+_){0,5}(?:krank\w*|schwanger\w*|scheidung|nummer"
        r"|handynummer|elternzeit|adresse)|(?:elternzeit|schwangerschafts"
        r"|mutterschutz)(?:vertretung)",
        r"(?:maternity|parental|sick|paternity)_(?:leave_)?cover|elternzeitvertretung|cover_for",
        r"(?:yo|estoy|estaba|estuve|mi|me)_(?:\w+_){0,4}(?:embarazada|enferm\w+|baja|teléfono"
        r"|móvil|número|correo|divorci\w+)",
        r"(?:hospice|patients?|pflege|palliative|residents|pacientes|patienten|oncology|cancer_"
        r"(?:research|centre|center|ward|charity))",
    )
