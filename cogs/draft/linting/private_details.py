"""What is private to somebody else."""

from __future__ import annotations

from typing import Final

from cogs.draft.linting.confidences import FURTHER
from cogs.draft.linting.rule import Said, Says

_HEALTH: Final = (
    r"(?:pregnan\w+|expecting_(?:a|her|their|his|twins)|having_a_baby|divorc\w+|cancer|tumou?r"
    r"|depress(?:ed|ion|ive)|burn_?-?out|burned_out|alcohol\w*"
    r"|drink(?:s|ing)_(?:a_lot|too|problem)|drinking_problem|rehab|in_therapy|sees_a_therapist"
    r"|hiv|disabled|disability|bankrupt\w*|in_debt|miscarriage"
    r"|heart_(?:attack|condition|problem|surgery|disease)|stroke|diabet\w+|epilep\w+|autis\w+"
    r"|adhd|bipolar|chemo\w*|surgery|mental\w*_(?:health|ill\w*|breakdown)"
    r"|(?:nervous|mental)_breakdown|ill|sick|sick_leave|illness|maternity|affair"
    r"|criminal_record|in_prison|been_arrested|unwell|ivf|hysterectomy|medication|addict\w*)"
)
_FAITH: Final = (
    r"(?:muslim|jewish|jew|catholic|christian|hindu|mormon|jehovahs?|atheist|gay"
    r"|lesbian|transgender|trans|bisexual|homosexual|scientolog\w+|religious"
    r"|evangelical|protestant|buddhist|orthodox)"
)
_SHE: Final = (
    r"(?:she|he|they|who|whom|him|her|his|their|mrs|mr|ms|wife|husband|colleague|boss"
    r"|manager|the_(?:guy|woman|man|girl|lady|person|candidate|one)|someone)"
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
            r"antidepressants?|medication|sleeping_pills",
            r"earn(?:s|ed|ing)_(?:\w+_){0,3}\d[\d.,]+",
            r"(?:private|personal|home|mobile|cell)_(?:mobile|number|phone|cell|line"
            r"|address)?_?(?:\w+_){0,3}[+(]?\d{3}[\d -]+",
            rf"(?:is|being)_(?:\w+_){{0,6}}{_FAITH}",
            r"(?:her|his|their)_(?:\w+_)?(?:pregnancy|divorce|illness|cancer|depression"
            r"|diagnosis|affair|ex_(?:wife|husband)|criminal|debts?|religion|sexuality"
            r"|miscarriage|breakdown|drinking)",
            r"(?:rumou?rs?|gossip|i_heard_(?:that_)?(?:she|he|they)|between_you_and_me"
            r"|people_say_(?:that_)?(?:she|he))",
            rf"(?:is|was|has|had|been|gets?|got|are|were|have|s)_(?:\w+_){{0,4}}{_HEALTH}",
            rf"{_SHE}_(?:\w+_){{0,8}}{_HEALTH}",
            rf"{_SHE}_(?:\w+_){{0,4}}(?:is|was|are|became|being)_(?:\w+_){{0,2}}{_FAITH}",
            rf"(?:\w+_)(?:is|being)_(?:a_|an_|very_|openly_|strict_|practi[sc]ing_"
            rf"|devout_)?{_FAITH}",
            r"(?:she|he|they|who|guy|woman|candidate|colleague|predecessor|friend|manager|girl"
            r"|man|person|neighbou?r)_(?:\w+_){0,3}(?:makes?|made|earns?|earned|earning"
            r"|paid|on|was_on|takes_home|salary_(?:is|was"
            r"|of))_(?:\w+_){0,3}(?:\d[\d.,]*_?(?:k|000|euros?|dollars|pounds|thousand|a_year"
            r"|per)?|[$€£]\s?\d\S*)",
            r"(?:paid|paying|pays|pay|earns|makes)_(?:her|him|them|the_(?:other"
            r"|new)_\w+)_(?:\w+_){0,3}[$€£]?\d",
            r"(?:his|her|their|\w+s|the)_(?:\w+_)?(?:salary|pay|wage)_(?:is|was"
            r"|of)_(?:\w+_){0,3}[$€£]?\d",
            r"(?:his|her|their|private|home|personal|mobile|whose)_(?:\w+_){0,3}(?:number"
            r"|phone|mobile|cell|e?-?mail|address)_(?:\w+_)?(?:is|at|under|:)",
            r"(?:call|reach|ring|phone|text|contact|e?mail|write_to)_(?:him|her"
            r"|them)_(?:\w+_){0,3}(?:at|on|under)_(?:\w+_){0,3}[+(]?\d",
            r"(?:lives?|living|home_address|resides?|staying)_(?:\w+_){0,3}(?:at|in"
            r"|on)_(?:\w+_)?\d+",
            r"(?:lives?|living|resides?)_(?:\w+_){0,3}(?:\w+_)?(?:street|lane|road|avenue"
            r"|drive|crescent|close|st|ave|rd)",
            r"(?:going_through|in_the_middle_of|after|getting)_(?:a|his|her"
            r"|their)_(?:\w+_)?(?:divorce|separation|custody|break_?up)",
            r"(?:sleeping|sleeps|slept|dating|affair|relationship|in_bed)_with_(?:the|your|her"
            r"|his|a|\w+s)_?(?:\w+_)?(?:boss|manager|colleague|ceo|director|owner|founder"
            r"|married|head|recruiter|interviewer)?",
            r"(?:she|he|they|who|guy|candidate|colleague|woman)_(?:\w+_){0,3}(?:fired|sacked"
            r"|dismissed|let_go|kicked_out|suspended)_(?:\w+_)?(?:from|at|by|for|because|last)",
            r"(?:she|he|they|who|woman|guy)_(?:is|was|turned|turns)_(?:\w+_)?(?:\d\d|over_\d\d"
            r"|almost_\d\d|nearly_\d\d|in_(?:his|her)_(?:fifties|sixties|forties"
            r"|thirties))(?:_years_old|_and|_already|_soon|_next)",
            r"\d\d_years?_old_(?:\w+_){0,2}(?:and|with|mother|father|who)",
            r"(?:wants?|trying|planning|plans?|going)_(?:\w+_)?(?:to_have|for"
            r"|to_get)_(?:a_baby|a_child|kids|children|pregnant|another_(?:baby|child))",
        ),
        de=(
            r"krebs\w*|chemotherapie|burn-?out|entzug\w*|fehlgeburt|depressionen",
            r"schwanger\w*|in_elternzeit|mutterschutz|(?:ein|ihr"
            r"|zweites)_(?:\w+_)?kind_(?:erwartet|bekommt)",
            r"scheidung|geschieden|getrennt_lebend|affäre|fremdgeh\w*",
            r"(?:sie|er|der|die|herr|frau|kollege|kollegin|bewerber\w*|chef\w*|nachbar\w*|ist"
            r"|hat|war|wegen)_(?:\w+_){0,6}(?:krank\w*|depression\w*|depressiv\w*|burn_?-?out"
            r"|krebs|krebskrank\w*|alkohol\w*|trinkt|süchtig|therapie|klinik|vorbestraft"
            r"|verschuldet|insolvenz|schwerbehindert\w*|herzinfarkt|schlaganfall"
            r"|bandscheib\w*)",
            r"(?:sie|er|der|die|kollege|kollegin|bewerber\w*)_(?:\w+_){0,4}(?:verdient\w*"
            r"|bekommt|bekam|gehalt)_(?:\w+_){0,4}\d[\d.]*",
            r"wohnt_(?:\w+_){0,5}(?:straße|\w+straße|\w+weg|\w+gasse|\w+allee|\w+platz|nr|\d+)",
            r"(?:seine|ihre|deren|dessen|die)_(?:private_)?(?:handy|telefon|mobil"
            r"|privat)?(?:nummer|adresse)_(?:ist|lautet)|(?:handy|telefon|mobil"
            r"|privat)nummer_(?:von_)?(?:\w+_){0,4}(?:ist|lautet)",
            r"(?:sie|er|herr|frau|kollege|kollegin|bewerber\w*)_(?:\w+_){0,4}(?:muslim\w*"
            r"|jüdisch|jude|jüdin|katholisch|evangelisch|schwul|lesbisch|zeuge\w*_jehovas)",
            r"(?:gekündigt|entlassen|rausgeworfen|gefeuert)_worden_(?:ist|weil)|was_mit_(?:dem"
            r"|der)_chef\w*",
        ),
        es=(
            r"embarazad\w+|embarazo|divorci\w+|separando|amante|aventura_con|liad[oa]_con|lío_con",
            r"(?:ella|el|está|estaba|estuvo|tiene|que|quien|señor\w*|compañer\w+|por"
            r"|con)_(?:\w+_){0,5}(?:enferm\w+|cáncer|depresión|deprimid\w+|alcohol\w*"
            r"|bebe_(?:mucho|demasiado)|de_baja|sida|vih|quimio\w*|infarto|ansiedad"
            r"|psiquiatr\w+|psicólog\w+|drogas)",
            r"(?:gana|ganaba|cobra|cobraba|cobrando|ganando|sueldo_de)_(?:\w+_){0,3}\d[\d.]*",
            r"vive_en_(?:\w+_){0,4}(?:calle|avenida|plaza|número|\d+)|vive_en_la_calle",
            r"su_(?:número|teléfono|móvil|correo|dirección)_(?:\w+_){0,2}es",
            r"(?:ella|él|es|que)_(?:\w+_){0,2}(?:musulman\w*|judí[oa]|testigo_de_jehová"
            r"|homosexual|lesbiana|evangélic[oa]|gay)",
            r"(?:despidieron|despedid\w+|echaron)_(?:\w+_)?(?:de|por)|antecedentes",
        ),
    )
    unless = (
        r"(?:he_estado|estuve|he_tenido|tengo)_(?:\w+_){0,2}(?:enferm\w+|baja|ansiedad"
        r"|embarazada)",
        r"i_(?:\w+_)?earn\w*|my_(?:private|personal|mobile|cell|home)",
        rf"(?:i|we)_(?:am|was|were|have_been|had|have|got|became|fell|get|feel"
        rf"|felt)_(?:\w+_){{0,6}}(?:{_HEALTH}|{_FAITH})",
        rf"my_(?:\w+_){{0,3}}(?:{_HEALTH}|sick_leave|number|phone|mobile|e?-?mail|address"
        rf"|mother|father|son|daughter|wife|husband|mum|mom|kids?|children|family|partner)",
        r"(?:you|your)_(?:were|are|have_been|was|had)_(?:\w+_){0,3}(?:ill|sick|unwell)"
        r"|get_well|feel(?:ing)?_better_soon|gute_besserung|speedy_recovery|good_recovery",
        r"(?:ich|bin|war|meine?r?|mir)_(?:\w+_){0,5}(?:krank\w*|schwanger\w*|scheidung|nummer"
        r"|handynummer|elternzeit|adresse)|(?:elternzeit|schwangerschafts"
        r"|mutterschutz)(?:vertretung)",
        r"(?:maternity|parental|sick|paternity)_(?:leave_)?cover|elternzeitvertretung|cover_for",
        r"(?:yo|estoy|estaba|estuve|mi|me)_(?:\w+_){0,4}(?:embarazada|enferm\w+|baja|teléfono"
        r"|móvil|número|correo|divorci\w+)",
        r"(?:hospice|patients?|pflege|palliative|residents"
        r"|pacientes|patienten|oncology|cancer_(?:research|centre|center|ward|charity))",
    )
