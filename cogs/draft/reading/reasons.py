"""The reason a letter gives, the most specific one."""

from __future__ import annotations

from typing import Final

from cogs.draft.reading.letter import Reason
from cogs.draft.reading.page import Page
from cogs.draft.reading.phrases import Phrases
from cogs.draft.reading.positions import FREEZE, INTERNAL, WITHDRAWN
from cogs.draft.reading.shortfalls import EXPERIENCE, OTHER_CANDIDATE

_VISA: Final = Phrases(
    [
        r"autorización de (?:estancia|residencia|trabajo)|sin (?:ese|el|un) permiso|nie\b.*vigor",
        r"accredited employer",
        r"visas?\b",
        r"sponsor(?:ship|ing)?\b",
        r"work (?:permit|authori[sz]ation)",
        r"right to work",
        r"h-?1b\b",
        r"work eligibility",
        r"(?:skilled worker|certificate of) (?:licen[cs]e|sponsorship)",
        r"security clearance|citizenship",
        r"visum\w*",
        r"arbeitserlaubnis|aufenthaltstitel|aufenthaltserlaubnis|arbeitsgenehmigung|blaue karte",
        r"visad?o\b",
        r"permiso de (?:trabajo|residencia)",
        r"autorización (?:de|para) trabaj\w+",
    ],
    unless=[
        r"(?:co-|our |event )sponsor",
        r"sponsor(?:ed)? by",
        r"executive sponsor",
        r"visa inc",
    ],
)
_SALARY: Final = Phrases(
    [
        r"(?:expected|current) ctc|\bctc\b|above their (?:band|range|budget)",
        r"\d{2}[.,']?\d{3}\b.*(?:rahmen|nicht zusammen|zu hoch|budget)|unser rahmen|gehaltlich\w*",
        r"pretensi\w+|flexibiliza\w* la banda|hourly (?:rate|wage)|wage (?:expect|demand)\w*",
        r"salary (?:expectation|requirement|range|band|budget|level|you|ask|demand)s?",
        r"(?:expected|desired|requested|your|on) salary",
        r"(?:compensation|pay|rate) (?:expectation|range|band|requirement)s?",
        (
            r"(?:above|beyond|outside|over|exceed\w*|out of) (?:\w+ ){0,3}(?:budget|range|band|"
            r"pay scale)"
        ),
        r"\d+ ?k\b.*(?:after|asking|looking for|won't|budget)",
        r"day rate",
        r"afford (?:you|your|the)",
        (
            r"(?:can't|cannot|unable to) (?:match|meet|stretch)\b.*(?:salary|pay|figure|expect|"
            r"number|that)"
        ),
        r"gehalt(?:s\w*)?\b",
        r"vergütungs\w*|entgelt\w*vorstellung\w*",
        r"lohnvorstellung\w*",
        r"finanziell\w* vorstellung\w*",
        (
            r"(?:expectativas?|pretensi[oó]n\w*|banda|aspiraci[oó]n\w*|rango|horquilla|"
            r"condiciones) (?:salarial|económic|retributiv)\w*"
        ),
        r"(?:salario|sueldo) (?:que|solicitado|esperado|pedías)",
    ],
    unless=[
        r"one month's salary",
        r"salary (?:in|will be paid)",
    ],
)
_LOCATION: Final = Phrases(
    [
        r"within (?:\S+ )?\d+ (?:hours|hrs|h|miles|km|minutes) of",
        r"hours of us|hours (?:ahead|behind)|time difference",
        (
            r"an \w+ tagen (?:die|in der|pro) woche|\d tage (?:die|pro) woche|am tisch sitz\w*|"
            r"aus der ferne"
        ),
        r"sin coche|hasta tu (?:pueblo|ciudad)|vives? (?:muy|demasiado)",
        r"relocat\w+",
        (
            r"(?:based|located|live|living|sit|commut\w+|on-?site|in the office|"
            r"in office) (?:\w+ ){0,3}(?:in|at|near|within|from|days|full)\b"
        ),
        r"\d+ days a week (?:in|at|on)",
        r"(?:moving|move) (?:isn't|is not|here|to)",
        r"remote(?:ly)? (?:\w+ ){0,4}(?:not|isn't|no longer)",
        r"(?:cannot|can't|not able to|unable to|don't|do not|not) (?:\w+ ){0,5}remote",
        r"distance",
        r"(?:outside|out) (?:of )?(?:our|the) (?:area|region|country|state|time ?zone)",
        r"time ?zone",
        r"commute",
        r"too far",
        r"(?:days|week) in (?:our|the) \w* ?office",
        (
            r"umzug|umziehen|umzuziehen|pendel\w*|präsenz\w*|vor ort (?:in|sein|arbeiten)|"
            r"wohnort|entfernung|(?:nicht|kein\w*) (?:\w+ ){0,4}(?:remote|homeoffice|"
            r"home-office)|standort (?:\w+ )?(?:in|vor)"
        ),
        (
            r"(?:traslad\w+ a|mudar\w*|residir|residas|residencia en|presencial\w*|desplaz\w+|"
            r"lejos|cambio de residencia|reubic\w+|vivir en|en remoto|teletrabajo)"
        ),
    ],
    unless=[
        r"remote\w* opens",
        r"train tickets",
        r"nos traslad",
        r"prueba presencial",
        r"thank you for",
        r"thanks for",
        r"entrevista presencial",
        r"danke",
        r"gracias por",
        r"something remote",
        r"based (?:on|upon)",
        r"wish",
        r"applicants? based",
        r"keep\b",
        r"we are based",
    ],
)

# From the most specific to the least.
_IN_ORDER: Final[tuple[tuple[Reason, Phrases], ...]] = (
    ("visa", _VISA),
    ("salary", _SALARY),
    ("internal", INTERNAL),
    ("freeze", FREEZE),
    ("location", _LOCATION),
    ("withdrawn", WITHDRAWN),
    ("experience", EXPERIENCE),
    ("other_candidate", OTHER_CANDIDATE),
)


def reason(page: Page) -> Reason:
    """Return the most specific reason a letter gives, ``none`` if it gives none."""
    lines = page.said
    return next((name for name, phrases in _IN_ORDER if phrases.said(lines)), "none")
