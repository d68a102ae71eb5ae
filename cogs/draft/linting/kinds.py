"""Words in the names of companies that say what kind they are, and words that are no names."""

from __future__ import annotations

from typing import Final

from cogs.draft.linting.folding import listed, plain

_TYPES: Final = (
    "Clinics?|Analytics|Logistics|Logistik|Logística|Bank|Systems|Robotics|Hotels?|Group|Gruppe"
    "|Coffee|Studios?|Labs?"
    "|Health|Energy|Energie|Foods|Software|Solutions|Technologies|Partners|Consulting|Media"
    "|Medien|Digital|Capital"
    "|Insurance|Versicherung|Motors|Drives|Freight|Events|Designs?|College|Hospital|Bakery"
    "|Interiors|Bakers|Brewery"
    "|Industries|Instruments|Engineering|Publishing|Press|Books|Pharma|Pharmaceuticals|Biotech"
    "|Dynamics|Networks"
    "|Airlines|Airways|Travel|Tours|Properties|Estates|Homes|Builders|Construction|Architects"
    "|Associates|Mutual|Trust"
    "|Foundation|Museum|Theatre|Council|Academy|Kitchens?|Restaurants?|Cafe|Café|Diner"
    "|Furniture|Textiles|Fashion"
    "|Werke|Maschinenbau|Technik|Werkzeugbau|Verlag|Klinik|Klinikum|Spedition|Distribución"
    "|Consultores|Asesores"
    "|Ingeniería|Sistemas|Alimentación|Data|Payments|Security|Gardens|Farms|Dental|Packaging"
    "|Verpackungen|Brothers"
)
_FORMS: Final = (
    "Grupo|Hoteles|Hotel|Transportes|Paradores|Banco|Clínica|Hospital|Editorial|Laboratorios"
    "|Bodegas|Stadtwerke"
    "|Klinikum|Autohaus|Bäckerei|Spedition|Agentur|Kanzlei|Colegio|Talleres|Almacenes"
    "|Supermercados|Farmacia"
    "|Restaurante|Viajes|Muebles|Construcciones|Industrias|Conservas|Aceites|Fundación|Verlag"
    "|Praxis|Brauerei"
)
TYPES: Final = f"(?:{_TYPES})"
"""What the name of a company ends with, as a pattern."""
FORMS: Final = f"(?:{_FORMS})"
"""What the name of a company begins with, as a pattern."""
KINDS: Final = frozenset(
    plain(word.replace("s?", one)) for word in f"{_TYPES}|{_FORMS}".split("|") for one in ("", "s")
) | listed(
    "recruiting,recruitment,talent,hiring,careers,team,people,school,university,bank,firm",
    "agency,services,service,shop",
    "store,center,centre,institute,universidad,universitat,hochschule,colegio,firma,empresa",
)
"""Words, folded, that two companies may share."""
NO_COMPANY: Final = listed(
    "monday,tuesday,wednesday,thursday,friday,saturday,sunday,january,february,march",
    "april,may,june,july,august,september,october,november,december,montag,dienstag",
    "mittwoch,donnerstag,freitag,samstag,sonntag,januar,februar,marz,mai,juni,juli",
    "oktober,dezember,mr,mrs,ms,dr,prof,frau,herr,herrn,sr,sra,senor,senora,don,dona,i",
    "you,your,sie,ihnen,ihr,ihrem,ihrer,ihren,ihre,ich,linkedin,xing,zoom,teams,slack",
    "skype,github,university,college,school,universitat,universidad,hochschule,london",
    "berlin,madrid,munich,munchen,hamburg,barcelona,vienna,wien,zurich,dublin,paris,new",
    "york,christmas,easter,spring,summer,autumn,winter,english,german,spanish,french",
    "thank,thanks,kind,best,regards,hiring,talent,recruiting,human,people,head,senior",
    "junior,usted,ustedes,vosotros,aws,sql,sap,excel,python,java,javascript,microsoft",
    "google,product,data,software,marketing,sales,design,engineering,customer,success",
    "finance,operations,admissions,nursing,editorial,selection,search,interview,platform",
    "growth,culture,careers,recruitment,applications,application,support,staff,research",
    "committee,panel,team,hr,it,ihk,europe,europa,deutschland,germany,spain,espana,uk,us",
    "usa,god,dios,deutsch,gott,weihnachten,personal",
    "herzen,gelegenheit,interesse,bedarf,fragen,kaffee,tee,kuchen,anfang,ende,tag,tagen,woche",
    "herz,allem,allen,zeit",
    "arbeit,freude,weg,leben,erfolg,zukunft,dank,glück,gluck,morning,the,this,that,a,an,some",
    "any,her,his,their,our,my",
    "same,good,nice,great,bad,local,small,other,another,every,each,both,such,which,what,more",
    "new,next,last,first",
)
