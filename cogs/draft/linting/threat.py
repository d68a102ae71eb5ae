"""Threats."""

from __future__ import annotations

from typing import Final

from cogs.draft.linting.rule import Said, Says
from cogs.draft.linting.warnings_given import FURTHER

_LAW: Final = (
    r"(?:lawyer|lawyers|attorney|attorneys|solicitor|solicitors|barrister|advocate"
    r"|legal_(?:team|counsel|insurance|advis\w+|representative)|union|ombuds\w+)"
)
_TALE: Final = (
    r"(?:this|it|that|about|your_(?:\w+_)?(?:letter|mail|email|name|company|answer"
    r"|message)|(?:my|the|whole)_(?:\w+_)?(?:experience|story|thread|truth|case"
    r"|interview)|what_happened|how_(?:you|they|i)|everything|screenshots?|a_(?:post"
    r"|thread|video))"
)
_WHERE: Final = (
    r"(?:linkedin|twitter|facebook|instagram|tik_?tok|reddit|social_media|the_internet"
    r"|internet|online|youtube|the_press|the_newspaper|glassdoor|kununu|x|my_(?:blog"
    r"|channel|followers|network)|everyone|public|publicly|the_world)"
)


class Threat(Says):
    """Threatens with lawyers, bad reviews, the public, or regret."""

    name = "threat"
    further = FURTHER
    said = Said(
        en=(
            r"(?:is|am)_an?_(?:\w+_)?(?:lawyer|attorney|solicitor|judge|journalist|reporter"
            r"|blogger|influencer)_(?:and|who|so|at)",
            r"(?:watch|wait_until_you_see|look_out_for)_what_i_(?:\w+_)?(?:post|write|do"
            r"|say|publish|share)",
            r"(?:share|tell|spread)_(?:my|this|the|about)_(?:\w+_){0,3}(?:experience|story"
            r"|treatment|behaviou?r)_(?:\w+_){0,3}(?:everyone|industry|network|community"
            r"|others|people|publicly|online|press|all)",
            r"(?:read|hear|see|find)_(?:\w+_)?(?:about|of|it|this)_(?:\w+_){0,3}(?:in|on"
            r"|from)_(?:the_)?(?:\w+_)?(?:newspapers?|press|media|news|papers?|tv|internet"
            r"|online|court|social)",
            r"(?:my|large|big|many|\d+k?|thousands?_of|few)_(?:\w+_)?(?:followers|following"
            r"|audience|readers|subscribers|blog|channel)_(?:\w+_){0,6}(?:interested|know|hear"
            r"|see|story|about|love|read|curious)",
            r"(?:kept|keep|saved|have|recorded|documented|screenshot\w*)_(?:all|every|copies"
            r"|proof|evidence|records?|recordings?|the_call|the_interview|each"
            r"|everything)_?(?:\w+_){0,3}(?:emails?|mails?|records?|messages?|evidence|just_so"
            r"|proof|in_case|recording\w*|writing|against)",
            r"(?:speak|talk|see|consult|contact|hir|involv|engag"
            r"|get)ing_(?:\w+_){0,4}(?:lawyer|attorney|solicitor|barrister|union)\w*",
            r"(?:equality|human_rights|ombuds\w*|regulator|data_protection|works_council"
            r"|trade_union|authorities|inspectorate)_?(?:commission|office|officer"
            r"|authority)?_(?:\w+_){0,4}(?:hear|interested|about|know|will|complain\w*)|(?:to"
            r"|with)_the_(?:\w+_)?(?:equality|human_rights|ombuds\w*|regulator|authorities"
            r"|inspectorate)",
            r"(?:none|not_one|no_one|nobody)_of_(?:my|our)_(?:\w+_){0,4}(?:ever|again|apply"
            r"|buy|work)|(?:think|want_to_think)_twice_(?:before|about)",
            r"(?:this|it)_will_(?:\w+_)?(?:cost|haunt|hurt|damage|backfire"
            r"|come_back)_(?:\w+_)?you|damage_your_(?:\w+_)?(?:reputation|name|brand|image)",
            r"(?:glassdoor|kununu|trustpilot|yelp)",
            rf"(?:my|our)_(?:\w+_)?{_LAW}",
            rf"(?:talk|speak|spoke|spoken|contact\w*|consult\w*|hire|hired|hiring|get|getting"
            rf"|see|call|calling|involve|involving|take|taken|turn\w*|hear|hand\w*|pass\w*"
            rf"|forward\w*|gave|given|instruct\w*)_(?:\w+_){{0,4}}(?:a|an|the|my|our"
            rf"|from)_(?:\w+_)?{_LAW}",
            r"(?:take|taking|see|meet|go|drag|end_up)_(?:\w+_){0,4}(?:to|in|before|at)_(?:the_"
            r"|a_)?(?:court|tribunal|judge)",
            r"legal_(?:action|steps|consequences|measures|proceedings|advice|options|route|means)",
            r"(?:sue|suing|sued|litigat\w+|lawsuit|press_charges|subpoena)",
            r"(?:file|filing|filed|lodge|lodging|make|making|submit\w*|raise|raising"
            r"|send)_(?:an?_|my_)?(?:\w+_)?(?:official_|formal_)?(?:complaint|claim|grievance)",
            r"(?:report|reporting|reported)_(?:you|this|it|your|the_(?:company|matter|case)|them)",
            r"(?:labou?r|employment)_(?:board|court|office|tribunal|inspector\w*|authority)"
            r"|eeoc|equality_(?:office|body|commission)|anti_?discrimination",
            r"(?:one|1|zero|0|bad|negative|scathing|terrible|nasty|poor|two"
            r"|single)_?-?(?:star_)?-?review\w*",
            r"(?:leav\w+|writ\w+|post\w*|giv\w+|put\w*|publish\w*)_(?:\w+_){0,3}(?:honest"
            r"|truthful|public|appropriate|detailed|critical|fitting|little)_review",
            r"(?:one|1|zero|0|single)[_-]stars?",
            r"(?:leav\w+|writ\w+|post\w*|giv\w+|put\w*|drop\w*"
            r"|publish\w*)_(?:\w+_){0,4}reviews?_(?:\w+_){0,4}(?:about|of|on|online|everywhere"
            r"|glassdoor|google|so|how|warn\w*)",
            r"(?:leave|write|post|rate|review|see|read|tell|put)_(?:\w+_){0,5}(?:glassdoor"
            r"|kununu|trustpilot|yelp|google_reviews?)",
            r"(?:go|going|went|make|making|made|take|taking|bring)_(?:this_|it_|that_"
            r"|the_matter_|the_whole_thing_|everything_)?(?:public|viral|to_the_(?:press|media"
            r"|papers?|newspapers?))",
            rf"(?:post|posting|tell|telling|share|sharing|write|writing|put|putting|publish\w*"
            rf"|talk\w*)_{_TALE}_(?:\w+_){{0,6}}(?:on|to|in|for|with)?_?{_WHERE}",
            rf"(?:post|posting|publish|publishing|expose|exposing"
            rf"|name_and_shame)_(?:\w+_){{0,6}}{_WHERE}",
            r"(?:the|local|a|an|my|some)_(?:\w+_)?(?:press|newspapers?|journalists?|reporters?"
            r"|tv)_(?:will|would|might|may|is|who|and_they|about|of_this|know\w*|hear\w*)",
            r"(?:contact|contacting|call|tell|telling|talk_to|talking_to|inform|informing"
            r"|alert|go_to|know|write_to)_(?:\w+_){0,3}(?:press|media|newspapers?|journalists?"
            r"|reporters?|tv_station|blogger)",
            r"works_(?:at|for|with|in)_(?:the_|a_|our_)?(?:\w+_)?(?:paper|newspaper|press|news"
            r"|tv|radio|journalist)",
            r"(?:you|they|he|she|company|all|both)_(?:will|shall|are_going_to|is_going_to|may"
            r"|might)_(?:\w+_){0,3}(?:regret|be_sorry|pay_for|come_crawling|wish_you|pay_the)",
            r"(?:live_to|come_to)_regret|regret_not_(?:hiring|choosing|taking|picking|giving)"
            r"|regret_(?:this_day|your_(?:decision|choice))",
            r"hear_(?:from|of|about)_(?:\w+_){0,2}(?:lawyer|attorney|solicitor|union"
            r"|all_about)|hear_all_about|not_(?:heard|seen)_the_last",
            r"(?:make|making)_sure_(?:that_)?(?:everyone|people|nobody|no_one|all|others"
            r"|the_whole|my|every|none)",
            r"(?:warn|warning|warned)_(?:\w+_)?(?:everyone|people|others|my|other|all|about"
            r"|against|friends|future|every)?|people_are_warned|been_warned"
            r"|you_have_been_warned",
            r"boycott\w*|(?:never|stop|not)_(?:\w+_)?(?:buy|buying|use|using|shop|shopping"
            r"|order|ordering|recommend|recommending|set_foot)_(?:\w+_){0,3}(?:you|your|from"
            r"|there|any|at|again|anything|in)",
            r"cancel\w*_my_(?:\w+_)?(?:subscription|account|membership|contract|policy|order)"
            r"|(?:lost|losing|lose)_(?:a|me_as_a|your|another)_(?:\w+_)?(?:customer|client)",
            r"(?:will|would|might|may)_(?:have|be|face)_(?:\w+_)?consequences|(?:the|face"
            r"|bear)_consequences",
            r"i_know_(?:people_who|where_you|someone_who)|watch_(?:out|your_back)"
            r"|not_(?:be_)?(?:over|finished)_(?:yet|here)|this_is_not_over|or_else",
            r"(?:word|news|this)_(?:will_)?(?:gets?|spreads?|travels?)_(?:around|out|fast)"
            r"|spread_the_word",
            r"(?:tell|telling|advise|advising)_(?:everyone|all_my|others|every|other_(?:people"
            r"|students|applicants|candidates|nurses|developers)|my_(?:friends|network"
            r"|followers|students|colleagues|class\w*))_(?:\w+_){0,4}(?:not|avoid|stay|never"
            r"|how_(?:you|badly|i_was|unfair)|against|what_(?:you|kind)|about_this|the_truth"
            r"|away)",
            r"name_and_shame|screenshots?_(?:of|are|will)|going_to_(?:the_)?(?:press|media|court)",
        ),
        de=(
            r"gleichstellungs\w*|ombuds\w*|gewerkschaft\w*_(?:\w+_){0,3}(?:melden|informieren"
            r"|einschalten|wenden|erfahren|prüfen)|(?:ihnen|euch|dir)_(?:\w+_)?noch_leid"
            r"|(?:auf|bei)_google_(?:\w+_){0,3}schreib\w*|sternebewertung|negativbewertung",
            r"(?:mein\w*|einen?|einer|zum|dem|den|unser\w*)_(?:\w+_)?(?:rechts)?(?:anwalt"
            r"|anwalts|anwälte|anwältin|beistand|schutzversicherung)_?(?:\w+_){0,3}(?:wird|hat"
            r"|prüf\w*|einschalt\w*|übergeb\w*|melde\w*|gesprochen|sprechen|weiter\w*"
            r"|konsult\w*|nehmen|beauftrag\w*|besprechen|beraten)?",
            r"rechtliche_(?:schritte|konsequenzen|mittel)|rechtlich_(?:vorgehen|prüfen)"
            r"|vor_gericht|arbeitsgericht|(?:ver|ein)klage\w*|klage_(?:einreichen|erheben)"
            r"|klagen|juristisch\w*",
            r"antidiskriminierung\w*|nach_(?:dem_)?agg|betriebsrat|anzeigen"
            r"|anzeige_(?:erstatten|machen)|beschwerde_(?:\w+_)?(?:einreichen|einlegen)"
            r"|beschweren|beschwere",
            r"(?:schlechte|negative|entsprechende|ehrliche|vernichtende|miese|passende"
            r"|öffentliche)_(?:\w+_)?(?:bewertung\w*|rezension\w*|kritik)|kununu|ein_stern\w*"
            r"|bewertung_(?:\w+_){0,4}(?:google|schreiben|hinterlassen|internet|abgeben)",
            r"öffentlich_(?:machen|gemacht|posten)|(?:an_die|in_die|die"
            r"|der)_(?:\w+_)?(?:presse|öffentlichkeit|zeitung|lokalzeitung"
            r"|medien)_(?:\w+_){0,3}(?:wenden|gehen|informieren|schreiben|erfahren"
            r"|interessieren|freuen|bringen)",
            r"bereuen|(?:werden|werdet|wirst)_(?:\w+_){0,4}(?:noch_)?(?:von_mir_hören|leid_tun"
            r"|leidtun)",
            r"nachspiel|konsequenzen|(?:hat|haben)_(?:noch_)?folgen",
            r"(?:allen|jedem|überall|jeden|alle|andere)_(?:\w+_){0,5}(?:abraten|warnen|gewarnt"
            r"|erzählen)|weitererzählen|warnen|gewarnt|rate_(?:\w+_)?(?:allen"
            r"|jedem)_(?:\w+_)?ab",
            r"(?:nie_wieder|nicht_mehr)_(?:\w+_){0,4}(?:kaufen|bestellen|kunde|einkaufen"
            r"|betreten|empfehlen)",
            r"(?:auf|bei)_(?:linkedin|xing|instagram|facebook|twitter|tiktok|social_media"
            r"|google)_(?:\w+_){0,5}(?:posten|veröffentlichen|teilen|schreiben|bewerten"
            r"|erzählen)_?(?:\w+_){0,4}(?:umgeh\w+|behandel\w+)?",
        ),
        es=(
            r"(?:noticias|sabran?|oiran?)_(?:de|hablar_de)_(?:mi_)?(?:sindicato|abogad\w|mi)"
            r"|(?:de|con|al|mi)_sindicato|tendran_noticias",
            r"(?:mi|nuestr[oa])_abogad[oa]s?|(?:un|una|con"
            r"|al)_abogad[oa]_(?:\w+_){0,3}(?:contact\w+|pondr\w+|habl\w+|se_)|(?:hablar\w*"
            r"|consult\w+|manos|contact\w+|acud\w+|contrat\w+)_(?:\w+_){0,4}abogad[oa]s?",
            r"(?:tribunal\w*|juzgado\w*|juicio)_(?:\w+_){0,2}(?:veremos|vemos)|(?:ver\w*"
            r"|vernos|veremos|vemos|llevar\w*|acudir\w*|ir)_(?:\w+_){0,4}(?:tribunal\w*"
            r"|juzgado\w*|juicio|justicia)",
            r"demandar\w*|los_demando|demanda_(?:judicial|contra)|denunci\w*|(?:acciones"
            r"|medidas|vías?)_(?:legal\w*|judicial\w*)|querella",
            r"arrepent\w+|se_acordaran?_de_mi|lamentaran?|pagaran?_(?:por|caro|esto)",
            r"(?:mala|negativa|pésima|buena_mala)_(?:reseña|opinión|valoración|crítica)"
            r"|reseñas?_(?:\w+_){0,4}(?:google|internet|negativ\w+|mal\w+|sobre|para_que)"
            r"|(?:dejar\w*|escrib\w+|pondr\w+|poner|public\w+)_(?:\w+_){0,3}(?:reseña"
            r"|valoración|opinión)|(?:una|1)_(?:sola_)?estrella",
            r"(?:public\w+|cont\w+|subir\w*|compartir\w*|difund\w+"
            r"|escrib\w+)_(?:\w+_){0,5}(?:redes(?:_sociales)?|internet|twitter|facebook"
            r"|instagram|linkedin|prensa|periódic\w+|todo_el_mundo|medios)",
            r"(?:la|los|un|una|a_la)_(?:prensa|periodistas?|medios"
            r"|periodico)_(?:\w+_){0,3}(?:sab\w+|enter\w+|public\w+|cont\w+)"
            r"|hacer(?:lo)?_publico|hare_publico",
            r"(?:tendra|habra|tendran|traera|atengan?se_a_las"
            r"|atenerse_a_las)_?(?:\w+_)?consecuencias",
            r"todo_el_mundo_(?:\w+_)?(?:sab\w+|enter\w+)|inspeccion_de_trabajo|(?:al"
            r"|mi)_sindicato|hoja_de_reclamaciones|queja_formal|avisar\w*_a_(?:todo|todos|mis"
            r"|otros)",
        ),
    )
    unless = (
        r"(?:good|great|positive|lovely|nice|wonderful|kind|friendly)_(?:\w+_)?(?:experience"
        r"|impression|story|treatment)|how_(?:friendly|kind|nice|good|fair|helpful|well)",
        r"(?:good|great|nice|positive|glowing|lovely|five_?-?star|5_?-?star|kind"
        r"|friendly)_(?:\w+_)?(?:review|words|bewertung|rating)",
        r"(?:gute|positive|nette|tolle)_bewertung|(?:buena|excelente|muy_buena)_(?:reseña"
        r"|valoración|opinión)",
        r"(?:i_will_not|never|not_going_to|no_intention_of|not_planning)_(?:\w+_){0,3}(?:sue"
        r"|complain|regret|review|complaint|public)",
        r"(?:position|job|role|post|stelle|puesto|work|working|worked)_(?:\w+_){0,3}(?:as|of"
        r"|for|als|de|for_the)_(?:\w+_){0,4}(?:lawyer|attorney|solicitor|abogad\w+|anwält\w+"
        r"|journalist\w*|reporter)",
        r"i_will_(?:\w+_)?regret|(?:the|a|my|test)_(?:\w+_)?report|i_(?:also_|have_)?(?:read"
        r"|saw|heard|seen)_(?:\w+_)?(?:about|of)",
        r"(?:me_alegr\w+|ojala|espero)_(?:\w+_){0,2}(?:verl\w+|vernos|volvamos|coincid\w+)",
    )
