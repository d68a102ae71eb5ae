"""Write the answer to a rejection letter from what is known of it."""

from cogs.draft.writing.composing import LANGUAGES, MOST, compose
from cogs.draft.writing.facts import TONES, Choice, Facts, Kind, Tone, Written, asks, kind_of

__all__ = [
    "LANGUAGES",
    "MOST",
    "TONES",
    "Choice",
    "Facts",
    "Kind",
    "Tone",
    "Written",
    "asks",
    "compose",
    "kind_of",
]
