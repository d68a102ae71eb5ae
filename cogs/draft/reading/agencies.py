"""Whether a recruiter or an agency stands between the member and the employer."""

from __future__ import annotations

from typing import Final

from cogs.draft.reading.characters import fold
from cogs.draft.reading.page import Page
from cogs.draft.reading.phrases import Phrases

_CLIENT: Final = Phrases(
    [
        (
            r"hat (?:mir|uns) der kunde|der kunde hat|o nosso cliente|nossa cliente|"
            r"onze opdrachtgever|notre client\b"
        ),
        r"(?:my|our) client\b",
        (
            r"(?:^|with |from |by |that |to |off the phone (?:with|to) |because |and |"
            r"but )the client (?:has|have|had|is|was|went|decided|felt|feels|said|liked|loved|"
            r"wants|would|chose|came|wasn't|isn't)\b"
        ),
        r"(?:from|with|by) the client[.,:]?$",
        r"on behalf of (?:my|our|the|a) client",
        r"phone with the client",
        r"^they (?:felt|thought|liked|loved|were|want)",
        (
            r"(?:i've|i have|we've|we have|just) (?:now |just |finally )?(?:had|heard|received|"
            r"got)(?: some| the)? (?:feedback|word|news|back) from"
        ),
        r"(?:acting as|is) an employment (?:agency|business)",
        r"heard back from (?:the team at|the client|them)",
        r"they(?:'ve| have) (?:\w+ )?(?:gone|decided|chosen|opted|come back)",
        r"(?:unser|mein)(?:e[mnrs]?|es)? (?:mandant|kunde|auftraggeber)\w*",
        r"(?:im auftrag|auftraggeber(?:s|in)?|mandanten)\b",
        r"unser kundenunternehmen",
        r"(?:nuestro|mi|del|el|al) cliente(?:\b| final)",
        r"la empresa cliente",
        r"nos (?:trasladan|comunican|han (?:comunicado|trasladado|confirmado|informado))",
        r"me (?:trasladan|comunican|han (?:comunicado|trasladado|confirmado|dicho))",
    ],
    unless=[
        r"client(?:e|s)? (?:experience|success|service|facing)",
        r"atención al cliente",
    ],
)
_AGENCY: Final = Phrases(
    [
        (
            r"(?:recruitment|recruiting|recruiters|staffing|resourcing|headhunt\w+|"
            r"executive search|talent partners|"
            r"employment agency)\b(?: (?:ltd|limited|llp|llc|inc|group|agency|partners|"
            r"solutions|services|consult\w+|gmbh|ag))"
        ),
        r"(?:&|and|\w{3,}) (?:search|recruitment|staffing)$",
        r"executive search",
        r"search (?:&|and) selection",
        r"recruitment consultant",
        r"employment (?:agency|business)",
        r"staffing (?:agency|group)",
        r"personal(?:dienst\w*|beratung|vermittlung|dienstleist\w+|agentur|service)",
        r"headhunter",
        r"zeitarbeit",
        r"(?:arbeits|job)vermittlung",
        r"consultor[ae]? (?:senior )?(?:de|en) selección",
        r"consultoría de (?:selección|rrhh|recursos)",
        r"(?:agencia|empresa) de (?:colocación|selección|trabajo temporal)",
        r"\bett\b",
        r"cazatalentos",
    ],
    unless=[
        r"recruitment team",
        r"recruiting team",
        r"head of recruit",
        (
            r"^(?:graduate|campus|early careers?|university|volume|global|internal|people|"
            r"clinical|staff) "
        ),
    ],
)


def is_agency(page: Page) -> bool:
    """Say whether a recruiter stands between."""
    lines = [*page.signature, *page.small_print, page.headers.name]
    return _CLIENT.said(page.said) or _AGENCY.said(fold(line) for line in lines)
