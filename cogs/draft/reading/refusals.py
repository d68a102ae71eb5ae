"""Whether a text turns somebody down at all."""

from __future__ import annotations

from typing import Final

from cogs.draft.reading.characters import fold
from cogs.draft.reading.phrases import Phrases
from cogs.draft.reading.sentences import sentences

_REFUSES: Final = Phrases(
    [
        r"unfortunately",
        r"regret",
        r"afraid",
        (
            r"not (?:be )?(?:moving|progress|proceed|taking|going|select|success|shortlist|"
            r"able to offer)"
        ),
        r"(?:another|other|different) (?:candidat|applicant)",
        r"decided (?:not|against|to (?:go|move|proceed|pursue|continue))",
        r"(?:not|\w+n't) (?:been |be )?(?:selected|successful|shortlisted)",
        r"unsuccessful",
        r"someone else",
        r"somebody else",
        r"disappoint",
        r"withdraw",
        r"on hold",
        r"cancel",
        r"hiring freeze",
        r"closed (?:the|this)",
        r"wish you (?:all|every|luck|the best|success)",
        r"won't be",
        r"cannot offer",
        r"can't offer",
        r"leider",
        r"bedauer\w*",
        r"absage\w*",
        r"nicht berücksichtig\w*",
        r"anderweitig",
        r"andere[nr]? (?:bewerb|kandidat)\w*",
        r"gegen eine",
        r"nicht (?:in die )?(?:weiter|engere)",
        r"entfällt",
        r"einstellungsstopp",
        r"für eine[n]? andere",
        r"jemand anderem",
        r"lament\w+",
        r"no (?:ha|has|hemos|podemos|continuar|seguir|vamos|va a)\b",
        r"descart\w+",
        r"otr[oa]s? (?:candidat|person|perfil|compañer)",
        r"no .*seleccionad[oa]",
        r"cancelad[oa]",
        r"desafortunadamente",
        r"por desgracia",
        r"ha optado",
    ]
)


def refuses(text: str) -> bool:
    """Say whether a text has a sentence that turns somebody down."""
    return _REFUSES.said(fold(each) for each in sentences(text))
