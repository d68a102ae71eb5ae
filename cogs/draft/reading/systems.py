"""Systems and providers that send letters for others: never who says no."""

from __future__ import annotations

from typing import Final

from cogs.draft.reading.characters import fold
from cogs.draft.reading.patterns import compiled

# Applicant-tracking systems as of 2025, by the domain they send from.
_APPLICANT_DOMAINS_WORDS: Final = (
    "greenhouse.io greenhouse-mail.io lever.co hire.lever.co ashbyhq.com myworkday.com "
    "myworkdayjobs.com workday.com smartrecruiters.com icims.com taleo.net personio.de "
    "personio.com personio-mail.com teamtailor.com teamtailor-mail.com workable.com "
    "workablemail.com bamboohr.com jobvite.com recruitee.com jazzhr.com applytojob.com "
    "breezy.hr successfactors.com successfactors.eu softgarden.de softgarden.io softgarden.com "
    "rexx-systems.com onlyfy.com onlyfy.jobs d-vinci.de concludis.de haufe.com umantis.com "
    "prescreen.io join.com bullhorn.com bullhornmail.com pinpointhq.com comeet.com comeet.co "
    "avature.net cornerstoneondemand.com csod.com oraclecloud.com ultipro.com adp.com "
    "paylocity.com rippling.com gem.com dover.com eightfold.ai phenompeople.com factorial.co "
    "factorialhr.com endalia.com infojobs.net viterbit.com bizneo.com talentclue.com homerun.co "
    "tellent.com trac.jobs jobtrain.co.uk applicantpro.com applicantstack.com neogov.com "
    "governmentjobs.com usajobs.gov hireology.com paycomonline.com zohorecruit.com "
    "freshteam.com manatal.com catsone.com loxo.co talentlyft.com linkedin.com indeed.com "
    "indeedemail.com xing.com stepstone.de monster.com glassdoor.com ziprecruiter.com"
)
_APPLICANT_DOMAINS: Final = tuple(_APPLICANT_DOMAINS_WORDS.split())
_MAIL_PROVIDERS_WORDS: Final = (
    "gmail googlemail outlook hotmail live msn yahoo ymail icloud me mac aol gmx web t-online "
    "freenet posteo mailbox proton protonmail pm fastmail zoho hey yandex mail orange wanadoo "
    "laposte libero terra telefonica"
)
_MAIL_PROVIDERS: Final = frozenset(_MAIL_PROVIDERS_WORDS.split())
APPLICANT_SYSTEMS: Final = (
    r"greenhouse|lever|ashby|workday|smartrecruiters|icims|taleo|personio|teamtailor|workable|"
    r"bamboohr|jobvite|recruitee|jazzhr|successfactors|softgarden|rexx systems|onlyfy|umantis|"
    r"pinpoint|comeet|avature|cornerstone|factorial|infojobs|viterbit|bizneo|talentclue|homerun|"
    r"breezy(?: hr)?|rippling|linkedin|indeed|xing|stepstone|jobtrain|trac|neogov|zoho recruit|"
    r"join\.com|d\.vinci|endalia|hireology|freshteam"
)
_SYSTEM_NAME = compiled(rf"^(?:{APPLICANT_SYSTEMS})(?: (?:hr|recruiting|mail|software))?$")
_SECOND_LEVEL: Final = frozenset({"co", "com", "org", "ac", "gov", "sch", "nhs", "net", "edu"})


def is_applicant_domain(domain: str) -> bool:
    """Say whether a mail domain is that of a system employers use."""
    domain = domain.casefold()
    return any(domain == each or domain.endswith(f".{each}") for each in _APPLICANT_DOMAINS)


def is_system(name: str) -> bool:
    """Say whether a name is that of such a system, not of an employer."""
    return bool(_SYSTEM_NAME.search(fold(name).strip()))


def own_label(domain: str) -> str:
    """Return the part of a domain an organisation chose, ``""`` if it is none of its own.

    ``mail.acme.co.uk`` is ``acme``; ``gmail.com`` and ``acme.greenhouse.io`` say nothing.
    """
    parts = fold(domain).strip(".").split(".")
    if len(parts) < 2 or is_applicant_domain(domain):
        return ""
    label = parts[-2]
    if label in _SECOND_LEVEL and len(parts) > 2:
        label = parts[-3]
    return "" if label in _MAIL_PROVIDERS else label
